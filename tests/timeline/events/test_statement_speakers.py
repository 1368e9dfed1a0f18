"""Whose words they are, where the sentence makes it hard to tell."""

import pytest

from tests.timeline.events.statement_reading import read
from timeline.extract import extract
from timeline.model import Article, ClaimType


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The deputies forced Brandt, who was ill, to admit that the dam was old.", "admit", "Brandt"),
        ("The reporter asked Weiss to condemn the attack.", "condemn", "Weiss"),
        ("Brandt acknowledged that it was late but noted that the dam was old.", "noted", "Brandt"),
        ("Brandt acknowledged that the aide had told her about it but noted its age.", "noted", "Brandt"),
        ("Brandt, asked whether the dam was safe, said that it was old.", "said", "Brandt"),
        ("Brandt, when pressed by reporters, said that the dam was old.", "said", "Brandt"),
        ("The deputies criticized Weiss for saying that the dam was old.", "saying", "Weiss"),
        ("Roe said Lund quieted the room, telling colleagues that the dam was safe.", "telling", "Lund"),
        ("Roe said the talks went well, telling reporters that the dam was safe.", "telling", "Roe"),
        ("“It is old,” Brandt, an engineer, said on Bay Radio’s “Lake.”", "said", "Brandt"),
        ("Brandt said that the ministry would act and warned against delay.", "warned", "Brandt"),
        (
            "“We cannot act. They do not want us to,” Brandt said, going on to say that the dam was old.",
            "say",
            "Brandt",
        ),
        ("Weiss defended the plan by citing a survey.", "citing", "Weiss"),
        ("Brandt took the chance to denounce the plan.", "denounce", "Brandt"),
        ("The film shows Ilse Brandt saying that the dam was safe.", "saying", "Ilse Brandt"),
        ("Brandt says she respects Lund and calls her an able engineer.", "calls", "Brandt"),
        ("Brandt says she has seen the dam and called on Weiss to act.", "called", "Brandt"),
        ("Brandt said Weiss was sorry and promised to rebuild the dam.", "promised", "Weiss"),
        ("Brandt insisted that she has “widened the road,” claiming that it was safe.", "claiming", "Brandt"),
        ("The mayor issued a statement saying that the dam was safe.", "saying", "The mayor"),
        ("The mayor tore up a letter saying that the dam was safe.", "saying", "a letter"),
        ("While he's said the dam is old, he paid for it.", "said", "he"),
        ("Brandt makes no apologies for accusing the board of fraud.", "accusing", "Brandt"),
        ("Brandt gave Weiss credit for saying that the dam was old.", "saying", "Weiss"),
        ("Brandt gave credit to Weiss for saying that the dam was old.", "saying", "Weiss"),
        ("Brandt apologized to Weiss for saying that the dam was old.", "saying", "Brandt"),
        ("Weiss recalled Brandt saying that the dam was old.", "saying", "Brandt"),
        ("According to Weiss's account of Brandt telling Lund that the dam was old, it leaks.", "telling", "Brandt"),
        ("Brandt left Otto Weiss saying that the dam was old.", "saying", "Brandt"),
        ("Brandt’s friends have in the past said she was leaving.", "said", "Brandt’s friends"),
        ("Weiss gladly offered the man a job as clerk, then says he will welcome advice.", "says", "Weiss"),
        ("Brandt refused to name the guests, aside from saying that they were friends.", "saying", "Brandt"),
    ],
)
def test_the_speaker_is_who_says_it(text: str, cue: str, speaker: str) -> None:
    assert (cue, speaker) in [(r.cue, r.speaker) for r in read(text)]


def test_speakers_side_by_side_all_say_it() -> None:
    claims = extract(Article("sample", "Ilse Brandt and Otto Weiss pledged to rebuild the bridge.")).claims
    [claim] = [c for c in claims if c.statement]
    assert [(p.actor.name, p.role) for p in claim.participants] == [
        ("Ilse Brandt", "speaker"),
        ("Otto Weiss", "speaker"),
    ]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Ilse Brandt said that Karl Lund met Anna Berg.", ("Ilse Brandt",)),
        ("Karl Lund, who met Anna Berg in May, said that the dam was safe.", ()),
        ("Ilse Brandt said after Karl Lund met Anna Berg that the dam was safe.", ()),
        ("He said that Karl Lund met Anna Berg.", ()),
    ],
)
def test_a_contact_is_told_by_who_tells_it(text: str, said_by: tuple[str, ...]) -> None:
    [meeting] = [c for c in extract(Article("sample", text)).claims if str(c.type) == "meeting"]
    assert meeting.evidence[0].attributed_to == said_by


def test_words_quoted_are_told_by_who_is_quoted() -> None:
    text = "“The plan is new. General Lund met Anna Berg in an official capacity,” an aide said in a note."
    found = [c for c in extract(Article("sample", text)).claims if c.type is ClaimType.MEETING]
    assert [e.attributed_to for c in found for e in c.evidence] == [("an aide",)]
