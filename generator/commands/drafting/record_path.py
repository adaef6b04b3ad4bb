"""Where a new record's file goes: `incidents/records/<year>/<date>-<words of its title>.md`; only decoration."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from generator.commands.project import INCIDENTS
from generator.model.dates import DateError, Edtf, parse_edtf
from generator.reading.places import INCIDENT_FOLDER, judge_name

RECORDS = f"{INCIDENTS}/{INCIDENT_FOLDER}"
UNDATED = "undated"
LONGEST_STEM = 60

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "ʿ": "",
        "ʾ": "",
        "’": "",
        "'": "",
    }
)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}(?:\s*(?:-|–|to|and|or)\s*{_DAY})?"
_YEAR = r"[0-9]{4}"
_ONE_DATE = (
    rf"(?:{_DAYS}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?|{_MONTH}\s+{_DAYS}(?:,?\s+{_YEAR})?"
    rf"|{_MONTH},?\s+{_YEAR}|{_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?)"
)
_DATE_AT_END = re.compile(
    rf"(?:^|[\s,;:(–—-]+)(?:(?:on|in|of|from|between)\s+)?(?:the\s+)?"
    rf"{_ONE_DATE}(?:\s*(?:-|–|to|and|or)\s*{_ONE_DATE})?[\s.)]*$",
    re.IGNORECASE,
)


def path_of(fields: Mapping[str, Any], taken: Collection[str]) -> str:
    """A path for the file of a record with these fields; `taken` are the paths of the files that are there."""
    folder, day = _year_and_day(date_text(fields))
    title = str(fields.get("title", ""))
    slug = slug_of(_without_date(title) if day else title) or slug_of(_location_words(fields.get("location", "")))
    stem = "-".join(part for part in (day, slug) if part)
    if not stem or judge_name(stem, ""):
        stem = "-".join(part for part in (stem, str(fields["id"])) if part)
    return free_path(f"{RECORDS}/{folder}/{stem}", ".md", taken)


def date_text(fields: Mapping[str, Any]) -> str:
    """The date of a record with these fields as it is written."""
    when = fields.get("date", "")
    return str(when.get("value", "") if isinstance(when, Mapping) else when)


def free_path(start: str, ending: str, taken: Collection[str]) -> str:
    """The path `start`, or the first of `start-2`, `start-3`, … that is free whatever its ending or capitals."""
    stems = {file.rpartition(".")[0].casefold() for file in taken}
    path, number = start, 2
    while path in stems:
        path, number = f"{start}-{number}", number + 1
    return path + ending


def slug_of(text: str) -> str:
    """A text as part of a file's name: letters a to z, digits and hyphens, whole words; may be empty."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    ascii_only = "".join(sign for sign in plain if sign.isascii() or not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", ascii_only)
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > LONGEST_STEM:
            break
        slug = f"{slug}-{word[:LONGEST_STEM]}" if slug else word[:LONGEST_STEM]
    return slug


def _without_date(title: str) -> str:
    """A title without the date in words it ends with: the file's name begins with the date."""
    return _DATE_AT_END.sub("", title)


def _location_words(location: Any) -> str:
    if isinstance(location, Mapping):
        return str(location.get("key") or location.get("within") or "")
    return str(location)


def _year_and_day(text: str) -> tuple[str, str]:
    """The folder of a date and its part of a file's name, empty where it has no year."""
    try:
        found = parse_edtf(text)
    except DateError:
        return UNDATED, ""
    first = _first(found)
    if first is None or first.year is None or found.lower is None:
        return UNDATED, ""
    parts = [f"{first.year:04}"]
    if first.month is not None:
        parts.append(f"{first.month:02}")
        if first.day is not None:
            parts.append(f"{first.day:02}")
    return parts[0], "-".join(parts)


def _first(found: Edtf) -> Edtf | None:
    """The date itself, the beginning of an interval or the first of a set."""
    return (
        next(
            (first for part in found.parts if (first := _first(part)) is not None and first.year),
            None,
        )
        if found.parts
        else found
    )
