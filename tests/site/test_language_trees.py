"""The languages of the site: the same pages in each, and no words of one left on a page of another."""

import subprocess
import sys
from pathlib import Path

import pytest
from english_left import english_left
from lxml import html

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
IN_ENGLISH_ALONE = ("codebook/", "rules/", "contribute/form/", "contribute/style/")
"""Pages about how records are written and checked, which stand in the language of the records."""


def addresses(folder: Path) -> set[str]:
    """The addresses of a tree of pages."""
    return {path.parent.relative_to(folder).as_posix() + "/" for path in folder.rglob("index.html")}


def test_every_page_stands_in_arabic(site: Path) -> None:
    """The Arabic tree has every page, but for those about how records are written."""
    english = {address for address in addresses(site) if not address.startswith("ar/")}
    assert english - addresses(site / "ar") == {a for a in english if a.startswith(IN_ENGLISH_ALONE)}
    assert addresses(site / "ar") - english == set()


def test_pages_lead_to_themselves_in_the_other_language(site: Path) -> None:
    """Each page that has another language links to it, by name, and states its own."""
    wrong = []
    for address in addresses(site / "ar"):
        for here, there, language in (
            (site / address, site / "ar" / address, ("en", "ltr", "ar", "العربية")),
            (site / "ar" / address, site / address, ("ar", "rtl", "en", "English")),
        ):
            tree = html.fromstring((here / "index.html").read_bytes())
            found = tree.xpath("//header//a[@class='language']")
            told = [(a.get("hreflang"), a.text_content(), (here / a.get("href")).resolve()) for a in found]
            if (tree.get("lang"), tree.get("dir")) != language[:2] or told != [(*language[2:], there.resolve())]:
                wrong.append(str(here))
    assert wrong == []


def test_no_english_is_left_on_arabic_pages(site: Path) -> None:
    """Every word of ours on an Arabic page is Arabic; what is in another language says so."""
    left = {
        path.relative_to(site).as_posix(): found
        for path in (site / "ar").rglob("*.html")
        if (found := english_left(path.read_bytes(), "ar"))
    }
    assert left == {}


def test_every_message_is_translated() -> None:
    """No message of the code lacks its translation, no translation lacks its message, and each keeps its names."""
    done = subprocess.run(
        [sys.executable, ROOT / "bin" / "texts", "check"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>كلمات <code>archive new</code> <bdi lang='en'>Conoco</bdi> 12</p>", []),
        ("<p>كلمات Conoco <b>x</b> left</p>", ["كلمات Conoco", "left"]),
        ("<p aria-label='Spoken'>كلمات</p>", ["Spoken"]),
        ("<p lang='en'>Foreign <span lang='ar'>left</span></p>", ["left"]),
    ],
)
def test_what_counts_as_left_in_english(page: str, found: list[str]) -> None:
    """Latin words are found wherever an element of the page's language holds them."""
    assert english_left(f"<html lang='ar'><meta charset='utf-8'><body>{page}</body></html>".encode(), "ar") == found
