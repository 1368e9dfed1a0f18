import pytest

from timeline.sources.body import paragraphs

ARTICLE = """Minister met envoy twice, her office says

By Ada Moll

BRASK, March 2, 2017 (Norland Press) - The minister of trade met the ambassador of Norland on Tuesday.

They spoke for an hour about the harbour treaty, which was signed in 2015 and has been disputed ever since.

“I never met him alone,” the minister told reporters on Wednesday. “Our talks were open to all of you.”

The ambassador left the country on Friday.

"""
LETTER = """Dear Reader,

The Brask Times has told the truth about this town for ninety years. In June our publisher, Ina Falk, met the mayor.

None of this would be possible without readers like you. Please subscribe.

Ina Falk
Publisher
"""
MASTHEAD = """Masthead
Editor-in-Chief: Ada Moll
Managing Editor:
News Editor: Ivo Stern
The paper was founded in 1927, when Otto Moll met a printer in Brask and bought his press.
"""
APPEAL = """Since you're here ...
... we have a small favour to ask. More people read the Brask Times than ever, but advertising is falling fast, and our
independent journalism takes time and money. If everyone who reads our reporting helps fund it, we can go on.
Support the Brask Times
Topics
Norland
Share on Facebook
"""


def kept_of(tail: str) -> list[str]:
    text = ARTICLE + tail
    spans = paragraphs(text)
    assert sum(span.start < len(ARTICLE) for span in spans) == 6
    return [span.of(text) for span in spans if span.start >= len(ARTICLE)]


@pytest.mark.parametrize(
    "tail",
    [
        LETTER,
        LETTER + MASTHEAD,
        MASTHEAD,
        APPEAL,
        "Watch the exchange from the hearing below:\n\n" + LETTER + MASTHEAD,
        LETTER.replace("\n", "\r\n") + MASTHEAD,
        "3 Comments\nbrasker99\nI met the minister in May and she was very kind to my whole family, honestly.\nReply\n",
        "Related stories\nMinister's aide resigns after meeting envoy\nMost popular\nCat met dog in Brask\n",
        "Read more: Envoy met premier\n© 2017 Brask Times. All rights reserved.\nTerms of Use | Privacy Policy\n",
        (
            "Help us keep asking questions\nThe Brask Times lives on donations. If you value our work, consider a "
            "one-time gift to support our reporting.\nDONATE NOW\n"
        ),
        "Ada Moll covers trade. She can be reached at ada@brask.example.\nTips? Write to tips@brask.example\n",
        (
            "Before you go: our readers own us. If you like what we print, become a member now.\n\nTHE BRASK TIMES\n"
            "Editor: Ada Moll | Trade: Tom Reve\nQuay 3, Brask. It was here that Ada Moll met the mayor in 2015.\n"
        ),
        "This post has been updated.\n",
    ],
)
def test_what_follows_the_article_is_left_out(tail: str) -> None:
    assert kept_of(tail) == []


def test_what_interrupts_the_article_is_left_out_alone() -> None:
    more = "She will meet the premier on Monday, the office said.", "Her party has asked for an inquiry into the talks."
    assert kept_of(f"Sign up for our newsletter\n\n{more[0]}\n\nADVERTISEMENT\n\n{more[1]}\n") == list(more)


def test_an_appeal_in_the_middle_does_not_end_the_article() -> None:
    more = "She will meet the premier on Monday, the office of the minister said, and the envoy will come, too."
    assert kept_of(f"Support our journalism\n\nIf you value our reporting, become a member.\n\n{more}\n") == [more]


@pytest.mark.parametrize(
    "tail",
    [
        "Correction: An earlier version of this article gave a wrong date for the dinner.\n",
        "The letter began “Dear Reader” and was signed by the minister, who denies that she wrote it.\n",
        "The paper's editor, Ada Moll, met the minister in May, said its publisher, Ina Falk.\n",
        "Dear Minister,\n\nI met you in May, the envoy wrote to her on Tuesday, and you promised me the lease.\n",
    ],
)
def test_what_belongs_to_the_article_stays(tail: str) -> None:
    assert "".join(kept_of(tail)) == tail.strip().replace("\n\n", "")


def test_comments_and_share_bars_above_the_article_do_not_end_it() -> None:
    text = "Skip to main content\nHome > Politics\nShare | Tweet\n12 Comments\n" + ARTICLE
    assert [span.of(text) for span in paragraphs(text)] == [span.of(ARTICLE) for span in paragraphs(ARTICLE)]


def test_a_list_of_officials_is_no_masthead() -> None:
    text = ARTICLE + "Minister of Trade: Ada Moll\nMinister of Finance: Tom Reve\nHead of the Navy: Ivo Stern\n"
    assert len(paragraphs(text)) == 9
