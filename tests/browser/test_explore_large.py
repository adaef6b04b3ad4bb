"""The explore page over a large archive: the latest years first, the others when they are asked for; titles by page.

The rows are synthetic, made by the same functions as in the bench; the page around them is this project's.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from window import opened

from generator.datasets.explore_data import TITLES_A_PAGE, explore_files
from generator.datasets.explore_rows import Row
from tests.audit.static_host import hosted
from tests.bench.explore import synthetic_rows

pytestmark = pytest.mark.browser

SIZE = 30_000
SAID = 127
"""What the page says there are in all: these words were built with it, for this project's records."""
NEEDLE = "Synthetic needle in the first year"
LATER = "Shown and searched are incidents from Jan {year} on. Those before are not loaded yet."


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    """So many rows over ten years, more than a first view reads; the earliest has a word that no other has."""
    found = list(synthetic_rows(SIZE).rows)
    found[0] = replace(found[0], title=NEEDLE)
    return tuple(found)


@pytest.fixture(scope="module")
def large(site: Path, rows: tuple[Row, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an explore page over those rows."""
    folder = tmp_path_factory.mktemp("large")
    for part in ("explore", "assets"):
        shutil.copytree(site / part, folder / part)
    explored = replace(synthetic_rows(1), rows=rows, vocabularies=synthetic_rows(SIZE).vocabularies)
    for file in explore_files(explored, id_prefix="syb"):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    with hosted(folder) as address:
        yield f"{address}explore/"


@pytest.fixture
def explore(browser: Browser, large: str) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """Opens the page at a query string and waits until it is whole; gives it, and the files of data it has asked for."""
    windows = []

    def open_at(query: str = "") -> tuple[Page, list[str]]:
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        wrong, asked = list[str](), list[str]()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        page.goto(large + query)
        page.wait_for_selector("#explore[data-ready]")
        windows.append((page, wrong))
        return page, asked

    yield open_at
    for page, wrong in windows:
        assert wrong == []
        page.context.close()


def years_of(asked: list[str]) -> set[str]:
    """The chunks among files asked for."""
    return {found[1] for name in asked if (found := re.fullmatch(r"(\d{4}|undated)-[0-9a-f]+\.js", name))}


def latest_years(rows: tuple[Row, ...]) -> list[int]:
    """The latest years that together hold what a first view reads, 20,000 dated rows."""
    years: list[int] = []
    for year in sorted({row.first.year for row in rows if row.first}, reverse=True):
        if sum(row.first is not None and row.first.year in years for row in rows) >= 20_000:
            break
        years.append(year)
    return years


def needed(rows: tuple[Row, ...], year: int) -> set[str]:
    """The chunks that hold what may lie in a year or after it: a span may begin in the year before."""
    return {str(row.first.year) for row in rows if row.first and row.last and row.last.year >= year} | {"undated"}


def fitting(rows: tuple[Row, ...], year: int) -> int:
    """How many may lie in a year or after it; the undated may."""
    return sum(row.last is None or row.last.year >= year for row in rows)


def test_a_first_view_reads_the_latest_years(
    explore: Callable[..., tuple[Page, list[str]]], rows: tuple[Row, ...]
) -> None:
    """Of a large archive only the latest years are read at first; the page says from when, in words and on the bars."""
    page, asked = explore()
    years = latest_years(rows)
    assert years_of(asked) == needed(rows, years[-1])
    assert str(years[-1] - 2) not in years_of(asked)
    expect(page.locator("#explore-found")).to_have_text(f"{fitting(rows, years[-1])} of {SAID} incidents")
    expect(page.locator("#explore-later span")).to_have_text(LATER.format(year=years[-1]))
    assert page.get_by_label("From", exact=True).get_attribute("aria-valuetext") == f"Jan {years[-1]}"
    assert "from" not in page.url


def test_earlier_years_come_when_the_brush_reaches_them(
    explore: Callable[..., tuple[Page, list[str]]], rows: tuple[Row, ...]
) -> None:
    """A slider moved into years that are not here brings those alone, and the rows in them are counted."""
    page, asked = explore()
    year = latest_years(rows)[-1] - 1
    slider = page.get_by_label("From", exact=True)
    slider.focus()
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("#explore-found")).to_have_text(f"{fitting(rows, year)} of {SAID} incidents")
    assert years_of(asked) == needed(rows, year)
    assert f"from={year}-01" in page.url
    expect(page.locator("#explore-later")).to_be_hidden()


def test_words_are_looked_for_in_what_is_here_and_then_in_all(
    explore: Callable[..., tuple[Page, list[str]]], rows: tuple[Row, ...]
) -> None:
    """Words find nothing in years that are not loaded, the page says so, and its button loads them and finds it."""
    page, asked = explore("?q=needle")
    expect(page.locator("#explore-found")).to_have_text("No incident fits all of these filters.")
    expect(page.locator("#explore-later")).to_be_visible()
    page.get_by_role("button", name="Load the earlier years too").press("Enter")
    expect(page.locator("#explore-found")).to_have_text(f"1 of {SAID} incidents")
    expect(page.locator("tbody.explore-live .cell-title")).to_have_text(NEEDLE)
    assert years_of(asked) == {*(str(row.first.year) for row in rows if row.first), "undated"}
    assert page.evaluate("document.activeElement.id") == "explore-q"
    page.reload()
    expect(page.locator("#explore-found")).to_have_text(f"1 of {SAID} incidents")


def test_all_of_a_large_archive_by_its_address(
    explore: Callable[..., tuple[Page, list[str]]], rows: tuple[Row, ...]
) -> None:
    """An address that begins with the first month shows all; with every chunk here each row is counted once."""
    page, _ = explore(f"?from={min(row.first for row in rows if row.first):%Y-%m}")
    expect(page.locator("#explore-found")).to_have_text(f"{SIZE} of {SAID} incidents")
    assert page.evaluate("Explore.data.ranges.reduce((sum, [from, to]) => sum + to - from, 0)") == SIZE


def test_titles_come_by_page_for_the_rows_shown(
    explore: Callable[..., tuple[Page, list[str]]], rows: tuple[Row, ...]
) -> None:
    """Titles are read for the rows shown and no others; a further hundred brings only what it needs."""
    page, asked = explore()
    titles = [name for name in asked if name.startswith("titles-")]
    shown = page.locator("tbody.explore-live .cell-title")
    expect(shown).to_have_count(100)
    latest = sorted((row for row in rows if row.first), key=lambda row: row.first, reverse=True)
    expect(shown.first).to_contain_text("Synthetic ")
    assert {text.strip() for text in shown.all_text_contents()} <= {row.title for row in latest[:200]}
    assert 1 <= len(titles) <= 100 // TITLES_A_PAGE + 2
    page.get_by_role("button", name="Show more").click()
    expect(shown).to_have_count(200)
    assert len([name for name in asked if name.startswith("titles-")]) <= 200 // TITLES_A_PAGE + 2


def test_years_that_cannot_be_read(browser: Browser, large: str, rows: tuple[Row, ...]) -> None:
    """Where earlier years do not come the page says so and goes on with those that are here."""
    page, _ = opened(browser, large)
    page.wait_for_selector("#explore[data-ready]")
    page.route("**/data/explore/**", lambda route: route.abort())
    page.get_by_role("button", name="Load the earlier years too").click()
    expect(page.locator("#explore-notice")).to_have_text(
        "Part of the data could not be loaded. What is shown may lack incidents or titles."
    )
    expect(page.locator("#explore-found")).to_have_text(f"{fitting(rows, latest_years(rows)[-1])} of {SAID} incidents")
    page.context.close()
