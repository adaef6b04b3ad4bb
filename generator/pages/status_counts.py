"""How many incidents of a list stand how well."""

from collections import Counter
from collections.abc import Iterable

from generator.model.status import STATUSES
from generator.pages.incident_row import IncidentRow, Rows

StatusCounts = tuple[tuple[str, str, int], ...]
"""Status, label and number, in the order of the statuses; a status without incidents has 0."""


def standing(rows: Rows, ids: Iterable[str]) -> tuple[IncidentRow, ...]:
    """The rows of incidents that have not been withdrawn, each once, in the order given."""
    return tuple(row for row in map(rows.__getitem__, dict.fromkeys(ids)) if not row.withdrawn)


def status_counts(rows: Iterable[IncidentRow]) -> StatusCounts:
    """The rows' statuses, counted."""
    found = Counter(row.status for row in rows)
    return tuple((entry.status, entry.label, found[entry.status]) for entry in STATUSES)
