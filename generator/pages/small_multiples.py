"""Several places' incidents by month, drawn small, all over one time and on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.pages.addresses import Link
from generator.pages.counted_months import ByMonth, in_periods, spanned
from generator.pages.date_words import month_words
from generator.pages.incident_row import IncidentRow
from generator.pages.month_chart import Month
from generator.pages.status_counts import status_counts
from generator.texts.text import Text, joined, say

HEIGHT = 48
"""Height of the tallest bar in pixels."""


@dataclass(frozen=True, slots=True)
class Part:
    """One status in a month's bar: `x` and `width` in percent of the drawing's width, the rest in pixels from its top."""

    status: str
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Multiple:
    """The drawing of one place."""

    link: Link
    total: int
    """Incidents in a bar."""
    parts: tuple[Part, ...]
    most: str
    """The fullest months, as a sentence; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Multiples:
    """Drawings that can be compared: all have the same months from left to right and the same height for a number."""

    drawings: tuple[Multiple, ...]
    span: str
    """The first and the last month or year in words."""
    highest: int
    """What the height of the drawings stands for."""
    height: int = HEIGHT


def multiples(places: Sequence[tuple[Link, ByMonth]]) -> Multiples | None:
    """The drawings of some places, in the order given; None where none has an incident known to a month."""
    periods = spanned(month for _, months in places for month in months)
    if not periods:
        return None
    filled = [(link, in_periods(months, periods)) for link, months in places]
    highest = max(len(rows) for _, bars in filled for rows in bars)
    first, last = period_words(periods[0]), period_words(periods[-1])
    return Multiples(
        tuple(
            Multiple(link, sum(map(len, bars)), _parts(bars, highest), most_words(periods, bars))
            for link, bars in filled
        ),
        first if first == last else say("{first} to {last}", first=first, last=last),
        highest,
    )


@dataclass(frozen=True, slots=True)
class Spark:
    """A place's incidents by month in the height of a line: the shape alone, on a scale of its own."""

    parts: tuple[Part, ...]
    highest: int
    """Incidents of the fullest month or year."""
    most: str
    """The fullest months in words; empty where no month is known."""


def sparks(places: Mapping[str, ByMonth]) -> Mapping[str, Spark]:
    """The drawing of each place, all over one time."""
    periods = spanned(month for months in places.values() for month in months)
    drawn = {}
    for key, months in places.items():
        bars = in_periods(months, periods)
        highest = max(map(len, bars), default=0)
        drawn[key] = Spark(_parts(bars, highest), highest, most_words(periods, bars))
    return drawn


def most_words(periods: Sequence[Month], bars: Sequence[Sequence[IncidentRow]]) -> str:
    """The fullest of some months: `most in December 2023 (9)`; empty where none holds an incident."""
    highest = max(map(len, bars), default=0)
    fullest = [period for period, rows in zip(periods, bars, strict=True) if rows and len(rows) == highest]
    if not fullest:
        return ""
    if len(fullest) > 2:
        return (
            say("at most {n} in one period", n=highest)
            if not fullest[0][1]
            else say("at most {n} in a month", n=highest)
        )
    return say("most in {months} ({n})", months=joined(", ", [period_words(one) for one in fullest]), n=highest)


def period_words(period: Month) -> str:
    """A month or a year in words."""
    year, month = period
    return month_words(year, month) if month else Text(f"{year:04}", lambda _: f"{year:04}")


def _parts(bars: Sequence[Sequence[IncidentRow]], highest: int) -> tuple[Part, ...]:
    width = 100 / max(len(bars), 1)
    parts = []
    for number, rows in enumerate(bars):
        top = float(HEIGHT)
        for status, _, count in status_counts(rows):
            if count:
                height = HEIGHT * count / highest
                top -= height
                x, wide = round((number + 0.1) * width, 2), round(0.8 * width, 2)
                parts.append(Part(status, x, wide, round(top, 2), round(height, 2)))
    return tuple(parts)
