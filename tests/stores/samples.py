"""A small archive of claims that has everything the stores must keep apart, and the answers a store gives of it."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from graph.store import Store
from tests.making import article, claim, extraction, organisation, person
from timeline.dates.uncertain import UncertainDate
from timeline.model import (
    Actor,
    ActorKind,
    Claim,
    ClaimType,
    DateReading,
    Evidence,
    Extraction,
    Participant,
    Score,
    Span,
    Status,
    Trigger,
)

ANN, BOB, CEM = person("Ann Lee"), person("Bob Ray"), person("Cém Öz")
HOUSE = organisation("Upper Chamber")
AIDES = Actor("u-aides", "two aides", ActorKind.GROUP, named=False)


def archive() -> list[Extraction]:
    """Return five article versions that tell of ten events."""
    return [_courier(), _post(), _post_corrected(), _wire(), _undated()]


def _courier() -> Extraction:
    of = article(
        "Ann Lee met Bob Ray on 5 July 2016 in Orlan. They will meet again in May.", key="courier", source="Courier"
    )
    met = claim(of, ANN, BOB, edtf="2016-07-05", quote="met Bob Ray on 5 July 2016", place="Orlan", said="a witness")
    plan = claim(of, ANN, BOB, edtf="2017-05", status=Status.PLANNED, quote="meet again in May")
    return extraction(of, met, plan)


def _post() -> Extraction:
    of = article(
        "Lee met Ray twice in 2016. Cém Öz heard of it. “We never met,” said Bob Ray.",
        key="https://post.example/1",
        source="Post",
        published="2017-03-03",
    )
    formal = replace(ANN, aliases=("Lee",), roles=("minister",))
    twice = claim(of, formal, BOB, edtf="2016", quote="met Ray twice in 2016", count="2")
    heard = claim(of, formal, CEM, kind=ClaimType.CALL, edtf="2016-08/2016-09", quote="Cém Öz heard of it")
    said = claim(of, BOB, kind=ClaimType.STATEMENT, edtf="2017-03-02", quote="We never met")
    spoken = replace(said, statement=replace(said.statement, direct=True, channel="the Post", speaker_span=Span(3, 7)))
    denial = claim(of, ANN, BOB, status=Status.DENIED, quote="never met")
    return extraction(of, twice, heard, spoken, denial)


def _post_corrected() -> Extraction:
    of = article("Lee met Ray once in 2016.", key="https://post.example/1", source="Post", published="2017-03-04")
    return extraction(of, claim(of, replace(ANN, roles=("minister", "envoy")), BOB, edtf="2016", quote="met Ray once"))


def _wire() -> Extraction:
    of = article(
        "The Upper Chamber heard Ann Lee and two aides last autumn.", key="wire", source="Wire", published=None
    )
    hearing = claim(of, HOUSE, ANN, AIDES, kind=ClaimType.HEARING, quote="heard Ann Lee")
    stated = UncertainDate.parse("2016-23")
    narrow = DateReading(UncertainDate.parse("2016-10~"), "last autumn", Span(46, 57), "by the calendar", stated)
    parts = (Participant(HOUSE, "body"), Participant(ANN, "witness"), Participant(AIDES, "witness"))
    evidence = (
        Evidence(Span(18, 31), "heard Ann Lee", None, "rule"),
        Evidence(Span(0, 3), "The", Trigger(Span(0, 3), "The")),
    )
    return extraction(
        of, replace(hearing, date=narrow, participants=parts, evidence=evidence, confidence=Score(0.5, "one name"))
    )


def _undated() -> Extraction:
    of = article(
        "Cém Öz wrote to Bob Ray before 2001. He left the Upper Chamber.",
        key="letter",
        source="",
        published="2017-01-01",
    )
    letter = claim(of, CEM, BOB, kind=ClaimType.CORRESPONDENCE, edtf="../2000-12-31", quote="wrote to Bob Ray")
    later = claim(
        of, CEM, BOB, kind=ClaimType.CORRESPONDENCE, edtf="2016-12-01/..", quote="Cém Öz wrote", status=Status.ALLEGED
    )
    left = claim(of, CEM, HOUSE, kind=ClaimType.DEPARTURE, quote="left the Upper Chamber")
    return extraction(of, letter, later, left)


def alone(key: str, *names: str | Actor, edtf: str | None = "2016-07-05", text: str = "", **more: Any) -> Extraction:
    """Return an article of one claim."""
    of = article(f"{text or 'They met.'} [{key}]", key=key, source=key)
    return extraction(of, claim(of, *(names or (ANN, BOB)), edtf=edtf, **more))


def claim_of(extracted: Extraction) -> Claim:
    """Return an extraction's first claim."""
    return extracted.claims[0]


def content(store: Store) -> str:
    """Return everything that a store answers about its claims, as text: equal stores give equal bytes."""
    actors = store.actors(limit=10_000).items
    events = store.events(limit=100_000).items
    answers = {
        "export": [asdict(extracted) for extracted in store.export()],
        "events": [asdict(event) for event in events],
        "stream": [event.id for event in store.contact_stream()],
        "actors": [asdict(actor) for actor in actors],
        "timelines": {
            actor.id: [event.id for event in store.timeline(actor.id, limit=10_000).items] for actor in actors
        },
        "contacts": {actor.id: asdict(store.contacts(actor.id)) for actor in actors},
        "versions": [
            (info.article.version, info.claims, [event.id for event in store.article_events(info.article.version)])
            for info in store.articles(limit=10_000).items
        ],
        "judgements": [asdict(judgement) for judgement in store.judgements()],
    }
    return json.dumps(answers, default=_plain, ensure_ascii=False, indent=1)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)
