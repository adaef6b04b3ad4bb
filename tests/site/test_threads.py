"""Pages that belong together lead to one another, in both directions."""

from collections.abc import Iterator

import pytest
from site_page import Pages, standing

from generator.archive.archive import Archive
from generator.archive.gazetteer import locations_of
from generator.archive.timeline import listed_months, listed_years
from generator.model.attribution import parties_to
from generator.pages.addresses import (
    CORRECTIONS,
    GAPS,
    HOME,
    INCIDENTS,
    UNDATED,
    address_of,
    month_address,
    year_address,
)

Thread = tuple[str, str]
"""An incident's address and that of the other page."""


def to_locations(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        incident = archive.incidents[key].incident
        others = (named for other in incident.location.alternatives for named in other.keys)
        for place in (*locations_of(incident), *others):
            yield address_of("incident", key), address_of("location", place)


def to_sources(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        for citation in archive.incidents[key].incident.reports:
            publisher = archive.records.citation_source(citation)
            named = {step.source for chain in citation.chains for step in chain if step.source}
            verifying = {citation.imagery.verified_by} & archive.records.sources.keys() if citation.imagery else set()
            for source in named | verifying | ({publisher.key} if publisher else set()):
                yield address_of("incident", key), address_of("source", source)


def to_actors(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        for actor in parties_to(archive.incidents[key].incident) & archive.records.actors.keys():
            yield address_of("incident", key), address_of("actor", actor)


def to_reports(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        for citation in archive.incidents[key].incident.reports:
            if citation.report:
                yield address_of("incident", key), address_of("report", citation.report)


def to_series(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        for series in archive.incidents[key].incident.series:
            yield address_of("incident", key), address_of("series", series)


def to_types(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        yield address_of("incident", key), address_of("type", archive.incidents[key].incident.type)


def to_times(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        value = archive.incidents[key].incident.date.value
        months = [month_address(*month) for month in listed_months(value)]
        years = [year_address(year) for year in listed_years(value)]
        undated = [] if months or years else [UNDATED]
        for address in (*months, *years, *undated):
            yield address_of("incident", key), address


def to_related(archive: Archive) -> Iterator[Thread]:
    for key in standing(archive):
        for relation in archive.incidents[key].relations:
            yield address_of("incident", key), address_of("incident", relation.other)


@pytest.mark.parametrize(
    "threads", [to_locations, to_sources, to_actors, to_reports, to_series, to_types, to_times, to_related]
)
def test_an_incident_and_what_it_names_lead_to_each_other(linked: Archive, pages: Pages, threads: object) -> None:
    """An incident's page leads to the page of everything the record names, and each of those leads back to it."""
    found = sorted(set(threads(linked)))  # type: ignore[operator]
    assert found != []
    assert [(here, there) for here, there in found if there not in pages[here].threads] == []
    assert [(there, here) for here, there in found if here not in pages[there].threads] == []


def test_every_incident_is_in_the_list_of_all(linked: Archive, pages: Pages) -> None:
    """The list of all incidents leads to each that stands, and the home page to the list."""
    assert {address_of("incident", key) for key in standing(linked)} - pages[INCIDENTS].threads == set()
    assert INCIDENTS in pages[HOME].threads


def test_a_tally_and_what_it_names_lead_to_each_other(linked: Archive, pages: Pages) -> None:
    """A tally's page leads to its sources, reports and locations, and each of them leads back."""
    wanted = set()
    for key, tally in linked.records.tallies.items():
        here = address_of("tally", key)
        for citation in tally.reports:
            publisher = linked.records.citation_source(citation)
            wanted |= {(here, address_of("source", publisher.key))} if publisher else set()
            wanted |= {(here, address_of("report", citation.report))} if citation.report else set()
        wanted |= {(here, address_of("location", key)) for key in tally.locations}
        wanted |= {(here, address_of("source", tally.stated_by))} if tally.stated_by else set()
    assert [(here, there) for here, there in sorted(wanted) if there not in pages[here].threads] == []
    assert [(there, here) for here, there in sorted(wanted) if here not in pages[there].threads] == []


def test_the_gaps_page_is_led_to_and_leads_to_every_count(linked: Archive, pages: Pages) -> None:
    """The page of what is missing is a click away from every page and from every tally, and leads to each tally and its keeper."""
    tallies = linked.records.tallies
    footers = {address: page.tree.xpath("//footer//a/@href") for address, page in pages.items()}
    without = {
        address
        for address, links in footers.items()
        if ("ar/" if address.startswith("ar/") else "") + GAPS not in map(pages[address].inside, links)
    }
    assert without == set()
    assert tallies != {}
    assert [key for key in tallies if GAPS not in pages[address_of("tally", key)].threads] == []
    assert {address_of("tally", key) for key in tallies} - pages[GAPS].threads == set()
    assert {address_of("source", tally.stated_by) for tally in tallies.values() if tally.stated_by} - pages[
        GAPS
    ].threads == set()


def test_a_report_and_its_source_lead_to_each_other(linked: Archive, pages: Pages) -> None:
    """A report's page leads to its source, and the source's page to the report."""
    wanted = [
        (address_of("report", key), address_of("source", report.source))
        for key, report in linked.records.reports.items()
    ]
    assert [
        pair for pair in wanted if pair[1] not in pages[pair[0]].threads or pair[0] not in pages[pair[1]].threads
    ] == []


def test_locations_lead_up_and_down(linked: Archive, pages: Pages) -> None:
    """A location's page leads to the larger one around it and to those directly within."""
    wanted = [
        (address_of("location", key), address_of("location", place.path[0]))
        for key, place in linked.locations.items()
        if place.path
    ]
    assert wanted != []
    assert [
        pair for pair in wanted if pair[1] not in pages[pair[0]].threads or pair[0] not in pages[pair[1]].threads
    ] == []


@pytest.mark.parametrize(
    ("kind", "group", "index"),
    [
        ("location", "locations", "locations/"),
        ("source", "sources", "sources/"),
        ("actor", "actors", "actors/"),
        ("report", "reports", "reports/"),
        ("tally", "tallies", "tallies/"),
        ("series", "series", "series/"),
    ],
)
def test_every_record_has_its_page_in_its_list(
    linked: Archive, pages: Pages, kind: str, group: str, index: str
) -> None:
    """Every record of the registry has a page, the list of its kind leads to it, and it leads back to the list."""
    addresses = {address_of(kind, key) for key in getattr(linked.records, group)}
    assert addresses - pages.keys() == set()
    assert addresses - pages[index].threads == set()
    assert [address for address in sorted(addresses) if index not in pages[address].threads] == []


def test_every_correction_is_told_twice(linked: Archive, pages: Pages) -> None:
    """A correction stands on its record's page and in the list of all corrections, which leads to the record."""
    corrected = {address_of("incident", key) for key, _ in linked.corrections}
    assert corrected - pages[CORRECTIONS].threads == set()
    assert [
        address
        for address in corrected
        if not pages[address].article.xpath(".//ul[contains(@class, 'corrections')]/li")
    ] == []
