"""Every file for machines that the site offers, with its address and what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.archive.archive import Archive
from generator.datasets import incidents_table, locations_table, sources_table
from generator.datasets.atom import PATH as FEED
from generator.datasets.atom import atom_feed
from generator.datasets.csv_table import Column
from generator.datasets.explore_data import explore_files
from generator.datasets.explore_rows import explore_rows
from generator.datasets.form_data import PATH as FORM
from generator.datasets.form_data import form_data
from generator.datasets.incident_json import incident_document, incident_json, one_line
from generator.datasets.incidents_json import incidents_json
from generator.datasets.json_lines import json_lines
from generator.datasets.record_schemas import schema_files
from generator.pages.addresses import DATA, incident_data
from generator.texts.text import say

JSON, LINES, CSV, ATOM = "application/json", "application/jsonl", "text/csv", "application/atom+xml"
SCHEMA = "application/schema+json"
SCRIPT = "text/javascript"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One file for machines."""

    path: str
    """Path from the site's root, such as `data/incidents.csv`."""
    media_type: str
    title: str
    """Plain text for the link to it."""
    content: bytes
    columns: tuple[tuple[str, str], ...] = ()
    """Name and meaning of each column of a table."""


def datasets(archive: Archive, *, site_url: str | None) -> Iterator[Dataset]:
    """Every dataset of the archive, in a fixed order: one for each incident, then those of all.

    The bytes follow from the records and `site_url` alone; without a `site_url`, addresses of
    this site are paths from its root.
    """
    lines: list[bytes] = []
    for key, linked in archive.incidents.items():
        document = incident_document(archive, key, site_url=site_url)
        lines.append(one_line(document))
        title = key if linked.incident.withdrawn else linked.incident.title
        yield Dataset(incident_data(key), JSON, say("{title} (JSON)", title=title), incident_json(document))
    yield Dataset(f"{DATA}incidents.json", JSON, say("All incidents (JSON)"), incidents_json(archive, lines))
    yield Dataset(f"{DATA}incidents.jsonl", LINES, say("All incidents (JSON Lines)"), json_lines(lines))
    yield Dataset(
        f"{DATA}incidents.csv",
        CSV,
        say("All incidents (CSV)"),
        incidents_table.incidents_csv(archive, site_url=site_url),
        _meanings(incidents_table.COLUMNS),
    )
    yield Dataset(
        f"{DATA}sources.csv",
        CSV,
        say("All sources (CSV)"),
        sources_table.sources_csv(archive, site_url=site_url),
        _meanings(sources_table.COLUMNS),
    )
    yield Dataset(
        f"{DATA}locations.csv",
        CSV,
        say("All locations (CSV)"),
        locations_table.locations_csv(archive, site_url=site_url),
        _meanings(locations_table.COLUMNS),
    )
    yield Dataset(FORM, JSON, say("What the web form offers to choose from (JSON)"), form_data(archive))
    for script in explore_files(explore_rows(archive), id_prefix=archive.settings.id_prefix):
        yield Dataset(script.path, SCRIPT, say("Data of the explore page"), script.content)
    yield Dataset(FEED, ATOM, say("Latest reviews and corrections (Atom)"), atom_feed(archive, site_url=site_url))
    for file in schema_files(archive, site_url=site_url):
        yield Dataset(file.path, SCHEMA, file.title, file.content)


def _meanings(columns: tuple[Column[Any], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((column.name, column.meaning) for column in columns)
