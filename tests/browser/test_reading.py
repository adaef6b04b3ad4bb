"""The built site in a real browser: wide and narrow, light and dark, with and without JavaScript."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from synthetic_project import SITE_URL

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
BELOW = urlsplit(SITE_URL).path


class Quiet(SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; where there is none the tests are left out, but not in continuous integration."""
    executable = os.environ.get("CHROMIUM", "")
    if not executable:
        if os.environ.get("CI") == "true":
            pytest.fail("CHROMIUM names no browser")
        pytest.skip("CHROMIUM names no browser; `make test` sets it where it finds one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a static host that has the site below a path."""
    root = tmp_path_factory.mktemp("host")
    place = root / BELOW.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BELOW}"
    server.shutdown()


def opened(
    browser: Browser, address: str, *, width: int = 1280, scheme: str = "light", scripts: bool = True
) -> tuple[Page, list[str]]:
    """A page in a fresh window, and what went wrong while it was loaded: errors, and requests to other hosts."""
    window = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
    )  # type: ignore[arg-type]
    page, wrong = window.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda request: wrong.append(request.url) if urlsplit(request.url).netloc != urlsplit(address).netloc else None,
    )
    page.on(
        "response",
        lambda response: wrong.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    page.goto(address, wait_until="networkidle" if width > 1000 and scheme == "light" and scripts else "load")
    return page, wrong


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
