"""Incidents by month as stacked bars: geometry for a drawing, and the same numbers for a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.pages.addresses import month_address, year_address
from generator.pages.date_words import month_words
from generator.pages.incident_row import IncidentRow
from generator.pages.status_counts import StatusCounts, status_counts
from generator.texts.text import say_as, say_number

HEIGHT = 150
"""Height of the tallest bar in pixels."""
MOST_BARS = 60
"""Over a longer time the bars stand for years."""

Month = tuple[int, int]
"""Year and month; month 0 stands for the whole year."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One status within a bar; `y` and `height` in pixels from the top of the drawing."""

    status: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One month or year; `x` and `width` in percent of the drawing's width."""

    name: str
    address: str
    """The period's page; empty where no incident is dated to it."""
    x: float
    width: float
    total: int
    counts: StatusCounts
    segments: tuple[Segment, ...]
    year_mark: str
    """The year, at the first bar of each."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing."""

    bars: tuple[Bar, ...]
    highest: int
    height: int
    unit: str
    """`month` or `year`."""
    summary: str


def month_chart(
    months: Mapping[Month, Iterable[IncidentRow]], here: Callable[[Month], str] | None = None
) -> Chart | None:
    """The chart of incidents by the month each is counted in; None where there is no month at all.

    A bar leads to the page of its month, or to where `here` says that the month stands.
    """
    if not months:
        return None
    first, last = min(months), max(months)
    start, end = (year * 12 + month - 1 for year, month in (first, last))
    by_month = end - start < MOST_BARS
    periods: list[Month] = (
        [(number // 12, number % 12 + 1) for number in range(start, end + 1)]
        if by_month
        else [(year, 0) for year in range(first[0], last[0] + 1)]
    )
    filled: dict[Month, list[IncidentRow]] = {period: [] for period in periods}
    for (year, month), rows in months.items():
        filled[(year, month if by_month else 0)].extend(rows)
    return _drawn(filled, here or _month_page)


def _month_page(month: Month) -> str:
    return month_address(*month)


def _drawn(periods: Mapping[Month, list[IncidentRow]], here: Callable[[Month], str]) -> Chart:
    highest = max(len(rows) for rows in periods.values())
    width = 100 / len(periods)
    bars: list[Bar] = []
    years: set[int] = set()
    for number, ((year, month), rows) in enumerate(periods.items()):
        counts = status_counts(rows)
        address = here((year, month)) if month else year_address(year)
        bars.append(
            Bar(
                month_words(year, month) if month else str(year),
                address if rows else "",
                round((number + 0.08) * width, 3),
                round(width * 0.84, 3),
                len(rows),
                counts,
                _segments(counts, highest),
                "" if year in years else str(year),
            )
        )
        years.add(year)
    by_month = bool(next(iter(periods))[1])
    summary = _summary(bars, highest, by_month=by_month)
    return Chart(tuple(bars), highest, HEIGHT, "month" if by_month else "year", summary)


def _segments(counts: StatusCounts, highest: int) -> tuple[Segment, ...]:
    """A bar's stack, the best established at the bottom."""
    top = float(HEIGHT)
    segments = []
    for status, _, number in counts:
        if number:
            height = HEIGHT * number / highest
            top -= height
            segments.append(Segment(status, round(top, 2), round(height, 2)))
    return tuple(segments)


def span_words(bars: Sequence[Bar]) -> str:
    """From the first bar to the last: `December 2023 to February 2024`."""
    first, last = bars[0].name, bars[-1].name
    return first if first == last else say_as("span of months", "{first} to {last}", first=first, last=last)


def _summary(bars: list[Bar], highest: int, *, by_month: bool) -> str:
    """The drawing in a sentence."""
    span = span_words(bars)
    names = [bar.name for bar in bars if bar.total == highest]
    if len(names) == 1:
        most = say_as("chart", "most in {name} ({highest})", name=names[0], highest=highest)
    elif by_month:
        most = say_number(
            len(names), "most in {n} month ({highest} each)", "most in {n} months ({highest} each)", highest=highest
        )
    else:
        most = say_number(
            len(names), "most in {n} year ({highest} each)", "most in {n} years ({highest} each)", highest=highest
        )
    empty = sum(not bar.total for bar in bars)
    if not empty:
        return say_as("chart", "{span}: {most}.", span=span, most=most)
    without = (
        say_number(empty, "{n} month without a record", "{n} months without a record")
        if by_month
        else say_number(empty, "{n} year without a record", "{n} years without a record")
    )
    return say_as("chart", "{span}: {most}; {without}.", span=span, most=most, without=without)
