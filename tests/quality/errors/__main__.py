"""Write the pages of errors, and print the causes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.quality.corpora import PARSES, ROOT, shared
from tests.quality.counts import annotations, scorer
from tests.quality.errors import contact_dates, contacts, expressions, page, statements
from tests.quality.errors.cases import Sheet, merged, weight
from tests.quality.errors.documents import documents

FOLDER = ROOT / ".cache/errors"


def sheets(folder: Path) -> Iterator[Sheet]:
    """Read the corpora that may be read, and yield what is wrong in each."""
    yield from _contacts(folder)
    yield _expressions(folder)
    yield _statements(folder)


def _contacts(folder: Path) -> Iterator[Sheet]:
    corpus, score = folder / "corpus/contacts-tune", scorer(folder, "score_contacts")
    gold = {each["doc"]: each["contacts"] for each in json.loads((corpus / "gold.json").read_text(encoding="utf-8"))}
    records = json.loads((corpus / "documents.json").read_text(encoding="utf-8"))
    told = "Ties missed and ties found wrongly, by weight: a contact of n weighs n-1."
    ties = Sheet("contacts", "Contacts, tuning set", told, "ties")
    told = "Ties that are right, with another date than annotated."
    dates = Sheet("contact-dates", "Dates of contacts, tuning set", told, "ties")
    for document in documents(records, PARSES):
        wanted = gold[document.article.id]
        ties.cases.extend(merged(contacts.cases(document, wanted, score)))
        dates.cases.extend(merged(contact_dates.cases(document, wanted, score)))
    yield ties
    yield dates


def _expressions(folder: Path) -> Sheet:
    corpus, score = folder / "corpus/timex", scorer(folder, "score_timex")
    gold = {file.stem: score.gold_expressions(file) for file in corpus.rglob("*.tml")}
    told = "TIMEX3 values, and days that leave the annotated ones out, on TimeBank and AQUAINT."
    sheet = Sheet("expressions", "Temporal expressions", told, "expressions")
    for document in documents(scorer(folder, "corpus").timex(str(corpus)), PARSES):
        sheet.cases.extend(expressions.cases(document, gold[document.article.id], score.interval))
    return sheet


def _statements(folder: Path) -> Sheet:
    corpus, score = folder / "corpus/polnear/dev", scorer(folder, "score_statements")
    files = annotations(corpus)
    told = "Verbs of speech missed, statements found wrongly, wrong speakers, on PolNeAR's development part."
    sheet = Sheet("statements", "Statements", told, "statements")
    for document in documents(scorer(folder, "corpus").statements(str(corpus)), PARSES):
        gold = [said for file in files.get(document.article.id, ()) for said in score.gold_attributions(file)]
        sheet.cases.extend(statements.cases(document, gold, score))
    return sheet


def main() -> None:
    """Write a page for each sheet and one of all causes, and print the causes."""
    folder = shared()
    if folder is None:
        sys.exit("nothing written: the evaluation corpora are not beside this checkout (../shared, or WHOMET_SHARED)")
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = list(sheets(folder))
    for sheet in made:
        (FOLDER / f"{sheet.name}.html").write_text(page.page(sheet), encoding="utf-8")
        print(f"\n{sheet.title}")
        for cause, cases in sheet.groups:
            print(f"{weight(cases):7.1f}  {cause}")
    (FOLDER / "index.html").write_text(page.index(made), encoding="utf-8")
    print(f"\nwritten: {(FOLDER / 'index.html').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
