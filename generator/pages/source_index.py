"""The list of all sources: first those from which lines of origin come, by how much of the archive they carry."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.source import Source
from generator.pages import wording
from generator.pages.addresses import DATA, SOURCES, Link
from generator.pages.data_page import Download
from generator.pages.incident_row import Rows
from generator.pages.origin_concentration import Concentration, concentration
from generator.pages.origin_shares import percent
from generator.pages.page import Page
from generator.pages.registry_name import source_link
from generator.pages.status_counts import rows_of
from generator.texts.text import say, say_number

TABLE = f"{DATA}sources.csv"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the table with its numbers of incidents."""

    link: Link
    kind: str
    unidentified: bool
    cited_in: int
    named_in: int
    """Incidents in which items of others name it."""
    root_of: int
    share: int
    """Per cent of the archive's incidents in which it is a root, rounded."""
    sole_root_of: int


@dataclass(frozen=True, slots=True)
class SourceIndexView:
    """All sources in three groups."""

    roots: tuple[SourceRow, ...]
    """Roots of at least one line of origin, by number of incidents."""
    cited: tuple[SourceRow, ...]
    """Cited, and root of none."""
    others: tuple[SourceRow, ...]
    """Neither; known from chains, tallies or ledgers."""
    incidents: int
    concentration: Concentration | None


def source_index(archive: Archive, rows: Rows, downloads: tuple[Download, ...] = ()) -> Page:
    """The page `/sources/`, with the table of all sources where it is among the `downloads`."""
    incidents = len(archive.timeline.ordered)
    table = [_row(archive, rows, source, incidents) for source in archive.records.sources.values()]
    by_name = sorted(table, key=lambda row: row.link.text.casefold())
    roots = sorted((row for row in by_name if row.root_of), key=lambda row: (-row.root_of, -row.sole_root_of))
    cited = sorted((row for row in by_name if row.cited_in and not row.root_of), key=lambda row: -row.cited_in)
    others = tuple(row for row in by_name if not row.cited_in and not row.root_of)
    view = SourceIndexView(tuple(roots), tuple(cited), others, incidents, concentration(archive, rows))
    return Page(
        SOURCES,
        say("Sources"),
        say_number(
            len(table),
            "{n} source of this archive, and how many incidents rest on it.",
            "{n} sources of this archive, and how many incidents rest on each.",
        ),
        "sources.html.j2",
        view,
        data=tuple((file.media_type, file.title, file.address) for file in downloads if file.address == TABLE),
    )


def _row(archive: Archive, rows: Rows, source: Source, incidents: int) -> SourceRow:
    links = archive.sources[source.key]
    roots = len(rows_of(rows, links.root_of))
    return SourceRow(
        source_link(archive, source.key),
        wording.SOURCE_KINDS[source.kind],
        source.status == "unidentified",
        len(rows_of(rows, (one.key for one in links.published if one.kind == "incident"))),
        len(rows_of(rows, (one.key for one in links.named if one.kind == "incident"))),
        roots,
        percent(roots, incidents),
        len(rows_of(rows, links.sole_root_of)),
    )
