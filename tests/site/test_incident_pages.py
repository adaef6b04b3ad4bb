"""What the page of every incident states, and in which order."""

import re

from site_page import Pages, SitePage, standing

from generator.archive.archive import Archive
from generator.pages.addresses import address_of

SECTIONS = [
    "What is reported",
    "How well it stands, and why",
    "When",
    "Where",
    "Who says what",
    "Where they differ",
    "Sources",
    "Related incidents",
    "Corrections",
]
HASAKAH = "syb-4k7m2xq"
ITS_DATE = "31 December, year not stated, date of the report"
ITS_SHORT_DATE = "31 Dec, year ?, reported"
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


def with_pages(linked: Archive, pages: Pages) -> list[tuple[str, SitePage]]:
    """Every incident that stands with its page."""
    return [(key, pages[address_of("incident", key)]) for key in standing(linked)]


def words(element) -> str:
    """An element's text on one line."""
    return " ".join(element.text_content().split())


def test_the_parts_come_in_one_order(linked: Archive, pages: Pages) -> None:
    """Every incident's page tells first what is reported, then how well it stands, and so on to the record's id and file."""
    for key, page in with_pages(linked, pages):
        headings = [words(h) for h in page.article.xpath(".//h2 | .//h3[@id='differences']")]
        assert [heading for heading in headings if heading in SECTIONS] == SECTIONS, key
        footer = page.article.xpath(".//footer[@class='record']")
        assert len(footer) == 1
        assert page.article.xpath(".//h2")[-1].xpath("following::footer[@class='record']") == footer
        told = dict(zip(map(words, footer[0].xpath(".//dt")), map(words, footer[0].xpath(".//dd")), strict=True))
        assert (told["Record"], told["File"]) == (key, linked.path_of("incident", key))


def test_the_status_stands_before_the_title_everywhere(linked: Archive, pages: Pages) -> None:
    """The first heading of an incident's page begins with its status, and so does the title in the browser's tab."""
    for key, page in with_pages(linked, pages):
        heading, tab = words(page.article.xpath(".//h1")[0]), page.tree.findtext(".//title")
        label = words(page.article.xpath(".//h1//span[contains(@class, 'status')]/span")[0])
        assert heading == f"{label} {linked.incidents[key].incident.title}"
        assert tab.startswith(f"{label}: {linked.incidents[key].incident.title}")


def test_lines_are_counted_and_listed(linked: Archive, pages: Pages) -> None:
    """As many lines of origin are listed as the sentence above them counts, and as the records give."""
    for key, page in with_pages(linked, pages):
        asserting = [line.root.name for line in linked.incidents[key].lines if line.asserting]
        section = page.article.xpath(".//section[@aria-labelledby='standing']")[0]
        listed = section.xpath(".//ol[@class='lines']/li")
        assert [name for name, item in zip(asserting, listed, strict=True) if name not in words(item)] == [], key
        (sentence,) = section.xpath(".//p[a[text()='How statuses are reached']]")
        counted = re.match(r"(No|[0-9]+) lines? of origin", words(sentence))
        assert counted is not None
        assert counted[1] == (str(len(asserting)) if asserting else "No")


def test_every_citation_is_shown(linked: Archive, pages: Pages) -> None:
    """Every report that a record cites stands among its sources, with a link to the item or the reason why there is none."""
    for key, page in with_pages(linked, pages):
        shown = page.article.xpath(".//section[@class='sources']//article")
        cited = linked.incidents[key].incident.reports
        assert [item.get("id") for item in shown] == [f"report-{number}" for number in range(1, len(cited) + 1)], key
        for citation, item in zip(cited, shown, strict=True):
            url = (linked.records.publication(citation) or citation).url
            assert url in item.xpath(".//a/@href") if url else "no address:" in words(item)


def test_the_day_in_hasakah_has_no_year(pages: Pages) -> None:
    """The strike in Hasakah province is dated by the day and month that the article gives and by nothing more."""
    page = pages[address_of("incident", HASAKAH)]
    glance = words(page.article.xpath(".//p[@class='at-a-glance']")[0])
    assert glance.startswith(f"{ITS_DATE} · ")
    when = page.article.xpath(".//section[@aria-labelledby='when']")[0]
    lead = words(when.xpath("./p[contains(@class, 'lead-fact')]")[0])
    assert lead.startswith(ITS_DATE)
    assert "XXXX-12-31" in lead
    assert YEAR.findall(words(when)) == []
    assert (
        YEAR.findall(page.tree.findtext(".//title") + page.tree.xpath("string(//meta[@name='description']/@content)"))
        == []
    )


def test_no_list_gives_the_strike_in_hasakah_a_year(pages: Pages) -> None:
    """Wherever the strike in Hasakah province is listed, its line gives the day without a year."""
    address, found = address_of("incident", HASAKAH), []
    for page in pages.values():
        for item in page.article.xpath(".//li[contains(@class, 'incident-row')]"):
            if page.inside(item.xpath("string(.//a[@class='incident-title']/@href)")) == address:
                found += [words(date) for date in item.xpath(".//span[contains(@class, 'date')]")]
    assert len(found) > 5
    assert set(found) == {ITS_DATE, ITS_SHORT_DATE}
