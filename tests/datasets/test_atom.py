"""The feed is valid Atom, gives only dates the records give, and names entries for ever."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from synthetic_archive import FULL, LEAST

from generator.archive.archive import Archive
from generator.datasets.atom import MOST_ENTRIES, atom_feed
from generator.datasets.permanent_urn import NAMESPACE, permanent_urn

SITE = "https://example.org/archive/"
ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = {"a": "http://www.w3.org/2005/Atom"}
Build = Callable[..., Archive]


def feed_of(archive: Archive, site_url: str | None = SITE) -> ElementTree.Element:
    return ElementTree.fromstring(atom_feed(archive, site_url=site_url))


def texts(element: ElementTree.Element, path: str) -> list[str | None]:
    return [found.text for found in element.findall(path, NAMES)]


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in element.findall("a:link", NAMES)}


def test_feed_head(archive: Archive) -> None:
    """The feed has what RFC 4287 demands of it: id, title, updated, author; and its licence."""
    feed = feed_of(archive)
    assert feed.tag == f"{ATOM}feed"
    assert {name: texts(feed, f"a:{name}") for name in ("id", "title", "updated", "rights", "author/a:name")} == {
        "id": [permanent_urn("syn")],
        "title": ["Synthetic Archive of Ålesund & أرشيف"],
        "updated": ["2026-11-22T00:00:00Z"],
        "rights": ["CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"],
        "author/a:name": ["Synthetic Archive of Ålesund & أرشيف"],
    }  # fmt: skip
    assert links(feed) == {"self": f"{SITE}feed.xml", "alternate": SITE}


def test_entry(archive: Archive) -> None:
    """An entry has the status before the title, the day of its review, and its corrections."""
    entry = feed_of(archive).findall("a:entry", NAMES)[0]
    assert texts(entry, "a:title") == ["Corroborated: Synthetic strike on the north base"]
    assert texts(entry, "a:id") == [permanent_urn("syn-0000001")]
    assert texts(entry, "a:updated") == ["2026-11-22T00:00:00Z"]
    assert links(entry) == {"alternate": f"{SITE}incidents/syn-0000001/"}
    assert (texts(entry, "a:summary")[0] or "").splitlines() == [
        "When: 1 February 2024, 22:05",
        "Where: near Synthetic North Base",
        "Lines of origin: 3 – Synthetic Press Office (a party to it); Synthetic Agency; Synthetic Monitor",
        'Correction, 22 November 2026: date was “2024-01-31”, is now “2024-02-01”. The agency & "co" wrote 3 < 4.',
    ]


def test_withdrawn_entry(archive: Archive) -> None:
    """A withdrawal is told by id and reason, without the record's title."""
    entry = feed_of(archive).findall("a:entry", NAMES)[1]
    assert (texts(entry, "a:title"), texts(entry, "a:updated"), texts(entry, "a:summary")) == (
        ["Withdrawn: syn-0000003"],
        ["2026-11-20T00:00:00Z"],
        ["Withdrawn: it duplicates another record. Its content now stands in syn-0000001."],
    )


def test_no_day_no_entry(archive: Archive) -> None:
    """An incident without a day of review is left out, because no date may be made up for it."""
    assert texts(feed_of(archive), "a:entry/a:id") == [
        permanent_urn("syn-0000001"),
        permanent_urn("syn-0000003"),
    ]


def test_empty_feed(build: Build) -> None:
    """A feed without entries is still valid and never asks the clock."""
    feed = feed_of(build(least=LEAST))
    assert (texts(feed, "a:updated"), feed.findall("a:entry", NAMES)) == (
        ["1970-01-01T00:00:00Z"],
        [],
    )


def test_without_site_address(archive: Archive) -> None:
    """Without the site's address, links are relative to the feed and ids stay the same."""
    with_site, without = feed_of(archive), feed_of(archive, None)
    assert texts(without, ".//a:id") == texts(with_site, ".//a:id")
    assert links(without) == {"self": "feed.xml", "alternate": "./"}
    assert [links(entry) for entry in without.findall("a:entry", NAMES)] == [
        {"alternate": "incidents/syn-0000001/"},
        {"alternate": "incidents/syn-0000003/"},
    ]


def test_at_most_fifty(build: Build) -> None:
    """The feed ends after fifty entries, the newest review first and of one day the later event."""
    records = {}
    for number in range(60):
        day = f"2024-01-{number % 28 + 1:02}"
        text = LEAST.replace("syn-0000002", f"syn-00001{number:02}").replace("XXXX-12-31", day)
        read = "2026-11-21" if number == 7 else "2026-11-20"
        text = text.replace("kind: online}}", f"kind: online}}, retrieved: {read}}}")
        records[f"r{number}"] = text.replace("com/b", f"com/{number}")
    archive = build(**records)
    ids = texts(feed_of(archive), "a:entry/a:id")
    assert (len(ids), ids[0]) == (MOST_ENTRIES, permanent_urn("syn-0000107"))
    assert ids[1:4] == [permanent_urn(f"syn-00001{number}") for number in ("55", "27", "54")]


def test_feed_cannot_be_forged(archive: Archive) -> None:
    """Markup and signs that XML forbids stay text of the element they were written in."""
    hostile = "a\x0b</title><entry><id>x</id></entry>]]>&amp;<!--"
    settings = archive.settings.model_copy(update={"title": hostile})
    feed = feed_of(replace(archive, settings=settings))
    assert texts(feed, "a:title") == [hostile.replace("\x0b", "\ufffd")]
    assert len(feed.findall("a:entry", NAMES)) == 2


@pytest.mark.parametrize("name", ["syn", "syn-0000001", "أرشيف"])
def test_permanent_urn(name: str) -> None:
    """Ids of entries are UUIDs of version 5 in the archive's namespace."""
    assert permanent_urn(name) == uuid.uuid5(uuid.UUID(bytes=NAMESPACE), name).urn


def test_urns_never_change() -> None:
    """The id of an entry is the same for ever."""
    assert permanent_urn("syn-0000001") == "urn:uuid:1f5b8de5-fe00-543d-9035-9560f0edd551"


def test_entry_survives_correction(build: Build) -> None:
    """A corrected title or date leaves an entry's id as it was."""
    corrected = FULL.replace("strike on the north base", "drone on the north base")
    feed = feed_of(build(full=corrected, least=LEAST))
    assert texts(feed, "a:entry/a:id") == [permanent_urn("syn-0000001")]
