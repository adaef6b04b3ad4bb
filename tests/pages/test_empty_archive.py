"""An archive that has only its settings and its vocabularies is a site already."""

import pytest
from lxml import html
from synthetic_site import FILES, TEMPLATES, archive_at, texts, written

from generator.pages.site import site_pages
from generator.publishing.rendering import Renderer


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, html.HtmlElement]:
    """Every page of an archive without records, rendered without leniency towards links."""
    files = {path: text for path, text in FILES.items() if path == "archive.yml" or path.startswith("vocabulary/")}
    found = site_pages(archive_at(written(tmp_path_factory.mktemp("empty") / "incidents", files)))
    renderer = Renderer(
        TEMPLATES, [link for page in found for link in (page.address, *(path for _, _, path in page.data))]
    )
    return {page.address: html.fromstring(f"<main>{renderer.render(page)}</main>") for page in found}


def test_an_archive_without_records_says_so_and_draws_nothing(pages):
    """The home page counts none, the lists say that there is nothing, and no chart is drawn."""
    assert texts(pages[""], "//dl[@class='figures']//dd") == ["0", "0", "0", "0"]
    assert pages[""].xpath("//*[local-name()='svg'][@class='chart-drawing']") == []
    assert texts(pages["timeline/"], "//h2") == ["Without a datable day 0"]
    assert texts(pages["timeline/undated/"], "//p[@class='none']") == ["None in this archive."]


def test_an_archive_without_records_still_has_its_rules_and_its_codebook(pages):
    """What does not depend on records is there from the first day."""
    assert {"codebook/", "rules/", "method/", "about/", "contribute/", "data/", "corrections/"} <= set(pages)


def test_an_archive_without_counts_says_that_nothing_is_held_against_it(pages):
    """The page of what is missing says plainly that no count is recorded, and that nothing is dated."""
    assert texts(pages["gaps/"], "//p[@class='standfirst']") == [
        "No count that others publish is recorded here, so nothing outside this archive shows how much it lacks."
    ]
    assert texts(pages["gaps/"], "//h2") == [
        "Records by month",
        "Reports tied to no incident 0",
        "Records with an open end",
    ]
    assert texts(pages["gaps/"], "//ol//li//*[@class='count']") == ["0", "0", "0", "0", "0"]
