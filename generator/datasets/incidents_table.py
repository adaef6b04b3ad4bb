"""All incidents as a CSV table, one row an incident."""

from dataclasses import dataclass, replace
from datetime import date

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.gazetteer import locations_of
from generator.datasets.absolute import absolute
from generator.datasets.csv_table import Column, csv_table
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


def incidents_csv(archive: Archive, *, site_url: str | None) -> bytes:
    """`data/incidents.csv`. A withdrawn incident fills the columns of `TOMBSTONE` only."""
    return csv_table(COLUMNS, (_row(archive, key, site_url) for key in archive.incidents))


def _row(archive: Archive, key: str, site_url: str | None) -> IncidentRow:
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


def _named_location(row: IncidentRow) -> Location | None:
    return row.around[0] if row.around and row.incident.location.key == row.around[0].key else None


def _location_name(row: IncidentRow) -> str | None:
    location = _named_location(row)
    return location.name if location else row.incident.location.as_stated


def _name_of_kind(row: IncidentRow, kind: str) -> str | None:
    return next((location.name for location in row.around if location.kind == kind), None)


def _coordinates(row: IncidentRow) -> Coordinates | None:
    """The point of the location; None for several locations, of which it would pick one."""
    location, stated = _named_location(row), row.incident.location
    if location is None or stated.relation == "between" or stated.also:
        return None
    return location.coordinates


def _first_published(row: IncidentRow) -> str | None:
    items = [row.archive.records.publication(citation) for citation in row.incident.reports]
    dates = [item.published for item in items if item is not None and item.published is not None]
    dated = [published for published in dates if published.lower is not None]
    return min(dated, key=sort_key).text if dated else None


def _attackers(row: IncidentRow) -> list[str]:
    """Each attacker once, with every word it rests on; a denial makes nobody an attacker."""
    bases: dict[str, list[str]] = {}
    for part in row.incident.actors:
        if part.role == "attacker" and not denies(part):
            bases.setdefault(part.actor, []).append(part.basis or "basis not stated")
    return [f"{actor} ({', '.join(dict.fromkeys(found))})" for actor, found in bases.items()]


def _roots(row: IncidentRow) -> list[str]:
    return [line.root.key or line.root.name for line in row.linked.lines if line.asserting]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _once(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


_SPAN = (
    "by all reports, of the group in `{0}_who`; not a sum; blank where none states it, where one leaves it open or gives "
    "it only as “about”, and where reports speak of different groups: read `{0}_statements`."
)

_CONTENT: tuple[Column[IncidentRow], ...] = (
    Column("id", "Permanent id; never changed or used again.", lambda row: row.incident.id),
    Column("title", "A neutral noun phrase; read it together with the status.", lambda row: row.incident.title),
    Column("status", "How well the incident stands.", lambda row: row.incident.status),
    Column(
        "status_ceiling",
        "The highest status that its independent lines of origin support; derived.",
        lambda row: row.linked.ceiling.status,
    ),
    Column("type", "Event type, a term of the archive's vocabulary.", lambda row: row.incident.type),
    Column("date", "The date as far as reports state it (EDTF).", lambda row: row.incident.date.value.text),
    Column(
        "date_earliest",
        "First day on which it can lie, YYYY-MM-DD; blank where nothing bounds it; derived.",
        lambda row: _iso(row.incident.date.value.lower),
    ),
    Column(
        "date_latest",
        "Last day on which it can lie, YYYY-MM-DD; blank where nothing bounds it; derived.",
        lambda row: _iso(row.incident.date.value.upper),
    ),
    Column(
        "date_anchor",
        "`occurred`: the date is that of the event; `reported`: only that of the report.",
        lambda row: row.incident.date.anchor,
    ),
    Column(
        "date_alternatives",
        "Other dates that reports give (EDTF).",
        lambda row: [other.value.text for other in row.incident.date.alternatives],
    ),
    Column(
        "time",
        "Local time at the place: a clock time, a span, or a part of the day.",
        lambda row: row.incident.date.time.text if row.incident.date.time else None,
    ),
    Column("location_key", "Key of the location; blank where it has no file.", lambda row: row.incident.location.key),
    Column("location_name", "Name of the location, or the report's words for one without a file.", _location_name),
    Column(
        "location_relation",
        "`at`, `near`, `in`, `over` that location, or `between` it and others.",
        lambda row: row.incident.location.relation,
    ),
    Column("location_also", "Keys of further locations of the same incident.", lambda row: row.incident.location.also),
    Column(
        "location_alternatives",
        "Other locations that reports give: keys, or their words.",
        lambda row: [other.key or other.as_stated or "" for other in row.incident.location.alternatives],
    ),
    Column(
        "admin1",
        "First-level administrative area around the location; derived.",
        lambda row: _name_of_kind(row, "admin1"),
    ),
    Column("country", "Country around the location; derived.", lambda row: _name_of_kind(row, "country")),
    Column(
        "latitude",
        "Degrees north (WGS 84) of the location named, not of an impact; blank for areas and for several locations.",
        lambda row: point.lat if (point := _coordinates(row)) else None,
    ),
    Column(
        "longitude",
        "Degrees east (WGS 84), as for latitude.",
        lambda row: point.lon if (point := _coordinates(row)) else None,
    ),
    Column(
        "uncertainty_km",
        "Radius in kilometres within which the location lies.",
        lambda row: point.uncertainty_km if (point := _coordinates(row)) else None,
    ),
    Column(
        "killed_who",
        "The people that the next two columns count, by the first report that names them; capital and small letters make no other group; blank where no report says which, or where several groups are named.",
        lambda row: row.killed.who,
    ),
    Column("killed_min", "Lowest number of people killed " + _SPAN.format("killed"), lambda row: row.killed.lowest),
    Column("killed_max", "Highest number of people killed " + _SPAN.format("killed"), lambda row: row.killed.highest),
    Column(
        "killed_statements",
        "Every statement on people killed: whom, how many; `none` only where a report says so.",
        lambda row: row.killed.statements,
    ),
    Column(
        "injured_who",
        "The people that the next two columns count, by the first report that names them; capital and small letters make no other group; blank where no report says which, or where several groups are named.",
        lambda row: row.injured.who,
    ),
    Column("injured_min", "Lowest number of people injured " + _SPAN.format("injured"), lambda row: row.injured.lowest),
    Column(
        "injured_max", "Highest number of people injured " + _SPAN.format("injured"), lambda row: row.injured.highest
    ),
    Column(
        "injured_statements",
        "Every statement on people injured: whom, how many; `none` only where a report says so.",
        lambda row: row.injured.statements,
    ),
    Column(
        "effects",
        "Kinds of effect that reports speak of, a stated `none` included.",
        lambda row: _once([effect.kind for effect in row.incident.effects]),
    ),
    Column(
        "attackers", "Keys of reported attackers, or `unknown`, each with the word it rests on in brackets.", _attackers
    ),
    Column(
        "claims_of_responsibility",
        "What sources say about a claim; blank where none speaks of it.",
        lambda row: row.incident.claims_of_responsibility,
    ),
    Column("targets", "Kinds of target.", lambda row: _once([target.kind for target in row.incident.target])),
    Column(
        "target_operators",
        "Keys of the actors that hold the targets.",
        lambda row: _once([target.operator for target in row.incident.target if target.operator]),
    ),
    Column("means", "Reported means of attack.", lambda row: _once([means.kind for means in row.incident.means])),
    Column("series", "Keys of the series it belongs to.", lambda row: row.incident.series),
    Column("lines_of_origin", "How many independent lines of origin assert it; derived.", lambda row: len(_roots(row))),
    Column(
        "origins", "The sources at the root of those lines: keys, or names of sources without a file; derived.", _roots
    ),
    Column(
        "reports", "How many reports it cites; says nothing about independence.", lambda row: len(row.incident.reports)
    ),
    Column(
        "source_keys",
        "Keys of the sources that published those reports.",
        lambda row: [source.key for source in row.sources],
    ),
    Column(
        "first_report_published",
        "Earliest publication date seen on its reports (EDTF); reports without one are not counted.",
        _first_published,
    ),
    Column("corrections", "How many published corrections it has.", lambda row: len(row.incident.corrections)),
    Column(
        "reviewed",
        "Last day on which a report of it was read or the record was corrected; blank where none is given.",
        lambda row: row.linked.reviewed,
    ),
    Column(
        "withdrawn",
        "Reason, where the record no longer stands; all columns of content are then blank.",
        lambda row: row.incident.withdrawn.reason if row.incident.withdrawn else None,
    ),
    Column(
        "withdrawn_on",
        "Day of the withdrawal (EDTF).",
        lambda row: row.incident.withdrawn.on.text if row.incident.withdrawn else None,
    ),
    Column(
        "merged_into",
        "Id of the record that carries a withdrawn one's content now.",
        lambda row: row.incident.withdrawn.merged_into if row.incident.withdrawn else None,
    ),
    Column(
        "url",
        "Address of its page; a path from the site's root where the site was built for no public address.",
        lambda row: row.url,
    ),
)

TOMBSTONE = frozenset({"id", "withdrawn", "withdrawn_on", "merged_into", "url"})
"""Columns that a withdrawn incident fills."""


def _standing(column: Column[IncidentRow]) -> Column[IncidentRow]:
    """The column, blank for incidents that were withdrawn."""
    if column.name in TOMBSTONE:
        return column
    return replace(column, cell=lambda row: None if row.incident.withdrawn else column.cell(row))


COLUMNS: tuple[Column[IncidentRow], ...] = tuple(map(_standing, _CONTENT))
"""The columns in the order of the file, with their meanings."""
