"""The citation of a sheet of answers, and what is tied to it."""

from collections.abc import Mapping
from typing import Any, get_args

from generator.checking.schema.rules import LENGTH, UNKNOWN_KEY, UNKNOWN_VALUE, WRONG_KIND
from generator.commands.drafting.answer_sheet import OF_THE_REPORT
from generator.commands.drafting.answers import cited_by_key, same_item
from generator.commands.drafting.draft import STAND_IN_CITATION
from generator.commands.drafting.key_search import choices_of, exactly
from generator.commands.drafting.record_path import slug_of
from generator.commands.drafting.sheet_filling import Filling
from generator.model.source import SourceKind
from generator.reading.positions import Loc

MOST_OF_CHAINS = 10_000
"""Most characters of all lines of origin together."""


def fill_citation(filling: Filling) -> None:
    """The report of the sheet: the key of its file where it has one, else its address and source."""
    if filling.has("reports"):
        for name in OF_THE_REPORT:
            if filling.has(name):
                way = "write it there, or leave `reports` out"
                filling.fault(name, UNKNOWN_KEY, key=name, thing="answers that give `reports`", help=way)
        return
    url = filling.text("url")
    loc: Loc = ("reports", 0)
    citation: dict[str, Any] = {}
    known = cited_by_key(url, filling.desk) if url is not None else None
    if url is not None:
        filling.notes += same_item(url, filling.desk.records)
        filling.put((*loc, "url"), "url")
        citation = {"report": known} if known else {"url": url}
    if known:
        filling.notes.append(f"This item has a file, so it is cited as `report: {known}`.")
        filling.put((*loc, "report"), "url")
    else:
        citation |= _source(filling)
        filling.put((*loc, "source"), "source")
    if filling.has("chains") and len(str(filling.value("chains"))) > MOST_OF_CHAINS:
        limit = f"at most {MOST_OF_CHAINS:,} characters"
        filling.fault("chains", LENGTH, key=filling.sheet.called("chains"), limit=limit, actual="more")
    elif filling.has("chains"):
        citation["chains"] = _chains(filling)
        filling.put((*loc, "chains"), "chains")
    # What is missing has its fault already; with something in its place the rest can be judged.
    filling.fields["reports"] = [citation if known else {**STAND_IN_CITATION, **citation}]


def _source(filling: Filling) -> dict[str, Any]:
    if filling.has("source") and isinstance(filling.value("source"), Mapping):
        return {"source": filling.value("source")}
    text, kind = filling.text("source"), filling.text("source_kind")
    if text is None:
        return {}
    choices = choices_of(filling.desk.records.sources)
    found = exactly(text, choices)
    if found is not None:
        filling.recognised("source", text, found)
        return {"source": found.key}
    if kind is None:
        filling.unknown("source", text, "source", choices, also="source_kind")
        return {}
    kinds = get_args(SourceKind)
    if kind not in kinds:
        called = filling.sheet.called("source_kind")
        way = f"the known kinds: {', '.join(kinds)}"
        filling.fault("source_kind", UNKNOWN_VALUE, key=called, number=len(kinds), words="kinds of source", help=way)
        return {}
    filling.put(("reports", 0, "source", "kind"), "source_kind")
    return {"source": {"name": text, "kind": kind}}


def _chains(filling: Filling) -> Any:
    """The lines of origin; a step in words that are a source's name becomes its key."""
    choices = choices_of(filling.desk.records.sources)

    def step(given: Any) -> Any:
        words = given.get("as_stated") if isinstance(given, Mapping) and len(given) == 1 else given
        found = exactly(words, choices) if isinstance(words, str) else None
        return found.key if found else given

    given = filling.value("chains")
    if not isinstance(given, list):
        return given
    return [[step(one) for one in line] if isinstance(line, list) else line for line in given]


def fill_casualties(filling: Filling) -> None:
    """People reported killed and injured, each as an effect that the report states."""
    vocabulary = filling.desk.records.vocabularies.get("effects")
    known = vocabulary.terms if vocabulary else {}
    effects = filling.value("effects") if filling.has("effects") else []
    if not isinstance(effects, list):
        return
    counted: list[dict[str, Any]] = []
    for name in ("killed", "injured"):
        if filling.has(name) and name not in known:
            way = f"this archive has no effect `{name}`"
            filling.fault(name, UNKNOWN_VALUE, key="effects", number=len(known), words="effects", help=way)
        elif filling.has(name):
            loc = ("effects", len(effects) + len(counted))
            filling.put(loc, name)
            filling.put((*loc, "count"), name)
            count = filling.value(name)
            if type(count) is int or isinstance(count, Mapping):
                counted.append({"kind": name, "count": count, **_tie(filling)})
            else:
                filling.fault(name, WRONG_KIND, key=filling.sheet.called(name), wanted="a whole number")
    if counted:
        filling.fields["effects"] = [*effects, *counted]


def _tie(filling: Filling) -> dict[str, str]:
    """What ties a statement to the one report of the sheet; nothing where there are several."""
    reports = filling.fields.get("reports")
    if filling.has("reports") or not reports:
        return {}
    citation = reports[0]
    if "report" not in citation and "ref" not in citation:
        source = citation["source"]
        name = source if isinstance(source, str) else slug_of(str(source.get("name", "")))
        filling.fields["reports"] = [{"ref": name or "report", **citation}]
    return {"report": citation.get("report") or filling.fields["reports"][0]["ref"]}
