"""The built site in a real browser: wide and narrow, light and dark, with and without JavaScript."""

import pytest
from playwright.sync_api import Browser
from window import opened

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "incident": "incidents/syb-4k7m2xq/",
    "incident of many reports": "incidents/syb-t4wnyh8/",
    "month": "timeline/2023/12/",
    "location": "locations/conoco-gas-field/",
    "source": "sources/al-mayadeen/",
    "report": "reports/socialbites-rewritten-report-eastern-syria/",
}


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (390, "dark")], ids=["wide and light", "narrow and dark"]
)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_loads_whole(browser: Browser, host: str, path: str, width: int, scheme: str) -> None:
    """A page loads without an error or a request to another host, shows its heading, and is no wider than the window."""
    page, wrong = opened(browser, host + path, width=width, scheme=scheme)
    assert wrong == []
    assert page.locator("h1").is_visible()
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    page.context.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "dark"), (390, "light")], ids=["wide and dark", "narrow and light"]
)
@pytest.mark.parametrize("path", [PAGES["home"], PAGES["incident"]], ids=["home", "incident"])
def test_the_other_way_round_too(browser: Browser, host: str, path: str, width: int, scheme: str) -> None:
    """Width and colours do not depend on each other."""
    test_a_page_loads_whole(browser, host, path, width, scheme)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_reads_without_javascript(browser: Browser, host: str, path: str) -> None:
    """Without JavaScript a page has the same heading and the same links, and shows the heading."""
    found = []
    for scripts in (True, False):
        page, _ = opened(browser, host + path, scripts=scripts)
        assert page.locator("h1").is_visible()
        found.append(
            (page.locator("h1").inner_text(), [link.get_attribute("href") for link in page.locator("article a").all()])
        )
        page.context.close()
    assert found[0][1] != []
    assert found[0] == found[1]


def test_the_content_is_one_key_away(browser: Browser, host: str) -> None:
    """The first press of Tab reaches the link that skips to the content, it can be seen, and Enter goes there."""
    page, _ = opened(browser, host + PAGES["incident"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#content'")
    assert page.evaluate("document.activeElement.id") == "content"
    page.context.close()


def test_dark_is_dark(browser: Browser, host: str) -> None:
    """Who prefers dark gets a dark ground, who prefers light a light one."""
    ground = {}
    for scheme in ("light", "dark"):
        page, _ = opened(browser, host, scheme=scheme)
        ground[scheme] = page.evaluate(
            "getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)"
        )
        page.context.close()
    assert ground["dark"] < 200 < 600 < ground["light"]
