"""How to cite a record: plain text, BibTeX and RIS, whatever its title holds."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from synthetic_site import NEW_YEAR, STRIKE, Site, texts

from generator.archive.archive import Archive
from generator.pages.incident_page import incident_pages
from generator.pages.incident_row import IncidentRow, Rows, incident_rows
from generator.pages.map.whereabouts import locators
from generator.pages.page import Page
from generator.pages.reference import Reference, reference

ROW = "incidents/syb-4k7m2xq/"


def cited(row: IncidentRow, archive: str = "Synthetic archive", reviewed: str = "2026-11-21") -> Reference:
    return reference(row, archive=archive, reviewed=reviewed, site_url="https://archive.example/below/")


def test_every_form_says_the_same(tiny_rows: Rows) -> None:
    """Title, status, archive, id, day of review and permanent address stand in each form."""
    found = cited(tiny_rows[STRIKE])
    url = f"https://archive.example/below/incidents/{STRIKE}/"
    assert found == Reference(
        plain=f"“Synthetic drone strike on Alpha base” (Corroborated), Synthetic archive, record {STRIKE}, reviewed 2026-11-21, {url}.",
        bibtex=f"@misc{{{STRIKE},\n"
        "  title = {{Synthetic drone strike on Alpha base}},\n"
        "  author = {{Synthetic archive}},\n"
        "  year = {2026},\n"
        f"  note = {{Status: Corroborated; record {STRIKE}; reviewed 2026-11-21}},\n"
        f"  url = {{{url}}}\n"
        "}\n",
        ris="TY  - ELEC\n"
        "TI  - Synthetic drone strike on Alpha base\n"
        "T2  - Synthetic archive\n"
        "PY  - 2026\n"
        "DA  - 2026/11/21\n"
        "N1  - Status: Corroborated\n"
        f"ID  - {STRIKE}\n"
        f"UR  - {url}\n"
        "ER  - \n",
        address=url,
        public=True,
    )


def test_nothing_unknown_is_made_up(tiny_rows: Rows) -> None:
    """Without a public address there is none in any form, and without a day of review no year and no day."""
    found = reference(tiny_rows[NEW_YEAR], archive="Synthetic archive", reviewed="", site_url=None)
    assert (found.address, found.public) == (f"incidents/{NEW_YEAR}/", False)
    assert found.plain == (
        f"“Synthetic strike in the night of the new year” (Single source), Synthetic archive, record {NEW_YEAR}."
    )
    assert re.findall(r"url|year =|reviewed|http", found.bibtex) == []
    assert re.findall(r"^(?:UR|PY|DA)  - ", found.ris, re.MULTILINE) == []


@pytest.mark.parametrize(
    ("title", "bibtex", "ris"),
    [
        ("Synthetic } brace", r"{{Synthetic \textbraceright{} brace}}", "Synthetic } brace"),
        ("50% & #1_x $y ~z ^w", r"{{50\% \& \#1\_x \$y \textasciitilde{}z \textasciicircum{}w}}", "50% & #1_x $y ~z ^w"),
        (r"Synthetic \input{x}", r"{{Synthetic \textbackslash{}input\textbraceleft{}x\textbraceright{}}}", r"Synthetic \input{x}"),
        ("Synthetic\u2028ER  - \x85TY  - BOOK", "{{Synthetic ER - TY - BOOK}}", "Synthetic ER - TY - BOOK"),
        ("ضربة اصطناعية", "{{ضربة اصطناعية}}", "ضربة اصطناعية"),
    ],
)  # fmt: skip
def test_a_hostile_title_stays_a_title(tiny_rows: Rows, title: str, bibtex: str, ris: str) -> None:
    """Signs that mean something to TeX, and ends of lines, become text in the field they stand in."""
    found = cited(replace(tiny_rows[STRIKE], title=title))
    assert f"  title = {bibtex},\n" in found.bibtex
    assert f"TI  - {ris}\n" in found.ris


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_title_leaves_its_field(tiny_rows: Rows, title: str, archive: str) -> None:
    """Whatever a title holds, braces are even, no brace closes early, and each form keeps its lines."""
    found = cited(replace(tiny_rows[STRIKE], title=title), archive)
    depth, ends = 0, []
    for place, sign in enumerate(found.bibtex):
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and sign == "}":
            ends.append(place)
    assert ends == [len(found.bibtex) - 2]
    assert len(found.bibtex.splitlines()) == 7
    assert [line[:6] for line in found.ris.splitlines()] == [
        f"{tag}  - "
        for tag in ("TY", "TI", "T2", "PY", "DA", "N1", "ID", "UR", "ER")
        if tag not in _empty(title, archive)
    ]


def _empty(title: str, archive: str) -> set[str]:
    return {tag for tag, text in (("TI", title), ("T2", archive)) if not text}


def test_the_page_offers_every_form(tiny: Site) -> None:
    """The page shows the plain citation, says that this copy has no public address, and holds both forms for reference managers."""
    page = tiny[ROW]
    assert texts(page, "//p[@class='cite-plain']") == [
        f"“Synthetic drone strike on Alpha base” (Corroborated), Synthetic archive, record {STRIKE}, reviewed 2026-11-21."
    ]
    assert texts(page, "//section[@class='cite']/p[@class='note']") == [
        (
            "Name the status with the record: it may change, and each change of substance is published. "
            f"This copy of the site has no public address; the record's path in it is {ROW}."
        )
    ]
    forms = page.xpath("//section[@class='cite']//pre")
    assert [form.text[:5] for form in forms] == ["@misc", "TY  -"]


def test_the_page_gives_the_public_address(tiny_archive: Archive, rendered: Callable[[Page], html.HtmlElement]) -> None:
    """On a site with a public address the citation has the record's permanent address."""
    page = rendered(tiny_page(tiny_archive, "https://archive.example/"))
    assert texts(page, "//p[@class='cite-plain']")[0].endswith(
        f"record {STRIKE}, reviewed 2026-11-21, https://archive.example/{ROW}."
    )
    assert "public address" not in page.text_content()


def test_hostile_texts_on_the_page(tiny_archive: Archive, rendered: Callable[[Page], html.HtmlElement]) -> None:
    """Markup in a title or an archive's name stands on the page as text in every form."""
    title = "Synthetic </pre><script>x</script> title"
    page = tiny_page(tiny_archive, None)
    found = cited(replace(page.view.row, title=title), title)
    shown = rendered(replace(page, view=replace(page.view, reference=found)))
    assert shown.xpath("//script") == []
    assert [form.text for form in shown.xpath("//pre")] == [found.bibtex, found.ris]
    assert texts(shown, "//p[@class='cite-plain']") == [found.plain]


def tiny_page(archive: Archive, site_url: str | None) -> Page:
    """The page of the strike on a site with that public address."""
    pages = incident_pages(archive, incident_rows(archive), locators(archive, None), site_url)
    return next(page for page in pages if page.address == ROW)
