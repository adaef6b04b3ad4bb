"""Sources with everything they published, originated and relayed."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.attribution import OriginLine
from generator.model.records import Records


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a record: the record's kind and key, and the citation's position in it."""

    kind: str
    """`incident` or `tally`."""
    key: str
    position: int


@dataclass(frozen=True, slots=True)
class SourceLinks:
    """What the archive has of one source. Records are in the order of the timeline, tallies last."""

    published: tuple[Cited, ...]
    """Citations of items it published."""
    named: tuple[Cited, ...]
    """Citations whose chains name it as an origin or a step on the way."""
    verified: tuple[Cited, ...]
    """Citations of items whose imagery it verified."""
    root_of: tuple[str, ...]
    """Ids of incidents of which it is the root of a line of origin."""
    sole_root_of: tuple[str, ...]
    """Ids of incidents that rest on it alone."""
    relays: Mapping[str, int]
    """Sources it names as origins, with the number of its citations that do."""
    relayed_by: Mapping[str, int]
    """Sources that name it as an origin, with the number of their citations that do."""
    reports: tuple[str, ...]
    """Keys of its reports with a file."""
    tallies: tuple[str, ...]
    """Keys of the tallies it keeps."""


def source_links(
    records: Records, ordered: tuple[str, ...], lines: Mapping[str, tuple[OriginLine, ...]]
) -> Mapping[str, SourceLinks]:
    """Every source's links by its key."""
    published: dict[str, list[Cited]] = {key: [] for key in records.sources}
    named: dict[str, list[Cited]] = {key: [] for key in records.sources}
    verified: dict[str, list[Cited]] = {key: [] for key in records.sources}
    relays: dict[str, dict[str, int]] = {key: {} for key in records.sources}
    relayed_by: dict[str, dict[str, int]] = {key: {} for key in records.sources}
    entries = [("incident", key, records.incidents[key].reports) for key in ordered]
    entries += [("tally", key, tally.reports) for key, tally in records.tallies.items()]
    for kind, key, citations in entries:
        for position, citation in enumerate(citations):
            cited = Cited(kind, key, position)
            publisher = records.citation_source(citation)
            if publisher is not None:
                published[publisher.key].append(cited)
            if citation.imagery is not None and citation.imagery.verified_by in verified:
                verified[citation.imagery.verified_by].append(cited)
            steps = dict.fromkeys(
                link.source for chain in citation.chains for link in chain if link.source in records.sources
            )
            for step in steps:
                if step is None or (publisher is not None and step == publisher.key):
                    continue
                named[step].append(cited)
                if publisher is not None:
                    relays[publisher.key][step] = relays[publisher.key].get(step, 0) + 1
                    relayed_by[step][publisher.key] = relayed_by[step].get(publisher.key, 0) + 1
    roots: dict[str, list[str]] = {key: [] for key in records.sources}
    sole: dict[str, list[str]] = {key: [] for key in records.sources}
    for incident in ordered:
        asserting = [line for line in lines[incident] if line.asserting]
        for line in asserting:
            if line.root.key is not None:
                roots[line.root.key].append(incident)
        if len(asserting) == 1 and asserting[0].root.key is not None:
            sole[asserting[0].root.key].append(incident)
    return MappingProxyType(
        {
            key: SourceLinks(
                tuple(published[key]),
                tuple(named[key]),
                tuple(verified[key]),
                tuple(roots[key]),
                tuple(sole[key]),
                _by_weight(relays[key]),
                _by_weight(relayed_by[key]),
                tuple(report for report, entry in records.reports.items() if entry.source == key),
                tuple(sorted(tally for tally, entry in records.tallies.items() if entry.stated_by == key)),
            )
            for key in records.sources
        }
    )


def _by_weight(counts: dict[str, int]) -> Mapping[str, int]:
    return MappingProxyType(dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))))
