"""The clause that a verb of saying reports: behind it, before it, around it, wherever the parse hangs it."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.statement_lexicon import Frame, VerbClass, lexicon, senses
from timeline.events.statement_status import is_negated
from timeline.events.statement_voice import in_passing, passive
from timeline.language.parse import Word
from timeline.model import Span

_EDGE = frozenset(",.;:—–-…!?")
_OPEN = frozenset({"(", "["})
#: Children of a cue that belong to the saying itself.
_CORE = frozenset({"aux", "auxpass", "neg", "advmod", "prt", "agent", "dative", "npadvmod"})
_QUESTIONS = frozenset({"whether", "if", "how", "why"})
#: What has not been said may be a time or a place: "has not said when he will leave".
_UNKNOWN = frozenset({"when", "where"})
_BESIDES = frozenset({"conj", "advcl"})
#: Words that open a remark of the article's own behind what somebody said.
_CONTINUES = frozenset({"prep", "advcl", "conj", "acl"})
_LIKEWISE = frozenset({"as"})
_CONTRASTS = frozenset({"while", "although", "though", "whereas"})
_ASIDES = _CONTRASTS | {"as"}
#: Words with which a sentence sets the scene of a saying: "When he left, she said".
_OPENS_ASIDE = frozenset({"when", "as", "after", "before", "while", "although", "though", "since", "because", "once"})
_TIMES = frozenset({"hour", "minute", "day", "night", "morning", "week", "month", "year", "time", "moment"})


def spans_of(words: Iterable[Word]) -> tuple[Span, ...]:
    """Return words as spans: runs without a gap, with punctuation at their edges trimmed."""
    runs: list[list[Word]] = []
    for word in sorted(set(words), key=lambda w: w.i):
        if runs and word.i == runs[-1][-1].i + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    trimmed = [trim(run) for run in runs]
    return tuple(
        Span(run[0].start, run[-1].end) for run in trimmed if any(w.text[0].isalnum() or len(w.text) > 2 for w in run)
    )


def trim(run: list[Word]) -> list[Word]:
    """Cut commas and stops off both ends, and "and" off the last, but keep what stands inside quotation marks, and no
    bracket alone."""
    low, high = 0, len(run)
    while low < high and (run[low].text in _EDGE or run[low].text in {")", "]"}):
        low += 1
    while high > low and (run[high - 1].text in _EDGE or run[high - 1].text in _OPEN or run[high - 1].dep == "cc"):
        high -= 1
    return run[low:high]


def core(cue: Word) -> set[int]:
    """Return the words of the saying itself: speaker, cue, helpers, adverbs; not what is said.

    Of two subjects the nearer one speaks: the other was torn off the clause that the saying interrupts.
    """
    found = {cue.i}
    subjects = [c for c in cue.children if c.dep in {"nsubj", "nsubjpass"}]
    speaker = min(subjects, key=lambda w: abs(w.i - cue.i), default=None)
    for child in cue.children:
        if child is speaker or child.dep in _CORE:
            found.update(w.i for w in child.subtree())
    return found


def clause(cue: Word, of: VerbClass) -> list[Word]:
    """Return the clause said, before, behind or around the cue."""
    clauses = [c for c in cue.children if c.dep == "ccomp" and not infinitival(c) and not _ends_before(c, cue)]
    clauses = [c for c in clauses if not _says_besides(c, clauses)]
    if Frame.ADDRESSEE in of.frames or "ask" in of.name:
        clauses += [c for c in cue.children if c.dep == "advcl" and c.i > cue.i and _marked(c, _QUESTIONS)]
        hearers = [o for o in cue.children if o.dep in {"dobj", "dative"}]
        clauses += [
            c for o in hearers for c in o.children if _mistaken_relative(c) or (not clauses and _bare_clause(c))
        ]
    if not clauses and is_negated(cue):
        clauses = [c for c in cue.children if c.dep == "advcl" and c.i > cue.i and _marked(c, _UNKNOWN)]
    if not clauses:
        clauses = [c for noun in _adjuncts(cue) for c in noun.children if _mistaken_relative(c)][:1]
    own = core(cue)
    if clauses and Frame.ADDRESSEE in of.frames:
        told = {w.i for c in cue.children if c.dep == "dobj" and c.i > cue.i for w in c.subtree()}
        own |= told - {w.i for c in clauses for w in c.subtree()}
    behind = [c for c in clauses if c.i > cue.i]
    if behind and not _aside(cue, own):
        return _behind(cue, behind, own)
    if clauses:
        return _around(cue, clauses, own)
    if (
        cue.dep in {"parataxis", "ccomp", "dep", "advcl"}
        and any(c.dep == "nsubj" for c in cue.children)
        and cue.head is not cue
        and not any(c.dep in {"xcomp", "ccomp"} for c in cue.children)
        and ((_aside(cue, _with_hearer(cue, of, own)) and not _marked(cue)) or _likens(cue))
    ):
        outside = {w.i for w in cue.subtree()} - {w.i for c in _continuing(cue, own) for w in c.subtree()}
        return [w for w in _host(cue).subtree() if w.i not in outside]
    return _before_aside(cue, of)


def _ends_before(clause: Word, cue: Word) -> bool:
    """Whether a semicolon closes a clause before the cue: "Roe wrote on Monday; Lund replied to him"."""
    behind = max(w.i for w in clause.subtree()) + 1 - cue.sentence.words[0].i
    words = cue.sentence.words
    return clause.i < cue.i and behind < len(words) and words[behind].text == ";"


def _with_hearer(cue: Word, of: VerbClass, own: set[int]) -> set[int]:
    """Return the words of a saying with those of who is told: "The dam, she tells the crowd, is old"."""
    told = [c for c in cue.children if c.dep == "dobj" and c.i > cue.i] if Frame.ADDRESSEE in of.frames else []
    return own | {w.i for c in told for w in c.subtree()}


def _likens(cue: Word) -> bool:
    """Whether a saying behind "as" is of the clause beside it ("as she noted, it leaks"), and tells no occasion ("came
    as they repeated their demand", "as he joked with her, it broke")."""
    other = any(c.dep == "dobj" or (c.dep == "prep" and c.lower == "with") for c in cue.children if c.i > cue.i)
    return _marked(cue, _LIKEWISE) and not other


def _says_besides(clause: Word, clauses: list[Word]) -> bool:
    """Whether a second clause joined by "and" is another's saying: "Roe said it was old and Lund said it leaked"."""
    before = clause.sentence.words[max(0, min(w.i for w in clause.subtree()) - clause.sentence.words[0].i - 1)]
    second = any(c.i < clause.i for c in clauses) and before.dep == "cc"
    return second and bool(senses(clause)) and any(c.dep == "nsubj" for c in clause.children)


def _host(cue: Word) -> Word:
    """Return the clause that a saying between commas interrupts, or stands between the parts of."""
    host = cue.head
    while host.head is not host and host.dep in {"aux", "auxpass"}:
        host = host.head
    saying = {w.i for w in cue.subtree()}
    first = all(w.i > cue.i for w in host.subtree() if w.i not in saying)
    return host.head if first and host.dep == "conj" else host


def _continuing(cue: Word, own: set[int]) -> list[Word]:
    """Return what the parse hung on a cue between commas although what is said goes on with it."""
    behind = [c for c in cue.children if c.i > cue.i and c.dep in _CONTINUES and c.i not in own]
    return [c for c in behind if behind_comma(c) and not _stands_besides(c, cue) and c.tag != "VBG"]


def _before_aside(cue: Word, of: VerbClass) -> list[Word]:
    """Return the words before a saying that closes its sentence behind a comma, where the parse does not join them."""
    subject = next((c for c in cue.children if c.dep == "nsubj"), None)
    finite = cue.tag in {"VBD", "VBZ", "VBP"} and not _marked(cue)
    if subject is None or not finite or subject.tag in {"WP", "WDT"}:
        return []
    if any(c.dep in {"dobj", "xcomp"} and c.i > cue.i for c in cue.children) and Frame.ADDRESSEE not in of.frames:
        return []
    words = cue.sentence.words
    low = min(w.i for w in [cue, *(w for w in subject.subtree() if w.i <= cue.i or subject.i > cue.i)]) - words[0].i
    behind = words[cue.i - words[0].i + 1 :]
    if low < 2 or words[low - 1].text != "," or any(w.pos in {"VERB", "AUX"} for w in behind):
        return []
    before = words[: low - 1]
    return [] if _sets_the_stage(before) or _belongs_to(before, cue) else before


def _belongs_to(words: list[Word], cue: Word) -> bool:
    """Whether a sentence's first words are a phrase of a cue that has its words behind it: "In a letter dated May 2, he
    asked for time", "Asked whether it was safe, she said no"."""
    phrase = words[0]
    alone = phrase.head is cue and (phrase.dep == "prep" or (phrase.dep == "advcl" and phrase.tag == "VBN"))
    below = {w.i for w in phrase.subtree()}
    return alone and all(w.i in below for w in words) and any(c.i > cue.i and c.dep != "punct" for c in cue.children)


def _sets_the_stage(words: list[Word]) -> bool:
    """Whether a sentence's first words only lead to the saying: "When he left", "In May"."""
    if words[0].lower in _OPENS_ASIDE:
        return not any(w.text == "," for w in words)
    return words[0].pos in {"ADP", "CCONJ"} and not any(w.pos in {"VERB", "AUX"} for w in words)


def _behind(cue: Word, clauses: list[Word], own: set[int]) -> list[Word]:
    clauses = clauses + [c for c in cue.children if c.dep == "conj" and c.i > cue.i and _is_told_too(c)]
    words = [w for clause in clauses for w in clause.subtree() if w.i > cue.i and w.i not in own]
    last = max(w.i for w in words) if words else cue.i
    for child in cue.children:
        if child.i > last and child.dep in {"advcl", "prep", "npadvmod", "advmod"} and not behind_comma(child):
            words += child.subtree()
            last = max(w.i for w in words)
    if (
        (cue.tag == "VBN" or in_passing(cue))
        and passive(cue)
        and not any(c.dep in {"nsubjpass", "auxpass"} for c in cue.children)
    ):
        return _before_comma(words)
    return _pruned(words, cue)


def _is_told_too(clause: Word) -> bool:
    """Whether a clause that the parse joined to the cue opens with "that": "said it was old and that it leaked"."""
    return any(c.dep == "mark" and c.lower == "that" for c in clause.children)


def _before_comma(words: list[Word]) -> list[Word]:
    """Return words up to the first comma: "Asked whether it was safe, she left"."""
    ordered = sorted(words, key=lambda w: w.i)
    end = next((k for k, w in enumerate(ordered) if w.text == "," and k), len(ordered))
    return ordered[:end]


def _pruned(words: list[Word], cue: Word) -> list[Word]:
    """Cut off what the parse hangs on a reported clause although the sentence says it besides."""
    cut: set[int] = set()
    for word in words:
        if _comments(word):
            cut.update(w.i for w in word.subtree())
        if word.dep in _BESIDES and _stands_besides(word, cue):
            cut.update(w.i for w in word.subtree())
            cut.update(c.i for c in word.head.children if c.dep == "cc" and word.head.i < c.i < word.i)
    return [w for w in words if w.i not in cut]


def _comments(word: Word) -> bool:
    """Whether a noun behind a comma says what the saying was: "it was false, an admission that", "claims that"."""
    noun = word.dep in {"npadvmod", "appos"} and any(c.dep in {"acl", "relcl"} for c in word.children)
    known = word.lemma.lower() in lexicon().nouns
    return plural_for_verb(word) or (noun and known and behind_comma(word))


def plural_for_verb(word: Word) -> bool:
    """Whether what the parse takes for a verb is a plural noun: "she complied, claims that nobody could check"."""
    words = word.sentence.words
    place = word.i - words[0].i
    linked = word.dep == "ccomp" or (word.dep == "conj" and word.head.tag == "VBD")
    if word.tag != "VBZ" or not linked or word.lemma.lower() not in lexicon().nouns or not 0 < place < len(words) - 1:
        return False
    bare = not any(c.dep in {"nsubj", "nsubjpass"} for c in word.children)
    return bare and words[place - 1].text == "," and words[place + 1].lower == "that"


def _stands_besides(word: Word, cue: Word) -> bool:
    """Whether a clause inside the reported one is another saying, or a remark behind a comma."""
    if _opens_with_that(word):
        return False
    saying = any(not of.documents for of in senses(word))
    subject = any(c.dep in {"nsubj", "nsubjpass"} for c in word.children)
    if word.dep == "conj":
        return saying and (subject or word.tag == cue.tag)
    if word.dep == "advcl" and behind_comma(word):
        return (saying and word.tag == "VBG" and not subject) or _marked(word, _ASIDES)
    return False


def _opens_with_that(clause: Word) -> bool:
    """Whether a clause joined by "and" says what else was said: "and that it leaked"."""
    first = min((c for c in clause.subtree() if c.dep != "cc"), key=lambda w: w.i)
    return first.lower == "that"


def _around(cue: Word, clauses: list[Word], own: set[int]) -> list[Word]:
    """Return the sentence that a cue stands in or behind: "Today, he said, we rest"."""
    words = [w for clause in clauses for w in clause.subtree() if w.i not in own]
    first_core = min(own)
    for child in cue.children:
        if child.i < first_core and child.dep not in {"punct", "conj"}:
            words += [w for w in child.subtree() if w.i < first_core]
        elif child.i > cue.i and child.dep in _CONTINUES and behind_comma(child) and not _stands_besides(child, cue):
            words += child.subtree()
    return words


def _aside(cue: Word, own: set[int]) -> bool:
    """Whether cue and speaker stand between commas, or behind one at the sentence's end."""
    words = cue.sentence.words
    base = words[0].i
    run = _run(cue, own)
    before = words[run[0] - base - 1] if run[0] > base else None
    after = words[run[-1] - base + 1] if run[-1] - base + 1 < len(words) else None
    return before is not None and before.text == "," and (after is None or after.text in {",", ".", ";", "?", "!", ")"})


def _run(cue: Word, own: set[int]) -> list[int]:
    """Return the unbroken run of the saying's words that the cue stands in."""
    low = high = cue.i
    while low - 1 in own:
        low -= 1
    while high + 1 in own:
        high += 1
    return [low, high]


def infinitival(verb: Word) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return verb.tag == "VB" and any(c.tag == "TO" for c in verb.children)


def _marked(verb: Word, words: frozenset[str] | None = None) -> bool:
    """Whether a clause opens with a subordinating word, one of the given or any."""
    if words is None:
        return any(c.dep == "mark" for c in verb.children)
    return any(c.dep in {"mark", "advmod"} and c.lower in words for c in verb.children)


def _mistaken_relative(clause: Word) -> bool:
    """Whether a clause read as describing the one spoken to is what is told: "told the town that it was safe"."""
    if clause.dep not in {"relcl", "acl"} or clause.tag == "VBG":
        return False
    first = min(clause.subtree(), key=lambda w: w.i)
    subject = next((c for c in clause.children if c.dep in {"nsubj", "nsubjpass"}), None)
    return first.lower == "that" and subject is not None and subject is not first


def _bare_clause(clause: Word) -> bool:
    """Whether a clause without "that" behind the one spoken to is whole: "told the forum he was against it"."""
    if clause.dep != "relcl" or clause.tag in {"VBG", "VBN", "VB"}:
        return False
    subject = min(clause.subtree(), key=lambda w: w.i)
    whole = any(
        c.dep in {"acomp", "attr", "dobj", "ccomp", "prep", "xcomp"} and c.i > clause.i for c in clause.children
    )
    return subject.dep in {"nsubj", "nsubjpass"} and subject.tag == "PRP" and whole


def _adjuncts(cue: Word) -> list[Word]:
    """Return the nouns of time, place and channel behind a cue: "wrote in the morning hours that"."""
    behind = [c for c in cue.children if c.i > cue.i]
    inner = [n for c in behind if c.dep == "prep" for n in c.children if n.dep == "pobj"]
    return [n for n in [c for c in behind if c.dep == "npadvmod"] + inner if _sets_scene(n)]


def _sets_scene(noun: Word) -> bool:
    timed = noun.lemma.lower() in _TIMES or any(w.entity in {"DATE", "TIME"} for w in noun.subtree() if w.i <= noun.i)
    return timed or noun.lemma.lower() in lexicon().channels


def behind_comma(word: Word) -> bool:
    """Whether a comma stands right before a phrase."""
    first = min(word.subtree(), key=lambda w: w.i)
    words = first.sentence.words
    place = first.i - words[0].i - 1
    remark = word.tag == "VBG" or _marked(word, _CONTRASTS)
    if remark and place > 0 and words[place].tag == "''":  # "it is old,” adding that"
        place -= 1
    return place >= 0 and words[place].text in {",", "—", "–", ";"}
