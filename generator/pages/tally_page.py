"""The page of a tally: who states which count, on which reports, and what the archive itself holds beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive.archive import Archive
from generator.archive.claims import ClaimIndex, claims_reaching
from generator.model.edtf import Edtf
from generator.model.tally import Figure, Tally
from generator.pages import wording
from generator.pages.addresses import TALLIES, Link, address_of
from generator.pages.citation_view import CitationView, citation_view, numbers_of
from generator.pages.claim_view import ClaimView, claim_views
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows, location_link
from generator.pages.page import Page
from generator.pages.source_page import source_name
from generator.pages.status_counts import rows_of


@dataclass(frozen=True, slots=True)
class FigureView:
    """One number of a tally with the citations that give it."""

    what: str
    count: str
    as_stated: str
    citations: tuple[int, ...]
    """Numbers of the citations, from 1; empty where all give it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the archive holds for the location and the period of a tally."""

    within: int
    """Incidents whose date lies in the period."""
    possibly: int
    """Further incidents whose date may lie in it."""
    undated: int
    """Incidents there that have no datable day."""


@dataclass(frozen=True, slots=True)
class TallyView:
    """Everything the page of a tally shows."""

    link: Link
    figures: tuple[FigureView, ...]
    stated_by: Link | None
    as_of: str
    basis: str
    period: str
    location: Link | None
    beside: Beside | None
    """None where the tally gives no location or no period bounded on both sides."""
    citations: tuple[CitationView, ...]
    claims: tuple[ClaimView, ...]
    note: str


class Held:
    """Incidents of one location by their bounds, sorted once, so that each tally costs a few look-ups.

    `spans` has the first and the last possible day of each incident, None where nothing bounds that side.
    """

    def __init__(self, spans: Iterable[tuple[date | None, date | None]]) -> None:
        known = tuple(spans)
        bounded = [(lower, upper) for lower, upper in known if lower is not None and upper is not None]
        self._spans = sorted(bounded)
        self._lowers = [lower for lower, _ in self._spans]
        self._uppers = sorted(upper for _, upper in bounded)
        self._undated = len(known) - len(bounded)

    def beside(self, first: date, last: date) -> Beside:
        """What lies, and what may lie, between two days, both included."""
        start, end = bisect_left(self._lowers, first), bisect_right(self._lowers, last)
        within = sum(upper <= last for _, upper in self._spans[start:end])
        meeting = end - bisect_left(self._uppers, first)
        return Beside(within, meeting - within, self._undated)


def tally_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The list of all tallies and a page for each."""
    held: dict[str, Held] = {}
    reaching = claims_reaching(archive.records)
    tallies = archive.records.tallies
    for tally in tallies.values():
        if tally.location is not None and tally.location in archive.locations and tally.location not in held:
            held[tally.location] = Held(_spans(archive, rows_of(rows, archive.locations[tally.location].all)))
    views = {key: tally_view(archive, tally, held, reaching) for key, tally in tallies.items()}
    ordered = sorted(views, key=lambda key: (_keeper(views[key]), _day(tallies[key].as_of), key))
    index = Page(
        TALLIES,
        "Tallies",
        f"{wording.number_of(len(views), 'published count', 'published counts')}, held apart from this archive’s own records.",
        "tallies.html.j2",
        tuple(views[key] for key in ordered),
    )
    pages = (
        Page(
            address_of("tally", key),
            view.link.text,
            f"{view.figures[0].count}: {view.figures[0].what}. As of: {view.as_of}.",
            "tally.html.j2",
            view,
            section=TALLIES,
            record=archive.path_of("tally", key),
        )
        for key, view in views.items()
    )
    return (index, *pages)


def _spans(archive: Archive, rows: Iterable[IncidentRow]) -> Iterator[tuple[date | None, date | None]]:
    for row in rows:
        value = archive.incidents[row.id].incident.date.value
        yield value.lower, value.upper


def tally_view(archive: Archive, tally: Tally, held: dict[str, Held], reaching: ClaimIndex) -> TallyView:
    """The view of one tally; `held` has what the archive holds at each location that a tally names."""
    return TallyView(
        link=Link(tally.name, address_of("tally", tally.key)),
        figures=tuple(_figure(tally, figure) for figure in tally.figures),
        stated_by=source_name(archive, tally.stated_by) if tally.stated_by else None,
        as_of=date_words(tally.as_of),
        basis=tally.basis or "",
        period=date_words(tally.period) if tally.period else "",
        location=location_link(archive, tally.location)
        if tally.location in archive.locations and tally.location
        else None,
        beside=_beside(tally.period, held.get(tally.location or "")),
        citations=tuple(
            citation_view(archive, citation, n, frozenset()) for n, citation in enumerate(tally.reports, 1)
        ),
        claims=claim_views(archive, reaching.get(("tally", tally.key), ())),
        note=tally.note or "",
    )


def _figure(tally: Tally, figure: Figure) -> FigureView:
    return FigureView(
        figure.what, wording.count_words(figure.count), figure.as_stated or "", numbers_of(tally.reports, figure.report)
    )


def _beside(period: Edtf | None, held: Held | None) -> Beside | None:
    if period is None or held is None or period.lower is None or period.upper is None:
        return None
    return held.beside(period.lower, period.upper)


def _keeper(view: TallyView) -> tuple[bool, str]:
    """For order: by who keeps the count, those of nobody named last."""
    return (True, "") if view.stated_by is None else (False, view.stated_by.text.casefold())


def _day(value: Edtf) -> str:
    return value.lower.isoformat() if value.lower else "9999"
