"""The record model in words, taken from the models themselves: every field, what it takes, what it means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from generator.model import text
from generator.model.counts import CountRange
from generator.model.dates import EdtfDate, Time
from generator.model.entry import OneOrMany
from generator.model.ids import IncidentId
from generator.model.report import ClaimId, Sha256
from generator.model.web_address import WebAddress

_NAMED: tuple[tuple[Any, str], ...] = (
    (text.Names, "other names by language: language tag, then a list of lines"),
    (text.Key, "key"),
    (text.Reference, "key of another record"),
    (text.Line, "one line of text"),
    (text.Prose, "text"),
    (text.Narrative, "Markdown without raw HTML"),
    (text.Quote, f"quotation, at most {text.QUOTE_LIMIT} characters"),
    (text.Title, "one line, 8 to 110 characters"),
    (text.LanguageTag, "language tag (BCP 47)"),
    (text.CountryCode, "country code (ISO 3166-1)"),
    (EdtfDate, "date (EDTF)"),
    (Time, "time of day"),
    (WebAddress, "web address"),
    (IncidentId, "incident id"),
    (ClaimId, "place of a claim, as `s3.1`"),
    (Sha256, "64 hexadecimal digits"),
)
_ONE_OR_MANY = get_args(OneOrMany[str])[1]
_PLAIN = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`"}


@dataclass(frozen=True, slots=True)
class Form:
    """What a field takes: words, the values it chooses from, the kind of mapping it holds."""

    words: str
    """May hold `backticks`; empty where `values` or `model` say all."""
    values: tuple[str, ...] = ()
    model: type[BaseModel] | None = None


def models_within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and every mapping that can stand in it, each once, in the order of the fields."""
    found: dict[type[BaseModel], None] = {}

    def visit(current: type[BaseModel]) -> None:
        if current in found:
            return
        found[current] = None
        for hint in hints_of(current).values():
            inner = form_of(hint).model
            if inner is not None:
                visit(inner)

    visit(model)
    yield from found


def hints_of(model: type[BaseModel]) -> Mapping[str, Any]:
    """Each field's annotation with everything that bounds its value."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def form_of(hint: Any) -> Form:
    """What a field with this annotation takes."""
    for alias, words in _NAMED:
        if hint == alias:
            return Form(words)
    origin = get_origin(hint)
    if origin is Annotated:
        return _bounded(hint)
    if origin in (Union, UnionType):
        return form_of(next(part for part in get_args(hint) if part is not type(None)))
    if origin is Literal:
        return Form("one of", values=tuple(map(str, get_args(hint))))
    if origin is tuple:
        inner = form_of(get_args(hint)[0])
        return Form(f"list: {inner.words}".rstrip(), inner.values, inner.model)
    if origin is dict:
        key, value = (form_of(part) for part in get_args(hint))
        return Form(f"mapping: {key.words}, to {value.words}".rstrip(), value.values, value.model)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Form("", model=hint)
    return Form(_PLAIN[hint])


def _bounded(hint: Any) -> Form:
    """An annotation with limits: a pattern, a range, a short form beside the mapping, one or a list."""
    inner, *limits = get_args(hint)
    form = form_of(inner)
    if _ONE_OR_MANY in limits:
        return Form(f"one, or a {form.words}", form.values, form.model)
    if form.model is not None and any(isinstance(limit, BeforeValidator) for limit in limits):
        return Form("number, or" if form.model is CountRange else "text, or", form.values, form.model)
    pattern, low, high = (_limit(limits, name) for name in ("pattern", "ge", "le"))
    above = _limit(limits, "gt")
    if pattern is not None:
        return Form(f"text of the form `{pattern.strip('^$')}`", form.values, form.model)
    if form.words in _PLAIN.values() and high is not None:
        start = f"from {low} to" if low is not None else f"above {above}, up to"
        return Form(f"{form.words} {start} {high}")
    return form


def _limit(limits: list[Any], name: str) -> Any:
    for limit in limits:
        parts = [limit, *getattr(limit, "metadata", ())]
        for part in parts:
            value = getattr(part, name, None)
            if value is not None:
                return value
    return None


def default_words(field: FieldInfo) -> str:
    """The value a field has where it is left out; empty where that is nothing."""
    value = field.get_default(call_default_factory=True)
    if value is None or (not isinstance(value, bool | int) and not value) or field.is_required():
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def slug_of(model: type[BaseModel]) -> str:
    """A model's name for anchors: `DateStatement` is `date-statement`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", model.__name__).lower()
