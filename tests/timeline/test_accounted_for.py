"""An explanation accounts for every word that could have been read: it was, or a check stopped it that is named."""

from __future__ import annotations

import re

import pytest

from tests.making import article
from timeline.events.senses import senses_of
from timeline.events.statement_lexicon import lexicon
from timeline.events.statement_lexicon import senses as verb_senses
from timeline.explaining import Explanation, explain
from timeline.language.parse import Word
from timeline.language.pipeline import parse
from timeline.model import CONTACT_TYPES
from timeline.sources.body import paragraphs

_PRONOUNS = re.compile(r"\b(?:he|him|his|she|her|they|them|their|i|me|my|we|us|our|you)\b", re.IGNORECASE)
_CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|March|April|May|June|July|September|(?:19|20)\d\d|"
    r"week|month|year|night|morning|summer|soon|election)\b"
)
_ARTICLES = {
    "report": """Harbour chief met builder twice

ALDREN, Feb. 28 (CN) — Harbour director Ada Holm met the builder Ivo Brandt on Friday night and again in early
March 2016, according to her calendar. She told the board that he had called her about the pier. “I never asked
him for anything,” she said. “We talked about the weather. You know how it is.”

They were seen together in the Sunday Room of the Astra, a club of the 1990s, by Karl Lund, who claims to have
sat behind them. Brandt did not answer letters. His lawyer, Vera Moss, called the account a joke and said the
two had not met since the election.""",
    "interview": """Q: Did you meet the minister that summer?

A: I met her once, in June, at the opening of the mill. My wife was there as well.

Q: And Mr. Salnik?

A: He wrote to us. He promised to come soon, but the meeting did not take place. I was told he was ill. Who told
me? I have no idea. May I add that nobody asked?""",
    "plan": """Ministers to discuss fishing

The foreign ministers of Kestria and Norland will hold talks on Tuesday, both governments announced. Nora Falk,
who has led the Norlandic delegation since May 2015, is to meet Premier Jan Orel the next morning. If they
agree, a treaty could be signed this year, an official said on condition of anonymity. Orel has said he would
like to see the quarrel ended. Falk declined to comment. A spokeswoman denied a report that the two had spoken
by telephone last week.""",
    "hearing": """Former banker testifies

Tomas Reni testified before the Finance Committee on 4 May 2016. Senator Ann Roe asked him whether he had warned
his employer, the Tuesday Group. "I wrote three letters," Reni replied. "They were never sent." Roe pointed out
that one bore a stamp of July 1.

Reni was confronted with a memo that says Roe herself had met the bank's chairman. She met the charge with a
laugh. The committee rose at night. Its findings are to be published in the fall.""",
    "correction": """Paper takes back story of dinner

The Courier reported on Monday that Mayor Liv Dahl had dined with Owen Pike, a developer, at his house in March.
That was wrong. Dahl and Pike have never met, the paper said. Pike e-mailed the mayor's office in 2014; it did
not reply. He emphasized that he bore nobody a grudge. In Room 2016 of the town hall, staff march to another
tune: they joked about it for months.""",
}


@pytest.fixture(scope="module", params=_ARTICLES)
def read(request: pytest.FixtureRequest) -> tuple[Explanation, list[Word]]:
    text = _ARTICLES[request.param]
    (parsed,) = parse([(text, paragraphs(text))])
    return explain(article(text)), list(parsed.words)


def test_every_pronoun_means_somebody_or_nobody_known(read: tuple[Explanation, list[Word]]) -> None:
    told, _ = read
    mentions = [mention for actor in told.actors for mention in actor.mentions]
    known = {mention.span.start for mention in mentions}
    unknown = {one.span.start: one.why for one in told.unknown}
    assert {at.start() for at in _PRONOUNS.finditer(told.article.text)} <= known | unknown.keys()
    assert unknown.keys().isdisjoint(mention.span.start for mention in mentions if mention.form == "pronoun")
    assert all([*unknown.values(), *(mention.why for mention in mentions)])


def test_every_word_of_the_calendar_is_in_an_expression_or_stopped(read: tuple[Explanation, list[Word]]) -> None:
    told, _ = read
    inside = {at for date in told.dates for at in range(date.expression.span.start, date.expression.span.end)}
    stopped = {one.span.start: one.why for one in told.undated}
    words = {at.start() for at in _CALENDAR.finditer(told.article.text) if at[0] != "May" or at.start() in inside}
    assert words <= inside | stopped.keys()
    assert inside.isdisjoint(stopped)
    assert all(stopped.values())
    assert all(date.derivation and date.expression.rule for date in told.dates)


def test_every_word_of_contact_tells_a_claim_or_was_stopped(read: tuple[Explanation, list[Word]]) -> None:
    told, words = read
    kinds = {"VERB": "verb", "NOUN": "noun"}
    senses = [sense for w in words if w.pos in kinds for sense in senses_of(kinds[w.pos]).get(w.lemma.lower(), ())]
    known = {claim.id for claim in told.extraction.claims if claim.type in CONTACT_TYPES}
    assert len(told.senses) >= len(senses)
    assert all(seen.why and (seen.status is not None) == bool(seen.claims) for seen in told.senses)
    assert known <= {key for seen in told.senses for key in seen.claims}


def test_every_word_of_speech_tells_a_statement_or_was_stopped(read: tuple[Explanation, list[Word]]) -> None:
    told, words = read
    nouns = lexicon().nouns
    starts = {w.start for w in words if w.pos == "VERB" and verb_senses(w)}
    starts |= {w.start for w in words if w.pos == "NOUN" and w.lemma.lower() in nouns}
    statements = {claim.id for claim in told.extraction.claims if claim.statement is not None}
    assert starts <= {cue.span.start for cue in told.cues}
    assert all(cue.why and (cue.status is not None) == bool(cue.claims) for cue in told.cues)
    assert {key for cue in told.cues for key in cue.claims} == statements


def test_every_claim_has_its_checks_and_its_date_or_why_it_has_none(read: tuple[Explanation, list[Word]]) -> None:
    told, _ = read
    spans = {date.expression.span: date for date in told.dates}
    for one in told.claims:
        assert one.checks
        if one.claim.date is None:
            beside = [s for e in one.claim.evidence for s in spans if e.span.overlaps(s)]
            assert {spans[span].expression.text for span in beside} == {text for text, _ in one.left}
        assert all(why for _, why in one.left)
