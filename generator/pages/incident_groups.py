"""Incidents of a list under the year, or the years, in which they may lie."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.edtf import Edtf
from generator.pages.incident_row import IncidentRow

MOST_LISTED = 500
"""Beyond so many incidents the page of a wide entry, such as a country, leaves those of narrower entries to their own pages."""


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Incidents under one heading."""

    heading: str
    rows: tuple[IncidentRow, ...]


def by_year(archive: Archive, rows: Iterable[IncidentRow]) -> tuple[YearGroup, ...]:
    """Incidents in groups by year, in the order given; those without a datable year under a heading that says so."""
    groups: dict[str, list[IncidentRow]] = {}
    for row in rows:
        groups.setdefault(year_heading(archive.incidents[row.id].incident.date.value), []).append(row)
    return tuple(YearGroup(heading, tuple(entries)) for heading, entries in groups.items())


def year_heading(value: Edtf) -> str:
    """The year a date lies in: `2023`, `2023 or 2024`, `Between 2021 and 2024`, or `Year not known`."""
    if value.lower is None or value.upper is None:
        return "Year not known"
    first, last = value.lower.year, value.upper.year
    if first == last:
        return f"{first:04}"
    return f"{first:04} or {last:04}" if last - first == 1 else f"Between {first:04} and {last:04}"
