"""Locations in a table and beside one another: depth, months, statuses, spellings and how reports place incidents."""

from lxml import html
from synthetic_site import TEMPLATES, AnyAddress, Site, cells, page_at, texts

from generator.archive.archive import Archive
from generator.pages.incident_row import Rows
from generator.pages.location_page import location_view
from generator.pages.location_table import location_table
from generator.pages.site import site_pages
from generator.pages.small_multiples import Part
from generator.pages.spellings import spellings
from generator.publishing.rendering import Renderer
from generator.texts.catalogue import Catalogue

ALPHA, NORTHSHIRE, TESTLAND = (f"locations/{key}/" for key in ("alpha-base", "northshire", "testland"))


def test_everything_within_stands_at_its_depth(tiny: Site) -> None:
    """The table of a location has all within it, each under the one it lies in, and ends with the location itself."""
    rows = tiny[TESTLAND].xpath("//section[@aria-labelledby='within']//tbody/tr")
    assert [(row[0].get("class"), row[0].text_content(), row[2].text) for row in rows] == [
        ("depth-0", "Northshire", "4"),
        ("depth-1", "Alpha base", "2"),
        ("depth-1", "Beta field", "2"),
        (None, "At Testland itself, no closer location known", "0"),
    ]


def test_bars_by_status_are_on_one_scale(tiny_archive: Archive, tiny_rows: Rows) -> None:
    """The longest bar fills the drawing, and a location with half as many incidents has one half as long."""
    table = location_table(tiny_archive, tiny_rows, [("northshire", 0), ("alpha-base", 1)])
    assert [row.bar for row in table.rows] == [
        (("corroborated", 0.0, 25.0), ("single-source", 25.0, 50.0), ("contested", 75.0, 25.0)),
        (("corroborated", 0.0, 25.0), ("single-source", 25.0, 25.0)),
    ]


def test_bars_by_month_keep_the_same_months(tiny_archive: Archive, tiny_rows: Rows) -> None:
    """December, January and February stand in the same place in every row; the fullest month has the full height."""
    alpha, beta = location_table(tiny_archive, tiny_rows, [("alpha-base", 0), ("beta-field", 0)]).rows
    assert alpha.months.parts == (
        Part("single-source", 3.33, 26.67, 0.0, 48.0),
        Part("corroborated", 36.67, 26.67, 0.0, 48.0),
    )
    assert beta.months.parts == (
        Part("single-source", 3.33, 26.67, 0.0, 48.0),
        Part("contested", 70.0, 26.67, 0.0, 48.0),
    )
    assert (alpha.months.highest, alpha.months.most) == (1, "most in December 2023, January 2024 (1)")


def test_small_multiples_share_time_and_scale(tiny: Site) -> None:
    """Places directly within a location stand beside one another with their numbers; one known to no month is left out."""
    section = "//section[@aria-labelledby='within']"
    assert texts(tiny[NORTHSHIRE], f"{section}//figcaption") == ["Alpha base 2", "Beta field 2"]
    assert texts(tiny[NORTHSHIRE], f"{section}//p[@class='hint']")[-1].startswith(
        "Each drawing runs from left to right over the same time, December 2023 to February 2024; its height stands for 1 "
    )
    assert texts(tiny[TESTLAND], "//h3[@id='compared']") == []


def test_how_reports_place_incidents_is_counted(tiny_archive: Archive, tiny_rows: Rows) -> None:
    """Incidents of which it is only said that they lie somewhere in a location are told from those at it."""
    north = location_view(tiny_archive, tiny_rows, "northshire", {}, (), {})
    alpha = location_view(tiny_archive, tiny_rows, "alpha-base", {}, (), {})
    assert (north.relations, alpha.relations) == ((("somewhere in it", 1),), ())


def test_spellings_stand_by_language_and_script() -> None:
    """Names of one language in two scripts make two groups, in the order of the record."""
    found = spellings({"ku": ("Nav", "ناڤ", "Nav 2"), "ru": ("Имя",), "en": ()})
    assert [(group.language, group.script, group.direction, group.names) for group in found] == [
        ("Kurdish", "Latin script", "ltr", ("Nav", "Nav 2")),
        ("Kurdish", "Arabic script", "ltr", ("ناڤ",)),
        ("Russian", "Cyrillic script", "ltr", ("Имя",)),
    ]


def test_in_arabic_the_arabic_name_leads_and_the_other_stands_beside(tiny_archive: Archive) -> None:
    """A page in Arabic is headed by the Arabic name, with the name in the records' language marked as such."""
    page = page_at(site_pages(tiny_archive), TESTLAND)
    renderer = Renderer(TEMPLATES, (), catalogue=Catalogue("ar"))
    renderer._addresses = AnyAddress()
    heading = html.fromstring(f"<main>{renderer.render(page)}</main>").xpath("//h1")[0]
    assert [(part.get("lang"), part.get("dir"), part.text_content()) for part in heading] == [
        (None, None, "أرض الاختبار"),
        ("en", "ltr", "Testland"),
    ]


def test_the_index_draws_every_location(tiny: Site) -> None:
    """Each row of the list of locations has its months and its statuses in words beside the drawings."""
    assert cells(tiny["locations/"], "//tbody/tr")[1] == [
        "Northshire",
        "1",
        "4",
        "1at most 1 in a month",
        "1 Corroborated 2 Single source 1 Contested",
        "First-level division",
    ]
