"""The data of the explore page: a manifest, a chunk of columns a year, titles of large archives by page, translated titles.

The files are scripts that call `Explore`, not JSON to be fetched: a page that is opened out of a
folder may run scripts beside it and may fetch nothing. A chunk's name holds a hash of its content.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.datasets.explore_rows import DRAWN, EXACT, FACETS, REPORTED, Entry, ExploreRows, Row
from generator.model.status import STATUSES
from generator.pages.addresses import EXPLORE_DATA

EXPLORE_SCHEMA_VERSION = 1
MANIFEST = f"{EXPLORE_DATA}manifest.js"
UNDATED = "undated"
TITLES_INSIDE = 2000
"""Up to so many incidents a chunk holds its titles."""
TITLES_A_PAGE = 500
EPOCH = date(1970, 1, 1).toordinal()
PLAIN = EXACT | DRAWN
"""The signs of a date of one day, whose text follows from the day."""


@dataclass(frozen=True, slots=True)
class ExploreFile:
    """One script of data: its path from the site's root and its bytes."""

    path: str
    content: bytes


def explore_files(explored: ExploreRows, *, id_prefix: str) -> Iterator[ExploreFile]:
    """The manifest and all that it names. Days are counted from 1 January 1970; months from year 0 (`year * 12 + month - 1`)."""
    years = _by_year(explored.rows)
    inside = len(explored.rows) <= TITLES_INSIDE
    chunks, files, start = [], [], 0
    for year, rows in years.items():
        name, content = _file(year, "chunk", {"key": year, **columns(rows, f"{id_prefix}-", titles=inside)})
        files.append(ExploreFile(EXPLORE_DATA + name, content))
        days = [_day(bound) for row in rows for bound in (row.first, row.last) if bound is not None]
        chunks.append(
            {
                "key": year,
                "file": name,
                "rows": len(rows),
                "start": start,
                "days": [min(days), max(days)] if days else [],
            }
        )
        start += len(rows)
    titles = []
    if not inside:
        ordered = [row.title for rows in years.values() for row in rows]
        for page in range(0, len(ordered), TITLES_A_PAGE):
            number = page // TITLES_A_PAGE
            name, content = _file(
                f"titles-{number}", "titles", {"page": number, "titles": ordered[page : page + TITLES_A_PAGE]}
            )
            titles.append(name)
            files.append(ExploreFile(EXPLORE_DATA + name, content))
    translated = {}
    for language, told in translated_titles(explored.rows, f"{id_prefix}-").items():
        name, content = _file(f"titles-{language}", "translated", told)
        translated[language] = name
        files.append(ExploreFile(EXPLORE_DATA + name, content))
    manifest = {
        "version": EXPLORE_SCHEMA_VERSION,
        "total": len(explored.rows),
        "prefix": f"{id_prefix}-",
        "months": months(explored.rows),
        "chunks": chunks,
        "titles": titles,
        "titlesAPage": TITLES_A_PAGE,
        "translated": translated,
        "facets": _vocabularies(explored.vocabularies),
    }
    yield ExploreFile(MANIFEST, _script("manifest", manifest))
    yield from files


def columns(rows: Sequence[Row], prefix: str, *, titles: bool) -> Entry:
    """The columns of a chunk, one value a row each; `dates`, `relations` and `unfiled` hold only what is not the rule.

    `first` is the first possible day less that of the row before; `last` the days from it to the last possible day. A
    row of the undated has both as they are, and null where nothing bounds that side. A facet holds a number, or a list
    of them where there is not exactly one.
    """
    firsts: list[int | None] = []
    lasts: list[int | None] = []
    before = 0
    for row in rows:
        if row.first is None or row.last is None:
            firsts.append(_day_or_none(row.first))
            lasts.append(_day_or_none(row.last))
            continue
        firsts.append(_day(row.first) - before)
        lasts.append((row.last - row.first).days)
        before = _day(row.first)
    found: Entry = {
        "ids": " ".join(row.id.removeprefix(prefix) for row in rows),
        "first": firsts,
        "last": lasts,
        "signs": [row.signs for row in rows],
        "lines": [row.lines for row in rows],
        "reports": [row.reports for row in rows],
        "dates": {place: [row.edtf, row.when] for place, row in enumerate(rows) if not _is_plain(row)},
        "relations": {place: row.relation for place, row in enumerate(rows) if row.relation},
        "unfiled": {place: row.unfiled for place, row in enumerate(rows) if row.unfiled},
    }
    for facet in FACETS:
        found[facet] = [_one_or_many(row.facets[facet]) for row in rows]
    if titles:
        found["titles"] = [row.title for row in rows]
    return found


def translated_titles(rows: Iterable[Row], prefix: str) -> dict[str, dict[str, str]]:
    """Titles in further languages by language tag, each by its incident's id without the prefix; no language without one.

    They lie outside the chunks, so that a page reads those of its own language alone.
    """
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        for language, title in row.translated.items():
            found.setdefault(language, {})[row.id.removeprefix(prefix)] = title
    return dict(sorted(found.items()))


def months(rows: Iterable[Row]) -> Entry:
    """Incidents by the first month in which they may lie, by status: `first` is a month's number, then one list a month."""
    counted: dict[int, list[int]] = {}
    for row in rows:
        if row.first is not None and row.signs & DRAWN:
            month = row.first.year * 12 + row.first.month - 1
            counted.setdefault(month, [0] * len(STATUSES))[row.facets["status"][0]] += 1
    if not counted:
        return {"first": 0, "counts": []}
    first, last = min(counted), max(counted)
    return {"first": first, "counts": [counted.get(month, [0] * len(STATUSES)) for month in range(first, last + 1)]}


def _is_plain(row: Row) -> bool:
    return row.signs & (PLAIN | REPORTED) == PLAIN and row.first is not None and row.edtf == row.first.isoformat()


def _by_year(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by the year of their first possible day, the latest year first, the undated last."""
    years: dict[str, list[Row]] = {}
    for row in rows:
        years.setdefault(UNDATED if row.undated or row.first is None else f"{row.first.year:04}", []).append(row)
    undated = years.pop(UNDATED, None)
    ordered = {year: years[year] for year in sorted(years, reverse=True)}
    return ordered if undated is None else {**ordered, UNDATED: undated}


def _vocabularies(vocabularies: Mapping[str, list[Entry]]) -> Entry:
    """All vocabularies; where roots are entries of the sources they are not told twice."""
    sources = {entry["key"]: place for place, entry in enumerate(vocabularies["source"])}
    roots = [sources.get(entry["key"], entry) for entry in vocabularies["root"]]
    return {**vocabularies, "root": roots}


def _one_or_many(places: tuple[int, ...]) -> int | list[int]:
    return places[0] if len(places) == 1 else list(places)


def _day(day: date) -> int:
    return day.toordinal() - EPOCH


def _day_or_none(day: date | None) -> int | None:
    return None if day is None else _day(day)


def _file(name: str, call: str, data: Any) -> tuple[str, bytes]:
    content = _script(call, data)
    return f"{name}-{hashlib.sha256(content).hexdigest()[:10]}.js", content


def _script(call: str, data: Any) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"Explore.{call}({text});\n".encode()
