"""The check: raw records in, typed records and every finding out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pydantic import BaseModel

from generator.checking.checked import Checked
from generator.checking.chronology import check_chronology
from generator.checking.duplicates import check_duplicates
from generator.checking.ledger import check_ledgers
from generator.checking.policy import check_policy, without_waived
from generator.checking.references import DUPLICATE_ID, check_references
from generator.checking.safety import check_safety
from generator.checking.schema import check_schema
from generator.checking.schema_rules import MISSING_SETTINGS
from generator.model.records import Records
from generator.reading.finding import Finding, Related, in_order
from generator.reading.folder import RawRecord, Reading

_FIELDS = {
    "incident": "incidents", "report": "reports", "source": "sources", "location": "locations",
    "actor": "actors", "series": "series", "tally": "tallies", "vocabulary": "vocabularies",
}


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of a check."""

    records: Records
    """Every record that passed the schema, whether or not a later rule has a finding about it."""
    findings: tuple[Finding, ...]
    """Every finding, the reader's included, in order of path, line and column."""

    @property
    def errors(self) -> int:
        """How many findings are errors; with one or more of them nothing is published."""
        return sum(finding.level == "error" for finding in self.findings)


def check(reading: Reading, *, today: date, mint: Callable[[], str], folder: str = "incidents") -> Check:
    """Check everything that was read.

    `today` bounds dates; `mint` gives fresh ids to print; `folder` is the name of the archive's
    folder as it stands in paths.
    """
    findings = list(reading.findings)
    typed: dict[tuple[str, str], BaseModel] = {}
    raws: dict[tuple[str, str], RawRecord] = {}
    damaged: set[tuple[str, str]] = set()
    for raw in reading.raw:
        findings += check_safety(raw)
        entry, faults = check_schema(raw, mint)
        findings += faults
        if entry is None:
            damaged.add((raw.kind, raw.key or str(raw.value.get("id", ""))))
            continue
        key = entry.id if raw.kind == "incident" else raw.key  # type: ignore[attr-defined]
        first = raws.get((raw.kind, key))
        if first is not None:
            findings.append(_duplicate_id(raw, first, key))
            continue
        typed[raw.kind, key], raws[raw.kind, key] = entry, raw
    if not any(kind == "settings" for kind, _ in (*typed, *damaged)):
        findings.append(MISSING_SETTINGS.finding(f"{folder}/archive.yml", None, help="copy the one of another archive and change it"))
    checked = Checked(_records(typed, raws), MappingProxyType(raws), frozenset(damaged | _unread(reading)))
    for rules in (check_references, check_ledgers, check_policy, check_duplicates):
        findings += rules(checked)
    findings += check_chronology(checked, today)
    return Check(checked.records, in_order(without_waived(checked, findings)))


def _unread(reading: Reading) -> set[tuple[str, str]]:
    """Registry entries whose files could not be read at all; what names them is not also reported."""
    folders = {"sources": "source", "locations": "location", "actors": "actor", "reports": "report", "series": "series", "tallies": "tally"}
    unread = set()
    for finding in reading.findings:
        parts = finding.path.split("/")
        if len(parts) >= 3 and parts[-2] in folders and finding.level == "error":
            unread.add((folders[parts[-2]], parts[-1].rpartition(".")[0]))
        elif len(parts) >= 3 and parts[-2] == "vocabulary" and finding.level == "error":
            unread.add(("vocabulary", parts[-1].rpartition(".")[0]))
    return unread


def _duplicate_id(raw: RawRecord, first: RawRecord, key: str) -> Finding:
    return DUPLICATE_ID.finding(
        raw.path, raw.positions.value_span(("id",)), id=key, other=first.path,
        help="if both are one incident, keep one file; else remove the `id` line here and the check prints a fresh one",
        related=(Related(first.path, first.positions.value_span(("id",)), "the first record with this id"),),
    )


def _records(typed: Mapping[tuple[str, str], BaseModel], raws: Mapping[tuple[str, str], RawRecord]) -> Records:
    groups: dict[str, dict[str, BaseModel]] = {field: {} for field in _FIELDS.values()}
    for (kind, key), entry in sorted(typed.items()):
        if kind in _FIELDS:
            groups[_FIELDS[kind]][key] = entry
    settings = next((entry for (kind, _), entry in typed.items() if kind == "settings"), None)
    paths = {place: raw.path for place, raw in raws.items()}
    frozen = {field: MappingProxyType(entries) for field, entries in groups.items()}
    return Records(settings=settings, paths=MappingProxyType(paths), **frozen)  # type: ignore[arg-type]


def publishable(reading: Reading, *, today: date, mint: Callable[[], str]) -> tuple[Check, Check]:
    """The check of everything, and the check of what is left when every file with an error is set aside.

    For `serve`: one broken record is shown as a finding and the site goes on without it. Setting a
    file aside can break what names it, so this repeats until nothing breaks.
    """
    whole = check(reading, today=today, mint=mint)
    left = whole
    kept = reading
    while left.errors:
        bad = {finding.path for finding in left.findings if finding.level == "error"}
        raw = tuple(record for record in kept.raw if record.path not in bad)
        if len(raw) == len(kept.raw) and not kept.findings:
            break
        kept = Reading(raw, ())
        left = check(kept, today=today, mint=mint)
    return whole, left
