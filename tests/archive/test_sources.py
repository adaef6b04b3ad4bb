"""Sources with what they published, originated and relayed."""

from typing import Any

import pytest

from generator.archive.sources import Cited, SourceLinks, source_links
from generator.model.attribution import lines_of
from generator.model.incident import Incident
from generator.model.records import Records
from generator.model.report import Report
from generator.model.source import Source
from generator.model.tally import Tally

ONE, TWO, THREE, GONE = "syn-0000001", "syn-0000002", "syn-0000003", "syn-0000009"
BLOG = {"name": "Synthetic blog", "kind": "online"}


def cited(source: Any, *chains: list[Any], **more: Any) -> dict[str, Any]:
    return {"url": "https://item.example/", "source": source, "chains": list(chains), **more}


def incident(key: str, *reports: dict[str, Any]) -> Incident:
    return Incident.model_validate(
        {
            "id": key,
            "title": "Synthetic strike",
            "type": "strike",
            "date": "unknown",
            "location": "base",
            "reports": list(reports),
            "body": "Synthetic.",
        }
    )


INCIDENTS = (
    incident(
        ONE,
        cited("agency", ["relay", "monitor"], ["monitor"]),
        cited("monitor"),
        cited("agency", ["agency", {"as_stated": "x"}]),
    ),
    incident(TWO, {"report": "item", "chains": [["monitor"]]}, cited("agency", stance="mentions")),
    incident(
        THREE,
        cited(BLOG, ["agency"]),
        cited("monitor", stance="denies"),
        cited(BLOG),
        cited("nobody", ["relay", "nowhere"]),
    ),
    incident(GONE, cited("monitor")),
)
RECORDS = Records(
    incidents={entry.id: entry for entry in INCIDENTS},
    sources={
        key: Source.model_validate({"key": key, "name": key, "kind": "online"})
        for key in ("agency", "monitor", "relay", "silent")
    },
    reports={
        "item": Report.model_validate(
            {"key": "item", "source": "relay", "url": "https://item.example/", "nature": "rewrite"}
        ),
        "other": Report.model_validate({"key": "other", "source": "relay", "url": "https://other.example/"}),
    },
    tallies={
        "count": Tally.model_validate(
            {
                "key": "count",
                "name": "Synthetic count",
                "figures": [{"what": "strikes", "count": 2}],
                "stated_by": "monitor",
                "as_of": "2024",
                "reports": [cited("relay", ["monitor"])],
            }
        )
    },
)
ORDER = (TWO, ONE, THREE)
"""The withdrawn incident is in no order."""


@pytest.fixture(scope="module")
def links() -> dict[str, SourceLinks]:
    return dict(
        source_links(RECORDS, ORDER, {key: lines_of(entry, RECORDS) for key, entry in RECORDS.incidents.items()})
    )


def places(found: tuple[Cited, ...]) -> list[tuple[str, str, int]]:
    return [(cite.kind, cite.key, cite.position) for cite in found]


def test_every_source_has_its_links(links: dict[str, SourceLinks]) -> None:
    """Each source with a file has links, and one of which the archive has nothing has empty ones."""
    assert list(links) == ["agency", "monitor", "relay", "silent"]
    silent = links["silent"]
    assert (
        silent.published,
        silent.named,
        silent.root_of,
        silent.sole_root_of,
        dict(silent.relays),
        dict(silent.relayed_by),
        silent.reports,
        silent.tallies,
    ) == (
        (),
        (),
        (),
        (),
        {},
        {},
        (),
        (),
    )


def test_what_a_source_published(links: dict[str, SourceLinks]) -> None:
    """A source published the items that name it, by file or in the citation, in the timeline's order with tallies last."""
    assert places(links["agency"].published) == [("incident", TWO, 1), ("incident", ONE, 0), ("incident", ONE, 2)]
    assert places(links["monitor"].published) == [("incident", ONE, 1), ("incident", THREE, 1)]
    assert places(links["relay"].published) == [("incident", TWO, 0), ("tally", "count", 0)]


def test_where_a_source_is_named(links: dict[str, SourceLinks]) -> None:
    """A citation names a source once, however many of its chains do, and a source's own items do not name it."""
    assert places(links["monitor"].named) == [("incident", TWO, 0), ("incident", ONE, 0), ("tally", "count", 0)]
    assert places(links["agency"].named) == [("incident", THREE, 0)]
    assert places(links["relay"].named) == [("incident", ONE, 0), ("incident", THREE, 3)]


def test_of_what_a_source_is_the_root(links: dict[str, SourceLinks]) -> None:
    """A source is the root of the incidents that a line of its asserts; mentions and denials make no root."""
    assert {key: found.root_of for key, found in links.items()} == {
        "agency": (ONE, THREE),
        "monitor": (TWO, ONE),
        "relay": (THREE,),
        "silent": (),
    }


def test_what_rests_on_a_source_alone(links: dict[str, SourceLinks]) -> None:
    """An incident rests on one source alone where only one line asserts it, whoever else mentions it."""
    assert {key: found.sole_root_of for key, found in links.items()} == {
        "agency": (),
        "monitor": (TWO,),
        "relay": (),
        "silent": (),
    }


def test_who_relays_whom(links: dict[str, SourceLinks]) -> None:
    """Relays are counted by citation, from both ends alike, the most frequent first; publishers without a file count for nobody."""
    assert {key: list(found.relays.items()) for key, found in links.items()} == {
        "agency": [("monitor", 1), ("relay", 1)],
        "monitor": [],
        "relay": [("monitor", 2)],
        "silent": [],
    }
    assert {key: list(found.relayed_by.items()) for key, found in links.items()} == {
        "agency": [],
        "monitor": [("relay", 2), ("agency", 1)],
        "relay": [("agency", 1)],
        "silent": [],
    }


def test_what_a_source_keeps(links: dict[str, SourceLinks]) -> None:
    """A source's reports with a file and the tallies it states are named by key."""
    assert {key: (found.reports, found.tallies) for key, found in links.items()} == {
        "agency": ((), ()),
        "monitor": ((), ("count",)),
        "relay": (("item", "other"), ()),
        "silent": ((), ()),
    }


def test_links_cannot_be_changed(links: dict[str, SourceLinks]) -> None:
    """What links say of relays is read-only."""
    with pytest.raises(TypeError):
        links["relay"].relays["agency"] = 1  # type: ignore[index]
