"""What people say about an event is what their own words tell, and how far."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graph.identity.events import derive
from graph.identity.stances import voices
from tests.making import article, claim, person
from timeline.model import Article, Claim, ClaimType, ModelError, Span, Stance, Status, Voice

ANN, BOB, CEM = person("Ann Lee"), person("Bob Ray"), person("Cem Oz")
TEXT = "Ann Lee denied that she met Bob Ray to discuss the lease. She called Bob Ray in May."


def said(of: Article, words: str, *, by: str = "Ann Lee", stance: Stance, scope: str | None = None) -> Claim:
    made = claim(of, by, kind=ClaimType.STATEMENT, quote=words, stance=stance, scope=scope)
    return replace(made, id=f"c-{by}-{stance}-{words[:9]}")


def heard(of: Article, told: Claim, *sayings: Claim) -> list[tuple[str | None, Stance, str | None]]:
    found = voices(of.version, [told, *sayings]).get(told.id, ())
    return [(voice.speaker.name if voice.speaker else None, voice.stance, voice.scope) for voice in found]


@pytest.mark.parametrize(
    ("stance", "status", "towards"),
    [
        (Stance.ASSERTS, Status.ASSERTED, Stance.ASSERTS),
        (Stance.ASSERTS, Status.DENIED, Stance.DENIES),
        (Stance.CONFIRMS, Status.ASSERTED, Stance.CONFIRMS),
        (Stance.CONFIRMS, Status.DENIED, Stance.DENIES),
        (Stance.DENIES, Status.DENIED, Stance.DENIES),
        (Stance.DENIES, Status.ASSERTED, Stance.DISPUTES),
        (Stance.DENIES, Status.ALLEGED, Stance.DISPUTES),
        (Stance.DENIES, Status.HYPOTHETICAL, Stance.DENIES),
        (Stance.DISPUTES, Status.ASSERTED, Stance.DISPUTES),
        (Stance.ASKS, Status.DENIED, Stance.ASKS),
    ],
)
def test_the_stance_towards_an_event_is_that_of_cue_and_words(stance: Stance, status: Status, towards: Stance) -> None:
    of = article(TEXT)
    told = claim(of, ANN, BOB, quote="met Bob Ray", status=status)
    assert heard(of, told, said(of, "that she met Bob Ray", stance=stance)) == [("Ann Lee", towards, None)]


def test_only_what_the_words_themselves_tell_is_spoken_of() -> None:
    of = article(TEXT)
    denial = said(of, "that she met Bob Ray to discuss the lease", stance=Stance.DENIES, scope="to discuss the lease")
    met = claim(of, ANN, BOB, quote="met Bob Ray", status=Status.DENIED)
    called = claim(of, ANN, BOB, kind=ClaimType.CALL, quote="called Bob Ray", edtf="2016-05")
    assert heard(of, met, denial) == [("Ann Lee", Stance.DENIES, "to discuss the lease")]
    assert heard(of, called, denial) == []


def test_what_limits_a_denial_limits_only_what_stands_before_it() -> None:
    of = article("Ann Lee said that she never met Bob Ray to discuss it and called him.")
    saying = said(
        of, "that she never met Bob Ray to discuss it and called him", stance=Stance.DENIES, scope="to discuss it"
    )
    met = claim(of, ANN, BOB, quote="met Bob Ray", status=Status.DENIED)
    called = claim(of, ANN, BOB, kind=ClaimType.CALL, quote="called him", status=Status.DENIED)
    assert heard(of, met, saying) == [("Ann Lee", Stance.DENIES, "to discuss it")]
    assert heard(of, called, saying) == [("Ann Lee", Stance.DENIES, None)]


def test_words_in_several_pieces_are_read_in_their_own_places() -> None:
    of = article("“They met,” said Ann Lee, “but never spoke about the lease.”")
    saying = said(of, "They met", stance=Stance.DENIES)
    assert saying.statement is not None
    pieces = tuple(Span(start := of.text.index(words), start + len(words)) for words in ("They met", "but never spoke"))
    words = " ... ".join(span.of(of.text) for span in pieces)
    saying = replace(saying, statement=replace(saying.statement, content=pieces, words=words, scope="but"))
    met = claim(of, ANN, BOB, quote="met", status=Status.DENIED)
    spoke = claim(of, ANN, BOB, quote="spoke", status=Status.DENIED)
    assert [scope for _, _, scope in heard(of, met, saying)] == ["but"]
    assert [scope for _, _, scope in heard(of, spoke, saying)] == [None]


def test_who_relays_a_denial_does_not_deny() -> None:
    of = article("Cem Oz said that Ann Lee denied that she met Bob Ray.")
    outer = said(of, "that Ann Lee denied that she met Bob Ray", by="Cem Oz", stance=Stance.ASSERTS)
    inner = said(of, "denied that she met Bob Ray", stance=Stance.DENIES)
    told = claim(of, ANN, BOB, quote="met Bob Ray", status=Status.DENIED)
    assert heard(of, told, outer, inner) == [("Cem Oz", Stance.ASSERTS, None), ("Ann Lee", Stance.DENIES, None)]


def test_what_was_not_said_speaks_of_nothing() -> None:
    of = article(TEXT)
    told = claim(of, ANN, BOB, quote="met Bob Ray")
    saying = replace(said(of, "that she met Bob Ray", stance=Stance.CONFIRMS), status=Status.DENIED)
    assert heard(of, told, saying) == []


def test_an_event_has_the_voices_of_all_its_claims_in_the_order_of_citations() -> None:
    early = article("Ann Lee confirmed that she met Bob Ray.", published="2017-01-01", key="early")
    late = article("Bob Ray said that he met Ann Lee. Cem Oz disputed it.", published="2017-01-02", key="late")
    met = claim(early, ANN, BOB, quote="met Bob Ray", edtf="2016-07")
    again = claim(late, ANN, BOB, quote="met Ann Lee", edtf="2016-07-05")
    told = [
        (late, again),
        (late, said(late, "that he met Ann Lee", by="Bob Ray", stance=Stance.ASSERTS)),
        (early, met),
        (early, said(early, "that she met Bob Ray", stance=Stance.CONFIRMS)),
    ]
    derived = {
        tuple(next(event for event in derive(order) if event.type is ClaimType.MEETING).voices)
        for order in permutations(told)
    }
    (found,) = derived
    assert [(voice.version, voice.speaker, voice.stance) for voice in found] == [
        (early.version, ANN, Stance.CONFIRMS),
        (late.version, BOB, Stance.ASSERTS),
    ]
    assert all(isinstance(voice, Voice) and voice.words for voice in found)


def test_what_limits_a_statement_is_among_its_words() -> None:
    with pytest.raises(ModelError, match="among its words"):
        claim(article(TEXT), ANN, kind=ClaimType.STATEMENT, scope="about the harbour")
