"""The way out of one value of a wrong kind, and of an id of a wrong form."""

import unicodedata

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.checking.schema.words import model_at
from generator.checking.schema.written_counts import count_advice, exact_number
from generator.checking.schema.written_numbers import number_advice
from generator.model.counts import CountRange
from generator.model.ids import LENGTH, SIGNS
from generator.reading.finding import Span, Suggestion, quoted
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc


def value_advice(
    raw: RawRecord, model: type[BaseModel], loc: Loc, fault: ErrorDetails
) -> tuple[str, Suggestion | None]:
    """What to write for a value of a wrong kind, as far as what stands there tells."""
    found = fault["input"]
    if model_at(model, loc) is CountRange:
        return _count(model, loc, found)
    if not isinstance(found, str):
        return "", None
    if fault["type"] == "int_type" and (exact := exact_number(found)) is not None:
        return f"write `{exact}`", Suggestion(str(exact), verbatim=True)
    if fault["type"] == "float_type" and (advice := number_advice(loc, found)) is not None:
        way, number, safety = advice
        return way, Suggestion(number, safety, verbatim=True) if number else None
    if fault["type"] in ("tuple_type", "list_type"):
        return _item(raw, loc, found)
    return "", None


def _count(model: type[BaseModel], loc: Loc, found: object) -> tuple[str, Suggestion | None]:
    owner = model_at(model, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    advice = count_advice(found if isinstance(found, str) else "", required=bool(field and field.is_required()))
    return advice.words, Suggestion(advice.form, advice.safety, verbatim=True) if advice.form else None


def _item(raw: RawRecord, loc: Loc, found: str) -> tuple[str, Suggestion | None]:
    """An item whose dash has no space behind it, which YAML reads as one text."""
    rest = found[1:]
    if not found.startswith("-") or not rest[:1].strip() or rest.startswith("-"):
        return "", None
    span = raw.positions.value_span(loc)
    way = "a dash that begins an item of a list has a space behind it"
    # Of items on several lines YAML has made one text; behind its key no item can begin.
    if raw.positions.key_span(loc).line == span.line or span.end_line > span.line:
        return f"{way}; each item has a line of its own", None
    place = Span(span.line, span.column + 1, span.line, span.column + 1)
    return f"{way}: write `- {quoted(rest, 40)}`", Suggestion(" ", "safe", place, verbatim=True)


def id_advice(text: str) -> str:
    """Which sign of an id is none of an id's signs, or how many there are; empty where its hyphen is missing."""
    _, hyphen, rest = text.partition("-")
    if not hyphen or not rest:
        return ""
    for sign in rest:
        if sign not in SIGNS:
            shown = f" (U+{ord(sign):04X}, {unicodedata.name(sign, 'no letter').lower()})" if not sign.isascii() else ""
            return f"`{quoted(sign)}`{shown} is not used in an id"
    if len(rest) != LENGTH:
        return f"{LENGTH} signs stand behind the hyphen, and not {len(rest)}"
    return ""
