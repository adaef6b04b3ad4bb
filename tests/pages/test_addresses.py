"""Addresses of pages and data, and the links between them."""

from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.pages import addresses
from generator.pages.addresses import address_of, claim_anchor, incident_data, month_address, relative, year_address

ROOT = "https://example.org/any/path/"


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("incident", "incidents/x/"),
        ("location", "locations/x/"),
        ("source", "sources/x/"),
        ("report", "reports/x/"),
        ("actor", "actors/x/"),
        ("series", "series/x/"),
        ("type", "types/x/"),
        ("tally", "tallies/x/"),
        ("rule", "rules/x/"),
    ],
)
def test_the_address_of_a_record(kind: str, address: str) -> None:
    """A record's page stands in the folder of its kind, under its key."""
    assert address_of(kind, "x") == address


def test_other_addresses() -> None:
    """Years, months, an incident's data and a claim's anchor have fixed forms, whatever the number of digits."""
    assert (year_address(2023), year_address(987)) == ("timeline/2023/", "timeline/0987/")
    assert (month_address(2023, 1), month_address(2023, 12)) == ("timeline/2023/01/", "timeline/2023/12/")
    assert incident_data("syb-4k7m2xq") == "incidents/syb-4k7m2xq/incident.json"
    assert (claim_anchor("s3.1"), claim_anchor("s10.12b")) == ("claim-s3-1", "claim-s10-12b")


def test_the_permanent_addresses() -> None:
    """The addresses the design promises for good are these; changing one breaks what people cited."""
    named = {name: value for name, value in vars(addresses).items() if name.isupper() and not name.startswith("_")}
    assert named == {
        "HOME": "",
        "INCIDENTS": "incidents/",
        "EXPLORE": "explore/",
        "EXPLORE_DATA": "data/explore/",
        "SEARCH": "search/",
        "TIMELINE": "timeline/",
        "UNDATED": "timeline/undated/",
        "LOCATIONS": "locations/",
        "SOURCES": "sources/",
        "REPORTS": "reports/",
        "ACTORS": "actors/",
        "SERIES": "series/",
        "TYPES": "types/",
        "TALLIES": "tallies/",
        "GAPS": "gaps/",
        "CORRECTIONS": "corrections/",
        "CODEBOOK": "codebook/",
        "RULES": "rules/",
        "DATA": "data/",
        "ABOUT": "about/",
        "METHOD": "method/",
        "CONTRIBUTE": "contribute/",
        "CONTRIBUTE_FORM": "contribute/form/",
        "CONTRIBUTE_STYLE": "contribute/style/",
    }


@pytest.mark.parametrize(
    ("target", "origin", "link"),
    [
        ("", "", "./"),
        ("", "incidents/x/", "../../"),
        ("incidents/x/", "", "incidents/x/"),
        ("incidents/x/", "incidents/x/", "./"),
        ("incidents/y/", "incidents/x/", "../y/"),
        ("incidents/", "incidents/x/", "../"),
        ("incidents/x/", "incidents/", "x/"),
        ("incidents/x/incident.json", "incidents/x/", "incident.json"),
        ("feed.xml", "timeline/2023/12/", "../../../feed.xml"),
        ("timeline/2024/01/", "timeline/2023/12/", "../../2024/01/"),
        ("incidents/x/#report-1", "incidents/x/", "#report-1"),
        ("incidents/x/#report-1", "incidents/y/", "../x/#report-1"),
        ("#top", "", "#top"),
        ("#top", "about/", "../#top"),
        ("incidents-of/x/", "incidents/x/", "../../incidents-of/x/"),
    ],
)
def test_links_are_relative(target: str, origin: str, link: str) -> None:
    """A link is the shortest way from one page to another, so that the site works under any path."""
    assert relative(target, origin) == link


segment = st.text("abz019-._", min_size=1, max_size=8).filter(lambda text: text.strip("."))
pages = st.lists(segment, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
files = st.builds(
    "{}{}.{}".format, pages, st.text("abz09-", min_size=1, max_size=8), st.sampled_from(["json", "csv", "xml"])
)
anchors = st.one_of(st.just(""), st.text("abz09-", min_size=1, max_size=8).map("#{}".format))


@given(st.builds("{}{}".format, st.one_of(pages, files), anchors), pages)
@example("", "a/")
@example("a/#b", "a/")
@example("feed.xml", "feed.xml/")
def test_a_link_leads_to_its_target(target: str, origin: str) -> None:
    """Followed from its page as a browser follows it, a link leads to its target, wherever the site stands."""
    assert urljoin(ROOT + origin, relative(target, origin)) == ROOT + target


@given(st.one_of(pages, files), pages)
def test_a_link_stays_within_the_site(target: str, origin: str) -> None:
    """A link never begins with a slash or a scheme, nor climbs above the site's root."""
    link = relative(target, origin)
    assert link
    assert not link.startswith("/")
    assert link.split("/").count("..") <= origin.count("/")
