"""What stands where a mapping belongs, and the mapping that it could be."""

import re
from typing import Any, get_args

from pydantic import BaseModel

from generator.checking.schema.words import model_at
from generator.model.counts import CountRange
from generator.reading.finding import Suggestion, quoted
from generator.reading.positions import Loc

SHORT_FORMS = {
    "CountRange": "a count: a whole number such as `3`, or `{min: …, max: …, approximate: true}`",
    "DateStatement": "a date such as `2023-12-31`, or a mapping with `value`",
    "IncidentDate": "a date such as `2023-12-31`, or a mapping with `value`",
    "IncidentLocation": "a location's key, or a mapping with `key`",
    "Link": "a source's key, or a mapping with `source` or `as_stated`",
    "LocationStatement": "a location's key, or a mapping with `key`",
    "NamedSource": "a source's key, or a mapping with `name` and `kind`",
}
"""What a mapping that may also be written as one value is called, by the name of its model."""

_BARE = {
    "Archived": "url", "Assertion": "report", "Correction": "field", "Effect": "kind", "Imagery": "verified_by",
    "Involvement": "actor", "Licence": "name", "Means": "kind", "Possibly": "source", "Redaction": "field",
    "Related": "id", "RelativeDate": "to", "Reliability": "grade", "StatedIn": "report", "Target": "kind",
    "Untied": "gist", "Waiver": "rule",
}  # fmt: skip
"""The key under which a value that stands there alone belongs, where it looks like one of that key."""
_ALONE = re.compile(r"[A-Za-z][\w-]{2,80}|[A-F]")
_ADDRESS = re.compile(r"https?://[!-~]{3,200}")
_ALSO_TOLD = {"Involvement": ("basis",), "Citation": (), "Related": ("basis",)}
"""Keys that are needed only at times, and told with the others."""
_TABLES = {
    "claims": "`{s1.1: {kind: …, gist: …}}`: each claim by its place",
    "names": "`{en: […]}`: the names by language",
    "terms": "`{key: {label: …, definition: …}}`: each term by its key",
}


def mapping_advice(model: type[BaseModel], loc: Loc, found: Any) -> tuple[str, Suggestion | None]:
    """How the mapping that belongs at a place is written, with what stands there where it can be placed."""
    kind = model_at(model, loc)
    if kind is None:
        table = _TABLES.get(str(loc[-1])) if loc else None
        return (f"write it as {table}" if table else ""), None
    if kind is CountRange:
        return "", None
    if isinstance(found, list):
        return _of_list(kind, found), None
    form, whole = _form(kind, found if isinstance(found, str) else "")
    words = f"write `{form}`{_values(kind, form)}"
    if form.startswith("{report:") and kind.__name__ == "Citation":
        words = f"write `{form}` for a report with a file, `{{url: …, source: …}}` for one without"
    return words, Suggestion(form, "unsafe", verbatim=True) if whole else None


def _of_list(kind: type[BaseModel], found: list[Any]) -> str:
    name = kind.__name__
    texts = [item for item in found if isinstance(item, str) and _ALONE.fullmatch(item)]
    if name in ("IncidentLocation", "LocationStatement") and len(texts) == len(found) > 1:
        return f"one location comes first, the others go into `also`: write `{{key: {texts[0]}, also: [{', '.join(texts[1:])}]}}`"
    if name in ("DateStatement", "IncidentDate"):
        return (
            "write `2023-12-30/2023-12-31` for a span of days; for one of several days put the list in quotation marks "
            'without spaces, `"[2023-12-30,2023-12-31]"`, and give a `basis`'
        )
    if len(found) == 1:
        return "here stands one, not a list: take the brackets or the dash away"
    return "here stands one, not a list"


def _form(kind: type[BaseModel], found: str) -> tuple[str, bool]:
    """The mapping with its required keys, and whether it is whole: nothing is left to be filled in."""
    name = kind.__name__
    if name == "Citation":
        if _ADDRESS.fullmatch(found):
            return f'{{url: "{found}", source: …}}', False
        return (f"{{report: {found}}}", True) if _ALONE.fullmatch(found) else ("{report: …}", False)
    if name == "Link" and found:
        return f"{{as_stated: {found}}}" if _ALONE.fullmatch(found) else "{as_stated: …}", False
    keys = [key for key, field in kind.model_fields.items() if field.is_required()]
    bare = _BARE.get(name)
    placed = bare if found and bare and (_ALONE.fullmatch(found) or _ADDRESS.fullmatch(found)) else None
    if placed is not None and not _fits(kind, placed, found):
        placed = None
    pairs = []
    for key in keys:
        value = "…"
        if key == placed:
            value = f'"{found}"' if ":" in found else quoted(found)
        pairs.append(f"{key}: {value}")
    return f"{{{', '.join(pairs)}}}", placed is not None and keys == [placed]


def _fits(kind: type[BaseModel], key: str, found: str) -> bool:
    """Whether a value could be one of that key: an address under `url`, a rule's code under `rule`, an id under `id`."""
    if key == "url":
        return _ADDRESS.fullmatch(found) is not None
    known = get_args(kind.model_fields[key].annotation)
    if known and all(isinstance(value, str) for value in known):
        return found in known
    patterns = {"rule": r"[A-Z][0-9]{3}", "id": r"[a-z]{2,5}-\w+", "to": r"[a-z]{2,5}-\w+"}
    return re.fullmatch(patterns.get(key, r"[^:]+"), found) is not None


def _values(kind: type[BaseModel], form: str) -> str:
    """The known values of the keys that the form leaves open, and what else may be needed."""
    told = [*(key for key in kind.model_fields if f"{key}: …" in form), *_ALSO_TOLD.get(kind.__name__, ())]
    lists = []
    for key in told:
        known = [value for value in _literals(kind.model_fields[key].annotation) if isinstance(value, str)]
        if known:
            lists.append(f"`{key}` is one of {', '.join(known)}")
    return f"; {'; '.join(lists)}" if lists else ""


def _literals(annotation: Any) -> list[Any]:
    """The values of a closed list, also where it may be left out."""
    values: list[Any] = []
    for part in get_args(annotation):
        values += _literals(part) if get_args(part) else [part]
    return values
