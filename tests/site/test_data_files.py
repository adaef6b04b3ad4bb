"""The files for machines: each can be read, and a page leads to each."""

import csv
import io
import json
from pathlib import Path

import lxml.etree
import pytest
from site_page import Pages, standing

from generator.archive.archive import Archive
from generator.datasets.address_list import PATH as ADDRESSES
from generator.pages.addresses import DATA, address_of, incident_data

ATOM = "{http://www.w3.org/2005/Atom}"


def files(site: Path) -> set[str]:
    """Every file for machines, by its path from the site's root; what the search alone reads is no data of the archive."""
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in (".json", ".jsonl", ".csv", ".xml", ".geojson", ".bib", ".ris")
        and path.name != "sitemap.xml"
        and path.parent.name != "pagefind"
    }


def test_there_are_files_of_every_kind(site: Path) -> None:
    """There are files in JSON, JSON Lines, CSV and Atom."""
    assert {path.rpartition(".")[2] for path in files(site)} >= {"json", "jsonl", "csv", "xml"}


def test_every_file_can_be_read(site: Path) -> None:
    """Every file is whole in its format, and every row of a table has its header's length."""
    for path in files(site):
        content = (site / path).read_bytes()
        if path.endswith((".json", ".geojson")):
            assert json.loads(content), path
        elif path.endswith(".jsonl"):
            assert all(json.loads(line) for line in content.splitlines()), path
        elif path.endswith(".csv"):
            header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
            assert rows, path
            assert {len(row) for row in rows} == {len(header)}, path
        elif path.endswith(".xml"):
            assert lxml.etree.fromstring(content).tag == f"{ATOM}feed", path


def test_a_page_leads_to_every_file(site: Path, pages: Pages, linked: Archive) -> None:
    """An incident's page leads to its own file, and the page about the data to all others."""
    own = {incident_data(key): address_of("incident", key) for key in standing(linked)}
    assert [path for path, address in own.items() if path not in pages[address].threads] == []
    tombstones = {incident_data(key) for key in linked.incidents} - own.keys()
    assert files(site) - own.keys() - tombstones - pages[DATA].threads - {ADDRESSES} == set()


@pytest.mark.parametrize("path", ["data/incidents.json", "data/incidents.jsonl", "data/incidents.csv"])
def test_no_record_is_lost(site: Path, linked: Archive, path: str) -> None:
    """Each file of all incidents names every one of them."""
    content = (site / path).read_text(encoding="utf-8-sig")
    assert [key for key in linked.incidents if key not in content] == []


def test_the_data_give_the_strike_in_hasakah_no_year(site: Path) -> None:
    """The file of the strike in Hasakah province says XXXX-12-31, and bounds it by no year."""
    record = json.loads((site / incident_data("syb-4k7m2xq")).read_bytes())
    dates = [value for value in found(record, "date") if isinstance(value, dict)]
    assert dates != []
    assert [value.get("value") for value in dates] == ["XXXX-12-31"] * len(dates)
    row = next(
        r
        for r in csv.DictReader(io.StringIO((site / "data/incidents.csv").read_text(encoding="utf-8-sig"), newline=""))
        if "syb-4k7m2xq" in r.values()
    )
    assert {column: cell for column, cell in row.items() if "date" in column and cell[:4].isdigit()} == {}


def found(value: object, name: str) -> list[object]:
    """Every value of this name in a JSON value, but for those of cited items."""
    if isinstance(value, dict):
        return [inner for key, inner in value.items() if key == name] + [
            hit
            for key, inner in value.items()
            if key not in ("reports", "citations", "related", "relations")
            for hit in found(inner, name)
        ]
    return [hit for inner in value for hit in found(inner, name)] if isinstance(value, list) else []
