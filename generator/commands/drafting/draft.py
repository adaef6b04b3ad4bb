"""A record in the making: its fields so far, what the check says of it, and what it should say next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from generator.checking.check import check
from generator.commands.drafting.record_path import RECORDS, UNDATED, date_text
from generator.commands.project import INCIDENTS
from generator.model.dates import DateError, is_one_day, parse_edtf
from generator.model.incident import Incident
from generator.model.records import Records
from generator.reading.finding import Finding
from generator.reading.folder import Reading
from generator.reading.places import Kind
from generator.reading.record_file import read_record
from generator.writing.record_file import incident_text

STAND_IN_CITATION: Mapping[str, Any] = MappingProxyType(
    {"url": "https://example.org/", "source": {"name": "Stand-in", "kind": "online"}}
)
"""Stands where no report has been named yet; never written."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a record that have been answered; `body` is the account."""

    fields: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_field(self, name: str, value: Any) -> "Draft":
        """The draft with one more answer."""
        return replace(self, fields=MappingProxyType({**self.fields, name: value}))

    @property
    def text(self) -> str:
        """The text of its file, its fields in the order of the codebook."""
        named = {name: self.fields[name] for name in Incident.model_fields if name in self.fields and name != "body"}
        return incident_text(named, str(self.fields.get("body", "")))


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file of the archive that is to be made; `key` is empty for an incident."""

    path: str
    kind: Kind
    key: str
    text: str


def findings_of(
    files: Sequence[NewFile], reading: Reading, today: date, mint: Callable[[], str]
) -> tuple[Finding, ...]:
    """What `archive check` will say of new files, beside everything in `reading`.

    That is what it says in them, and in other files of them, as of a record much like a new one.
    """
    records, found = list(reading.raw), list(reading.findings)
    for file in files:
        raw, faults = read_record(file.text.encode(), path=file.path, kind=file.kind, key=file.key)
        records += [raw] if raw else []
        found += faults
    outcome = check(Reading(tuple(records), tuple(found)), today=today, mint=mint, folder=INCIDENTS, each_place=True)
    new = {file.path for file in files}
    return tuple(
        finding
        for finding in outcome.findings
        if finding.path in new or any(related.path in new for related in finding.related)
    )


def errors_in_answer(name: str, value: Any, registries: Reading, records: Records, today: date) -> tuple[Finding, ...]:
    """The errors that one answer would give, found by the check itself.

    The other fields hold stand-ins, and what the check says of those is left out.
    """
    stand_in = stand_ins(records)
    before = {_said(finding) for finding in _alone(stand_in, registries, today)}
    after = _alone(stand_in.with_field(name, value), registries, today)
    return tuple(finding for finding in after if finding.level == "error" and _said(finding) not in before)


def _alone(draft: Draft, registries: Reading, today: date) -> tuple[Finding, ...]:
    file = NewFile(f"{RECORDS}/{UNDATED}/draft.md", "incident", "", draft.text)
    return findings_of((file,), registries, today, lambda: "xxx-0000000")


def _said(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.message


def stand_ins(records: Records) -> Draft:
    """A draft in which everything required is answered, as good as nothing being said."""
    prefix = records.settings.id_prefix if records.settings else "xxx"
    types = records.vocabularies.get("types")
    return Draft(
        {
            "id": f"{prefix}-0000000",
            "title": "Stand-in title",
            "type": next(iter(types.terms), "stand-in") if types else "stand-in",
            "date": "unknown",
            "location": next(iter(records.locations), "stand-in"),
            "reports": [dict(STAND_IN_CITATION)],
            "body": "Stand-in account.",
        }
    )


def worth_adding(draft: Draft) -> str:
    """What a record that says little should say next; empty where it says so much already."""
    lines, wanted = [], []
    reports = draft.fields.get("reports", ())
    if not any(isinstance(citation, Mapping) and citation.get("chains") for citation in reports):
        wanted.append("whom the report relies on (`chains`, below the report)")
    when, text = draft.fields.get("date"), date_text(draft.fields)
    if _has_day(text) and not (isinstance(when, Mapping) and "time" in when):
        way = "`time`, below `date`" if isinstance(when, Mapping) else f"`date: {{value: {text}, time: …}}`"
        wanted.append(f"the time of day ({way})")
    if "status" not in draft.fields:
        lines.append("Its status is `unverified`, and stays so until the record states another.")
        wanted.append("the `status` that the reports bear out")
    if wanted:
        last = f"{'and ' if len(wanted) > 1 else ''}{wanted.pop()}"
        # Two that are parted by brackets take a comma as well.
        lines.append(
            f"Worth adding in the file, where the report says it: {''.join(f'{one}, ' for one in wanted)}{last}."
        )
    return "\n".join(lines)


def _has_day(text: str) -> bool:
    """Whether a date is known to the day, so that a time of day can stand beside it."""
    try:
        found = parse_edtf(text)
    except DateError:
        return False
    return is_one_day(found)
