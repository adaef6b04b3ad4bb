"""The data of the explore page follow from the records, and say no more than they do."""

import hashlib
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.datasets import explore_data
from generator.datasets.date_codes import CODES, date_code
from generator.datasets.explore_data import MANIFEST, explore_files
from generator.datasets.explore_rows import DRAWN, EXACT, REPORTED, ExploreRows, Row, explore_rows
from generator.model.edtf import parse_edtf
from generator.model.incident import IncidentTranslation
from generator.pages.date_phrases import ENGLISH_SHORT
from generator.pages.date_words import date_words_short

DATES = [
    "2023-12-31",
    "XXXX-12-31",
    "2023-11",
    "2023-12-13/2023-12-14",
    "2023-12-31~",
    "unknown",
    "[2023-11-01,2023-11-03]",
    "../2023-11",
]


def called(content: bytes) -> tuple[str, Any]:
    """What a script of data calls, and with what."""
    found = re.fullmatch(r"Explore\.(\w+)\((.*)\);\n", content.decode(), re.DOTALL)
    assert found is not None
    return found[1], json.loads(found[2])


def files_of(explored: ExploreRows) -> dict[str, Any]:
    return {file.path: called(file.content)[1] for file in explore_files(explored, id_prefix="syn")}


def test_the_whole_of_a_small_archive(archive: Archive) -> None:
    """A manifest names the vocabularies and the chunks; a chunk has one value a row in each column; a withdrawn record is in none."""
    files = files_of(explore_rows(archive))
    manifest, dated, undated = files.values()
    assert (manifest["total"], manifest["prefix"], manifest["titles"]) == (2, "syn-", [])
    assert manifest["months"] == {"first": 2024 * 12 + 1, "counts": [[0, 1, 0, 0, 0, 0]]}
    assert manifest["facets"]["location"][1] == {
        "key": "north-base", "name": "Synthetic North Base", "names": {"ar": ["قاعدة"]}, "hidden": ["norht base"],
        "within": 2, "point": [-40.25, -10.5],
    }  # fmt: skip
    assert manifest["facets"]["actor"][-1] == {"key": "unknown", "name": ""}
    assert manifest["facets"]["source"][-1] == {"key": "~Synthetic-Blog", "name": "Synthetic Blog"}
    day = (date(2024, 2, 1) - date(1970, 1, 1)).days
    assert dated == {
        "key": "2024", "ids": "0000001", "first": [day], "last": [0], "signs": [EXACT | DRAWN], "lines": [3], "reports": [2],
        "dates": {}, "relations": {"0": 1}, "unfiled": {}, "status": [1], "type": [0], "location": [1],
        "source": [[0, 1]], "root": [[2, 0, 1]], "actor": [[0, 1, 2]], "means": [0], "titles": ["Synthetic strike on the north base"],
    }  # fmt: skip
    assert undated["dates"] == {
        "0": ["XXXX-12-31", "[reported|date=[with-note|date=[day-month|day=31|month=[month-12]]|note=[no-year]]]"]
    }
    assert (undated["first"], undated["last"], undated["signs"]) == ([None], [None], [REPORTED])
    assert (undated["unfiled"], undated["relations"]) == ({"0": "+963 is how this place begins"}, {})


def test_a_chunk_is_named_by_its_content(archive: Archive) -> None:
    """A chunk's name ends in a hash of its bytes, so that a changed one is never mistaken for what a browser has kept."""
    manifest, *chunks = explore_files(explore_rows(archive), id_prefix="syn")
    assert manifest.path == MANIFEST
    for file in chunks:
        assert f"-{hashlib.sha256(file.content).hexdigest()[:10]}.js" in file.path
    named = [chunk["file"] for chunk in called(manifest.content)[1]["chunks"]]
    assert [file.path.removeprefix("data/explore/") for file in chunks] == named


def row(number: int, day: date) -> Row:
    facets = dict.fromkeys(("type", "location", "source", "root", "actor", "means"), ()) | {"status": (2,)}
    return Row(f"syn-{number:07}", f"Synthetic {number}", day, day, EXACT | DRAWN, day.isoformat(), "", facets, 0, 0)


def test_titles_of_a_large_archive_stand_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit titles lie in pages, in the order of the chunks: the latest year first, within it the earliest day first."""
    monkeypatch.setattr(explore_data, "TITLES_INSIDE", 3)
    monkeypatch.setattr(explore_data, "TITLES_A_PAGE", 2)
    rows = tuple(row(number, date(2022 + number // 3, 1, 1 + number)) for number in range(5))
    vocabularies: dict[str, list[dict[str, Any]]] = {facet: [] for facet in rows[0].facets}
    manifest, *others = files_of(ExploreRows(rows, vocabularies)).values()
    assert [(chunk["key"], chunk["start"], chunk["rows"]) for chunk in manifest["chunks"]] == [
        ("2023", 0, 2),
        ("2022", 2, 3),
    ]
    assert "titles" not in others[0]
    assert [page["titles"] for page in others[2:]] == [
        ["Synthetic 3", "Synthetic 4"],
        ["Synthetic 0", "Synthetic 1"],
        ["Synthetic 2"],
    ]
    assert others[1]["first"][1:] == [1, 1]


def test_translated_titles_lie_in_a_file_of_their_language() -> None:
    """Each further language that has a title has a file, named by the manifest and by its content, with those titles by id; chunks keep the original."""
    rows = tuple(
        replace(row(number, date(2023, 1, 1 + number)), translated=told)
        for number, told in enumerate([{"ar": "عنوان اصطناعي", "ku": "Sernavek"}, {}, {"ar": "عنوان آخر"}])
    )
    vocabularies: dict[str, list[dict[str, Any]]] = {facet: [] for facet in rows[0].facets}
    found = {file.path: file.content for file in explore_files(ExploreRows(rows, vocabularies), id_prefix="syn")}
    named = called(found[MANIFEST])[1]["translated"]
    contents = {language: found[f"data/explore/{name}"] for language, name in named.items()}
    assert {language: called(content) for language, content in contents.items()} == {
        "ar": ("translated", {"0000000": "عنوان اصطناعي", "0000002": "عنوان آخر"}),
        "ku": ("translated", {"0000000": "Sernavek"}),
    }
    assert named == {
        language: f"titles-{language}-{hashlib.sha256(content).hexdigest()[:10]}.js"
        for language, content in contents.items()
    }
    chunk = next(called(content)[1] for path, content in found.items() if "/2023-" in path)
    assert chunk["titles"] == ["Synthetic 0", "Synthetic 1", "Synthetic 2"]


def test_without_translations_there_is_no_file_of_them(archive: Archive) -> None:
    """An archive whose titles stand in one language has no file of translated titles."""
    files = files_of(explore_rows(archive))
    assert files[MANIFEST]["translated"] == {}
    assert [path for path in files if "titles" in path] == []


def test_rows_have_the_titles_of_their_records(archive: Archive) -> None:
    """A row has the translated titles of its record, by language."""
    key = archive.timeline.ordered[0]
    linked = archive.incidents[key]
    words = IncidentTranslation.model_validate({"title": "عنوان اصطناعي"})
    told = replace(linked, incident=linked.incident.model_copy(update={"translations": {"ar": words}}))
    rows = explore_rows(replace(archive, incidents={**archive.incidents, key: told})).rows
    assert {row.id: row.translated for row in rows} == {
        other: {"ar": "عنوان اصطناعي"} if other == key else {} for other in archive.timeline.ordered
    }


def test_months_count_each_incident_once(archive: Archive) -> None:
    """The bars count what the timeline counts: each incident in the first month in which it may lie."""
    counted = files_of(explore_rows(archive))[MANIFEST]["months"]["counts"]
    assert sum(map(sum, counted)) == 1


@pytest.mark.parametrize("anchor", ["occurred", "reported"])
@pytest.mark.parametrize("text", DATES)
def test_a_code_says_what_the_words_say(text: str, anchor: str) -> None:
    """The phrases put into a date's code give its short words."""
    value = parse_edtf(text)

    def words(code: str) -> str:
        while found := re.search(r"\[([a-z0-9-]+)((?:\|[a-z]+=[^\[\]|]*)*)\]", code):
            values = dict(part.split("=", 1) for part in found[2].split("|")[1:])
            code = code[: found.start()] + ENGLISH_SHORT[found[1]].format(**values) + code[found.end() :]
        return code

    assert words(date_code(value, anchor=anchor)) == date_words_short(value, anchor=anchor)


def test_every_phrase_has_a_code() -> None:
    """No phrase of the catalogue is without its code, and no two have one."""
    assert CODES.keys() == ENGLISH_SHORT.keys()
    assert max(Counter(CODES.values()).values()) == 1
