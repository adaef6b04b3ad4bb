"""Pages lead to one another: every link and anchor exists, and related pages link both ways."""

import itertools
from urllib.parse import urldefrag

import pytest
from synthetic_site import STRIKE, Site, links

from generator.pages.addresses import address_of


@pytest.fixture(params=["tiny", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    """Each of the two archives in turn."""
    return request.getfixturevalue(request.param)


def internal(site: Site, address: str) -> list[str]:
    """Every link of a page that stays within the site."""
    return [
        link for link in links(site[address], "//a", address) if "://" not in link and not link.startswith("mailto:")
    ]


def test_every_link_leads_to_a_page_that_exists(site: Site) -> None:
    """A link inside the site names a page or a file of it."""
    known = {*site.pages, *site.files}
    lost = {
        (address, link)
        for address in site.pages
        for link in internal(site, address)
        if urldefrag(link).url not in known
    }
    assert lost == set()


def test_every_anchor_exists_on_its_page(site: Site) -> None:
    """A link with an anchor names an element that the page has."""
    ids = {address: set(site[address].xpath("//@id")) for address in site.pages}
    lost = {
        (address, link)
        for address in site.pages
        for link in internal(site, address)
        if urldefrag(link).fragment and urldefrag(link).fragment not in ids.get(urldefrag(link).url, ())
    }
    assert lost == set()


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    """An anchor means one element."""
    twice = {
        address for address in site.pages if len(site[address].xpath("//@id")) != len(set(site[address].xpath("//@id")))
    }
    assert twice == set()


def test_every_page_has_one_heading_of_the_first_rank_and_none_skipped(site: Site) -> None:
    """Headings begin with one h1 and go down by one rank at a time; none is empty."""
    wrong = []
    for address in site.pages:
        headings = site[address].xpath("//h1|//h2|//h3|//h4|//h5|//h6")
        ranks = [int(heading.tag[1]) for heading in headings]
        skipped = any(later > earlier + 1 for earlier, later in itertools.pairwise(ranks))
        empty = any(not heading.text_content().strip() for heading in headings)
        if ranks[:1] != [1] or ranks.count(1) != 1 or skipped or empty:
            wrong.append((address, ranks))
    assert wrong == []


def test_every_table_names_its_columns_and_rows(site: Site) -> None:
    """A th says whether it heads a column or a row."""
    bare = {address for address in site.pages if site[address].xpath("//th[not(@scope)]")}
    assert bare == set()


def test_no_page_needs_an_inline_style_or_a_script(site: Site) -> None:
    """The site's content security policy refuses both."""
    found = {
        address for address in site.pages if site[address].xpath("//@style|//script|//@*[starts-with(name(), 'on')]")
    }
    assert found == set()


LISTING = ("locations", "sources", "actors", "series", "types", "reports")
OWN = "//a[not(ancestor::ol[contains(@class, 'incident-list')])]"
"""Links of an incident's page that speak of it and not of a related incident."""


def pages_of(site: Site, address: str, path: str) -> set[str]:
    """Pages of locations, sources, actors, series, types and reports to which links of a page lead."""
    found = {urldefrag(link).url for link in links(site[address], path, address)}
    return {link for link in found if link.split("/")[0] in LISTING and link.count("/") == 2}


def standing(site: Site) -> list[str]:
    """Addresses of the incidents that have not been withdrawn."""
    return [
        address_of("incident", key)
        for key, linked in site.archive.incidents.items()
        if linked.incident.withdrawn is None
    ]


def test_what_an_incident_links_to_lists_the_incident(site: Site) -> None:
    """The page of a location, source, actor, series, type or report that an incident names leads back to it."""
    one_way = {
        (incident, page)
        for incident in standing(site)
        for page in pages_of(site, incident, OWN)
        if incident not in {urldefrag(link).url for link in internal(site, page)}
    }
    assert one_way == set()


def test_what_lists_an_incident_can_be_reached_from_it(site: Site) -> None:
    """A page that lists an incident is linked from it, or stands above a page that is: a larger location, a wider type."""
    lists: dict[str, set[str]] = {}
    for page in site.pages:
        if page.split("/")[0] in LISTING and page.count("/") == 2:
            for link in internal(site, page):
                lists.setdefault(urldefrag(link).url, set()).add(page)
    unreachable = set()
    for incident in standing(site):
        direct = pages_of(site, incident, OWN)
        above = {link for page in direct for link in pages_of(site, page, "//nav[@class='crumbs']//a")}
        unreachable |= {(incident, page) for page in lists.get(incident, set()) - direct - above}
    assert unreachable == set()


def test_a_withdrawn_incident_is_listed_nowhere_but_where_it_went(tiny: Site) -> None:
    """Only the record that carries its content now, the home of corrections and lists of withdrawals lead to a tombstone."""
    tombstone = address_of("incident", "syb-7c4x9kb")
    leading = {
        address.split("/")[0] + "/"
        for address in tiny.pages
        if tombstone in (urldefrag(link).url for link in internal(tiny, address))
    }
    assert not leading & {"locations/", "sources/", "actors/", "series/", "types/", "tallies/", "reports/"}
    assert address_of("incident", STRIKE) in {address for address in tiny.pages if tombstone in internal(tiny, address)}


@pytest.mark.parametrize("address", ["locations/", "sources/", "actors/", "series/", "types/", "tallies/", "reports/"])
def test_every_list_leads_to_the_other_lists(tiny: Site, address: str) -> None:
    """Lists that no tab or footer names are a click away from every other list."""
    others = {"incidents/", "locations/", "sources/", "reports/", "actors/", "series/", "types/", "tallies/"} - {
        address
    }
    assert set(links(tiny[address], "//nav[@aria-label='Other lists']//a", address)) == others
