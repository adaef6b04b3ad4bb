"""The page of a report: the item itself, the records that cite it, and what became of each of its sentences."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.report import RELAYING_NATURES, Report, Untied
from generator.model.web_address import host_of
from generator.pages import wording
from generator.pages.addresses import REPORTS, Link, address_of
from generator.pages.citation_view import ArchivedCopy, ChainStep, chain_steps
from generator.pages.cited_row import CitedRow, cited_rows
from generator.pages.claim_view import report_link, report_title
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.language_words import language_words
from generator.pages.ledger import Ledger, ledger
from generator.pages.page import Page
from generator.pages.registry_name import source_link
from generator.pages.source_record import source_name
from generator.pages.status_counts import rows_of
from generator.texts.languages import direction
from generator.texts.text import Text, joined, say, say_as, say_number


@dataclass(frozen=True, slots=True)
class UntiedView:
    """What an item says of an event that cannot be tied to one incident."""

    gist: str
    why: str
    chains: tuple[tuple[ChainStep, ...], ...]
    leaves_open: tuple[str, ...]
    possibly: tuple[IncidentRow, ...]
    """Incidents it may speak of."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything the page of a report shows."""

    title: str
    own_title: bool
    """Whether `title` is the item's own, and not a description by the archive."""
    language: str
    language_words: str
    direction: str
    source: Link
    source_kind: str
    url: str
    host: str
    no_url: str
    published: str
    retrieved: str
    seen: str
    nature: str
    nature_basis: str
    relays: bool
    derived_from: tuple[Link, ...]
    copied_by: tuple[Link, ...]
    """Reports that copy, translate or rewrite it."""
    archived: tuple[ArchivedCopy, ...]
    text_sha256: str
    note: str
    content_warnings: tuple[str, ...]
    citing: tuple[CitedRow, ...]
    series: tuple[Link, ...]
    """Series that rest on it."""
    known_sources: tuple[Link, ...]
    """Sources known from it."""
    ledger: Ledger | None
    untied: UntiedView | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the table of all reports."""

    link: Link
    own_title: bool
    language: str
    direction: str
    language_words: str
    source: Link
    published: str
    nature: str
    citing: int
    claims: int
    untied: bool


@dataclass(frozen=True, slots=True)
class _Ties:
    """What other records say of reports, found once for all their pages."""

    series: dict[str, list[Link]]
    sources: dict[str, list[Link]]
    copies: dict[str, list[Link]]


SEEN = {
    "whole": say("The whole item was read"),
    "excerpt": say("Only an excerpt of the item was read"),
}


def report_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The list of all reports with a file and a page for each."""
    ties = _ties(archive)
    views = {key: report_view(archive, rows, report, ties) for key, report in archive.records.reports.items()}
    index = Page(
        REPORTS,
        say("Reports"),
        say_number(
            len(views),
            "{n} published item that several records cite, whose every claim is traced, or that can be tied to no incident.",
            "{n} published items that several records cite, whose every claim is traced, or that can be tied to no incident.",
        ),
        "reports.html.j2",
        tuple(
            sorted(
                (_row(key, view) for key, view in views.items()),
                key=lambda row: (row.claims == 0, row.source.text.casefold(), row.link.address),
            )
        ),
    )
    pages = (
        Page(
            address_of("report", key),
            say_as("report", "{source}: {title}", source=view.source.text, title=view.title)
            if view.own_title
            else say_as("report", "{title} ({key})", title=view.title, key=key),
            _description(view),
            "report.html.j2",
            view,
            section=REPORTS,
            record=archive.path_of("report", key),
        )
        for key, view in views.items()
    )
    return (index, *pages)


def _ties(archive: Archive) -> _Ties:
    ties = _Ties({}, {}, {})
    for key, series in archive.records.series.items():
        for name in dict.fromkeys(one.report for one in series.asserted_by):
            ties.series.setdefault(name, []).append(Link(series.name, address_of("series", key)))
    for key, source in archive.records.sources.items():
        for name in dict.fromkeys(one.report for one in source.stated_in):
            ties.sources.setdefault(name, []).append(source_link(archive, key))
    for key, report in archive.records.reports.items():
        for name in report.derived_from:
            ties.copies.setdefault(name, []).append(report_link(archive, key))
    return ties


def report_view(archive: Archive, rows: Rows, report: Report, ties: _Ties) -> ReportView:
    """The view of one report."""
    source = archive.records.sources.get(report.source)
    citing = archive.citing[report.key]
    positions = {(one.kind, one.key): one.position for one in reversed(citing)}
    return ReportView(
        title=report_title(archive, report),
        own_title=report.title is not None,
        language=report.language or "",
        language_words=language_words(report.language) if report.language else "",
        direction=direction(report.language),
        source=source_name(archive, report.source),
        source_kind=wording.SOURCE_KINDS[source.kind] if source else "",
        url=report.url or "",
        host=host_of(report.url) if report.url else "",
        no_url=report.no_url or "",
        published=date_words(report.published) if report.published and report.published.text != "unknown" else "",
        retrieved=date_words(report.retrieved) if report.retrieved else "",
        seen=SEEN[report.seen] if report.seen else "",
        nature=wording.NATURES[report.nature] if report.nature else "",
        nature_basis=report.nature_basis or "",
        relays=report.nature in RELAYING_NATURES,
        derived_from=tuple(
            report_link(archive, name) for name in report.derived_from if name in archive.records.reports
        ),
        copied_by=tuple(ties.copies.get(report.key, ())),
        archived=tuple(
            ArchivedCopy(copy.url, host_of(copy.url), date_words(copy.at) if copy.at else "")
            for copy in report.archived
        ),
        text_sha256=report.text_sha256 or "",
        note=report.note or "",
        content_warnings=report.content_warnings,
        citing=cited_rows(archive, rows, citing),
        series=tuple(ties.series.get(report.key, ())),
        known_sources=tuple(ties.sources.get(report.key, ())),
        ledger=ledger(archive, rows, report, positions),
        untied=_untied(archive, rows, report.untied) if report.untied else None,
    )


def _untied(archive: Archive, rows: Rows, untied: Untied) -> UntiedView:
    return UntiedView(
        untied.gist,
        untied.why,
        tuple(chain_steps(archive, chain) for chain in untied.chains),
        untied.leaves_open,
        rows_of(rows, (key for key in untied.possibly if key in rows)),
    )


def _description(view: ReportView) -> Text:
    source, day = view.source.text, view.published
    item = (
        say("Item of {source}, published {day}.", source=source, day=day)
        if day
        else say("Item of {source}.", source=source)
    )
    tied = (
        say("Tied to no incident.")
        if view.untied
        else say_number(
            len(view.citing), "Cited by {n} record of this archive.", "Cited by {n} records of this archive."
        )
    )
    traced = say_number(view.ledger.claims, "{n} claim traced.", "{n} claims traced.") if view.ledger else ""
    return joined(" ", (item, tied, traced))


def _row(key: str, view: ReportView) -> ReportRow:
    return ReportRow(
        Link(view.title, address_of("report", key)),
        view.own_title,
        view.language if view.own_title else "",
        view.direction if view.own_title else "ltr",
        view.language_words,
        view.source,
        view.published,
        view.nature,
        len(view.citing),
        view.ledger.claims if view.ledger else 0,
        view.untied is not None,
    )
