"""How a group of incidents stands: who confirmed which, and which rest on one origin alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.attribution import Root, confirming_roots
from generator.pages.addresses import Link, address_of
from generator.pages.incident_row import IncidentRow
from generator.pages.status_counts import StatusCounts, status_counts


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Incidents that one source acknowledged on the record."""

    by: Link
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """Incidents whose every asserting report leads back to one origin."""

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
    alone: tuple[Alone, ...]
    """The origin of most first."""


def standing(archive: Archive, rows: Iterable[IncidentRow]) -> Standing:
    """How these incidents stand; who confirmed is told for those with the status `confirmed` only."""
    shown = tuple(row for row in rows if not row.withdrawn)
    confirmed: dict[Root, list[IncidentRow]] = {}
    alone: dict[Root, list[IncidentRow]] = {}
    parties: set[Root] = set()
    for row in shown:
        if row.status == "confirmed":
            for root in confirming_roots(archive.incidents[row.id].incident, archive.records):
                confirmed.setdefault(root, []).append(row)
        asserting = [line for line in archive.incidents[row.id].lines if line.asserting]
        if len(asserting) == 1:
            alone.setdefault(asserting[0].root, []).append(row)
            if asserting[0].party:
                parties.add(asserting[0].root)
    ranked = sorted(alone.items(), key=lambda entry: (-len(entry[1]), entry[0].name))
    return Standing(
        len(shown),
        status_counts(shown),
        tuple(Confirmed(root_link(root), tuple(found)) for root, found in confirmed.items()),
        tuple(Alone(root_link(root), root in parties, tuple(found)) for root, found in ranked),
    )


def root_link(root: Root) -> Link:
    """An origin's name and, where it has a record, its page."""
    return Link(root.name, address_of("source", root.key) if root.key else "")
