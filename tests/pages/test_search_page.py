"""The page of the search, before a script takes over."""

from collections.abc import Callable

import pytest
from lxml import html
from synthetic_site import LenientRenderer, texts

from generator.archive.archive import Archive
from generator.pages.incident_row import Rows
from generator.pages.search_page import Facet, SearchView, search_page
from generator.pages.search_records import search_records


@pytest.fixture(scope="module")
def view(tiny_archive: Archive, tiny_rows: Rows) -> SearchView:
    """The view of the tiny archive's search."""
    shown = search_page(tiny_archive, search_records(tiny_archive, tiny_rows)).view
    assert isinstance(shown, SearchView)
    return shown


@pytest.fixture(scope="module")
def drawn(tiny_archive: Archive) -> Callable[..., html.HtmlElement]:
    """Draws the page over some records."""
    return lambda records: html.fromstring(
        f"<main>{LenientRenderer().render(search_page(tiny_archive, records))}</main>"
    )


def facet(view: SearchView, name: str) -> Facet:
    """A filter by its name."""
    return next(one for one in view.facets if one.name == name)


def test_a_filter_offers_what_some_record_has(view: SearchView) -> None:
    """Statuses and years come in their order, the unknown year last; a value that no record has is not offered."""
    assert [option.value for option in facet(view, "status").options] == ["corroborated", "single-source", "contested"]
    assert [option.value for option in facet(view, "year").options] == ["2024", "2023", "undated"]


def test_a_location_stands_below_the_one_around_it(view: SearchView) -> None:
    """Locations are offered as a tree, wider ones too where only narrower ones are named."""
    assert [(option.value, option.within, option.depth) for option in facet(view, "location").options] == [
        ("testland", "", 0),
        ("northshire", "testland", 1),
        ("alpha-base", "northshire", 2),
        ("beta-field", "northshire", 2),
    ]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("status", {"corroborated": 1, "single-source": 2, "contested": 1}),
        ("location", {"testland": 9, "northshire": 7, "alpha-base": 3, "beta-field": 3}),
        ("source", {"observatory": 7, "relay-daily": 6, "front-channel": 2, "unknown-radio": 1}),
    ],
)
def test_a_value_tells_how_many_records_have_it(
    tiny_archive: Archive,
    tiny_rows: Rows,
    view: SearchView,
    drawn: Callable[..., html.HtmlElement],
    name: str,
    counts: dict[str, int],
) -> None:
    """Each value shows the number of records that have it or a narrower one; sources with more of them come first."""
    assert {option.value: option.count for option in facet(view, name).options} == counts
    options = drawn(search_records(tiny_archive, tiny_rows)).xpath(f"//*[@data-facet='{name}']//label")
    assert [(one.get("data-value"), one.xpath("string(.//*[@class='search-count'])")) for one in options] == [
        (value, str(count)) for value, count in counts.items()
    ]


def test_without_an_index_the_page_leads_elsewhere(drawn: Callable[..., html.HtmlElement]) -> None:
    """A site without a search says so, loads no script and leads to explore, the timeline, the locations, the sources and the list."""
    page = drawn(())
    assert texts(page, "//h2") == ["This copy of the site has no search"]
    assert texts(page, "//*[@class='search-ways']//a") == [
        "Explore",
        "Timeline",
        "Locations",
        "Sources",
        "All incidents",
    ]
    assert page.xpath("//form | //script") == []


def test_a_page_without_an_index_allows_nothing_more(tiny_archive: Archive, tiny_rows: Rows) -> None:
    """WebAssembly is allowed, and a script loaded, only where there is an index to ask."""
    without, with_index = (
        search_page(tiny_archive, ()),
        search_page(tiny_archive, search_records(tiny_archive, tiny_rows)),
    )
    assert (without.wasm, without.scripts) == (False, ())
    assert (with_index.wasm, with_index.scripts) == (True, ("assets/search/search.js",))


def test_without_javascript_the_page_says_so(
    tiny_archive: Archive, tiny_rows: Rows, drawn: Callable[..., html.HtmlElement]
) -> None:
    """Where no script runs a notice says so and leads to the lists."""
    page = drawn(search_records(tiny_archive, tiny_rows))
    assert texts(page, "//noscript//h2") == ["Searching needs JavaScript"]
    assert len(page.xpath("//noscript//a")) == 5
