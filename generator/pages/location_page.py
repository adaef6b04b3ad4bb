"""The page of a location: what it is, how many incidents it and all within it have, and which."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, claims_about
from generator.archive.gazetteer import LocationLinks
from generator.archive.timeline import listed_months
from generator.pages import wording
from generator.pages.addresses import LOCATIONS, Link, address_of, month_address
from generator.pages.claim_view import ClaimView, claim_views
from generator.pages.incident_groups import MOST_LISTED, MonthGroup, by_month, month_anchor
from generator.pages.incident_row import IncidentRow, Rows, location_link
from generator.pages.location_facts import Code, codes_of, exactness, no_point, point_words
from generator.pages.map.base_map import BaseMap
from generator.pages.map.region_map import RegionMap, region_map
from generator.pages.map.whereabouts import Locate, Whereabouts, locators
from generator.pages.month_chart import Chart, Month, month_chart
from generator.pages.other_names import NameGroups, name_in_own_script, other_names
from generator.pages.page import Page
from generator.pages.published_counts import CountsByMonth, counts_for, published_counts
from generator.pages.status_counts import StatusCounts, rows_of, status_counts


@dataclass(frozen=True, slots=True)
class LocationRow:
    """A location in a table with its counts; an incident at two locations counts once in each sum."""

    link: Link
    own_script: tuple[str, str, str] | None
    """A name in another language, its tag and direction."""
    kind: str
    depth: int
    """How many larger locations of the table stand around it."""
    own: int
    total: int
    split: StatusCounts


@dataclass(frozen=True, slots=True)
class LocationView:
    """Everything the page of a location shows."""

    name: str
    own_script: tuple[str, str, str] | None
    names: NameGroups
    kind: str
    path: tuple[Link, ...]
    """From the largest location around it to the smallest."""
    point: str
    """Its coordinates in words; empty where it has none."""
    no_point: str
    """Why it has none; empty where it has some."""
    exactness: str
    point_basis: str
    codes: tuple[Code, ...]
    note: str
    own: int
    total: int
    inside: int
    """Number of locations directly within it."""
    split: StatusCounts
    chart: Chart | None
    monthless: int
    """Incidents in no bar of the chart, because no source gives both month and year."""
    map: RegionMap | None
    """Itself and the locations within it; None where none within it can be drawn."""
    whereabouts: Whereabouts | None
    """Where it lies itself, if there is no such map."""
    children: tuple[LocationRow, ...]
    itself: LocationRow
    own_groups: tuple[MonthGroup, ...]
    within: int
    """Number of incidents within it that are not at itself."""
    within_groups: tuple[MonthGroup, ...]
    """Empty where there are too many: then the pages of the locations within list them."""
    elsewhere: tuple[IncidentRow, ...]
    """Incidents that some reports place here and the archive places elsewhere."""
    tallies: tuple[Link, ...]
    claims: tuple[ClaimView, ...]


def location_pages(archive: Archive, rows: Rows, base_map: BaseMap | None, locate: Locate) -> tuple[Page, ...]:
    """A page for every location."""
    about = claims_about(archive.records)
    counts = published_counts(archive)
    tallies: dict[str, list[Link]] = {}
    for key, tally in archive.records.tallies.items():
        for location in tally.locations:
            tallies.setdefault(location, []).append(Link(tally.name, address_of("tally", key)))
    return tuple(
        _page(archive, rows, key, about, tuple(tallies.get(key, ())), counts, base_map, locate)
        for key in archive.locations
    )


def _page(
    archive: Archive,
    rows: Rows,
    key: str,
    about: ClaimIndex,
    tallies: tuple[Link, ...],
    counts: CountsByMonth,
    base_map: BaseMap | None,
    locate: Locate,
) -> Page:
    view = location_view(archive, rows, key, about, tallies, counts, base_map=base_map, locate=locate)
    around = f", {view.path[-1].text}" if view.path else ""
    return Page(
        address_of("location", key),
        view.name,
        f"{view.kind}{around}. {wording.number_of(view.total, 'incident', 'incidents')} in this archive, {view.own} of them at {view.name} itself.",
        "location.html.j2",
        view,
        section=LOCATIONS,
        record=archive.path_of("location", key),
    )


def location_view(
    archive: Archive,
    rows: Rows,
    key: str,
    about: ClaimIndex,
    tallies: tuple[Link, ...],
    counts: CountsByMonth,
    *,
    most: int = MOST_LISTED,
    base_map: BaseMap | None = None,
    locate: Locate | None = None,
) -> LocationView:
    """The view of one location; with more than `most` incidents within it, those are counted and not listed."""
    place = archive.locations[key]
    location = place.location
    own, everything = rows_of(rows, place.own), rows_of(rows, place.all)
    at_itself = frozenset(row.id for row in own)
    within = tuple(row for row in everything if row.id not in at_itself)
    months = _months(archive, everything)
    drawn = _map(archive, rows, key, base_map)
    here = {month: counts_for(found, key, place.path) for month, found in counts.items()}
    own_groups = by_month(archive, own, here)
    within_groups = by_month(archive, within, here) if len(within) <= most else ()
    return LocationView(
        name=location.name,
        own_script=name_in_own_script(location.names),
        names=other_names(location.names),
        kind=wording.LOCATION_KINDS[location.kind],
        path=tuple(location_link(archive, around) for around in reversed(place.path)),
        point=point_words(location.coordinates) if location.coordinates else "",
        no_point=no_point(location),
        exactness=exactness(location.coordinates),
        point_basis=location.coordinates.basis if location.coordinates else "",
        codes=codes_of(location),
        note=location.note or "",
        own=len(own),
        total=len(everything),
        inside=len(place.inside),
        split=status_counts(everything),
        chart=month_chart(months, lambda month: _place_of(key, month, own_groups, within_groups)),
        monthless=len(everything) - sum(map(len, months.values())),
        map=drawn,
        whereabouts=(locate or locators(archive, base_map))((key,), ()) if drawn is None else None,
        children=tuple(location_row(archive, rows, child, 0) for child in place.inside),
        itself=LocationRow(Link(location.name, ""), None, "", 0, len(own), len(own), status_counts(own)),
        own_groups=own_groups,
        within=len(within),
        within_groups=within_groups,
        elsewhere=rows_of(rows, place.alternatives),
        tallies=tallies,
        claims=claim_views(archive, about.get(("location", key), ())),
    )


def _map(archive: Archive, rows: Rows, key: str, base_map: BaseMap | None) -> RegionMap | None:
    within = [other for other, place in archive.locations.items() if key in place.path]
    if not any(archive.locations[other].own and archive.locations[other].location.coordinates for other in within):
        return None
    ids = archive.locations[key].location.ids
    area = base_map.shape(ids.iso3166) if base_map and ids else None
    return region_map(archive, rows, base_map, (key, *within), area=area)


def _place_of(key: str, month: Month, own: tuple[MonthGroup, ...], within: tuple[MonthGroup, ...]) -> str:
    """Where a location's page lists a month; of one that it does not list, the month's own page."""
    anchor = month_anchor(month)
    page = address_of("location", key)
    if any(group.anchor == anchor for group in within):
        return f"{page}#{anchor}"
    if any(group.anchor == anchor for group in own):
        return f"{page}#{'itself-' if within else ''}{anchor}"
    return month_address(*month)


def _months(archive: Archive, rows: Iterable[IncidentRow]) -> dict[Month, list[IncidentRow]]:
    """Incidents by the first month they may lie in; those known to no month are left out."""
    months: dict[Month, list[IncidentRow]] = {}
    for row in rows:
        listed = listed_months(archive.incidents[row.id].incident.date.value)
        if listed:
            months.setdefault(listed[0], []).append(row)
    return months


def location_row(archive: Archive, rows: Rows, key: str, depth: int) -> LocationRow:
    """The row of a location in a table."""
    place: LocationLinks = archive.locations[key]
    own, everything = rows_of(rows, place.own), rows_of(rows, place.all)
    return LocationRow(
        location_link(archive, key),
        name_in_own_script(place.location.names),
        wording.LOCATION_KINDS[place.location.kind],
        depth,
        len(own),
        len(everything),
        status_counts(everything),
    )
