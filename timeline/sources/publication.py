"""When an article was published: given, else in the page, its address, or a dateline, else unknown; never guessed.

The words that gave the day are kept. No clock and no file's date is ever consulted: an article whose day is
unknown keeps it unknown, and its relative dates stay unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from itertools import islice

from timeline.dates import read_date
from timeline.model import Found, Publication
from timeline.sources.days import FIRST_YEAR, LAST_YEAR, WRITTEN, YEARLESS, day_of, real_day
from timeline.sources.problem import DateError

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d.*)?|\d{8}(?:T\d.*)?")
#: Two numbers that are both months, in an order that depends on the country.
_NUMBERS = re.compile(r"(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\d{4}|\d{2})")

_NAME = r"(?-i:[^\W\d_a-zà-ÿ])[\w.'’-]*"
#: Where a story was filed: names only, so that the beginning of a sentence is none.
_PLACE = (
    r"^(?!(?:he|she|it|its|they|we|i|in|on|at|the|a|an|by|from|since|after|before|until|between|this|that|last|next|"
    r"both|when|as|for|to|with|but|and|of)\b)"
    rf"{_NAME}(?:[ ,/]+(?:{_NAME}|of|de|la|al|el|upon|and|the)){{0,6}}"
)
_AGENCY = r"(?:\s*[([][^)\]]{1,40}[)\]])?"
_SEPARATOR = rf"(?:{_AGENCY}\s*[,–—-]+\s*|\s*[([][^)\]]{{1,40}}[)\]]\s*)"
_DASH = r"\s*[,:]?\s*(?:--|[-–—/])"
_LABEL = (
    r"^(?:(?:first|last|originally)\s+)?(?P<label>published|posted|issued|released|filed|publication\s+date|date|"
    r"updated|modified|created)\b(?:\s+(?:on|at))?\s*:?\s*"
)
_REST = (
    r"[\s|,;·•–—-]*T?(?:(?:at|@)\s*)?(?:\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\.?)?)?\s*"
    r"(?:[A-Z]{2,5}T?|[+-]\d{2}:?\d{2})?[\s|,;·•–—.-]*"
)
_BYLINE = r"(?:by\s+[^\d|]{2,60}[|,·•–—-]\s*)?"


def _patterns(
    before: str, after: str, days: tuple[str, ...], flags: int = re.IGNORECASE
) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{before}{day}{after}", flags) for day in days)


_LABELLED = _patterns(_LABEL, rf"(?=(?:{_REST})$|\s*[|•·(;–—-]|,?\s*(?:by|in|last|updated)\b)", WRITTEN)
_DATELINES = _patterns(_PLACE + _SEPARATOR, _AGENCY + _DASH, WRITTEN)
_YEARLESS = _patterns(_PLACE + _SEPARATOR, _AGENCY + _DASH, YEARLESS)
_ALONE = _patterns(rf"^{_BYLINE}", _REST + "$", WRITTEN)
_WHOLE = _patterns("^", _REST + "$", WRITTEN)
_LATER = frozenset({"updated", "modified"})

_IN_ADDRESS = re.compile(
    r"[/-](?P<year>(?:19|20)\d{2})(?P<sep>[/-])(?P<month>\d{1,2}|[a-z]{3})(?P=sep)(?P<day>\d{1,2})(?=[/_.?#-]|$)",
    re.IGNORECASE,
)
_YEAR_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d{2})/(?:(?P<month>\d{1,2})/)?")
_TOP_LINES = 12
_LINE_LENGTH = 300


def given(published: str | dt.date | None) -> Publication | None:
    """Return the day that the caller or the record gives; None for nothing given; raises DateError.

    A date, a date with a time (the day as written, in its own zone), or words that name one day.
    """
    if published is None or published == "":
        return None
    if isinstance(published, dt.date):
        return Publication(dt.date(published.year, published.month, published.day), Found.GIVEN, published.isoformat())
    words = published.strip()
    if not words:
        return None
    return Publication(_given_day(words), Found.GIVEN, words[:100])


def _given_day(words: str) -> dt.date:
    if len(words) > 100:
        raise DateError(words, "is no date")
    if _NUMBERS.fullmatch(words):
        raise DateError(words, "does not tell day from month")
    day = _iso_day(words) or _written_day(words) or _mail_day(words)
    if day is not None:
        return day
    if _ISO.fullmatch(words) or any(pattern.match(words) for pattern in _WHOLE):
        raise DateError(words, f"is no day of the calendar from {FIRST_YEAR} to {LAST_YEAR}")
    raise DateError(words, "is not a day")


def _iso_day(words: str) -> dt.date | None:
    if not _ISO.fullmatch(words):
        return None
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        return None
    return real_day(moment.year, moment.month, moment.day)


def _written_day(words: str) -> dt.date | None:
    match = next((m for pattern in _WHOLE if (m := pattern.match(words))), None)
    if match is not None:
        return day_of(match)
    date = read_date(words)
    day = date.earliest if date is not None and date.is_day else None
    return real_day(day.year, day.month, day.day) if day else None


def _mail_day(words: str) -> dt.date | None:
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return real_day(moment.year, moment.month, moment.day)


def in_address(url: str | None) -> Publication | None:
    """Return the day that stands in the path of an article's address (".../2017/03/02/...")."""
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    month = match["month"]
    try:
        day = day_of(match) if month.isdigit() else _written_day(f"{match['day']} {month} {match['year']}")
    except KeyError:
        return None
    return Publication(day, Found.PAGE, f"address {match[0].strip('/-')}") if day else None


def in_text(text: str, url: str | None = None) -> Publication | None:
    """Return the day that a dateline, a "Published ..." line or a line of its own near the top gives."""
    lines = list(islice((line for raw in text[:4000].splitlines() if (line := raw.strip())), _TOP_LINES))
    lines = [line[:_LINE_LENGTH] for line in lines]
    updated = None
    for line in lines:
        if match := _labelled(line):
            if match["label"].lower() not in _LATER:
                return _read(match, line)
            updated = updated or _read(match, line)
    found = next((p for line in lines if (p := _dateline(line, url))), None)
    return found or updated


def _labelled(line: str) -> re.Match[str] | None:
    return next((m for pattern in _LABELLED if (m := pattern.match(line))), None)


def _dateline(line: str, url: str | None) -> Publication | None:
    for pattern in (*_DATELINES, *_ALONE):
        if (match := pattern.match(line)) and (found := _read(match, line)):
            return found
    if year := _YEAR_IN_ADDRESS.search(url or ""):
        for pattern in _YEARLESS:
            match = pattern.match(line)
            day = day_of(match, int(year["year"])) if match else None
            if match and day and (year["month"] is None or int(year["month"]) == day.month):
                return Publication(day, Found.DATELINE, f"{match[0].strip()} (year: {year['year']} in the address)")
    return None


def _read(match: re.Match[str], line: str) -> Publication | None:
    day = day_of(match)
    return Publication(day, Found.DATELINE, line[: match.end()].strip()) if day else None
