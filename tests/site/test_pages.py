"""Every page of the built site: its links arrive, its form is sound, it loads nothing from elsewhere."""

import itertools
import re
import unicodedata
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
import yaml
from site_page import Pages, pages_of
from synthetic_project import FILES, REPOSITORY_URL, SITE_URL, archive, copied_project, served_path

NAV = {
    "",
    "timeline/",
    "explore/",
    "search/",
    "incidents/",
    "locations/",
    "sources/",
    "actors/",
    "data/",
    "method/",
    "about/",
    "contribute/",
}
"""Addresses of the entries of the navigation in mkdocs.yml."""


@pytest.fixture(scope="session", params=["own", "synthetic"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project's own archive, and that of the synthetic one, which has what the other may lack."""
    if request.param == "own":
        return Path(request.getfixturevalue("built_project")) / "site"
    root = copied_project(tmp_path_factory.mktemp("synthetic") / "project", FILES)
    done = archive(root, "build", SITE_URL=SITE_URL, REPOSITORY_URL=REPOSITORY_URL)
    assert (done.returncode, done.stderr) == (0, "")
    return root / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Every page of that site by its address."""
    return pages_of(site)


def test_there_are_pages(pages: Pages) -> None:
    """The site has a page for each of the archive's records, and many more."""
    assert len(pages) > 150


def test_every_link_arrives(site: Path, pages: Pages) -> None:
    """Every link and every loaded file is there, and every anchor is an id of the page it leads to."""
    ids = {address: set(page.tree.xpath("//@id")) for address, page in pages.items()}
    wrong = []
    for page in pages.values():
        for target in page.tree.xpath("//@href | //@src | //@action | //@data | //@poster"):
            inside = page.inside(target)
            if inside is None:
                continue
            address, _, anchor = inside.partition("#")
            if not served_path(site, address).is_file() or (anchor and anchor not in ids.get(address, ())):
                wrong.append((page.path, target))
    assert wrong == []


def test_no_page_is_lost(pages: Pages) -> None:
    """From the home page, every page can be reached."""
    seen, waiting = {""}, [""]
    while waiting:
        page = pages[waiting.pop()]
        for target in {
            (page.inside(t) or "").partition("#")[0] for t in page.tree.xpath("//a/@href")
        } & pages.keys() - seen:
            seen.add(target)
            waiting.append(target)
    assert pages.keys() - seen == {"404.html"}


def test_ids_are_given_once(pages: Pages) -> None:
    """No id stands twice in a page."""
    assert {
        p.path: twice
        for p in pages.values()
        if (twice := [i for i, n in Counter(p.tree.xpath("//@id")).items() if n > 1])
    } == {}


def test_names_of_parts_are_there(pages: Pages) -> None:
    """What a label, a description or a heading is said to be by its id stands in the page."""
    wrong = []
    for page in pages.values():
        ids = set(page.tree.xpath("//@id"))
        named = [
            name
            for names in page.tree.xpath("//@aria-labelledby | //@aria-describedby | //@for | //@headers")
            for name in names.split()
        ]
        wrong += [(page.path, name) for name in named if name not in ids]
    assert wrong == []


def test_nothing_is_loaded_from_elsewhere(pages: Pages) -> None:
    """Scripts, styles, images and frames come from the site itself; only links lead out."""
    loaded = [
        (page.path, target)
        for page in pages.values()
        for target in page.tree.xpath(
            "//@src | //@srcset | //@poster | //@data | //@action | //link[not(@rel='canonical' or @hreflang)]/@href | //*[local-name()='use' or local-name()='image']/@href"
        )
        if page.inside(target) is None or urlsplit(target).netloc
    ]
    assert loaded == []


def test_styles_load_nothing_from_elsewhere(site: Path) -> None:
    """No style sheet names another host."""
    named = {
        path.name: re.findall(r"url\(\s*['\"]?((?:https?:)?//[^)]*)", path.read_text(encoding="utf-8"))
        for path in site.rglob("*.css")
    }
    assert len(named) > 1
    assert {name: found for name, found in named.items() if found} == {}


def test_nothing_acts_in_the_page(pages: Pages) -> None:
    """Our part of a page has no script, no handler, no style of its own, no frame; the frame around it has no handler."""
    wrong = []
    for page in pages.values():
        wrong += [
            (page.path, e.tag)
            for e in page.article.xpath(
                ".//script | .//style | .//iframe | .//object | .//embed | .//base | .//form[not(@role='search')] | .//meta | .//@style/.."
            )
        ]
        wrong += [(page.path, name) for e in page.tree.iter() for name in e.attrib if name.startswith("on")]
        wrong += [
            (page.path, target)
            for target in page.tree.xpath("//@href | //@src")
            if urlsplit(target).scheme not in ("", "http", "https")
        ]
    assert wrong == []


def test_a_link_out_says_so(pages: Pages) -> None:
    """A link to another site asks search engines not to follow it, but for the licence, and gives the page it opens nothing."""
    wrong = []
    for page in pages.values():
        for a in page.article.xpath(".//a[@href]"):
            rel = set((a.get("rel") or "").split())
            if (
                page.inside(a.get("href")) is None
                and not a.get("href").startswith(REPOSITORY_URL)
                and not ("noopener" in rel and rel & {"nofollow", "license"})
            ):
                wrong.append((page.path, a.get("href")))
    assert wrong == []


def test_every_link_has_words(pages: Pages) -> None:
    """Every link says by its text or its label where it leads."""
    wrong = [
        (page.path, a.get("href"))
        for page in pages.values()
        for a in page.tree.xpath("//a[@href]")
        if not (a.text_content().strip() or (a.get("aria-label") or "").strip() or a.xpath(".//img[@alt != '']"))
    ]
    assert wrong == []


def test_headings_are_in_order(pages: Pages) -> None:
    """A page has one first heading, no heading without words, and skips no level on the way down."""
    wrong = []
    for page in pages.values():
        headings = page.tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
        levels = [int(heading.tag[1]) for heading in headings]
        skipped = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or skipped or not all(h.text_content().strip() for h in headings):
            wrong.append((page.path, levels))
    assert wrong == []


def test_no_section_is_empty(pages: Pages) -> None:
    """Under every heading stands something before the next of its level."""
    wrong = []
    for page in pages.values():
        for section in page.article.xpath(".//section"):
            heading = section.xpath("./h2 | ./h3")
            rest = section.text_content().strip()
            if heading and rest == heading[0].text_content().strip() and not section.xpath(".//svg | .//img"):
                wrong.append((page.path, rest))
    assert wrong == []


def test_no_list_or_table_is_empty(pages: Pages) -> None:
    """No list, table or description that is shown stands in a page with nothing in it."""
    wrong = [
        (page.path, e.tag, e.get("class"))
        for page in pages.values()
        for e in page.article.xpath(
            ".//ul[not(li)] | .//ol[not(li)] | .//table[not(.//td)] | .//dl[not(.//dd)] | .//li[not(normalize-space())] | .//dd[not(normalize-space())]"
        )
        if not e.xpath("ancestor-or-self::*[@hidden] | ancestor::template")
    ]
    assert wrong == []


def test_tables_say_what_their_columns_are(pages: Pages) -> None:
    """Every heading cell of a table says whether it heads a row or a column."""
    wrong = [
        page.path
        for page in pages.values()
        if page.article.xpath(".//th[not(@scope)]") or page.article.xpath(".//table[not(.//th)]")
    ]
    assert wrong == []


def test_drawings_have_words(pages: Pages) -> None:
    """A drawing says in words what it shows, or is hidden from those who read by ear; one that holds links is a group with a name."""
    wrong = [
        (page.path, lxml.html.tostring(svg)[:80])
        for page in pages.values()
        for svg in page.article.xpath(".//svg")
        if svg.get("aria-hidden") != "true"
        and not (
            svg.get("role") == ("group" if svg.xpath(".//a") else "img")
            and (svg.get("aria-label") or svg.get("aria-labelledby"))
        )
        and not svg.xpath("ancestor::*[local-name()='svg']")
        and not svg.xpath("ancestor::*[@aria-hidden='true']")
    ]
    assert wrong == []


def test_the_language_is_stated(pages: Pages) -> None:
    """Every page says in which language it is, and the tree of another language stands under its code."""
    stated = {(page.tree.get("lang"), page.tree.get("dir"), page.address.startswith("ar/")) for page in pages.values()}
    assert stated - {("ar", "rtl", True)} == {("en", "ltr", False)}


def test_texts_in_other_scripts_say_their_language(pages: Pages) -> None:
    """A text in another script says its language and its direction; words quoted in a sentence, whose language no record gives, stand apart from it, and what is typed is no sentence."""
    wrong = []
    for page in (page for page in pages.values() if page.tree.get("lang") == "en"):
        for text in page.article.xpath(".//text()"):
            if not is_foreign(re.sub("\u2068[^\u2069]*\u2069", "", str(text))):
                continue
            holders = text.getparent().xpath("ancestor-or-self::*[@lang]")
            stated = holders and holders[-1].get("lang") != "en" and holders[-1].get("dir") in ("ltr", "rtl")
            typed = text.getparent().xpath("ancestor-or-self::pre | ancestor-or-self::code")
            if not stated and not typed and not text.getparent().xpath("ancestor-or-self::*[@class='as-stated']//bdi"):
                wrong.append((page.path, str(text)[:60]))
    assert wrong == []


def is_foreign(text: str) -> bool:
    """Whether a text has a letter of another script than the Latin one."""
    return any(
        sign.isalpha()
        and not unicodedata.name(sign, "LATIN").startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE"))
        for sign in text
    )


def test_records_are_not_in_the_navigation(built_project: Path, pages: Pages) -> None:
    """The navigation of every page holds the entries of mkdocs.yml and no record."""
    configured = re.search(
        r"^nav:\n((?:  .*\n)+)", (built_project / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert configured is not None
    assert {entry.removesuffix("index.md").replace(".md", "/") for entry in yaml.safe_load(configured[1])} == NAV
    shown = {
        page.path: {
            (page.inside(t) or "").removeprefix("ar/" if page.tree.get("lang") == "ar" else "")
            for t in page.tree.xpath("//nav[@class='site-nav']//a/@href")
            if not t.startswith("#") and not t.startswith(REPOSITORY_URL)
        }
        for page in pages.values()
    }
    assert {path: entries - NAV for path, entries in shown.items() if entries - NAV} == {}
    assert {path for path, entries in shown.items() if NAV - entries} == set()


def test_the_section_is_marked(pages: Pages) -> None:
    """The page of a record marks the list it belongs to in the navigation."""
    marked = {
        folder: {
            page.inside(t)
            for address, page in pages.items()
            if address.startswith(folder) and address != folder
            for t in page.tree.xpath("//nav[@class='site-nav']//a[@aria-current]/@href")
        }
        for folder in ("incidents/", "timeline/", "locations/", "sources/", "actors/")
    }
    assert marked == {folder: {folder} for folder in marked} | {"incidents/": {"timeline/"}}


def test_every_page_has_its_own_title(pages: Pages) -> None:
    """No two pages have one title, and each describes itself in a sentence."""
    titles = Counter(page.tree.findtext(".//title") for page in pages.values())
    assert [title for title, number in titles.items() if number > 1] == []
    assert [
        p.path for p in pages.values() if not p.tree.xpath("string(//meta[@name='description']/@content)").strip()
    ] == []


def test_the_site_names_its_own_address_only_where_it_must(site: Path, pages: Pages) -> None:
    """Pages name the site's own address in their canonical link alone, so that they work wherever they are put."""
    wrong = [(p.path, t) for p in pages.values() for t in p.tree.xpath("//a/@href | //@src") if t.startswith(SITE_URL)]
    assert wrong == []
