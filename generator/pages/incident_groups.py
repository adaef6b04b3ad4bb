"""Incidents of a list under the year or the month in which they may lie."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.timeline import listed_months
from generator.model.edtf import Edtf
from generator.pages.date_words import month_words
from generator.pages.incident_row import IncidentRow
from generator.pages.month_chart import Month
from generator.pages.published_counts import CountsByMonth, PublishedCount
from generator.pages.standing import Standing, standing
from generator.texts.text import say

MOST_LISTED = 500
"""Beyond so many incidents the page of a wide entry, such as a country, leaves those of narrower entries to their own pages."""


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Incidents under one heading."""

    heading: str
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """Incidents counted in one month, how they stand, and what others counted by its end."""

    heading: str
    anchor: str
    """`month-2023-12`; empty for incidents known to no month."""
    rows: tuple[IncidentRow, ...]
    standing: Standing
    counted: tuple[PublishedCount, ...]


def by_month(archive: Archive, rows: Iterable[IncidentRow], counts: CountsByMonth) -> tuple[MonthGroup, ...]:
    """Incidents in groups by the first month they may lie in, in the order given; those of no month under their year."""
    groups: dict[tuple[str, Month | None], list[IncidentRow]] = {}
    for row in rows:
        value = archive.incidents[row.id].incident.date.value
        month = next(iter(listed_months(value)), None)
        heading = month_words(*month) if month else year_heading(value)
        groups.setdefault((heading, month), []).append(row)
    return tuple(
        MonthGroup(
            heading,
            month_anchor(month) if month else "",
            tuple(found),
            standing(archive, found),
            counts.get(month, ()) if month else (),
        )
        for (heading, month), found in groups.items()
    )


def month_anchor(month: Month) -> str:
    """Where a month stands on a page: `month-2023-12`."""
    return f"month-{month[0]:04}-{month[1]:02}"


def by_year(archive: Archive, rows: Iterable[IncidentRow]) -> tuple[YearGroup, ...]:
    """Incidents in groups by year, in the order given; those without a datable year under a heading that says so."""
    groups: dict[str, list[IncidentRow]] = {}
    for row in rows:
        groups.setdefault(year_heading(archive.incidents[row.id].incident.date.value), []).append(row)
    return tuple(YearGroup(heading, tuple(entries)) for heading, entries in groups.items())


def year_heading(value: Edtf) -> str:
    """The year a date lies in: `2023`, `2023 or 2024`, `Between 2021 and 2024`, or `Year not known`."""
    if value.lower is None or value.upper is None:
        return say("Year not known")
    first, last = f"{value.lower.year:04}", f"{value.upper.year:04}"
    if first == last:
        return first
    if value.upper.year - value.lower.year == 1:
        return say("{first} or {last}", first=first, last=last)
    return say("Between {first} and {last}", first=first, last=last)
