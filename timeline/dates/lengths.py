"""Values that name no days: lengths of time, recurrences, and the past, present and future as such."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.dates.stretches import (
    Stretch,
    Unit,
    duration,
    step,
)
from timeline.dates.uncertain import UncertainDate
from timeline.dates.values import Context, Counted, Kind


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `side` is -1 where it ends at publication ("the past three years"), 1 where it begins there."""

    unit: Unit
    count: float | None
    side: int = 0
    kind: Kind = field(default=Kind.DURATION)

    @property
    def counted(self) -> Counted:
        """Return what it is counted from."""
        return Counted.PUBLISHED if self.side else Counted.NOTHING

    def read(self, context: Context) -> Stretch:  # noqa: ARG002 the protocol's signature
        """Return its length; it names no days by itself."""
        return Stretch(duration(self.unit, self.count), None)

    def days(self, context: Context) -> UncertainDate | None:
        """Return the days it covers up to or from publication; an unknown length leaves one side open."""
        now = (context.published.earliest or context.published.latest) if context.published and self.side else None
        if now is None:
            return None
        far = step(now, self.unit, self.side * self.count) if self.count is not None else None
        low, high = (far, now) if self.side < 0 else (now, far)
        return UncertainDate.between(low, high)


@dataclass(frozen=True, slots=True)
class Every:
    """A recurrence, which names no days: "every week", "on Mondays"."""

    timex: str
    kind: Kind = Kind.SET
    counted: Counted = Counted.NOTHING

    def read(self, context: Context) -> Stretch:  # noqa: ARG002 the protocol's signature
        """Return its TIMEX3 value."""
        return Stretch(self.timex, None)


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, the present or the future as such: "recently", "now", "soon"."""

    timex: str
    kind: Kind = Kind.REF
    counted: Counted = Counted.PUBLISHED

    def read(self, context: Context) -> Stretch:  # noqa: ARG002 the protocol's signature
        """Return its TIMEX3 value; it names no days."""
        return Stretch(self.timex, None)

    def days(self, context: Context) -> UncertainDate | None:
        """Return what is bounded by publication: up to it, or from it on."""
        now = (context.published.earliest or context.published.latest) if context.published else None
        if now is None or self.timex == "PRESENT_REF":
            return None
        return UncertainDate.between(None, now) if self.timex == "PAST_REF" else UncertainDate.between(now, None)
