"""What the reading of a text has come across so far, from which later expressions count."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timeline.dates.accounts import Ended, SameQuarter, is_of_calendar
from timeline.dates.anchored import Shifted, Yearly
from timeline.dates.direction import directed
from timeline.dates.lengths import Duration
from timeline.dates.narration import is_long_ago, is_news
from timeline.dates.readings import Reading
from timeline.dates.recurring import MonthDay, Quarter
from timeline.dates.stretches import Unit
from timeline.dates.tense import Tense
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Comparison, Context, Counted, Fixed, Kind, Value
from timeline.language.parse import Sentence

#: How many sentences a quarter stays in reach of "a year earlier".
_REACH = 4
#: How many paragraphs a flashback lasts without a date of its own.
_LASTS = 2
#: Days that a date may be wide to set a scene, and to open a flashback ("in the fall of 2007").
_SCENE, _OPENING = 31, 92
#: Characters before an expression that opens its sentence ("In the fall of 2007, ...", "Early on May 3, ...").
_FRONT = 9
#: Paragraphs behind a date told from which on news is about something else.
_FAR = 4
#: Days before publication from which words within a quotation count from the day they were spoken.
_OLD = 7


class Told(NamedTuple):
    """A date told, and the paragraph it stands in."""

    date: UncertainDate
    paragraph: int


class Quoted(NamedTuple):
    """The dates told last in a quotation, any and a single day, and the paragraph in which it begins."""

    paragraph: int
    told: UncertainDate | None = None
    day: UncertainDate | None = None


@dataclass(slots=True)
class Course:
    """The dates told last: any, a single day, a quarter spoken of, the scene of a narration, a flashback."""

    published: UncertainDate | None
    narrating: bool = False
    #: What gives the day that is counted from: "published", or the dateline.
    given_by: str = "published"
    #: In a narration, its first date of long ago.
    opening: UncertainDate | None = None
    told: Told | None = None
    day: Told | None = None
    #: What somebody quoted has told: from there on only the same words count.
    quoted: Quoted | None = None
    #: Whether entries with their times of the clock tell the day of publication as it runs.
    running: bool = False
    #: Whether the day told last is another one than that of publication.
    moved: bool = False
    quarter: UncertainDate | None = None
    quarter_sentence: int = -9
    #: The TIMEX3 value of that quarter, if it is of a company's own calendar.
    fiscal: str | None = None
    scene: UncertainDate | None = None
    flashback: Told | None = None
    #: The days named at a saying, by its sentence.
    cues: dict[int, UncertainDate] = field(default_factory=dict)
    #: The days told with their year, by month and day; None where they are of several years.
    named: dict[tuple[int, int], UncertainDate | None] = field(default_factory=dict)

    def context(self, sentence: Sentence, *, opens: bool, quoted: int | None = None) -> Context:
        """Return what an expression in a sentence can be counted from; `opens` if it opens its paragraph, `quoted` is
        the paragraph in which the quotation begins that it stands in."""
        near = sentence.i - self.quarter_sentence <= _REACH
        told, day = self._in_reach(self.told, sentence.paragraph), self._in_reach(self.day, sentence.paragraph)
        here = self.published if opens and self.running else self._here(sentence.paragraph)
        if quoted is not None:
            told, day = self._quoted(quoted)[1:]
            here = day
        return Context(
            self.published,
            told,
            day,
            self.quarter,
            quarter_is_near=near,
            fiscal=self.fiscal,
            here=here,
            scene=self.scene,
            given_by=self.given_by,
        )

    def _in_reach(self, told: Told | None, paragraph: int) -> UncertainDate | None:
        """Return a date told if the text still goes on from it: news is soon elsewhere, a narration is not."""
        if told is None or (not self.narrating and paragraph - told.paragraph > _FAR):
            return None
        return told.date

    def _quoted(self, paragraph: int) -> Quoted:
        """Return what the quotation that begins in a paragraph has told so far."""
        return self.quoted if self.quoted and self.quoted.paragraph == paragraph else Quoted(paragraph)

    def _here(self, paragraph: int) -> UncertainDate | None:
        """Return the day of this paragraph or the last, or that of publication while the text has told of no other."""
        if not self.moved:
            return self.published
        return self.day.date if self.day and paragraph - self.day.paragraph <= 1 else None

    def back(self, value: Value, tense: Tense, paragraph: int) -> UncertainDate | None:
        """Return the date that a flashback has reached, for what comes round every year in it."""
        inner = directed(value)
        if self.flashback is None or paragraph - self.flashback.paragraph > _LASTS:
            return None
        fits = isinstance(inner, Yearly) and inner.which is None and not isinstance(inner.pattern, Quarter)
        return self.flashback.date if fits and tense not in {Tense.PRESENT, Tense.FUTURE} else None

    def spoken(self, sentence: Sentence) -> UncertainDate | None:
        """Return the day that words quoted were spoken on: told in their sentence, or if older in their paragraph."""
        if sentence.i in self.cues:
            return self.cues[sentence.i]
        paragraph = sentence.paragraph
        if self.day is None or self.day.paragraph != paragraph or self.published is None:
            return None
        return self.day.date if (self.published.bounds[0] - self.day.date.bounds[0]).days > _OLD else None

    def lies_ahead(self, date: UncertainDate | None) -> bool:
        """Whether a date is wholly after the day of publication."""
        if date is None or self.published is None:
            return False
        return date.earliest is not None and date.earliest > self.published.bounds[1]

    def moved_to_scene(self, context: Context) -> Context:
        """Return a context in which "the week" is that of the scene a narration has reached."""
        return replace(context, published=self.scene) if self.scene else context

    def note(
        self,
        value: Value,
        reading: Reading,
        sentence: Sentence,
        *,
        passing: bool,
        topic: bool,
        quoted: int | None = None,
    ) -> None:
        """Note what later expressions may count from; a date told in passing leaves the day told before, and from that
        of a topic nothing counts. From a date quoted only the same words go on."""
        date = reading.date
        self.note_length(value)
        if is_news(value) and quoted is None:
            self.flashback = None
        if date is None or reading.kind not in (Kind.DATE, Kind.TIME):
            return
        if isinstance(value, Shifted) and value.comparison is not Comparison.NONE:
            if value.unit is Unit.QUARTER:
                self.quarter_sentence = sentence.i
            return
        self._note_name(value, date)
        self._note_any_quarter(value, reading, date, sentence)
        if quoted is not None:
            self.quoted = Quoted(quoted, date, date if date.is_day else None)
            return
        self._note_told(value, date, sentence.paragraph, passing=passing, topic=topic)
        opens = reading.span.start - sentence.words[0].start <= _FRONT
        self._note_flashback(value, date, sentence.paragraph, opens=opens)
        if self.narrating and self._sets_scene(value, date, topic=topic):
            self.scene = date

    def _note_told(self, value: Value, date: UncertainDate, paragraph: int, *, passing: bool, topic: bool) -> None:
        near = self.day is not None and paragraph - self.day.paragraph <= 1
        if topic and not near:
            self.told = self.day = None
        elif not topic and not (passing and near):
            self.told = self._told_by(value, date, paragraph)
            self._note_day(date, paragraph)

    def _sets_scene(self, value: Value, date: UncertainDate, *, topic: bool) -> bool:
        """Whether a narration has reached a date: a past one of some days at most, and not told in passing."""
        is_past = self.published is None or date.bounds[1] <= self.published.bounds[1]
        in_passing = topic and not isinstance(value, Fixed)
        is_narrow = (date.width or _SCENE + 1) <= _SCENE
        return is_past and is_narrow and not in_passing and not _is_of_publication(value)

    def _told_by(self, value: Value, date: UncertainDate, paragraph: int) -> Told:
        """Return the date told last: "today" is now, and "that year" is not the running one."""
        is_now = isinstance(value, Shifted) and (value.unit, value.count) == (Unit.DAY, 0) and is_news(value)
        return self.told if is_now and self.told is not None else Told(date, paragraph)

    def _note_any_quarter(self, value: Value, reading: Reading, date: UncertainDate, sentence: Sentence) -> None:
        """Speak of a quarter if the expression is one."""
        if "-Q" in reading.expression.timex_value and not isinstance(value, SameQuarter):
            self._note_quarter(reading.expression.timex_value, date, sentence.i)

    def _note_name(self, value: Value, date: UncertainDate) -> None:
        """Note which year a day of a month was told with."""
        if isinstance(value, Fixed) and date.is_day:
            name = (date.bounds[0].month, date.bounds[0].day)
            self.named[name] = None if self.named.get(name, date) != date else date

    def named_before(self, value: Value) -> UncertainDate | None:
        """Return the date that a day of a month without a year was told as before, if it was told of one year only."""
        pattern = getattr(value, "pattern", None)
        return self.named.get((pattern.month, pattern.day)) if isinstance(pattern, MonthDay) else None

    def _is_over(self, date: UncertainDate) -> bool:
        """Whether a quarter has ended by publication: of one that runs, nothing is reported yet."""
        return self.published is None or date.bounds[1] <= self.published.bounds[1]

    def _note_quarter(self, timex: str, date: UncertainDate, sentence: int) -> None:
        """Speak of a quarter from here on; the same one of the year before is only compared with it."""
        is_fiscal = not is_of_calendar(timex, date)
        if not is_fiscal and not self._is_over(date):
            return
        now = self.quarter
        compared = now is not None and now.bounds[0].month == date.bounds[0].month
        if not compared or (now is not None and now.bounds[0].year - date.bounds[0].year != 1):
            self.quarter = date
            self.fiscal = timex if is_fiscal else None
        self.quarter_sentence = sentence

    def note_length(self, value: Value) -> None:
        """Leave the quarter where the text goes on to nine months, or to half a year: comparisons keep to these."""
        value = value.inner if isinstance(value, Ended) else value
        if isinstance(value, Duration) and value.unit is Unit.MONTH and value.count in {6, 9}:
            self.quarter_sentence = -9

    def _note_day(self, date: UncertainDate, paragraph: int) -> None:
        if date.is_day:
            self.day, self.moved = Told(date, paragraph), date != self.published
        elif self.day is not None and not date.contains(self.day.date):
            self.day = None

    def _note_flashback(self, value: Value, date: UncertainDate, paragraph: int, *, opens: bool) -> None:
        """Open a flashback with a date of long ago that opens a sentence, carry it on, close it with news."""
        published = self.published.earliest if self.published else None
        if published is None:
            return
        if opens and is_long_ago(value, published, _OPENING):
            self.flashback = Told(date, paragraph)
            return
        if self.flashback is None or date.latest is None or date.earliest is None:
            return
        carried = date.latest >= self.flashback.date.bounds[0] and (published - date.latest).days > _OPENING
        if (date.width or 0) <= _OPENING:
            self.flashback = Told(date, paragraph) if carried and not isinstance(value, Fixed) else None
        elif carried and date.earliest > self.flashback.date.bounds[0]:
            self.flashback = Told(date, paragraph)


def _is_of_publication(value: Value) -> bool:
    """Whether it is told by the day of publication even in a narration ("last month", "today")."""
    return isinstance(value, Shifted) and value.counted is Counted.PUBLISHED


def as_told(context: Context, scene: UncertainDate | None, spoken: UncertainDate | None) -> Context:
    """Return a context moved into a flashback, or to the day on which quoted words were spoken."""
    if scene is not None:
        context = replace(context, scene=scene)
    return replace(context, published=spoken) if spoken is not None else context
