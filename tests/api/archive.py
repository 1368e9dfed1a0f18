"""A small archive for the tests of the interface and the pages: invented people, one article a line."""

from __future__ import annotations

from dataclasses import replace

from tests.making import article, claim, extraction, organisation
from timeline.model import Article, ClaimType, Extraction, Found, Publication, Score, Status

EVIL = "<script>alert('x')</script>"


def evil_article() -> Article:
    """Return an article every field of which tries to get out of its place."""
    return Article(
        'evil"><img src=x onerror=alert(1)>',
        f"{EVIL} met Bo Kestrel <b>in</b> {{{{ 7 * 7 }}}} July 2016.",
        source='"><svg onload=alert(1)>',
        url="javascript:alert(document.domain)",
        title=f"</title>{EVIL}",
        byline="' onmouseover='alert(1)",
        published=Publication(None, Found.UNKNOWN, ""),
    )


def batch() -> list[Extraction]:
    """Return the archive's extractions."""
    first = article("Ada Lorne met Bo Kestrel in May 2016 at the Pier.", key="pier-1", source="Courier")
    second = article("Bo Kestrel met Ada Lorne in 2016, an aide said.", key="pier-2", source="Gazette")
    call = article("Bo Kestrel called Dee Marsh on 3 June 2016.", key="call", source="Courier")
    denied = article("Ada Lorne denied that she met Dee Marsh.", key="denial", source="Post", published=None)
    planned = article("Dee Marsh will meet the Harbour Board in July 2017.", key="plan")
    said = article("Ada Lorne said that the pier was cold.", key="said", source="Post")
    unsure = Score(0.4, "told on somebody's word")
    heard = article("The Harbour Board heard Ada Lorne on 9 March 2017.", key="heard")
    evil = evil_article()
    board = organisation("Harbour Board")
    return [
        extraction(first, claim(first, "Ada Lorne", "Bo Kestrel", edtf="2016-05", place="the Pier")),
        extraction(
            second, replace(claim(second, "Ada Lorne", "Bo Kestrel", edtf="2016", said="an aide"), confidence=unsure)
        ),
        extraction(call, claim(call, "Bo Kestrel", "Dee Marsh", kind=ClaimType.CALL, edtf="2016-06-03")),
        extraction(denied, claim(denied, "Ada Lorne", "Dee Marsh", status=Status.DENIED)),
        extraction(planned, claim(planned, "Dee Marsh", board, status=Status.PLANNED, edtf="2017-07")),
        extraction(said, claim(said, "Ada Lorne", kind=ClaimType.STATEMENT, quote="the pier was cold")),
        extraction(heard, claim(heard, "Ada Lorne", board, kind=ClaimType.HEARING, edtf="2017-03-09")),
        extraction(evil, claim(evil, EVIL, "Bo Kestrel", edtf="2016-07", place="<i>nowhere</i>", said=EVIL)),
    ]
