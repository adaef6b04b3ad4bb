"""One citation seen from its source or its report: the record that cites, how, and what the item says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.sources import Cited
from generator.model.report import Citation
from generator.pages import wording
from generator.pages.addresses import Link, address_of
from generator.pages.citation_view import ChainStep, chain_steps, source_link
from generator.pages.incident_row import IncidentRow, Rows
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A citing record with the place of the citation in it."""

    row: IncidentRow | None
    """The incident's row; None where the record is a tally."""
    title: str
    address: str
    """To the citation itself: `incidents/<id>/#report-<number>`."""
    number: int
    stance: str
    says: str
    source: Link
    """Who published the cited item."""
    chains: tuple[tuple[ChainStep, ...], ...]


def cited_rows(archive: Archive, rows: Rows, cited: Iterable[Cited]) -> tuple[CitedRow, ...]:
    """Rows of citations in the order given."""
    return tuple(_row(archive, rows, one) for one in cited)


def _row(archive: Archive, rows: Rows, cited: Cited) -> CitedRow:
    citation = citation_of(archive, cited)
    row = rows[cited.key] if cited.kind == "incident" else None
    number = cited.position + 1
    return CitedRow(
        row=row,
        title=row.title if row else archive.records.tallies[cited.key].name,
        address=f"{address_of(cited.kind, cited.key)}#report-{number}",
        number=number,
        stance=wording.STANCES[citation.stance] if row else say("Gives the count"),
        says=citation.gist or "",
        source=source_link(archive, citation),
        chains=tuple(chain_steps(archive, chain) for chain in citation.chains),
    )


def citation_of(archive: Archive, cited: Cited) -> Citation:
    """The citation itself."""
    records = archive.records
    entry = records.incidents[cited.key] if cited.kind == "incident" else records.tallies[cited.key]
    return entry.reports[cited.position]
