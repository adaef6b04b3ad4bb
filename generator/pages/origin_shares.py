"""How much of the archive rests on whom: the sources at the root of lines of origin, by incidents."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.attribution import Root
from generator.pages.addresses import Link, address_of
from generator.pages.incident_row import Rows
from generator.pages.registry_name import source_link
from generator.pages.status_counts import rows_of
from generator.texts.text import say_number


@dataclass(frozen=True, slots=True)
class OriginShare:
    """One source as an origin."""

    source: Link
    root_of: int
    """Incidents of which it is the root of a line of origin."""
    share: int
    """The same in percent of all incidents, rounded."""
    alone: int
    """Incidents that rest on it alone."""


def origin_shares(archive: Archive, rows: Rows, most: int | None = None) -> tuple[OriginShare, ...]:
    """Sources by the number of incidents they are a root of, the most first; withdrawn incidents are not counted."""
    total = sum(not row.withdrawn for row in rows.values())
    shares = []
    for key, links in archive.sources.items():
        number = len(rows_of(rows, links.root_of))
        if number:
            alone = len(rows_of(rows, links.sole_root_of))
            shares.append(
                OriginShare(
                    source_link(archive, key),
                    number,
                    percent(number, total),
                    alone,
                )
            )
    shares.sort(key=lambda share: (-share.root_of, -share.alone, share.source.text))
    return tuple(shares[:most])


def alone_words(shares: tuple[OriginShare, ...], total: int) -> str:
    """The source that most incidents rest on alone, in a sentence; empty where none does."""
    most = max(shares, key=lambda share: share.alone, default=None)
    if most is None or not most.alone:
        return ""
    return say_number(
        total,
        "{part} of {n} incident rests on {source} alone.",
        "{part} of {n} incidents rest on {source} alone.",
        part=most.alone,
        source=most.source.text,
    )


def root_link(root: Root) -> Link:
    """An origin's name and, where it has a record, its page."""
    return Link(root.name, address_of("source", root.key) if root.key else "")


def percent(part: int, whole: int) -> int:
    """A share in percent, rounded; 0 of nothing."""
    return round(100 * part / whole) if whole else 0
