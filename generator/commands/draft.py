"""A record in the making: its fields so far, what the check says of each, and where its file goes."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.checking.check import check
from generator.commands.project import INCIDENTS
from generator.model.dates import DateError, Edtf, is_one_day, parse_edtf
from generator.model.records import Records
from generator.reading.finding import Finding
from generator.reading.folder import Reading
from generator.reading.places import INCIDENT_FOLDER, judge_name
from generator.reading.record_file import read_record
from generator.writing.record_file import incident_text

RECORDS = f"{INCIDENTS}/{INCIDENT_FOLDER}"
UNDATED = "undated"
LONGEST_STEM = 60

_ORDER = ("id", "title", "type", "date", "location", "reports", "body")
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


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a record that have been answered; `body` is the account."""

    fields: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_field(self, name: str, value: Any) -> "Draft":
        """The draft with one more answer."""
        return replace(self, fields=MappingProxyType({**self.fields, name: value}))

    @property
    def text(self) -> str:
        """The text of its file."""
        named = {name: self.fields[name] for name in _ORDER if name in self.fields and name != "body"}
        return incident_text(named, str(self.fields.get("body", "")))


def findings_of(draft: Draft, path: str, reading: Reading, today: date, mint: Callable[[], str]) -> tuple[Finding, ...]:
    """What `archive check` will say of the draft in the file `path`, beside everything in `reading`."""
    raw, found = read_record(draft.text.encode(), path=path, kind="incident")
    records = (*reading.raw, raw) if raw else reading.raw
    outcome = check(Reading(records, (*reading.findings, *found)), today=today, mint=mint, folder=INCIDENTS)
    return tuple(finding for finding in outcome.findings if finding.path == path)


def errors_in_answer(name: str, value: Any, registries: Reading, records: Records, today: date) -> tuple[Finding, ...]:
    """The errors that one answer would give, found by the check itself.

    The other fields hold stand-ins, and what the check says of those is left out.
    """
    path, mint = f"{RECORDS}/{UNDATED}/draft.md", lambda: "xxx-0000000"
    stand_in = _stand_in(records)
    before = {_said(finding) for finding in findings_of(stand_in, path, registries, today, mint)}
    after = findings_of(stand_in.with_field(name, value), path, registries, today, mint)
    return tuple(finding for finding in after if finding.level == "error" and _said(finding) not in before)


def _said(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def _stand_in(records: Records) -> Draft:
    prefix = records.settings.id_prefix if records.settings else "xxx"
    types = records.vocabularies.get("types")
    return Draft(
        {
            "id": f"{prefix}-0000000",
            "title": "Stand-in title",
            "type": next(iter(types.terms), "stand-in") if types else "stand-in",
            "date": "unknown",
            "location": next(iter(records.locations), "stand-in"),
            "reports": [{"url": "https://example.org/", "source": {"name": "Stand-in", "kind": "online"}}],
            "body": "Stand-in account.",
        }
    )


def path_of(draft: Draft, reading: Reading) -> str:
    """A free path for the draft's file, `incidents/records/<year>/<date>-<slug>.md`; only decoration."""
    when = draft.fields["date"]
    folder, day = _year_and_day(str(when["value"] if isinstance(when, Mapping) else when))
    title = str(draft.fields["title"])
    slug = slug_of(_without_date(title) if day else title) or slug_of(_location_words(draft.fields["location"]))
    stem = "-".join(part for part in (day, slug) if part)
    if not stem or judge_name(stem, ""):
        stem = "-".join(part for part in (stem, str(draft.fields["id"])) if part)
    files = {raw.path for raw in reading.raw} | {finding.path for finding in reading.findings}
    taken = {file.rpartition(".")[0].casefold() for file in files}
    path, number = f"{RECORDS}/{folder}/{stem}", 2
    while path in taken:
        path, number = f"{RECORDS}/{folder}/{stem}-{number}", number + 1
    return f"{path}.md"


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


def worth_adding(draft: Draft) -> str:
    """What a record with the least that is required should say next, in three lines."""
    when = draft.fields["date"]
    text = str(when["value"] if isinstance(when, Mapping) else when)
    way = "`time`, below `date`" if isinstance(when, Mapping) else f"`date: {{value: {text}, time: …}}`"
    time = f"the time of day ({way}), " if _has_day(text) else ""
    return (
        "Its status is `unverified`, and stays so until the record states another.\n"
        "Worth adding in the file, where the report says it: whom the report relies on (`chains`, below the report), "
        f"{time}and the `status` that the reports bear out.\n"
        "Then run `archive check`."
    )


def _has_day(text: str) -> bool:
    """Whether a date is known to the day, so that a time of day can stand beside it."""
    try:
        found = parse_edtf(text)
    except DateError:
        return False
    return is_one_day(found)


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
