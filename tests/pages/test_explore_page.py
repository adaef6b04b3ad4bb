"""The explore page before its scripts run: what is listed, what the scripts are given."""

import re

from synthetic_site import ROOT, links, texts

from generator.pages import explore_page as module
from generator.pages.explore_page import SCRIPTS, explore_page
from generator.pages.incident_row import incident_rows
from generator.pages.map.region_map import region_map

ASSETS = ROOT / "site_templates" / "content" / "assets" / "explore"


def page_of(archive):
    rows = incident_rows(archive)
    return explore_page(archive, rows, region_map(archive, rows, None, archive.locations))


def test_every_incident_is_listed_by_month(real_archive, rendered):
    """Without JavaScript every incident that stands is in the table once, under the month in which it is counted, the latest first."""
    page = rendered(page_of(real_archive))
    shown = links(page, "//tr[@class='explore-row']//th//a", "explore/")
    assert sorted(shown) == sorted(f"incidents/{key}/" for key in real_archive.timeline.ordered)
    months = links(page, "//tr[@class='explore-month']//a", "explore/")
    assert months[-1] == "timeline/undated/"
    assert months[:-1] == sorted(months[:-1], reverse=True)


def test_a_large_archive_lists_its_latest_months(real_archive, rendered, monkeypatch):
    """Beyond the limit the latest months are listed until they hold a hundred incidents; all the others are links."""
    monkeypatch.setattr(module, "MOST_LISTED", 50)
    monkeypatch.setattr(module, "LATEST_LISTED", 10)
    page = rendered(page_of(real_archive))
    assert 10 <= len(page.xpath("//tr[@class='explore-row']")) < 127
    assert len(links(page, "//p[@class='by-year explore-built']/a", "explore/")) > len(
        page.xpath("//tr[@class='explore-month']")
    )


def test_months_are_links_with_their_numbers(tiny_archive, rendered):
    """The links to months count all incidents, those without a datable day included."""
    page = rendered(page_of(tiny_archive))
    numbers = [int(number) for number in texts(page, "//p[@class='by-year explore-built']//span[@class='count']")]
    assert sum(numbers) == len(tiny_archive.timeline.ordered)


def test_its_scripts_are_classic_and_there(tiny_archive):
    """The page runs no module, which a folder could not give, and each of its scripts and styles is a file."""
    page = page_of(tiny_archive)
    assert page.scripts == ()
    assert [path.removeprefix("assets/explore/") for path in page.classic_scripts] == list(SCRIPTS)
    assert sorted(path.name for path in ASSETS.iterdir()) == sorted((*SCRIPTS, "explore.css"))


def test_the_words_of_scripts_are_the_pages(tiny_archive, rendered):
    """Every word that a script asks the page for is there, and the page gives none that no script asks for."""
    asked = set()
    for path in ASSETS.glob("*.js"):
        asked |= set(re.findall(r'\bsay\(\s*"([a-z]+)"', path.read_text(encoding="utf-8")))
    asked |= {"near", "in", "over", "between"}
    place = rendered(page_of(tiny_archive)).xpath("//*[@id='explore']")[0]
    assert {name.removeprefix("data-say-") for name in place.attrib if name.startswith("data-say-")} == asked


def test_scripts_make_no_markup_from_texts():
    """No script turns a text into markup, code or a style."""
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|\.style\b"
    )
    assert [path.name for path in ASSETS.glob("*.js") if forbidden.search(path.read_text(encoding="utf-8"))] == []


def test_scripts_are_small_and_say_what_they_are():
    """A script is at most 250 lines long and begins with a comment."""
    for path in ASSETS.glob("*.js"):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 250
        assert lines[0].startswith("// ")
