"""The files of the search: the same bytes each time, and a site without them where Pagefind cannot be run."""

import gzip
import hashlib
import json
import logging
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from synthetic_project import FILES, archive, copied_project, digests

from generator.pages.search_records import SearchRecord
from generator.publishing.production import produce
from generator.publishing.search_facets import FACETS, column_files, order_by_date
from generator.publishing.search_index import IndexFile, search_index
from generator.texts.text import say


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[SearchRecord, ...]:
    """The records of the synthetic project."""
    root = copied_project(tmp_path_factory.mktemp("search") / "project", FILES)
    return produce(root / "incidents", today=date(2026, 11, 22), choose=min, site_url=None, search=True).found


def named(files: tuple[IndexFile, ...], beginning: str) -> bytes:
    """The one file whose path begins so."""
    (found,) = (file.content for file in files if file.path.startswith(f"pagefind/{beginning}"))
    return found


def told(fragment: IndexFile) -> Any:
    """What a fragment says of its record."""
    raw = gzip.decompress(fragment.content)
    return json.loads(raw[raw.index(b"{") :])


def unpacked(column: bytes, count: int) -> tuple[list[str], list[list[int]]]:
    """The values of a column, and the numbers of each of so many records."""
    head, _, rest = gzip.decompress(column).partition(b"\n")
    planes = [rest[at * count : (at + 1) * count] for at in range(3)]
    lengths = [low | middle << 8 | high << 16 for low, middle, high in zip(*planes, strict=True)]
    rest, whole = rest[3 * count :], sum(lengths)
    planes = [rest[at * whole : (at + 1) * whole] for at in range(3)]
    numbers = iter([low | middle << 8 | high << 16 for low, middle, high in zip(*planes, strict=True)])
    assert len(rest) == 3 * whole
    return json.loads(head), [[next(numbers) for _ in range(length)] for length in lengths]


def test_the_same_records_give_the_same_bytes(records: tuple[SearchRecord, ...]) -> None:
    """Three runs give the same files, sorted by path, one fragment a record, and none of Pagefind's own interfaces."""
    files = search_index(records)
    assert files == search_index(records) == search_index(records)
    paths = [file.path for file in files]
    assert paths == sorted(paths)
    assert sum(path.startswith("pagefind/fragment/") for path in paths) == len(records)
    assert {path for path in paths if path.endswith((".js", ".css", ".pagefind"))} == {
        "pagefind/pagefind.js", "pagefind/wasm.en.pagefind",
    }  # fmt: skip


def test_the_entry_names_the_columns(records: tuple[SearchRecord, ...]) -> None:
    """Each filter and the order by date has a column of its own, named by its content, whose name the index's entry gives."""
    files = search_index(records)
    entry = json.loads(named(files, "pagefind-entry.json"))
    assert list(entry["columns"]) == ["kind", "status", "year", "type", "location", "source", "root", "order"]
    for column, name in entry["columns"].items():
        digest = hashlib.sha256(named(files, name)).hexdigest()
        assert name == f"{column}.{digest[:10]}.pf_column"


def test_the_columns_follow_the_index(records: tuple[SearchRecord, ...]) -> None:
    """The rows of each column are those of the fragments in the order of their names."""
    files = search_index(records)
    entry = json.loads(named(files, "pagefind-entry.json"))
    by_address = {record.address: record for record in records}
    indexed = [by_address[told(file)["url"]] for file in files if file.path.endswith(".pf_fragment")]
    for facet in FACETS:
        values, rows = unpacked(named(files, entry["columns"][facet]), len(records))
        assert [tuple(values[number] for number in row) for row in rows] == [
            record.filters.get(facet, ()) for record in indexed
        ]
    order = order_by_date(records)
    _, rows = unpacked(named(files, entry["columns"]["order"]), len(records))
    assert rows == [[order[record.address]] for record in indexed]


def test_numbers_of_any_size_fit_into_a_column() -> None:
    """A column holds 70,000 different values, a record with 300 of them and one with none, and numbers the frequent ones first."""
    many = SearchRecord(
        "source", "synthetic", "Synthetic", "", filters={"source": tuple(f"s{n}" for n in range(70_000))}
    )
    few = SearchRecord("actor", "synthetic", "Synthetic", "", filters={"source": ("s69999",)})
    none = SearchRecord("series", "synthetic", "Synthetic", "")
    records = (many, few, none)
    values, rows = unpacked(column_files(records, order_by_date(records))["source"][1], 3)
    assert [len(row) for row in rows] == [70_000, 1, 0]
    assert values[:2] == ["s69999", "s0"]
    assert tuple(values[number] for number in rows[0]) == many.filters["source"]


def test_the_order_by_date_is_the_latest_first() -> None:
    """Records of one day share a place, later days come first, and those without a day follow as they come."""
    first, then = date(2023, 12, 31), date(2024, 1, 1)
    days = {"a": None, "b": first, "c": then, "d": first, "e": None}
    records = [SearchRecord("incident", key, "Synthetic", "", day=day) for key, day in days.items()]
    assert order_by_date(records) == {
        "incidents/a/": 2, "incidents/b/": 1, "incidents/c/": 0, "incidents/d/": 1, "incidents/e/": 6,
    }  # fmt: skip


def test_a_result_is_told_in_each_language() -> None:
    """What a result shows is kept in the first language, and in a further one where it reads otherwise there."""
    record = SearchRecord("incident", "syn-0000001", "Synthetic", "Synthetic words", place=say("near"), date="2024")
    (fragment,) = (
        file
        for file in search_index((record,), {"en": str, "ar": lambda words: "قرب" if words == "near" else str(words)})
        if file.path.endswith(".pf_fragment")
    )
    assert told(fragment)["meta"] == {
        "kind": "incident",
        "title": "Synthetic",
        "date": "2024",
        "place": "near",
        "place-ar": "قرب",
    }


@pytest.mark.parametrize(
    "script", [None, "#!/bin/sh\nexit 1\n", "#!/bin/sh\necho nonsense,\n"], ids=["absent", "fails", "babbles"]
)
def test_without_pagefind_there_is_one_warning(
    records: tuple[SearchRecord, ...],
    script: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Where the program is absent, fails or answers nonsense, one warning says so in words, and there are no files."""
    program = tmp_path / "pagefind"
    if script is not None:
        program.write_text(script, encoding="utf-8")
        program.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with caplog.at_level(logging.WARNING):
        assert search_index(records) == ()
    (warning,) = caplog.messages
    assert warning.startswith("The site is built without its search: ")
    assert "Traceback" not in warning


@pytest.mark.slow
def test_a_build_without_pagefind_is_whole_but_for_its_search(tmp_path: Path) -> None:
    """Without Pagefind `archive build` ends well with one line of warning; with `ARCHIVE_NO_SEARCH` without a word; neither has an index."""
    root = copied_project(tmp_path / "project", FILES)
    broken = archive(root, "build", PAGEFIND_BINARY_PATH=str(tmp_path / "absent"))
    assert (broken.returncode, len(broken.stderr.splitlines())) == (0, 1)
    assert "built without its search" in broken.stderr
    assert [path for path in digests(root / "site") if path.startswith("pagefind/")] == []
    left_out = archive(root, "build", ARCHIVE_NO_SEARCH="1")
    assert (left_out.returncode, left_out.stderr) == (0, "")
    assert [path for path in digests(root / "site") if path.startswith("pagefind/")] == []
    assert "This copy of the site has no search" in (root / "site" / "search" / "index.html").read_text(
        encoding="utf-8"
    )
