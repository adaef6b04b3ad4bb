"""A month drawn day by day: one mark for each incident, a bar over the days on which it may lie."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.edtf import Edtf
from generator.pages.calendar import span_of
from generator.pages.incident_row import IncidentRow
from generator.pages.registry_name import registry_name
from generator.texts.text import say, say_as

LINE = 18
"""Height of one line of marks in pixels."""
HEAD = 24
"""Height of a lane's name."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """One incident; `x`, `middle` and `width` in percent of the drawing's width, `y` in pixels."""

    row: IncidentRow
    tip: str
    x: float
    width: float
    middle: float
    y: int
    bar: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The incidents of one region."""

    name: str
    number: int
    y: int
    marks: tuple[DayMark, ...]


@dataclass(frozen=True, slots=True)
class DayStrip:
    """The whole drawing; `ticks` are day numbers with their middle in percent."""

    lanes: tuple[Lane, ...]
    height: int
    ticks: tuple[tuple[int, float], ...]
    lines: tuple[float, ...]
    """Edges between days in percent."""


def day_strip(
    archive: Archive, month: tuple[int, int], incidents: Iterable[tuple[IncidentRow, Edtf]]
) -> DayStrip | None:
    """The strip of a month, a lane for each region by name; None where there is nothing to draw."""
    lanes: dict[str, list[tuple[IncidentRow, int, int, bool]]] = {}
    length = monthrange(*month)[1]
    for row, value in incidents:
        first, last = _days(month, value, length)
        exact = value.lower == value.upper
        lanes.setdefault(_region(archive, row), []).append((row, first, last, not exact))
    if not lanes:
        return None
    drawn, y = [], 0
    for name in sorted(lanes, key=lambda name: (-len(lanes[name]), name)):
        marks, bottom = _placed(lanes[name], y + HEAD, length)
        drawn.append(Lane(name, len(lanes[name]), y, marks))
        y = bottom + 8
    ticks = tuple(
        (day, round((day - 0.5) * 100 / length, 3)) for day in (1, 5, 10, 15, 20, 25, length) if day <= length
    )
    return DayStrip(tuple(drawn), y, ticks, tuple(round(day * 100 / length, 3) for day in range(1, length)))


def mark_words(row: IncidentRow) -> str:
    """What a mark stands for: status, title and date."""
    return say_as("mark", "{status}: {title}, {date}", status=row.status_label, title=row.title, date=row.date)


def _days(month: tuple[int, int], value: Edtf, length: int) -> tuple[int, int]:
    """First and last day of the month on which a date may lie."""
    lower, upper = span_of(value)
    return lower.day if (lower.year, lower.month) == month else 1, upper.day if (
        upper.year,
        upper.month,
    ) == month else length


def _region(archive: Archive, row: IncidentRow) -> str:
    """The first-level area around the incident's first location, else the widest that is known."""
    if not row.locations:
        return say("Location not known")
    key = row.locations[0].address.rstrip("/").rpartition("/")[2]
    path = (key, *archive.locations[key].path)
    regions = [place for place in path if archive.records.locations[place].kind == "admin1"]
    return registry_name(archive.records.locations[regions[0] if regions else path[-1]])


def _placed(
    entries: list[tuple[IncidentRow, int, int, bool]], top: int, length: int
) -> tuple[tuple[DayMark, ...], int]:
    """Each mark on the first line where its days are free; bars below the marks of single days."""
    lines: list[set[int]] = []
    marks = []
    for row, first, last, bar in sorted(entries, key=lambda entry: (entry[3], entry[1])):
        days = set(range(first, last + 1))
        number = next((n for n, taken in enumerate(lines) if not taken & days), len(lines))
        if number == len(lines):
            lines.append(set())
        lines[number] |= days
        marks.append(
            DayMark(
                row,
                mark_words(row),
                round((first - 1) * 100 / length, 3),
                round(len(days) * 100 / length, 3),
                round((first + last - 1) * 50 / length, 3),
                top + number * LINE,
                bar,
            )
        )
    return tuple(marks), top + len(lines) * LINE
