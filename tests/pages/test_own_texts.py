"""What the archive says of itself: in the page's language where the settings have it, else in the archive's first."""

from dataclasses import replace

import pytest
from lxml import html
from synthetic_site import TEMPLATES, AnyAddress

from generator.archive.archive import Archive
from generator.model.settings import Settings
from generator.pages.about_pages import about_page, method_page
from generator.pages.data_page import Download, data_page
from generator.pages.incident_row import Rows
from generator.pages.own_texts import archive_title, own_text
from generator.pages.page import Page
from generator.publishing.rendering import Renderer
from generator.texts.catalogue import Catalogue

IN_ARABIC = Catalogue("ar", {("", "About {archive}"): ("عن {archive}",), ("", "Permanent key."): ("مفتاح دائم.",)})
TITLE, ABOUT = "أرشيف مصطنع", "نص **مصطنع** عن أرشيف لا وجود له."


@pytest.fixture
def translated(tiny_archive: Archive) -> Archive:
    """The tiny archive with a title, a text about itself and a first line of scope in Arabic, and nothing else."""
    settings = Settings.model_validate(
        {
            **tiny_archive.settings.model_dump(exclude={"period", "translations"}),
            "languages": ["en", "ar"],
            "translations": {"ar": {"title": TITLE, "about": ABOUT, "scope": "سطر مصطنع."}},
        }
    )
    return replace(tiny_archive, settings=settings)


def in_arabic(page: Page) -> html.HtmlElement:
    """A page as the Arabic tree has it, whatever it links to."""
    renderer = Renderer(TEMPLATES, (), catalogue=IN_ARABIC, translated={"about/"})
    renderer._addresses = AnyAddress()
    return html.fromstring(f"<main lang='ar'>{renderer.render(page)}</main>")


def test_a_text_is_read_in_the_language_it_has(translated: Archive) -> None:
    """A text that the settings have in a language is given in it; one they lack is given in the first, and says so."""
    about = own_text(translated.settings, lambda own: own.about, str.upper)
    weak = own_text(translated.settings, lambda own: own.known_weaknesses, str.upper)
    assert (about.read_in("ar"), about.tag("ar")) == (ABOUT, "ar")
    assert (about.read_in("fr"), about.tag("fr")) == (translated.settings.about.upper(), "")
    assert (weak.read_in("ar"), weak.tag("ar")) == ((translated.settings.known_weaknesses or "").upper(), "")
    assert archive_title(translated.settings).names == {"ar": TITLE}


def test_the_about_page_speaks_the_pages_language(translated: Archive, tiny_rows: Rows) -> None:
    """Title, text and scope stand in Arabic without a mark; the description, which has no Arabic, is marked as English."""
    page = in_arabic(about_page(translated, tiny_rows))
    assert page.xpath("string(//h1)") == f"عن {TITLE}"
    assert page.xpath("string(//div[@class='narrative']//strong)") == "مصطنع"
    assert page.xpath("//div[@class='narrative']/@lang | //section[@aria-labelledby='scope']/p[1]/@lang") == []
    assert page.xpath("//p[@class='standfirst']/@lang | //p[@class='standfirst']/@dir") == ["en", "ltr"]


def test_a_narrative_without_a_translation_is_marked(translated: Archive, tiny_rows: Rows) -> None:
    """The weaknesses, which the settings have in English alone, stand on the Arabic page as English."""
    narrative = in_arabic(method_page(translated, tiny_rows)).xpath("//section[@aria-labelledby='weaknesses']/div")[0]
    assert (narrative.get("lang"), narrative.get("dir")) == ("en", "ltr")


def test_a_link_out_of_the_pages_language_says_so(translated: Archive, tiny_rows: Rows) -> None:
    """On an Arabic page a link to a page that has no Arabic names its language; one that stays among Arabic pages does not."""
    page = in_arabic(about_page(translated, tiny_rows))
    codebook, own = page.xpath("//p[@class='threads']/a[contains(@href, 'codebook')]")[0], page.xpath("//h1")[0]
    assert (codebook.get("href"), codebook.get("hreflang")) == ("../../codebook/", "en")
    assert codebook.get("data-tongue") == "in English"
    assert own.xpath("//a[contains(@href, 'about')]/@hreflang") == []


def test_the_meaning_of_a_column_is_said_with_what_is_typed_in_it(translated: Archive) -> None:
    """A column's meaning is translated where it can be, and what is typed stands as code in either language."""
    files = (Download("data/x.csv", "text/csv", "Synthetic (CSV)", 1, (("key", "Permanent `key`, synthetic."),)),)
    cell = in_arabic(data_page(translated, files)).xpath("//section[@aria-labelledby='columns-x-csv']//td")[0]
    assert (cell.get("lang"), cell.xpath("string(code)"), cell.text_content()) == (
        "en",
        "key",
        "Permanent key, synthetic.",
    )
