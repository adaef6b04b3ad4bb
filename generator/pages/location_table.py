"""Locations in a table: numbers rolled up through the hierarchy, incidents by month and by status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages import wording
from generator.pages.addresses import Link
from generator.pages.counted_months import counted_months
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.other_names import name_in_own_script
from generator.pages.registry_name import location_link, registry_name
from generator.pages.small_multiples import Spark, sparks
from generator.pages.status_counts import StatusCounts, rows_of, status_counts

ITSELF = ""
"""Stands for a location itself where keys stand for what lies within it."""


@dataclass(frozen=True, slots=True)
class LocationRow:
    """A location in a table with its counts; an incident at two locations counts once in each sum."""

    link: Link
    own_script: tuple[str, str, str] | None
    """A name in another language, its tag and direction."""
    kind: str
    depth: int
    """How many larger locations of the table stand around it."""
    own: int
    total: int
    split: StatusCounts
    bar: tuple[tuple[str, float, float], ...]
    """Status, beginning and length in percent of the longest bar."""
    months: Spark


@dataclass(frozen=True, slots=True)
class LocationTable:
    """Rows whose bars by status are on one scale."""

    rows: tuple[LocationRow, ...]
    itself: LocationRow | None = None
    """Incidents at the location that the table is about, of which no closer one is known."""


def descending(archive: Archive, key: str, depth: int = 0) -> Iterator[tuple[str, int]]:
    """A location, then all within it, each with its depth."""
    yield key, depth
    for child in archive.locations[key].inside:
        yield from descending(archive, child, depth + 1)


def location_table(
    archive: Archive, rows: Rows, places: Sequence[tuple[str, int]], itself: str | None = None
) -> LocationTable:
    """The table of locations with their depths, and of a location itself."""
    found = {key: rows_of(rows, archive.locations[key].all) for key, _ in places}
    if itself is not None:
        found[ITSELF] = rows_of(rows, archive.locations[itself].own)
    longest = max(map(len, found.values()), default=0)
    drawn = sparks({key: counted_months(archive, incidents) for key, incidents in found.items()})
    return LocationTable(
        tuple(_row(archive, rows, key, depth, found[key], longest, drawn[key]) for key, depth in places),
        LocationRow(
            Link(registry_name(archive.locations[itself].location), ""),
            None,
            "",
            0,
            len(found[ITSELF]),
            len(found[ITSELF]),
            status_counts(found[ITSELF]),
            _bar(found[ITSELF], longest),
            drawn[ITSELF],
        )
        if itself is not None
        else None,
    )


def _row(
    archive: Archive,
    rows: Rows,
    key: str,
    depth: int,
    incidents: Sequence[IncidentRow],
    longest: int,
    drawn: Spark,
) -> LocationRow:
    place = archive.locations[key]
    return LocationRow(
        location_link(archive, key),
        name_in_own_script(place.location.names),
        wording.LOCATION_KINDS[place.location.kind],
        depth,
        len(rows_of(rows, place.own)),
        len(incidents),
        status_counts(incidents),
        _bar(incidents, longest),
        drawn,
    )


def _bar(incidents: Sequence[IncidentRow], longest: int) -> tuple[tuple[str, float, float], ...]:
    pieces, at = [], 0.0
    for status, _, number in status_counts(incidents):
        if number:
            length = 100 * number / longest
            pieces.append((status, round(at, 2), round(length, 2)))
            at += length
    return tuple(pieces)
