"""`archive stats`: how many incidents there are by status, month, type, location, source and root."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import click

from generator.checking.check import check
from generator.checking.formats.terminal_text import fit
from generator.commands.project import INCIDENTS, Project, minter, project_option, today_option
from generator.model.attribution import lines_of
from generator.model.dates import Edtf
from generator.model.incident import Incident
from generator.model.records import Records
from generator.model.status import STATUSES

MOST_LISTED = 20
"""Rows of a ranked table shown before the rest is summed up, unless all are asked for."""
WHOLE = frozenset({"by status", "by month"})
"""Tables in an order of their own: their last rows may matter as much as their first."""


@click.command()
@project_option
@today_option
@click.option("--all", "everything", is_flag=True, help=f"Show every row, not only the first {MOST_LISTED} of a table.")
def command(project: Project, today: date, everything: bool) -> None:
    """Count incidents by status, month, type, location, source and root.

    An incident counts once for each location that the archive gives it, and not for larger ones
    around it; once for each source that published an item it cites; and once for each root, the
    origin at which a line of attribution ends, that asserts it. Withdrawn incidents are not counted.
    """
    reading = project.read()
    outcome = check(reading, today=today, mint=minter(reading), folder=INCIDENTS)
    records = outcome.records
    standing = [incident for incident in records.incidents.values() if incident.withdrawn is None]
    withdrawn = len(records.incidents) - len(standing)
    noun = "incident" if len(standing) == 1 else "incidents"
    click.echo(f"{len(standing)} {noun}" + (f", {withdrawn} withdrawn" if withdrawn else ""))
    for title, rows in _tables(standing, records):
        shown = rows if everything or title in WHOLE else rows[:MOST_LISTED]
        click.echo(_table(title, shown))
        if len(rows) > len(shown):
            click.echo(f"  and {len(rows) - len(shown)} more (--all shows them)")
    if outcome.errors:
        click.echo("some records have errors and may not be counted; `archive check` shows them", err=True)


def _tables(standing: Sequence[Incident], records: Records) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Title and rows of every table."""
    order: dict[str, int] = {entry.status: number for number, entry in enumerate(STATUSES)}
    statuses = Counter(incident.status for incident in standing)
    yield "by status", sorted(statuses.items(), key=lambda pair: order[pair[0]])
    yield "by month", sorted(Counter(_month(incident.date.value) for incident in standing).items())
    counted: tuple[tuple[str, Callable[[Incident, Records], Iterable[str]]], ...] = (
        ("by type", _types),
        ("by location", _locations),
        ("by source", _sources),
        ("by root", _roots),
    )
    for title, names in counted:
        yield title, _ranked(Counter(name for one in standing for name in set(names(one, records))))


def _month(day: Edtf) -> str:
    if day.lower is None or day.upper is None:
        return "month not stated"
    first, last = day.lower.isoformat()[:7], day.upper.isoformat()[:7]
    return first if first == last else "several months possible"


def _types(incident: Incident, records: Records) -> Iterator[str]:
    term = records.term("types", incident.type)
    yield term.label if term else incident.type


def _locations(incident: Incident, records: Records) -> Iterator[str]:
    for key in incident.location.keys:
        yield records.locations[key].name if key in records.locations else key


def _sources(incident: Incident, records: Records) -> Iterator[str]:
    for citation in incident.reports:
        source = records.citation_source(citation)
        named = citation.source.name if citation.source else None
        if source is not None or named:
            yield source.name if source is not None else named or ""


def _roots(incident: Incident, records: Records) -> Iterator[str]:
    return (line.root.name for line in lines_of(incident, records) if line.asserting)


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _table(title: str, rows: Iterable[tuple[str, int]]) -> str:
    listed = [(fit(name), count) for name, count in rows]
    width = max((len(name) for name, _ in listed), default=0)
    return "\n".join(["", title, *(f"  {name:{width}}  {count:5}" for name, count in listed)])
