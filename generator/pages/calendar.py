"""Which incidents stand on which page of the timeline, and in which month each is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.archive.timeline import listed_months, listed_years
from generator.model.edtf import Edtf
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.status_counts import rows_of

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Incidents that stand, by the months and years they may lie in. Mappings are in order of time."""

    counted: Mapping[Month, tuple[IncidentRow, ...]]
    """By month, each incident once: in the first month it may lie in. A month that only may hold incidents has none."""
    possible: Mapping[Month, tuple[IncidentRow, ...]]
    """By month, those that may lie in it and are counted in the month before."""
    years: Mapping[int, tuple[IncidentRow, ...]]
    """By year, each incident once: in the first year it may lie in."""
    monthless: Mapping[int, tuple[IncidentRow, ...]]
    """By every year they may lie in, those known to no month."""
    wide: tuple[IncidentRow, ...]
    """Dated, but to no one or two months."""
    undated: tuple[IncidentRow, ...]
    """Those whose date nothing bounds on one side or both."""

    @property
    def total(self) -> int:
        """How many incidents stand."""
        return sum(map(len, self.counted.values())) + len(self.wide) + len(self.undated)


def calendar(archive: Archive, rows: Rows) -> Calendar:
    """The calendar of an archive."""
    counted: dict[Month, list[IncidentRow]] = {}
    possible: dict[Month, list[IncidentRow]] = {}
    years: dict[int, list[IncidentRow]] = {}
    monthless: dict[int, list[IncidentRow]] = {}
    wide: list[IncidentRow] = []
    undated = rows_of(rows, archive.timeline.undated)
    outside = frozenset(row.id for row in undated)
    for row in rows_of(rows, archive.timeline.ordered):
        if row.id in outside:
            continue
        value = archive.incidents[row.id].incident.date.value
        months = listed_months(value)
        for month in months:
            counted.setdefault(month, [])
            possible.setdefault(month, [])
        if months:
            counted[months[0]].append(row)
            for later in months[1:]:
                possible[later].append(row)
        else:
            wide.append(row)
        within = listed_years(value)
        for year in within:
            years.setdefault(year, [])
            if not months:
                monthless.setdefault(year, []).append(row)
        if within:
            years[within[0]].append(row)
    return Calendar(_frozen(counted), _frozen(possible), _frozen(years), _frozen(monthless), tuple(wide), undated)


def span_of(value: Edtf) -> tuple[date, date]:
    """First and last possible day of a date that is bounded on both sides; raises ValueError for any other."""
    if value.lower is None or value.upper is None:
        raise ValueError(f"{value.text} has no bound on one side")
    return value.lower, value.upper


def _frozen(groups: dict) -> Mapping:  # type: ignore[type-arg]
    return MappingProxyType({key: tuple(groups[key]) for key in sorted(groups)})
