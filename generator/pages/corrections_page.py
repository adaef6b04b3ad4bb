"""The page of corrections: every published change, and the records that no longer stand."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages import wording
from generator.pages.addresses import CORRECTIONS, address_of
from generator.pages.correction_view import CorrectionView, correction_views
from generator.pages.date_words import date_words
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.page import Page
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class PublishedCorrection:
    """One change of one record."""

    row: IncidentRow
    name: str
    """The record's title, or its id where it was withdrawn."""
    address: str
    change: CorrectionView


@dataclass(frozen=True, slots=True)
class WithdrawnRecord:
    """A record that no longer stands."""

    id: str
    address: str
    on: str
    reason: str
    merged_into: IncidentRow | None


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections, newest first, and all withdrawals."""

    corrections: tuple[PublishedCorrection, ...]
    withdrawn: tuple[WithdrawnRecord, ...]


def published_corrections(archive: Archive, rows: Rows) -> tuple[PublishedCorrection, ...]:
    """Every correction of the archive, newest first."""
    changes = {key: correction_views(archive.incidents[key].incident) for key, _ in archive.corrections}
    return tuple(
        PublishedCorrection(rows[key], rows[key].title, f"{rows[key].address}#corrections", changes[key][position])
        for key, position in archive.corrections
    )


def corrections_page(archive: Archive, rows: Rows) -> Page:
    """The page `/corrections/`."""
    view = CorrectionsView(published_corrections(archive, rows), _withdrawn(archive, rows))
    return Page(
        CORRECTIONS,
        say("Corrections"),
        say("Every published change of substance with its reason, and every record that was withdrawn."),
        "corrections.html.j2",
        view,
        section=CORRECTIONS,
    )


def _withdrawn(archive: Archive, rows: Rows) -> tuple[WithdrawnRecord, ...]:
    found = []
    for key, linked in archive.incidents.items():
        gone = linked.incident.withdrawn
        if gone is not None:
            merged = rows.get(gone.merged_into) if gone.merged_into else None
            found.append(
                WithdrawnRecord(
                    key, address_of("incident", key), date_words(gone.on), wording.WITHDRAWALS[gone.reason], merged
                )
            )
    return tuple(found)
