"""Incidents by the month each is counted in, and the months or years that a drawing of them spans."""

from collections.abc import Iterable, Mapping

from generator.archive.archive import Archive
from generator.archive.timeline import listed_months
from generator.pages.incident_row import IncidentRow
from generator.pages.month_chart import MOST_BARS, Month

ByMonth = Mapping[Month, list[IncidentRow]]


def counted_months(archive: Archive, rows: Iterable[IncidentRow]) -> dict[Month, list[IncidentRow]]:
    """Incidents by the first month they may lie in; those known to no month are left out."""
    months: dict[Month, list[IncidentRow]] = {}
    for row in rows:
        listed = listed_months(archive.incidents[row.id].incident.date.value)
        if listed:
            months.setdefault(listed[0], []).append(row)
    return months


def spanned(months: Iterable[Month]) -> tuple[Month, ...]:
    """Every month from the first to the last; over a long time every year, as month 0."""
    numbers = [year * 12 + month - 1 for year, month in months]
    if not numbers:
        return ()
    first, last = min(numbers), max(numbers)
    if last - first < MOST_BARS:
        return tuple((number // 12, number % 12 + 1) for number in range(first, last + 1))
    return tuple((year, 0) for year in range(first // 12, last // 12 + 1))


def in_periods(months: ByMonth, periods: Iterable[Month]) -> tuple[tuple[IncidentRow, ...], ...]:
    """The incidents of each month or year of a span."""
    found: dict[Month, list[IncidentRow]] = {}
    for (year, month), rows in months.items():
        for period in ((year, month), (year, 0)):
            found.setdefault(period, []).extend(rows)
    return tuple(tuple(found.get(period, ())) for period in periods)
