"""The search page: one field over everything the archive holds, and what it can be narrowed by."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive.archive import Archive
from generator.model.registry_name import registry_name, term_label
from generator.model.status import STATUSES
from generator.pages.addresses import ACTORS, INCIDENTS, LOCATIONS, REPORTS, SEARCH, SERIES, SOURCES, TALLIES
from generator.pages.page import Page
from generator.pages.search_records import UNDATED, SearchRecord
from generator.texts.text import say, say_as, say_number

SCRIPT = "assets/search/search.js"
OUT_OF_A_FOLDER = "assets/search/folder.js"
STYLE = "assets/search/search.css"
NUMBERS = (0, 1, 2, 3, 11, 100)
"""A number for each form that a language may have for numbers (CLDR: zero, one, two, few, many, other), as in Arabic."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter."""

    value: str
    label: str
    within: str = ""
    """The wider value it is part of, which finds it too."""
    depth: int = 0
    count: int = 0
    """Number of records that have the value, or a narrower one."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter with its values."""

    name: str
    label: str
    options: tuple[Option, ...]
    by_number: bool
    """Whether values with more results come first; else they keep their order."""
    open: bool


@dataclass(frozen=True, slots=True)
class KindOfResult:
    """One kind of record as a result shows it."""

    kind: str
    label: str
    list: str
    """Address of the list of its kind, below which its pages are."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What stands on the page before anything is looked for, and the words its script uses."""

    index: bool
    """Whether the site is built with a search; a preview is not."""
    facets: tuple[Facet, ...]
    kinds: tuple[KindOfResult, ...]
    statuses: tuple[Option, ...]
    counted: tuple[str, ...]
    """`n results` for each of `NUMBERS`."""


def search_page(archive: Archive, records: Sequence[SearchRecord]) -> Page:
    """The page `/search/` over some records; without any the site has no search, and the page says so and leads to the lists."""
    used, index = _used(records), bool(records)
    facets = (
        Facet("kind", say_as("filter", "Kind of record"), tuple(_kinds_used(used)), False, True),
        Facet("status", say_as("filter", "Status"), _statuses(used), False, True),
        Facet("year", say_as("filter", "Year"), tuple(_years(used.get("year", frozenset()))), False, False),
        Facet("type", say_as("filter", "Event type"), tuple(_types(archive, used)), False, False),
        Facet(
            "location", say_as("filter", "Location, with all within it"), tuple(_places(archive, used)), False, False
        ),
        Facet("source", say_as("filter", "Published by"), tuple(_sources(archive, used, "source")), True, False),
        Facet("root", say_as("filter", "Rests on the origin"), tuple(_sources(archive, used, "root")), True, False),
    )
    return Page(
        SEARCH,
        say_as("page", "Search"),
        say("Search every incident, location, source, actor, report, series and tally, in any script and spelling."),
        "search.html.j2",
        SearchView(
            index,
            tuple(_counted(facet, records) for facet in facets if len(facet.options) > 1),
            kinds_of_result(),
            _statuses(used),
            tuple(say_number(number, "{n} result", "{n} results") for number in NUMBERS),
        ),
        section=SEARCH,
        scripts=(SCRIPT,) if index else (),
        classic_scripts=(OUT_OF_A_FOLDER,) if index else (),
        styles=(STYLE,),
        wasm=index,
    )


def kinds_of_result() -> tuple[KindOfResult, ...]:
    """Every kind of record that can be found, in the order in which readers look for them."""
    return (
        KindOfResult("incident", say_as("kind of record", "Incident"), INCIDENTS),
        KindOfResult("location", say_as("kind of record", "Location"), LOCATIONS),
        KindOfResult("source", say_as("kind of record", "Source"), SOURCES),
        KindOfResult("actor", say_as("kind of record", "Actor"), ACTORS),
        KindOfResult("report", say_as("kind of record", "Report"), REPORTS),
        KindOfResult("series", say_as("kind of record", "Series"), SERIES),
        KindOfResult("tally", say_as("kind of record", "Tally"), TALLIES),
    )


def _counted(facet: Facet, records: Iterable[SearchRecord]) -> Facet:
    """The filter with the number of records that each of its values leaves of all."""
    around = {option.value: option.within for option in facet.options}
    paths = {value: _path(value, around) for value in around}
    counts: Counter[str] = Counter()
    for record in records:
        counts.update({wider for value in record.filters.get(facet.name, ()) for wider in paths.get(value, ())})
    options = [replace(option, count=counts[option.value]) for option in facet.options]
    return replace(
        facet, options=tuple(sorted(options, key=lambda option: -option.count) if facet.by_number else options)
    )


def _path(value: str, around: Mapping[str, str]) -> tuple[str, ...]:
    path = [value]
    while wider := around.get(path[-1]):
        path.append(wider)
    return tuple(path)


Used = Mapping[str, frozenset[str]]
"""The values of each filter that some record has."""


def _used(records: Iterable[SearchRecord]) -> Used:
    used: dict[str, set[str]] = {}
    for record in records:
        for name, values in record.filters.items():
            used.setdefault(name, set()).update(values)
    return {name: frozenset(values) for name, values in used.items()}


def _kinds_used(used: Used) -> Iterator[Option]:
    return (Option(one.kind, one.label) for one in kinds_of_result() if one.kind in used.get("kind", ()))


def _statuses(used: Used) -> tuple[Option, ...]:
    return tuple(Option(one.status, one.label) for one in STATUSES if one.status in used.get("status", ()))


def _years(years: Iterable[str]) -> Iterator[Option]:
    dated = sorted(year for year in years if year != UNDATED)
    yield from (Option(year, year) for year in reversed(dated))
    if len(dated) < len(frozenset(years)):
        yield Option(UNDATED, say_as("year", "Not known, or one of many"))


def _types(archive: Archive, used: Used) -> Iterator[Option]:
    vocabulary = archive.records.vocabularies.get("types")
    terms = vocabulary.terms if vocabulary else {}
    parents = {key: term.broader or "" for key, term in terms.items()}
    labels = {key: term_label(term) for key, term in terms.items()}
    return _tree(labels, parents, used.get("type", frozenset()))


def _places(archive: Archive, used: Used) -> Iterator[Option]:
    places = archive.records.locations
    names = {key: registry_name(places[key]) for key in sorted(places, key=lambda key: places[key].name)}
    return _tree(names, {key: places[key].within or "" for key in places}, used.get("location", frozenset()))


def _sources(archive: Archive, used: Used, name: str) -> Iterator[Option]:
    sources = archive.records.sources
    found = [key for key in used.get(name, ()) if key in sources]
    return (
        Option(key, registry_name(sources[key]))
        for key in sorted(found, key=lambda key: (sources[key].name.casefold(), key))
    )


def _tree(labels: Mapping[str, str], parents: Mapping[str, str], used: frozenset[str]) -> Iterator[Option]:
    """The used values and the wider ones around them, the narrower below the wider."""
    below: dict[str, list[str]] = {}
    wanted: set[str] = set()
    for key in used:
        while key in labels and key not in wanted:
            wanted.add(key)
            key = parents[key]  # noqa: PLW2901 - the walk goes on from the wider one
    for key in labels:
        if key in wanted:
            below.setdefault(parents[key] if parents[key] in labels else "", []).append(key)
    waiting = [(key, 0) for key in reversed(below.get("", []))]
    while waiting:
        key, depth = waiting.pop()
        yield Option(key, labels[key], parents[key] if depth else "", depth)
        waiting += [(narrower, depth + 1) for narrower in reversed(below.get(key, []))]
