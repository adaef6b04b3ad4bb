"""An incident with a title and an account in another language of the site, on the pages of each language."""

import pytest
from lxml import html
from synthetic_site import DOWNLOADS, FILES, ROOT, STRIKE, TEMPLATES, archive_at, texts, written

from generator.archive.archive import Archive
from generator.pages.incident_row import Rows, incident_rows
from generator.pages.reference import reference
from generator.pages.search_content import HIDDEN
from generator.pages.search_records import search_records
from generator.pages.site import site_pages
from generator.publishing.catalogue_file import read_catalogue
from generator.publishing.rendering import Renderer
from generator.texts.catalogue import IN_ENGLISH, Catalogue
from generator.texts.text import said

TITLE, TITLE_IN_ARABIC = "Synthetic drone strike on Alpha base", "ضربة مصطنعة بالطائرات المسيّرة للاختبار"
IN_ARABIC = read_catalogue(ROOT / "site_templates" / "texts", "ar")
TRANSLATED = f"translations:\n  ar:\n    title: {TITLE_IN_ARABIC}\n"
ACCOUNT = "    body: نص *مصطنع* للاختبار.\n"


def archive_with(folder: pytest.TempPathFactory, lines: str) -> Archive:
    """The tiny archive in two languages, with further lines in the keys of its first strike."""
    files = dict(FILES)
    files["archive.yml"] += "languages: [en, ar]\n"
    strike = files["records/2024/strike.md"]
    files["records/2024/strike.md"] = strike.replace("claims_of_responsibility", lines + "claims_of_responsibility")
    return archive_at(written(folder.mktemp("translated") / "incidents", files))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive with the title in Arabic alone."""
    return archive_with(tmp_path_factory, TRANSLATED)


@pytest.fixture(scope="module")
def rows(archive: Archive) -> Rows:
    """Its incidents as rows."""
    return incident_rows(archive)


def rendered(archive: Archive, catalogue: Catalogue) -> html.HtmlElement:
    """The page of the strike in one language."""
    pages = {page.address: page for page in site_pages(archive)}
    files = (path for page in pages.values() for _, _, path in page.data)
    renderer = Renderer(TEMPLATES, (*pages, *files, *DOWNLOADS), catalogue=catalogue)
    return html.fromstring(f"<main>{renderer.render(pages[f'incidents/{STRIKE}/'])}</main>")


def told(element: html.HtmlElement, path: str) -> list[tuple[str | None, str]]:
    """The language and the text of every element at an XPath."""
    return [(found.get("lang"), " ".join(found.text_content().split())) for found in element.xpath(path)]


def test_a_row_is_called_by_its_title_in_the_language(rows: Rows) -> None:
    """Lists of an Arabic page show the Arabic title, those of an English one the first."""
    assert (said(rows[STRIKE].title, IN_ENGLISH), said(rows[STRIKE].title, IN_ARABIC)) == (TITLE, TITLE_IN_ARABIC)


def test_the_first_title_stands_beneath_the_translated_one(archive: Archive) -> None:
    """On an Arabic page the heading is Arabic, and the English title follows it, marked as English."""
    page = rendered(archive, IN_ARABIC)
    assert told(page, "//h1/bdi") == [(None, TITLE_IN_ARABIC)]
    assert told(page, "//header/p[@class='note first-title']/bdi") == [("en", TITLE)]


def test_an_account_in_the_first_language_says_so(archive: Archive) -> None:
    """Where only the title is translated, the Arabic page says in which language the account is, and marks it."""
    page = rendered(archive, IN_ARABIC)
    assert texts(page, "//section[@class='reported']/p[@class='note']") == ["نص السجلّ باللغة الإنجليزية."]
    assert told(page, "//div[@class='narrative']") == [
        ("en", "The Synthetic Observatory reports a strike. The front claims it.")
    ]


def test_a_translated_account_stands_in_place_of_the_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An Arabic account is shown on the Arabic page, as Markdown, and nothing says that it is in English."""
    page = rendered(archive_with(tmp_path_factory, TRANSLATED + ACCOUNT), IN_ARABIC)
    assert told(page, "//div[@class='narrative']") == [(None, "نص مصطنع للاختبار.")]
    assert texts(page, "//div[@class='narrative']//em") == ["مصطنع"]
    assert page.xpath("//section[@class='reported']/p[@class='note']") == []


def test_a_page_in_the_first_language_is_as_it_was(archive: Archive, tiny_archive: Archive) -> None:
    """A translation changes nothing on the English page."""
    page, before = (html.tostring(rendered(one, IN_ENGLISH)) for one in (archive, tiny_archive))
    assert page == before


def test_a_record_without_a_translation_is_shown_as_written(tiny_archive: Archive) -> None:
    """Without one, the Arabic page has the English title, marked, once, and says nothing of the account."""
    page = rendered(tiny_archive, IN_ARABIC)
    assert told(page, "//h1/bdi") == [("en", TITLE)]
    assert page.xpath("//p[@class='note first-title'] | //section[@class='reported']/p[@class='note']") == []


def test_a_hostile_title_stays_a_title(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Signs of HTML in a translated title are text."""
    hostile = '"ضربة \\" onmouseover=\\"x({{ 7 * 7 }}) & 3 < 4"'
    page = rendered(archive_with(tmp_path_factory, f"translations: {{ar: {{title: {hostile}}}}}\n"), IN_ARABIC)
    assert texts(page, "//h1/bdi") == ['ضربة " onmouseover="x({{ 7 * 7 }}) & 3 < 4']
    assert page.xpath("//*[@onmouseover]") == []


def test_a_citation_has_the_first_title(rows: Rows) -> None:
    """A record is cited by one title whatever the page's language: in plain text, in BibTeX and in RIS."""
    found = reference(rows[STRIKE], archive="Synthetic archive", reviewed="", site_url=None)
    assert f"“\N{FIRST STRONG ISOLATE}{TITLE}\N{POP DIRECTIONAL ISOLATE}”" in said(found.plain, Catalogue("ar"))
    assert f"title = {{{{{TITLE}}}}}" in found.bibtex
    assert f"TI  - {TITLE}\n" in found.ris


def test_the_search_finds_a_record_by_its_translation(archive: Archive, rows: Rows) -> None:
    """The words of the Arabic title are among the hidden ones, and a result shows the title of the page's language."""
    found = next(record for record in search_records(archive, rows) if record.key == STRIKE)
    assert (said(found.title, IN_ENGLISH), said(found.title, IN_ARABIC)) == (TITLE, TITLE_IN_ARABIC)
    shown, hidden = found.content.split(f" {HIDDEN} ")
    assert (TITLE_IN_ARABIC in shown, TITLE_IN_ARABIC in hidden) == (False, True)
