"""Pages of locations: counts rolled up, incidents by month and how they stand, what is known of the position."""

import pytest
from synthetic_site import ARABIC, FILES, NEW_YEAR, STRIKE, UNDATED, Site, archive_at, cells, links, texts, written

from generator.model.location import Coordinates
from generator.pages.location_facts import point_words

ALPHA, BETA, NORTHSHIRE, TESTLAND = (
    f"locations/{key}/" for key in ("alpha-base", "beta-field", "northshire", "testland")
)

RECORD = """\
---
id: syb-000000{number}
title: Synthetic strike {number}
type: air-drone-strike
status: {status}
date: {date}
location: {location}
reports:
  - {{url: "https://example.org/{number}", source: {source}, stance: {stance}}}
target: [{{kind: military-base, operator: test-forces}}]
actors: [{{actor: test-front, role: attacker, basis: claimed-by-actor}}]
---
Synthetic account {number}.
"""
FULLER = FILES | {
    "sources/army-office.yml": "name: Synthetic Army Office\nkind: official\nrepresents: test-forces\n",
    **{
        f"records/2024/synthetic-{number}.md": RECORD.format(
            number=number, status=status, date=date, location=location, source=source, stance=stance
        )
        for number, (status, date, location, source, stance) in enumerate(
            (
                ("confirmed", "2024-03-07", "alpha-base", "army-office", "confirms"),
                ("single-source", "2024-03-08", "alpha-base", "front-channel", "claims"),
                ("single-source", "2024-03", "alpha-base", "front-channel", "claims"),
                ("single-source", "2024-03-09", "northshire", "observatory", "reports"),
                ("single-source", "unknown", "beta-field", "observatory", "reports"),
            ),
            1,
        )
    },
    "records/undated/undated.md": FILES["records/undated/undated.md"].replace("northshire", "beta-field"),
    "tallies/country-count.yml": """\
name: Synthetic count of the country
figures:
  - {what: synthetic attacks, count: {min: 10}, counts: incidents}
  - {what: synthetic dead, count: 5, counts: people}
stated_by: observatory
as_of: 2024-03-31
location: testland
reports: [{url: "https://observatory.example/country", source: observatory}]
""",
    "tallies/province-count.yml": """\
name: Synthetic count of the province
figures: [{what: synthetic attacks on the province, count: 3, counts: incidents}]
as_of: 2024-03-30
location: northshire
reports: [{url: "https://relay.example/province", source: relay-daily}]
""",
}
"""The tiny archive with five more incidents and two counts by others; its undated incident stands at another location."""


@pytest.fixture(scope="module")
def fuller(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the archive `FULLER`."""
    return Site(archive_at(written(tmp_path_factory.mktemp("fuller") / "incidents", FULLER)))


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
        ["Alpha base", "2", "2", "1most in December 2023, January 2024 (1)", "1 Corroborated 1 Single source", "Base"],
        ["Beta field", "2", "2", "1most in December 2023, February 2024 (1)", "1 Single source 1 Contested", "Site"],
        ["At Northshire itself, no closer location known", "1", "1", "", "1 Single source", ""],
    ]


def test_incidents_stand_by_month_own_before_those_within(tiny: Site) -> None:
    """A month heads the incidents it holds, a night over two months in the first, and a missing date has a heading of its own."""
    section = "//section[@aria-labelledby='incidents']"
    assert texts(tiny[NORTHSHIRE], f"{section}/h3") == ["At Northshire itself", "Within it"]
    assert texts(tiny[NORTHSHIRE], f"{section}/h4") == [
        "Year not known 1",
        "December 2023 1",
        "January 2024 1",
        "February 2024 1",
    ]
    assert links(tiny[NORTHSHIRE], f"{section}//a[@class='incident-title']", NORTHSHIRE) == [
        incident(key) for key in (UNDATED, NEW_YEAR, STRIKE, ARABIC)
    ]
    assert texts(tiny[ALPHA], f"{section}/h3") == ["December 2023 1", "January 2024 1"]


def test_a_month_of_a_location_has_an_address(fuller: Site) -> None:
    """Months can be linked to; those of incidents at the location itself bear another name than those within it."""
    headings = "//section[@aria-labelledby='incidents']/*[self::h3 or self::h4]"
    assert fuller[NORTHSHIRE].xpath(f"{headings}/@id") == [
        "incidents-itself",
        "itself-month-2024-03",
        "incidents-within",
        "month-2023-12",
        "month-2024-01",
        "month-2024-02",
        "month-2024-03",
    ]
    assert fuller[ALPHA].xpath(f"{headings}/@id") == ["month-2023-12", "month-2024-01", "month-2024-03"]


def standing_lines(site: Site, address: str, heading: str) -> list[list[str]]:
    """The lines directly below a heading, in order: each its name and its paragraphs or entries."""
    below = f"//section[@aria-labelledby='incidents']/*[{heading}]/following-sibling::*[1]"
    lines = site[address].xpath(f"{below}[contains(@class, 'standing')]/div")
    return [texts(line, "./dt | ./dd/p | ./dd//li") for line in lines]


MARCH, ITSELF_MARCH = "@id='month-2024-03'", "@id='itself-month-2024-03'"


def test_a_month_says_how_its_incidents_stand(fuller: Site) -> None:
    """Below a month of several incidents stand their statuses, who confirmed and who claims which, and which rest on one origin."""
    assert standing_lines(fuller, ALPHA, MARCH)[:4] == [
        ["Status", "1 Confirmed", "2 Single source"],
        ["Confirmed", "1 by Synthetic Army Office: 7 Mar 2024"],
        ["Claimed, with or without another word", "3 by Synthetic Front: Mar 2024, 7 Mar 2024, 8 Mar 2024"],
        [
            "On one origin that counts",
            "2 on Channel of the Synthetic Front a party’s own word: Mar 2024, 8 Mar 2024",
            "1 on Synthetic Army Office a party’s own word: 7 Mar 2024",
        ],
    ]


def test_a_month_of_one_incident_says_no_more_than_its_row(fuller: Site) -> None:
    """How one incident stands is told beside it, so above it stand at most the counts by others."""
    below = fuller[ALPHA].xpath("//*[@id='month-2023-12']/following-sibling::*[1]")
    assert [element.tag for element in below] == ["ol"]
    assert [line[0] for line in standing_lines(fuller, NORTHSHIRE, ITSELF_MARCH)] == ["Counted by others"]


def test_incidents_of_no_month_have_standing_lines_too(fuller: Site) -> None:
    """Below the heading of undated incidents stands what they rest on; what there is none of is said to be none."""
    assert standing_lines(fuller, BETA, "starts-with(text(), 'Year not known')") == [
        ["Status", "2 Single source"],
        ["Confirmed", "None"],
        ["Claimed, with or without another word", "1 by Synthetic Front: date ?"],
        [
            "On one origin that counts",
            "1 on Synthetic Observatory: date ?",
            "1 on Synthetic unidentified radio: date ?",
        ],
    ]


def test_each_day_of_a_standing_line_is_its_incident(fuller: Site) -> None:
    """A source leads to its page, and a day to the incident, by whose title it is described."""
    line = "//*[@id='month-2024-03']/following-sibling::*[1]/div[4]//a"
    assert links(fuller[ALPHA], line, ALPHA) == [
        "sources/front-channel/",
        incident("syb-0000003"),
        incident("syb-0000002"),
        "sources/army-office/",
        incident("syb-0000001"),
    ]
    assert fuller[ALPHA].xpath(f"{line}/@title") == [f"Synthetic strike {number}" for number in (3, 2, 1)]


def test_a_month_gives_what_others_counted_by_then(fuller: Site) -> None:
    """Counts of incidents stand with keeper, day and number, the closest location's first; other figures do not."""
    province = "Keeper not named, 30 March 2024: 3 synthetic attacks on the province"
    country = "Synthetic Observatory, 31 March 2024: at least 10 synthetic attacks"
    assert standing_lines(fuller, ALPHA, MARCH)[4:] == [["Counted by others", province, country]]
    assert standing_lines(fuller, NORTHSHIRE, ITSELF_MARCH) == [["Counted by others", province, country]]
    assert standing_lines(fuller, TESTLAND, MARCH)[4:] == [["Counted by others", country]]
    assert links(fuller[ALPHA], f"//*[{MARCH}]/following-sibling::*[1]/div[5]//a", ALPHA) == [
        "tallies/province-count/",
        "sources/observatory/",
        "tallies/country-count/",
    ]


def test_a_month_without_counts_by_others_has_no_line_of_them(fuller: Site) -> None:
    """Counts stand in the month for which they speak and in no other group of incidents."""
    undated = standing_lines(fuller, BETA, "starts-with(text(), 'Year not known')")
    assert [line[0] for line in undated] == [
        "Status",
        "Confirmed",
        "Claimed, with or without another word",
        "On one origin that counts",
    ]
    assert standing_lines(fuller, BETA, "@id='month-2024-02'") == []


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
