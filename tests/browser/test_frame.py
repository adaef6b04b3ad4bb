"""The frame around every page: its search field, its switch of language, its list of keys, its paper."""

from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
from page_kinds import largest
from playwright.sync_api import Browser
from synthetic_project import SITE_URL
from window import opened

pytestmark = pytest.mark.browser

INCIDENT = "incidents/syb-4k7m2xq/"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
@pytest.mark.parametrize(("tree", "label", "menu"), [("", "Search", "Menu"), ("ar/", "بحث", "القائمة")])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_search_field_leads_to_the_search(
    browser: Browser, host: str, width: int, tree: str, label: str, menu: str, scripts: bool
) -> None:
    """Words typed at the head of a wide page or in the menu of a narrow one arrive at the search of the same language."""
    page, _ = opened(browser, host + tree + INCIDENT, width=width, scripts=scripts)
    if width == 390:
        page.get_by_role("button", name=menu, exact=True).click()
    fields = page.get_by_role("search")
    assert fields.count() == 1
    fields.get_by_role("searchbox").fill("Koniko كونيكو")
    fields.get_by_role("button", name=label).click()
    page.wait_for_url("**/search/**")
    address = urlsplit(page.url)
    assert address.path == urlsplit(host).path + tree + "search/"
    assert address.query == "q=Koniko+%D9%83%D9%88%D9%86%D9%8A%D9%83%D9%88"
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_other_language_is_one_link_away(browser: Browser, host: str, width: int) -> None:
    """At any width the link to the same page in the other language is seen, named in that language, and leads there and back."""
    page, _ = opened(browser, host + INCIDENT, width=width)
    page.get_by_role("link", name="العربية", exact=True).click()
    assert page.url == f"{host}ar/{INCIDENT}"
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    page.get_by_role("link", name="English", exact=True).click()
    assert page.url == host + INCIDENT
    page.context.close()


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_head_fits_its_window(browser: Browser, host: str, width: int) -> None:
    """In both languages everything at the head of a page lies inside the window, and nothing lies upon another."""
    for tree in ("", "ar/"):
        page, _ = opened(browser, host + tree + "about/", width=width)
        boxes = page.locator(".site-bar > *").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).filter(b => b.width).map(b => [b.left, b.right])"
        )
        boxes.sort()
        assert (boxes[0][0] >= 0, boxes[-1][1] <= width) == (True, True)
        assert [one for one, other in pairwise(boxes) if one[1] > other[0] + 0.5] == []
        page.context.close()


def test_a_narrow_page_does_not_scroll_sideways(browser: Browser, host: str) -> None:
    """The archive's own pages fit a phone in both languages."""
    wide = []
    for address in ("about/", "method/", "data/", "contribute/", "404.html"):
        for tree in ("", "ar/") if address != "404.html" else ("",):
            page, _ = opened(browser, host + tree + address, width=390)
            if page.evaluate("document.documentElement.scrollWidth") > 390:
                wide.append(tree + address)
            page.context.close()
    assert wide == []


def test_the_list_of_keys_is_linked_from_every_page(site: Path) -> None:
    """The foot of every page leads to the list of keys, which stands on the page about the archive of its language."""
    for address in largest(site):
        path = site / address / "index.html" if address.endswith("/") or not address else site / address
        page = lxml.html.document_fromstring(path.read_bytes())
        (link,) = page.xpath("//footer//a[contains(@href, '#keyboard')]/@href")
        assert link.removesuffix("#keyboard").endswith(("about/", "./")) or link == "#keyboard"
    for tree in ("", "ar/"):
        about = lxml.html.document_fromstring((site / tree / "about" / "index.html").read_bytes())
        assert about.xpath("//section[h2/@id='keyboard']//kbd/text()")[:3] == ["Tab", "Shift", "Tab"]


def test_paper_bears_the_pages_address(browser: Browser, host: str, site: Path) -> None:
    """Printed, a page of a published site ends with its address; on a screen the line is not shown."""
    page, _ = opened(browser, host + INCIDENT)
    line = page.get_by_text(f"Address of this page: {SITE_URL}{INCIDENT}")
    assert not line.is_visible()
    page.emulate_media(media="print")
    assert line.is_visible()
    page.context.close()


def test_nothing_is_cut_on_paper(browser: Browser, host: str, site: Path) -> None:
    """Every kind of page fits the width of a sheet of A4 between its margins."""
    window = browser.new_context(viewport={"width": 687, "height": 1000})
    page = window.new_page()
    page.emulate_media(media="print")
    wide = []
    for address in largest(site):
        page.goto(host + address)
        if page.evaluate("document.documentElement.scrollWidth") > 687:
            wide.append(address)
    window.close()
    assert wide == []
