"""How a group of incidents stands: who confirmed which, who claims which, and which rest on one origin alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive, LinkedIncident
from generator.model.account import UNKNOWN_ACTOR
from generator.model.attribution import OriginLine, Root, confirming_roots
from generator.model.incident import Incident
from generator.pages.addresses import Link
from generator.pages.incident_row import IncidentRow
from generator.pages.origin_shares import root_link
from generator.pages.registry_name import actor_link
from generator.pages.status_counts import StatusCounts, status_counts


@dataclass(frozen=True, slots=True)
class Behind:
    """Incidents that one source acknowledged on the record, or that one actor claimed as its own act."""

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
    confirmed: tuple[Behind, ...]
    claimed: tuple[Behind, ...]
    """Claims of responsibility, whatever else stands beside them; the actor of most first."""
    alone: tuple[Alone, ...]
    """The origin of most first."""
    held: tuple[IncidentRow, ...]
    """Those to which the editors give a lower status than their lines of origin would support."""


def standing(archive: Archive, rows: Iterable[IncidentRow]) -> Standing:
    """How these incidents stand; who confirmed is told for those with the status `confirmed` only."""
    shown = tuple(row for row in rows if not row.withdrawn)
    confirmed: dict[Root, list[IncidentRow]] = {}
    claimed: dict[str, list[IncidentRow]] = {}
    alone: dict[Root, list[IncidentRow]] = {}
    parties: set[Root] = set()
    for row in shown:
        linked = archive.incidents[row.id]
        if row.status == "confirmed":
            for root in confirming_roots(linked.incident, archive.records):
                confirmed.setdefault(root, []).append(row)
        for actor in _claiming(linked.incident):
            claimed.setdefault(actor, []).append(row)
        lines = _counting(linked)
        if len(lines) == 1:
            alone.setdefault(lines[0].root, []).append(row)
            if lines[0].party:
                parties.add(lines[0].root)
    return Standing(
        len(shown),
        status_counts(shown),
        tuple(Behind(root_link(root), tuple(found)) for root, found in confirmed.items()),
        _claimed(archive, claimed),
        tuple(Alone(root_link(root), root in parties, tuple(found)) for root, found in _ranked(alone)),
        tuple(row for row in shown if archive.incidents[row.id].held_lower),
    )


def _counting(linked: LinkedIncident) -> tuple[OriginLine, ...]:
    """The lines that count: asserting ones whose origin is identified, or all asserting ones where none is."""
    asserting = tuple(line for line in linked.lines if line.asserting)
    return tuple(line for line in asserting if line.root.identified) or asserting


def _claiming(incident: Incident) -> tuple[str, ...]:
    """Keys of the actors that are said to have claimed the act."""
    claims = (part.actor for part in incident.actors if part.basis == "claimed-by-actor" and part.role == "attacker")
    return tuple(dict.fromkeys(actor for actor in claims if actor != UNKNOWN_ACTOR))


def _claimed(archive: Archive, claimed: dict[str, list[IncidentRow]]) -> tuple[Behind, ...]:
    groups = [Behind(actor_link(archive, key), tuple(found)) for key, found in claimed.items()]
    return tuple(sorted(groups, key=lambda group: (-len(group.rows), group.by.text)))


def _ranked(groups: dict[Root, list[IncidentRow]]) -> list[tuple[Root, list[IncidentRow]]]:
    return sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0].name))
