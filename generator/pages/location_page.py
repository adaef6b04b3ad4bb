"""The page of a location: what it is, how many incidents it and all within it have, and which."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, claims_about
from generator.model.location import Relation
from generator.pages import wording
from generator.pages.addresses import LOCATIONS, Link, address_of, month_address
from generator.pages.claim_view import ClaimView, claim_views
from generator.pages.counted_months import counted_months
from generator.pages.incident_groups import MOST_LISTED, MonthGroup, by_month, month_anchor
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.location_facts import Code, codes_of, exactness, no_point, point_words
from generator.pages.location_table import LocationTable, descending, location_table
from generator.pages.map.base_map import BaseMap
from generator.pages.map.region_map import RegionMap, region_map
from generator.pages.map.whereabouts import Locate, Whereabouts, locators
from generator.pages.month_chart import Chart, Month, month_chart
from generator.pages.other_names import name_in_own_script
from generator.pages.page import Page
from generator.pages.published_counts import CountsByMonth, counts_for, published_counts
from generator.pages.registry_name import location_link, registry_name
from generator.pages.small_multiples import Multiples, multiples
from generator.pages.spellings import Spellings, spellings
from generator.pages.status_counts import StatusCounts, rows_of, status_counts
from generator.texts.text import joined, say, say_number

NEARNESS: tuple[tuple[Relation, str], ...] = (
    ("at", say("at it")),
    ("near", say("near it")),
    ("in", say("somewhere in it")),
    ("over", say("over it")),
    ("between", say("between it and another")),
)
"""How incidents are reported to lie to a location."""


@dataclass(frozen=True, slots=True)
class LocationView:
    """Everything the page of a location shows."""

    name: str
    own_script: tuple[str, str, str] | None
    spellings: tuple[Spellings, ...]
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
    table: LocationTable | None
    """All locations within it, and itself; None where none lies within it."""
    multiples: Multiples | None
    """The locations directly within it, by month; None where fewer than two have incidents known to a month."""
    relations: tuple[tuple[str, int], ...]
    """How its own incidents are reported to lie to it, in words, with their numbers; empty where all are at it."""
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
    kind = (
        say("{kind}, {around}.", kind=view.kind, around=view.path[-1].text)
        if view.path
        else say("{kind}.", kind=view.kind)
    )
    counted = say_number(
        view.total,
        "{n} incident in this archive, {own} at {location} itself.",
        "{n} incidents in this archive, {own} of them at {location} itself.",
        own=view.own,
        location=view.name,
    )
    return Page(
        address_of("location", key),
        view.name,
        joined(" ", (kind, counted)),
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
    months = counted_months(archive, everything)
    drawn = _map(archive, rows, key, base_map)
    here = {month: counts_for(found, key, place.path) for month, found in counts.items()}
    own_groups = by_month(archive, own, here)
    within_groups = by_month(archive, within, here) if len(within) <= most else ()
    return LocationView(
        name=registry_name(location),
        own_script=name_in_own_script(location.names),
        spellings=spellings(location.names),
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
        table=_table(archive, rows, key),
        multiples=_multiples(archive, rows, key),
        relations=_relations(archive, key, own),
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


def _table(archive: Archive, rows: Rows, key: str) -> LocationTable | None:
    within = [(below, depth) for child in archive.locations[key].inside for below, depth in descending(archive, child)]
    return location_table(archive, rows, within, key) if within else None


def _multiples(archive: Archive, rows: Rows, key: str) -> Multiples | None:
    """The locations directly within a location beside one another, those with most incidents first, and itself last."""
    place = archive.locations[key]
    children = sorted(place.inside, key=lambda child: -len(archive.locations[child].all))
    drawn = [(location_link(archive, child), rows_of(rows, archive.locations[child].all)) for child in children]
    drawn.append((Link(say("{location} itself", location=registry_name(place.location)), ""), rows_of(rows, place.own)))
    counted = [(link, counted_months(archive, incidents)) for link, incidents in drawn]
    counted = [(link, months) for link, months in counted if months]
    return multiples(counted) if len(counted) > 1 else None


def _relations(archive: Archive, key: str, own: Iterable[IncidentRow]) -> tuple[tuple[str, int], ...]:
    places = [archive.incidents[row.id].incident.location for row in own]
    found = Counter(place.relation for place in places if key in place.keys)
    if set(found) <= {"at"}:
        return ()
    return tuple((words, found[relation]) for relation, words in NEARNESS if found[relation])


def _place_of(key: str, month: Month, own: tuple[MonthGroup, ...], within: tuple[MonthGroup, ...]) -> str:
    """Where a location's page lists a month; of one that it does not list, the month's own page."""
    anchor = month_anchor(month)
    page = address_of("location", key)
    if any(group.anchor == anchor for group in within):
        return f"{page}#{anchor}"
    if any(group.anchor == anchor for group in own):
        return f"{page}#{'itself-' if within else ''}{anchor}"
    return month_address(*month)
