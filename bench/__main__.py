"""Words per second beside bare spaCy's in one process, the share of each stage, articles from file to stored on both
stores, peak memory.

`python -m bench`: the evaluation documents where they lie beside the checkout, else the examples, repeated. Runs are
interleaved, so that whatever else the machine does hits both; the best of each is printed.
"""

from __future__ import annotations

import io
import json
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from pathlib import Path

from api.commands.ingest import Ingestion
from graph.store import open_store
from tests.quality.corpora import shared
from tests.stores.server import Neo4jServer, missing
from timeline.dates.finding import find
from timeline.extract import extract_all, read_parsed
from timeline.language.coreference import resolve_pronouns
from timeline.language.labels import LABELLERS
from timeline.language.mentions import find_people
from timeline.language.pipeline import BATCH, language, parse
from timeline.model import Article
from timeline.sources import ReadOptions, paragraphs, read, read_record

ROUNDS = 3
LEAST_WORDS = 40_000
EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"


def articles() -> list[Article]:
    """Return what is measured on."""
    folder = shared()
    if folder is not None:
        found = json.loads((folder / "corpus/contacts-tune/documents.json").read_text(encoding="utf-8"))
        return [a for record in found if isinstance(a := read_record(record, ReadOptions()), Article)]
    texts = [a for a in read(EXAMPLES, ReadOptions()) if isinstance(a, Article)]
    words = sum(len(a.text.split()) for a in texts)
    return [
        Article(f"{a.id}-{n}", a.text, a.source, published=a.published)
        for n in range(-(-LEAST_WORDS // words))
        for a in texts
    ]


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Time one run, by the processor's time, so that whatever else the machine does counts less."""
    begin = clock()
    work()
    return clock() - begin


def bare(pieces: list[str], without: Sequence[str] = ()) -> None:
    """Run spaCy alone, in the same batches over the same paragraphs: all of the model, or without some components."""
    for _ in language().pipe(pieces, batch_size=BATCH, disable=without):
        pass


def stages(texts: list[Article]) -> dict[str, float]:
    """Time the stages one by one, each over all texts."""
    parsed = []
    out = {"parse": seconds(lambda: parsed.extend(parse((a.text, paragraphs(a.text)) for a in texts)))}
    both = list(zip(texts, parsed, strict=True))
    out["dates"] = seconds(lambda: [find(p, a.published) for a, p in both])
    people = []
    out["names"] = seconds(lambda: people.extend(find_people(p) for p in parsed))
    out["pronouns"] = seconds(lambda: [resolve_pronouns(p, e) for p, e in zip(parsed, people, strict=True)])
    whole = seconds(lambda: [read_parsed(a, p) for a, p in both])
    out["claims"] = whole - out["dates"] - out["names"] - out["pronouns"]
    return out


def to_stored(file: Path, url: str) -> float:
    """Return articles per second from a file to stored, as `whomet ingest` reads, extracts and stores them."""
    with open_store(url, create=True) as store, redirect_stderr(io.StringIO()):
        ingestion = Ingestion(store, None)
        took = seconds(lambda: ingestion.run(read(file, ReadOptions())), time.perf_counter)
    if ingestion.problems:
        raise SystemExit("\n".join(ingestion.problems))
    return len(ingestion.new) / took


def write(texts: list[Article], file: Path) -> None:
    """Write articles as JSON Lines."""
    with file.open("w", encoding="utf-8") as lines:
        for one in texts:
            day = one.published.day
            record = {"id": one.id, "source": one.source, "title": one.title, "text": one.text, "url": one.url}
            lines.write(json.dumps(record | {"published": day.isoformat() if day else None}) + "\n")


def print_stored(texts: list[Article]) -> None:
    """Measure and print both stores; without what a Neo4j server needs, say that it was not measured."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        write(texts, file)
        print(f"stored        {to_stored(file, f'sqlite:///{folder}/b.db'):8.1f} articles/s, file to SQLite")
        if lacking := missing():
            print(f"stored             NOT MEASURED, file to Neo4j: {lacking}")
            return
        with Neo4jServer() as server:
            print(f"stored        {to_stored(file, server.url):8.1f} articles/s, file to Neo4j 5")


def main() -> None:
    """Measure and print."""
    texts = articles()
    words = sum(len(a.text.split()) for a in texts)
    pieces = [span.of(a.text) for a in texts for span in paragraphs(a.text)]
    language()
    ours, spacy = [], []
    for _ in range(ROUNDS):
        spacy.append(seconds(lambda: bare(pieces)))
        ours.append(seconds(lambda: [0 for _ in extract_all(texts)]))
    print(f"{len(texts)} articles, {words} words, best of {ROUNDS}")
    print(f"bare spaCy    {words / min(spacy):8.0f} words/s")
    lean = min(seconds(lambda: bare(pieces, LABELLERS)) for _ in range(ROUNDS))
    print(f"              {words / lean:8.0f} words/s without {' and '.join(LABELLERS)}, whose labels it then lacks")
    print(f"extraction    {words / min(ours):8.0f} words/s, {100 * min(spacy) / min(ours):.0f}% of bare spaCy's")
    parts = stages(texts)
    print("stages        " + ", ".join(f"{n} {100 * s / sum(parts.values()):.0f}%" for n, s in parts.items()))
    print_stored(texts)
    print(f"peak memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB")


if __name__ == "__main__":
    main()
