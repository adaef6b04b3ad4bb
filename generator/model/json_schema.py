"""Records as JSON Schema (draft 2020-12), taken from the models: for editors, forms and other programs.

A schema describes the mapping in a record's `.yml` file: an incident's account is `narrative`, and
a registry entry's key is its file's name and not in it. Absent means unknown, so no value is null.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator

from generator.model.chain import Link
from generator.model.counts import CountRange
from generator.model.incident import DateStatement, Incident
from generator.model.location import LocationStatement
from generator.model.meanings import meanings_of
from generator.model.records import MODELS, Kind
from generator.model.schema_conditions import conditions_of
from generator.model.schema_texts import ANY_SCALAR, TEXT_KINDS, TextKind
from generator.model.source import NamedSource
from generator.model.text import Reference

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

SHORT_FORMS: Mapping[type[BaseModel], str] = MappingProxyType(
    {CountRange: "min", Link: "source", NamedSource: "key", LocationStatement: "key", DateStatement: "value"}
)
"""The field that a mapping's short form stands for: `location: north-quay` is `location: {key: north-quay}`."""

_PLAIN: Mapping[Any, Schema] = MappingProxyType(
    {str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}}
)
_LIMITS = (
    ("pattern", "pattern"),
    ("ge", "minimum"),
    ("gt", "exclusiveMinimum"),
    ("le", "maximum"),
)


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What a schema for the editors of one archive knows beside the models."""

    references: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    """By the name of a model and of its field: the definition of the keys that it may name."""
    definitions: Mapping[str, Schema] = field(default_factory=lambda: MappingProxyType({}))
    """Those definitions, and others that stand in place of the models' own."""
    as_typed: bool = False
    """Whether a text may stand as a number or truth value, as YAML reads it where it bears no quotation
    marks, and whether patterns carry words for the person who types (`patternErrorMessage`)."""


def record_schema(kind: Kind, identifier: str, adaptation: Adaptation | None = None) -> Schema:
    """The schema of one kind of record; `identifier` is its `$id`, a URI reference."""
    builder = _Builder(adaptation or Adaptation())
    described = builder.mapping(MODELS[kind])
    definitions = {name: builder.definitions[name] for name in sorted(builder.definitions)}
    return {"$schema": DIALECT, "$id": identifier, **described, "$defs": definitions}


def name_of(model: type[BaseModel]) -> str:
    """A model's name among the definitions: `DateStatement` is `date-statement`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", model.__name__).lower()


class _Builder:
    """Collects the definitions that one schema needs."""

    def __init__(self, adaptation: Adaptation) -> None:
        self.adaptation = adaptation
        self.definitions: dict[str, Schema] = {}

    def mapping(self, model: type[BaseModel]) -> Schema:
        """The schema of one model, written out."""
        properties: Schema = {}
        required: list[str] = []
        meanings = meanings_of(model)
        for name, info in model.model_fields.items():
            if name == "key" and model in MODELS.values():
                continue
            typed = "narrative" if (model, name) == (Incident, "body") else name
            meaning = meanings[name].partition(" In a `.yml` file")[0]
            schema = self.of_field(model, name)
            if typed == "narrative":
                # The check gives a number its text back everywhere but here.
                schema = {**self.definitions["narrative"], "type": "string"}
            properties[typed] = {**schema, "description": " ".join(meaning.split())}
            if info.is_required():
                required.append(typed)
            elif info.default is not None and isinstance(info.default, str | int):
                properties[typed]["default"] = info.default
        described = {
            "title": name_of(model).replace("-", " ").capitalize(),
            "description": " ".join((model.__doc__ or "").split()),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
            "allOf": list(conditions_of(model)),
        }
        return {keyword: value for keyword, value in described.items() if value != []}

    def of_field(self, model: type[BaseModel], name: str) -> Schema:
        """The schema of one field's value."""
        hint = get_type_hints(model, include_extras=True)[name]
        names = (self.adaptation.references.get((owner.__name__, name)) for owner in model.__mro__)
        return self._of(hint, next(filter(None, names), None))

    def _of(self, hint: Any, known: str | None) -> Schema:
        """The schema of a value with this annotation; `known` is the definition that references follow."""
        if known is not None and hint == Reference:
            return self._defined(known, self.adaptation.definitions[known])
        for kind in TEXT_KINDS:
            if hint == kind.hint:
                return self._defined(kind.name, self.adaptation.definitions.get(kind.name) or self._text(kind))
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._bounded(arguments[0], arguments[1:], known)
        if origin in (Union, UnionType):
            [inner] = (part for part in arguments if part is not type(None))
            return self._of(inner, known)
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self._of(arguments[0], known)}
        if origin is dict:
            key, value = (self._of(part, known) for part in arguments)
            return {"type": "object", "propertyNames": key, "additionalProperties": value}
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            if name_of(hint) not in self.definitions:
                self.definitions[name_of(hint)] = {}
                self.definitions[name_of(hint)] = self.mapping(hint)
            return {"$ref": f"#/$defs/{name_of(hint)}"}
        return dict(_PLAIN[hint])

    def _defined(self, name: str, schema: Schema) -> Schema:
        self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _bounded(self, inner: Any, limits: tuple[Any, ...], known: str | None) -> Schema:
        schema = self._of(inner, known) | _limits(limits, get_origin(inner))
        for limit in limits:
            if isinstance(limit, AfterValidator) and limit.func is not MappingProxyType:
                raise LookupError(f"no kind of text stands for what {limit.func} demands")
            if isinstance(limit, BeforeValidator):
                schema = {"anyOf": [self._short_form(inner, schema), schema]}
        if self.adaptation.as_typed and schema.get("type") == "string":
            return _as_typed(schema)
        return schema

    def _short_form(self, inner: Any, schema: Schema) -> Schema:
        """What may stand alone in place of a list or a mapping; of a mapping, the field that is meant."""
        if get_origin(inner) is tuple:
            # The check gives a number its text back in a list, and not where it stands for the list.
            return {**schema["items"], "type": "string"} if self.adaptation.as_typed else dict(schema["items"])
        for model in inner.__mro__:
            if model in SHORT_FORMS:
                return self.of_field(inner, SHORT_FORMS[model])
        raise LookupError(f"no short form is known of {inner.__name__}")

    def _text(self, kind: TextKind) -> Schema:
        base, *limits = get_args(kind.hint)
        schema: Schema = dict(_PLAIN.get(base, {})) | _limits(tuple(limits), None) | kind.rules
        if self.adaptation.as_typed:
            said = {"patternErrorMessage": f"must be {kind.wanted}"}
            if "anyOf" in schema:
                schema["anyOf"] = [form | said if "pattern" in form else form for form in schema["anyOf"]]
            elif "pattern" in schema:
                schema |= said
        if self.adaptation.as_typed and kind.bare:
            schema["type"] = ["string", *kind.bare]
        return {"description": kind.wanted[:1].upper() + kind.wanted[1:] + ".", **schema}


def _as_typed(schema: Schema) -> Schema:
    """A text that may stand without quotation marks where it looks like a number."""
    if "pattern" not in schema:
        return {**schema, "type": ["string", *ANY_SCALAR]}
    digits = re.fullmatch(schema["pattern"], "1")
    return {"anyOf": [schema, {"type": "integer", "minimum": 1}]} if digits else schema


def _limits(limits: tuple[Any, ...], origin: Any) -> Schema:
    """Bounds of a value as keywords: of a number, of a text's form and length, of a list's or mapping's size."""
    size = {tuple: "Items", dict: "Properties"}.get(origin, "Length")
    keywords = (*_LIMITS, ("min_length", f"min{size}"), ("max_length", f"max{size}"))
    parts = [part for limit in limits for part in (limit, *getattr(limit, "metadata", ()))]
    found = ((keyword, getattr(part, name, None)) for name, keyword in keywords for part in parts)
    return {keyword: bound for keyword, bound in found if bound is not None}
