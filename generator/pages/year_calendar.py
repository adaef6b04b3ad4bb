"""A year of days: each with its marks, a bar over the days on which an incident may lie, a lane for those of no day known."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.archive.archive import Archive
from generator.model.dates import is_one_day
from generator.model.edtf import Edtf
from generator.pages.addresses import month_address
from generator.pages.calendar import Calendar, Month, span_of
from generator.pages.date_words import day_words, month_name
from generator.pages.incident_row import IncidentRow
from generator.texts.text import say_as, say_number

LONGEST_BAR = 7
"""An incident that may lie on more days than this has no bar and stands in the lane alone."""
MOST_MARKS = 3
"""Marks in the cell of a day; a number stands for the others."""
MOST_OPEN = 5
"""Entries in the lane of a month; a number stands for the others."""

WEEKDAYS = (
    say_as("weekday", "Mo"),
    say_as("weekday", "Tu"),
    say_as("weekday", "We"),
    say_as("weekday", "Th"),
    say_as("weekday", "Fr"),
    say_as("weekday", "Sa"),
    say_as("weekday", "Su"),
)


@dataclass(frozen=True, slots=True)
class BarPart:
    """The part of a bar in the cell of one day; `begins` and `ends` where the bar does so on that day."""

    status: str
    tip: str
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the year."""

    number: int
    address: str
    """Where the day stands on the page of its month; empty where no incident is dated to it alone."""
    words: str
    """Day, month and year with the number of its incidents."""
    marks: tuple[IncidentRow, ...]
    more: int
    """Incidents for which there is no room."""
    bars: tuple[BarPart | None, ...]
    """From the top; as many in every day of a week, None where none passes."""


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """One month; a week begins on Monday."""

    name: str
    anchor: str
    address: str
    """The month's page; empty where no incident is dated to it."""
    number: int
    first: int
    """The weekday of its first day, Monday being 1."""
    days: tuple[CalendarDay, ...]
    open: tuple[IncidentRow, ...]
    """Those counted in it that are dated to no single day."""
    more: int
    """How many there are beyond those."""


def year_calendar(archive: Archive, dated: Calendar, year: int) -> tuple[CalendarMonth, ...]:
    """The twelve months of a year."""
    return tuple(_month(archive, dated, (year, month)) for month in range(1, 13))


def _month(archive: Archive, dated: Calendar, month: Month) -> CalendarMonth:
    counted, possible = dated.counted.get(month, ()), dated.possible.get(month, ())
    dates = {row.id: archive.incidents[row.id].incident.date.value for row in (*counted, *possible)}
    single: dict[int, list[IncidentRow]] = {}
    for row in counted:
        if is_one_day(dates[row.id]):
            single.setdefault(span_of(dates[row.id])[0].day, []).append(row)
    spans = [(row, dates[row.id]) for row in (*possible, *counted) if not is_one_day(dates[row.id])]
    first, length = monthrange(*month)
    lines = _bars(month, spans, length)
    address = month_address(*month) if month in dated.counted else ""
    numbers = range(1, length + 1)
    days = tuple(
        _day(month, day, single.get(day, ()), _of_week(lines, day, _week(day, first, length))) for day in numbers
    )
    unsure = tuple(row for row in counted if not is_one_day(dates[row.id]))
    return CalendarMonth(
        month_name(month[1]),
        f"days-of-{month[1]:02}",
        address,
        len(counted),
        first + 1,
        days,
        unsure[:MOST_OPEN],
        max(len(unsure) - MOST_OPEN, 0),
    )


def _day(month: Month, day: int, rows: Iterable[IncidentRow], bars: tuple[BarPart | None, ...]) -> CalendarDay:
    found = tuple(rows)
    shown = found if len(found) <= MOST_MARKS + 1 else found[:MOST_MARKS]
    words = say_number(len(found), "{day}: {n} incident", "{day}: {n} incidents", day=day_words(*month, day))
    address = f"{month_address(*month)}#day-{day}" if found else ""
    return CalendarDay(day, address, words, shown, len(found) - len(shown), bars)


Line = dict[int, BarPart]
"""Bars one after another: the part of each day that one passes."""


def _bars(month: Month, spans: Iterable[tuple[IncidentRow, Edtf]], length: int) -> list[Line]:
    """The bars of short spans, each on the first line on which its days are free."""
    lines: list[Line] = []
    for row, value in spans:
        lower, upper = span_of(value)
        if (upper - lower).days >= LONGEST_BAR:
            continue
        days = sorted(set(_days(value)))
        parts = {
            day.day: BarPart(
                row.status,
                say_as("mark", "{status}, {date}", status=row.status_label, date=row.date),
                day - timedelta(1) not in days,
                day + timedelta(1) not in days,
            )
            for day in days
            if (day.year, day.month) == month
        }
        taken = range(min(parts, default=1), max(parts, default=length) + 1)
        line = next((line for line in lines if not any(day in line for day in taken)), None)
        if line is None:
            lines.append(line := {})
        line.update(parts)
    return lines


def _days(value: Edtf) -> Iterator[date]:
    """Every day on which a bounded date may lie: of a set, those of its members alone."""
    if value.precision == "set":
        for member in value.parts:
            yield from _days(member)
        return
    lower, upper = span_of(value)
    for number in range((upper - lower).days + 1):
        yield lower + timedelta(number)


def _week(day: int, first: int, length: int) -> range:
    """The days of the month in the week of a day; `first` is the weekday of its first day, Monday being 0."""
    monday = day - (first + day - 1) % 7
    return range(max(monday, 1), min(monday + 6, length) + 1)


def _of_week(lines: list[Line], day: int, week: range) -> tuple[BarPart | None, ...]:
    used = [line for line in lines if any(other in line for other in week)]
    return tuple(line.get(day) for line in used)
