"""The page for what is not there: what it offers, whatever was asked for, and below any path."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from audit.static_host import hosted
from playwright.sync_api import Browser, Page
from synthetic_project import SITE_URL

pytestmark = pytest.mark.browser

BELOW = SITE_URL.removeprefix("https://example.org/")
INCIDENT = "incidents/syb-4k7m2xq/"


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site below its path, at a host that shows the site's own page for what is not there."""
    root = tmp_path_factory.mktemp("missing")
    place = root / BELOW
    place.parent.mkdir(parents=True)
    place.symlink_to(site, target_is_directory=True)
    shutil.copy(site / "404.html", root)
    with hosted(root) as host:
        yield host + BELOW


def lost(browser: Browser, address: str, *, scripts: bool = True) -> Page:
    """A page that is not there, once it has had time to think."""
    page = browser.new_context(java_script_enabled=scripts).new_page()
    page.goto(address, wait_until="networkidle")
    return page


def offered(page: Page, tree: int = 0) -> list[str]:
    """The addresses offered below the site's root, in the first language or another."""
    root = page.evaluate("new URL(document.querySelector('[data-tree]').dataset.tree, location).href")
    links = page.locator("[data-tree]").nth(tree).locator(".near a").evaluate_all("all => all.map(link => link.href)")
    return [link.removeprefix(root) for link in links]


@pytest.mark.parametrize(
    ("wrong", "first"),
    [
        ("incidents/syb-4k7m2qx/", INCIDENT),
        ("incidents/syb-4k7m2x", INCIDENT),
        ("incidents/SYB-4K7M2XQ/", INCIDENT),
        ("incident/syb-4k7m2xq/", INCIDENT),
        ("records/syb-4k7m2xq.md", INCIDENT),
        ("incidents/syb-4k7m2xq/),", INCIDENT),
        ("location/al-tanf-garison/", "locations/al-tanf-garrison/"),
        ("incidents/2023-12-29-attack-al-tanf-garrison/", "locations/al-tanf-garrison/"),
        ("2023/12/", "timeline/2023/12/"),
        ("timelin/", "timeline/"),
        ("methods.html", "method/"),
        ("rules/p401", "rules/P401/"),
        ("base/conoco", "locations/conoco-gas-field/"),
    ],
)
def test_the_nearest_address_comes_first(browser: Browser, address: str, wrong: str, first: str) -> None:
    """A mistyped id or key, a folder in the singular, a file's name and an address of another form lead to what was meant."""
    page = lost(browser, address + wrong)
    assert page.locator("h1").inner_text() == "There is no page at this address"
    assert offered(page)[:1] == [first]
    page.context.close()


def test_what_it_offers_is_there(browser: Browser, address: str, site: Path) -> None:
    """Every address offered has a page, at most five are, and an incident's title stands beside its id."""
    page = lost(browser, address + "incidents/syb-4k7m2qx/")
    found = offered(page)
    assert [link for link in found if not (site / link / "index.html").is_file()] == []
    assert 1 <= len(found) <= 5
    assert page.locator(".near li").first.inner_text().startswith(f"{INCIDENT} · ")
    page.context.close()


def test_each_language_leads_into_its_own_pages(browser: Browser, address: str) -> None:
    """The Arabic part offers the Arabic page, also for an address of the Arabic tree, and the only page where there is no other."""
    page = lost(browser, address + "ar/incidents/syb-4k7m2qx/")
    assert (offered(page)[0], offered(page, 1)[0]) == (INCIDENT, f"ar/{INCIDENT}")
    page.goto(address + "codebok/", wait_until="networkidle")
    assert (offered(page), offered(page, 1)) == (["codebook/"], ["codebook/"])
    page.context.close()


@pytest.mark.parametrize(
    "wrong",
    [
        "%3Cimg%20src=x%20onerror=document.title='ran'%3E/",
        "incidents/%3Cscript%3Edocument.title='ran'%3C%2Fscript%3E",
        "javascript:document.title='ran'",
        "%E0%A4%A/%/%%%",
        "b/" * 400,
        "..%2f..%2fincidents%2f",
        "x//////",
        "constructor/__proto__/",
    ],
)
def test_a_hostile_address_does_nothing(browser: Browser, address: str, wrong: str) -> None:
    """Nothing of the address asked for becomes an element, runs, leads out of the site or stops the page."""
    page, faults = browser.new_context().new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address + wrong, wait_until="networkidle")
    assert (page.title().startswith("Page not found"), faults) == (True, [])
    assert page.locator("main img, main script:not([src])").count() == 0
    assert (
        page.locator("main a").evaluate_all(
            "(all, root) => all.map(link => link.href).filter(href => !href.startsWith(root))", address
        )
        == []
    )
    page.context.close()


def test_without_scripts_the_ways_on_stand(browser: Browser, address: str) -> None:
    """Without JavaScript nothing is offered, and the ways on lead to pages that are there."""
    page = lost(browser, address + "incidents/syb-4k7m2qx/", scripts=False)
    assert not page.locator(".near").first.is_visible()
    ways = page.locator("[data-tree]").first.locator("> ul a")
    assert ways.all_inner_texts()[-3:] == ["Incidents by time", "Incidents by location", "All incidents"]
    ways.last.click()
    assert page.url == address + "incidents/"
    page.context.close()
