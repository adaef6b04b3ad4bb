"""All incidents as a CSV table, one row an incident."""

from dataclasses import replace

from generator.archive.archive import Archive
from generator.datasets.csv_table import Column, csv_table
from generator.datasets.incident_cells import (
    IncidentRow,
    attackers,
    coordinates,
    first_published,
    incident_row,
    iso,
    location_name,
    name_of_kind,
    once,
    roots,
)
from generator.texts.text import say


def incidents_csv(archive: Archive, *, site_url: str | None) -> bytes:
    """`data/incidents.csv`. A withdrawn incident fills the columns of `TOMBSTONE` only."""
    return csv_table(COLUMNS, (incident_row(archive, key, site_url) for key in archive.incidents))


_CONTENT: tuple[Column[IncidentRow], ...] = (
    Column("id", say("Permanent id; never changed or used again."), lambda row: row.incident.id),
    Column("title", say("A neutral noun phrase; read it together with the status."), lambda row: row.incident.title),
    Column("status", say("How well the incident stands."), lambda row: row.incident.status),
    Column(
        "status_ceiling",
        say("The highest status that its independent lines of origin support; derived."),
        lambda row: row.linked.ceiling.status,
    ),
    Column("type", say("Event type, a term of the archive's vocabulary."), lambda row: row.incident.type),
    Column("date", say("The date as far as reports state it (EDTF)."), lambda row: row.incident.date.value.text),
    Column(
        "date_earliest",
        say("First day on which it can lie, YYYY-MM-DD; blank where nothing bounds it; derived."),
        lambda row: iso(row.incident.date.value.lower),
    ),
    Column(
        "date_latest",
        say("Last day on which it can lie, YYYY-MM-DD; blank where nothing bounds it; derived."),
        lambda row: iso(row.incident.date.value.upper),
    ),
    Column(
        "date_anchor",
        say("`occurred`: the date is that of the event; `reported`: only that of the report."),
        lambda row: row.incident.date.anchor,
    ),
    Column(
        "date_alternatives",
        say("Other dates that reports give (EDTF)."),
        lambda row: [other.value.text for other in row.incident.date.alternatives],
    ),
    Column(
        "time",
        say("Local time at the place: a clock time, a span, or a part of the day."),
        lambda row: row.incident.date.time.text if row.incident.date.time else None,
    ),
    Column(
        "location_key", say("Key of the location; blank where it has no file."), lambda row: row.incident.location.key
    ),
    Column("location_name", say("Name of the location, or the report's words for one without a file."), location_name),
    Column(
        "location_relation",
        say("`at`, `near`, `in`, `over` that location, or `between` it and others."),
        lambda row: row.incident.location.relation,
    ),
    Column(
        "location_also", say("Keys of further locations of the same incident."), lambda row: row.incident.location.also
    ),
    Column(
        "location_alternatives",
        say("Other locations that reports give: keys, or their words."),
        lambda row: [other.key or other.as_stated or "" for other in row.incident.location.alternatives],
    ),
    Column(
        "admin1",
        say("First-level administrative area around the location; derived."),
        lambda row: name_of_kind(row, "admin1"),
    ),
    Column("country", say("Country around the location; derived."), lambda row: name_of_kind(row, "country")),
    Column(
        "latitude",
        say(
            "Degrees north (WGS 84) of the location named, not of an impact; blank for areas and for several locations."
        ),
        lambda row: point.lat if (point := coordinates(row)) else None,
    ),
    Column(
        "longitude",
        say("Degrees east (WGS 84), as for latitude."),
        lambda row: point.lon if (point := coordinates(row)) else None,
    ),
    Column(
        "uncertainty_km",
        say("Radius in kilometres within which the location lies."),
        lambda row: point.uncertainty_km if (point := coordinates(row)) else None,
    ),
    Column(
        "killed_who",
        say(
            "The people that the next two columns count, by the first report that names them; capital and small letters make no other group; blank where no report says which, or where several groups are named."
        ),
        lambda row: row.killed.who,
    ),
    Column(
        "killed_min",
        say(
            "Lowest number of people killed by all reports, of the group in `killed_who`; not a sum; blank where none states it, where one leaves it open or gives it only as “about”, and where reports speak of different groups: read `killed_statements`."
        ),
        lambda row: row.killed.lowest,
    ),
    Column(
        "killed_max",
        say(
            "Highest number of people killed by all reports, of the group in `killed_who`; not a sum; blank where none states it, where one leaves it open or gives it only as “about”, and where reports speak of different groups: read `killed_statements`."
        ),
        lambda row: row.killed.highest,
    ),
    Column(
        "killed_statements",
        say("Every statement on people killed: whom, how many; `none` only where a report says so."),
        lambda row: row.killed.statements,
    ),
    Column(
        "injured_who",
        say(
            "The people that the next two columns count, by the first report that names them; capital and small letters make no other group; blank where no report says which, or where several groups are named."
        ),
        lambda row: row.injured.who,
    ),
    Column(
        "injured_min",
        say(
            "Lowest number of people injured by all reports, of the group in `injured_who`; not a sum; blank where none states it, where one leaves it open or gives it only as “about”, and where reports speak of different groups: read `injured_statements`."
        ),
        lambda row: row.injured.lowest,
    ),
    Column(
        "injured_max",
        say(
            "Highest number of people injured by all reports, of the group in `injured_who`; not a sum; blank where none states it, where one leaves it open or gives it only as “about”, and where reports speak of different groups: read `injured_statements`."
        ),
        lambda row: row.injured.highest,
    ),
    Column(
        "injured_statements",
        say("Every statement on people injured: whom, how many; `none` only where a report says so."),
        lambda row: row.injured.statements,
    ),
    Column(
        "effects",
        say("Kinds of effect that reports speak of, a stated `none` included."),
        lambda row: once([effect.kind for effect in row.incident.effects]),
    ),
    Column(
        "attackers",
        say("Keys of reported attackers, or `unknown`, each with the word it rests on in brackets."),
        attackers,
    ),
    Column(
        "claims_of_responsibility",
        say("What sources say about a claim; blank where none speaks of it."),
        lambda row: row.incident.claims_of_responsibility,
    ),
    Column("targets", say("Kinds of target."), lambda row: once([target.kind for target in row.incident.target])),
    Column(
        "target_operators",
        say("Keys of the actors that hold the targets."),
        lambda row: once([target.operator for target in row.incident.target if target.operator]),
    ),
    Column("means", say("Reported means of attack."), lambda row: once([means.kind for means in row.incident.means])),
    Column("series", say("Keys of the series it belongs to."), lambda row: row.incident.series),
    Column(
        "lines_of_origin", say("How many independent lines of origin assert it; derived."), lambda row: len(roots(row))
    ),
    Column(
        "origins",
        say("The sources at the root of those lines: keys, or names of sources without a file; derived."),
        roots,
    ),
    Column(
        "reports",
        say("How many reports it cites; says nothing about independence."),
        lambda row: len(row.incident.reports),
    ),
    Column(
        "source_keys",
        say("Keys of the sources that published those reports."),
        lambda row: [source.key for source in row.sources],
    ),
    Column(
        "first_report_published",
        say("Earliest publication date seen on its reports (EDTF); reports without one are not counted."),
        first_published,
    ),
    Column("corrections", say("How many published corrections it has."), lambda row: len(row.incident.corrections)),
    Column(
        "reviewed",
        say("Last day on which a report of it was read or the record was corrected; blank where none is given."),
        lambda row: row.linked.reviewed,
    ),
    Column(
        "withdrawn",
        say("Reason, where the record no longer stands; all columns of content are then blank."),
        lambda row: row.incident.withdrawn.reason if row.incident.withdrawn else None,
    ),
    Column(
        "withdrawn_on",
        say("Day of the withdrawal (EDTF)."),
        lambda row: row.incident.withdrawn.on.text if row.incident.withdrawn else None,
    ),
    Column(
        "merged_into",
        say("Id of the record that carries a withdrawn one's content now."),
        lambda row: row.incident.withdrawn.merged_into if row.incident.withdrawn else None,
    ),
    Column(
        "url",
        say("Address of its page; a path from the site's root where the site was built for no public address."),
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
