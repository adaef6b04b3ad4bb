"""Every model of the archive: no unknown key, no conversion, nothing that can be changed afterwards."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from generator.model.account import Effect, Involvement, Means, Target
from generator.model.actor import Actor
from generator.model.chain import Link
from generator.model.counts import CountRange
from generator.model.dates import Edtf, TimeOfDay
from generator.model.entry import Entry
from generator.model.incident import (
    Correction,
    DateStatement,
    Incident,
    IncidentDate,
    IncidentTranslation,
    Redaction,
    Related,
    RelativeDate,
    Waiver,
    Withdrawn,
)
from generator.model.location import Coordinates, Identifiers, IncidentLocation, Location, LocationStatement
from generator.model.meanings import meanings_of
from generator.model.records import MODELS
from generator.model.report import Archived, Assertion, Citation, Claim, Imagery, Publication, Report, Untied
from generator.model.series import Series
from generator.model.settings import Licence, Settings, SettingsTranslation
from generator.model.source import Affiliation, NamedSource, Possibly, Reliability, Source, StatedIn
from generator.model.tally import Figure, Tally
from generator.model.vocabulary import ExactMatches, Term, TermTranslation, Vocabulary
from generator.reading.record_file import read_record

URL = "https://item.example/"
DIGEST = "0" * 64
NAMES = {"ar": ["اسم"], "en": ["Synthetic name", "Synthetic other name"]}
ARCHIVED = {"url": URL, "at": "2024-01-03", "tool": "synthetic", "sha256": DIGEST}
PUBLICATION: dict[str, Any] = {
    "url": URL,
    "no_url": "synthetic",
    "title": "Synthetic item",
    "language": "en",
    "published": "2024-01-02",
    "retrieved": "2024-01-03",
    "seen": "whole",
    "nature": "rewrite",
    "nature_basis": "synthetic",
    "archived": [ARCHIVED],
    "text_sha256": DIGEST,
}
COUNT = {"min": 1, "max": 2, "approximate": True}
CHAINS = [["monitor", {"source": "agency", "as_stated": "synthetic", "verb": "said", "inferred": True}]]
CITATION: dict[str, Any] = {
    **PUBLICATION,
    "source": {"name": "Synthetic blog", "kind": "online"},
    "ref": "one",
    "stance": "claims",
    "gist": "Synthetic",
    "quote": "Synthetic",
    "locator": "synthetic",
    "chains": CHAINS,
    "imagery": {"verified_by": "monitor", "as_stated": "synthetic"},
    "credibility": 2,
    "leaves_open": ["synthetic"],
}
RELATIVE = {"relation": "after", "to": "syn-0000002"}
STATEMENT: dict[str, Any] = {
    "value": "2024-01-01",
    "anchor": "reported",
    "as_stated": "synthetic",
    "basis": "synthetic",
    "time": "22:05",
    "relative": RELATIVE,
    "report": ["one"],
}
PLACED: dict[str, Any] = {
    "key": "base",
    "relation": "near",
    "as_stated": "synthetic",
    "also": ["field"],
    "report": ["one"],
    "basis": "synthetic",
}
SAID = {"as_stated": "synthetic", "report": ["one", "two"]}
CLAIM: dict[str, Any] = {
    "kind": "event",
    "gist": "Synthetic",
    "said_by": "synthetic",
    "to": ["syn-0000001"],
    "possibly": ["syn-0000002"],
    "about": ["base"],
    "issue": "synthetic",
}
TERM: dict[str, Any] = {
    "label": "Synthetic",
    "definition": "Synthetic.",
    "broader": "wider",
    "exact": {"acled": "a", "ucdp": "b", "gtd": "c"},
    "deprecated_by": "newer",
    "translations": {"ar": {"label": "Synthetic", "definition": "Synthetic."}},
}
SETTINGS_TRANSLATION = {
    "title": "Synthetic archive", "description": "Synthetic.", "scope": "Synthetic.", "about": "Synthetic.", "known_weaknesses": "Synthetic.",
}  # fmt: skip
COORDINATES = {"lat": 10.5, "lon": 20.25, "uncertainty_km": 3.5, "basis": "synthetic"}
IDENTIFIERS = {"iso3166": "SY-HA", "pcode": "SY08", "wikidata": "Q42", "geonames": "123"}
POSSIBLY = {"source": "agency", "basis": "synthetic", "url": URL}
STATED_IN = {"report": "item", "claims": ["s1.1"]}
RELIABILITY = {"grade": "B", "on": "2024-01-01", "by": "synthetic", "basis": "synthetic"}
AFFILIATION = {"as_stated": "synthetic", "actor": "army", "url": URL}
TARGET = {"kind": "base", "operator": "army", "location": ["base"], **SAID}
MEANS = {"kind": "uav", "count": COUNT, "location": ["base"], **SAID}
EFFECT = {"kind": "injured", "who": "soldiers", "count": COUNT, "location": ["base"], **SAID}
INVOLVEMENT = {"actor": "group", "role": "attacker", "basis": "claimed-by-actor", "location": ["base"], **SAID}
UNTIED = {
    "gist": "Synthetic.",
    "why": "synthetic",
    "chains": CHAINS,
    "leaves_open": ["the day"],
    "possibly": ["syn-0000001"],
}
RELATED = {"id": "syn-0000002", "relation": "follows", "basis": "synthetic"}
CORRECTION = {"on": "2024-02-01", "kind": "update", "field": "date", "was": "one", "now": "two", "why": "synthetic"}
REDACTION = {"field": "body", "reason": "synthetic", "on": "2024-02-01"}
WAIVER = {"rule": "D601", "reason": "synthetic"}
WITHDRAWN = {"on": "2024-02-01", "reason": "duplicate", "merged_into": "syn-0000002"}
INCIDENT_TRANSLATION = {"title": "ضربة مصطنعة للاختبار", "body": "نص مصطنع."}
FIGURE = {"what": "synthetic strikes", "count": COUNT, "counts": "incidents", "location": ["base"], **SAID}
ASSERTION = {**STATED_IN, "said_by": "synthetic"}

FULL: dict[type[BaseModel], dict[str, Any]] = {
    Actor: {"key": "army", "name": "Synthetic army", "kind": "state-forces", "part_of": "forces", "names": NAMES, "hidden_names": ["Amry"], "country": "SY", "note": "Synthetic."},
    Affiliation: AFFILIATION,
    Archived: ARCHIVED,
    Assertion: ASSERTION,
    Citation: CITATION,
    Claim: CLAIM,
    Coordinates: COORDINATES,
    Correction: CORRECTION,
    CountRange: COUNT,
    DateStatement: STATEMENT,
    Effect: EFFECT,
    ExactMatches: TERM["exact"],
    Figure: FIGURE,
    Identifiers: IDENTIFIERS,
    Imagery: CITATION["imagery"],
    Incident: {
        "id": "syn-0000001", "title": "Synthetic strike", "type": "strike", "status": "contested", "status_basis": "Synthetic.",
        "date": {**STATEMENT, "alternatives": [STATEMENT, "2024-01-02"]}, "location": {**PLACED, "alternatives": [PLACED, "field"]}, "reports": [CITATION],
        "target": [TARGET], "means": [MEANS], "actors": [INVOLVEMENT], "claims_of_responsibility": "claimed", "effects": [EFFECT], "series": ["wave"],
        "related": [RELATED], "notes": ["Synthetic."], "content_warnings": ["synthetic"], "corrections": [CORRECTION], "redactions": [REDACTION],
        "waive": [WAIVER], "withdrawn": WITHDRAWN, "body": "Synthetic.", "translations": {"ar": INCIDENT_TRANSLATION},
    },
    IncidentDate: {**STATEMENT, "alternatives": [STATEMENT]},
    IncidentTranslation: INCIDENT_TRANSLATION,
    IncidentLocation: {**PLACED, "alternatives": [PLACED]},
    Involvement: INVOLVEMENT,
    Licence: {"name": "CC BY 4.0", "url": URL},
    Link: CHAINS[0][1],
    Location: {
        "key": "base", "name": "Synthetic base", "kind": "base", "within": "province", "names": NAMES, "hidden_names": ["Bsae"], "coordinates": COORDINATES,
        "ids": IDENTIFIERS, "note": "Synthetic.",
    },
    LocationStatement: PLACED,
    Means: MEANS,
    NamedSource: {"name": "Synthetic blog", "kind": "online"},
    Possibly: POSSIBLY,
    Publication: PUBLICATION,
    Redaction: REDACTION,
    Related: RELATED,
    RelativeDate: RELATIVE,
    Reliability: RELIABILITY,
    Untied: UNTIED,
    Report: {
        **PUBLICATION, "key": "item", "source": "agency", "derived_from": ["other-item"], "note": "Synthetic.", "content_warnings": ["synthetic"],
        "paragraphs": [2, 1], "claims": {"s1.1": CLAIM, "s1.2": {"kind": "event", "quote": "Synthetic", "disposition": "too-vague"}},
        "untied": UNTIED,
    },
    Series: {"key": "wave", "name": "Synthetic wave", "kind": "wave", "asserted_by": [ASSERTION], "note": "Synthetic."},
    Settings: {
        "title": "Synthetic archive", "description": "Synthetic.", "scope": "Synthetic.", "id_prefix": "syn", "licence": {"name": "CC BY 4.0", "url": URL},
        "period": "2024-01/2024-02", "coordinate_decimals": 1, "about": "Synthetic.", "known_weaknesses": "Synthetic.",
        "languages": ["en", "ar"], "translations": {"ar": SETTINGS_TRANSLATION},
    },
    SettingsTranslation: SETTINGS_TRANSLATION,
    Source: {
        "key": "radio", "name": "Synthetic radio", "kind": "radio", "status": "unidentified", "as_stated": "synthetic", "stated_in": [STATED_IN],
        "possibly": [POSSIBLY], "represents": "army", "names": NAMES, "hidden_names": ["Raido"], "homepage": URL, "country": "SY", "languages": ["ar"],
        "scale": "local", "affiliation": AFFILIATION, "reliability": RELIABILITY, "note": "Synthetic.",
    },
    StatedIn: STATED_IN,
    Tally: {
        "key": "count", "name": "Synthetic count", "figures": [FIGURE], "stated_by": "monitor", "as_of": "2024-01-31", "basis": "synthetic",
        "period": "2024-01-01/2024-01-31", "location": ["base"], "struck": ["army"], "incomparable": "Synthetic.", "reports": [CITATION], "note": "Synthetic.",
    },
    Target: TARGET,
    Term: TERM,
    TermTranslation: TERM["translations"]["ar"],
    Vocabulary: {"key": "types", "name": "Synthetic types", "note": "Synthetic.", "terms": {"strike": TERM}},
    Waiver: WAIVER,
    Withdrawn: WITHDRAWN,
}  # fmt: skip
"""Every model with a mapping in which every field stands, but for those that exclude another."""

EXCLUDED = {
    Citation: {"report", "claims"},
    LocationStatement: {"within"},
    IncidentLocation: {"within"},
    NamedSource: {"key"},
    Claim: {"quote", "disposition"},
}
"""Fields that cannot stand beside the others."""

Place = tuple[str | int, ...]

whole = pytest.mark.parametrize("model", FULL, ids=lambda model: model.__name__)


def subclasses(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for found in model.__subclasses__():
        yield found
        yield from subclasses(found)


def places(value: Any, here: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value of a mapping or list, with its place."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in entries:
        yield (*here, name), inner
        yield from places(inner, (*here, name))


def at(value: Any, place: Place) -> Any:
    for part in place:
        value = value[part]
    return value


def with_value(value: Any, place: Place, replacement: Any) -> Any:
    """A copy with another value at a place."""
    changed = copy.deepcopy(value)
    at(changed, place[:-1])[place[-1]] = replacement
    return changed


def refused(model: type[BaseModel], value: Any) -> list[tuple[Place, str]]:
    """Where and how a model refuses a value; empty where it takes it."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        return [(fault["loc"], fault["type"]) for fault in error.errors()]
    return []


def test_every_model_is_tested() -> None:
    """Every model of the package has a mapping above, with every field that can stand beside the others."""
    models = {model for model in subclasses(Entry) if model.__module__.startswith("generator.")}
    assert set(FULL) == models
    assert set(MODELS.values()) <= models
    assert {model.__name__: set(model.model_fields) - set(value) for model, value in FULL.items()} == {
        model.__name__: EXCLUDED.get(model, set()) for model in FULL
    }


@whole
def test_a_full_mapping_is_taken_as_it_stands(model: type[BaseModel]) -> None:
    """A mapping with every field is taken, and holds what was typed: nothing is added, lost or converted."""
    value = FULL[model]
    written = model.model_validate(value).model_dump(mode="json", exclude_unset=True)
    assert written == as_written(value)


def as_written(value: Any) -> Any:
    """A mapping with its short forms written out."""
    if isinstance(value, dict):
        full = {name: as_written(inner) for name, inner in value.items()}
        if "chains" in full:
            full["chains"] = [
                [{"source": link} if isinstance(link, str) else link for link in chain] for chain in full["chains"]
            ]
        if "alternatives" in full:
            short = "value" if "value" in full else "key"
            full["alternatives"] = [
                {short: other} if isinstance(other, str) else other for other in full["alternatives"]
            ]
        return full
    return [as_written(inner) for inner in value] if isinstance(value, list) else value


@whole
def test_unknown_keys_are_refused(model: type[BaseModel]) -> None:
    """A key that a mapping does not have is refused, at the top and in every mapping within."""
    value = FULL[model]
    for place in [(), *(place for place, inner in places(value) if isinstance(inner, dict))]:
        inner = at(value, place)
        # Tables have the keys their writer chooses.
        if inner is NAMES or place[-1:] in [("claims",), ("terms",), ("translations",)]:
            continue
        found = refused(model, with_value(value, (*place, "synthetic_key"), "x"))
        assert ("synthetic_key", "extra_forbidden") in [(loc[-1], kind) for loc, kind in found], place


def others(value: Any) -> list[Any]:
    """Values of other kinds that a lenient reader would take for this one."""
    if isinstance(value, bool):
        return ["true", "yes", 1, 0, 1.0]
    if isinstance(value, int):
        return [str(value), float(value), True]
    if isinstance(value, float):
        return [str(value), True]
    if isinstance(value, str):
        return [value.encode(), 1.5, True, [[value]], {"synthetic": value}]
    if isinstance(value, list):
        return [dict(enumerate(value)), 1, True, {"synthetic": value}]
    return [list(value), list(value.items()), 1.5, True]


@whole
def test_nothing_is_converted(model: type[BaseModel]) -> None:
    """Text, numbers, truth values, lists and mappings are never taken for one another, at any depth."""
    value = FULL[model]
    taken = [
        (place, other)
        for place, inner in places(value)
        for other in others(inner)
        if not refused(model, with_value(value, place, other))
    ]
    assert taken == []


IMMUTABLE = (str, int, float, bool, type(None), date, time)


def frozen_through(value: Any) -> bool:
    """Whether nothing in a value can be changed."""
    if isinstance(value, BaseModel):
        return bool(value.model_config.get("frozen")) and all(
            frozen_through(getattr(value, name)) for name in type(value).model_fields
        )
    if isinstance(value, tuple):
        return all(map(frozen_through, value))
    if isinstance(value, Mapping):
        return not hasattr(value, "__setitem__") and all(map(frozen_through, value.values()))
    if is_dataclass(value):
        return isinstance(value, Edtf | TimeOfDay) and all(
            frozen_through(getattr(value, field.name)) for field in fields(value)
        )
    return isinstance(value, IMMUTABLE)


@whole
def test_nothing_can_be_changed_afterwards(model: type[BaseModel]) -> None:
    """A record is frozen all the way down: fields, lists, mappings, dates."""
    entry = model.model_validate(FULL[model])
    assert [name for name in model.model_fields if not frozen_through(getattr(entry, name))] == []
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(entry, name, None)


@whole
def test_defaults_cannot_be_changed_either(model: type[BaseModel]) -> None:
    """What a record leaves out is as unchangeable as what it states."""
    required = {name: FULL[model][name] for name, field in model.model_fields.items() if field.is_required()}
    least = {"url": URL} if "url" in model.model_fields else {}
    by_model: dict[type[BaseModel], dict[str, Any]] = {
        CountRange: {"min": 1},
        NamedSource: {"key": "agency"},
        Link: {"source": "agency"},
        LocationStatement: {"key": "base"},
        IncidentLocation: {"key": "base"},
        Citation: {"report": "item"},
        Location: {"within": "province"},
        Series: {"asserted_by": [ASSERTION]},
        Claim: {"gist": "Synthetic"},
        Withdrawn: {"merged_into": "syn-0000002"},
    }
    entry = model.model_validate(required | by_model.get(model, least))
    assert [name for name in model.model_fields if not frozen_through(getattr(entry, name))] == []


def test_the_input_is_left_alone() -> None:
    """Making a record does not change the mapping it is made from."""
    before = copy.deepcopy(FULL)
    for model, value in FULL.items():
        model.model_validate(value)
    assert before == FULL


def test_a_record_is_not_changed_through_its_input() -> None:
    """Changing the mapping a record was made from does not change the record."""
    given = copy.deepcopy(FULL[Report])
    entry = Report.model_validate(given)
    given["claims"].clear()
    given["paragraphs"].append(9)
    assert (list(entry.claims), entry.paragraphs) == (["s1.1", "s1.2"], (2, 1))


@whole
def test_every_field_says_what_it_means(model: type[BaseModel]) -> None:
    """Every model and every field has a meaning for the codebook."""
    assert (model.__doc__ or "").strip()
    assert model.__doc__ != Entry.__doc__
    assert [name for name in model.model_fields if not meanings_of(model).get(name)] == []


KEYS = [(kind, name) for kind, model in MODELS.items() for name in model.model_fields]


@pytest.mark.parametrize(("kind", "name"), KEYS, ids=[f"{kind}.{name}" for kind, name in KEYS])
@pytest.mark.parametrize("null", ["", " ~", " null"], ids=["empty", "tilde", "null"])
def test_an_explicit_null_is_an_error(kind: Any, name: str, null: str) -> None:
    """No key of any record may stand without a value: absent means unknown, so it is left out."""
    _, findings = read_record(f"{name}:{null}\n".encode(), path="incidents/x.yml", kind=kind)
    assert [(finding.rule, finding.level, finding.message) for finding in findings] == [
        ("Y102", "error", f"`{name}` has no value")
    ]
