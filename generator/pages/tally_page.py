"""The page of a tally: who states which count, on which reports, and what the archive itself holds beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, claims_reaching
from generator.archive.running_counts import Hindrance, hindrance, running_counts
from generator.model.edtf import Edtf
from generator.model.tally import Figure, Tally
from generator.pages import wording
from generator.pages.addresses import TALLIES, Link, address_of
from generator.pages.citation_view import CitationView, citation_view, numbers_of
from generator.pages.claim_view import ClaimView, claim_views
from generator.pages.comparison_view import ComparisonView, running_view
from generator.pages.date_words import date_words
from generator.pages.page import Page
from generator.pages.registry_name import actor_link, location_link
from generator.pages.source_record import source_name
from generator.texts.text import say, say_number

HINDRANCES: Mapping[Hindrance, str] = MappingProxyType(
    {
        "not-incidents": say("None of its figures is marked as a count of incidents."),
        "no-location": say("It gives no location of this archive."),
        "no-period": say("It gives no period with a first and a last day."),
    }
)
"""Why a figure is not held against the archive's records, where the tally does not say so itself."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One number of a tally with the citations that give it."""

    what: str
    count: str
    as_stated: str
    citations: tuple[int, ...]
    """Numbers of the citations, from 1; empty where all give it."""
    locations: tuple[Link, ...]
    """Locations counted for, where they are not those of the tally."""


@dataclass(frozen=True, slots=True)
class BesideView:
    """One figure beside what the archive holds."""

    comparison: ComparisonView
    locations: tuple[Link, ...]
    struck: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TallyView:
    """Everything the page of a tally shows."""

    link: Link
    figures: tuple[FigureView, ...]
    stated_by: Link | None
    as_of: str
    basis: str
    period: str
    locations: tuple[Link, ...]
    struck: tuple[Link, ...]
    beside: tuple[BesideView, ...]
    hindrance: str
    """Why none of its figures is held against the records, as a sentence; empty where one is."""
    citations: tuple[CitationView, ...]
    claims: tuple[ClaimView, ...]
    note: str


def tally_pages(archive: Archive) -> tuple[Page, ...]:
    """The list of all tallies and a page for each."""
    reaching = claims_reaching(archive.records)
    beside: dict[str, list[BesideView]] = {}
    for running in running_counts(archive):
        shown = running_view(archive, running)
        for one, comparison in zip(running.counts, shown.counts, strict=True):
            beside.setdefault(one.tally, []).append(BesideView(comparison, shown.locations, shown.struck))
    tallies = archive.records.tallies
    views = {key: tally_view(archive, tally, tuple(beside.get(key, ())), reaching) for key, tally in tallies.items()}
    ordered = sorted(views, key=lambda key: (_keeper(views[key]), _day(tallies[key].as_of), key))
    index = Page(
        TALLIES,
        say("Tallies"),
        say_number(
            len(views),
            "{n} published count, held apart from this archive’s own records.",
            "{n} published counts, held apart from this archive’s own records.",
        ),
        "tallies.html.j2",
        tuple(views[key] for key in ordered),
    )
    pages = (
        Page(
            address_of("tally", key),
            view.link.text,
            say(
                "{count}: {what}. As of: {day}.", count=view.figures[0].count, what=view.figures[0].what, day=view.as_of
            ),
            "tally.html.j2",
            view,
            section=TALLIES,
            record=archive.path_of("tally", key),
        )
        for key, view in views.items()
    )
    return (index, *pages)


def tally_view(archive: Archive, tally: Tally, beside: tuple[BesideView, ...], reaching: ClaimIndex) -> TallyView:
    """The view of one tally; `beside` has its figures that are held against the archive's records."""
    return TallyView(
        link=Link(tally.name, address_of("tally", tally.key)),
        figures=tuple(_figure(archive, tally, figure) for figure in tally.figures),
        stated_by=source_name(archive, tally.stated_by) if tally.stated_by else None,
        as_of=date_words(tally.as_of),
        basis=tally.basis or "",
        period=date_words(tally.period) if tally.period else "",
        locations=_locations(archive, tally.location),
        struck=tuple(actor_link(archive, key) for key in tally.struck),
        beside=beside,
        hindrance=hindrance_words(archive, tally),
        citations=tuple(
            citation_view(archive, citation, n, frozenset()) for n, citation in enumerate(tally.reports, 1)
        ),
        claims=claim_views(archive, reaching.get(("tally", tally.key), ())),
        note=tally.note or "",
    )


def hindrance_words(archive: Archive, tally: Tally) -> str:
    """Why no figure of a tally is held against the archive's records, as a sentence; empty where one is."""
    found = [hindrance(archive, tally, figure) for figure in tally.figures]
    if None in found:
        return ""
    if tally.incomparable is not None:
        return tally.incomparable
    closest = [reason for reason in found if reason and reason != "not-incidents"]
    return HINDRANCES[closest[0] if closest else "not-incidents"]


def _locations(archive: Archive, keys: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(location_link(archive, key) for key in keys if key in archive.locations)


def _figure(archive: Archive, tally: Tally, figure: Figure) -> FigureView:
    return FigureView(
        figure.what,
        wording.count_words(figure.count),
        figure.as_stated or "",
        numbers_of(tally.reports, figure.report),
        _locations(archive, figure.location),
    )


def _keeper(view: TallyView) -> tuple[bool, str]:
    """For order: by who keeps the count, those of nobody named last."""
    return (True, "") if view.stated_by is None else (False, view.stated_by.text.casefold())


def _day(value: Edtf) -> str:
    return value.lower.isoformat() if value.lower else "9999"
