"""Incidents by month, or by year where the months are too many: bars as plain numbers for an SVG, and the same as a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.timeline import listed_months
from generator.model.status import STATUSES
from generator.pages import wording
from generator.pages.addresses import Link, month_address, year_address
from generator.pages.date_words import month_words
from generator.pages.incident_row import IncidentRow
from generator.pages.status_counts import StatusCounts

WIDTH, HEIGHT, BASE = 420, 150, 126
TOP = 18
MOST_BARS = 60
"""Beyond so many months the bars stand for years."""
WIDEST_BAR = 30
LABEL_WIDTH = 62

Month = tuple[int, int]
"""Year and month; month 0 stands for the whole year."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a bar, for one status, in units of the drawing."""

    status: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Span:
    """One month or year with its numbers."""

    link: Link
    total: int
    split: StatusCounts


@dataclass(frozen=True, slots=True)
class LocationChart:
    """A bar chart and its alternative in words and numbers."""

    unit: str
    """`month` or `year`."""
    summary: str
    width: int
    height: int
    base: int
    top: int
    highest: int
    segments: tuple[Segment, ...]
    labels: tuple[tuple[float, str], ...]
    """Where a label stands and what it says."""
    spans: tuple[Span, ...]
    """Months or years with at least one incident."""
    left_out: int
    """Incidents that no bar shows, because their month (or year) is not known."""


def location_chart(archive: Archive, rows: Iterable[IncidentRow]) -> LocationChart | None:
    """The chart of some incidents, each in the first month it is listed under; None where none has a month."""
    months: dict[Month, list[str]] = {}
    total = 0
    for row in rows:
        total += 1
        listed = listed_months(archive.incidents[row.id].incident.date.value)
        if listed:
            months.setdefault(listed[0], []).append(row.status)
    if not months:
        return None
    unit, slots = "month", _months_between(min(months), max(months))
    if len(slots) > MOST_BARS:
        unit, months = "year", _by_year(months)
        slots = [(year, 0) for year in range(min(months)[0], max(months)[0] + 1)]
    return _drawn(unit, slots, months, total - sum(map(len, months.values())))


def _by_year(months: dict[Month, list[str]]) -> dict[Month, list[str]]:
    years: dict[Month, list[str]] = {}
    for (year, _), statuses in months.items():
        years.setdefault((year, 0), []).extend(statuses)
    return years


def _months_between(first: Month, last: Month) -> list[Month]:
    return [(count // 12, count % 12 + 1) for count in range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])]


def _drawn(unit: str, slots: list[Month], months: dict[Month, list[str]], left_out: int) -> LocationChart:
    highest = max(map(len, months.values()))
    step = min(WIDTH / len(slots), WIDEST_BAR * 1.25)
    segments: list[Segment] = []
    for number, slot in enumerate(slots):
        floor = float(BASE)
        for meaning in STATUSES:
            count = months.get(slot, []).count(meaning.status)
            if count:
                tall = count / highest * (BASE - TOP)
                floor -= tall
                segments.append(Segment(meaning.status, _round(number * step + step * 0.1), _round(floor), _round(step * 0.8), _round(tall)))
    spans = tuple(_span(slot, months[slot]) for slot in slots if slot in months)
    most = max(spans, key=lambda span: span.total)
    summary = (
        f"Incidents by {unit}, {_name(slots[0])} to {_name(slots[-1])}; "
        f"most in {most.link.text}: {wording.number_of(most.total, 'incident', 'incidents')}."
    )
    return LocationChart(unit, summary, WIDTH, HEIGHT, BASE, TOP, highest, tuple(segments), _labels(slots, step), spans, left_out)


def _span(slot: Month, statuses: list[str]) -> Span:
    address = month_address(*slot) if slot[1] else year_address(slot[0])
    split = tuple((meaning.status, meaning.label, statuses.count(meaning.status)) for meaning in STATUSES)
    return Span(Link(_name(slot), address), len(statuses), split)


def _labels(slots: list[Month], step: float) -> tuple[tuple[float, str], ...]:
    """A label under the first bar and at each turn of the year, as far as they do not run into one another."""
    labels: list[tuple[float, str]] = []
    for number, (year, month) in enumerate(slots):
        x = _round(number * step + step * 0.1)
        if (number == 0 or month in (0, 1)) and x <= WIDTH - LABEL_WIDTH / 2 and (not labels or x - labels[-1][0] >= LABEL_WIDTH):
            labels.append((x, f"{year:04}" if month in (0, 1) else _name((year, month))[:3] + f" {year:04}"))
    return tuple(labels)


def _name(slot: Month) -> str:
    return month_words(*slot) if slot[1] else f"{slot[0]:04}"


def _round(number: float) -> float:
    return round(number, 1)
