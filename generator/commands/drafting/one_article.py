"""Several incidents from one published item: a file for the report, and records that cite it and name one another."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.commands.drafting.draft import Draft, NewFile
from generator.commands.drafting.record_path import free_path, slug_of
from generator.commands.project import INCIDENTS, Refusal
from generator.model.report import Publication
from generator.model.web_address import canonical_address
from generator.reading.finding import quoted
from generator.reading.places import LONGEST_NAME, judge_name
from generator.writing.yaml_text import yaml_text

REPORTS = f"{INCIDENTS}/reports"
SOURCES = f"{INCIDENTS}/sources"
_LONGEST_TAIL = 40
_OF_THE_ITEM = frozenset({"source", "ref", *Publication.model_fields})
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)


def joined(drafts: Sequence[Draft], taken: Collection[str]) -> tuple[tuple[Draft, ...], tuple[NewFile, ...]]:
    """The drafts with an item that two of them cite in a file of its own, and the files that are new for it.

    Drafts that cite one item are `related` as `same-report`, the later to the earlier. `taken` are the
    paths of the files that are there. Raises Refusal where a source's name gives no key for its file.
    """
    found = list(drafts)
    files: list[NewFile] = []
    for item, places in _items(drafts).items():
        if len(places) < 2:
            continue
        if not item.startswith("report:"):
            made = _report_files(drafts[places[0]].fields["reports"][0], [*taken, *(file.path for file in files)])
            files += made
            for place in places:
                found[place] = _citing(found[place], made[-1].key)
        for number, place in enumerate(places):
            found[place] = _related(found[place], [drafts[earlier] for earlier in places[:number]])
    return tuple(found), tuple(files)


def _items(drafts: Sequence[Draft]) -> dict[str, list[int]]:
    """Which drafts cite each item, where it is the one report they cite."""
    items: dict[str, list[int]] = {}
    for place, draft in enumerate(drafts):
        reports = draft.fields["reports"]
        if isinstance(reports, list) and len(reports) == 1 and isinstance(reports[0], Mapping):
            item = _item(reports[0])
            if item:
                items.setdefault(item, []).append(place)
    return items


def _item(citation: Mapping[str, Any]) -> str:
    if "report" in citation:
        return f"report:{citation['report']}"
    try:
        return canonical_address(str(citation.get("url", "")))
    except ValueError:
        return ""


def _report_files(citation: Mapping[str, Any], taken: Sequence[str]) -> list[NewFile]:
    """The file of the item, last; before it that of its source, where the source has none."""
    source, files = citation["source"], []
    if isinstance(source, Mapping):
        key = slug_of(str(source.get("name", "")))[:LONGEST_NAME].strip("-")
        path = free_path(f"{SOURCES}/{key}", ".yml", taken)
        if not key or judge_name(key, "") or path != f"{SOURCES}/{key}.yml":
            raise Refusal(
                f"several incidents from one item need a file for its source, and `{quoted(str(source.get('name', '')))}`"
                f" gives no free name for one: make `{SOURCES}/<key>.yml` first"
            )
        files.append(NewFile(path, "source", key, yaml_text(dict(source))))
        source = key
    tail = _tail(str(citation["url"]))
    start = f"{REPORTS}/{f'{source}-{tail}'[: LONGEST_NAME - 4].strip('-')}"
    path = free_path(start, ".yml", taken)
    key = path.removeprefix(f"{REPORTS}/").removesuffix(".yml")
    item = {"source": source, **{name: citation[name] for name in Publication.model_fields if name in citation}}
    return [*files, NewFile(path, "report", key, yaml_text(item))]


def _tail(url: str) -> str:
    """The last part of an address that says something, as part of a key."""
    parts = [slug_of(_ENDING.sub("", unquote(part))) for part in urlsplit(url).path.split("/")]
    said = [part for part in parts if part]
    return said[-1][:_LONGEST_TAIL].strip("-") if said else "report"


def _citing(draft: Draft, key: str) -> Draft:
    [citation] = draft.fields["reports"]
    own = {name: value for name, value in citation.items() if name not in _OF_THE_ITEM}
    fields = {name: _tied(value, citation.get("ref"), key) for name, value in draft.fields.items()}
    return Draft({**fields, "reports": [{"report": key, **own}]})


def _tied(value: Any, ref: str | None, key: str) -> Any:
    """Statements that named the citation by its `ref`, naming it by the report's key."""
    if ref is None or not isinstance(value, list):
        return value
    return [{**one, "report": key} if isinstance(one, Mapping) and one.get("report") == ref else one for one in value]


def _related(draft: Draft, others: Sequence[Draft]) -> Draft:
    given = draft.fields.get("related", [])
    links = [{"id": other.fields["id"], "relation": "same-report"} for other in others]
    return draft.with_field("related", [*given, *links]) if links and isinstance(given, list) else draft
