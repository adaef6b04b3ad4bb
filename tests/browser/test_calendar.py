"""The calendar of a year in a real browser: weeks in the direction of the page, days large enough to touch, read without scripts."""

import pytest
from playwright.sync_api import Browser
from window import opened

pytestmark = pytest.mark.browser

YEAR = "timeline/2023/"
LANGUAGES = ("", "ar/")
GRID = """
() => [...document.querySelectorAll('.calendar-month')].map(month => {
  const left = element => Math.round(element.getBoundingClientRect().left)
  return {
    heads: [...month.querySelectorAll('.calendar-week span')].map(left),
    days: [...month.querySelectorAll('.calendar-days li')].map(left),
  }
})
"""


@pytest.mark.parametrize(("language", "monday_first"), [("", 0), ("ar/", 6)])
def test_weeks_run_in_the_direction_of_the_page(browser: Browser, host: str, language: str, monday_first: int) -> None:
    """Monday is at the left in English and at the right in Arabic, and the first of a month stands under its weekday."""
    page, wrong = opened(browser, host + language + YEAR)
    months = page.evaluate(GRID)
    assert wrong == []
    assert len(months) == 12
    for month in months:
        assert sorted(month["heads"]).index(month["heads"][0]) == monday_first
    # 1 January 2023 was a Sunday, 1 May 2023 a Monday.
    assert months[0]["days"][0] == months[0]["heads"][6]
    assert months[4]["days"][0] == months[4]["heads"][0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_day_that_leads_somewhere_can_be_touched(browser: Browser, host: str, language: str, width: int) -> None:
    """The link of a day is at least 24 pixels wide and high, and the page does not scroll sideways."""
    page, _ = opened(browser, host + language + YEAR, width=width)
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('.calendar-days a')].map(a => a.getBoundingClientRect())"
        ".map(box => [box.width, box.height])"
    )
    assert len(sizes) > 30
    assert min(min(size) for size in sizes) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_day_leads_to_its_incidents(browser: Browser, host: str) -> None:
    """The link of a day opens the page of its month where the day stands."""
    page, _ = opened(browser, host + YEAR)
    page.get_by_role("link", name="17 December 2023: 2 incidents").click()
    assert page.url.endswith("timeline/2023/12/#day-17")
    assert page.locator(".day:has(#day-17) .incident-row").count() == 2


def test_the_calendar_is_read_without_scripts(browser: Browser, host: str) -> None:
    """With JavaScript off each day with incidents and each incident of no single day is a link."""
    page, _ = opened(browser, host + YEAR, scripts=False)
    days = page.locator(".calendar-days a")
    assert days.count() > 30
    assert days.first.is_visible()
    assert page.locator(".calendar-open a").count() > 5
