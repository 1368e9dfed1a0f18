"""An invented affair with every kind of date, status, type and source, and with texts that mean mischief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.making import article, claim, event, group, organisation, person
from timeline.dates.uncertain import UncertainDate
from timeline.formats import ExportData
from timeline.model import (
    Actor,
    Article,
    ClaimType,
    DateReading,
    Event,
    Found,
    Participant,
    Publication,
    Span,
    Stance,
    Status,
    Voice,
)

ADA = replace(person("Ada Brenn"), aliases=("A. Brenn", "Brenn"), roles=("minister of dykes",))
BEN = person("Ben Corvel")
CAY = person("Cay O’Dorrin")
DOV = person('Dov "the Eel" Elmar')
BOARD = organisation("Dyke Board")
WATER = organisation("Corvel & Sons <Water>")


def _told(text: str, published: str | None, source: str, url: str | None = None) -> Article:
    day = Publication(date.fromisoformat(published), Found.GIVEN, published) if published else Publication()
    return replace(article(text), source=source, url=url, title=text.split(".", maxsplit=1)[0], published=day)


def _dated(one: Event, words: str, derivation: str, stated: str | None = None) -> Event:
    assert one.date is not None
    narrower = UncertainDate.parse(stated) if stated else None
    reading = DateReading(one.date.date, words, None, derivation, narrower)
    return replace(one, date=reading)


def _met() -> Event:
    first = _told(
        "Ada Brenn met Ben Corvel at the sluice on 12 March.", "2031-03-14", "The Dyke Post", "https://post.example/1"
    )
    second = _told(
        "Brenn and Corvel saw each other in March, two guards said.",
        "2031-04-02",
        "Polder Radio",
        "http://radio.example/a?b=1&c=2",
    )
    told = (
        claim(first, ADA, BEN, edtf="2031-03-12", place="the sluice"),
        claim(second, ADA, BEN, edtf="2031-03", said="two guards"),
    )
    return _dated(
        event((first, told[0]), (second, told[1]), title="Ada Brenn met Ben Corvel"),
        "on 12 March",
        "day and month, published 2031-03-14",
    )


def _one(
    text: str,
    *actors: Actor,
    title: str,
    edtf: str | None = None,
    words: str | None = None,
    kind: ClaimType = ClaimType.MEETING,
    status: Status = Status.ASSERTED,
    published: str | None = "2031-06-01",
    source: str = "Polder Radio",
    url: str | None = None,
    place: str | None = None,
    count: str | None = None,
    said: str = "",
) -> Event:
    of = _told(text, published, source, url)
    told = claim(of, *actors, kind=kind, status=status, edtf=edtf, place=place, count=count, said=said)
    made = event((of, told), title=title)
    return _dated(made, words, "words of the text") if words else made


def _with_voice(one: Event, speaker: Actor, words: str, scope: str) -> Event:
    (told,) = one.citations
    start = told.evidence.quote.index(words)
    span = Span(start, start + len(words))
    return replace(one, voices=(Voice("c-said", told.version, span, speaker, Stance.DENIES, scope, words),))


def _many() -> list[Event]:
    envoys = _told("Ada Brenn saw envoys of the coast.", "2031-06-01", "Polder Radio")
    unnamed = event(
        (envoys, claim(envoys, ADA, group("envoys of the coast", envoys))), title="Ada Brenn met envoys of the coast"
    )
    return [
        unnamed,
        _one(
            "Brenn rang O’Dorrin some time in spring.",
            ADA,
            CAY,
            title="Call between Ada Brenn and Cay O’Dorrin",
            edtf="2031-21~",
            words="some time in spring",
            kind=ClaimType.CALL,
        ),
        _one(
            "Since May 2030 Corvel has written to the Dyke Board.",
            BEN,
            BOARD,
            title="Ben Corvel wrote to Dyke Board",
            edtf="2030-05/..",
            words="since May 2030",
            kind=ClaimType.CORRESPONDENCE,
            count="several",
        ),
        _one(
            "Before 3 February 2031 Brenn had met the firm.",
            ADA,
            WATER,
            title="Ada Brenn met Corvel & Sons <Water>",
            edtf="../2031-02-03",
            words="before 3 February 2031",
        ),
        _one(
            "The Dyke Board heard Brenn from 7 to 9 May.",
            ADA,
            BOARD,
            title="Ada Brenn heard by Dyke Board",
            edtf="2031-05-07/2031-05-09",
            words="from 7 to 9 May",
            kind=ClaimType.HEARING,
            place="Old Hall",
        ),
        _with_voice(
            _one(
                "“I never met Elmar in April to count eels,” Brenn said.",
                ADA,
                DOV,
                title='Denied meeting of Ada Brenn and Dov "the Eel" Elmar',
                edtf="2031-04",
                words="in April",
                status=Status.DENIED,
                said="Ada Brenn",
            ),
            ADA,
            "I never met Elmar in April to count eels",
            "to count eels",
        ),
        _one(
            "Brenn will meet Elmar on 3 July.",
            ADA,
            DOV,
            title='Ada Brenn to meet Dov "the Eel" Elmar',
            edtf="2031-07-03",
            words="on 3 July",
            status=Status.PLANNED,
        ),
        _one(
            "Had it rained, Brenn would have met O’Dorrin.",
            ADA,
            CAY,
            title="Possible meeting of Ada Brenn and Cay O’Dorrin",
            status=Status.HYPOTHETICAL,
        ),
        _one(
            "Corvel allegedly saw Elmar and O’Dorrin in 2030.",
            BEN,
            DOV,
            CAY,
            title="Alleged meeting of Ben Corvel, Cay O’Dorrin and Dov Elmar",
            edtf="2030",
            words="in 2030",
            status=Status.ALLEGED,
            said="an engineer",
            published=None,
        ),
        _one(
            "Brenn: the dyke will hold.",
            ADA,
            title="Ada Brenn: the dyke will hold",
            edtf="2031-05-20",
            kind=ClaimType.STATEMENT,
        ),
        _one(
            "Brenn left the ministry in June 2031.",
            ADA,
            title="Ada Brenn: left",
            edtf="2031-06",
            words="in June 2031",
            kind=ClaimType.DEPARTURE,
        ),
    ]


def _mischief() -> Event:
    """Make an event whose every text tries to get out of where it is written."""
    text = (
        "=HYPERLINK(\"x\") <script>alert('1')</script> ]]> & "
        "\\u0027}) DETACH DELETE n; // \x0b\x00 \ud83d END:VEVENT\r\nline"
    )
    of = _told(text, "2031-05-30", "-Outlet </style>", "javascript:alert(1)")
    made = event((of, claim(of, ADA, person("@Mal'ory \\"), edtf="2031-05-29", place="+place")))
    return replace(made, title="=1+1 <b>bold</b> \\' \u2028 title")


def affair(*, mischief: bool = True) -> ExportData:
    """Return the whole affair."""
    events = [_met(), *_many(), *([_mischief()] if mischief else [])]
    return ExportData("The dykes of Tessary: who met whom", tuple(events))


def of_one() -> ExportData:
    """Return what tells of one actor."""
    events = [one for one in affair().events if Participant(ADA) in one.participants]
    return ExportData("Timeline of Ada Brenn", tuple(events), ADA)
