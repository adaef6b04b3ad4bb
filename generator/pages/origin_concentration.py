"""How few origins the archive rests on: the leading ones, and the sources that speak for one actor taken together."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import Link, address_of
from generator.pages.incident_row import Rows
from generator.pages.origin_shares import OriginShare, origin_shares, percent, root_link
from generator.pages.registry_name import actor_link, source_link

LEADING = 3


@dataclass(frozen=True, slots=True)
class VoicesOfOne:
    """The sources that speak for one actor, as origins together."""

    actor: Link
    sources: tuple[Link, ...]
    number: int
    """Incidents with a line of origin that begins with one of them."""
    share: int
    """The same in percent of all incidents, rounded."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """The leading origins of the archive; an incident with several lines counts once in each number."""

    total: int
    leading: tuple[OriginShare, ...]
    together: int
    """Incidents with a line of origin that begins with one of the leading."""
    together_share: int
    only: int
    """Incidents that have no other origin."""
    only_share: int
    voices: tuple[VoicesOfOne, ...]
    """Actors for which two or more origins speak, that of most incidents first."""


def concentration(archive: Archive, rows: Rows) -> Concentration | None:
    """How much rests on the leading origins; None where there are no more origins than that."""
    origins = origin_shares(archive, rows)
    if len(origins) <= LEADING:
        return None
    leading = origins[:LEADING]
    names = {share.source.address for share in leading}
    roots = {
        key: {root_link(line.root).address for line in linked.lines if line.asserting}
        for key, linked in archive.incidents.items()
        if linked.incident.withdrawn is None
    }
    total = len(roots)
    together = sum(bool(found & names) for found in roots.values())
    only = sum(bool(found) and found <= names for found in roots.values())
    return Concentration(
        total, leading, together, percent(together, total), only, percent(only, total), _voices(archive, roots)
    )


def _voices(archive: Archive, roots: dict[str, set[str]]) -> tuple[VoicesOfOne, ...]:
    speakers: dict[str, list[Link]] = {}
    begun = set().union(*roots.values())
    for key, source in archive.records.sources.items():
        address = address_of("source", key)
        if source.represents in archive.records.actors and address in begun:
            speakers.setdefault(source.represents or "", []).append(source_link(archive, key))
    voices = []
    for actor, links in speakers.items():
        number = sum(bool(found & {link.address for link in links}) for found in roots.values())
        if len(links) > 1:
            voices.append(VoicesOfOne(actor_link(archive, actor), tuple(links), number, percent(number, len(roots))))
    return tuple(sorted(voices, key=lambda voice: (-voice.number, voice.actor.text)))
