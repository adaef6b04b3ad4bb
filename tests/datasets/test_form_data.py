"""What the web form asks with follows from the archive's records alone."""

import json
from collections.abc import Callable

from generator.archive.archive import Archive
from generator.datasets.form_data import form_data, short_hash


def test_the_whole_of_it(archive: Archive) -> None:
    """Names to choose from with every name by its language, misspellings apart, what attribution needs, and the index of what is known."""
    data = json.loads(form_data(archive))
    assert {name: data[name] for name in ("schema_version", "id_prefix", "records")} == {
        "schema_version": 1,
        "id_prefix": "syn",
        "records": "incidents/records",
    }
    assert data["locations"][1:3] == [
        {
            "key": "north-base",
            "name": "Synthetic North Base",
            "names": [{"text": "قاعدة", "lang": "ar"}],
            "hidden": ["norht base"],
            "kind": "base",
            "within": "province",
        },
        {
            "key": "province",
            "name": "Synthetic Province",
            "names": [],
            "kind": "admin1",
            "within": "country",
            "area": True,
        },
    ]
    assert data["sources"][2] == {
        "key": "press-office",
        "name": "Synthetic Press Office",
        "names": [],
        "kind": "official",
        "represents": "army",
    }
    assert data["types"] == [{"key": "strike", "label": "Strike", "definition": "Synthetic."}]
    assert data["reports"] == {
        "agency-item": {
            "source": "agency",
            "address": "example.com/item",
            "title": "Synthetic item",
            "published": "2024-02-02",
        }
    }
    assert data["incidents"] == [
        ["syn-0000001", "Synthetic strike on the north base", "2024-02-01", "2024-02-01", ["north-base"]],
        ["syn-0000002", "Synthetic explosion at a place without a file", None, None, ["province"]],
    ]
    assert data["known"] == {
        short_hash("example.com/item"): [0],
        short_hash("example.com/m"): [0],
        short_hash("example.com/b"): [1],
    }


def test_a_withdrawn_record_is_no_duplicate(archive: Archive) -> None:
    """Neither the title of a withdrawn record nor the address it cites is in the index."""
    content = form_data(archive).decode()
    assert "syn-0000003" not in content
    assert short_hash("example.com/zebra") not in content


def test_the_short_hash_is_the_known_checksum() -> None:
    """The short hash is CRC-32, whose value for `123456789` is published as its check."""
    assert short_hash("123456789") == "cbf43926"


def test_an_empty_archive_has_a_form_too(build: Callable[..., Archive]) -> None:
    """An archive without incidents gives empty lists."""
    empty = json.loads(form_data(build()))
    assert (empty["incidents"], empty["known"]) == ([], {})
