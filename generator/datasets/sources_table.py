"""All sources as a CSV table, with what the archive has of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.archive.sources import Cited, SourceLinks
from generator.datasets.absolute import absolute
from generator.datasets.csv_table import Column, csv_table
from generator.model.source import Source
from generator.pages.addresses import address_of
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with its links; `standing` holds the ids of incidents that were not withdrawn."""

    source: Source
    links: SourceLinks
    standing: frozenset[str]
    url: str

    def incidents(self, ids: Iterable[str]) -> int:
        """How many incidents of these still stand, each counted once."""
        return len(self.standing.intersection(ids))


def sources_csv(archive: Archive, *, site_url: str | None) -> bytes:
    """`data/sources.csv`."""
    standing = frozenset(key for key, linked in archive.incidents.items() if linked.incident.withdrawn is None)
    return csv_table(
        COLUMNS,
        (
            SourceRow(source, archive.sources[key], standing, absolute(site_url, address_of("source", key)))
            for key, source in archive.records.sources.items()
        ),
    )


def _cited_in(cited: Iterable[Cited]) -> list[str]:
    return [place.key for place in cited if place.kind == "incident"]


COLUMNS: tuple[Column[SourceRow], ...] = (
    Column("key", say("Permanent key."), lambda row: row.source.key),
    Column("name", say("The name it uses of itself, in English where it has one."), lambda row: row.source.name),
    Column("kind", say("What kind of source it is."), lambda row: row.source.kind),
    Column("status", say("`unidentified` for an origin known only by description."), lambda row: row.source.status),
    Column(
        "represents",
        say("Key of the actor it speaks for; it is a party wherever that actor takes part."),
        lambda row: row.source.represents,
    ),
    Column(
        "affiliation",
        say("Ownership, funding or closeness, with whoever describes it so."),
        lambda row: row.source.affiliation.as_stated if row.source.affiliation else None,
    ),
    Column("country", say("Where it is based (ISO 3166-1)."), lambda row: row.source.country),
    Column("languages", say("Languages it publishes in (BCP 47)."), lambda row: row.source.languages),
    Column(
        "reliability",
        say("Grade by the Admiralty code; blank means not assessed."),
        lambda row: row.source.reliability.grade if row.source.reliability else None,
    ),
    Column("homepage", say("Its own site."), lambda row: row.source.homepage),
    Column(
        "incidents_published",
        say("Incidents that cite an item it published; derived."),
        lambda row: row.incidents(_cited_in(row.links.published)),
    ),
    Column(
        "incidents_named",
        say("Incidents whose reports by others name it as an origin or a step on the way; derived."),
        lambda row: row.incidents(_cited_in(row.links.named)),
    ),
    Column(
        "incidents_origin",
        say("Incidents of which it is an independent line of origin; derived."),
        lambda row: row.incidents(row.links.root_of),
    ),
    Column(
        "incidents_sole_origin",
        say("Incidents that rest on it alone; derived."),
        lambda row: row.incidents(row.links.sole_root_of),
    ),
    Column(
        "url",
        say("Address of its page; a path from the site's root where the site was built for no public address."),
        lambda row: row.url,
    ),
)
"""The columns in the order of the file, with their meanings."""
