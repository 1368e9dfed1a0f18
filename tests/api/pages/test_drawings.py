"""The drawings of the pages: lines by status, widths by sources, months that share out what is wider than a month."""

from xml.etree import ElementTree as ET

from api.pages.derivation import Allowed, derivation_svg
from api.pages.network import MOST, network_svg, spokes
from api.pages.overview import months_svg
from tests.making import person
from timeline.dates.uncertain import UncertainDate
from timeline.ids import stable_id
from timeline.model import ClaimType, DateReading, Event, Participant, Status


def event(*names: str, edtf: str | None = None, status: Status = Status.ASSERTED, sources: int = 1) -> Event:
    people = tuple(Participant(person(name)) for name in names)
    key = stable_id("e", *names, edtf, status)
    date = DateReading(UncertainDate.parse(edtf), None, None, "given by the test") if edtf else None
    return Event(key, ClaimType.MEETING, status, "a title", people, date, None, None, None, (), sources, sources)


def test_what_is_not_asserted_has_a_line_of_its_own_and_no_width() -> None:
    ada = person("Ada")
    told = [
        event("Ada", "Bo", sources=3),
        event("Ada", "Cy", status=Status.DENIED),
        event("Ada", "Dee", status=Status.PLANNED),
        event("Ada", "Eli", status=Status.ALLEGED),
        event("Ada", "Fay", status=Status.HYPOTHETICAL),
    ]
    root = ET.fromstring(network_svg(ada, told))
    lines = {kind: root.findall(f"path[@class='{kind}']") for kind in ("e", "ed", "ep", "ep2", "eh")}
    assert {kind: len(found) for kind, found in lines.items()} == {"e": 1, "ed": 1, "ep": 1, "ep2": 1, "eh": 2}
    assert lines["e"][0].get("stroke-width") == "3"
    titles = {node.text for node in root.iter("title")}
    assert titles >= {"Bo: 3 independent sources", "Cy: 1 denied", "Dee: 1 planned"}


def test_a_denial_adds_nothing_to_a_contact() -> None:
    ranked, _ = spokes(person("Ada"), [event("Ada", "Bo"), event("Ada", "Bo", status=Status.DENIED, sources=7)])
    assert [(spoke.actor.name, spoke.sources, spoke.unsure) for spoke in ranked] == [("Bo", 1, ((1, Status.DENIED),))]


def test_the_strongest_ties_are_drawn_and_nobody_without_a_tie() -> None:
    many = [event("Ada", f"Other {n}", sources=n) for n in range(1, MOST + 5)]
    drawn = network_svg(person("Ada"), many)
    assert drawn.count("<a ") == MOST
    assert "Other 1:" not in drawn
    assert network_svg(person("Nobody"), many) == ""


def test_a_month_holds_what_is_known_to_it_and_its_share_of_what_is_wider() -> None:
    known = [event("Ada", f"B{day}", edtf=f"2016-05-{day:02d}") for day in range(1, 5)]
    drawn = months_svg([*known, event("Ada", "Cy", edtf="2016-07"), event("Ada", "Dee", edtf="2016-05/2016-06")])
    root = ET.fromstring(drawn)
    assert root.get("aria-label") == "Contacts by month, 2016-05 to 2016-07: 5 known to the month"
    assert [len(root.findall(f".//path[@class='{kind}']")) for kind in ("mb", "mb o")] == [2, 2]
    assert months_svg([event("Ada", "Bo", edtf="2016"), event("Ada", "Cy")]) == ""


def test_a_date_is_drawn_under_what_each_source_allows() -> None:
    def row(edtf: str) -> Allowed:
        return Allowed("The <Courier>", DateReading(UncertainDate.parse(edtf), "“then”", None, "so & so"))

    rows = [row("2016-03"), row("../2016-03-16"), row("2016-03-14/.."), row("2016-03-15~")]
    root = ET.fromstring(derivation_svg(rows, UncertainDate.parse("2016-03-15")).replace("&#8194;", " "))
    assert len(root.findall(".//rect[@class='bar']")) == 4
    assert len(root.findall("line[@class='cap']")) == 2
    assert len(root.findall("rect[@class='band']")) == 1
    assert derivation_svg([], UncertainDate.parse("2016")) == ""
