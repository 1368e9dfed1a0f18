"""Finding the temporal expressions of a parsed text and reading them from the day of its publication."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.accounts import Fiscal, is_reported_early
from timeline.dates.anchored import DayOfMonth
from timeline.dates.backward import counted_back
from timeline.dates.composed import Clock
from timeline.dates.course import Course, as_told
from timeline.dates.datelines import written_on
from timeline.dates.grammar import readings
from timeline.dates.lengths import Reference
from timeline.dates.narration import is_day_of_month, is_named_day, is_news, narrates, opening_scene
from timeline.dates.readings import Preposition, Reading
from timeline.dates.rules import Found
from timeline.dates.sides import read
from timeline.dates.tense import Tense, is_attribute, is_of_topic, tells_of_past, tells_of_saying, tense_over
from timeline.dates.tokens import Run, runs
from timeline.dates.uncertain import UncertainDate, hull
from timeline.dates.values import Context, Counted, Kind
from timeline.language.parse import Parsed, Word
from timeline.language.quotations import quotation_at, quotations_of
from timeline.model import Publication, Span

#: How many paragraphs that open with a time of the clock make a report of the running day.
_ENTRIES = 3
_SOON = Reference("FUTURE_REF")
#: What makes two expressions one interval by itself, or leaves open which of them is meant.
_JOINING = frozenset({"-", "–", "—", "through", "thru", "or", "or in", "or on"})


def find(parsed: Parsed, publication: Publication) -> list[Reading]:
    """Return the temporal expressions of a text, in text order, none overlapping.

    Without a day of publication what counts from it has no date (never "today's"); absolute dates still have theirs.
    """
    expressions = [(run, found) for run in runs(parsed) for found in readings(run)]
    course = _begin(parsed, expressions, publication)
    values = [found.value for _, found in expressions]
    news = sum(is_news(found.value) and _quoted_in(parsed, _span(run, found)) is None for run, found in expressions)
    course.narrating = narrates(values, publication.day, news)
    course.opening = opening_scene(values, publication.day) if course.narrating else None
    entries = sum(isinstance(found.value, Clock) and _opens(parsed, run, found) for run, found in expressions)
    course.running = entries >= _ENTRIES
    course.cues = _cue_days(parsed, expressions, course)
    readings_found = [reading for run, found in expressions if (reading := _next(course, parsed, run, found))]
    return _join_ranges(parsed, counted_back(parsed, readings_found))


def _begin(parsed: Parsed, expressions: list[tuple[Run, Found]], publication: Publication) -> Course:
    """Return the course of a text as it begins: counted from the day of its dateline, else from that of publication."""
    published = UncertainDate.day(publication.day) if publication.day else None
    course = Course(published)
    for run, found in expressions[:1]:
        date = found.value.read(course.context(_head(run, found).sentence, opens=False)).date
        written = written_on(parsed.words_in(_span(run, found)), date, published)
        if written is not None:
            return Course(written, given_by="dateline")
    return course


def _cue_days(parsed: Parsed, expressions: list[tuple[Run, Found]], course: Course) -> dict[int, UncertainDate]:
    """Return the day on which something was said by its sentence, where the words at the saying name it."""
    days: dict[int, UncertainDate] = {}
    for run, found in expressions:
        word = _head(run, found)
        if not is_named_day(found.value) or not tells_of_saying(word):
            continue
        if _quoted_in(parsed, _span(run, found)) is not None:
            continue
        day = found.value.read(course.context(word.sentence, opens=False)).date
        if day is not None and day.is_day:
            days[word.sentence.i] = day
    return days


def _opens(parsed: Parsed, run: Run, found: Found) -> bool:
    """Whether an expression opens its paragraph."""
    token = run.tokens[found.start]
    return token.word is not None and token.start == parsed.paragraphs[token.word.sentence.paragraph].start


def _next(course: Course, parsed: Parsed, run: Run, found: Found) -> Reading | None:
    """Read one expression and note what later ones may count from."""
    span, word = _span(run, found), _head(run, found)
    tense, quoted = tense_over(word), _quoted_in(parsed, span)
    if tense is Tense.PAST and found.value == _SOON:
        return None
    context = _context(course, found, word, quoted, opens=_opens(parsed, run, found))
    if is_reported_early(found.value, context) and tells_of_past(word):
        found = replace(found, value=Fiscal(found.value))
    reading = read(span, span.of(parsed.text), found, word, context)
    if found.value.counted is Counted.TOLD and _contradicts(reading, context, tense, course):
        reading = read(span, span.of(parsed.text), found, word, replace(context, told=None, day=None))
    passing, topic = is_attribute(word), is_of_topic(word)
    course.note(found.value, reading, word.sentence, passing=passing, topic=topic, quoted=quoted)
    return reading


def _context(course: Course, found: Found, word: Word, quoted: int | None, *, opens: bool) -> Context:
    """Return what an expression can be counted from: the text as far as it has got, or the words quoted."""
    value, sentence = found.value, word.sentence
    context = course.context(sentence, opens=opens, quoted=quoted)
    if quoted is None:
        context = as_told(context, course.back(value, tense_over(word), sentence.paragraph), None)
    elif is_news(value) or isinstance(value, DayOfMonth):
        context = as_told(context, None, course.spoken(sentence))
    if is_day_of_month(value) and context.scene is None:
        context = replace(context, scene=course.opening)
    if is_day_of_month(value) and is_attribute(word) and (named := course.named_before(value)) is not None:
        context = replace(context, scene=named)
    return course.moved_to_scene(context) if found.rule.endswith("the-unit") else context


def _contradicts(reading: Reading, context: Context, tense: Tense, course: Course) -> bool:
    """Whether what is told as done, or as it stands, would be to come: then it counts from another date."""
    if not course.lies_ahead(reading.date):
        return False
    return tense is Tense.PAST or (tense is Tense.PRESENT and not course.lies_ahead(context.told))


def _span(run: Run, found: Found) -> Span:
    return Span(run.tokens[found.start].start, run.tokens[found.end - 1].end)


def _quoted_in(parsed: Parsed, span: Span) -> int | None:
    """Return the paragraph in which the quotation begins that an expression stands in; None outside of all."""
    quotations = quotations_of(parsed)
    quotation = quotation_at(quotations, span.start)
    if quotation is None or quotation.single:
        return None
    place = quotations.index(quotation)
    while quotations[place].continued and place:
        place -= 1
    return quotations[place].paragraph


def _head(run: Run, found: Found) -> Word:
    """Return the expression's word whose governor stands outside it."""
    words = [token.word for token in run.tokens[found.start : found.end] if token.word is not None]
    inside = {word.i for word in words}
    governed = [word for word in words if word.head is word or word.head.i not in inside]
    return next((word for word in governed if word.dep != "det"), words[0])


def _join_ranges(parsed: Parsed, found: list[Reading]) -> list[Reading]:
    """Give both ends of "from March to May" and "in April or May" the whole interval."""
    out = list(found)
    for at in range(len(out) - 1):
        whole = _whole(parsed, out[at], out[at + 1])
        if whole is None:
            continue
        for end in (at, at + 1):
            out[end] = replace(
                out[end],
                past=whole[0],
                future=whole[1],
                preposition=Preposition.BETWEEN,
                derivation=f"an end of a range, {out[end].derivation}",
            )
    return out


def _whole(parsed: Parsed, low: Reading, high: Reading) -> tuple[UncertainDate | None, UncertainDate | None] | None:
    between = parsed.text[low.span.end : high.span.start].strip().lower()
    before = parsed.text[max(0, low.span.start - 9) : low.span.start].strip().lower().rsplit(" ", 1)[-1]
    joined = {"from": {"to", "until", "till", "through", "and until"}, "between": {"and"}}.get(before, set())
    if between not in joined and between not in _JOINING:
        return None
    if low.past is None or high.past is None or low.kind is not Kind.DATE or high.kind is not Kind.DATE:
        return None
    return _past_hull(low, high), hull(low.future or low.past, high.future or high.past)


def _past_hull(low: Reading, high: Reading) -> UncertainDate | None:
    """Return the range that is over; of "between May and March" the beginning is the one before the end."""
    if low.past is None or high.past is None:
        return None
    earlier = low.relative.reanchor(high.past) if low.relative else None
    return hull(low.past, high.past) or (hull(earlier, high.past) if earlier else None)
