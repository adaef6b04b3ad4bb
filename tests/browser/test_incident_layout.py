"""The page of an incident in a real browser: two columns, drawn lines of origin, permanent links, in both directions."""

import pytest
from playwright.sync_api import Browser, Page
from window import opened

pytestmark = pytest.mark.browser

MANY = "incidents/syb-c908cd0/"


def left(page: Page, selector: str) -> float:
    """The left edge of the first element, in pixels."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"]


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize(("prefix", "rtl"), [("", False), ("ar/", True)], ids=["English", "Arabic"])
def test_two_columns_on_a_wide_screen(browser: Browser, host: str, prefix: str, rtl: bool) -> None:
    """On a wide screen what is at a glance stands beside the account, at the end of the line, and the table below both."""
    page, wrong = opened(browser, host + prefix + MANY, width=1280)
    assert wrong == []
    account, aside = left(page, ".incident-account"), left(page, ".incident-aside")
    assert (aside < account) is rtl
    assert abs(top(page, ".incident-aside") - top(page, ".incident-account")) < 2
    assert top(page, ".accounts") > top(page, ".incident-aside")
    page.context.close()


@pytest.mark.parametrize("prefix", ["", "ar/"], ids=["English", "Arabic"])
def test_one_column_on_a_phone(browser: Browser, host: str, prefix: str) -> None:
    """On a phone the map follows the account, what is at a glance the map, the standing that; nothing is wider than the window."""
    page, wrong = opened(browser, host + prefix + MANY, width=390)
    assert wrong == []
    order = [".reported", ".incident-aside .map", ".glance", ".nearby", "[aria-labelledby=standing]", ".accounts"]
    tops = [top(page, selector) for selector in order]
    assert tops == sorted(tops)
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    page.context.close()


@pytest.mark.parametrize(("prefix", "rtl"), [("", False), ("ar/", True)], ids=["English", "Arabic"])
def test_lines_run_from_the_root(browser: Browser, host: str, prefix: str, rtl: bool) -> None:
    """A drawn line begins with its root at the start of the line of text, and its reports stand further on."""
    page, _ = opened(browser, host + prefix + MANY, width=1280)
    root, step = left(page, ".lines .root"), left(page, ".lines .step .node")
    leaf = left(page, ".lines .step .leaf .citation-number")
    assert [root, step, leaf] == sorted([root, step, leaf], reverse=rtl)
    page.context.close()


def test_a_permanent_link_shows_with_the_keyboard(browser: Browser, host: str) -> None:
    """The permanent link of a section is not seen until it has the focus, and leads to the section."""
    page, _ = opened(browser, host + MANY, width=1280)
    link = page.locator("#standing .permalink")
    assert link.evaluate("element => getComputedStyle(element).opacity") == "0"
    page.locator("#related .permalink").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    shown = page.evaluate("getComputedStyle(document.activeElement).opacity")
    assert (page.evaluate("document.activeElement.getAttribute('href')"), shown) == ("#related", "1")
    page.context.close()


def test_a_citation_is_taken_with_one_press(browser: Browser, host: str) -> None:
    """One press on a form of the citation selects the whole of it."""
    page, _ = opened(browser, host + MANY, width=1280)
    page.locator(".cite summary").click()
    page.locator(".cite pre").first.click()
    assert page.evaluate("getSelection().toString().trim()") == page.locator(".cite pre").first.inner_text().strip()
    page.context.close()


def test_days_keep_their_order_on_arabic_pages(browser: Browser, host: str) -> None:
    """The strip reads from the earlier day on the left, and a coded date keeps its year before its month."""
    page, _ = opened(browser, host + "ar/" + MANY, width=1280)
    directions = page.evaluate(
        "[...document.querySelectorAll('.nearby-strip, .edtf')].map(one => getComputedStyle(one).direction)"
    )
    assert set(directions) == {"ltr"}
    page.context.close()
