"""The page for contributors: a first record in five minutes."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.incident import Incident
from generator.pages.addresses import CONTRIBUTE
from generator.pages.marked_text import Piece, marked
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class ContributeView:
    """What a first record needs."""

    required: tuple[tuple[str, str, tuple[Piece, ...]], ...]
    """Name, anchor in the codebook and meaning of each field a record must have."""
    example: str


def contribute_page(archive: Archive) -> Page:
    """The page `/contribute/`."""
    required = tuple(
        (name, f"incident-{name.replace('_', '-')}", marked(field.description or ""))
        for name, field in Incident.model_fields.items()
        if field.is_required()
    )
    return Page(
        CONTRIBUTE,
        "Contribute",
        "How to add or mend a record: one file, seven answers, and a check that says what to change.",
        "contribute.html.j2",
        ContributeView(required, least_record(archive.settings.id_prefix)),
        section=CONTRIBUTE,
    )


def least_record(prefix: str) -> str:
    """The least a record needs; the event is invented and the keys are placeholders, so that nothing is put in anybody's mouth."""
    return (
        "---\n"
        f"id: {prefix}-0000000\n"
        "title: Synthetic event, to show the form\n"
        "type: key-of-a-type\n"
        "date: 2023-12-31\n"
        "location: key-of-a-location\n"
        "reports:\n"
        '  - {url: "https://example.org/report", source: key-of-a-source}\n'
        "---\n"
        "What is reported, and by whom, in neutral words.\n"
    )
