"""Hostile texts of records in a real browser: what the check lets through, and what it would refuse, stay text in every script."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Quiet
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, expect
from synthetic_project import FILES, copied_project
from window import opened

from generator.archive.link import link
from generator.checking.check import Check, check
from generator.datasets.address_list import PATH, address_list
from generator.datasets.datasets import JSON, Dataset, datasets
from generator.pages.incident_row import incident_rows
from generator.pages.search_records import search_records
from generator.pages.site import site_pages
from generator.publishing import mkdocs_plugin
from generator.publishing.production import Production
from generator.reading.folder import read_archive

pytestmark = pytest.mark.browser

HOSTILE = "\"><img src=x onerror=\"document.title='ran'\">'</script><script>alert(1)</script>{n}{0.a}$& __proto__"
QUOTED = '"' + HOSTILE.replace('"', '\\"') + '"'
NAMES = {
    "records/2024/one.md": (("title: Synthetic strike on the north base", f"title: {QUOTED}\ntranslations: {{ar: {{title: {QUOTED}}}}}"),),
    "records/2024/number-3.md": (("synthetic place without a file", QUOTED),),
    "records/2024/number-7.md": (("source: monitor", f"source: {{name: {QUOTED}, kind: online}}"),),
    "locations/north-base.yml": (("name: Synthetic north base", f"name: {QUOTED}"), ("قاعدة اصطناعية", QUOTED)),
    "sources/agency.yml": (("name: Synthetic agency", f"name: {QUOTED}"), ("[وكالة]", f"[{QUOTED}]")),
    "actors/group.yml": (("name: Synthetic group", f"name: {QUOTED}"),),
    "vocabulary/types.yml": (("label: Strike", f"label: {QUOTED}"),),
    "vocabulary/means.yml": (("label: Drone", f"label: {QUOTED}"),),
    "archive.yml": (("title: Synthetic archive", f"title: {QUOTED}\nlanguages: [en, ar]"),),
}  # fmt: skip
"""Where the hostile text stands: the file, what it replaces, what stands there instead."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A static host that has the synthetic archive with hostile texts, whatever the check says of them."""
    files = dict(FILES)
    for file, swaps in NAMES.items():
        for usual, hostile in swaps:
            assert usual in files[file]
            files[file] = files[file].replace(usual, hostile)
    root = copied_project(tmp_path_factory.mktemp("hostile") / "project", files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mkdocs_plugin, "produce", lambda *_given, **_named: production(root))
        build(load_config(str(root / "mkdocs.yml"), strict=True))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def production(root: Path) -> Production:
    """What is published from records as they were read."""
    read = read_archive(root / "incidents", prefix="incidents")
    records = check(read, today=date(2026, 11, 22), mint=lambda: "syn-0000000").records
    archive = link(records)
    found = search_records(archive, incident_rows(archive))
    pages = site_pages(archive, found=found)
    listed = Dataset(PATH, JSON, "Addresses", address_list(pages))
    return Production(
        read, Check(records, ()), archive, pages, (*datasets(archive, site_url="https://example.org/"), listed), found
    )


@pytest.fixture
def at(browser: Browser, host: str) -> Iterator[Callable[..., Page]]:
    """Opens an address of that site; nothing may have gone wrong in it, and nothing of a text may have run."""
    windows: list[tuple[Page, list[str]]] = []

    def open_at(address: str, ready: str = "main") -> Page:
        page, wrong = opened(browser, host + address)
        page.wait_for_selector(ready)
        windows.append((page, wrong))
        return page

    yield open_at
    for page, wrong in windows:
        ran = page.evaluate(
            "document.title === 'ran' || document.querySelectorAll('main img, main script, [onerror], [onload]').length"
        )
        page.context.close()
        assert (wrong, ran) == ([], 0 if ran == 0 else False)


@pytest.mark.parametrize("tree", ["", "ar/"])
def test_pages_show_hostile_texts_as_text(at: Callable[..., Page], tree: str) -> None:
    """The page of the incident, of its location and of its source are headed by the text itself, in both languages."""
    for address in ("incidents/syn-0000001/", "locations/north-base/", "sources/agency/"):
        page = at(tree + address)
        assert shown("") in shown(page.locator("h1").inner_text())
        assert page.locator("meta[property='og:title']").get_attribute("content").count("document.title") >= 1


@pytest.mark.parametrize("tree", ["", "ar/"])
def test_explore_shows_hostile_texts_as_text(at: Callable[..., Page], tree: str) -> None:
    """Rows, filters, chosen filters, the map and a search for words show them, and each filter can be chosen."""
    page = at(f"{tree}explore/?q=onerror&location=north-base&actor=group", "#explore[data-ready]")
    assert shown("") in shown(page.locator("#explore-table").inner_text())
    assert shown("") in shown(page.locator("#explore-chosen").inner_text())
    page.goto(page.url.split("?")[0])
    page.wait_for_selector("#explore[data-ready]")
    for facet in page.locator("details.facet:not([hidden])").all():
        if not facet.evaluate("element => element.open"):
            facet.locator("summary").click()
        facet.locator("input").first.check()
    expect(page.locator("#explore-chosen button")).to_have_count(7)


@pytest.mark.parametrize("tree", ["", "ar/"])
def test_search_shows_hostile_texts_as_text(at: Callable[..., Page], tree: str) -> None:
    """Results, their passages and the filters show them."""
    page = at(f"{tree}search/?q=onerror", "#search[data-ready]")
    page.wait_for_selector(".search-list li")
    assert page.locator(".search-list li").count() >= 3
    assert "<img src=x onerror=" in page.locator(".search-list").inner_text()


def test_an_address_near_a_hostile_record_shows_its_title_as_text(at: Callable[..., Page], host: str) -> None:
    """The page for what is not there sets the title beside the id as text."""
    page = at("404.html")
    page.evaluate("path => history.replaceState(null, '', path)", "/incidents/syn-0000011/")
    page.evaluate("host => import(host + 'assets/missing/missing.js?again')", host)
    expect(page.locator(".near").first).to_contain_text("onerror")


def shown(text: str) -> str:
    """The hostile text, or a text that may hold it, without spaces; empty stands for the hostile text."""
    return "".join(sign for sign in (text or HOSTILE) if not sign.isspace())
