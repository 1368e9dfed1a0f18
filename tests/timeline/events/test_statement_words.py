"""Which words are said, where quotations, remarks and the parse make it hard to tell."""

import pytest

from tests.timeline.events.statement_reading import read


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("“The dam,” Brandt said, pointing at it, “is safe.”", "Brandt", "said", ("“The dam,”", "“is safe.”")),
        ("The dam, Brandt said, “is perfectly safe.”", "Brandt", "said", ("The dam", "“is perfectly safe.”")),
        (
            "“It is safe,” said the Rev. Otto Weiss, of Lund. “I looked at it myself.”",
            "the Rev. Otto Weiss",
            "said",
            ("“It is safe,”", "“I looked at it myself.”"),
        ),
        (
            "“It is safe,” Brandt said on Bay Radio’s “Lake and Friends.” “I looked at it myself.”",
            "Brandt",
            "said",
            ("“It is safe,”", "“I looked at it myself.”"),
        ),
        (
            "“It is safe,” Brandt said on Monday.\n“I looked at it myself.”",
            "Brandt",
            "said",
            ("“It is safe,”", "“I looked at it myself.”"),
        ),
        (
            "When Brandt offered the states billions, “the states were poor,” Dunn said.",
            "Dunn",
            "said",
            ("When Brandt offered the states billions, “the states were poor,”",),
        ),
        ("OSLO (AP) — The dam is safe, officials said.", "officials", "said", ("The dam is safe",)),
        ("Brandt said the dam was old and that it leaked.", "Brandt", "said", ("the dam was old and that it leaked",)),
        ("Brandt told the panel he was against the dam.", "Brandt", "told", ("he was against the dam",)),
        ("Brandt called Weiss a fraud and a liar.", "Brandt", "called", ("Weiss a fraud and a liar",)),
        ("The visit was first reported by the Courier.", "the Courier", "reported", ("The visit",)),
        ("Brandt announced plans this week to leave.", "Brandt", "announced", ("plans", "to leave")),
        ("Brandt has not said when she will leave.", "Brandt", "said", ("when she will leave",)),
        ("People like Weiss, she said.", "she", "said", ("People like Weiss",)),
        ("Weiss: “It is not.”", "Weiss", ":", ("“It is not.”",)),
        ("Brandt called Weiss “a liar” for the charge.", "Brandt", "called", ("Weiss “a liar” for the charge",)),
        ("Brandt referred to Weiss as “a liar.”", "Brandt", "referred", ("Weiss as “a liar.”",)),
        ("Brandt cites the bishop as her source.", "Brandt", "cites", ("the bishop as her source",)),
        ("Brandt expressed dismay at the news.", "Brandt", "expressed", ("dismay at the news",)),
        ("Brandt expressed dismay in a letter.", "Brandt", "expressed", ("dismay",)),
        (
            "Brandt adds that there are two ways: “We go or we stay.”",
            "Brandt",
            "adds",
            ("that there are two ways", "“We go or we stay.”"),
        ),
        ("Half said they were happy and a third said they were not.", "Half", "said", ("they were happy",)),
        (
            "Brandt said it was “the only dam of its kind,” adding that it was “old.”",
            "Brandt",
            "said",
            ("it was “the only dam of its kind,”",),
        ),
        ("Brandt says the mayor “cannot win.”", "Brandt", "says", ("the mayor “cannot win.”",)),
        (
            "And, Brandt tells the crowd, she has been known to be rude.",
            "Brandt",
            "tells",
            ("she has been known to be rude",),
        ),
        (
            "Brandt left the town (which has two dams, according to Weiss).",
            "Weiss",
            "according to",
            ("which has two dams",),
        ),
        ("Brandt trashed the plan as a fraud.", "Brandt", "trashed", ("the plan as a fraud",)),
    ],
)
def test_the_words_said_are_whole(text: str, speaker: str, cue: str, content: tuple[str, ...]) -> None:
    assert (speaker, cue, content) in [(r.speaker, r.cue, r.content) for r in read(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The debate is old - Brandt has vowed to rebuild the dam.", "The debate is old"),
        (
            "Brandt never cited a source for his claim that the dam was old.",
            "a source for his claim that the dam was old",
        ),
        ("The crowd fell silent when Brandt mentioned Weiss, and a boy took up the chant “Go home!”", "“Go home!”"),
        ("The speech came as some deputies reaffirmed their support.", "The speech came"),
        ("As Brandt joked with Weiss, the boy grew tired.", "the boy grew tired"),
        ("Read more: “The dam is safe.”", "“The dam is safe.”"),
        ("Asked whether the dam was safe, Brandt said no.", "Asked whether the dam was safe"),
        ("Weber wrote to him on Monday; Brandt replied to Weber.", "Weber wrote to him on Monday"),
    ],
)
def test_words_of_the_article_are_nobodys(text: str, content: str) -> None:
    assert content not in [words for r in read(text) for words in r.content]
