"""What has gone from an archive since it was published: incidents by id, registry entries by key."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from generator.checking.references.named import named_in
from generator.model.incident import Incident
from generator.model.records import FIELDS, Records
from generator.reading.folder import RawRecord, Reading
from generator.reading.places import INCIDENT_FOLDER


@dataclass(frozen=True, slots=True)
class Gone:
    """A published record that is no longer there under its id or key."""

    kind: str
    """`incident`, a kind of registry, or `types` for a term of that vocabulary."""
    key: str
    path: str
    """Its file as published."""
    now: str | None = None
    """The id or key under which it stands now, where it does."""
    same: bool = False
    """Whether what stands there is certainly the same record."""


REGISTRIES: Mapping[str, str] = {
    kind: field for kind, field in FIELDS.items() if kind not in ("incident", "vocabulary")
}
"""The field of `Records` that holds each kind of registry."""
_OWN_CONTENT = frozenset({"report", "series", "tally"})
"""Kinds whose pages say something even where no other record names them."""


def gone_incidents(base: Records, records: Records, reading: Reading) -> Iterator[Gone]:
    """Every published incident whose id no record has now, be its file renamed or not.

    One whose file has faults is not gone: those are findings already.
    """
    raw_at = {raw.path: raw for raw in reading.raw if raw.kind == "incident"}
    ids = {str(raw.value.get("id")) for raw in raw_at.values()}
    unread = {finding.path for finding in reading.findings if finding.level == "error"} - set(raw_at)
    known = set(base.paths.values())
    hidden = any(f"/{INCIDENT_FOLDER}/" in path and path not in known for path in unread)
    fresh = {key: one for key, one in records.incidents.items() if key not in base.incidents}
    contents = {_content(one): key for key, one in fresh.items()}
    for key, incident in base.incidents.items():
        path = base.paths["incident", key]
        if key in ids or path in unread:
            continue
        twin = contents.get(_content(incident))
        if twin is not None:
            yield Gone("incident", key, path, twin, same=True)
        elif (there := raw_at.get(path)) is not None and _id_of(there) not in base.incidents:
            if _id_of(there) in records.incidents:
                yield Gone("incident", key, path, _id_of(there))
        elif not hidden:
            yield Gone("incident", key, path)


def _id_of(raw: RawRecord) -> str:
    return str(raw.value.get("id"))


def _content(incident: Incident) -> tuple[Any, ...]:
    """By what an incident is known again under another id."""
    return incident.title, incident.date.value.text, incident.location.keys, incident.body


def gone_keys(base: Records, records: Records, reading: Reading) -> Iterator[Gone]:
    """Every registry entry and type of incident that was published, was used, and has no page now."""
    used = set(_used(base))
    present = {raw.path for raw in reading.raw} | {finding.path for finding in reading.findings}
    for kind, field in REGISTRIES.items():
        before: Mapping[str, BaseModel] = getattr(base, field)
        after: Mapping[str, BaseModel] = getattr(records, field)
        fresh = {key: entry for key, entry in after.items() if key not in before}
        for key, entry in before.items():
            path = base.paths[kind, key]
            if path not in present and (kind in _OWN_CONTENT or (kind, key) in used):
                now = _same_entry(entry, fresh)
                yield Gone(kind, key, path, now, same=now is not None)
    types, types_now = base.vocabularies.get("types"), records.vocabularies.get("types")
    if types is not None and types_now is not None:
        for term in types.terms:
            if term not in types_now.terms and ("types", term) in used:
                yield Gone("types", term, base.paths["vocabulary", "types"])


def _used(base: Records) -> Iterator[tuple[str, str]]:
    entries: Iterable[Mapping[str, object]] = (
        base.incidents,
        base.reports,
        base.sources,
        base.locations,
        base.actors,
        base.series,
        base.tallies,
        base.vocabularies,
    )
    for group in entries:
        for entry in group.values():
            yield from ((named.kind, named.key) for named in named_in(entry))


def _same_entry(entry: BaseModel, fresh: Mapping[str, BaseModel]) -> str | None:
    """The new key under which an entry stands: that of one which says the same, or bears the same name or address."""
    said = entry.model_dump(exclude={"key"})
    for key, other in fresh.items():
        if other.model_dump(exclude={"key"}) == said:
            return key
    marks = ("name", "url")
    for key, other in fresh.items():
        if any(
            getattr(entry, mark, None) and getattr(entry, mark, None) == getattr(other, mark, None) for mark in marks
        ):
            return key
    return None


def renamed_locations(gone: Iterable[Gone]) -> dict[str, str]:
    """The new key of each location that stands under another one now, by its old key."""
    return {one.key: one.now for one in gone if one.kind == "location" and one.now is not None}
