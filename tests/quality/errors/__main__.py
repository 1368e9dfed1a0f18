"""Write the pages of errors, and print the causes."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.quality import scorecard
from tests.quality.corpora import PARSES, ROOT, shared
from tests.quality.counts import annotations, scorer
from tests.quality.errors import contact_dates, contacts, expressions, page, statements, timelines
from tests.quality.errors.cases import Sheet, merged, told_whole, weight
from tests.quality.errors.documents import documents

FOLDER = ROOT / ".cache/errors"


def sheets(folder: Path) -> Iterator[Sheet]:
    """Read the corpora that may be read, and yield what is wrong in each."""
    yield from _contacts(folder)
    yield _expressions(folder)
    yield _statements(folder)
    yield _timelines(folder)


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
        ties.whole.update(contacts.whole(document, wanted, score))
        dates.whole.update(contact_dates.whole(document, wanted, score))
    yield ties
    yield dates


def _expressions(folder: Path) -> Sheet:
    corpus, score = folder / "corpus/timex", scorer(folder, "score_timex")
    gold = {file.stem: score.gold_expressions(file) for file in corpus.rglob("*.tml")}
    told = "TIMEX3 values, and days that leave the annotated ones out, on TimeBank and AQUAINT."
    sheet = Sheet("expressions", "Temporal expressions", told, "expressions")
    for document in documents(scorer(folder, "corpus").timex(str(corpus)), PARSES):
        wanted = gold[document.article.id]
        sheet.cases.extend(expressions.cases(document, wanted, score.interval))
        sheet.whole.update(Counter(annotated=len(wanted), found=len(document.readings)))
    return sheet


def _statements(folder: Path) -> Sheet:
    corpus, score = folder / "corpus/polnear/dev", scorer(folder, "score_statements")
    files = annotations(corpus)
    told = "Verbs of speech missed, statements found wrongly, wrong speakers, on PolNeAR's development part."
    sheet = Sheet("statements", "Statements", told, "statements")
    for document in documents(scorer(folder, "corpus").statements(str(corpus)), PARSES):
        gold = [said for file in files.get(document.article.id, ()) for said in score.gold_attributions(file)]
        sheet.cases.extend(statements.cases(document, gold, score))
        sheet.whole.update(statements.whole(document, gold))
    return sheet


def _timelines(folder: Path) -> Sheet:
    trial, score = folder / "corpus/timeline-trial", scorer(folder, "score_timeline")
    told = "Events missed, misdated or not annotated in the timelines of an entity, SemEval-2015 Task 4 trial."
    sheet = Sheet("timelines", "Timelines of an entity", told, "events")
    records = list(scorer(folder, "corpus").timeline(str(trial / "documents")))
    read = timelines.Trial.of(documents(records, PARSES), trial / "documents", score)
    with tempfile.TemporaryDirectory() as place:
        made = scorecard.timelines(folder, Path(place))
        for gold in sorted((trial / "gold").glob("*.txt")):
            entity, wanted = gold.stem, score.read_gold(gold)
            events = json.loads((made / f"{entity}.json").read_text(encoding="utf-8"))["events"]
            sheet.cases.extend(timelines.cases(read, entity, wanted, events))
            sheet.whole.update(annotated=sum(row[1] is not None for row in wanted), found=len(events))
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
        print(f"\n{sheet.title}: {told_whole(sheet)}")
        for cause, cases in sheet.groups:
            print(f"{weight(cases):7.1f}  {cause}")
    (FOLDER / "index.html").write_text(page.index(made), encoding="utf-8")
    print(f"\nwritten: {(FOLDER / 'index.html').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
