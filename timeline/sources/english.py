"""Whether a text is English: what reads English only must not guess at French.

A text is refused only when it is long enough, the detector is sure, and English function words are missing; a short
or odd text passes (docs/decisions/0031).
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from timeline.sources.problem import LanguageError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_ENOUGH_WORDS = 15
_ENOUGH_LETTERS = 20
_SURE = 0.85
#: Below this share of English function words a text may be foreign; English news has 0.3 to 0.5.
_FEW_FUNCTION_WORDS = 0.1
_WINDOW = 2000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "was",
        "with",
        "said",
        "for",
        "his",
        "her",
        "by",
        "at",
        "from",
        "this",
        "have",
        "has",
        "had",
        "not",
        "they",
        "she",
        "he",
        "it",
        "which",
        "who",
        "would",
        "been",
        "were",
        "their",
        "an",
        "are",
        "is",
        "after",
        "about",
        "when",
        "what",
        "into",
        "its",
        "as",
        "but",
        "be",
        "will",
        "than",
        "there",
    ]
)
_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_lock = threading.Lock()


@lru_cache(maxsize=1)
def _detector() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def refuse_foreign(text: str) -> None:
    """Raise LanguageError if the text is surely not English."""
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    other_script = letters - len(_LATIN.findall(sample)) > letters / 2
    if letters < _ENOUGH_LETTERS or (len(words) < _ENOUGH_WORDS and not other_script):
        return
    if sum(word in _FUNCTION_WORDS for word in words) > _FEW_FUNCTION_WORDS * len(words):
        return
    language, sure = _detect(sample)
    if language not in ("en", "zxx") and (sure >= _SURE or other_script):
        raise LanguageError(_NAMES.get(language, f"to be in another language ({language})"), sure)


def _sample(text: str) -> str:
    """Return the beginning and the middle of a long text."""
    if len(text) <= 2 * _WINDOW:
        return text
    middle = len(text) // 2
    return f"{text[:_WINDOW]} {text[middle : middle + _WINDOW]}"


def _detect(sample: str) -> tuple[str, float]:
    with _lock:
        found: Any = _detector().classify(sample)
    return str(found[0]), float(found[1])
