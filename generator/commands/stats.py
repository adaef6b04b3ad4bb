"""`archive stats`: how many incidents there are by status, month, type and root."""

from collections import Counter
from collections.abc import Iterable, Mapping
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

MOST_ROOTS = 20
"""Roots shown before the rest is summed up."""


@click.command()
@project_option
@today_option
def command(project: Project, today: date) -> None:
    """Count incidents by status, month, type and root.

    A root is the origin at which a line of attribution ends; an incident counts once for each root
    that asserts it, and not for one that only mentions or denies it. Withdrawn incidents are not
    counted.
    """
    reading = project.read()
    outcome = check(reading, today=today, mint=minter(reading), folder=INCIDENTS)
    records = outcome.records
    standing = [incident for incident in records.incidents.values() if incident.withdrawn is None]
    withdrawn = len(records.incidents) - len(standing)
    noun = "incident" if len(standing) == 1 else "incidents"
    click.echo(f"{len(standing)} {noun}" + (f", {withdrawn} withdrawn" if withdrawn else ""))
    order: dict[str, int] = {entry.status: number for number, entry in enumerate(STATUSES)}
    statuses = Counter(incident.status for incident in standing)
    click.echo(_table("by status", sorted(statuses.items(), key=lambda pair: order[pair[0]])))
    months = Counter(_month(incident.date.value) for incident in standing)
    click.echo(_table("by month", sorted(months.items())))
    types = Counter(_type(incident, records) for incident in standing)
    click.echo(_table("by type", _ranked(types)))
    roots = Counter(
        name
        for incident in standing
        for name in {line.root.name for line in lines_of(incident, records) if line.asserting}
    )
    ranked = _ranked(roots)
    click.echo(_table("by root", ranked[:MOST_ROOTS]))
    if len(ranked) > MOST_ROOTS:
        click.echo(f"  and {len(ranked) - MOST_ROOTS} more roots")
    if outcome.errors:
        click.echo("some records have errors and may not be counted; `archive check` shows them", err=True)


def _month(day: Edtf) -> str:
    if day.lower is None or day.upper is None:
        return "month not stated"
    first, last = day.lower.isoformat()[:7], day.upper.isoformat()[:7]
    return first if first == last else "several months possible"


def _type(incident: Incident, records: Records) -> str:
    term = records.term("types", incident.type)
    return term.label if term else incident.type


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _table(title: str, rows: Iterable[tuple[str, int]]) -> str:
    listed = [(fit(name), count) for name, count in rows]
    width = max((len(name) for name, _ in listed), default=0)
    return "\n".join(["", title, *(f"  {name:{width}}  {count:5}" for name, count in listed)])
