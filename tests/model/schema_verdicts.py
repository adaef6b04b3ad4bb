"""Judges of one value: the models with what the reader refuses, and the exported schema in an independent validator."""

import copy
from collections.abc import Callable
from typing import Any

import jsonschema_rs
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.json_schema import name_of, record_schema
from generator.model.records import MODELS, Kind
from generator.pages.model_text import models_within

KINDS: tuple[Kind, ...] = tuple(MODELS)  # type: ignore[arg-type]
SCHEMAS: dict[str, dict[str, Any]] = {kind: record_schema(kind, f"{kind}.schema.json") for kind in KINDS}


Mend = Callable[[Any, ErrorDetails], Any]


def _with(value: Any, loc: tuple[Any, ...], part: Any) -> Any:
    """The value with another part at a place; of a short form, the whole of it."""
    if not loc or not isinstance(value, dict | list):
        return part
    changed: Any = copy.copy(value)
    step = "narrative" if loc[0] == "body" else loc[0]
    # A list of one may be written without its brackets, a mapping by one of its values.
    changed[step] = _with(changed[step], loc[1:], part)
    return changed


def _dates_out_of_order(error: ErrorDetails) -> bool:
    return error["type"] == "edtf" and "ends before it begins" in error["msg"]


def _with_a_year(value: Any, error: ErrorDetails) -> Any:
    return _with(value, error["loc"], "2024")


def _counts_out_of_order(error: ErrorDetails) -> bool:
    return error["type"] == "count_order"


def _with_one_number(value: Any, error: ErrorDetails) -> Any:
    return _with(value, error["loc"], {"min": 1})


INEXPRESSIBLE: tuple[tuple[str, Callable[[ErrorDetails], bool], Mend], ...] = (
    (
        "`max` below `min`: a schema compares a number with a bound, never with another number",
        _counts_out_of_order,
        _with_one_number,
    ),
    (
        "an interval that ends before it begins: a regular expression tells no earlier from a later date",
        _dates_out_of_order,
        _with_a_year,
    ),
)
"""What the models refuse and a schema cannot express, each with the reason.

Beside it stand two differences of form, which are levelled before the models are asked: JSON has one kind of number, so
3.0 is 3 (`as_json`); and what is null is refused by the reader before any model sees it (`holds_null`).
"""
MENDS = tuple((is_it, mend) for _, is_it, mend in INEXPRESSIBLE)


def name(kind: str, definition: str) -> str:
    """The name of a schema: that of a kind of record, or of one of its definitions."""
    return f"{kind}#{definition}" if definition else kind


def schema_of(kind: str, definition: str) -> dict[str, Any]:
    """The schema of a kind of record or of one of its definitions, as a document of its own."""
    whole = SCHEMAS[kind]
    if not definition:
        return whole
    return {"$schema": whole["$schema"], "$ref": f"#/$defs/{definition}", "$defs": whole["$defs"]}


VALIDATORS = {
    name(kind, definition): jsonschema_rs.Draft202012Validator(schema_of(kind, definition))
    for kind in KINDS
    for definition in ("", *(key for key, schema in SCHEMAS[kind]["$defs"].items() if "properties" in schema))
}
"""The validators of all records and of all mappings in them."""
_PARTS: dict[str, type[BaseModel]] = {name_of(part): part for model in MODELS.values() for part in models_within(model)}


def faults(kind: str, definition: str, value: Any) -> list[ErrorDetails]:
    """What the models find in a value, as the check hands it to them."""
    model = _PARTS[definition] if definition else MODELS[kind]
    try:
        model.model_validate(value if definition else _as_read(kind, value))
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _as_read(kind: str, value: Any) -> Any:
    """A record's mapping with what the model has and the file does not."""
    if not isinstance(value, dict):
        return value
    if kind == "incident":
        body = {"body": value["narrative"]} if "narrative" in value else {}
        renamed = {"narrative": None} if "body" in value else {}
        return {key: part for key, part in value.items() if key not in ("narrative", "body")} | body | renamed
    if kind == "settings":
        return value
    doubled = {"key of the file": value["key"]} if "key" in value else {}
    return {**value, "key": "types" if kind == "vocabulary" else "a-key", **doubled}


def as_json(value: Any) -> Any:
    """The value as JSON has it, where a number without a fraction is a whole number."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def holds_null(value: Any) -> bool:
    """Whether anything in a value is null, which the reader refuses wherever it stands."""
    if isinstance(value, dict):
        return any(holds_null(part) for part in value.values())
    return value is None or (isinstance(value, list) and any(holds_null(part) for part in value))


def models_verdict(kind: str, definition: str, value: Any) -> bool:
    """Whether the models take a value, once what a schema cannot express in it has been mended."""
    if holds_null(value):
        return False
    value = as_json(value)
    for _ in range(20):
        beyond = [(error, mend) for error in faults(kind, definition, value) for is_it, mend in MENDS if is_it(error)]
        if not beyond:
            break
        for error, mend in beyond:
            value = mend(value, error)
    return not faults(kind, definition, value)


def is_mended(kind: str, definition: str, value: Any) -> bool:
    """Whether a value has a fault that no schema can express."""
    return any(is_it(error) for error in faults(kind, definition, as_json(value)) for is_it, _ in MENDS)
