"""A claim of a ledger as pages of other records show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.claims import Traced
from generator.model.registry_name import registry_name
from generator.model.report import Report
from generator.pages import wording
from generator.pages.addresses import Link, address_of, claim_anchor
from generator.texts.languages import direction
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with the report it stands in."""

    link: Link
    """To the claim itself on its report's page."""
    report: Link
    kind: str
    words: str
    quoted: bool
    """Whether `words` are the item's own."""
    language: str
    direction: str
    said_by: str
    issue: str


def claim_view(archive: Archive, traced: Traced) -> ClaimView:
    """The view of one claim."""
    report = archive.records.reports[traced.report]
    claim = report.claims[traced.claim]
    address = address_of("report", traced.report)
    return ClaimView(
        link=Link(traced.claim, f"{address}#{claim_anchor(traced.claim)}"),
        report=Link(report_title(archive, report), address, language=title_language(report)),
        kind=wording.CLAIM_KINDS[claim.kind],
        words=claim.quote or claim.gist or "",
        quoted=claim.quote is not None,
        language=(report.language or "") if claim.quote else "",
        direction=direction(report.language) if claim.quote else "",
        said_by=claim.said_by or "",
        issue=claim.issue or "",
    )


def claim_views(archive: Archive, traced: Iterable[Traced]) -> tuple[ClaimView, ...]:
    """Views of several claims; those whose report or claim is not there are left out."""
    reports = archive.records.reports
    return tuple(
        claim_view(archive, one) for one in traced if one.report in reports and one.claim in reports[one.report].claims
    )


def report_title(archive: Archive, report: Report) -> str:
    """What a report is called in lists: its own title, or its source's name and its key."""
    if report.title:
        return report.title
    source = archive.records.sources.get(report.source)
    return say("Item of {source} without a recorded title", source=registry_name(source)) if source else report.key


def title_language(report: Report) -> str:
    """The language of a report's own title; empty where it has none or its language is not known."""
    return (report.language or "") if report.title else ""


def report_link(archive: Archive, key: str) -> Link:
    """A report's title and page; the note names its source."""
    report = archive.records.reports[key]
    source = archive.records.sources.get(report.source)
    note = registry_name(source) if source and report.title else ""
    return Link(report_title(archive, report), address_of("report", key), note, title_language(report))
