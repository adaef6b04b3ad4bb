"""What the web form asks with: names to choose from, the archive's words, and a small index to tell duplicates by."""

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from generator.archive.archive import Archive
from generator.checking.similarity import folded
from generator.model.actor import STATE_KINDS
from generator.model.location import AREAS_WITHOUT_POINT
from generator.model.records import Records
from generator.model.report import ASSERTING, RELAYING_NATURES
from generator.model.source import SourceKind
from generator.model.status import LADDER, STATUSES
from generator.model.times import PARTS_OF_DAY
from generator.model.vocabulary import SCHEMES
from generator.model.web_address import canonical_address
from generator.pages import wording

FORM_SCHEMA_VERSION = 1
PATH = "data/form.json"
RECORDS = "incidents/records"
"""Where records of incidents lie in the repository."""


def form_data(archive: Archive) -> bytes:
    """`{schema_version, id_prefix, sources, locations, actors, types, …, reports, incidents, known}` as one line of JSON.

    `names` are shown and searched; `hidden` are misspellings, folded for the search and never shown. `reports` are the items with a file, `incidents`
    the records that stand, each `[id, title, earliest day, latest day, locations]`. `known` leads from a short
    hash (CRC-32) of each cited item's canonical address to the places of the incidents in that list.
    """
    records = archive.records
    incidents = [(key, linked.incident) for key, linked in archive.incidents.items() if not linked.incident.withdrawn]
    document: dict[str, Any] = {
        "schema_version": FORM_SCHEMA_VERSION,
        "id_prefix": archive.settings.id_prefix,
        "records": RECORDS,
        "locations": list(_locations(records)),
        "sources": list(_sources(records)),
        "actors": list(_actors(records)),
        **{scheme: list(_terms(records, scheme)) for scheme in SCHEMES},
        "statuses": [{"key": entry.status, "label": entry.label, "requires": entry.requires} for entry in STATUSES],
        "words": _words(),
        "attribution": {
            "ladder": LADDER,
            "asserting": sorted(ASSERTING),
            "relaying": sorted(RELAYING_NATURES),
            "state_kinds": sorted(STATE_KINDS),
        },
        "parts_of_day": PARTS_OF_DAY,
        "reports": dict(_reports(records)),
        "incidents": [
            [key, incident.title, *_days(incident.date.value), list(incident.location.keys)]
            for key, incident in incidents
        ],
        "known": _known(records, [key for key, _ in incidents]),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def short_hash(address: str) -> str:
    """CRC-32 of a canonical address as eight hexadecimal digits; enough to hint at a duplicate, not to prove one."""
    return f"{zlib.crc32(address.encode()):08x}"


def _entry(key: str, entry: Any, **more: Any) -> dict[str, Any]:
    """One entry to choose: what is false or empty is left out."""
    names = [{"text": name, "lang": language} for language, names in entry.names.items() for name in names]
    hidden = [" ".join(map(folded, name.split())) for name in entry.hidden_names]
    known = {"key": key, "name": entry.name, "names": names, "hidden": hidden, "kind": entry.kind}
    return {name: value for name, value in {**known, **more}.items() if value or name in ("key", "name", "names")}


def _locations(records: Records) -> Iterator[dict[str, Any]]:
    for key, location in records.locations.items():
        yield _entry(key, location, within=location.within, area=location.kind in AREAS_WITHOUT_POINT)


def _sources(records: Records) -> Iterator[dict[str, Any]]:
    for key, source in records.sources.items():
        yield _entry(key, source, represents=source.represents, unidentified=source.status == "unidentified")


def _actors(records: Records) -> Iterator[dict[str, Any]]:
    for key, actor in records.actors.items():
        yield _entry(key, actor, part_of=actor.part_of)


def _terms(records: Records, scheme: str) -> Iterator[dict[str, str]]:
    vocabulary = records.vocabularies.get(scheme)
    for key, term in vocabulary.terms.items() if vocabulary else ():
        if term.deprecated_by is None:
            yield {"key": key, "label": term.label, "definition": term.definition}


def _words() -> dict[str, dict[str, str]]:
    """The archive's own words for the codes that a form offers to choose from."""
    return {
        "stance": wording.STANCES,
        "role": wording.ROLES,
        "basis": {key: words[:1].upper() + words[1:] for key, words in wording.BASES.items()},
        "responsibility": wording.RESPONSIBILITY,
        "relation": {key: words[:1].upper() + words[1:] for key, words in wording.LOCATION_RELATIONS.items()},
        "source_kind": {kind: wording.SOURCE_KINDS[kind] for kind in get_args(SourceKind)},
        "location_kind": wording.LOCATION_KINDS,
        "actor_kind": wording.ACTOR_KINDS,
    }


def _reports(records: Records) -> Iterator[tuple[str, dict[str, Any]]]:
    """The items with a file: what a citation of one would otherwise have to say again."""
    for key, report in records.reports.items():
        known = {
            "source": report.source,
            "address": canonical_address(report.url) if report.url else "",
            "title": report.title,
            "published": report.published.text if report.published else None,
            "nature": report.nature,
            "derived_from": list(report.derived_from),
            "untied": report.untied is not None,
        }
        yield key, {name: value for name, value in known.items() if value}


def _days(date: Any) -> tuple[str | None, str | None]:
    return date.lower and date.lower.isoformat(), date.upper and date.upper.isoformat()


def _known(records: Records, keys: list[str]) -> Mapping[str, list[int]]:
    known: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        for citation in records.incidents[key].reports:
            item = records.publication(citation)
            if item is not None and item.url:
                places = known.setdefault(short_hash(canonical_address(item.url)), [])
                if position not in places:
                    places.append(position)
    return dict(sorted(known.items()))
