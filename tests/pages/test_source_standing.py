"""What a source reported first, where other accounts differ from it, and how well its items are kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from synthetic_site import ARABIC, FILES, STRIKE, Site, archive_at, links, texts, written

from generator.pages.source_firsts import order_of

OBSERVATORY, CHANNEL, RELAY = (f"sources/{key}/" for key in ("observatory", "front-channel", "relay-daily"))
ITEM, RECORD = "reports/original-item.yml", "records/2024/strike.md"


@pytest.fixture
def dated(tmp_path: Path) -> Callable[..., Site]:
    """The tiny site with days of publication for the items on the strike: the observatory's, the channel's, the relay's."""

    def made(first: str, second: str, third: str, relay: str = "reports") -> Site:
        files = dict(FILES)
        files[ITEM] += f"published: {first}\n" if first else ""
        for url, day in (("channel.example/1", second), ("relay.example/strike", third)):
            line = f"  - url: https://{url}\n"
            assert line in files[RECORD]
            files[RECORD] = files[RECORD].replace(line, line + (f"    published: {day}\n" if day else ""))
        line = "    source: relay-daily\n"
        files[RECORD] = files[RECORD].replace(line, f"{line}    stance: {relay}\n")
        return Site(archive_at(written(tmp_path / "incidents", files)))

    return made


def order(site: Site) -> tuple[str, int]:
    """Who was the first on the strike, and by how many days."""
    found = order_of(site.archive, site.archive.incidents[STRIKE].incident)
    assert found is not None
    return found.first, found.ahead


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2024-01-06", "2024-01-08", "2024-01-09"), ("observatory", 2)),
        (("2024-01-06", "2024-02", "2024-01-07"), ("observatory", 1)),
        (("2024-01-09", "2024-01-08", "2024-01-07"), ("relay-daily", 1)),
        (("2024-01-06", "", "2024-01-09"), ("", 0)),
        (("2024-01-06", "2024-01-06", "2024-01-09"), ("", 0)),
        (("2024-01-06", "2024-01", "2024-01-09"), ("", 0)),
        (("2024-01-06?", "2024-01-08", "2024-01-09"), ("", 0)),
        (("2024-01-06", "2024-01-08~", "2024-01-09"), ("", 0)),
    ],
)
def test_the_first_is_named_only_where_days_tell(
    dated: Callable[..., Site], days: tuple[str, str, str], expected: tuple[str, int]
) -> None:
    """A source is the first where its day is sure and every other item is surely later; else nobody is."""
    assert order(dated(*days)) == expected


def test_an_item_on_the_background_decides_nothing(dated: Callable[..., Site]) -> None:
    """An item that only bears on the background may be older or undated, and the order stands."""
    assert order(dated("2024-01-06", "2024-01-09", "", relay="mentions")) == ("observatory", 3)


def test_the_page_says_what_it_reported_first(dated: Callable[..., Site]) -> None:
    """The page counts the incidents with several sources, those of which days tell, and names its own."""
    site = dated("2024-01-06", "2024-01-07", "2024-01-09")
    section = "//section[@aria-labelledby='first']"
    assert texts(site[OBSERVATORY], f"{section}/p")[0] == (
        "On 2 incidents it and another source published items; days of publication tell whose is the earliest in 1 of "
        "them, and in 1 it is its own."
    )
    assert links(site[OBSERVATORY], f"{section}//a[@class='incident-title']", OBSERVATORY) == [f"incidents/{STRIKE}/"]
    assert texts(site[OBSERVATORY], f"{section}//p[@class='says']") == [
        "Published 6 January 2024, 1 day before the next"
    ]
    assert texts(site[CHANNEL], f"{section}//a[@class='incident-title']") == []


def test_a_denial_stands_on_the_pages_of_both_sides(tiny: Site) -> None:
    """Where one source reports and another denies, each page has its own word first and the other's behind the sign."""
    section = "//section[@aria-labelledby='contradicted']"
    for address, words in (
        (OBSERVATORY, "Did it happen? Yes ≠ No, denied"),
        (RELAY, "Did it happen? No, denied ≠ Yes"),
    ):
        assert links(tiny[address], f"{section}//a[@class='incident-title']", address) == [f"incidents/{ARABIC}/"]
        assert texts(tiny[address], f"{section}//p[contains(@class, 'dispute')]") == [words]
    assert texts(tiny[CHANNEL], section) == []


def test_coverage_counts_each_item_once(tiny: Site) -> None:
    """Items with a record and items cited by incidents and tallies count once; what is kept of none is said to be none."""
    section = "//section[@aria-labelledby='coverage']"
    assert texts(tiny[OBSERVATORY], f"{section}/p")[0] == "5 items of it are cited or recorded here. Of these:"
    assert texts(tiny[OBSERVATORY], f"{section}//li") == [
        "0 have a copy at an archive service",
        "0 have a day of publication",
        "5 do not say how much of them was read",
    ]
    assert texts(tiny[RELAY], f"{section}//li") == [
        "0 have a copy at an archive service",
        "1 have a day of publication",
        "1 were read as a whole",
        "2 do not say how much of them was read",
    ]


def test_a_long_list_begins_on_the_page_and_goes_on_behind_a_line(real: Site) -> None:
    """Of many incidents the first stand open and the rest behind one line that says how many they are."""
    page, section = real["sources/sohr/"], "//section[@aria-labelledby='roots']"
    shown = len(texts(page, f"{section}/ol/li"))
    number = int(texts(page, f"{section}/h2/span")[0])
    assert shown == 8
    assert texts(page, f"{section}/details/summary") == [f"{number - 8} more"]
    assert len(texts(page, f"{section}/details/ol/li")) == number - 8


def test_every_section_named_at_the_head_is_there(real: Site) -> None:
    """Each entry of a page's contents leads to a heading of the same page."""
    for address in ("sources/sohr/", "locations/syria/", "actors/us-armed-forces/"):
        named = real[address].xpath("//nav[contains(@class, 'page-contents')]//a/@href")
        assert named
        assert [anchor for anchor in named if not real[address].xpath(f"//h2[@id='{anchor[1:]}']")] == []
