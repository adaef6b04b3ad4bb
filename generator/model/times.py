"""Times of day as a source states them: a clock time, about a clock time, a span between two, or a part of the day.

A time is the local time at the place and a field of its own beside the date, so it never moves
a day. Clock times are ISO 8601 `HH:MM`.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import time

from generator.model.edtf import LONGEST, DateError
from generator.model.mistake import quoted

PARTS_OF_DAY = (
    "night",
    "after-midnight",
    "early-morning",
    "dawn",
    "morning",
    "midday",
    "afternoon",
    "evening",
    "late-evening",
)
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
TIME_PATTERN = f"^(?:{_CLOCK}(?:~|/{_CLOCK})?|{'|'.join(PARTS_OF_DAY)})$"
_VALID = re.compile(TIME_PATTERN)


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time as stated: `start` and `end` (equal for one clock time), or `part`, never both.

    `approximate` where the source says "about" (`22:30~`, the sign EDTF has for dates).

    An end earlier than the start lies on the day after the date (`23:30/00:30`).
    """

    text: str
    start: time | None = None
    end: time | None = None
    part: str | None = None
    approximate: bool = False


def parse_time(text: str) -> TimeOfDay:
    """Read `HH:MM`, `HH:MM~`, `HH:MM/HH:MM` or a part of the day; raises `DateError` on any other text."""
    if len(text) > LONGEST:
        problem = f"a time has at most {LONGEST} characters, this one has {len(text)}"
        raise DateError(problem, 0, len(text))
    if _valid(text):
        return _read(text)
    suggestion, problem = _diagnosed(text)
    if suggestion is not None and not _valid(suggestion):
        suggestion = None
    if suggestion is not None:
        problem = f"{problem.partition(': ')[0]}: write {suggestion}"
    raise DateError(problem, 0, len(text), suggestion)


def _valid(text: str) -> bool:
    ends = text.split("/")
    return _VALID.fullmatch(text) is not None and (len(ends) == 1 or ends[0] != ends[1])


def _read(text: str) -> TimeOfDay:
    if text in PARTS_OF_DAY:
        return TimeOfDay(text, part=text)
    ends = [time(int(end[:2]), int(end[3:5])) for end in text.split("/")]
    return TimeOfDay(text, ends[0], ends[-1], approximate=text.endswith("~"))


def _diagnosed(text: str) -> tuple[str | None, str]:
    """A replacement where the meaning is certain, and the sentence (problem, colon, way out)."""
    shown = quoted(text)
    parts = ", ".join(PARTS_OF_DAY[:-1]) + f" or {PARTS_OF_DAY[-1]}"
    unread = f"{shown} is not a time the archive can read: write it as 22:30, or as {parts}"
    if not text.strip():
        return None, "the time is empty: leave the key out when no source states a time"
    plain = _plain(text)
    if plain != text and _valid(plain):
        return plain, unread
    ends = plain.split("/")
    if len(ends) == 2 and ends[0] == ends[1]:
        return ends[0], f"{shown} begins and ends at the same minute: write the time once"
    if re.match(r"24:?00", plain):
        return (
            None,
            f"{shown} is not a time: a day ends at 23:59, so write 00:00 and the next day's date",
        )
    clock = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", plain)
    if clock and int(clock[1]) > 23:
        return None, f"{shown} is not a time: hours run from 00 to 23"
    if clock and int(clock[2]) > 59:
        return None, f"{shown} is not a time: minutes run from 00 to 59"
    if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\s*(z|utc|gmt|[a-z]{3,4}|[+-][0-9:]+)", plain):
        return None, f"{shown} names a zone: write the local time at the place, without a zone"
    seconds = re.fullmatch(r"([0-9]{2}:[0-9]{2}):[0-5][0-9]", plain)
    if seconds:
        return seconds[1], f"{shown} has seconds, which the archive does not keep: write the minute"
    return None, unread


def _plain(text: str) -> str:
    """The text with its typographic variants brought to one form."""
    latin = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text.strip().lower())
    spaced = re.sub(r"\s*(?:/|[\u2013\u2014]|(?<=[0-9])\s*-\s*(?=[0-9]))\s*", "/", latin)
    return "/".join(_plain_end(end) for end in spaced.split("/"))


def _plain_end(text: str) -> str:
    about = re.fullmatch(r"(?:about|around|circa|c\.|~)\s*(.+)|(.+?)\s*~", text)
    if about:
        clock = _plain_end(about[1] or about[2])
        return f"{clock}~" if clock[:1].isdecimal() else text
    words = {"noon": "midday", "at night": "night", "daybreak": "dawn"}
    if not text[:1].isdecimal():
        return words.get(text, re.sub(r"[\s_]+", "-", text))
    found = re.fullmatch(r"([0-9]{1,2})[:.h]?([0-9]{2})\s*(am|pm|a\.m\.|p\.m\.)?", text)
    if found is None:
        found = re.fullmatch(r"([0-9]{1,2})()\s*(am|pm|a\.m\.|p\.m\.)", text)
    if found is None:
        return text
    hour, half = int(found[1]), found[3]
    if half is not None:
        if not 1 <= hour <= 12:
            return text
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{found[2] or '00'}"
