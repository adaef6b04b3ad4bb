"""The schemas of records as files: one for each kind by the models alone, and one that knows this archive's keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic_core import to_json

from generator.archive.archive import Archive
from generator.datasets.absolute import absolute
from generator.model.account import UNKNOWN_ACTOR
from generator.model.ids import ID_PATTERN
from generator.model.json_schema import Adaptation, Schema, record_schema
from generator.model.records import MODELS, Kind, Records
from generator.model.vocabulary import SCHEMES
from generator.pages.addresses import schema_address
from generator.texts.text import Text, say

KINDS: tuple[Kind, ...] = (
    "incident",
    "report",
    "source",
    "location",
    "actor",
    "series",
    "tally",
    "vocabulary",
    "settings",
)
"""Kinds of records in the order in which they are offered."""

REFERENCES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Incident", "type"): "types",
        ("Incident", "series"): "series",
        ("Target", "kind"): "targets",
        ("Target", "operator"): "actor",
        ("Target", "location"): "location",
        ("Means", "kind"): "means",
        ("Means", "location"): "location",
        ("Effect", "kind"): "effects",
        ("Effect", "location"): "location",
        ("Involvement", "actor"): "actor or unknown",
        ("Involvement", "location"): "location",
        ("LocationStatement", "key"): "location",
        ("LocationStatement", "within"): "location",
        ("LocationStatement", "also"): "location",
        ("Location", "within"): "location",
        ("Citation", "report"): "report",
        ("Assertion", "report"): "report",
        ("StatedIn", "report"): "report",
        ("Report", "derived_from"): "report",
        ("Report", "source"): "source",
        ("NamedSource", "key"): "source",
        ("Link", "source"): "source",
        ("Imagery", "verified_by"): "source",
        ("Possibly", "source"): "source",
        ("Tally", "stated_by"): "source",
        ("Tally", "location"): "location",
        ("Tally", "struck"): "actor",
        ("Figure", "location"): "location",
        ("Source", "represents"): "actor",
        ("Affiliation", "actor"): "actor",
        ("Actor", "part_of"): "actor",
    }
)
"""By model and field: which records or which vocabulary a reference names. References within a record stay free."""


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One schema as a file of the site."""

    path: str
    title: str
    content: bytes


def schema_files(archive: Archive, *, site_url: str | None) -> Iterator[SchemaFile]:
    """The schema of each kind of record, first by the models alone, then with this archive's keys and words."""
    for kind in KINDS:
        path = schema_address(kind)
        yield SchemaFile(path, _TITLES[kind], _content(record_schema(kind, _id(site_url, path))))
    adaptation = adapted(archive.records)
    for kind in KINDS:
        path = schema_address(kind, of_this_archive=True)
        schema = record_schema(kind, _id(site_url, path), adaptation)
        yield SchemaFile(path, say("{schema}, with the keys of this archive", schema=_TITLES[kind]), _content(schema))


def adapted(records: Records) -> Adaptation:
    """What editors need to know of one archive: its keys and terms with their names, and its ids."""
    known: dict[str, Mapping[str, str]] = {
        "actor": {key: entry.name for key, entry in records.actors.items()},
        "location": {key: entry.name for key, entry in records.locations.items()},
        "report": {key: entry.title or key for key, entry in records.reports.items()},
        "series": {key: entry.name for key, entry in records.series.items()},
        "source": {key: entry.name for key, entry in records.sources.items()},
    }
    known["actor or unknown"] = {**known["actor"], UNKNOWN_ACTOR: "No source names it"}
    for scheme in SCHEMES:
        vocabulary = records.vocabularies.get(scheme)
        known[scheme] = {key: term.label for key, term in vocabulary.terms.items()} if vocabulary else {}
    definitions = {_definition(of): _listed(of, names) for of, names in known.items() if names}
    if records.settings is not None:
        definitions["incident-id"] = _incident_id(records.settings.id_prefix)
    references = {field: _definition(of) for field, of in REFERENCES.items() if known[of]}
    return Adaptation(MappingProxyType(references), MappingProxyType(definitions), as_typed=True)


_PLURALS: Mapping[str, str] = MappingProxyType(
    {
        **{kind: f"{kind}s" for kind in MODELS},
        "series": "series",
        "tally": "tallies",
        "vocabulary": "vocabularies",
        "settings": "the archive's settings",
    }
)
_TITLES: Mapping[Kind, Text] = MappingProxyType(
    {
        "incident": say("Schema of incidents"),
        "report": say("Schema of reports"),
        "source": say("Schema of sources"),
        "location": say("Schema of locations"),
        "actor": say("Schema of actors"),
        "series": say("Schema of series"),
        "tally": say("Schema of tallies"),
        "vocabulary": say("Schema of vocabularies"),
        "settings": say("Schema of the archive's settings"),
    }
)
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "types": "Event types",
        "means": "Means",
        "effects": "Effects",
        "targets": "Targets",
        "actor or unknown": "Keys of the actors, or `unknown`,",
        **{kind: f"Keys of the {_PLURALS[kind]}" for kind in ("actor", "location", "report", "series", "source")},
    }
)


def _definition(of: str) -> str:
    return "known-" + of.replace(" ", "-")


def _listed(of: str, names: Mapping[str, str]) -> Schema:
    return {
        "description": f"{_WORDS[of]} that this archive holds.",
        "enum": list(names),
        "enumDescriptions": list(names.values()),
    }


def _incident_id(prefix: str) -> Schema:
    signs = ID_PATTERN.rpartition("-")[2]
    wanted = f"an id of this archive: {prefix}, a hyphen, seven digits or consonants without l"
    return {
        "description": f"{wanted[:1].upper()}{wanted[1:]}.",
        "type": "string",
        "pattern": f"^{prefix}-{signs}",
        "patternErrorMessage": f"must be {wanted}",
    }


def _id(site_url: str | None, path: str) -> str:
    """The schema's own address; where the site has none, its name, which every folder can hold."""
    return absolute(site_url, path) if site_url else path.rpartition("/")[2]


def _content(schema: dict[str, Any]) -> bytes:
    return to_json(schema, indent=1) + b"\n"
