"""The home page: numbers that add up, each with its meaning."""

from synthetic_site import links, texts

from generator.pages.data_page import Download
from generator.pages.home_page import home_page
from generator.pages.incident_row import incident_rows

SCHEMA = Download("data/schema/incident.schema.json", "application/schema+json", "Schema of incidents", 10)
FEED = Download("feed.xml", "application/atom+xml", "Synthetic feed", 10)
TABLE = Download("data/incidents.csv", "text/csv", "All incidents (CSV)", 10)


def test_the_home_page_gives_four_numbers_with_their_meaning(tiny_archive, tiny_rows, rendered):
    """Withdrawn records are not counted; contested and discounted are; a night over two days has no exact day."""
    page = rendered(home_page(tiny_archive, tiny_rows, ()))
    numbers = zip(texts(page, "//dl[@class='figures']//dd"), texts(page, "//dl[@class='figures']//dt"), strict=True)
    assert list(numbers) == [
        ("4", "incidents, December 2023 to February 2024"),
        ("1", "confirmed or corroborated"),
        ("1", "contested or discounted, kept on record"),
        ("2", "without an exact day"),
    ]


def test_the_drawing_says_the_same_as_its_table(tiny_archive, tiny_rows, rendered):
    """The bars are hidden from programs that read aloud, and a table beside them gives each number with a link to its month."""
    page = rendered(home_page(tiny_archive, tiny_rows, ()))
    assert page.xpath("//*[local-name()='svg'][@class='chart-drawing']/@aria-hidden") == ["true"]
    assert set(page.xpath("//*[local-name()='svg'][@class='chart-drawing']//a/@tabindex")) == {"-1"}
    assert texts(page, "//details//tbody/tr") == ["December 20231001000", "January 20241010000", "February 20241000010"]
    assert page.xpath("//details//tbody//a/@href") == ["timeline/2023/12/", "timeline/2024/01/", "timeline/2024/02/"]
    assert texts(page, "//section[@aria-labelledby='by-month']/p[@class='note']") == [
        "1 incident is not drawn: no source gives both month and year."
    ]


def test_the_home_page_says_how_much_rests_on_one_source(tiny_archive, tiny_rows, rendered):
    """The source that most incidents rest on alone is named with both numbers."""
    page = rendered(home_page(tiny_archive, tiny_rows, ()))
    assert texts(page, "//section[@aria-labelledby='origins']/p[not(@class)]") == [
        "2 of 4 incidents rest on Synthetic Observatory alone."
    ]
    assert texts(page, "//section[@aria-labelledby='origins']//tbody/tr[1]/*") == [
        "Synthetic Observatory",
        "3 of 4",
        "75 %",
        "2",
    ]


def test_the_home_page_lists_the_latest_incidents_and_corrections(tiny_archive, tiny_rows, rendered):
    """The latest day stands first; a correction says what stood there and what stands there now."""
    page = rendered(home_page(tiny_archive, tiny_rows, ()))
    assert texts(page, "//section[@aria-labelledby='latest']//a[@class='incident-title']") == [
        "Synthetic ضربة on Beta field",
        "Synthetic drone strike on Alpha base",
        "Synthetic strike in the night of the new year",
    ]
    assert texts(page, "//ul[@class='corrections']/li") == [
        (
            "Correction, 21 November 2026: Synthetic drone strike on Alpha base "
            "date was “4 January 2024”, is “5 January 2024”. Synthetic misreading"
        )
    ]


def test_locations_are_ordered_by_the_incidents_placed_at_them(tiny_archive, tiny_rows, rendered):
    """An incident at two locations stands at both; none is added to the area around it."""
    page = rendered(home_page(tiny_archive, tiny_rows, ()))
    assert texts(page, "//ol[@class='location-panels']/li") == ["Alpha base 2", "Beta field 2", "Northshire 1"]


def test_the_main_files_are_offered_and_the_feed_is_announced(tiny_archive, tiny_rows, rendered):
    """The main files are linked by what is in them, the others by one link to the page of the data; programs are told of the feed."""
    page = home_page(tiny_archive, tiny_rows, (TABLE, SCHEMA, FEED))
    assert page.data == (("application/atom+xml", "Synthetic feed", "feed.xml"),)
    offered = rendered(page).xpath("//section[@aria-labelledby='data']")[0]
    assert offered.xpath(".//ul[not(@class)]/li/a/@href") == ["data/incidents.csv", "feed.xml"]
    assert texts(offered, ".//ul[not(@class)]/li") == [
        "Incidents as a table (CSV)",
        "Latest reviews and corrections (Atom)",
    ]
    assert offered.xpath("./p[@class='threads']/a/@href") == ["data/", "corrections/"]


def test_the_home_page_leads_to_exploring_and_searching(tiny):
    """The first links of the page lead to explore, search, the timeline and what this is."""
    assert links(tiny[""], "//p[@class='entries']/a", "") == ["explore/", "search/", "timeline/", "about/"]


def test_the_real_home_page_counts_what_the_archive_holds(real_archive, rendered):
    """The first number is that of the incidents that stand."""
    page = rendered(home_page(real_archive, incident_rows(real_archive), ()))
    standing = sum(entry.incident.withdrawn is None for entry in real_archive.incidents.values())
    assert texts(page, "//dl[@class='figures']/div[1]/dd") == [str(standing)]
    assert texts(page, "//h1") == [real_archive.settings.title]
