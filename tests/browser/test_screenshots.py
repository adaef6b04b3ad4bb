"""The pictures that `make screenshots` takes: every kind of page, and no page that misbehaves."""

import re
import struct
from datetime import date
from pathlib import Path

import pytest
from page_kinds import kind, languages
from playwright.sync_api import Browser
from synthetic_project import FILES, ROOT, archive, copied_project

from generator.archive.link import link
from generator.checking.check import check
from generator.pages.site import site_pages
from generator.reading.folder import read_archive
from tests.audit.static_host import hosted
from tests.browser.screenshots import Shot, contact_sheet, kind_name, main, shots, take

TEMPLATES = ROOT / "site_templates" / "pages"


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of synthetic records with every kind of page, and its site."""
    root = copied_project(tmp_path_factory.mktemp("shots") / "project", FILES)
    done = archive(root, "build")
    assert (done.returncode, done.stderr) == (0, "")
    return root


def test_every_template_of_a_page_is_pictured(synthetic: Path) -> None:
    """Every template that is a page, and not a part that others take in, is that of a page of which a picture is taken."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html.j2")}
    parts = {name for text in texts.values() for name in re.findall(r'(?:from|import|include|extends) "([^"]+)"', text)}
    read = read_archive(synthetic / "incidents", prefix="incidents")
    records = check(read, today=date(2026, 11, 22), mint=lambda: "syn-0000000").records
    template = {page.address: page.template for page in site_pages(link(records))}
    pictured = {template[shot.address] for shot in shots(synthetic / "site") if shot.address in template}
    assert texts.keys() - parts - pictured == set()


def test_a_page_is_pictured_at_each_width_and_in_each_scheme(synthetic: Path) -> None:
    """Each kind has four pictures a language, whose names say which; no two pictures have one name."""
    taken = shots(synthetic / "site")
    assert [shot.name for shot in taken if shot.kind == "incidents-withdrawn" and shot.language == "en"] == [
        "incidents-withdrawn-1280-light-en.png",
        "incidents-withdrawn-1280-dark-en.png",
        "incidents-withdrawn-390-light-en.png",
        "incidents-withdrawn-390-dark-en.png",
    ]
    assert len({shot.name for shot in taken}) == len(taken)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", "home"),
        ("404.html", "404"),
        ("timeline/2024/", "timeline-year"),
        ("timeline/2024/01/", "timeline-month"),
        ("timeline/undated/", "timeline-undated"),
        ("contribute/form/", "contribute-form"),
        ("series/", "series"),
        ("series/wave/", "series-entry"),
    ],
)
def test_a_kind_has_a_name(address: str, expected: str) -> None:
    """The name of a picture tells the kind of its page."""
    assert kind_name(kind(address)) == expected


def test_another_language_has_kinds_of_its_own(tmp_path: Path) -> None:
    """Pages below a language's code are pictured besides the others, under the code."""
    for name in ("index.html", "ar/index.html", "ar/incidents/syn-1/index.html", "ar/404.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('<html lang="en">', encoding="utf-8")
    assert languages(tmp_path) == ["ar"]
    assert kind("ar/incidents/syn-1/") == "ar/incidents/*/"
    assert {(shot.kind, shot.address, shot.language) for shot in shots(tmp_path)} == {
        ("home", "", "en"),
        ("home", "ar/", "ar"),
        ("incidents-entry", "ar/incidents/syn-1/", "ar"),
        ("404", "ar/404.html", "ar"),
    }


@pytest.mark.browser
def test_a_picture_is_of_the_whole_page(browser: Browser, synthetic: Path, tmp_path: Path) -> None:
    """A picture is as wide as the window and as high as the page, and nothing is wrong with the page."""
    shot = Shot("home", "", 390, "dark", "en")
    with hosted(synthetic / "site") as host:
        assert take(browser, host, shot, tmp_path) == []
    width, height = struct.unpack(">II", (tmp_path / shot.name).read_bytes()[16:24])
    assert (width, height > 900) == (390, True)


@pytest.mark.browser
def test_a_page_that_misbehaves_is_told(browser: Browser, tmp_path: Path) -> None:
    """A page that is too wide, speaks in the console and asks another host is told for each of the three."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>Synthetic</title><link rel=icon href=data:,>"
        "<div style='width: 2000px'>wide</div><script>console.info('synthetic words')</script>"
        "<img src='http://foreign.invalid/x.png' alt=''>",
        encoding="utf-8",
    )
    with hosted(tmp_path) as host:
        wrong = take(browser, host, Shot("home", "", 390, "light", "en"), tmp_path)
    assert f"says in the console: synthetic words ({host})" in wrong
    assert "asks another host: http://foreign.invalid/x.png" in wrong
    assert "scrolls sideways: 2008 pixels wide in a window of 390" in wrong


def test_the_sheet_shows_every_picture() -> None:
    """The sheet has one picture and one link for each file."""
    taken = [Shot("home", "", width, "light", "en") for width in (390, 1280)]
    sheet = contact_sheet(taken)
    assert re.findall(r'<a href="([^"]+)"><img src="([^"]+)"', sheet) == [(shot.name, shot.name) for shot in taken]


def test_without_a_browser_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a browser the command ends with 2 and one sentence."""
    monkeypatch.setenv("CHROMIUM", "")
    assert main([]) == 2
    assert capsys.readouterr().err == (
        "error: `make screenshots` needs Chromium: install it, or set CHROMIUM=/path/to/chromium.\n"
    )
