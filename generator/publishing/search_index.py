"""The search of the site as files: Pagefind's program for the browser, its index of the records, and what they are filtered by."""

import gzip
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.pages.search_records import SearchRecord
from generator.publishing.pagefind_service import PagefindError, index_files
from generator.publishing.search_facets import column_files, order_by_date

FOLDER = "pagefind/"
"""Where the index stands, from the site's root."""

_ENTRY = "pagefind-entry.json"
_FRAGMENT = ".pf_fragment"
_PROGRAM = ("pagefind.js", "wasm.en.pagefind", _ENTRY)
_INDEX = (".pf_meta", ".pf_index", _FRAGMENT)
"""Of Pagefind's files those that our page loads; its ready-made interfaces, its worker and its other languages are left out."""

# Not below MkDocs' own logger: a site without search is published, under `--strict` too.
_log = logging.getLogger("archive.search")


@dataclass(frozen=True, slots=True)
class IndexFile:
    """One file of the search."""

    path: str
    """From the site's root."""
    content: bytes


def search_index(
    records: Sequence[SearchRecord], languages: Mapping[str, Callable[[str], str]] | None = None
) -> tuple[IndexFile, ...]:
    """The files of the search, in the order of their paths; none, and one warning, where Pagefind cannot be run.

    `languages` say words of ours in each language of the interface, the first language first.
    """
    try:
        made = index_files(_entries(records, languages or {"en": str}))
        files = {path: made[path] for path in made if path in _PROGRAM or path.endswith(_INDEX)}
        files |= _columns(records, files)
    except PagefindError as fault:
        _log.warning(
            "The site is built without its search: %s. "
            "`python -m pip install 'pagefind[bin]'` installs what makes it; all else is complete.",
            str(fault).rstrip("."),
        )
        return ()
    return tuple(IndexFile(FOLDER + path, files[path]) for path in sorted(files))


def _entries(
    records: Iterable[SearchRecord], languages: Mapping[str, Callable[[str], str]]
) -> Iterator[dict[str, Any]]:
    for record in records:
        yield {
            "url": record.address,
            "content": record.content,
            "meta": dict(_shown(record, languages)),
            "filters": {},
            "sort": {},
        }


def _shown(record: SearchRecord, languages: Mapping[str, Callable[[str], str]]) -> Iterator[tuple[str, str]]:
    """What a result shows; in a further language where it reads otherwise there."""
    yield "kind", record.kind
    if record.status:
        yield "status", record.status
    if record.language:
        yield "language", record.language
    if record.names:
        yield "names", record.names
    for name, words in (("title", record.title), ("date", record.date), ("place", record.place)):
        told = {language: say(words) for language, say in languages.items()}
        first = next(iter(told.values()))
        if first:
            yield name, first
        for language, other in told.items():
            if other != first:
                yield f"{name}-{language}", other


def _columns(records: Sequence[SearchRecord], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The columns of the records, and the index's entry with their names, so that none is taken from an older index."""
    by_address = {record.address: record for record in records}
    try:
        # Pagefind's order of records is that of their fragments' names.
        ordered = [by_address[_address(files[path])] for path in sorted(files) if path.endswith(_FRAGMENT)]
        entry = json.loads(files[_ENTRY])
    except (KeyError, ValueError, OSError) as fault:
        raise PagefindError(f"its index has a form that is not known here ({fault})") from None
    made = column_files(ordered, order_by_date(records))
    entry["columns"] = {column: name for column, (name, _) in made.items()}
    return {
        _ENTRY: json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8"),
        **dict(made.values()),
    }


def _address(fragment: bytes) -> str:
    """The address of the record that a fragment is of: compressed JSON behind a signature."""
    raw = gzip.decompress(fragment)
    return str(json.loads(raw[raw.index(b"{") :])["url"])
