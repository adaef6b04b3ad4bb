"""Lines of origin as drawn: roots, those who pass on, reports; unnamed and inferred steps; any number of them."""

from typing import Any

from lxml import html
from synthetic_site import FILES, STRIKE, Site, archive_at, texts, written

from generator.archive.archive import Archive
from generator.model.attribution import lines_of
from generator.model.incident import Incident
from generator.pages.origin_tree import LineView, Step, line_views

FIELDS = {
    "id": STRIKE,
    "title": "Synthetic strike",
    "type": "air-drone-strike",
    "date": "2024-01-05",
    "location": "alpha-base",
    "body": "Synthetic.",
}


def lines(archive: Archive, *reports: dict[str, Any]) -> tuple[LineView, ...]:
    """The lines of an incident with these citations."""
    cited = [
        {"url": f"https://item.example/{n}", "source": "relay-daily", **report} for n, report in enumerate(reports)
    ]
    incident = Incident.model_validate({**FIELDS, "reports": cited})
    return line_views(archive, incident, lines_of(incident, archive.records))


def drawn(branch: LineView | Step) -> list[Any]:
    """A branch as nested lists: numbers of reports, and steps as `[name, …]`."""
    return [leaf.number for leaf in branch.reports] + [[step.name.text, *drawn(step)] for step in branch.steps]


def test_ten_reports_of_one_root_are_one_line(tiny_archive: Archive) -> None:
    """Reports that rest on one origin merge in it, and those that reach it through one outlet merge there first."""
    through = {"chains": [["front-channel", "observatory"]]}
    found = lines(tiny_archive, *[{"chains": [["observatory"]]}] * 5, *[through] * 5)
    assert [(line.root.text, line.numbers, line.deep) for line in found] == [
        ("Synthetic Observatory", tuple(range(1, 11)), False)
    ]
    assert drawn(found[0]) == [1, 2, 3, 4, 5, ["Channel of the Synthetic Front", 6, 7, 8, 9, 10]]


def test_the_same_words_are_not_the_same_people(tiny_archive: Archive) -> None:
    """Two items that speak of "local sources" may mean different ones, so that they do not merge."""
    found = lines(tiny_archive, *[{"chains": [[{"as_stated": "local sources"}, "observatory"]]}] * 2)
    assert drawn(found[0]) == [["local sources", 1], ["local sources", 2]]
    assert [(step.named, step.inferred) for step in found[0].steps] == [(False, False), (False, False)]


def test_who_stands_behind_a_root_unnamed(tiny_archive: Archive) -> None:
    """An origin that is only described stands behind the last source that is named, with the reports that describe it."""
    found = lines(
        tiny_archive,
        {"chains": [["observatory", {"as_stated": "witnesses"}]]},
        {"chains": [["observatory", {"as_stated": "witnesses"}]]},
        {"chains": [[{"as_stated": "a guard", "inferred": True}]]},
    )
    assert [(line.root.text, [(one.words, one.citations, one.inferred) for one in line.behind]) for line in found] == [
        ("Synthetic Observatory", [("witnesses", (1, 2), False)]),
        ("Synthetic Relay Daily", [("a guard", (3,), True)]),
    ]
    assert [drawn(line) for line in found] == [[1, 2], [3]]
    assert [leaf.own for line in found for leaf in line.reports] == [False, False, True]


def test_an_inferred_step_stays_apart(tiny_archive: Archive) -> None:
    """What an item states and what the editors infer do not merge into one way."""
    found = lines(
        tiny_archive,
        {"chains": [["front-channel", {"source": "observatory", "inferred": True}]]},
        {"chains": [["front-channel", "observatory"]]},
        {"chains": [[{"source": "front-channel", "inferred": True}, "observatory"]]},
    )
    assert [(step.inferred, [(leaf.number, leaf.inferred) for leaf in step.reports]) for step in found[0].steps] == [
        (True, [(1, False)]),
        (False, [(2, False), (3, True)]),
    ]


def test_a_report_of_several_origins_stands_in_each(tiny_archive: Archive) -> None:
    """A report that names two origins is a leaf of both lines; a line that asserts nothing stands last."""
    found = lines(
        tiny_archive,
        {"stance": "denies", "source": "front-channel"},
        {"chains": [["observatory"], ["front-channel", "observatory"], ["unknown-radio"]]},
    )
    assert [(line.root.text, line.asserting, drawn(line)) for line in found] == [
        ("Synthetic Observatory", True, [2, ["Channel of the Synthetic Front", 2]]),
        ("Synthetic unidentified radio", True, [2]),
        ("Channel of the Synthetic Front", False, [1]),
    ]


def test_a_long_chain_is_drawn_downwards(tiny_archive: Archive) -> None:
    """A chain of ten steps is drawn whole, in the form that takes any number."""
    steps = [{"as_stated": f"step {n}"} for n in range(9)]
    found = lines(tiny_archive, {"chains": [[*steps, "observatory"]]})
    assert found[0].deep
    depth, branch = 0, found[0].steps[0]
    while branch.steps:
        depth, branch = depth + 1, branch.steps[0]
    assert (depth, branch.name.text, drawn(branch)) == (8, "step 0", [1])


def test_a_page_with_every_kind_of_step(tmp_path) -> None:
    """What is dashed is also said in words, a party's root is named one."""
    files = dict(FILES)
    path = "records/2024/strike.md"
    old = "    chains: [[{source: observatory, verb: said}]]\n"
    assert files[path].count(old) == 1
    files[path] = files[path].replace(
        old, "    chains: [[{as_stated: men & guards}, {source: observatory, inferred: true}, {as_stated: guards}]]\n"
    )
    page = Site(archive_at(written(tmp_path / "incidents", files)))[f"incidents/{STRIKE}/"]
    first = (
        "Synthetic Observatory resting on “guards” 3 1 its own report "
        "“men & guards” not named inferred by the editors 3 Synthetic Relay Daily"
    )
    assert texts(page, "//ol[@class='lines']/li") == [
        first,
        "Channel of the Synthetic Front party to the incident 2 its own report",
    ]
    assert classes(page, "step") == ["step inferred described"]
    assert classes(page, "line") == ["line", "line party"]


def classes(page: html.HtmlElement, name: str) -> list[str]:
    """Classes of the list items that have one."""
    return [item.get("class") for item in page.xpath("//li[@class]") if name in item.get("class").split()]
