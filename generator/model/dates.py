"""Dates and times of records: comparing dates, and the two field types for models.

The readers themselves are `generator.model.edtf` and `generator.model.times`; their names can be
imported from here.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.edtf import PATTERN, DateError, Edtf, Precision, parse_edtf
from generator.model.times import PARTS_OF_DAY, TIME_PATTERN, TimeOfDay, parse_time

__all__ = [
    "PARTS_OF_DAY",
    "DateError",
    "Edtf",
    "EdtfDate",
    "Precision",
    "Time",
    "TimeOfDay",
    "is_one_day",
    "months_of",
    "overlaps",
    "parse_edtf",
    "parse_time",
    "sort_key",
]


def is_one_day(d: Edtf) -> bool:
    """Whether the date names a single calendar day, be it approximate or uncertain."""
    return d.lower is not None and d.lower == d.upper


def overlaps(a: Edtf, b: Edtf) -> bool:
    """Whether the two could name the same day.

    A side without a bound excludes nothing, so an unknown date overlaps every date; a day without
    a year overlaps whatever has that day in some year; of a set, one member is enough.
    """
    for one, other in ((a, b), (b, a)):
        if one.precision == "set":
            return any(overlaps(member, other) for member in one.parts)
    if a.precision == "yearless" and b.precision == "yearless":
        # 2000 is a leap year, so every day that any year can have is in it.
        return _bounds_meet(_in_year(a, 2000), _in_year(b, 2000))
    if b.precision == "yearless":
        a, b = b, a
    if a.precision != "yearless":
        return _bounds_meet((a.lower, a.upper), (b.lower, b.upper))
    if b.lower is None or b.upper is None:
        return True
    # Ten years following one another hold every day of the calendar, 29 February included.
    years = range(b.lower.year, min(b.upper.year, b.lower.year + 9) + 1)
    return any(_bounds_meet(_in_year(a, year), (b.lower, b.upper)) for year in years)


def months_of(d: Edtf) -> tuple[tuple[int, int], ...]:
    """The months, as (year, month) in order, which lie wholly or partly in the date.

    Of a set these are the months of its members, not those between them. Empty when a side has
    no bound. A century has 1,200 months: look at `precision` before making a page for each.
    """
    if d.lower is None or d.upper is None:
        return ()
    if d.precision == "set":
        return tuple(sorted({found for member in d.parts for found in months_of(member)}))
    first = d.lower.year * 12 + d.lower.month - 1
    last = d.upper.year * 12 + d.upper.month - 1
    return tuple((count // 12, count % 12 + 1) for count in range(first, last + 1))


def sort_key(d: Edtf) -> tuple[int, int, int, int, str]:
    """The place of a date on a timeline; distinct texts have distinct keys.

    By earliest possible day, then the wider before the narrower: a year stands at the head of its
    year, a month at the head of its month, and an exact day after everything less exact that
    begins on it. Behind all dates with an earliest day come those with a latest day only, by that
    day; then days without a year in the order of the calendar; then those nothing is known of.
    """
    exact = 0 if d.uncertain or d.approximate else 1
    if d.lower is not None:
        latest = d.upper.toordinal() if d.upper is not None else date.max.toordinal() + 1
        return (0, d.lower.toordinal(), -latest, exact, d.text)
    if d.upper is not None:
        return (1, d.upper.toordinal(), 0, exact, d.text)
    yearless = _first_yearless(d)
    if yearless is not None:
        return (2, (yearless.month or 0) * 100 + (yearless.day or 0), 0, exact, d.text)
    return (3, 0, 0, exact, d.text)


def _first_yearless(d: Edtf) -> Edtf | None:
    if d.precision == "yearless":
        return d
    return next((found for part in d.parts if (found := _first_yearless(part))), None)


Bounds = tuple[date | None, date | None]


def _in_year(d: Edtf, year: int) -> Bounds | None:
    """The days a yearless date has in one year; None when 29 February is not among them."""
    month = d.month or 1
    last = monthrange(year, month)[1]
    if d.day is not None and d.day > last:
        return None
    return date(year, month, d.day or 1), date(year, month, d.day or last)


def _bounds_meet(a: Bounds | None, b: Bounds | None) -> bool:
    if a is None or b is None:
        return False
    return (a[0] is None or b[1] is None or a[0] <= b[1]) and (b[0] is None or a[1] is None or b[0] <= a[1])


@dataclass(frozen=True, slots=True, eq=False)
class _StatedText:
    """Tells pydantic how a value that is written as a text enters and leaves a model."""

    code: str
    value_type: type[Edtf] | type[TimeOfDay]
    parse: Callable[[str], Edtf | TimeOfDay]
    schema: tuple[dict[str, Any], ...]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self._validated,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.text, return_schema=core_schema.str_schema()
            ),
        )

    def __get_pydantic_json_schema__(self, _: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        stated, *others = self.schema
        if not others or handler.mode == "serialization":
            return dict(stated)
        return {"anyOf": [dict(form) for form in self.schema], "description": stated["description"]}

    def _validated(self, value: Any) -> Edtf | TimeOfDay:
        if isinstance(value, self.value_type):
            return value
        # YAML reads a year alone, 2023, as a number; no digit is lost on the way back.
        text = str(value) if type(value) is int else value
        if not isinstance(text, str):
            noun = "time" if self.value_type is TimeOfDay else "date"
            message = f"a {noun} is one text: put it in quotation marks"
            if isinstance(value, list):
                message += ", brackets included"
            raise PydanticCustomError(self.code, "{message}", {"message": message})
        try:
            return self.parse(text)
        except DateError as fault:
            # `message` comes last: pydantic fills in the names in this order, and a stranger's
            # text in it may look like one of them.
            where = {"start": fault.start, "end": fault.end, "suggestion": fault.suggestion}
            raise PydanticCustomError(self.code, "{message}", {**where, "message": fault.message}) from None


_DATE_TEXT = {
    "type": "string",
    "pattern": PATTERN,
    "maxLength": 60,
    "description": (
        "A date as far as the source states it (EDTF): 2023-12-31, 2023-12, 2023, XXXX-12-31 "
        "(no year stated), 2023-12-31~ (about), 2023-12-31? (uncertain), 2023-12-12/2023-12-13 "
        "(between), [2023-12-30,2023-12-31] (one of), unknown."
    ),
}
_YEAR_NUMBER = {"type": "integer", "minimum": 1000, "maximum": 9999}
_TIME_TEXT = {
    "type": "string",
    "pattern": TIME_PATTERN,
    "description": (
        "Local time at the place: 22:30, 22:30~ (about), 22:00/23:30 (between), or a part of the day: "
        + ", ".join(PARTS_OF_DAY)
        + "."
    ),
}

EdtfDate = Annotated[Edtf, _StatedText("edtf", Edtf, parse_edtf, (_DATE_TEXT, _YEAR_NUMBER))]
"""A date field: takes the text, holds an `Edtf`, writes the text back."""

Time = Annotated[TimeOfDay, _StatedText("time_of_day", TimeOfDay, parse_time, (_TIME_TEXT,))]
"""A time field: takes the text, holds a `TimeOfDay`, writes the text back."""
