"""The page of a series: who presents incidents as belonging together, and which they are."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import Traced
from generator.model.report import Assertion
from generator.model.series import Series
from generator.pages import wording
from generator.pages.addresses import SERIES, Link, address_of
from generator.pages.claim_view import ClaimView, claim_views, report_link
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.page import Page
from generator.pages.status_counts import StatusCounts, rows_of, status_counts
from generator.texts.text import say, say_number


@dataclass(frozen=True, slots=True)
class AssertionView:
    """Where somebody presents the incidents as belonging together."""

    report: Link
    said_by: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Everything the page of a series shows."""

    link: Link
    kind: str
    curatorial: bool
    """Whether the editors themselves put it together."""
    note: str
    asserted_by: tuple[AssertionView, ...]
    rows: tuple[IncidentRow, ...]
    split: StatusCounts


def series_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The list of all series and a page for each."""
    views = tuple(series_view(archive, rows, series) for series in archive.records.series.values())
    index = Page(
        SERIES,
        say("Series"),
        say_number(
            len(views),
            "{n} series of incidents that somebody presents as belonging together.",
            "{n} series of incidents that somebody presents as belonging together.",
        ),
        "series_list.html.j2",
        views,
    )
    pages = (
        Page(
            address_of("series", series.key),
            view.link.text,
            say_number(
                len(view.rows),
                "{kind}. {n} incident of this archive.",
                "{kind}. {n} incidents of this archive.",
                kind=view.kind,
            ),
            "series.html.j2",
            view,
            section=SERIES,
            record=archive.path_of("series", series.key),
        )
        for series, view in zip(archive.records.series.values(), views, strict=True)
    )
    return (index, *pages)


def series_view(archive: Archive, rows: Rows, series: Series) -> SeriesView:
    """The view of one series."""
    incidents = rows_of(rows, archive.by_series[series.key])
    return SeriesView(
        Link(series.name, address_of("series", series.key)),
        wording.SERIES_KINDS[series.kind],
        series.kind == "curatorial",
        series.note or "",
        tuple(_assertion(archive, one) for one in series.asserted_by if one.report in archive.records.reports),
        incidents,
        status_counts(incidents),
    )


def _assertion(archive: Archive, one: Assertion) -> AssertionView:
    claims = claim_views(archive, (Traced(one.report, claim) for claim in one.claims))
    return AssertionView(report_link(archive, one.report), one.said_by or "", claims)
