"""Sentences in which a date or another language stands: dates stay in the line, longer texts have lines of their own."""

import pytest
from playwright.sync_api import Browser
from window import opened

pytestmark = pytest.mark.browser

LINES = "es => es.map(e => getComputedStyle(e).display)"


@pytest.mark.parametrize("address", ["data/", "ar/data/"])
def test_a_day_within_a_sentence_stays_in_its_line(browser: Browser, host: str, address: str) -> None:
    """The day of the last review does not break the sentence that names it."""
    page, _ = opened(browser, host + address)
    assert page.locator("p bdi.unbroken").evaluate_all(LINES) == ["inline", "inline"]


def test_an_english_note_begins_a_line_of_its_own_on_an_arabic_page(browser: Browser, host: str) -> None:
    """Broken inside an Arabic line, the English words could not be followed; in one language they stay in the line."""
    for address, display in (("ar/incidents/syb-c908cd0/", "block"), ("incidents/syb-c908cd0/", "inline")):
        page, _ = opened(browser, host + address)
        assert page.locator(".incident .editors-note > bdi").evaluate_all(LINES) == [display] * 4


def test_columns_of_the_data_fit_a_phone(browser: Browser, host: str) -> None:
    """The tables of columns need no scrolling sideways, and no name of a column lies over its meaning."""
    page, _ = opened(browser, f"{host}ar/data/", width=390)
    wide = "es => es.filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)"
    assert page.locator(".columns-table th, .table-scroll:has(> .columns-table)").evaluate_all(wide) == []
