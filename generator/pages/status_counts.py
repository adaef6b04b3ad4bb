"""How many incidents of a list stand how well."""

from collections import Counter
from collections.abc import Collection, Iterable

from generator.model.status import STATUSES
from generator.pages.incident_row import IncidentRow, Rows
from generator.texts.text import Text, say, say_number

StatusCounts = tuple[tuple[str, str, int], ...]
"""Status, label and number, in the order of the statuses; a status without incidents has 0."""


def rows_of(rows: Rows, ids: Iterable[str]) -> tuple[IncidentRow, ...]:
    """The rows of incidents, each once, in the order given; no index of the archive holds a withdrawn one."""
    return tuple(map(rows.__getitem__, dict.fromkeys(ids)))


def status_counts(rows: Iterable[IncidentRow]) -> StatusCounts:
    """The rows' statuses, counted."""
    found = Counter(row.status for row in rows)
    return tuple((entry.status, entry.label, found[entry.status]) for entry in STATUSES)


def record_words(rows: Collection[IncidentRow], period: str) -> Text:
    """How many incidents a period holds and how many of them stand firm, as a sentence."""
    firm = sum(row.status in ("confirmed", "corroborated") for row in rows)
    if len(rows) == 1 and firm:
        return say("1 incident is on record for {period}, confirmed or corroborated.", period=period)
    if len(rows) == 1:
        return say("1 incident is on record for {period}, neither confirmed nor corroborated.", period=period)
    return say(
        "{incidents} on record for {period}, {share}.",
        incidents=say_number(len(rows), "{n} incident is", "{n} incidents are"),
        period=period,
        share=_share(firm, len(rows)),
    )


def _share(firm: int, total: int) -> Text:
    if not firm:
        return say("none of them confirmed or corroborated")
    if firm == total:
        return say("all of them confirmed or corroborated")
    return say("{n} of them confirmed or corroborated", n=firm)
