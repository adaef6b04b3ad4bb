"""The list of all incidents as one table."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import INCIDENTS
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.page import Page
from generator.pages.status_counts import StatusCounts, rows_of, status_counts
from generator.texts.text import say, say_number


@dataclass(frozen=True, slots=True)
class IncidentListView:
    """Every incident that stands, in the order of the timeline."""

    rows: tuple[IncidentRow, ...]
    counts: StatusCounts
    withdrawn: int


def incident_list_page(archive: Archive, rows: Rows) -> Page:
    """The page `/incidents/`."""
    shown = rows_of(rows, archive.timeline.ordered)
    return Page(
        INCIDENTS,
        say("All incidents"),
        say_number(
            len(shown),
            "{n} incident with date, status, location and lines of origin.",
            "{n} incidents with date, status, location and lines of origin.",
        ),
        "incident_list.html.j2",
        IncidentListView(shown, status_counts(shown), len(rows) - len(shown)),
        section=INCIDENTS,
    )
