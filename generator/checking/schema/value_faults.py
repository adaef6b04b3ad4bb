"""One value the schema refuses, said in one plain sentence at its place."""

import re
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.checking.schema import rules
from generator.checking.schema.mapping_forms import SHORT_FORMS, mapping_advice
from generator.checking.schema.mended_values import mended_address, same_value
from generator.checking.schema.words import model_at, thing
from generator.checking.schema.written_values import id_advice, value_advice
from generator.checking.similarity import folded, is_slip, nearest
from generator.model.ids import ID_PATTERN
from generator.model.times import PARTS_OF_DAY
from generator.reading.finding import Finding, Safety, Span, Suggestion, quoted
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc, path_words

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list (each item on a line of its own, after `- `)",
    "list_type": "a list (each item on a line of its own, after `- `)",
    "dict_type": "a mapping (`key: value` lines)",
}
_FORMS = {
    ID_PATTERN: "an id: the archive's prefix, a hyphen, seven digits or consonants without l",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "a key: lower-case letters a to z, digits and single hyphens",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "a language tag such as `en`, `ar` or `ckb` (BCP 47)",
    r"^[A-Z]{2}$": "a country code of two capitals such as `SY` (ISO 3166-1)",
    r"^s[0-9]+\.[0-9]+[a-z]?$": "a claim's place such as `s3.1`: paragraph 3, sentence 1",
    r"^[0-9a-f]{64}$": "64 hexadecimal digits in lower case (SHA-256)",
    r"^[A-Z][0-9]{3}$": "the code of a rule such as `P401`",
    r"^[a-z]{2,5}$": "two to five lower-case letters",
    r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$": "an ISO 3166 code such as `SY` or `SY-HA`",
    r"^[A-Z]{2}[0-9]{2,10}$": "an OCHA place code such as `SY08`",
    r"^Q[1-9][0-9]*$": "a Wikidata item such as `Q858`",
    r"^[1-9][0-9]*$": "a GeoNames id: digits only",
}
_OWN_WORDS = ("one_line", "trimmed", "reserved_key", "country_code")
"""Faults of the model whose own words say what is wanted."""
_RENAME = "the file's name is the key: rename the file"
_LIMITS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def value_finding(raw: RawRecord, model: type[BaseModel], loc: Loc, fault: ErrorDetails) -> Finding:
    """The finding for one refused value."""
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
        return _form(raw, loc, fault, raw.positions.key_span(loc))
    if loc == ("key",) and raw.kind != "incident":
        return replace(_refused(raw, model, loc, fault), help=_RENAME, suggestion=None)
    return _refused(raw, model, _as_written(raw, loc), fault)


def _refused(raw: RawRecord, model: type[BaseModel], loc: Loc, fault: ErrorDetails) -> Finding:
    for recognise in (_dated, _listed, _length, _ranged):
        found = recognise(raw, loc, fault)
        if found is not None:
            return found
    if (other := _kind(raw, model, loc, fault)) is not None:
        return other
    if fault["type"] == "string_pattern_mismatch":
        return _form(raw, loc, fault, _value(raw, loc))
    return _combined(raw, model, loc, fault)


def _as_written(raw: RawRecord, loc: Loc) -> Loc:
    """The place as the contributor wrote it: `date` for `date: 2023`, which the model holds as `date.value`."""
    if loc[:1] == ("body",) and raw.path.endswith(".yml"):
        return ("narrative",)
    written = next((loc[:depth] for depth in range(len(loc), 0, -1) if raw.positions.has(loc[:depth])), ())
    return written or loc


def _value(raw: RawRecord, loc: Loc) -> Span:
    span = raw.positions.value_span(loc)
    return span if span.end_line == span.line else Span(span.line, span.column, span.line, span.column + 1)


def _ctx(fault: ErrorDetails) -> dict[str, Any]:
    return fault.get("ctx") or {}


def _dated(raw: RawRecord, loc: Loc, fault: ErrorDetails) -> Finding | None:
    if fault["type"] not in ("edtf", "time_of_day"):
        return None
    context, span = _ctx(fault), _value(raw, loc)
    written = raw.positions.raw(loc)
    if written is not None and "start" in context and span.end_column - span.column == len(written):
        span = Span(
            span.line,
            span.column + context["start"],
            span.line,
            span.column + max(context["end"], context["start"] + 1),
        )
    rule = rules.DATE if fault["type"] == "edtf" else rules.TIME
    instead = context.get("suggestion")
    message = context.get("message") or fault["msg"]
    return rule.finding(
        raw.path,
        span,
        key=path_words(loc),
        problem=message,
        help=f"write `{instead}`" if instead else "",
        suggestion=Suggestion(instead, _sureness(instead, fault), raw.positions.value_span(loc)) if instead else None,
    )


def _sureness(instead: str, fault: ErrorDetails) -> Safety:
    """A part of the day in capitals, or with a space for its hyphen, is that part of the day; a date may mean another."""
    return "safe" if instead in PARTS_OF_DAY and folded(str(fault["input"])) == folded(instead) else "unsafe"


def _listed(raw: RawRecord, loc: Loc, fault: ErrorDetails) -> Finding | None:
    if fault["type"] != "literal_error":
        return None
    known = re.findall(r"'([^']*)'", str(_ctx(fault).get("expected", "")))
    return unknown_value(raw, loc, str(fault["input"]), known, "values")


def unknown_value(raw: RawRecord, loc: Loc, found: str, known: list[str], words: str) -> Finding:
    """The finding for a word that is not in a closed list."""
    meant = nearest(found, known)
    return rules.UNKNOWN_VALUE.finding(
        raw.path,
        _value(raw, loc),
        label=f"not among the {words}",
        help=f"there is a similar value: `{meant}`" if meant else f"the known {words}: {', '.join(known)}",
        suggestion=_instead(raw, loc, meant, "safe" if is_slip(found, meant) else "unsafe") if meant else None,
        key=path_words(loc),
        number=len(known),
        words=words,
    )


def _instead(raw: RawRecord, loc: Loc, meant: str, safety: Safety) -> Suggestion:
    """The word in place of the whole value, also where the finding points at its first line only."""
    span = raw.positions.value_span(loc)
    return Suggestion(meant, safety, span if span.end_line > span.line else None)


def _kind(raw: RawRecord, model: type[BaseModel], loc: Loc, fault: ErrorDetails) -> Finding | None:
    wanted = _KINDS.get(fault["type"])
    way, suggestion = "", same_value(raw, loc, fault)
    if fault["type"] in ("model_type", "model_attributes_type", "dict_type"):
        kind = model_at(model, loc)
        mapping = "a mapping (`key: value` lines)"
        wanted = SHORT_FORMS.get(kind.__name__, f"{thing(kind)}: {mapping}") if kind else mapping
        way, suggestion = mapping_advice(model, loc, fault["input"])
    if wanted is None:
        return None
    if suggestion is None and not way:
        way, suggestion = value_advice(raw, model, loc, fault)
    return rules.WRONG_KIND.finding(
        raw.path, _value(raw, loc), key=path_words(loc), wanted=wanted, help=way, suggestion=suggestion
    )


def _length(raw: RawRecord, loc: Loc, fault: ErrorDetails) -> Finding | None:
    kind, context = fault["type"], _ctx(fault)
    if kind not in ("string_too_short", "string_too_long", "too_short", "too_long"):
        return None
    least, most = context.get("min_length"), context.get("max_length")
    unit = "characters" if kind.startswith("string") else "items"
    if (least or most) == 1:
        unit = unit[:-1]
    limit = f"at least {least} {unit}" if least is not None else f"at most {most} {unit}"
    actual = len(fault["input"]) if kind.startswith("string") else context.get("actual_length")
    return rules.LENGTH.finding(raw.path, _value(raw, loc), key=path_words(loc), limit=limit, actual=actual)


def _ranged(raw: RawRecord, loc: Loc, fault: ErrorDetails) -> Finding | None:
    if fault["type"] not in _LIMITS:
        return None
    name, words = _LIMITS[fault["type"]]
    return rules.RANGE.finding(
        raw.path, _value(raw, loc), key=path_words(loc), limit=f"{words} {_ctx(fault)[name]:,.10g}"
    )


def _form(raw: RawRecord, loc: Loc, fault: ErrorDetails, span: Span) -> Finding:
    pattern = str(_ctx(fault).get("pattern", ""))
    if pattern == ID_PATTERN and loc == ("id",):
        return rules.ID_FORM.finding(
            raw.path, span, found=quoted(str(fault["input"])), prefix="its prefix", help=id_advice(str(fault["input"]))
        )
    wanted = fault["msg"] if fault["type"] in _OWN_WORDS else _FORMS.get(pattern, "of another form")
    way = id_advice(str(fault["input"])) if pattern == ID_PATTERN else ""
    return rules.FORM.finding(raw.path, span, key=path_words(loc), wanted=wanted, help=way)


def _combined(raw: RawRecord, model: type[BaseModel], loc: Loc, fault: ErrorDetails) -> Finding:
    """A rule of the model itself, whose own words are the message."""
    context = _ctx(fault)
    field = context.get("field")
    place = (*loc, field) if field else loc
    if fault["type"] == "web_address":
        instead = mended_address(str(fault["input"]))
        return rules.ADDRESS.finding(
            raw.path,
            _value(raw, loc),
            key=path_words(loc),
            problem=fault["msg"],
            help=f"write `{quoted(instead[0], 200)}`" if instead else "",
            suggestion=_instead(raw, loc, *instead) if instead else None,
        )
    if fault["type"] in _OWN_WORDS:
        trimmed = str(fault["input"]).strip() if fault["type"] == "trimmed" else ""
        return rules.FORM.finding(
            raw.path,
            _value(raw, loc),
            key=path_words(loc),
            wanted=fault["msg"],
            suggestion=_instead(raw, loc, trimmed, "safe") if trimmed and "\ufffd" not in trimmed else None,
        )
    where = f"`{path_words(loc)}`" if loc else f"the {thing(model).split(' ', 1)[-1]}"
    return rules.COMBINATION.finding(raw.path, _value(raw, place), where=where, problem=fault["msg"])
