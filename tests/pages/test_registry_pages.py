"""Pages of actors, series, event types and tallies."""

from collections.abc import Callable

import pytest
from lxml import html
from synthetic_site import ARABIC, NEW_YEAR, STRIKE, UNDATED, Site, cells, links, texts

from generator.archive.archive import Archive
from generator.pages.data_page import Download
from generator.pages.incident_row import Rows
from generator.pages.location_index import location_index
from generator.pages.page import Page
from generator.pages.source_index import source_index

FRONT, FORCES, BRIGADE = (f"actors/{key}/" for key in ("test-front", "test-forces", "test-brigade"))
WIDE, NARROW = "types/remote-violence/", "types/air-drone-strike/"
TALLY, WAVE = "tallies/observatory-january/", "series/winter-wave/"


def test_an_actors_part_stands_with_the_word_it_rests_on(tiny: Site) -> None:
    """Beside each incident stands on whose word the actor is given a part, and the report's words."""
    section = "//section[@aria-labelledby='incidents']"
    assert texts(tiny[FRONT], f"{section}/h3[1]") == ["Attacker 1"]
    assert texts(tiny[FRONT], "//p[@class='says']")[0] == "by its own claim as stated: “our fighters”"
    assert links(tiny[FRONT], "//a[@class='incident-title']", FRONT)[0] == f"incidents/{STRIKE}/"


def test_an_actor_that_only_denies_a_part_is_no_attacker(tiny: Site) -> None:
    """What an actor denies, and nobody else is tied to, stands under a heading of its own on its page and the incident's."""
    assert texts(tiny[FRONT], "//section[@aria-labelledby='incidents']/h3") == ["Attacker 1", "Denies a part 1"]
    assert links(tiny[FRONT], "//a[@class='incident-title']", FRONT) == [f"incidents/{STRIKE}/", f"incidents/{ARABIC}/"]
    assert "Denies a part" in texts(tiny[f"incidents/{ARABIC}/"], "//dt")
    assert "Attacker" not in texts(tiny[f"incidents/{ARABIC}/"], "//dt")


def test_an_actor_that_holds_a_target_is_listed_as_its_holder(tiny: Site) -> None:
    """Incidents in which something an actor holds was struck stand under a heading of their own."""
    assert texts(tiny[FORCES], "//section[@aria-labelledby='incidents']/h3") == ["Struck, as holder of the target 2"]
    assert links(tiny[FORCES], "//a[@class='incident-title']", FORCES) == [
        f"incidents/{NEW_YEAR}/",
        f"incidents/{STRIKE}/",
    ]


def test_actors_that_belong_together_and_their_sources_are_linked(tiny: Site) -> None:
    """An actor leads to what it belongs to, to what belongs to it, to who speaks for it and to claims about it."""
    assert links(tiny[BRIGADE], "//dt[text()='Belongs to']/following-sibling::dd/a", BRIGADE) == [FORCES]
    assert texts(tiny[FORCES], "//section[@aria-labelledby='parts']//li") == ["Synthetic Brigade 1 incident"]
    assert links(tiny[FRONT], "//section[@aria-labelledby='sources']//a", FRONT) == ["sources/front-channel/"]
    assert (
        links(tiny[FORCES], "//section[@aria-labelledby='claims']//a", FORCES)[0]
        == "reports/rewritten-item/#claim-s2-1"
    )


def test_the_list_of_actors_counts_incidents_and_roles(tiny: Site) -> None:
    """Actors stand by their number of incidents, with the parts they have in them."""
    assert cells(tiny["actors/"], "//tbody/tr") == [
        ["Forces of Testland", "2", "Struck, as holder of the target 2", "State forces", ""],
        ["Synthetic Brigade", "1", "Responder 1", "State forces", "Forces of Testland"],
        ["Synthetic Front الجبهة", "1", "Attacker 1Denies a part 1", "Armed group", ""],
    ]


def test_a_series_says_who_asserts_it_and_that_the_archive_does_not(tiny: Site) -> None:
    """A wave is the word of those who call it one: the report, the claim and the speaker are named."""
    section = "//section[@aria-labelledby='asserted']"
    assert texts(tiny[WAVE], f"{section}/p") == [
        "Not this archive: that these incidents belong together is stated by those named here, and the archive only says that they do so."
    ]
    assert "where it is said by: synthetic observers" in texts(tiny[WAVE], f"{section}/ul/li")[0]
    assert links(tiny[WAVE], f"{section}//a", WAVE)[:2] == [
        "reports/rewritten-item/",
        "reports/rewritten-item/#claim-s1-2",
    ]
    assert links(tiny[WAVE], "//a[@class='incident-title']", WAVE) == [f"incidents/{UNDATED}/"]


def test_the_list_of_series_gives_kind_and_number(tiny: Site) -> None:
    """Each series stands with its kind and how many incidents it has."""
    assert cells(tiny["series/"], "//tbody/tr") == [["Synthetic winter wave", "Wave", "1", "1 Single source"]]


def test_a_wide_type_includes_its_narrower_ones_and_says_so(tiny: Site) -> None:
    """The number of a wider type counts incidents of narrower types, and the page tells them apart."""
    assert texts(tiny[WIDE], "//p[@class='at-a-glance']") == [
        "Event type · 4 incidents: 1 of this type itself, 3 of narrower types"
    ]
    assert links(tiny[WIDE], "//dt[text()='Narrower types']/following-sibling::dd//a", WIDE) == [NARROW]
    assert links(tiny[NARROW], "//dt[text()='Wider type']/following-sibling::dd//a", NARROW) == [WIDE]
    assert f"incidents/{ARABIC}/" in links(tiny[WIDE], "//a[@class='incident-title']", WIDE)
    assert f"incidents/{ARABIC}/" not in links(tiny[NARROW], "//a[@class='incident-title']", NARROW)


def test_a_type_shows_its_definition_and_its_matches(tiny: Site) -> None:
    """What falls under a type stands on its page, with what other codebooks call the same."""
    assert texts(tiny[WIDE], "//p[@class='definition']") == ["A wider word for tests."]
    assert texts(tiny[WIDE], "//dt[.='In ACLED']/following-sibling::dd") == ["Explosions/Remote violence"]


def test_the_list_of_types_shows_the_hierarchy(tiny: Site) -> None:
    """A narrower type stands below the wider one."""
    rows = tiny["types/"].xpath("//tbody/tr")
    assert [(row[0].get("class"), row[0].text_content(), row[2].text) for row in rows] == [
        ("depth-0", "Synthetic attack from a distance", "4"),
        ("depth-1", "Synthetic drone strike", "3"),
    ]


def test_a_tally_gives_each_figure_as_stated(tiny: Site) -> None:
    """A figure stands with its words and with the reports that give it."""
    assert cells(tiny[TALLY], "//section[@aria-labelledby='figures']//tbody/tr") == [
        ["synthetic attacks", "at least 10", "“at least ten”", "all below"],
        ["synthetic bases struck", "2", "wording not recorded", "1"],
    ]
    assert tiny[TALLY].xpath("//article/@id") == ["report-1", "report-2"]


def test_the_list_of_tallies_names_the_keeper(tiny: Site) -> None:
    """Each tally stands with who states it, as of when, what and where."""
    rows = cells(tiny["tallies/"], "//tbody/tr")
    assert [row[:1] + row[2:] for row in rows] == [
        ["Synthetic count of January", "31 January 2024", "Synthetic Observatory", "Testland"]
    ]
    assert texts(tiny["tallies/"], "//tbody//li") == ["at least 10 synthetic attacks", "2 synthetic bases struck"]


def test_every_actor_series_type_and_tally_has_a_page_and_a_line_in_its_list(real: Site) -> None:
    """No entry of the published archive is missing from its list."""
    records = real.archive.records
    entries = {
        "actors/": records.actors,
        "series/": records.series,
        "tallies/": records.tallies,
        "types/": records.vocabularies["types"].terms,
    }
    for address, keys in entries.items():
        listed = links(real[address], "//tbody//th/a", address)
        assert sorted(listed) == sorted(f"{address}{key}/" for key in keys)


@pytest.mark.parametrize(("index", "name"), [(location_index, "locations"), (source_index, "sources")])
def test_a_list_offers_its_own_table_and_no_other(
    index: Callable[..., Page],
    name: str,
    tiny_archive: Archive,
    tiny_rows: Rows,
    rendered: Callable[[Page], html.HtmlElement],
) -> None:
    """The list of locations or sources announces and links the table of the same, where that is published."""
    files = tuple(
        Download(f"data/{kind}.csv", "text/csv", f"All {kind} (CSV)", 10)
        for kind in ("incidents", "locations", "sources")
    )
    page = index(tiny_archive, tiny_rows, files)
    assert page.data == (("text/csv", f"All {name} (CSV)", f"data/{name}.csv"),)
    assert links(rendered(page), "//a[@type='text/csv']", f"{name}/") == [f"data/{name}.csv"]
    assert index(tiny_archive, tiny_rows).data == ()
