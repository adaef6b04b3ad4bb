"""The schema check: one raw record to one typed record, or to findings in plain words."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.checking.schema import rules
from generator.checking.schema.value_faults import value_finding
from generator.checking.schema.words import keys_of, model_at, thing
from generator.checking.similarity import SHORTEST_WORD, is_slip, nearest
from generator.model.meanings import meanings_of
from generator.model.records import MODELS
from generator.reading.finding import Finding, Span, Suggestion
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc

_OF_THEIR_OWN = ("id", "body", "key")
"""Required keys whose absence has a way out of its own."""
_SCALARS = (int, float, bool)
_READ_AS_TEXT = ("string_type", "model_type", "dict_type", "edtf", "time_of_day")


def check_schema(raw: RawRecord, mint: Callable[[], str]) -> tuple[BaseModel | None, tuple[Finding, ...]]:
    """The typed record, or None and what is wrong with it.

    `mint` gives a fresh incident id to print where a record has none.
    """
    model = MODELS[raw.kind]
    value = _prepared(raw)
    try:
        return model.model_validate(value), ()
    except ValidationError as error:
        faults = error.errors(include_url=False)
    value = copy.deepcopy(value)
    if _restore_texts(value, faults, raw):
        try:
            return model.model_validate(value), ()
        except ValidationError as error:
            faults = error.errors(include_url=False)
    return None, tuple(_findings(raw, model, value, faults, mint))


def _prepared(raw: RawRecord) -> dict[str, Any]:
    """The record's mapping with what the model has and the file does not: a registry key, the body."""
    value = dict(raw.value)
    if raw.kind == "incident":
        if "body" in value:
            value["body (no key of the file)"] = value.pop("body")
        if raw.path.endswith(".yml"):
            if "narrative" in value:
                value["body"] = value.pop("narrative")
        elif raw.body is not None and raw.body.strip():
            value["body"] = raw.body
    elif raw.kind != "settings":
        if "key" not in value:
            value["key"] = raw.key
        else:
            value["key (the file's name says it)"] = value["key"]
            value["key"] = raw.key
    return value


def _restore_texts(value: dict[str, Any], faults: list[ErrorDetails], raw: RawRecord) -> bool:
    """Put back the written text where YAML read a number or truth value and the model wants text."""
    changed = False
    for fault in faults:
        loc = fault["loc"]
        written = raw.positions.raw(loc)
        if written is None or fault["type"] not in _READ_AS_TEXT:
            continue
        holder = _at(value, loc[:-1])
        if isinstance(holder, dict | list) and isinstance(_at(value, loc), _SCALARS):
            holder[loc[-1]] = written  # type: ignore[index]
            changed = True
    return changed


def _at(value: Any, loc: Loc) -> Any:
    for part in loc:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _findings(
    raw: RawRecord, model: type[BaseModel], value: dict[str, Any], faults: list[ErrorDetails], mint: Callable[[], str]
) -> Iterator[Finding]:
    missing: dict[Loc, list[str]] = {}
    unknown: list[Loc] = []
    for fault in faults:
        loc = fault["loc"]
        if fault["type"] == "too_short" and any(
            other["loc"][: len(loc)] == loc and other["loc"] != loc for other in faults
        ):
            # A list of one faulty item counts as empty; the item's own finding says what is wrong.
            continue
        if fault["type"] == "missing":
            missing.setdefault(loc[:-1], []).append(str(loc[-1]))
        elif fault["type"] == "extra_forbidden":
            unknown.append(loc)
        elif not (raw.broken and (_at(value, loc) is None or _is_body(raw, loc))):
            found = value_finding(raw, model, loc, fault)
            yield _with_fresh_id(found, mint) if found.rule == rules.ID_FORM.code else found
    for loc in unknown:
        alone = sum(other[:-1] == loc[:-1] for other in unknown) == 1
        yield _unknown_key(raw, model, loc, missing.get(loc[:-1], []), alone=alone)
    for parent, keys in missing.items():
        for key in keys:
            if raw.broken and _is_body(raw, (*parent, key)):
                continue
            yield _missing_key(raw, model, (*parent, key), mint)


def _with_fresh_id(found: Finding, mint: Callable[[], str]) -> Finding:
    """The finding about an id with what to write: the right one where it is published, else a fresh one."""
    way = f"write `id: {mint()}` where the record is new; the id of one that is published never changes: put it back"
    return replace(found, help=f"{found.help}: {way}" if found.help else way)


def _is_body(raw: RawRecord, loc: Loc) -> bool:
    """Whether this is the text below the front matter, which the reader judges itself."""
    return raw.kind == "incident" and loc == ("body",) and raw.path.endswith(".md")


def _unknown_key(raw: RawRecord, model: type[BaseModel], loc: Loc, missing: list[str], *, alone: bool) -> Finding:
    """One finding for a key the schema does not know; it takes the required key with it that it may stand for.

    That is one like it, or the only one its mapping misses where it is `alone` the only unknown key there.
    """
    parent = model_at(model, loc[:-1]) or model
    key = str(loc[-1])
    if key.startswith("key ("):
        key = "key"
        span = raw.positions.key_span(("key",))
        return rules.UNKNOWN_KEY.finding(
            raw.path, span, key=key, thing=thing(parent), help="remove the line: the file's name is the key"
        )
    if key.startswith("body ("):
        return _body_as_key(raw, thing(parent), missing)
    known = keys_of(parent, yaml_record=raw.path.endswith(".yml"))
    meant = nearest(key, missing) or nearest(key, known)
    wanted = meant in missing
    if wanted:
        missing.remove(str(meant))
    span = raw.positions.key_span(loc)
    if meant is None:
        way = f"its keys are: {', '.join(known)}"
        if alone and len(missing) == 1 and missing[0] not in _OF_THEIR_OWN:
            way += f"; `{missing.pop()}` is needed and missing here"
        return rules.UNKNOWN_KEY.finding(raw.path, span, key=_short(key), thing=thing(parent), help=way)
    if raw.positions.has((*loc[:-1], meant)):
        return rules.UNKNOWN_KEY.finding(
            raw.path,
            span,
            key=_short(key),
            thing=thing(parent),
            help=f"`{meant}` stands here already: put what belongs to it there, and remove this key",
        )
    return rules.UNKNOWN_KEY.finding(
        raw.path,
        span,
        key=_short(key),
        thing=thing(parent),
        help=f"there is a similar key: `{meant}`",
        suggestion=Suggestion(meant, "safe" if is_slip(key, meant, least=1 if wanted else SHORTEST_WORD) else "unsafe"),
    )


def _body_as_key(raw: RawRecord, of: str, missing: list[str]) -> Finding:
    """One finding for the model's own word for an account, which no file uses."""
    suggestion = None
    way = "the account stands below the second `---`: move the text there and remove the key"
    if raw.path.endswith(".yml"):
        way = "the account stands in `narrative`: put the text there and remove the key"
        if "body" in missing:
            missing.remove("body")
            way, suggestion = "the account stands in `narrative`", Suggestion("narrative", "safe")
    return rules.UNKNOWN_KEY.finding(
        raw.path, raw.positions.key_span(("body",)), key="body", thing=of, help=way, suggestion=suggestion
    )


def _short(key: str) -> str:
    shown = "".join(sign if sign.isprintable() and sign != "`" else "?" for sign in key)
    return shown if len(shown) <= 40 else shown[:39] + "…"


def _missing_key(raw: RawRecord, model: type[BaseModel], loc: Loc, mint: Callable[[], str]) -> Finding:
    parent, key = loc[:-1], str(loc[-1])
    start = raw.positions.value_span(parent)
    span = type(start)(start.line, start.column, start.line, start.column + 1)
    if raw.kind == "incident" and loc == ("id",):
        fresh = mint()
        return rules.MISSING_ID.finding(
            raw.path,
            span,
            minted=f"`{fresh}`",
            help=f"add the line `id: {fresh}` at the top",
            suggestion=Suggestion(
                f"id: {fresh}\n" + " " * (start.column - 1),
                span=Span(start.line, start.column, start.line, start.column),
                verbatim=True,
            ),
        )
    if raw.kind == "incident" and loc == ("body",):
        yml = raw.path.endswith(".yml")
        where = "`narrative: |` is missing" if yml else "nothing stands below the front matter"
        way = (
            "add `narrative: |` and the account below it, indented"
            if yml
            else "write what is reported, by whom, below the second `---`"
        )
        return rules.MISSING_BODY.finding(raw.path, span, where=where, help=way)
    owner = model_at(model, parent) or model
    meaning = meanings_of(owner).get(key, "").split("\n")[0]
    return rules.MISSING_KEY.finding(
        raw.path, span, key=key, thing=thing(owner), help=f"add `{key}:` {meaning[:1].lower() + meaning[1:]}".rstrip()
    )
