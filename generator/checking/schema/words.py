"""The schema in a contributor's words: what each kind of mapping is called, and which keys it has."""

from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.reading.positions import Loc

_THINGS = {
    "Affiliation": "an affiliation",
    "Archived": "an archived copy",
    "Assertion": "an assertion",
    "Citation": "a citation",
    "Claim": "a claim of a ledger",
    "Coordinates": "a pair of coordinates",
    "Correction": "a correction",
    "CountRange": "a count",
    "DateStatement": "a date",
    "Effect": "an effect",
    "ExactMatches": "exact matches",
    "Figure": "a figure of a tally",
    "Identifiers": "a location's ids",
    "Imagery": "verified imagery",
    "Incident": "an incident",
    "IncidentDate": "a date",
    "IncidentLocation": "an incident's location",
    "Involvement": "an actor's part",
    "Licence": "a licence",
    "Link": "a step of a chain",
    "LocationStatement": "an incident's location",
    "NamedSource": "a source given in a citation",
    "Possibly": "a possible source",
    "Redaction": "a redaction",
    "Related": "a related incident",
    "Reliability": "a grade of reliability",
    "Series": "a series",
    "Settings": "the archive's settings",
    "StatedIn": "a place in a ledger",
    "Untied": "what an item says that is tied to no incident",
    "Withdrawn": "a withdrawal",
}


def thing(model: type[BaseModel]) -> str:
    """What a kind of mapping is called: `an incident`, `a step of a chain`."""
    name = model.__name__
    article = "an" if name[0] in "AEIOU" else "a"
    return _THINGS.get(name, f"{article} {name.lower()}")


def keys_of(model: type[BaseModel], *, yaml_record: bool = False) -> list[str]:
    """The keys a contributor may write in a mapping of this kind, in the order of the codebook."""
    keys = [
        key
        for key in model.model_fields
        if key != "key" or model.__name__ in ("NamedSource", "LocationStatement", "IncidentLocation")
    ]
    if model.__name__ == "Incident":
        keys = [key for key in keys if key != "body"] + (["narrative"] if yaml_record else [])
    return keys


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The kind of mapping that stands at a place of a record, or None where none is expected there."""
    current: Any = model
    for part in loc:
        current = _step(current, part)
        if current is None:
            return None
    found = _plain(current)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _step(annotation: Any, part: str | int) -> Any:
    here = _plain(annotation)
    if isinstance(here, type) and issubclass(here, BaseModel):
        field = here.model_fields.get(str(part))
        return field.annotation if field else None
    arguments: Sequence[Any] = get_args(here)
    if get_origin(here) is tuple:
        return arguments[0]
    if get_origin(here) is dict:
        return arguments[1]
    return None


def _plain(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation
