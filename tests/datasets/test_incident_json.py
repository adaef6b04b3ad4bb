"""The JSON of an incident says what the record says, and apart from it what follows."""

import json
from collections.abc import Callable

import pytest
from synthetic_archive import LEAST, WITHDRAWN

from generator.archive.archive import Archive
from generator.datasets.incident_json import incident_document, incident_json, one_line
from generator.model.incident import Incident

Build = Callable[..., Archive]
SITE = "https://example.org/archive/"


def test_record_as_written(archive: Archive) -> None:
    """The document holds the record's fields as written, short forms written out, and no other."""
    document = incident_document(archive, "syn-0000002", site_url=None)
    del document["derived"]
    assert document == {
        "schema_version": 1,
        "archive": "Synthetic Archive of Ålesund & أرشيف",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "id": "syn-0000002",
        "title": "Synthetic explosion at a place without a file",
        "type": "strike",
        "status": "unverified",
        "date": {"value": "XXXX-12-31", "anchor": "reported"},
        "location": {"as_stated": "+963 is how this place begins", "within": "province"},
        "reports": [{"url": "https://example.com/b", "source": {"name": "Synthetic Blog", "kind": "online"}}],
        "body": "Synthetic body of the second record.",
    }


def test_absent_stays_absent(archive: Archive) -> None:
    """A date without a year has no earliest and no latest day, and a record never read no review."""
    document = incident_document(archive, "syn-0000002", site_url=None)["derived"]
    assert document == {
        "url": "incidents/syn-0000002/",
        "date_words": "31 December, year not stated, date of the report",
        "date_anchor": "reported",
        "location_relation": "at",
        "location_path": [
            {"key": "province", "name": "Synthetic Province"},
            {"key": "country", "name": "Synthetic Country"},
        ],
        "status_ceiling": {
            "status": "single-source",
            "because": "its origins are known only by description or have no record yet",
        },
        "lines_of_origin": [
            {
                "name": "Synthetic Blog",
                "party": False,
                "identified": False,
                "asserting": True,
                "citations": [0],
            }
        ],
        "reports": [
            {
                "stance": "reports",
                "source_name": "Synthetic Blog",
                "url": "https://example.com/b",
            }
        ],
        "relations": [
            {
                "relation": "answered-by",
                "id": "syn-0000001",
                "url": "incidents/syn-0000001/",
                "basis": "The monitor says so.",
            }
        ],
    }


def test_stated_and_derived_are_apart(archive: Archive) -> None:
    """What the archive works out stands under `derived`, with reports resolved in their order."""
    document = incident_document(archive, "syn-0000001", site_url=SITE)
    assert document["effects"][1] == {
        "kind": "killed",
        "who": "Soldiers",
        "count": {"min": 2, "max": 4},
        "report": ["m"],
    }
    assert document["derived"] == {
        "url": "https://example.org/archive/incidents/syn-0000001/",
        "date_earliest": "2024-02-01",
        "date_latest": "2024-02-01",
        "date_words": "1 February 2024, 22:05",
        "date_anchor": "occurred",
        "location_relation": "near",
        "location_path": [
            {"key": "north-base", "name": "Synthetic North Base"},
            {"key": "province", "name": "Synthetic Province"},
            {"key": "country", "name": "Synthetic Country"},
        ],
        "status_ceiling": {
            "status": "corroborated",
            "because": "3 lines of origin, 2 of them not a party to it",
        },
        "lines_of_origin": [
            line("press-office", "Synthetic Press Office", [0], party=True),
            line("agency", "Synthetic Agency", [0]),
            line("monitor", "Synthetic Monitor", [1]),
        ],
        "reports": [
            {
                "stance": "reports",
                "source": "agency",
                "source_name": "Synthetic Agency",
                "url": "https://example.com/item",
                "title": "Synthetic item",
                "language": "en",
                "published": "2024-02-02",
                "retrieved": "2026-11-20",
                "archived": [{"url": "https://example.org/copy"}],
            },
            {
                "stance": "reports",
                "source": "monitor",
                "source_name": "Synthetic Monitor",
                "url": "https://example.com/m",
                "published": "2024-02",
                "retrieved": "2026-11-21",
            },
        ],
        "relations": [
            {
                "relation": "merged-from",
                "id": "syn-0000003",
                "url": "https://example.org/archive/incidents/syn-0000003/",
                "withdrawn": True,
            },
            {
                "relation": "response-to",
                "id": "syn-0000002",
                "url": "https://example.org/archive/incidents/syn-0000002/",
                "basis": "The monitor says so.",
            },
        ],
        "reviewed": "2026-11-22",
    }


def line(key: str, name: str, citations: list[int], *, party: bool = False) -> dict[str, object]:
    return {
        "key": key,
        "name": name,
        "party": party,
        "identified": True,
        "asserting": True,
        "citations": citations,
    }


def test_tombstone(archive: Archive) -> None:
    """A withdrawn record gives its id, its address and why it was withdrawn, and nothing else."""
    document = incident_document(archive, "syn-0000003", site_url=SITE)
    assert document == {
        "schema_version": 1,
        "archive": "Synthetic Archive of Ålesund & أرشيف",
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "id": "syn-0000003",
        "withdrawn": {"on": "2026-11-20", "reason": "duplicate", "merged_into": "syn-0000001"},
        "derived": {"url": "https://example.org/archive/incidents/syn-0000003/"},
    }


def test_relation_to_a_tombstone(build: Build) -> None:
    """A relation that a record states itself to a withdrawn one stays; the other's words do not."""
    related = "related: [{id: syn-0000005, relation: same-report}]"
    least = LEAST.replace("type: strike", f"type: strike\n{related}")
    withdrawn = WITHDRAWN.replace("id: syn-0000003", "id: syn-0000005")
    withdrawn = withdrawn.replace("follows, basis", "same-report, basis")
    archive = build(least=least, withdrawn=withdrawn.replace("duplicate, merged_into: syn-0000001", "safety"))
    assert archive.incidents["syn-0000002"].relations[0].basis == "The zebra follows."
    assert incident_document(archive, "syn-0000002", site_url=None)["derived"]["relations"] == [
        {
            "relation": "same-report",
            "id": "syn-0000005",
            "url": "incidents/syn-0000005/",
            "withdrawn": True,
        }
    ]


def test_translations_as_written(build: Build) -> None:
    """Translations stand as the record has them, what is left out being absent; the title stays the first one."""
    translations = "translations: {ar: {title: ضربة مصطنعة للاختبار}, fa: {title: Synthetic title, body: Synthetic.}}"
    archive = build(least=LEAST.replace("type: strike", f"type: strike\n{translations}"))
    document = incident_document(archive, "syn-0000002", site_url=None)
    assert document["title"] == "Synthetic explosion at a place without a file"
    assert document["translations"] == {
        "ar": {"title": "ضربة مصطنعة للاختبار"},
        "fa": {"title": "Synthetic title", "body": "Synthetic."},
    }


def test_order_of_keys(archive: Archive) -> None:
    """Keys stand in the order of the model, so that two releases can be compared by line."""
    document = incident_document(archive, "syn-0000001", site_url=None)
    fields = [field for field in Incident.model_fields if field in document]
    assert list(document) == ["schema_version", "archive", "licence", *fields, "derived"]


def test_added_keys_are_no_fields() -> None:
    """The keys that the archive adds are none a record can have."""
    added = {"schema_version", "archive", "licence", "derived"}
    assert added & set(Incident.model_fields) == set()


@pytest.mark.parametrize("write", [incident_json, one_line])
def test_bytes_read_back(archive: Archive, write: type[bytes]) -> None:
    """The bytes are UTF-8 with Arabic as it is written, and read back as the document."""
    document = incident_document(archive, "syn-0000001", site_url=None)
    content = write(document)
    assert ("قاعدة".encode() in content, json.loads(content)) == (True, document)


def test_line_ends(archive: Archive) -> None:
    """The single file ends with a line end; the one line has none."""
    document = incident_document(archive, "syn-0000001", site_url=None)
    assert (incident_json(document)[-3:], one_line(document).count(b"\n")) == (b"\n}\n", 0)
