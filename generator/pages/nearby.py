"""What else is reported at an incident's location around the same days: a strip of three weeks either side."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.archive.archive import Archive
from generator.archive.gazetteer import locations_of
from generator.model.edtf import parse_edtf
from generator.pages.date_words import date_words_short
from generator.pages.incident_row import IncidentRow, Rows
from generator.texts.text import Text, say

AROUND = timedelta(days=21)
"""How far the strip reaches before the first and after the last possible day."""
WIDEST = 62
"""An incident that may lie on more days than this has no strip and stands on none."""
MOST_LINES = 8
"""More incidents on the same days than this many lines hold are counted and not drawn."""
LINE = 16
"""Height of one line of marks in pixels."""


@dataclass(frozen=True, slots=True)
class NearbyMark:
    """One incident of the strip; `x`, `middle` and `width` in percent of its width, `y` in pixels."""

    row: IncidentRow
    tip: Text
    x: float
    width: float
    middle: float
    y: int
    bar: bool
    this: bool
    """Whether it is the incident whose page it is."""


@dataclass(frozen=True, slots=True)
class NearbyStrip:
    """The drawing, in the order of its lines."""

    marks: tuple[NearbyMark, ...]
    height: int
    first: str
    last: str
    """First and last day of the strip in words."""
    summary: Text
    undrawn: int


@dataclass(frozen=True, slots=True)
class Nearby:
    """What surrounds one incident at its location."""

    strip: NearbyStrip | None
    """None where its day is not known to two months."""
    before: IncidentRow | None
    """The nearest that lies wholly before it."""
    after: IncidentRow | None
    others: int
    """How many other incidents are reported at the location or within it."""


@dataclass(frozen=True, slots=True)
class _Span:
    first: date
    last: date
    id: str


@dataclass(frozen=True, slots=True)
class _Here:
    """The incidents of one or more locations, bounded ones by first and by last possible day."""

    number: int
    by_first: tuple[_Span, ...]
    by_last: tuple[_Span, ...]


Surround = Callable[[str], Nearby]
"""What surrounds the incident with an id."""


def surroundings(archive: Archive, rows: Rows) -> Surround:
    """Finds what surrounds incidents; those at the same locations share one list."""
    known: dict[tuple[str, ...], _Here] = {}

    def surround(key: str) -> Nearby:
        places = locations_of(archive.incidents[key].incident)
        if places not in known:
            known[places] = _here(archive, places)
        return _nearby(rows, known[places], _span(archive, key))

    return surround


def _here(archive: Archive, places: Sequence[str]) -> _Here:
    ids = dict.fromkeys(key for place in places if place in archive.locations for key in archive.locations[place].all)
    spans = [span for span in (_span(archive, key) for key in ids) if span]
    by_last = sorted(spans, key=lambda span: (span.last, span.first, span.id))
    return _Here(len(ids), tuple(sorted(spans, key=lambda span: (span.first, span.last, span.id))), tuple(by_last))


def _span(archive: Archive, key: str) -> _Span | None:
    value = archive.incidents[key].incident.date.value
    return _Span(value.lower, value.upper, key) if value.lower is not None and value.upper is not None else None


def _nearby(rows: Rows, here: _Here, span: _Span | None) -> Nearby:
    others = max(here.number - 1, 0)
    if span is None:
        return Nearby(None, None, None, others)
    before = bisect_left(here.by_last, span.first, key=lambda one: one.last)
    after = bisect_right(here.by_first, span.last, key=lambda one: one.first)
    return Nearby(
        _strip(rows, here, span) if _days(span) <= WIDEST else None,
        rows[here.by_last[before - 1].id] if before else None,
        rows[here.by_first[after].id] if after < len(here.by_first) else None,
        others,
    )


def _days(span: _Span) -> int:
    return (span.last - span.first).days + 1


def _strip(rows: Rows, here: _Here, span: _Span) -> NearbyStrip:
    first, last = _moved(span.first, -AROUND), _moved(span.last, AROUND)
    start = bisect_left(here.by_first, _moved(first, -timedelta(days=WIDEST)), key=lambda one: one.first)
    end = bisect_right(here.by_first, last, key=lambda one: one.first)
    shown = [one for one in here.by_first[start:end] if one.last >= first and _days(one) <= WIDEST]
    marks = _placed(rows, shown, span, (first, last))
    return NearbyStrip(
        tuple(marks),
        max((mark.y for mark in marks), default=0) + LINE,
        date_words_short(parse_edtf(first.isoformat())),
        date_words_short(parse_edtf(last.isoformat())),
        _summary(shown, span),
        len(shown) - len(marks),
    )


def _moved(day: date, by: timedelta) -> date:
    """A day so far away, within the calendar."""
    ordinal = min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _summary(shown: Iterable[_Span], span: _Span) -> Text:
    others = [one for one in shown if one.id != span.id]
    return say(
        "At the same location within three weeks: {before} before it, {after} after it, {beside} on days it may lie on.",
        before=sum(one.last < span.first for one in others),
        after=sum(one.first > span.last for one in others),
        beside=sum(one.last >= span.first and one.first <= span.last for one in others),
    )


def _placed(rows: Rows, shown: Sequence[_Span], span: _Span, reach: tuple[date, date]) -> list[NearbyMark]:
    """Each mark on the first line where there is room for it, the page's own first; a mark of one day is wider than its day."""
    lines: list[set[int]] = []
    marks = []
    total = (reach[1] - reach[0]).days + 1
    for one in sorted(shown, key=lambda one: (one.id != span.id, one.first, one.last)):
        first, last = (max(one.first, reach[0]) - reach[0]).days, (min(one.last, reach[1]) - reach[0]).days
        bar = one.first != one.last
        taken = set(range(first, last + 1)) if bar else {first - 1, first, first + 1}
        number = next((n for n, line in enumerate(lines) if not line & taken), len(lines))
        if number == MOST_LINES:
            continue
        if number == len(lines):
            lines.append(set())
        lines[number] |= taken
        row = rows[one.id]
        marks.append(
            NearbyMark(
                row,
                say("{status}: {title}, {date}", status=row.status_label, title=row.title, date=row.date),
                round(first * 100 / total, 2),
                round((last - first + 1) * 100 / total, 2),
                round((first + last + 1) * 50 / total, 2),
                number * LINE,
                bar,
                one.id == span.id,
            )
        )
    return marks
