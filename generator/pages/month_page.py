"""The page of a month: a sentence, a strip of its days, and its incidents day by day."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

from generator.archive.archive import Archive
from generator.model.edtf import Edtf
from generator.pages.addresses import TIMELINE, Link, month_address, year_address
from generator.pages.calendar import Calendar, Month, span_of
from generator.pages.date_words import month_name_short, month_words
from generator.pages.day_strip import DayStrip, day_strip
from generator.pages.incident_row import IncidentRow
from generator.pages.page import Page
from generator.pages.published_counts import PublishedCount, published_counts
from generator.pages.standing import Standing, standing
from generator.pages.status_counts import StatusCounts, record_words, status_counts
from generator.texts.text import joined, listed, say, say_as, say_number

LONGEST_SPAN = 7
"""An incident that may lie on more days than this stands under "day not known"."""
ONE_OF = say("one of these days")
WEEKDAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month of a year's strip."""

    name: str
    short: str
    address: str
    """Empty where no incident is dated to it."""
    number: int
    possible: int
    current: bool


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Incidents of one day, of a few days, or of no day known."""

    anchor: str
    label: str
    """`12`, `12–13`, or `?`."""
    heading: str
    """The same in words."""
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """Everything the page of a month shows."""

    name: str
    year: Link
    sentence: str
    counts: StatusCounts
    strip: tuple[MonthCell, ...]
    days: DayStrip | None
    groups: tuple[DayGroup, ...]
    standing: Standing
    counted: tuple[PublishedCount, ...]
    """What others had counted by its end."""
    possible: tuple[IncidentRow, ...]
    """Counted in the month before; may lie in this one."""
    before: str
    """Name of the month before."""
    runs_over: tuple[IncidentRow, ...]
    """Counted here; may lie in the month after."""
    previous: Link | None
    following: Link | None


def month_pages(archive: Archive, calendar: Calendar) -> tuple[Page, ...]:
    """A page for every month in which an incident lies or may lie."""
    months, counts = tuple(calendar.counted), published_counts(archive)
    return tuple(
        _page(
            archive,
            calendar,
            month,
            counts.get(month, ()),
            months[number - 1] if number else None,
            months[number + 1] if number + 1 < len(months) else None,
        )
        for number, month in enumerate(months)
    )


def month_strip(calendar: Calendar, year: int, current: int = 0) -> tuple[MonthCell, ...]:
    """The twelve months of a year with their numbers of incidents."""
    return tuple(
        MonthCell(
            month_words(year, month),
            month_name_short(month),
            month_address(year, month) if (year, month) in calendar.counted else "",
            len(calendar.counted.get((year, month), ())),
            len(calendar.possible.get((year, month), ())),
            month == current,
        )
        for month in range(1, 13)
    )


def _page(
    archive: Archive,
    calendar: Calendar,
    month: Month,
    counted: tuple[PublishedCount, ...],
    before: Month | None,
    after: Month | None,
) -> Page:
    name, rows, possible = month_words(*month), calendar.counted[month], calendar.possible[month]
    dates = {row.id: archive.incidents[row.id].incident.date.value for row in (*rows, *possible)}
    shown = (*rows, *possible)
    view = MonthView(
        name=name,
        year=Link(str(month[0]), year_address(month[0])),
        sentence=_sentence(rows, possible, name),
        counts=status_counts(rows),
        strip=month_strip(calendar, *month),
        days=day_strip(archive, month, [(row, dates[row.id]) for row in shown]),
        groups=_groups(rows, dates),
        standing=standing(archive, rows),
        counted=tuple(sorted(counted, key=lambda one: one.keeper is None)),
        possible=possible,
        before=month_words(*_previous(month)),
        runs_over=tuple(row for row in rows if _leaves(month, dates[row.id])),
        previous=Link(month_words(*before), month_address(*before)) if before else None,
        following=Link(month_words(*after), month_address(*after)) if after else None,
    )
    return Page(month_address(*month), name, view.sentence, "month.html.j2", view, section=TIMELINE)


def _previous(month: Month) -> Month:
    return (month[0], month[1] - 1) if month[1] > 1 else (month[0] - 1, 12)


def _leaves(month: Month, value: Edtf) -> bool:
    return value.upper is not None and (value.upper.year, value.upper.month) != month


def _sentence(rows: tuple[IncidentRow, ...], possible: tuple[IncidentRow, ...], name: str) -> str:
    """What the month holds, in a few short sentences."""
    if not rows:
        return say_number(
            len(possible),
            "{n} incident may lie in {period}; none is counted in it.",
            "{n} incidents may lie in {period}; none is counted in it.",
            period=name,
        )
    parts = [record_words(rows, name)]
    places = Counter(place.text for row in rows for place in row.locations)
    most = max(places.values(), default=0)
    often = [text for text, number in places.items() if number == most]
    if most > 1 and len(often) == 1:
        parts.append(say("{place} appears most often ({number}).", place=often[0], number=most))
    elif most > 1 and len(often) < 4:
        parts.append(say("{places} appear most often ({number} each).", places=listed(often), number=most))
    unknown = sum(not row.date_exact for row in rows)
    if unknown:
        parts.append(
            say("The exact day is not known.")
            if len(rows) == 1
            else say_number(unknown, "For {n} the exact day is not known.", "For {n} the exact day is not known.")
        )
    if possible:
        parts.append(say_number(len(possible), "{n} more may lie in it.", "{n} more may lie in it."))
    return joined(" ", parts)


def _groups(rows: Iterable[IncidentRow], dates: Mapping[str, Edtf]) -> tuple[DayGroup, ...]:
    """The incidents under their days; those of no day known first."""
    unknown: list[IncidentRow] = []
    days: dict[tuple[date, date, str, str], list[IncidentRow]] = {}
    for row in rows:
        first, last = span_of(dates[row.id])
        if (last - first).days >= LONGEST_SPAN:
            unknown.append(row)
        else:
            days.setdefault((first, last, *_label(first, last, dates[row.id])), []).append(row)
    groups = [DayGroup("day-not-known", say_as("day", "?"), say("Day not known"), tuple(unknown))] if unknown else []
    for (_, _, label, heading), found in sorted(
        days.items(), key=lambda item: (item[0][0], item[0][1] != item[0][0], item[0])
    ):
        groups.append(DayGroup(_anchor(label, heading), label, heading, tuple(found)))
    return tuple(groups)


def _after(before: str, following: str) -> str:
    return say_as("list", "{before}, {next}", before=before, next=following)


def _anchor(label: str, heading: str) -> str:
    """`day-30`, `days-30-31` for a span, `days-30-or-31` for single days, `days-30-31-one` for one day of a span."""
    days = re.findall("[0-9]+", label)
    if len(days) == 1:
        return f"day-{days[0]}"
    joined = "-or-" if ", " in label else "-"
    return f"days-{joined.join(days)}{'-one' if heading == ONE_OF and joined == '-' else ''}"


def _label(first: date, last: date, value: Edtf) -> tuple[str, str]:
    """A day with its weekday, or several days with what they mean: `30–31`, `between these days`."""
    if first == last:
        return str(first.day), WEEKDAYS[first.weekday()]
    singles = [part.lower for part in value.parts if part.lower is not None and part.lower == part.upper]
    if value.precision == "set" and len(singles) == len(value.parts) and (first.month == last.month):
        return reduce(_after, [str(day.day) for day in singles]), ONE_OF
    meaning = ONE_OF if value.precision == "set" else say("between these days")
    if first.month == last.month:
        return say_as("days", "{first}–{last}", first=first.day, last=last.day), meaning
    month = month_name_short(last.month)
    return say_as("days", "{first}–{last} {month}", first=first.day, last=last.day, month=month), meaning
