"""Linking: the whole archive from its records, what stands in its indexes and what does not."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from synthetic_project import FILES

from generator.archive.archive import Archive
from generator.archive.link import link, reviewed
from generator.archive.sources import Cited
from generator.checking.check import check
from generator.model.records import Records
from generator.reading.folder import read_archive


def records_in(root: Path, files: Mapping[str, str]) -> Records:
    """The records of these files; an error among the findings fails the test."""
    for name, text in files.items():
        path = root / "incidents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    outcome = check(read_archive(root / "incidents"), today=date(2026, 11, 22), mint=lambda: "syn-0000000")
    assert [finding for finding in outcome.findings if finding.level == "error"] == []
    return outcome.records


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return records_in(tmp_path_factory.mktemp("linked"), FILES)


@pytest.fixture(scope="module")
def archive(records: Records) -> Archive:
    return link(records)


def key(number: int) -> str:
    return f"syn-{number:07}"


WITHDRAWN = key(10)


def test_the_order_of_incidents(archive: Archive) -> None:
    """Incidents stand in the order of the timeline, withdrawn ones last."""
    by_date = [
        "2024",
        "2024-02",
        "2024-02-01?",
        "2024-02-03",
        "2024-03-31/2024-04-01",
        "2024-05-05",
        "2024-12-31",
        "XXXX-12-31",
        "unknown",
    ]
    assert [archive.incidents[one].incident.date.value.text for one in archive.timeline.ordered] == by_date
    assert tuple(archive.incidents) == (*archive.timeline.ordered, WITHDRAWN)


def test_withdrawn_incidents_stand_in_no_index(archive: Archive) -> None:
    """A withdrawn incident has its page and is in no list and no count."""
    indexes = [
        archive.timeline.ordered,
        archive.timeline.undated,
        *archive.by_actor.values(),
        *archive.by_series.values(),
        *archive.by_type.values(),
        *(keys for place in archive.locations.values() for keys in (place.own, place.all, place.alternatives)),
        *(keys for found in archive.sources.values() for keys in (found.root_of, found.sole_root_of)),
        *(
            [cite.key for cite in cites]
            for found in archive.sources.values()
            for cites in (found.published, found.named, found.verified)
        ),
        *([cite.key for cite in cites] for cites in archive.citing.values()),
    ]
    assert [index for index in indexes if WITHDRAWN in index] == []
    assert archive.incidents[WITHDRAWN].incident.withdrawn is not None


def test_every_standing_incident_is_in_the_indexes(archive: Archive) -> None:
    """Each standing incident is found by its type, the wider type, its location and whatever is around that."""
    ordered = archive.timeline.ordered
    assert archive.by_type == {"violence": ordered, "strike": ordered}
    assert archive.locations["country"].all == archive.locations["province"].all == ordered
    assert archive.locations["north-base"].own == (key(1),)
    assert archive.locations["south-base"].alternatives == (key(1),)


def test_actors_and_series_name_their_incidents(archive: Archive) -> None:
    """An actor's incidents are those it is named in and those in which it holds what was struck; one in none has an empty list."""
    assert archive.by_actor == {"army": (key(1),), "group": (key(1),), "umbrella": ()}
    assert archive.by_series == {"wave": (key(1),)}


def test_reports_name_their_citations(archive: Archive) -> None:
    """A report with a file knows every citation of it, with its place in the record."""
    assert archive.citing == {"agency-item": (Cited("incident", key(1), 0),)}


def test_what_an_incident_is_linked_with(archive: Archive) -> None:
    """An incident has its lines, its ceiling and its relations from both ends."""
    linked = archive.incidents[key(1)]
    assert [(line.root.name, line.party, line.asserting) for line in linked.lines] == [
        ("Synthetic press office", True, True),
        ("Synthetic monitor", False, False),
        ("Synthetic blog", False, True),
    ]
    assert (linked.ceiling.status, linked.ceiling.because) == (
        "single-source",
        "one line of origin that counts: Synthetic press office",
    )
    assert [(relation.kind, relation.other) for relation in linked.relations] == [
        ("merged-from", WITHDRAWN),
        ("possibly-same", key(2)),
    ]
    assert [(relation.kind, relation.other) for relation in archive.incidents[key(2)].relations] == [
        ("possibly-same", key(1))
    ]
    assert [(relation.kind, relation.other) for relation in archive.incidents[WITHDRAWN].relations] == [
        ("merged-into", key(1))
    ]


def test_corrections_come_newest_first(archive: Archive) -> None:
    """Published corrections of all records stand by day, the newest first, those of withdrawn records included."""
    assert archive.corrections == ((key(1), 0), (WITHDRAWN, 0))


def test_the_last_day_of_review(archive: Archive) -> None:
    """A record was reviewed when an item of it was last read, when it was corrected or withdrawn, whichever is latest."""
    assert {one: linked.reviewed for one, linked in archive.incidents.items()} == {
        **dict.fromkeys(archive.timeline.ordered, "2026-11-20"),
        key(1): "2026-11-22",
        WITHDRAWN: "2026-11-20",
    }


LEAST = FILES["records/2024/number-3.md"]


@pytest.mark.parametrize(
    ("retrieved", "more", "expected"),
    [
        ("retrieved: 2026-11-20", "", "2026-11-20"),
        ("retrieved: 2026-11", "", "2026-11-01"),
        ("title: Synthetic item", "", ""),
        (
            "title: Synthetic item",
            "\ncorrections: [{on: 2026-10, kind: update, field: date, was: x, now: z, why: synthetic}]",
            "2026-10-01",
        ),
        (
            "retrieved: 2026-11-20",
            "\ncorrections: [{on: 2026-10, kind: update, field: date, was: x, now: z, why: synthetic}]",
            "2026-11-20",
        ),
        ("retrieved: 2026-11-20", "\nwithdrawn: {on: 2026-11-21, reason: safety}", "2026-11-21"),
    ],
)
def test_a_review_is_never_later_than_can_be_shown(tmp_path: Path, retrieved: str, more: str, expected: str) -> None:
    """Of a month the first day counts, and without any day there is none."""
    text = LEAST.replace("retrieved: 2026-11-20", retrieved).replace("type: strike", f"type: strike{more}")
    assert text.count(retrieved) == 1
    assert reviewed(records_in(tmp_path, {**FILES, "records/2024/number-3.md": text}), key(3)) == expected


def test_files_are_found_by_record(archive: Archive) -> None:
    """Each record knows its file, as a path from the project's root."""
    assert archive.path_of("incident", key(3)) == "incidents/records/2024/number-3.md"
    assert archive.path_of("location", "north-base") == "incidents/locations/north-base.yml"


def test_an_archive_is_read_only(archive: Archive) -> None:
    """No index of the archive can be changed."""
    indexes = ("incidents", "locations", "sources", "citing", "by_actor", "by_series", "by_type")
    assert [name for name in indexes if not isinstance(getattr(archive, name), MappingProxyType)] == []


def test_the_order_of_files_does_not_matter(records: Records, archive: Archive) -> None:
    """The same records in another order give the same archive, index by index."""
    turned = Records(
        **{
            name: dict(reversed(held.items())) if isinstance(held := getattr(records, name), Mapping) else held
            for name in Records.__slots__
        }
    )
    again = link(turned)
    for name in ("timeline", "corrections", "by_actor", "by_series", "by_type", "citing", "sources"):
        assert getattr(again, name) == getattr(archive, name), name
    assert tuple(again.incidents) == tuple(archive.incidents)
    assert {one: linked.relations for one, linked in again.incidents.items()} == {
        one: linked.relations for one, linked in archive.incidents.items()
    }
    assert {one: place.all for one, place in again.locations.items()} == {
        one: place.all for one, place in archive.locations.items()
    }
