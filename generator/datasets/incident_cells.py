"""What the cells of the table of incidents need to know of an incident."""

from dataclasses import dataclass
from datetime import date

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.gazetteer import locations_of
from generator.datasets.absolute import absolute
from generator.datasets.stated_counts import StatedCount, stated_count
from generator.model.account import denies
from generator.model.dates import sort_key
from generator.model.incident import Incident
from generator.model.location import Coordinates, Location
from generator.model.source import Source
from generator.pages.addresses import address_of


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident with what its cells need."""

    archive: Archive
    linked: LinkedIncident
    incident: Incident
    around: tuple[Location, ...]
    """Its location and the larger ones around it, nearest first."""
    sources: tuple[Source, ...]
    """Publishers of its reports that have a file, each once."""
    killed: StatedCount
    injured: StatedCount
    url: str


def incident_row(archive: Archive, key: str, site_url: str | None) -> IncidentRow:
    """One incident of the archive with what its cells need."""
    linked = archive.incidents[key]
    incident, records = linked.incident, archive.records
    first = next(iter(locations_of(incident)), None)
    place = archive.locations.get(first) if first else None
    path = (place.location.key, *place.path) if place else ()
    publishers = (records.citation_source(citation) for citation in incident.reports)
    return IncidentRow(
        archive,
        linked,
        incident,
        tuple(archive.locations[key].location for key in path if key in archive.locations),
        tuple({source.key: source for source in publishers if source is not None}.values()),
        stated_count(incident, "killed", records),
        stated_count(incident, "injured", records),
        absolute(site_url, address_of("incident", key)),
    )


def named_location(row: IncidentRow) -> Location | None:
    """The location with a file at which it is placed; None where it stands in the report's words."""
    return row.around[0] if row.around and row.incident.location.key == row.around[0].key else None


def location_name(row: IncidentRow) -> str | None:
    """The name of its location, or the report's words for one without a file."""
    location = named_location(row)
    return location.name if location else row.incident.location.as_stated


def name_of_kind(row: IncidentRow, kind: str) -> str | None:
    """The name of the nearest location of a kind among its own and those around it."""
    return next((location.name for location in row.around if location.kind == kind), None)


def coordinates(row: IncidentRow) -> Coordinates | None:
    """The point of the location; None for several locations, of which it would pick one."""
    location, stated = named_location(row), row.incident.location
    if location is None or stated.relation == "between" or stated.also:
        return None
    return location.coordinates


def first_published(row: IncidentRow) -> str | None:
    """The earliest publication date on its reports (EDTF); those without a bound are passed over."""
    items = [row.archive.records.publication(citation) for citation in row.incident.reports]
    dates = [item.published for item in items if item is not None and item.published is not None]
    dated = [published for published in dates if published.lower is not None]
    return min(dated, key=sort_key).text if dated else None


def attackers(row: IncidentRow) -> list[str]:
    """Each attacker once, with every word it rests on; a denial makes nobody an attacker."""
    bases: dict[str, list[str]] = {}
    for part in row.incident.actors:
        if part.role == "attacker" and not denies(part):
            bases.setdefault(part.actor, []).append(part.basis or "basis not stated")
    return [f"{actor} ({', '.join(dict.fromkeys(found))})" for actor, found in bases.items()]


def roots(row: IncidentRow) -> list[str]:
    """The roots of the lines of origin that assert it: keys, or names of sources without a file."""
    return [line.root.key or line.root.name for line in row.linked.lines if line.asserting]


def iso(day: date | None) -> str | None:
    """A day as `YYYY-MM-DD`."""
    return day.isoformat() if day else None


def once(values: list[str]) -> list[str]:
    """The values in their order, each once."""
    return list(dict.fromkeys(values))
