"""The content security policy of every page, what a page loads and weighs, and pages read out of a folder."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
from page_kinds import both_ends, largest
from playwright.sync_api import Browser
from synthetic_project import SITE_URL
from window import opened

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
INCIDENTS = ["incidents/syb-4k7m2xq/", "incidents/syb-t4wnyh8/"]
BELOW = urlsplit(SITE_URL).path
FIRST_VIEW = 25_000
"""Bytes at most for the first view of an incident page, compressed, all included. Raise it only with a reason."""


def test_every_page_bears_the_policy(site: Path) -> None:
    """The policy is the second thing in the head of every page, before anything that could be loaded; the search's alone allows WebAssembly."""
    found: dict[tuple[str, ...], set[str]] = {}
    for path in site.rglob("*.html"):
        head = lxml.html.document_fromstring(path.read_bytes()).xpath("//head")[0]
        begins = tuple(lxml.html.tostring(child, encoding="unicode").strip() for child in head[:2])
        found.setdefault(begins, set()).add(path.relative_to(site).as_posix())
    begins = '<meta charset="utf-8">'
    search = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    policies = {
        (begins, f'<meta http-equiv="Content-Security-Policy" content="{policy}">') for policy in (POLICY, search)
    }
    assert found.keys() == policies
    assert found[begins, f'<meta http-equiv="Content-Security-Policy" content="{search}">'] == {
        "search/index.html", "ar/search/index.html",
    }  # fmt: skip


def test_nothing_runs_or_paints_from_inside_a_page(site: Path) -> None:
    """No page of the site has a script, a style or a handler of its own inside it."""
    inside = "//script[not(@src)] | //style | //*[@style] | //*[@*[starts-with(name(), 'on')]] | //base"
    found = {
        path.relative_to(site).as_posix(): [element.tag for element in elements]
        for path in site.rglob("*.html")
        if (elements := lxml.html.document_fromstring(path.read_bytes()).xpath(inside))
    }
    assert found == {}


def test_a_page_loads_what_it_uses(site: Path) -> None:
    """Every page loads the frame's styles and script and the archive's styles; only the form, explore, the search and the page for what is missing load more, each its own."""
    more: dict[str, set[str]] = {}
    for path in site.rglob("*.html"):
        tree = lxml.html.document_fromstring(path.read_bytes())
        targets = tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")
        names = {target.rpartition("assets/")[2] for target in targets}
        assert names >= {"frame.css", "archive.css", "frame.js"}
        for name in names - {"frame.css", "archive.css", "frame.js"}:
            more.setdefault(name.partition("/")[0], set()).add(path.relative_to(site).as_posix())
    assert more == {
        "form": {"contribute/form/index.html"},
        "explore": {"explore/index.html", "ar/explore/index.html"},
        "search": {"search/index.html", "ar/search/index.html"},
        "missing": {"404.html"},
    }


def test_every_asset_is_used(site: Path) -> None:
    """The site ships its own assets and nothing of the stock theme."""
    assert sorted(path.name for path in (site / "assets").iterdir()) == [
        "archive.css", "cards", "explore", "favicon.svg", "form", "frame.css", "frame.js", "logo.svg", "missing", "search",
        "words.js",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_the_policy(browser: Browser, host: str, site: Path, scheme: str) -> None:
    """No kind of page has an error, a violation of the policy or a request to another host."""
    told = {}
    for address in both_ends(site) if scheme == "light" else largest(site):
        page, wrong = opened(browser, host + address, scheme=scheme)
        if address.endswith("contribute/form/"):
            page.get_by_role("button", name="Check the record").wait_for()
        told[address] = wrong
        page.context.close()
    assert {address: wrong for address, wrong in told.items() if wrong} == {}


def test_the_policy_is_in_force(browser: Browser, host: str) -> None:
    """A script, a handler and a style that got into a page all the same do nothing."""
    page, wrong = opened(browser, host + INCIDENTS[0])
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'ran'";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend",
            "<img src=x onerror=\\"document.title = 'ran'\\"><p id=painted style='color: red'>Synthetic</p>");
    }""")
    page.wait_for_timeout(200)
    assert page.title() != "ran"
    assert page.locator("#painted").evaluate("p => getComputedStyle(p).color") != "rgb(255, 0, 0)"
    assert sum("Content Security Policy" in message for message in wrong) == 3
    page.context.close()


@pytest.mark.parametrize("address", INCIDENTS, ids=["one report", "many reports"])
def test_the_first_view_of_an_incident_is_light(browser: Browser, host: str, site: Path, address: str) -> None:
    """All that a first view of an incident loads is at most 25 kB compressed, and its script under 3 kB as it stands."""
    page, _ = opened(browser, host + address)
    loaded = page.evaluate("performance.getEntries().map(entry => entry.name).filter(name => name.startsWith('http'))")
    files = {urlsplit(name).path.removeprefix(BELOW) for name in loaded}
    weights = {
        name: len(gzip.compress((site / name / "index.html" if name.endswith("/") else site / name).read_bytes(), 6))
        for name in files
    }
    assert weights.keys() >= {address, "assets/archive.css", "assets/frame.css", "assets/frame.js", "assets/logo.svg"}
    assert sum(weights.values()) <= FIRST_VIEW
    assert (site / "assets" / "frame.js").stat().st_size < 3000
    page.context.close()


def test_a_page_reads_out_of_a_folder(browser: Browser, site: Path) -> None:
    """Opened as a file, a page has its styles, its picture and its switch, and breaks no policy."""
    window = browser.new_context(color_scheme="light")
    page, wrong = window.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto((site / INCIDENTS[0] / "index.html").as_uri())
    assert page.locator(".site-name img").evaluate("img => img.naturalWidth") > 0
    page.get_by_role("button", name="Dark colours").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 27)"
    assert wrong == []
    window.close()


def test_a_colour_is_written_once_for_light_and_once_for_dark(site: Path) -> None:
    """No style sheet names the colours of the dark anywhere but beside those of the light."""
    styles = {path.name: path.read_text(encoding="utf-8") for path in (site / "assets").rglob("*.css")}
    assert {name for name, text in styles.items() if "md-" in text} == set()
    assert {name for name, text in styles.items() if "prefers-color-scheme" in text} == {"archive.css"}
    assert styles["archive.css"].count("prefers-color-scheme") == 1
