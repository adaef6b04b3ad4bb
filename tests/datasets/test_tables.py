"""The CSV tables say no more than the records do, and open safely everywhere."""

import csv
import io
from collections.abc import Callable

import pytest
from synthetic_archive import FULL, LEAST

from generator.archive.archive import Archive
from generator.datasets import incidents_table, locations_table, sources_table
from generator.datasets.csv_table import Column, csv_table
from generator.datasets.incidents_table import TOMBSTONE, incidents_csv
from generator.datasets.locations_table import locations_csv
from generator.datasets.sources_table import sources_csv

Build = Callable[..., Archive]


def rows(content: bytes) -> dict[str, dict[str, str]]:
    """The rows of a table by their first cell."""
    table = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    return {next(iter(row.values())): row for row in table}


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if cell}


def test_rfc_4180() -> None:
    """Lines end in CRLF, cells are quoted where needed, no byte order mark stands in front."""
    columns = [Column("a", "A.", lambda row: row), Column("b", "B.", lambda row: None)]
    assert csv_table(columns, ['x,"y"', "é\nz", "=1"]) == ('a,b\r\n"x,""y""",\r\n"é\nz",\r\n\'=1,\r\n'.encode())


def test_numbers_are_not_guarded() -> None:
    """A negative number of ours stays a number; zero is written, an absent number is blank."""
    column = Column("n", "N.", lambda row: row)
    assert csv_table([column], [-10.5, 0, None]) == b'n\r\n-10.5\r\n0\r\n""\r\n'


def test_incident_row(archive: Archive) -> None:
    """Every cell of a full record is filled as the record and its sources have it."""
    row = rows(incidents_csv(archive, site_url="https://example.org"))["syn-0000001"]
    assert filled(row) == {
        "id": "syn-0000001",
        "title": "Synthetic strike on the north base",
        "status": "corroborated",
        "status_ceiling": "corroborated",
        "type": "strike",
        "date": "2024-02-01",
        "date_earliest": "2024-02-01",
        "date_latest": "2024-02-01",
        "date_anchor": "occurred",
        "time": "22:05",
        "location_key": "north-base",
        "location_name": "Synthetic North Base",
        "location_relation": "near",
        "location_alternatives": "south-base",
        "admin1": "Synthetic Province",
        "country": "Synthetic Country",
        "latitude": "-10.5",
        "longitude": "-40.25",
        "uncertainty_km": "3.0",
        "killed_who": "soldiers",
        "killed_min": "2",
        "killed_max": "4",
        "killed_statements": "soldiers: 3 | Soldiers: 2 to 4",
        "injured_statements": "none | staff: no number stated",
        "effects": "killed | injured",
        "attackers": "group (attributed-by-report) | unknown (attributed-by-report)",
        "targets": "military-base",
        "target_operators": "army",
        "means": "uav",
        "lines_of_origin": "3",
        "origins": "press-office | agency | monitor",
        "reports": "2",
        "source_keys": "agency | monitor",
        "first_report_published": "2024-02",
        "corrections": "1",
        "reviewed": "2026-11-22",
        "url": "https://example.org/incidents/syn-0000001/",
    }


def test_least_row(archive: Archive) -> None:
    """What a record does not state is blank, and a place's own words are no formula."""
    row = rows(incidents_csv(archive, site_url=None))["syn-0000002"]
    assert filled(row) == {
        "id": "syn-0000002",
        "title": "Synthetic explosion at a place without a file",
        "status": "unverified",
        "status_ceiling": "single-source",
        "type": "strike",
        "date": "XXXX-12-31",
        "date_anchor": "reported",
        "location_name": "'+963 is how this place begins",
        "location_relation": "at",
        "admin1": "Synthetic Province",
        "country": "Synthetic Country",
        "lines_of_origin": "1",
        "origins": "Synthetic Blog",
        "reports": "1",
        "corrections": "0",
        "url": "incidents/syn-0000002/",
    }


def test_tombstone_row(archive: Archive) -> None:
    """A withdrawn record fills the columns of a tombstone and no other."""
    row = rows(incidents_csv(archive, site_url=None))["syn-0000003"]
    assert filled(row) == {
        "id": "syn-0000003",
        "withdrawn": "duplicate",
        "withdrawn_on": "2026-11-20",
        "merged_into": "syn-0000001",
        "url": "incidents/syn-0000003/",
    }
    assert set(filled(row)) == TOMBSTONE


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        ("[]", ("", "", "", "")),
        ("[{kind: killed, count: 0}]", ("", "0", "0", "none")),
        ("[{kind: killed, count: 3}, {kind: killed, count: {min: 3}}]", ("", "3", "", "3 | at least 3")),
        ("[{kind: killed, count: 3}, {kind: killed, count: {max: 9}}]", ("", "", "9", "3 | at most 9")),
        ("[{kind: killed, who: some}]", ("some", "", "", "some: no number stated")),
        ("[{kind: killed, count: 0}, {kind: killed}]", ("", "0", "", "none | no number stated")),
        ("[{kind: killed-soldiers, count: 2}]", ("", "2", "2", "2")),
        ("[{kind: killed, count: {min: 10, max: 10, approximate: true}}]", ("", "", "", "about 10")),
        ("[{kind: killed, count: 3}, {kind: killed, count: {min: 8, approximate: true}}]", ("", "", "", "3 | at least about 8")),
    ],
)  # fmt: skip
def test_counts_are_spans(build: Build, effects: str, expected: tuple[str, ...]) -> None:
    """Counts of one group span all statements, are never summed, and are open where a statement is open or only about."""
    assert killed(build, effects) == expected


@pytest.mark.parametrize(
    ("effects", "statements"),
    [
        ("[{kind: killed, who: a, count: 3}, {kind: killed, who: b, count: 2}]", "a: 3 | b: 2"),
        ("[{kind: killed, count: 18}, {kind: killed, who: civilians, count: 0}]", "18 | civilians: none"),
        ("[{kind: killed, count: 5}, {kind: killed-soldiers, count: 2}]", "5 | 2"),
    ],
)  # fmt: skip
def test_counts_of_different_groups(build: Build, effects: str, statements: str) -> None:
    """Where reports count different groups no number stands for all, only the statements."""
    assert killed(build, effects) == ("", "", "", statements)


def killed(build: Build, effects: str) -> tuple[str, ...]:
    """Whom, least, most and statements of the killed in a record with these effects."""
    record = LEAST.replace("type: strike", f"type: strike\neffects: {effects}")
    row = rows(incidents_csv(build(least=record), site_url=None))["syn-0000002"]
    return tuple(row[f"killed_{part}"] for part in ("who", "min", "max", "statements"))


@pytest.mark.parametrize(
    "location",
    ["{key: north-base, relation: between, also: [south-base]}", "{key: north-base, also: [south-base]}", "province"],
)  # fmt: skip
def test_no_point_where_none_is_known(build: Build, location: str) -> None:
    """An incident between or at several locations, or in an area, has no coordinates."""
    record = LEAST.replace('{as_stated: "+963 is how this place begins", within: province}', location)
    row = rows(incidents_csv(build(least=record), site_url=None))["syn-0000002"]
    assert (row["latitude"], row["longitude"], row["uncertainty_km"]) == ("", "", "")


def test_attacker_with_two_words(build: Build) -> None:
    """An attacker named twice stands once, with every word it rests on."""
    claimed = "  - {actor: group, role: attacker, basis: claimed-by-actor, report: m}\n  - {actor: unknown"
    record = FULL.replace("  - {actor: unknown", claimed)
    row = rows(incidents_csv(build(full=record, least=LEAST), site_url=None))["syn-0000001"]
    assert row["attackers"] == ("group (attributed-by-report, claimed-by-actor) | unknown (attributed-by-report)")


def test_source_row(archive: Archive) -> None:
    """A source counts the incidents that stand; withdrawn ones are not among them."""
    assert filled(rows(sources_csv(archive, site_url=None))["monitor"]) == {
        "key": "monitor",
        "name": "Synthetic Monitor",
        "kind": "monitor",
        "status": "active",
        "incidents_published": "1",
        "incidents_named": "0",
        "incidents_origin": "1",
        "incidents_sole_origin": "0",
        "url": "sources/monitor/",
    }


def test_location_row(archive: Archive) -> None:
    """A location has its names, without misspellings, and the incidents that stand."""
    table = rows(locations_csv(archive, site_url=None))
    assert filled(table["north-base"]) == {
        "key": "north-base",
        "name": "Synthetic North Base",
        "other_names": "ar: قاعدة",
        "kind": "base",
        "within": "province",
        "admin1": "Synthetic Province",
        "country": "Synthetic Country",
        "latitude": "-10.5",
        "longitude": "-40.25",
        "uncertainty_km": "3.0",
        "coordinates_basis": "'=1+1 is how a formula begins",
        "incidents_at": "1",
        "incidents_within": "1",
        "url": "locations/north-base/",
    }
    assert [table[key]["incidents_within"] for key in ("country", "south-base")] == ["2", "0"]


@pytest.mark.parametrize("table", [incidents_table, sources_table, locations_table])
def test_columns_are_documented(table: object) -> None:
    """Column names are distinct and each has a sentence that says what it means."""
    columns = table.COLUMNS  # type: ignore[attr-defined]
    names = [column.name for column in columns]
    assert len(set(names)) == len(names)
    assert [column.name for column in columns if not column.meaning.endswith(".")] == []
