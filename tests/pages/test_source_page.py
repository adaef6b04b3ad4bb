"""Pages of sources: what each is, how much rests on it, whom it relays, every citation of it."""

import pytest
from synthetic_site import ARABIC, FILES, NEW_YEAR, STRIKE, UNDATED, Site, archive_at, cells, links, texts, written

OBSERVATORY, CHANNEL, RELAY, RADIO = (
    f"sources/{key}/" for key in ("observatory", "front-channel", "relay-daily", "unknown-radio")
)


def fact(site: Site, address: str, name: str) -> list[str]:
    """What a source's page states under one name."""
    return texts(site[address], f"//dt[text()='{name}']/following-sibling::dd")


def test_the_numbers_stand_with_their_meaning(tiny: Site) -> None:
    """A source shows in how many incidents it is cited, named, a root and the only root."""
    assert cells(tiny[OBSERVATORY], "//dl[@class='figures']/div") == [
        ["incidents cite an item it published", "3"],
        ["incidents in which items of others name it as an origin or a step on the way", "1"],
        ["incidents in which a line of origin begins with it", "3"],
        ["incidents rest on it alone, however many outlets repeat it", "2"],
    ]
    assert texts(tiny[OBSERVATORY], "//section[@aria-labelledby='numbers']/p")[0] == "Of 4 incidents in this archive."


def test_the_figures_are_said_to_describe_the_archive(tiny: Site) -> None:
    """No number of a source's page passes for a judgement on the outlet."""
    assert texts(tiny[OBSERVATORY], "//section[@aria-labelledby='numbers']/p[@class='hint']")[:1] == [
        (
            "These figures describe this archive, not the outlet: they say what was found and cited here, nothing of how much it "
            "publishes or how well. What lines of origin are"
        )
    ]


def test_incidents_that_rest_on_it_alone_are_listed(tiny: Site) -> None:
    """Incidents that no other line of origin asserts, even where another denies them, stand apart from those with several roots."""
    alone, several = (
        f"//section[@aria-labelledby='{name}']//a[@class='incident-title']" for name in ("alone", "roots")
    )
    assert links(tiny[OBSERVATORY], alone, OBSERVATORY) == [f"incidents/{NEW_YEAR}/", f"incidents/{ARABIC}/"]
    assert links(tiny[OBSERVATORY], several, OBSERVATORY) == [f"incidents/{STRIKE}/"]


def test_each_citation_leads_to_its_place_in_the_record(tiny: Site) -> None:
    """A citation links to the numbered report on the page of the incident or the tally, and says what the item says."""
    section = "//section[@aria-labelledby='citations']"
    assert links(tiny[OBSERVATORY], f"{section}//a[@class='incident-title']", OBSERVATORY) == [
        f"incidents/{NEW_YEAR}/#report-1",
        f"incidents/{STRIKE}/#report-1",
        f"incidents/{ARABIC}/#report-1",
        "tallies/observatory-january/#report-2",
    ]
    assert texts(tiny[OBSERVATORY], f"{section}//p[@class='says']") == [
        "Reports it: A synthetic strike at two places",
        "Reports it: A synthetic drone struck the base",
        "Reports it",
        "Gives the count",
    ]


def test_citations_of_others_that_name_it_show_the_chain(tiny: Site) -> None:
    """An item that relays a source stands on that source's page with its publisher and its line of attribution."""
    section = "//section[@aria-labelledby='named']"
    assert texts(tiny[RADIO], f"{section}//p[@class='says']") == [
        "Reports it · published by Synthetic Relay Daily: A synthetic radio told of a strike"
    ]
    assert texts(tiny[RADIO], f"{section}//ul[@class='chains']/li") == [
        "Synthetic Relay Daily ← Synthetic unidentified radio ← synthetic witnesses"
    ]


def test_who_relays_whom_stands_on_both_pages(tiny: Site) -> None:
    """The relaying source names the relayed one with the number of citations, and the other way round."""
    relays, relayed = (
        "//h3[@id='relays-whom']/following-sibling::div//tbody/tr",
        "//h3[@id='relayed-by']/following-sibling::div//tbody/tr",
    )
    assert cells(tiny[RELAY], relays) == [
        ["Synthetic Observatory", "2", "Monitor"],
        ["Synthetic unidentified radio", "1", "Radio"],
    ]
    assert cells(tiny[OBSERVATORY], relayed) == [["Synthetic Relay Daily", "2", "Site of rewritten reports"]]


def test_a_party_is_named_as_one(tiny: Site) -> None:
    """A source that speaks for an actor says so at its head and links to the actor."""
    assert texts(tiny[CHANNEL], "//p[@class='at-a-glance']") == [
        "Channel of an armed group · speaks for Synthetic Front"
    ]
    assert "actors/test-front/" in links(tiny[CHANNEL], "//p[@class='at-a-glance']//a", CHANNEL)


def test_an_unidentified_source_shows_its_description_and_the_hypotheses(tiny: Site) -> None:
    """What reports call it stands in quotation marks, and who it may be stands as a hypothesis with its basis."""
    section = "//section[@aria-labelledby='identity']"
    assert texts(tiny[RADIO], f"{section}/p")[0] == (
        "Not identified. Reports describe it as “a radio in the capital”. "
        "A source known only by description supports the status single source at most."
    )
    assert texts(tiny[RADIO], f"{section}//li") == [
        "Synthetic Observatory: A synthetic likeness of words possibly.example"
    ]
    assert texts(tiny[RADIO], f"{section}/p[@class='hint']") == [
        "A hypothesis of the editors. No number of this archive rests on it."
    ]


def test_what_is_not_assessed_is_said_not_to_be(tiny: Site) -> None:
    """A source without a grade of reliability says that the archive has not assessed it."""
    assert fact(tiny, OBSERVATORY, "Reliability") == ["Not assessed by this archive"]


def test_facts_of_the_source_stand_in_words(tiny: Site) -> None:
    """Country and languages are spelt out, an affiliation keeps the words of whoever describes it."""
    assert fact(tiny, OBSERVATORY, "Country") == ["United Kingdom"]
    assert fact(tiny, OBSERVATORY, "Languages") == ["English and Arabic"]
    assert fact(tiny, OBSERVATORY, "Affiliation") == ["Close to nobody, according to nobody"]


def test_claims_reports_and_tallies_of_a_source_are_linked(tiny: Site) -> None:
    """A source leads to the claims it is known from, to its reports with a page and to the counts it keeps."""
    assert links(tiny[RADIO], "//section[@aria-labelledby='claims']//a", RADIO) == [
        "reports/rewritten-item/#claim-s1-1b",
        "reports/rewritten-item/",
    ]
    assert links(tiny[OBSERVATORY], "//section[@aria-labelledby='reports']//a", OBSERVATORY) == [
        "reports/original-item/",
        "reports/untied-item/",
    ]
    assert links(tiny[OBSERVATORY], "//section[@aria-labelledby='tallies']//a", OBSERVATORY) == [
        "tallies/observatory-january/"
    ]


def test_the_index_begins_with_the_roots(tiny: Site) -> None:
    """Roots stand first, by number of incidents, with their share; outlets that only relay follow."""
    rows = "//section[@aria-labelledby='{}']//tbody/tr"
    assert cells(tiny["sources/"], rows.format("roots")) == [
        ["Synthetic Observatory", "3", "75 %", "2", "3", "1", "Monitor"],
        ["Synthetic unidentified radio known only by description", "1", "25 %", "1", "0", "1", "Radio"],
        ["Channel of the Synthetic Front", "1", "25 %", "0", "1", "0", "Channel of an armed group"],
    ]
    assert cells(tiny["sources/"], rows.format("cited")) == [
        ["Synthetic Relay Daily", "3", "0", "Site of rewritten reports"]
    ]


def test_every_source_is_in_the_index_once(real: Site) -> None:
    """No source of the published archive is missing from the list or stands in it twice."""
    assert sorted(links(real["sources/"], "//tbody//th/a", "sources/")) == sorted(
        f"sources/{key}/" for key in real.archive.records.sources
    )


def test_every_citation_of_an_incident_is_on_its_publishers_page(real: Site) -> None:
    """Each citation of each incident of the published archive stands on the page of the source that published the item."""
    missing = []
    for key, linked in real.archive.incidents.items():
        for number, citation in enumerate(linked.incident.reports, 1):
            source = real.archive.records.citation_source(citation)
            if source is not None and linked.incident.withdrawn is None:
                address = f"sources/{source.key}/"
                if f"incidents/{key}/#report-{number}" not in links(
                    real[address], "//section[@aria-labelledby='citations']//a", address
                ):
                    missing.append((key, number))
    assert missing == []


def test_a_relay_is_the_root_of_nothing(tiny: Site) -> None:
    """An outlet that only passes on what others say counts as cited and never as an origin."""
    assert [number for _, number in cells(tiny[RELAY], "//dl[@class='figures']/div")] == ["3", "0", "0", "0"]
    assert links(tiny[RADIO], "//section[@aria-labelledby='alone']//a[@class='incident-title']", RADIO) == [
        f"incidents/{UNDATED}/"
    ]


def test_what_an_unidentified_source_may_be_leads_back_to_it(tiny: Site) -> None:
    """A source that an unidentified one may be names that one, with the ground and its address."""
    section = "//section[@aria-labelledby='unidentified']"
    assert texts(tiny[OBSERVATORY], f"{section}/*") == [
        "Unidentified sources",
        "It may be",
        "Synthetic unidentified radio: A synthetic likeness of words possibly.example",
        "A hypothesis of the editors. No number of this archive rests on it.",
    ]
    assert links(tiny[OBSERVATORY], f"{section}//a[not(@rel)]", OBSERVATORY) == [RADIO]
    assert texts(tiny[RADIO], f"{section}/*") == []


def test_imagery_leads_to_who_verified_it_and_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A citation links to the source that verified its imagery, whose page lists that citation."""
    files = dict(FILES)
    files["records/2023/new-year.md"] = files["records/2023/new-year.md"].replace(
        "    gist: A synthetic", "    imagery: {verified_by: relay-daily}\n    gist: A synthetic"
    )
    site = Site(archive_at(written(tmp_path_factory.mktemp("imagery") / "incidents", files)))
    here = f"incidents/{NEW_YEAR}/"
    assert texts(site[here], "//article[@id='report-1']/p[@class='note']") == [
        "Imagery verified by Synthetic Relay Daily."
    ]
    assert links(site[here], "//article[@id='report-1']/p[@class='note']/a", here) == [RELAY]
    section = "//section[@aria-labelledby='verified']"
    assert texts(site[RELAY], f"{section}/h2") == ["Imagery it verified"]
    assert links(site[RELAY], f"{section}//a[@class='incident-title']", RELAY) == [f"{here}#report-1"]
    assert texts(site[OBSERVATORY], section) == []
