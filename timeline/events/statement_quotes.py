"""Which verb of speech each quotation belongs to: behind it, before it, carried on, or over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.events.statement_speakers import beside, speaker_of
from timeline.events.statement_voice import ANY_SUBJECT
from timeline.language.parse import Parsed, Word
from timeline.language.quotations import Quotation, quotation_at
from timeline.model import Span

_STOPS = frozenset(".?!:;")
_ENDS_SPEECH = ",?!—–-…"
#: What may stand between cue and quotation besides the saying's own words.
_BETWEEN_DEPS = frozenset(
    {
        "prep",
        "pobj",
        "dobj",
        "dative",
        "npadvmod",
        "advmod",
        "punct",
        "det",
        "compound",
        "amod",
        "poss",
        "case",
        "nummod",
        "nsubj",
        "aux",
        "auxpass",
        "neg",
        "prt",
        "appos",
        "oprd",
        "pcomp",
        "nmod",
        "quantmod",
        "agent",
        "cc",
        "conj",
    }
)
_FULL_STOPS = frozenset({".", "?", "!", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: The end of a sentence, which an abbreviation or an initial is not.
_BOUNDARY = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\bSr)(?<!\bLt)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bRev)"
    r"(?<!\bGen)(?<!\bCol)(?<!\bSgt)(?<!\bMaj)(?<!\bCapt)(?<!\bProf)(?<!\bSens)(?<!\bReps)(?<!\b[A-Z])"
    r"[.?!][\"”’']* +[A-Z\"“'‘]"
)
_QUOTED_STOPS = frozenset(".?!\"”’'»")
_WIDEST_GAP = 30


@dataclass(slots=True)
class Quoted:
    """The quotations of a text as they are given to cues; one quotation belongs to one cue."""

    parsed: Parsed
    quotations: Sequence[Quotation]
    #: Numbers of the words that are cues.
    cues: frozenset[int]
    #: Positions of quotations by the cue's number.
    of_cue: dict[int, list[int]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    #: Positions of the quotations of each paragraph.
    places: dict[int, list[int]] = field(default_factory=dict)
    _speakers: dict[int, Word | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, quotation in enumerate(self.quotations):
            self.places.setdefault(quotation.paragraph, []).append(place)

    def give(self, place: int, cue: Word) -> None:
        """Give a quotation, with all that continues it in later paragraphs, to a cue."""
        while place < len(self.quotations) and place not in self.taken:
            self.taken.add(place)
            self.of_cue.setdefault(cue.i, []).append(place)
            if self.quotations[place].closed:
                break
            place += 1
            if place < len(self.quotations) and not self.quotations[place].continued:
                break

    def give_all(self, place: int, cue: Word) -> None:
        """Give a quotation and those that follow it at once."""
        self.give(place, cue)
        while place + 1 < len(self.quotations) and place + 1 not in self.taken and _adjacent(self, place, place + 1):
            place += 1
            self.give(place, cue)

    def spans(self, cue: Word) -> list[Span]:
        """Return the quotations of a cue in text order."""
        return sorted(self.quotations[place].span for place in self.of_cue.get(cue.i, ()))

    def carry_on(self, cue: Word, end: int) -> None:
        """Give a cue the quotations that follow its sentence, whose last known word ends at `end`."""
        for place in self.places.get(cue.sentence.paragraph, ()):
            start = self.quotations[place].span.start
            if start < end:
                continue
            if place in self.taken:
                return
            gap = self.parsed.text[end:start].rstrip()
            if gap.rstrip("\"“”'’")[-1:] in _STOPS or (not gap and self.parsed.text[end - 1] in _QUOTED_STOPS):
                if not _BOUNDARY.search(gap) and not self._cue_between(cue, end, start):
                    self.give_all(place, cue)
                return

    def speaker_beside(self, cue: Word) -> Word | None:
        """Return who stands between a cue and its quotation, or right behind it: for a parse that quotes confuse."""
        number, spans = cue.sentence.paragraph, self.spans(cue)
        before = [s.end for s in spans if s.end <= cue.start and self.parsed.paragraphs[number].overlaps(s)]
        after = [s.start for s in spans if s.start >= cue.end]
        low = max(before, default=cue.start)
        stop = min(after, default=self.parsed.paragraphs[number].end)
        words = self.parsed.words_in(Span(low, stop)) if low < stop else []
        near = [w for w in words if w.start >= low and w.end <= stop]
        behind = [w for w in near if w.i > cue.i]
        cut = next(
            (k for k, w in enumerate(behind) if w.text in _FULL_STOPS or w.text in {",", ":"} or w.pos == "ADP"),
            len(behind),
        )
        return beside([w for w in near if w.i < cue.i] + behind[:cut], cue)

    def speaker_of(self, cue: Word) -> Word | None:
        """Return who says it, by the parse of a cue."""
        if cue.i not in self._speakers:
            self._speakers[cue.i] = speaker_of(cue, self.inside)
        return self._speakers[cue.i]

    def inside(self, word: Word) -> bool:
        """Whether a word is quoted."""
        return quotation_at(self.quotations, word.start) is not None

    def mended(self, spans: Sequence[Span], cue: Word) -> tuple[Span, ...]:
        """Return spans with the quotations they run into, whole: a parse often ends inside one."""
        quotations = [self.quotations[place].span for place in self.places.get(cue.sentence.paragraph, ())]
        out: list[Span] = []
        for span in spans:
            whole = span
            for quotation in quotations:
                if quotation.overlaps(span) and not (quotation.start < cue.end <= quotation.end):
                    whole = Span(min(whole.start, quotation.start), max(whole.end, quotation.end))
            if out and out[-1].overlaps(whole):
                whole = Span(out[-1].start, max(out.pop().end, whole.end))
            out.append(whole)
        return tuple(out)

    def interrupted(self, cue: Word) -> Span | None:
        """Return the article's words that a cue between commas parts from a quotation that ends their sentence:
        "The dam, he said, “is safe”"."""
        after = [span for span in self.spans(cue) if span.start >= cue.end]
        left = _left_edge(self, cue)
        words = [w for w in cue.sentence.words if w.start < left]
        if not after or len(words) < 2 or words[-1].text != "," or any(self.inside(w) for w in words):
            return None
        quotation = after[0].of(self.parsed.text).lstrip("\"“‘'«»`")
        adjoining = self.parsed.text[cue.end : after[0].start].strip() == ","
        return Span(words[0].start, words[-2].end) if adjoining and quotation[:1].islower() else None

    def led_in(self, cue: Word) -> Span | None:
        """Return the clause that leads to a quotation behind a colon: "says that there are two ways: “Go or stay”"."""
        after = next((span for span in self.spans(cue) if span.start >= cue.end), None)
        words = self.parsed.words_in(Span(cue.end, after.start)) if after is not None and after.start > cue.end else []
        that = next((w for w in words if w.lower == "that" and w.dep == "mark"), None)
        if that is None or words[-1].text != ":" or that.i + 1 >= words[-1].i:
            return None
        return Span(that.start, words[-2].end)

    def block(self, cue: Word) -> Span | None:
        """Return the paragraph that a cue introduces with a colon at the end of its own."""
        number = cue.sentence.paragraph + 1
        if number >= len(self.parsed.paragraphs):
            return None
        rest = self.parsed.text[cue.end : self.parsed.paragraphs[number - 1].end].rstrip()
        introduced = rest.endswith(":") and not any(mark in rest for mark in ".?!;")
        return self.parsed.paragraphs[number] if introduced else None

    def _cue_between(self, cue: Word, start: int, end: int) -> bool:
        """Whether another act of saying, not one that hangs on this cue, stands between."""
        words = self.parsed.words_in(Span(start, end)) if start < end else []
        return any(w.i in self.cues and w.start >= start and cue not in w.ancestors() for w in words)


def attach(parsed: Parsed, quotations: Sequence[Quotation], cues: Sequence[Word]) -> Quoted:
    """Give every quotation that a cue introduces, closes or carries on to that cue; `cues` stand outside quotations."""
    quoted = Quoted(parsed, quotations, frozenset(w.i for w in cues))
    for cue in cues:
        _take_behind(quoted, cue)
    for cue in cues:
        _take_before(quoted, cue)
    for cue in cues:
        if cue.i in quoted.of_cue:
            quoted.carry_on(cue, max(cue.end, *(span.end for span in quoted.spans(cue)), 0))
            quoted.carry_on(cue, cue.end)
            _take_up(quoted, cue)
    _take_orphans(quoted, cues)
    return quoted


def _take_up(quoted: Quoted, cue: Word) -> None:
    """Give the rest of a sentence that a saying and a remark interrupt: "It," he said, pointing up, "is old"."""
    text = quoted.parsed.text
    before = [span for span in quoted.spans(cue) if span.end <= cue.start]
    if not before or before[-1].of(text).rstrip("\"”’'»")[-1:] != ",":
        return
    places = quoted.places.get(cue.sentence.paragraph, ())
    place = next((p for p in places if quoted.quotations[p].span.start >= cue.end), None)
    if place is None or place in quoted.taken:
        return
    start = quoted.quotations[place].span.start
    goes_on = text[start:].lstrip("\"“‘'«»`")[:1].islower() and text[cue.end : start].rstrip().endswith(",")
    if goes_on and not any(w.text in _FULL_STOPS for w in quoted.parsed.words_in(Span(cue.end, start))):
        quoted.give_all(place, cue)


def _take_orphans(quoted: Quoted, cues: Sequence[Word]) -> None:
    """Give a paragraph that is one quotation, with nobody saying it, to who spoke last in the paragraph before."""
    last: dict[int, Word] = {cue.sentence.paragraph: cue for cue in cues}
    for number, paragraph in enumerate(quoted.parsed.paragraphs):
        places = quoted.places.get(number, [])
        rest = paragraph.of(quoted.parsed.text)
        for place in places:
            rest = rest.replace(quoted.quotations[place].span.of(quoted.parsed.text), "")
        if not places or rest.strip() or quoted.taken.intersection(places) or number - 1 not in last:
            continue
        cue = last[number - 1]
        marks = {quoted.parsed.text[span.start] for span in quoted.spans(cue)}
        if quoted.parsed.text[quoted.quotations[places[0]].span.start] in marks:
            quoted.give_all(places[0], cue)
            last[number] = cue


def _take_behind(quoted: Quoted, cue: Word) -> None:
    """Give the quotation that a cue introduces: said, "..."; said: "..."; and, behind a colon, the next paragraph's."""
    number = cue.sentence.paragraph
    place = next((p for p in quoted.places.get(number, ()) if quoted.quotations[p].span.start >= cue.end), None)
    if place is None:
        _take_next_paragraph(quoted, cue)
    elif _introduces(quoted, cue, quoted.quotations[place]):
        quoted.give(place, cue)


def _introduces(quoted: Quoted, cue: Word, quotation: Quotation) -> bool:
    text = quoted.parsed.text
    gap = text[cue.end : quotation.span.start].strip()
    words = (
        [w for w in quoted.parsed.words_in(Span(cue.end, quotation.span.start)) if w.start >= cue.end] if gap else []
    )
    if len(words) > _WIDEST_GAP or any(w.text in _FULL_STOPS or w.i in quoted.cues for w in words):
        return False
    if gap.endswith(":"):
        return not any(w.tag in _FINITE and w.dep in {"conj", "ROOT"} for w in words)
    if not all(_of_saying(w) for w in words) or (len(words) > 1 and _closed_by_another(quoted, cue, quotation)):
        return False
    if any(w.tag in _FINITE and w.dep == "conj" for w in words):
        return False  # "mentioned him, and the crowd took up the chant"
    if any(w.dep in ANY_SUBJECT and w.head.start >= quotation.span.start for w in words):
        return False  # "says the mayor “cannot win”" is read with its clause
    if any(w.dep == "dobj" and w.head is cue and w.lower == "it" for w in words):
        return False  # "declaring it “a wonder”" is read with its object
    if gap.endswith(","):
        return True
    governed = (bool(words) and words[-1].pos in {"ADP", "DET", "ADJ", "PART", "AUX"}) or gap.endswith(("'s", "’s"))
    return _whole_sentence(text, quotation) and not governed


def _closed_by_another(quoted: Quoted, cue: Word, quotation: Quotation) -> bool:
    """Whether a finite cue right behind a quotation says it: "When she offered billions, “we were poor,” Roe said"."""
    text = quoted.parsed.text
    if quotation.span.of(text).rstrip("\"”’'»")[-1:] != ",":
        return False
    behind = (w for w in cue.sentence.words if w.i in quoted.cues and w.start >= quotation.span.end)
    closer = next((w for w in behind if w.tag in _FINITE), None)
    return closer is not None and not text[quotation.span.end : _left_edge(quoted, closer)].strip()


def _of_saying(word: Word) -> bool:
    """Whether a word between cue and quotation belongs to the saying and not to what is said."""
    return word.dep in _BETWEEN_DEPS and word.lower not in {"that", "if", "whether"}


def _whole_sentence(text: str, quotation: Quotation) -> bool:
    """Whether a quotation starts like a sentence and ends like one, so that it is no phrase quoted in passing."""
    inner = quotation.span.of(text).strip("\"“”‘’'«»` ")
    if not inner:
        return False
    return (inner[0].isupper() or inner[0] in "[(…." or len(inner.split()) > 3) and inner[-1] in ".?!,…"


def _take_next_paragraph(quoted: Quoted, cue: Word) -> None:
    following = quoted.block(cue)
    if following is None:
        return
    number = cue.sentence.paragraph + 1
    for place in quoted.places.get(number, ())[:1]:
        if quoted.quotations[place].span.start == following.start:
            quoted.give(place, cue)


def _take_before(quoted: Quoted, cue: Word) -> None:
    """Give the quotation that a cue closes: "...," he said; with the quotations that stand right before it."""
    left = _left_edge(quoted, cue)
    number = cue.sentence.paragraph
    earlier = [p for p in quoted.places.get(number, ()) if quoted.quotations[p].span.end <= left]
    if not earlier or earlier[-1] in quoted.taken:
        return
    place = earlier[-1]
    if not _closes(quoted, quoted.quotations[place], left):
        return
    chain = [place]
    for before in reversed(earlier[:-1]):
        if before in quoted.taken or not _adjacent(quoted, before, chain[-1]):
            break
        chain.append(before)
    first = quoted.quotations[chain[-1]]
    if not _opens_sentence(quoted, first):
        return
    for one in reversed(chain):
        quoted.give(one, cue)
    _open_before(quoted, cue, chain[-1])


def _open_before(quoted: Quoted, cue: Word, first: int) -> None:
    """Give the earlier paragraphs of a quotation that runs up to a cue."""
    while quoted.quotations[first].continued and first - 1 not in quoted.taken:
        first -= 1
        quoted.taken.add(first)
        quoted.of_cue[cue.i].append(first)


def _left_edge(quoted: Quoted, cue: Word) -> int:
    """Return where the saying starts: at its speaker if that stands before the cue and behind the quotation."""
    speaker = quoted.speaker_of(cue)
    if speaker is not None and speaker.i < cue.i and speaker.sentence.paragraph == cue.sentence.paragraph:
        outside = [w for w in speaker.subtree() if w.i < cue.i and not quoted.inside(w)]
        near = [w for w in outside if quoted.parsed.text[w.start : w.end] not in ",\"“”''"]
        return min((w.start for w in near), default=cue.start)
    return cue.start


def _closes(quoted: Quoted, quotation: Quotation, left: int) -> bool:
    text = quoted.parsed.text
    gap = text[quotation.span.end : left]
    inner = quotation.span.of(text).rstrip("\"“”‘’'«»` ")
    words = (
        [w for w in quoted.parsed.words_in(Span(quotation.span.end, left)) if w.start >= quotation.span.end]
        if gap
        else []
    )
    if any(w.pos not in {"ADV", "PUNCT", "AUX", "SPACE"} for w in words) or any(
        w.text in {".", ";", ":"} for w in words
    ):
        return False
    return inner[-1:] in _ENDS_SPEECH or gap.strip()[:1] in {",", "—", "–"}


def _opens_sentence(quoted: Quoted, quotation: Quotation) -> bool:
    """Whether a quotation stands at the start of a sentence, with no words of the article before it there."""
    paragraph = quoted.parsed.paragraphs[quotation.paragraph]
    before = quoted.parsed.text[paragraph.start : quotation.span.start].rstrip()
    return not before or before[-1] in '.?!:;—–…”"' or (before[-1] in "'’)" and before[-2:-1] in ".?!")


def _adjacent(quoted: Quoted, one: int, other: int) -> bool:
    """Whether nothing but space stands between two quotations of a paragraph."""
    low, high = sorted((one, other))
    first, second = quoted.quotations[low], quoted.quotations[high]
    return first.paragraph == second.paragraph and quoted.parsed.text[first.span.end : second.span.start].strip(
        " ,"
    ) in {"", "and"}
