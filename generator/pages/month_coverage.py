"""How many incidents each month of the time has that an archive means to cover."""

from dataclasses import dataclass

from generator.model.dates import months_of
from generator.model.edtf import Edtf
from generator.pages.addresses import month_address, year_address
from generator.pages.calendar import Calendar
from generator.pages.date_words import date_words, month_name, month_words
from generator.texts.text import listed, say, say_as, say_number

MOST_MONTHS = 60
"""Over a longer time years stand for months."""

Stretch = tuple[int, int]
"""Year and month; month 0 stands for the whole year."""


@dataclass(frozen=True, slots=True)
class StretchLine:
    """One month, or one year of a long time: with the number of its own page where it is whole, else the months in the time."""

    name: str
    address: str
    """Empty where no incident is dated to it, and for part of a year."""
    number: int
    possible: int
    """Incidents counted in the month before that may lie in it; 0 for a year."""
    width: float
    """Length of its bar in percent."""
    fewest: bool
    """Whether none has fewer, where some have more; never for a year that the time holds only in part."""


@dataclass(frozen=True, slots=True)
class MonthCoverage:
    """The months of a time with their numbers of incidents."""

    period: str
    """The time the archive means to cover, in words; empty where it names none."""
    unit: str
    """`month` or `year`."""
    lines: tuple[StretchLine, ...]
    sentence: str
    outside: int
    """Incidents dated to months outside that time."""


def month_coverage(dated: Calendar, period: Edtf | None) -> MonthCoverage:
    """The months of the archive's own period; where it names none with two ends, those from its first incident to its last."""
    counted = {month: len(rows) for month, rows in dated.counted.items()}
    wanted = months_of(period) if period is not None else ()
    covered = wanted or _all_between(tuple(month for month, number in counted.items() if number))
    by_year = len(covered) > MOST_MONTHS
    parts = _partial_years(covered) if by_year else {}
    numbers: dict[Stretch, int] = {}
    for year, month in covered:
        stretch = (year, 0 if by_year else month)
        if by_year and year not in parts:
            numbers[stretch] = len(dated.years.get(year, ()))
        else:
            numbers[stretch] = numbers.get(stretch, 0) + counted.get((year, month), 0)
    whole = [number for (year, _), number in numbers.items() if year not in parts]
    least, highest = min(whole, default=0), max(whole, default=0)
    longest = max(numbers.values(), default=0)
    lines = tuple(
        StretchLine(
            month_words(*stretch) if stretch[1] else parts.get(stretch[0], str(stretch[0])),
            "" if stretch[0] in parts else _address(dated, stretch),
            number,
            0 if by_year else len(dated.possible.get(stretch, ())),
            round(100 * number / longest, 2) if longest else 0.0,
            stretch[0] not in parts and number == least < highest,
        )
        for stretch, number in numbers.items()
    )
    unit = "year" if by_year else "month"
    return MonthCoverage(
        date_words(period) if period is not None and wanted else "",
        unit,
        lines,
        _sentence(lines, unit),
        sum(counted.values()) - sum(counted.get(month, 0) for month in covered),
    )


def _all_between(months: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    if not months:
        return ()
    start, end = (year * 12 + month - 1 for year, month in (min(months), max(months)))
    return tuple((number // 12, number % 12 + 1) for number in range(start, end + 1))


def _partial_years(covered: tuple[tuple[int, int], ...]) -> dict[int, str]:
    """The years of which not all months are covered, each with a name that says which are."""
    months: dict[int, list[int]] = {}
    for year, month in covered:
        months.setdefault(year, []).append(month)
    return {
        year: month_words(year, some[0])
        if len(some) == 1
        else say_as("span of months", "{first} to {last}", first=month_name(some[0]), last=month_words(year, some[-1]))
        for year, some in months.items()
        if len(some) < 12
    }


def _address(dated: Calendar, stretch: Stretch) -> str:
    if stretch[1]:
        return month_address(*stretch) if stretch in dated.counted else ""
    return year_address(stretch[0]) if stretch[0] in dated.years else ""


def _sentence(lines: tuple[StretchLine, ...], unit: str) -> str:
    """Which have the fewest; empty where all have as many."""
    fewest = [line for line in lines if line.fewest]
    if not fewest:
        return ""
    number = fewest[0].number
    held = say_number(number, "{n} incident", "{n} incidents") if number else say("no incident")
    if len(fewest) > 3:
        if unit == "month":
            return say_number(len(fewest), "{n} month has {held}.", "{n} months have {held}.", held=held)
        return say_number(len(fewest), "{n} year has {held}.", "{n} years have {held}.", held=held)
    names = listed([line.name for line in fewest])
    if len(fewest) > 1 and number:
        return say("Fewest: {names}, with {held} each.", names=names, held=held)
    return say("Fewest: {names}, with {held}.", names=names, held=held)
