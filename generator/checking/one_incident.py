"""One changed incident judged alone: its own findings anew, those of all others as they were.

Where that cannot be known for sure, because the change may alter what is found elsewhere, there is no answer and the
whole archive is to be checked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from generator.checking.baseline import Baseline, Facts
from generator.checking.checked import Checked
from generator.checking.consequences import without_consequences
from generator.checking.duplicates.items import check_items_of
from generator.checking.incident_comparison import compared_anew, facts_now
from generator.checking.on_demand import OnDemand
from generator.checking.record_rules import found_in_file, found_in_records
from generator.checking.references.identities import check_identities
from generator.checking.references.keys import check_references
from generator.checking.registered_names import RegisteredNames
from generator.checking.schema.validation import check_schema
from generator.checking.waivers import without_waived
from generator.model.records import FIELDS, Records
from generator.reading.file_rules import FILE_NAME
from generator.reading.finding import Finding
from generator.reading.record_file import RawRecord
from generator.reading.yaml_rules import ALIAS, ANCHOR

ReadFile = Callable[[str], tuple[RawRecord | None, Sequence[Finding]]]
"""Reads the file at a path as it stands now."""


@dataclass(frozen=True)
class Setting:
    """What a changed incident is judged in."""

    baseline: Baseline
    read: ReadFile
    registries: Mapping[str, Mapping[str, str]]
    """By kind of record, incidents aside, the path of each by key, in order of keys."""
    contents: Mapping[str, bytes]
    """The bytes of the changed file, by path."""
    today: date
    mint: Callable[[], str]


class _Unsure(Exception):  # noqa: N818 - no error: the whole archive is checked then
    """The change may alter what is found elsewhere."""


def findings_of_changed(setting: Setting, path: str) -> tuple[Finding, ...] | None:
    """Every finding in the incident's file at `path`, which is new or has changed since the baseline; None where the
    findings of other files may be others too.
    """
    try:
        return tuple(_findings(setting, path))
    except _Unsure:
        return None


def _findings(setting: Setting, path: str) -> Iterator[Finding]:
    baseline = setting.baseline
    if path in baseline.touched:
        raise _Unsure
    raw, read_findings = setting.read(path)
    before = baseline.facts(path)
    found = list(read_findings)
    if any(each.rule == FILE_NAME.code for each in found):
        # Its way out may be a name that another record asks for.
        raise _Unsure
    entry: BaseModel | None = None
    if raw is not None and not any(each.rule in (ANCHOR.code, ALIAS.code) for each in found):
        entry, faults = check_schema(raw, setting.mint)
        found += (*faults, *found_in_file(raw, baseline.head["decimals"]))
    if raw is None or entry is None:
        _lost(setting, path, raw, before)
        yield from without_consequences(found)
        return
    key: str = entry.id  # type: ignore[attr-defined]
    owner = baseline.ids.get(key)
    if (before is None and owner is not None) or (before is not None and owner != path):
        raise _Unsure
    checked = _checked(setting, path, key, raw, entry)
    found += check_references(checked, each_place=True)
    found += check_identities(checked, each_place=True)
    found += found_in_records(checked, setting.today)
    incident = checked.records.incidents[key]
    found += check_items_of(checked, key, incident.reports, baseline.head["reports"])
    found += _compared(setting, checked, key, before)
    left = without_consequences(found)
    if not incident.waive:
        yield from left
        return
    # All rules of all families, of which most are of no use here.
    from generator.checking.catalogue import CODES

    yield from without_waived(checked, left, CODES)


def _compared(setting: Setting, checked: Checked, key: str, before: Facts | None) -> tuple[Finding, ...]:
    """Findings about the incident and another; raises where there may be such a finding in another file."""
    facts = facts_now(setting.baseline, checked, key, setting.contents)
    _judge(setting.baseline, key, before, facts)
    found = compared_anew(setting.baseline, checked, key, before, facts)
    if found is None:
        raise _Unsure
    return found


def _lost(setting: Setting, path: str, raw: RawRecord | None, before: Facts | None) -> None:
    """Raise where an incident that can no longer be read may be missed elsewhere."""
    known = next((key for key, owner in setting.baseline.ids.items() if owner == path), None)
    given = str(raw.value.get("id", "")) if raw is not None else ""
    if given not in ("", known) and (known is not None or given in setting.baseline.ids):
        raise _Unsure
    if before is not None and known is not None:
        _judge(setting.baseline, known, before, None)
        if compared_anew(setting.baseline, None, known, before, None) is None:
            raise _Unsure


def _judge(baseline: Baseline, key: str, before: Facts | None, after: Facts | None) -> None:
    """Raise where what an incident says now, and said before, may alter findings about others; None where it is not there."""
    then, now = before or {}, after or {}
    same = ("carries", "dated_by", "withdrawn") if before and after else ("carries",)
    if any((then.get(name) or None) != (now.get(name) or None) for name in same):
        raise _Unsure
    if then and then["date"] != now.get("date") and f'"dated_by":"{key}"' in baseline.incidents:
        raise _Unsure
    # Of an item that it shared before, this file has a finding, or is named in one, and is not judged alone.
    for item in set(now.get("items", ())) - set(then.get("items", ())):
        if baseline.is_cited(item) or item[1:] in baseline.head["in_tallies"]:
            raise _Unsure


def _checked(setting: Setting, path: str, key: str, raw: RawRecord, entry: BaseModel) -> Checked:
    """The archive with the one incident to be judged; of the others what is asked for."""
    raws: dict[str, RawRecord] = {path: raw}

    def raw_at(there: str) -> RawRecord:
        if there not in raws:
            other, _ = setting.read(there)
            if other is None:
                raise _Unsure
            raws[there] = other
        return raws[there]

    def typed_at(there: str) -> Any:
        if there == path:
            return entry
        typed, _ = check_schema(raw_at(there), setting.mint)
        if typed is None:
            raise _Unsure
        return typed

    ids = dict(sorted({**setting.baseline.ids, key: path}.items()))
    paths = {**setting.registries, "incident": ids}
    groups: dict[str, Any] = {field: OnDemand(paths.get(kind, {}), typed_at) for kind, field in FIELDS.items()}
    settings = typed_at(next(iter(paths["settings"].values())))
    records = Records(settings=settings, **groups)
    places = {(kind, each): there for kind, keys in paths.items() for each, there in keys.items()}
    return Checked(
        records,
        _Raws(places, raw_at),
        one=("incident", key),
        known_names=_KnownNames(setting.baseline.head),
    )


class _Raws(Mapping[tuple[str, str], RawRecord]):
    """Raw records by kind and key, read when they are asked for."""

    def __init__(self, places: Mapping[tuple[str, str], str], raw_at: Callable[[str], RawRecord]) -> None:
        self._places, self._raw_at = places, raw_at

    def __getitem__(self, place: tuple[str, str]) -> RawRecord:
        return self._raw_at(self._places[place])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _KnownNames(RegisteredNames):
    """The names of the registries as they were found before."""

    def __init__(self, head: Mapping[str, Any]) -> None:
        super().__init__(lambda _: MappingProxyType({}))
        vars(self)["sources"], vars(self)["locations"] = head["sources"], head["locations"]
        vars(self)["loaded"] = tuple(head["loaded"])
        vars(self)["misspelt"] = {hidden: (kind, name) for hidden, (kind, name) in head["misspelt"].items()}
