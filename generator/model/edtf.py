"""Dates that say no more than the source says.

A profile of the Extended Date/Time Format (EDTF, ISO 8601-2:2019): levels 0 and 1 without
seasons, long or negative years and times, and from level 2 only one-of sets and dates whose year
is not stated. A date is read once, into its text and the bounds that text sets, and nothing is
filled in: a side nothing bounds is `None`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.calendar_faults import fault_in_digits
from generator.model.date_mistakes import mistake_in
from generator.model.mistake import Mistake, quoted, unreadable

Precision = Literal["day", "month", "year", "decade", "century", "interval", "set", "yearless", "unknown"]
LONGEST = 60
_SHAPE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
_DAY = r"(?:XX|0[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_SIMPLE = (
    rf"(?:[0-9]{{4}}(?:-XX(?:-XX)?|-{_MONTH}(?:-{_DAY})?)?"
    rf"|XXXX-{_MONTH}(?:-{_DAY})?|[0-9]{{3}}X|[0-9]{{2}}XX)[?~%]?"
)
_MEMBER = rf"{_SIMPLE}(?:\.\.{_SIMPLE})?"
PATTERN = (
    rf"^(?:unknown|{_SIMPLE}(?:/(?:\.\.|{_SIMPLE})?)?|(?:\.\.)?/{_SIMPLE}"
    rf"|\[(?:{_SIMPLE}\.\.{_SIMPLE}|{_MEMBER}(?:,{_MEMBER})+)\])$"
)


class DateError(ValueError):
    """A text that is no date (or time) of the profile.

    `message` is one plain sentence for the contributor; `start` and `end` are offsets in code
    points into the text, `end` exclusive; `suggestion` is a whole replacement that is valid, or
    None where the meaning is not certain.
    """

    def __init__(self, message: str, start: int, end: int, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Edtf:
    """One date as stated.

    `text` is the date as written. `lower` and `upper` are its earliest and latest possible day,
    None where nothing bounds that side; `~` and `?` never widen them. `year`, `month` and `day`
    are set on simple dates, as far as stated. `parts` holds the two ends of an interval (an open
    end has the text "..", an unknown one ""), the members of a set, or the two ends of a range
    inside a set (which is an interval with the text "a..b").
    """

    text: str
    precision: Precision
    lower: date | None = None
    upper: date | None = None
    uncertain: bool = False
    approximate: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    parts: tuple["Edtf", ...] = ()


class _MistakeError(Exception):
    """Carries a mistake from where it stands in a date up to `parse_edtf`."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.problem)
        self.mistake = mistake


def parse_edtf(text: str) -> Edtf:
    """Read one date of the profile; raises `DateError`, and nothing else, on any other text."""
    if len(text) > LONGEST:
        problem = f"a date has at most {LONGEST} characters, this one has {len(text)}"
        raise DateError(problem, 0, len(text))
    try:
        return _parsed(text)
    except _MistakeError as refused:
        mistake = mistake_in(text) or refused.mistake
    suggestion, last = _repaired(text, mistake)
    message = mistake.sentence(suggestion)
    if suggestion is None and last is not mistake:
        message = f"{mistake.problem}, and {last.sentence(None)}"
    raise DateError(message, mistake.start, mistake.end, suggestion)


def _repaired(text: str, mistake: Mistake) -> tuple[str | None, Mistake]:
    """The valid date which mending one mistake after the other leads to, and the last mistake."""
    for _ in range(6):
        if mistake.replacement is None:
            break
        text = text[: mistake.start] + mistake.replacement + text[mistake.end :]
        if len(text) > LONGEST:
            break
        try:
            _parsed(text)
            return text, mistake
        except _MistakeError as refused:
            mistake = mistake_in(text) or refused.mistake
    return None, mistake


def _parsed(text: str) -> Edtf:
    if text == "unknown":
        return Edtf(text, "unknown")
    if text.startswith("["):
        return _one_of(text)
    if "/" in text:
        return _interval(text)
    return _simple(text, 0)


def _simple(text: str, offset: int) -> Edtf:
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise _MistakeError((mistake_in(text) or unreadable(text)).moved(offset))
    year, month, day, sign = shape.groups()
    fault = fault_in_digits(text, year, month, day)
    if fault is not None:
        raise _MistakeError(fault.moved(offset))
    months = None if month in (None, "XX") else int(month)
    days = None if day in (None, "XX") else int(day)
    return _bounded(text, year, months, days, uncertain=sign in ("?", "%"), approximate=sign in ("~", "%"))


def _bounded(text: str, year: str, month: int | None, day: int | None, *, uncertain: bool, approximate: bool) -> Edtf:
    if year == "XXXX":
        return Edtf(text, "yearless", None, None, uncertain, approximate, None, month, day)
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    lower = date(first, month or 1, day or 1)
    last_month = month or 12
    upper = date(last, last_month, day or monthrange(last, last_month)[1])
    if first != last:
        coarse: Precision = "decade" if last - first == 9 else "century"
        return Edtf(text, coarse, lower, upper, uncertain, approximate)
    precision: Precision = "day" if day else "month" if month else "year"
    return Edtf(text, precision, lower, upper, uncertain, approximate, first, month, day)


def _interval(text: str) -> Edtf:
    if text.count("/") > 1:
        raise _MistakeError(unreadable(text))
    left, right = text.split("/")
    if left in ("", "..") and right in ("", ".."):
        raise _MistakeError(Mistake(f"{quoted(text)} states nothing", 0, len(text), "unknown"))
    start, end = _end(left, 0), _end(right, len(left) + 1)
    _hold_order(text, 0, len(text), start, end)
    return _joined(text, "interval", start.lower, end.upper, (start, end))


def _end(text: str, offset: int) -> Edtf:
    if text in ("", ".."):
        return Edtf(text, "unknown")
    if text == "unknown":
        raise _MistakeError(Mistake("an end that is not known is left empty", offset, offset + len(text), ""))
    return _simple(text, offset)


def _hold_order(text: str, offset: int, end: int, first: Edtf, last: Edtf) -> None:
    if first.lower is not None and last.upper is not None and last.upper < first.lower:
        raise _MistakeError(
            Mistake(
                f"{quoted(text)} ends before it begins",
                offset,
                end,
                None,
                "write the earlier date first",
            )
        )


def _one_of(text: str) -> Edtf:
    if not text.endswith("]"):
        problem = f"{quoted(text)} has no closing bracket at its end"
        stated = text.rstrip("?~%")
        if stated.endswith("]"):
            problem = "a sign `?`, `~` or `%` stands after a date, not after the bracket"
            raise _MistakeError(Mistake(problem, len(stated), len(text), None, "write it in the brackets"))
        raise _MistakeError(Mistake(problem, 0, len(text), None, "write it as [2023-12-30,2023-12-31]"))
    members: list[Edtf] = []
    offset = 1
    for piece in text[1:-1].split(","):
        members.append(_member(piece, offset))
        offset += len(piece) + 1
    if len(members) == 1 and members[0].precision != "interval":
        raise _MistakeError(Mistake("one date needs no brackets", 0, len(text), text[1:-1]))
    if len({member.text for member in members}) < len(members):
        distinct = ",".join(dict.fromkeys(text[1:-1].split(",")))
        raise _MistakeError(Mistake(f"{quoted(text)} names a date twice", 1, len(text) - 1, distinct))
    lowers = [member.lower for member in members]
    uppers = [member.upper for member in members]
    lower = None if None in lowers else min(day for day in lowers if day is not None)
    upper = None if None in uppers else max(day for day in uppers if day is not None)
    return _joined(text, "set", lower, upper, tuple(members))


def _member(text: str, offset: int) -> Edtf:
    left, dots, right = text.partition("..")
    if not dots:
        return _simple(text, offset)
    if not left or not right:
        interval = f"{left or '..'}/{right or '..'}"
        raise _MistakeError(
            Mistake(
                "a range in brackets needs both ends",
                offset,
                offset + len(text),
                None,
                f"write {interval} without brackets" if left or right else "write both dates",
            )
        )
    first, last = _simple(left, offset), _simple(right, offset + len(left) + 2)
    _hold_order(text, offset, offset + len(text), first, last)
    return _joined(text, "interval", first.lower, last.upper, (first, last))


def _joined(text: str, precision: Precision, lower: date | None, upper: date | None, parts: tuple[Edtf, ...]) -> Edtf:
    uncertain = any(part.uncertain for part in parts)
    approximate = any(part.approximate for part in parts)
    return Edtf(text, precision, lower, upper, uncertain, approximate, parts=parts)
