"""Incidents on which another account differs from what a source's items say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.model.contradiction import competes
from generator.pages.account_table import TableRow, account_table
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.status_counts import rows_of


@dataclass(frozen=True, slots=True)
class Point:
    """One question on which accounts differ."""

    question: str
    own: tuple[str, ...]
    """What the source's items say."""
    others: tuple[str, ...]
    """What other items say that cannot hold beside it."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """An incident with the questions on which other accounts differ from a source's."""

    row: IncidentRow
    points: tuple[Point, ...]


Differing = Mapping[str, tuple[TableRow, ...]]
"""The questions on which accounts of an incident contradict one another, by its id."""


def differing(archive: Archive) -> Differing:
    """The questions of every incident on which reports contradict one another."""
    found: dict[str, tuple[TableRow, ...]] = {}
    for key in archive.timeline.ordered:
        incident = archive.incidents[key].incident
        if competes(incident, archive.records):
            found[key] = tuple(row for row in account_table(archive, incident) if row.differing)
    return MappingProxyType(found)


def disputes(rows: Rows, questions: Differing, citations: Mapping[str, frozenset[int]]) -> tuple[Dispute, ...]:
    """The incidents on which another report contradicts one of the `citations`, numbers from 1 by the incident's id."""
    found = []
    for row in rows_of(rows, citations):
        points = tuple(point for asked in questions.get(row.id, ()) if (point := _point(asked, citations[row.id])))
        if points:
            found.append(Dispute(row, points))
    return tuple(found)


def _point(asked: TableRow, mine: Iterable[int]) -> Point | None:
    numbers = frozenset(mine)
    own = tuple(told.words for told in asked.differing if numbers.intersection(told.citations))
    others = tuple(told.words for told in asked.differing if not numbers.intersection(told.citations))
    # A statement that no report is tied to may be the editors' own.
    others_tied = any(told.citations and not numbers.intersection(told.citations) for told in asked.differing)
    return Point(asked.question, own, others) if own and others_tied else None
