"""All datasets agree with one another and with the records, in the synthetic archive and the real one."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import check
from generator.datasets.datasets import datasets
from generator.datasets.explore_data import explore_files
from generator.datasets.explore_rows import explore_rows
from generator.datasets.record_schemas import schema_files
from generator.pages.addresses import incident_data
from generator.reading.folder import read_archive

INCIDENTS = Path(__file__).resolve().parents[2] / "incidents"
Files = dict[str, bytes]


def files_of(archive: Archive) -> Files:
    return {dataset.path: dataset.content for dataset in datasets(archive, site_url=None)}


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.fixture(scope="module")
def real() -> Archive:
    """The archive of this repository, without the records that have an error."""
    return link(check(read_archive(INCIDENTS), today=date(2026, 11, 22), mint=lambda: "").records)


@pytest.fixture(params=["archive", "real"])
def files(request: pytest.FixtureRequest) -> tuple[Archive, Files]:
    """An archive with all its datasets by path."""
    archive = request.getfixturevalue(request.param)
    return archive, files_of(archive)


def test_paths(archive: Archive) -> None:
    """Every dataset has its own path and a media type."""
    assert [(dataset.path, dataset.media_type) for dataset in datasets(archive, site_url=None)] == [
        ("incidents/syn-0000001/incident.json", "application/json"),
        ("incidents/syn-0000002/incident.json", "application/json"),
        ("incidents/syn-0000003/incident.json", "application/json"),
        ("data/incidents.json", "application/json"),
        ("data/incidents.jsonl", "application/jsonl"),
        ("data/incidents.csv", "text/csv"),
        ("data/sources.csv", "text/csv"),
        ("data/locations.csv", "text/csv"),
        ("data/form.json", "application/json"),
        *((file.path, "text/javascript") for file in explore_files(explore_rows(archive), id_prefix="syn")),
        ("feed.xml", "application/atom+xml"),
        *((file.path, "application/schema+json") for file in schema_files(archive, site_url=None)),
    ]


def test_head_of_all_incidents(archive: Archive) -> None:
    """The file of all incidents says whose it is, how it may be used and how many there are."""
    document = json.loads(files_of(archive)["data/incidents.json"])
    del document["incidents"]
    assert document == {
        "schema_version": 1,
        "archive": "Synthetic Archive of Ålesund & أرشيف",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "description": "Synthetic incidents that never happened.",
        "count": 3,
    }


def test_all_formats_hold_the_same(files: tuple[Archive, Files]) -> None:
    """One incident's file, the JSON of all and each line of the JSON Lines are one document."""
    archive, content = files
    single = [json.loads(content[incident_data(key)]) for key in archive.incidents]
    assert json.loads(content["data/incidents.json"])["incidents"] == single
    assert [json.loads(line) for line in content["data/incidents.jsonl"].splitlines()] == single
    assert len(single) > 0


def test_no_record_is_lost(files: tuple[Archive, Files]) -> None:
    """Every record, source and location has its row, in order."""
    archive, content = files
    assert [row["id"] for row in table(content["data/incidents.csv"])] == list(archive.incidents)
    assert [row["key"] for row in table(content["data/sources.csv"])] == list(archive.sources)
    assert [row["key"] for row in table(content["data/locations.csv"])] == list(archive.locations)


def test_rows_agree_with_documents(files: tuple[Archive, Files]) -> None:
    """A row says of dates, statuses, origins and reports what the document says."""
    _, content = files
    for row in table(content["data/incidents.csv"]):
        document = json.loads(content[incident_data(row["id"])])
        if row["withdrawn"]:
            assert row["withdrawn"] == document["withdrawn"]["reason"]
            continue
        derived = document["derived"]
        lines = [line for line in derived["lines_of_origin"] if line["asserting"]]
        assert row["title"] == document["title"]
        assert row["status"] == document["status"]
        assert row["date"] == document["date"]["value"]
        assert row["date_earliest"] == derived.get("date_earliest", "")
        assert row["date_latest"] == derived.get("date_latest", "")
        assert row["origins"] == " | ".join(line.get("key", line["name"]) for line in lines)
        assert row["reports"] == str(len(document["reports"]))
        assert len(derived["reports"]) == len(document["reports"])


def statements(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a record."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from statements(item)


def test_reports_of_statements_resolve(files: tuple[Archive, Files]) -> None:
    """Every report that a statement rests on is one of the document's own reports."""
    archive, content = files
    for key in archive.incidents:
        document = json.loads(content[incident_data(key)])
        own = {citation.get(name) for citation in document.get("reports", []) for name in ("report", "ref")}
        stated = {name: part for name, part in document.items() if name not in ("reports", "derived")}
        named = {name for part in statements(stated) for name in part.get("report", [])}
        assert named - own == set()


def test_lines_point_at_reports(files: tuple[Archive, Files]) -> None:
    """Every line of origin points at reports that are there, and every report leads to a line."""
    archive, content = files
    for key in archive.incidents:
        derived = json.loads(content[incident_data(key)])["derived"]
        positions = {place for line in derived.get("lines_of_origin", []) for place in line["citations"]}
        assert positions == set(range(len(derived.get("reports", []))))


def test_a_day_of_reporting_is_that_of_a_report(real: Archive) -> None:
    """Where this archive gives a date as only that of the report, a report it names was published then, or it quotes its words."""
    unfounded = []
    for key, linked in real.incidents.items():
        date = linked.incident.date
        if date.anchor != "reported" or date.as_stated:
            continue
        named = [
            one
            for one in linked.incident.reports
            if {one.report, one.ref} & set(date.report) or (not date.report and len(linked.incident.reports) == 1)
        ]
        items = [real.records.publication(citation) for citation in named]
        if date.value not in [item.published for item in items if item is not None]:
            unfounded.append(key)
    assert unfounded == []


def test_withdrawn_content_is_gone(archive: Archive) -> None:
    """No dataset holds a word of a withdrawn record's content, in its own place or another's."""
    found = list(datasets(archive, site_url=None))
    assert [one.path for one in found if b"zebra" in one.content.lower()] == []
    assert [one.path for one in found if "zebra" in one.title.lower()] == []


def test_misspellings_are_not_published(archive: Archive) -> None:
    """Hidden names serve the search and stand in no dataset."""
    assert [path for path, content in files_of(archive).items() if b"Norht" in content] == []


def test_same_records_same_bytes(archive: Archive) -> None:
    """Two runs over the same records give the same bytes."""
    assert files_of(archive) == files_of(archive)


def test_site_address_with_and_without_slash(archive: Archive) -> None:
    """A slash at the end of the site's address makes no difference."""
    assert list(datasets(archive, site_url="https://example.org/a")) == list(
        datasets(archive, site_url="https://example.org/a/")
    )
