"""How a group of incidents stands: who confirmed which, who claims which, and which rest on one origin alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive, LinkedIncident
from generator.model.attribution import OriginLine, Root, confirming_roots, roots_of
from generator.model.incident import Incident
from generator.pages.addresses import Link, address_of
from generator.pages.incident_row import IncidentRow
from generator.pages.status_counts import StatusCounts, status_counts


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Incidents that one source acknowledged on the record."""

    by: Link
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """Incidents that one origin claims as an act of its own side."""

    by: Link
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """Incidents whose reports lead back to one origin that counts: one with a name, or one of none with a name."""

    origin: Link
    party: bool
    """Whether that origin speaks for an actor that takes part in one of them: a claim of its own, or its own account."""
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The group in numbers and names; withdrawn incidents are no part of it."""

    total: int
    counts: StatusCounts
    confirmed: tuple[Confirmed, ...]
    claimed: tuple[Claimed, ...]
    """Claims of responsibility, whatever else stands beside them; the origin of most first."""
    alone: tuple[Alone, ...]
    """The origin of most first."""


def standing(archive: Archive, rows: Iterable[IncidentRow]) -> Standing:
    """How these incidents stand; who confirmed is told for those with the status `confirmed` only."""
    shown = tuple(row for row in rows if not row.withdrawn)
    confirmed: dict[Root, list[IncidentRow]] = {}
    claimed: dict[Root, list[IncidentRow]] = {}
    alone: dict[Root, list[IncidentRow]] = {}
    parties: set[Root] = set()
    for row in shown:
        linked = archive.incidents[row.id]
        if row.status == "confirmed":
            for root in confirming_roots(linked.incident, archive.records):
                confirmed.setdefault(root, []).append(row)
        for root in _claiming(archive, linked.incident):
            claimed.setdefault(root, []).append(row)
        lines = _counting(linked)
        if len(lines) == 1:
            alone.setdefault(lines[0].root, []).append(row)
            if lines[0].party:
                parties.add(lines[0].root)
    return Standing(
        len(shown),
        status_counts(shown),
        tuple(Confirmed(root_link(root), tuple(found)) for root, found in confirmed.items()),
        tuple(Claimed(root_link(root), tuple(found)) for root, found in _ranked(claimed)),
        tuple(Alone(root_link(root), root in parties, tuple(found)) for root, found in _ranked(alone)),
    )


def _counting(linked: LinkedIncident) -> tuple[OriginLine, ...]:
    """The lines that count: asserting ones whose origin is identified, or all asserting ones where none is."""
    asserting = tuple(line for line in linked.lines if line.asserting)
    return tuple(line for line in asserting if line.root.identified) or asserting


def _claiming(archive: Archive, incident: Incident) -> tuple[Root, ...]:
    """Origins of citations in which an actor claims the act, of those that speak for somebody."""
    claims = (citation for citation in incident.reports if citation.stance == "claims")
    roots = (root for citation in claims for root in roots_of(citation, archive.records))
    return tuple(dict.fromkeys(root for root in roots if root.represents))


def _ranked(groups: dict[Root, list[IncidentRow]]) -> list[tuple[Root, list[IncidentRow]]]:
    return sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0].name))


def root_link(root: Root) -> Link:
    """An origin's name and, where it has a record, its page."""
    return Link(root.name, address_of("source", root.key) if root.key else "")
