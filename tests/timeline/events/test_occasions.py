"""Which tellings of an article are of one occasion, in whole sentences: each contact by its words and its date."""

from datetime import date

import pytest

from timeline.extract import extract
from timeline.model import CONTACT_TYPES, Article, Found, Publication

#: A Thursday.
_PUBLISHED = Publication(date(2017, 1, 12), Found.GIVEN, "2017-01-12")


def _occasions(text: str) -> list[str]:
    """Return each contact as "met told: 2016-05", or with a count as "met: None x2"."""
    found = [c for c in extract(Article("sample", text, published=_PUBLISHED)).claims if c.type in CONTACT_TYPES]
    out = []
    for claim in found:
        words = " ".join(e.trigger.text for e in claim.evidence if e.trigger)
        day = claim.date.date.edtf if claim.date else None
        out.append(f"{words}: {day}" + (f" x{claim.count}" if claim.count else ""))
    return sorted(out)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A day more, or a word that says so.
        ("Anna Berg met Karl Lund in May 2016. They met again.", ["met: 2016-05", "met: None"]),
        ("Anna Berg met Karl Lund in May 2016. Berg had another meeting with Lund.", ["meeting: None", "met: 2016-05"]),
        ("Anna Berg wrote to Karl Lund. She later wrote to Lund about the lease.", ["wrote: None", "wrote: None"]),
        (
            "Anna Berg called Karl Lund on May 4, 2016. Berg called Lund again on May 4.",
            ["called: 2016-05-04", "called: 2016-05-04"],
        ),
        # At a time of its own, though nobody says at which.
        (
            "Anna Berg told Karl Lund in May 2016 to sell. After the vote, Berg told Lund to wait.",
            ["told: 2016-05", "told: None"],
        ),
        (
            "Anna Berg called Karl Lund in May 2016. Berg had previously called Lund from Oslo.",
            ["called: 2016-05", "called: ../2017-01-12"],
        ),
        (
            "After the vote, Anna Berg called Olga Stein and wrote to Karl Lund. Berg wrote to Lund in May 2016.",
            ["called: None", "wrote: 2016-05", "wrote: None"],
        ),
        # What only takes up what was told.
        ("Anna Berg met Karl Lund in May 2016. Berg and Lund met in Oslo.", ["met met: 2016-05"]),
        ("Anna Berg meets Karl Lund.\n\nAnna Berg met Karl Lund in Oslo on Monday.", ["meets met: 2017-01-09"]),
        ("Anna Berg met Karl Lund again.\n\nAnna Berg met Karl Lund again on Monday.", ["met met: 2017-01-09"]),
        (
            "Anna Berg spoke with Karl Lund in May 2016. As she had previously told Lund, the lease was over.",
            ["spoke told: 2016-05"],
        ),
        # Several told as one, beside one of its own.
        (
            "Anna Berg met Karl Lund in May 2016. Berg and Lund met several times.",
            ["met: 2016-05", "met: None xseveral"],
        ),
        ("Anna Berg met Karl Lund on three occasions.", ["met: None x3"]),
        ("Anna Berg met Karl Lund in May 2016. On another occasion, Berg met Lund.", ["met: 2016-05", "met: None"]),
        ("Anna Berg had numerous meetings with Karl Lund.", ["meetings: None xseveral"]),
        ("Anna Berg had meetings with Karl Lund.", ["meetings: None"]),
    ],
)
def test_one_occasion_is_one_contact(text: str, expected: list[str]) -> None:
    assert _occasions(text) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Between two occasions, what tells neither's day is of the one told last, and of one only.
        (
            "Anna Berg met Karl Lund in May 2016. Berg and Lund met in June 2016. Berg and Lund met in Oslo.",
            ["met met: 2016-06", "met: 2016-05"],
        ),
        (
            "Anna Berg met Karl Lund in May 2016. Berg and Lund met in Oslo. Berg and Lund met in June 2016.",
            ["met met: 2016-05", "met: 2016-06"],
        ),
        (
            "Anna Berg meets Karl Lund.\n\nAnna Berg met Karl Lund in June 2016. Berg and Lund met in May 2016.",
            ["meets met: 2016-06", "met: 2016-05"],
        ),
    ],
)
def test_words_without_a_day_are_of_the_nearest_occasion(text: str, expected: list[str]) -> None:
    assert _occasions(text) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words right behind a letter, or behind a contact of no told kind, were in it.
        ("Anna Berg emailed Karl Lund in May 2016. She told Lund to sell.", ["emailed told: 2016-05"]),
        ("Anna Berg contacted Karl Lund in May 2016. Berg spoke with Lund of the lease.", ["contacted spoke: 2016-05"]),
        (
            "Anna Berg emailed Karl Lund in May 2016. It rained in Oslo. The port was shut. She told Lund to sell.",
            ["emailed: 2016-05", "told: None"],
        ),
        (
            "Anna Berg met Karl Lund in May 2016. She told Lund and Olga Stein to sell.",
            ["met: 2016-05", "told: 2016-05"],
        ),
        (
            "Anna Berg testified before the Audit Office on May 3, 2016. Senator Lund questioned her.",
            ["testified questioned: 2016-05-03"],
        ),
        (
            "Anna Berg testified before the Audit Office on May 3, 2016. In July 2016, Senator Lund questioned her.",
            ["questioned: 2016-07", "testified: 2016-05-03"],
        ),
        # So it is for words behind a meeting, and for a meeting of some of its people only; a headline is near to all.
        ("Anna Berg met Karl Lund in May 2016. It rained. She told Lund to sell.", ["met told: 2016-05"]),
        (
            "Anna Berg met Karl Lund in May 2016. It rained in Oslo. The port was shut. She told Lund to sell.",
            ["met: 2016-05", "told: None"],
        ),
        (
            "Anna Berg met Karl Lund and Olga Stein in May 2016. It rained. The port was shut. Berg met Lund in Oslo.",
            ["met: 2016-05", "met: None"],
        ),
        (
            "Anna Berg meets Karl Lund\n\nIt rained. The port was shut. Berg met Lund and Olga Stein in May 2016.",
            ["meets met: 2016-05"],
        ),
        ("Anna Berg emailed Karl Lund in May 2016. She called Lund.", ["called: 2016-05", "emailed: 2016-05"]),
        ("Anna Berg contacted Karl Lund in May 2016. Berg met Lund.", ["contacted: 2016-05", "met: 2016-05"]),
    ],
)
def test_words_between_two_are_of_the_contact_before_them(text: str, expected: list[str]) -> None:
    assert _occasions(text) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg met Karl Lund on May 3, 2016. The day after the meeting, Lund wrote to Olga Stein.", "2016-05-04"),
        (
            "Anna Berg met Karl Lund on May 3, 2016. Two days before the meeting, Lund wrote to Olga Stein.",
            "2016-05-01",
        ),
        (
            "Anna Berg met Karl Lund on May 3, 2016. Lund wrote to Olga Stein three days after he met Berg.",
            "2016-05-06",
        ),
        ("Shortly after his June 3 call with Anna Berg, Karl Lund wrote to Olga Stein.", "2016-06-03~"),
        ("Immediately following his July 19 meeting with Anna Berg, Karl Lund wrote to Olga Stein.", "2016-07-19~"),
        (
            "Anna Berg met Karl Lund on May 3, 2016. It rained. Lund wrote to Stein hours after the meeting.",
            "2016-05-03~",
        ),
        # Who only wrote after it, or weeks after it, did so on no day that is told.
        ("Anna Berg met Karl Lund on May 3, 2016. It rained. After the meeting, Lund wrote to Stein.", "2016-05-03/.."),
        (
            "Anna Berg met Karl Lund on May 3, 2016. It rained. Before the meeting, Lund wrote to Stein.",
            "../2016-05-03",
        ),
        ("Anna Berg met Karl Lund on May 3, 2016. Two weeks after the meeting, Lund wrote to Stein.", "2016-05-03/.."),
        ("Anna Berg met Karl Lund on May 3, 2016. Two days after the strike, Lund wrote to Olga Stein.", None),
        ("Anna Berg met Karl Lund in May 2016. The day after the meeting, Lund wrote to Olga Stein.", None),
        ("Anna Berg will meet Karl Lund on May 3. Before the meeting, Lund wrote to Olga Stein.", None),
    ],
)
def test_what_is_told_beside_an_occasion_is_dated_by_it(text: str, expected: str | None) -> None:
    assert f"wrote: {expected}" in _occasions(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg met with Karl Lund. The meeting was held on May 3, 2016.", ["met meeting: 2016-05-03"]),
        ("Anna Berg met with Karl Lund. The meeting was not held on May 3, 2016.", ["met: None"]),
        (
            "At their Oct. 3 meeting, Anna Berg and Karl Lund discussed the lease.",
            ["meeting discussed: 2016-10-03"],
        ),
        (
            "During their Oct. 3 call and their Dec. 6 meeting, Anna Berg and Karl Lund discussed the lease.",
            ["call discussed: 2016-10-03", "meeting: 2016-12-06"],
        ),
        ("At their hotel, Anna Berg and Karl Lund discussed the lease.", ["discussed: None"]),
        (
            "In May 2016, Anna Berg met Karl Lund, Olga Stein and the mayor. At that meeting, the mayor asked Lund.",
            ["met meeting: 2016-05"],
        ),
        # Where somebody else speaks or acts there, it is another, and its day is not theirs.
        ("Anna Berg met Karl Lund. At the meeting, Olga Stein said the dam was safe.", ["met: None"]),
        ("Anna Berg met Karl Lund. During the meeting on May 4, 2016, Olga Stein resigned.", ["met: None"]),
        ("Anna Berg met Karl Lund. During the meeting on May 4, 2016, Lund resigned.", ["met meeting: 2016-05-04"]),
        ("Anna Berg met Karl Lund. During the meeting on May 4, 2016, an aide wept.", ["met meeting: 2016-05-04"]),
        # Where others were there as well, the invited came.
        (
            "Anna Berg invited Karl Lund to lunch. Olga Stein also attended the lunch.",
            ["lunch lunch: None", "lunch: None"],
        ),
        ("Anna Berg invited Karl Lund to lunch. Olga Stein attended the lunch.", ["lunch: None"]),
        # A plan carried out, which cites the sentence that names the people; planned it is listed, and never counted.
        (
            "Anna Berg was scheduled to meet Karl Lund on May 3, 2016. At the meeting, Berg declined to answer.",
            ["meet: 2016-05-03", "meeting meet: 2016-05-03"],
        ),
        (
            "Anna Berg was scheduled to meet Karl Lund on May 3, 2017. At the meeting, Berg declined to answer.",
            ["meet: 2017-05-03", "meeting meet: None"],
        ),
    ],
)
def test_a_noun_takes_up_what_was_told_and_who_was_there(text: str, expected: list[str]) -> None:
    assert _occasions(text) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A meeting of Anna Berg and Karl Lund was cancelled on Tuesday.", "meeting: None"),
        ("The meeting of Anna Berg and Karl Lund was called off on Tuesday.", "meeting: None"),
        (
            "A meeting of Anna Berg and Karl Lund that had been planned for Friday in Oslo was cancelled on Tuesday.",
            "meeting: 2017-01-06/2017-01-13",
        ),
        ("A meeting of Anna Berg and Karl Lund was held on Tuesday.", "meeting: 2017-01-10"),
    ],
)
def test_the_day_of_calling_it_off_is_not_its_day(text: str, expected: str) -> None:
    assert _occasions(text) == [expected]


def test_a_count_tells_of_all_the_occasions_it_counts() -> None:
    text = (
        "Berg Met With Norwegian Ambassador Twice During Campaign\n\n"
        "Anna Berg met with Norwegian ambassador Karl Lund twice before the vote. "
        "Berg met with Lund twice, once in July 2016 and a second time in September 2016."
    )
    assert [len(one.split(":")[0].split()) for one in _occasions(text)] == [3, 3]
