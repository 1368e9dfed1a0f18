"""The command line on an archive that is there: answers, forms, filters, exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.app import create_app
from api.cli import whomet
from api.schemas import dump, meetings_json
from api.settings import Settings
from graph.store import open_store
from graph.store.base import Store
from tests.api.archive import batch
from tests.making import article, claim, extraction, person
from tests.stores.samples import alone
from timeline.ids import stable_id
from timeline.model import Actor, Article, ClaimType, Score, Stance, Status

type Run = Callable[..., Result]


@pytest.fixture
def run(store: Store) -> Run:
    def invoke(*args: str, on: str = store.url) -> Result:
        return CliRunner().invoke(whomet, [*args, "--store", on])

    return invoke


def test_who_met_prints_the_one_json_of_the_contract(run: Run, store: Store) -> None:
    result = run("who-met", "Ada Lorne", "Bo Kestrel", "--format", "json")
    ada, bo = store.resolve_actor("Ada Lorne"), store.resolve_actor("Bo Kestrel")
    assert result.exit_code == 0
    assert result.stdout == dump(meetings_json(store.meetings(ada.id, bo.id)))
    assert [event["date"] for event in json.loads(result.stdout)["contacts"]] == ["2016-05"]


def test_a_denied_meeting_is_listed_apart_from_contacts(run: Run) -> None:
    found = json.loads(run("who-met", "Ada Lorne", "Dee Marsh", "--format", "json").stdout)
    assert found["contacts"] == []
    assert [event["status"] for event in found["not_contacts"]] == ["denied"]
    table = run("who-met", "Ada Lorne", "Dee Marsh").stdout
    assert "0 contacts" in table
    assert table.index("Not counted") < table.index("⊗ denied")


def test_a_denial_says_whose_it_is_and_how_far_it_goes(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'denial.db'}"
    of = article("Ada Lorne denied that she met Dee Marsh to buy eels.", key="denial")
    words = "that she met Dee Marsh to buy eels"
    denial = claim(of, "Ada Lorne", kind=ClaimType.STATEMENT, quote=words, stance=Stance.DENIES, scope="to buy eels")
    met = claim(of, "Ada Lorne", "Dee Marsh", status=Status.DENIED, quote="met Dee Marsh to buy eels")
    with open_store(address, create=True) as made:
        made.upsert([extraction(of, denial, met)])
        (event,) = [event for event in made.events().items if event.type is ClaimType.MEETING]
    ask = ("who-met", "Ada Lorne", "--store", address)
    assert "denied by Ada Lorne (“to buy eels”)" in " ".join(CliRunner().invoke(whomet, ask).stdout.split())
    (told,) = json.loads(CliRunner().invoke(whomet, [*ask, "--format", "json"]).stdout)["not_contacts"]
    assert [(said["stance"], said["scope"]) for said in told["statements"]] == [("denies", "to buy eels")]
    with open_store(address) as made:
        client = create_app(Settings(), made).test_client()
        shown = " ".join(client.get(f"/events/{event.id}").text.split())
        pair = client.get(f"/actors/{event.participants[0].actor.id}").text
    assert "denies, as far as “to buy eels”" in shown
    assert "denied by Ada Lorne (“to buy eels”)" in pair


def test_a_lying_extractor_is_named_and_only_what_stands_is_stored(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'lies.db'}"
    (tmp_path / "one.txt").write_text("Ann Bob met in the harbour on Monday, as everybody knew.")
    ask = [str(tmp_path / "one.txt"), "--extractor", "tests.extractors:Liar"]
    result = CliRunner().invoke(whomet, ["ingest", *ask, "--store", address])
    assert result.exit_code == 1
    assert "refused:" in result.stderr
    assert "claim c-lie" in result.stderr
    with open_store(address) as made:
        (event,) = made.events().items
    assert {p.actor.name for p in event.participants} == {"Ann One", "Bob Other"}
    printed = CliRunner().invoke(whomet, ["extract", *ask, "--format", "json"])
    assert (printed.exit_code, len(json.loads(printed.stdout)["events"])) == (1, 1)
    assert CliRunner().invoke(whomet, ["extract", ask[0], "--extractor", "nobody"]).exit_code == 2
    with open_store(address) as made:
        client = create_app(Settings(extractor="tests.extractors:Liar"), made).test_client()
        sent = {"articles": [{"text": "Cem Dov met at the pier.", "title": ""}]}
        answer = client.post("/api/v1/articles", json=sent["articles"][0])
    assert answer.status_code == 207
    assert [one["result"] for one in answer.json["documents"]] == ["new", "failed"]  # type: ignore[index]


def test_a_timeline_is_whole_in_order_with_nothing_to_continue(run: Run) -> None:
    found = json.loads(run("timeline", "Ada Lorne", "--format", "json").stdout)
    days = [event["earliest"] for event in found["events"]]
    assert found["actor"]["name"] == "Ada Lorne"
    assert found["next"] is None
    assert days == sorted((day for day in days if day), key=str) + [None] * days.count(None)


def test_a_limited_timeline_continues_where_it_stopped(run: Run) -> None:
    everything = json.loads(run("timeline", "Ada Lorne", "--format", "json").stdout)["events"]
    seen, after = [], []
    while True:
        page = json.loads(run("timeline", "Ada Lorne", "--limit", "2", *after, "--format", "json").stdout)
        assert len(page["events"]) <= 2
        seen += page["events"]
        if page["next"] is None:
            break
        after = ["--after", page["next"]]
    assert seen == everything


@pytest.mark.parametrize(
    ("options", "types"),
    [
        (["--type", "hearing"], ["hearing"]),
        (["--status", "denied"], ["meeting"]),
        (["--since", "2017"], ["hearing"]),
        (["--until", "2016-05"], ["meeting"]),
        (["--since", "2016-06-01", "--until", "2016-12"], []),
    ],
)
def test_filters_choose_events(run: Run, options: list[str], types: list[str]) -> None:
    found = json.loads(run("timeline", "Ada Lorne", *options, "--format", "json").stdout)
    assert [event["type"] for event in found["events"]] == types


@pytest.mark.parametrize(
    "args",
    [
        ["who-met", "Ada Lorne", "Bo Kestrel"],
        ["timeline", "Ada Lorne"],
        ["contacts", "Ada Lorne"],
        ["contacts"],
        ["path", "Ada Lorne", "Bo Kestrel"],
        ["search", "pier"],
    ],
)
def test_only_sure_claims_are_told(run: Run, args: list[str]) -> None:
    told, sure, none = (
        run(*args, *options, "--format", "json").stdout
        for options in ([], ["--min-confidence", "0.5"], ["--min-confidence", "0.0"])
    )
    assert none == told
    assert "pier-2" in told
    assert "pier-1" in sure
    assert "pier-2" not in sure


def test_an_export_holds_only_what_is_sure(run: Run) -> None:
    assert "pier-2" in run("export", "jsonl").stdout
    assert "pier-2" not in run("export", "jsonl", "--min-confidence", "0.5").stdout
    assert "pier-2" not in run("export", "jsonl", "Ada Lorne", "--min-confidence", "0.5").stdout


def test_contacts_name_the_other_actors_with_their_counts(run: Run) -> None:
    found = json.loads(run("contacts", "Bo Kestrel", "--format", "json").stdout)
    assert {one["actor"]["name"]: one["count"] for one in found["contacts"]}["Dee Marsh"] == 1
    rows = list(csv.DictReader(io.StringIO(run("contacts", "Bo Kestrel", "--format", "csv").stdout)))
    assert {row["name"] for row in rows if row["counted"] == "yes"} == {
        one["actor"]["name"] for one in found["contacts"]
    }


def test_a_path_respects_the_order_of_time(run: Run) -> None:
    found = json.loads(run("path", "Ada Lorne", "Dee Marsh", "--format", "json").stdout)
    assert [[hop["to"]["name"] for hop in path["hops"]] for path in found["paths"]] == [["Bo Kestrel", "Dee Marsh"]]
    assert "Ada Lorne → Bo Kestrel → Dee Marsh" in run("path", "Ada Lorne", "Dee Marsh").stdout
    assert "no contacts lead" in run("path", "Dee Marsh", "Ada Lorne").stdout
    rows = list(csv.DictReader(io.StringIO(run("path", "Ada Lorne", "Dee Marsh", "--format", "csv").stdout)))
    assert [(row["from"], row["to"]) for row in rows] == [("Ada Lorne", "Bo Kestrel"), ("Bo Kestrel", "Dee Marsh")]


def test_search_finds_events_by_words_and_actors_by_name(run: Run) -> None:
    found = json.loads(run("search", "pier", "--format", "json").stdout)
    assert len(found["events"]) == 2
    table = run("search", "Lorne").stdout
    assert stable_id("a", "person", "ada lorne") in table
    assert "no event has all these words" in run("search", "zebra").stdout


def test_show_prints_an_event_with_its_derivation_an_actor_and_an_article(run: Run, store: Store) -> None:
    event = json.loads(run("who-met", "Ada Lorne", "Bo Kestrel", "--format", "json").stdout)["contacts"][0]
    shown = run("show", event["id"]).stdout
    assert "given by the test" in shown
    assert "“Ada Lorne met Bo Kestrel in May 2016 at the Pier.”" in shown
    assert json.loads(run("show", event["id"], "--format", "json").stdout) == event
    assert json.loads(run("show", "Ada Lorne", "--format", "json").stdout)["name"] == "Ada Lorne"
    article_shown = run("show", "pier-1").stdout
    assert store.article("pier-1").sha256 in article_shown
    assert "Ada Lorne met Bo Kestrel in May 2016 at the Pier." in article_shown
    assert json.loads(run("show", "pier-1", "--format", "json").stdout)["article"]["id"] == "pier-1"


def test_text_of_an_article_cannot_steer_the_terminal(tmp_path: Path) -> None:
    evil = article("\x1b[2JAda Lorne\u202e met Bo Kestrel\x07 today.")
    url = f"sqlite:///{tmp_path / 'evil.db'}"
    with open_store(url, create=True) as made:
        made.upsert([extraction(evil, claim(evil, "Ada Lorne", "Bo Kestrel"))])
    for command in (["who-met", "Ada Lorne"], ["show", evil.id]):
        shown = CliRunner().invoke(whomet, [*command, "--store", url]).stdout
        assert "Ada Lorne met Bo Kestrel today." in " ".join(shown.split()).replace("[2J", "")
        assert not set(shown) & set("\x1b\x07\u202e")


def test_an_unknown_name_is_wrong_use(run: Run) -> None:
    result = run("timeline", "Nobody Atall")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Nobody Atall" in result.stderr


def test_an_ambiguous_name_lists_the_candidates_with_their_ids(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'two.db'}"
    text = article("Ada Lorne met Bo Kestrel.")
    other = Actor(stable_id("a", "another"), "Ada Lorne")
    with open_store(url, create=True) as made:
        made.upsert([extraction(text, claim(text, "Ada Lorne", "Bo Kestrel"), claim(text, other, "Cy Marl"))])
    result = CliRunner().invoke(whomet, ["timeline", "Ada Lorne", "--store", url])
    assert result.exit_code == 2
    assert other.id in result.stderr
    assert person("Ada Lorne").id in result.stderr
    assert CliRunner().invoke(whomet, ["timeline", other.id, "--store", url]).exit_code == 0


@pytest.mark.parametrize(
    "args",
    [
        ["timeline", "Ada Lorne", "--since", "2016-13"],
        ["timeline", "Ada Lorne", "--since", "2017", "--until", "2016"],
        ["timeline", "Ada Lorne", "--after", "nonsense"],
        ["timeline", "Ada Lorne", "--min-confidence", "1.5"],
        ["timeline", "Ada Lorne", "--min-confidence", "nan"],
        ["timeline", "Ada Lorne", "--min-confidence", "high"],
        ["timeline"],
        ["who-met", "Ada Lorne", "Ada Lorne"],
        ["who-met", "Ada Lorne", ""],
        ["timeline", "\udcff"],
        ["who-met", "\udcff"],
        ["path", "Ada Lorne", "\udcff"],
        ["show", "\udcff"],
        ["search", "\udcff"],
        ["export", "csv", "\udcff"],
        ["ingest", "examples/articles", "--published", "2017-02-30"],
        ["ingest", "examples/articles", "--published", "nonsense"],
        ["ingest", "examples/README.md", "--url", "javascript:x"],
        ["ingest", "examples/README.md", "examples/expected.json", "--id", "same"],
        ["ingest", "examples", "--id", "same"],
        ["ingest", "examples", "--url", "https://paper.example/1"],
        ["ingest", "examples/README.md", "--max-mb", "nan"],
        ["ingest", "examples/README.md", "--max-mb", "inf"],
        ["ingest", "examples/README.md", "--max-mb", "1e300"],
        ["serve", "--host", "foo bar", "--port", "0"],
        ["show", "e-0"],
        ["export", "papyrus"],
        ["export", "csv", "-o", "/nowhere/at/all.csv"],
        ["dance"],
    ],
)
def test_wrong_use_is_exit_code_2_with_a_message_and_no_traceback(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr
    assert "Traceback" not in result.stderr


def test_an_event_listed_with_a_threshold_is_shown_with_it(run: Run, tmp_path: Path) -> None:
    made = [alone("wide", edtf="2016"), alone("narrow", edtf="2016-07-05")]
    weak = replace(made[1], claims=tuple(replace(c, confidence=Score(0.4, "weak")) for c in made[1].claims))
    url = f"sqlite:///{tmp_path / 'unsure.db'}"
    with open_store(url, create=True) as opened:
        opened.upsert([made[0], weak])
    sure = ["--min-confidence", "0.5"]
    (row,) = csv.DictReader(io.StringIO(run("contacts", *sure, "--format", "csv", on=url).stdout))
    (event,) = json.loads(run("search", "Ann", *sure, "--format", "json", on=url).stdout)["events"]
    shown = run("show", event["id"], *sure, "--format", "json", on=url)
    assert (row["events"], json.loads(shown.stdout)) == (event["id"], event)
    unsure = run("show", event["id"], on=url)
    assert (unsure.exit_code, "is found with the same one" in unsure.stderr) == (2, True)
    assert "found with the same" not in run("show", "Nobody Known", on=url).stderr
    events = json.loads(run("show", "wide", *sure, "--format", "json", on=url).stdout)["events"]
    assert [one["id"] for one in events] == [event["id"]]


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "neo4j://127.0.0.1:1", "mysql://127.0.0.1/x"])
def test_a_store_out_of_reach_is_exit_code_3(run: Run, url: str) -> None:
    result = run("timeline", "Ada Lorne", on=url)
    assert result.exit_code == 3
    assert url in result.stderr


def test_a_file_that_is_no_store_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("my notes")
    for command in (["timeline", "Ada Lorne"], ["ingest", str(file)]):
        assert run(*command, on=f"sqlite:///{file}").exit_code == 3
    assert file.read_text() == "my notes"


def test_asking_makes_no_store(run: Run, tmp_path: Path) -> None:
    assert run("timeline", "Ada Lorne", on=f"sqlite:///{tmp_path / 'none.db'}").exit_code == 3
    assert list(tmp_path.iterdir()) == []


def test_the_store_may_come_from_the_environment(store: Store) -> None:
    result = CliRunner().invoke(whomet, ["store", "info", "--format", "json"], env={"WHOMET_STORE": store.url})
    assert json.loads(result.stdout)["articles"] == len(batch())


def test_a_store_is_copied_whole_and_copying_again_changes_nothing(run: Run, store: Store, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'copy.db'}"
    runner = CliRunner()
    for _ in range(2):
        assert runner.invoke(whomet, ["store", "copy", store.url, url]).exit_code == 0
        command = ("timeline", "Bo Kestrel", "--format", "json")
        assert run(*command, on=url).stdout == run(*command).stdout
    assert runner.invoke(whomet, ["store", "copy", url, url]).exit_code == 2


def test_an_export_goes_to_a_file_whole_and_leaves_nothing_else(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "ada.csv"
    assert run("export", "csv", "Ada Lorne", "-o", str(output)).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ada.csv"]
    assert output.read_bytes() == run("export", "csv", "Ada Lorne").stdout_bytes
    assert output.read_bytes() == run("timeline", "Ada Lorne", "--format", "csv").stdout_bytes


def test_colours_and_lines_stay_out_of_a_pipe(run: Run) -> None:
    assert "\x1b" not in run("timeline", "Ada Lorne").stdout


def test_whoever_reads_only_the_beginning_gets_no_complaint(store: Store) -> None:
    program = "from api.cli import main; main()"
    for command in (["timeline", "Bo Kestrel"], ["export", "html"]):
        with subprocess.Popen(
            [sys.executable, "-c", program, *command, "--store", store.url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_a_full_disk_is_told_without_a_traceback(store: Store) -> None:
    for command in (["timeline", "Bo Kestrel"], ["timeline", "Bo Kestrel", "--format", "json"], ["export", "html"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "api", *command, "--store", store.url],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr) == (2, b"Error: cannot go on: No space left on device\n")


@pytest.mark.parametrize(
    ("closed", "command", "code", "says"),
    [
        ("<&-", ["ingest", "-"], 1, "standard input: cannot be opened (it is closed)"),
        ("<&-", ["extract", "-"], 1, "standard input: cannot be opened (it is closed)"),
        (">&-", ["timeline", "Bo Kestrel"], 2, "Error: standard output is closed"),
        ("2>&-", ["timeline", "Bo Kestrel"], 0, ""),
    ],
)
def test_a_closed_stream_is_told_without_a_traceback(
    store: Store, tmp_path: Path, closed: str, command: list[str], code: int, says: str
) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}" if command[0] == "ingest" else store.url
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-m", "api", *command],
        env=os.environ | {"WHOMET_STORE": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("module", ["api.cli", "click", "api.schemas", "rich.console"])
def test_an_interruption_while_it_starts_ends_with_130_and_no_traceback(store: Store, module: str) -> None:
    program = (
        "import sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, *rest):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "from api.__main__ import main\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        f"sys.argv = ['whomet', 'timeline', 'Bo Kestrel', '--store', {store.url!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "interrupted\n")


def test_what_one_document_does_to_us_is_named_and_the_others_are_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Ada Lorne met Bo Kestrel in May 2016, {name} was told.", "utf-8")
    from timeline import extract

    read = extract.read_parsed

    def fail(article: Article, parsed: Any) -> Any:
        if ", b " in article.text:
            raise MemoryError
        return read(article, parsed)

    monkeypatch.setattr(extract, "read_parsed", fail)
    folder, url = str(tmp_path), f"sqlite:///{tmp_path / '.store.db'}"
    result = CliRunner().invoke(whomet, ["ingest", folder, "--format", "json", "--store", url])
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["new"]) == 2
    assert "MemoryError" in result.stderr
    result = CliRunner().invoke(whomet, ["extract", folder, "--format", "json"])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2


@pytest.mark.skipif(shutil.which("script") is None, reason="there is no terminal to be had without `script`")
def test_on_a_terminal_a_bar_shows_how_far_it_is(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Ada Lorne met Bo Kestrel in May 201{n}.", "utf-8")
    command = f"{sys.executable} -m api ingest {tmp_path} --store sqlite:///{tmp_path}/.store.db"
    shown = subprocess.run(["script", "-qec", command, "/dev/null"], capture_output=True, text=True, check=True).stdout
    assert "━" in shown
    assert "3 stored" in shown
    assert "3 articles added" in shown


def test_what_a_folder_leaves_aside_is_said_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Lorne met Bo Kestrel in May 2016.", "utf-8")
    (tmp_path / "README.md").write_text("Notes.", "utf-8")
    url = f"sqlite:///{tmp_path / '.store.db'}"
    for command in (["ingest", str(tmp_path), "--store", url], ["extract", str(tmp_path)]):
        result = CliRunner().invoke(whomet, command)
        assert result.exit_code == 0
        assert "README.md: left aside" in result.stderr


def test_messages_are_one_line_and_steer_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb.txt").write_text("")
    result = CliRunner().invoke(whomet, ["extract", str(tmp_path)])
    assert "a\\x1b[2J\\nb.txt: is empty" in result.stderr
    assert "\x1b" not in result.stderr


def test_one_thing_is_shown_as_csv(run: Run, store: Store) -> None:
    event = json.loads(run("who-met", "Ada Lorne", "Bo Kestrel", "--format", "json").stdout)["contacts"][0]
    rows = list(csv.DictReader(io.StringIO(run("show", event["id"], "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [event["id"]]
    rows = list(csv.DictReader(io.StringIO(run("show", "Ada Lorne", "--format", "csv").stdout)))
    assert [(row["name"], row["kind"]) for row in rows] == [("Ada Lorne", "person")]
    rows = list(csv.DictReader(io.StringIO(run("show", "pier-1", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [one.id for one in store.article_events(store.article("pier-1").version)]
    assert run("verify", "--format", "csv").stdout_bytes == b"claim,article,version,reason\r\n"


def test_no_cell_of_a_table_is_a_formula(tmp_path: Path) -> None:
    evil = article("=HYPERLINK(1) met Bo Kestrel.")
    url = f"sqlite:///{tmp_path / 'evil.db'}"
    with open_store(url, create=True) as made:
        made.upsert([extraction(evil, claim(evil, "=HYPERLINK(1)", "Bo Kestrel"))])
    for command in (["contacts", "Bo Kestrel"], ["path", "Bo Kestrel", "=HYPERLINK(1)"], ["show", "=HYPERLINK(1)"]):
        result = CliRunner().invoke(whomet, [*command, "--format", "csv", "--store", url])
        cells = [cell for row in csv.reader(io.StringIO(result.stdout)) for cell in row]
        assert "'=HYPERLINK(1)" in cells
        assert not [cell for cell in cells if cell.startswith("=")]


def test_help_starts_quickly_and_brings_nothing_heavy_with_it() -> None:
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from api.cli import whomet\n"
        "assert CliRunner().invoke(whomet, ['--help']).exit_code == 0\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"spacy", "flask", "neo4j", "networkx", "numpy", "rich", "pydantic", "trafilatura", "dateparser", "lxml"}
    assert not heavy & set(loaded)
