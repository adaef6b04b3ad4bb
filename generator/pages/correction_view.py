"""A published correction as every page shows it."""

from dataclasses import dataclass

from generator.model.incident import Incident
from generator.pages import wording
from generator.pages.date_words import date_words


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A published change of a record."""

    on: str
    kind: str
    field: str
    was: str
    """What stood there; empty, as `now` is, where the record was withdrawn, for its content is withdrawn with it."""
    now: str
    why: str


def correction_views(incident: Incident) -> tuple[CorrectionView, ...]:
    """The corrections of an incident, in the record's order."""
    shown = incident.withdrawn is None
    return tuple(
        CorrectionView(
            date_words(entry.on),
            wording.CORRECTION_KINDS[entry.kind],
            entry.field,
            entry.was if shown else "",
            entry.now if shown else "",
            entry.why,
        )
        for entry in incident.corrections
    )
