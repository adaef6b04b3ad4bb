"""Pages of locations: counts rolled up, incidents by year, what is known of the position."""

from synthetic_site import ARABIC, NEW_YEAR, STRIKE, UNDATED, Site, cells, links, texts

from generator.model.location import Coordinates
from generator.pages.location_page import point_words

ALPHA, BETA, NORTHSHIRE, TESTLAND = (
    f"locations/{key}/" for key in ("alpha-base", "beta-field", "northshire", "testland")
)


def incident(key: str) -> str:
    """The address of an incident."""
    return f"incidents/{key}/"


def test_a_location_states_its_own_number_and_that_of_all_within_it(tiny: Site) -> None:
    """An incident at two locations within another counts once there, and a withdrawn one never."""
    assert texts(tiny[NORTHSHIRE], "//p[@class='lead-fact']") == ["1 itself, 4 with everything within"]
    assert texts(tiny[NORTHSHIRE], "//p[@class='at-a-glance']") == [
        "First-level division · 4 incidents: 1 at Northshire itself, 3 within it"
    ]
    assert texts(tiny[ALPHA], "//p[@class='lead-fact']") == ["2 incidents"]


def test_the_number_is_split_by_status(tiny: Site) -> None:
    """Each status that occurs stands with its number."""
    assert texts(tiny[NORTHSHIRE], "//section[@aria-labelledby='numbers']/ul[@class='split']/li") == [
        "1 Corroborated",
        "2 Single source",
        "1 Contested",
    ]


def test_the_table_of_locations_within_ends_with_those_known_no_closer(tiny: Site) -> None:
    """Each location directly within has its numbers, and one row counts incidents at the location itself."""
    assert cells(tiny[NORTHSHIRE], "//section[@aria-labelledby='within']//tbody/tr") == [
        ["Alpha base", "2", "2", "Base", "1 Corroborated 1 Single source"],
        ["Beta field", "2", "2", "Site", "1 Single source 1 Contested"],
        ["At Northshire itself, no closer location known", "1", "1", "", "1 Single source"],
    ]


def test_incidents_stand_by_year_own_before_those_within(tiny: Site) -> None:
    """A year heads the incidents it holds; a span over two years and a missing date have headings of their own."""
    section = "//section[@aria-labelledby='incidents']"
    assert texts(tiny[NORTHSHIRE], f"{section}/h3") == ["At Northshire itself", "Within it"]
    assert texts(tiny[NORTHSHIRE], f"{section}/h4") == ["Year not known 1", "2023 or 2024 1", "2024 2"]
    assert links(tiny[NORTHSHIRE], f"{section}//a[@class='incident-title']", NORTHSHIRE) == [
        incident(key) for key in (UNDATED, NEW_YEAR, STRIKE, ARABIC)
    ]


def test_an_incident_some_reports_place_here_stands_apart(tiny: Site) -> None:
    """A location that only some reports give lists the incident and does not count it."""
    section = "//section[@aria-labelledby='elsewhere']"
    assert links(tiny[ALPHA], f"{section}//a[@class='incident-title']", ALPHA) == [incident(ARABIC)]
    assert texts(tiny[BETA], section) == []


def test_a_position_is_given_as_recorded(tiny: Site) -> None:
    """Coordinates stand with their uncertainty and basis; a location without a point says why."""
    position = "//dt[text()='Position']/following-sibling::dd"
    assert texts(tiny[ALPHA], f"{position}/p") == [
        "10.25° N, 20.5° W (WGS 84)",
        "The true position lies within 3 km of this point.",
        "A synthetic gazetteer",
    ]
    assert texts(tiny[BETA], f"{position}/p") == ["No point is recorded for it."]
    assert texts(tiny[NORTHSHIRE], f"{position}/p") == [
        "An area: it is drawn as one and has no point, since a pin on its middle would say more than is known."
    ]


def test_no_uncertainty_is_made_up() -> None:
    """A point keeps the digits it was recorded with and names its hemispheres."""
    assert point_words(Coordinates(lat=-34.4, lon=40.92, basis="Synthetic")) == "34.4° S, 40.92° E"


def test_codes_lead_to_the_registers_that_show_them(tiny: Site) -> None:
    """A Wikidata item and a GeoNames id are links, an ISO code is text."""
    assert tiny[ALPHA].xpath("//dl[@class='facts']//a[contains(@rel, 'noopener')]/@href") == [
        "https://www.wikidata.org/wiki/Q42",
        "https://www.geonames.org/123",
    ]
    assert texts(tiny[TESTLAND], "//dt[text()='ISO 3166']/following-sibling::dd") == ["TL"]


def test_other_names_stand_in_their_language_and_direction(tiny: Site) -> None:
    """An Arabic name is marked as Arabic and written from right to left, beside the name and in the list."""
    marked = tiny[TESTLAND].xpath("//h1//*[@lang='ar'] | //dd[@lang='ar']")
    assert [(element.get("dir"), element.text_content()) for element in marked] == [("rtl", "أرض الاختبار")] * 2
    assert texts(tiny[ALPHA], "//dt[text()='English']/following-sibling::dd") == ["Base A"]
    assert tiny["locations/"].xpath("//bdi[@lang='ar' and @dir='rtl']/text()") == ["أرض الاختبار"]


def test_tallies_and_claims_about_a_location_are_linked(tiny: Site) -> None:
    """A location leads to the counts published for it and to sentences that speak of it."""
    assert links(tiny[TESTLAND], "//section[@aria-labelledby='tallies']//a", TESTLAND) == [
        "tallies/observatory-january/"
    ]
    assert links(tiny[TESTLAND], "//section[@aria-labelledby='claims']//a", TESTLAND) == [
        "reports/rewritten-item/#claim-s2-1",
        "reports/rewritten-item/",
    ]


def test_the_chart_leaves_out_what_has_no_month_and_says_so(tiny: Site) -> None:
    """The bars count each incident in its first month, and the page tells how many no bar shows."""
    section = "//section[@aria-labelledby='numbers']"
    assert [row[:2] for row in cells(tiny[NORTHSHIRE], f"{section}//details//tbody/tr")] == [
        ["December 2023", "1"],
        ["January 2024", "1"],
        ["February 2024", "1"],
    ]
    assert texts(tiny[NORTHSHIRE], f"{section}/p[@class='hint']")[-1] == (
        "1 is in no bar, because no source gives both month and year. An incident that may lie in two months stands in the first."
    )


def test_the_index_shows_the_hierarchy(tiny: Site) -> None:
    """Each location stands below the one it lies in, with its depth and its two numbers."""
    rows = tiny["locations/"].xpath("//tbody/tr")
    assert [(row[0].get("class"), row[0].find(".//a").text_content(), row[1].text, row[2].text) for row in rows] == [
        ("depth-0", "Testland", "0", "4"),
        ("depth-1", "Northshire", "1", "4"),
        ("depth-2", "Alpha base", "2", "2"),
        ("depth-2", "Beta field", "2", "2"),
    ]


def test_the_index_has_every_location_once(real: Site) -> None:
    """No location of the published archive is missing from the hierarchy or stands in it twice."""
    listed = links(real["locations/"], "//tbody//th/a", "locations/")
    assert sorted(listed) == sorted(f"locations/{key}/" for key in real.archive.records.locations)


def test_all_incidents_of_a_location_are_on_its_page(real: Site) -> None:
    """The page of every location of the published archive lists each incident at it or within it once."""
    for key, place in real.archive.locations.items():
        address = f"locations/{key}/"
        listed = links(real[address], "//section[@aria-labelledby='incidents']//a[@class='incident-title']", address)
        assert sorted(listed) == sorted(
            incident(one) for one in place.all if real.archive.incidents[one].incident.withdrawn is None
        )
