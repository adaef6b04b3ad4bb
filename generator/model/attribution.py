"""Attribution: from citations to independent lines of origin, and the highest status they support.

Ten outlets that relay one statement are one line. A line's root is the last source of its chain
that has a record; unnamed origins behind it add nothing. Lines are distinct roots, never addresses.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.account import UNKNOWN_ACTOR, denies
from generator.model.actor import STATE_KINDS
from generator.model.chain import Chain
from generator.model.incident import Incident
from generator.model.records import Records, Upward, ancestors
from generator.model.registry_name import registry_name
from generator.model.report import ASSERTING, RELAYING_NATURES, Citation, Report
from generator.model.status import Status
from generator.texts.text import say, say_number


@dataclass(frozen=True, slots=True)
class Root:
    """The origin at which a chain ends, as far as the archive can name it."""

    name: str
    """Name shown."""
    key: str | None
    """Key of its source record; None for a source given inline."""
    identified: bool = True
    """False for a source known only by description or without a record yet; it supports `single-source` at most."""
    represents: str | None = None
    """Key of the actor it speaks for."""


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One independent line of origin of an incident, with every citation that leads to it."""

    root: Root
    party: bool
    """Whether the root speaks for an actor that takes part in the incident."""
    citations: tuple[int, ...]
    """Positions of the citations that lead here, in the record's order."""
    asserting: bool
    """Whether at least one of them asserts the incident, and not only mentions or denies it."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The highest status the lines of origin support, and why."""

    status: Status
    because: str


def root_of_chain(citation: Citation, chain: Chain | tuple[()], records: Records) -> Root:
    """The root of one chain of a citation; the empty chain stands for an item that speaks for itself."""
    for link in reversed(chain):
        if link.source is not None and link.source in records.sources:
            return _root(link.source, records)
    source = records.citation_source(citation)
    if source is not None:
        return _root(source.key, records)
    name = citation.source.name if citation.source and citation.source.name else say("a source without a record")
    return Root(name, None, identified=False)


def _root(key: str, records: Records) -> Root:
    source = records.sources[key]
    return Root(registry_name(source), key, source.status != "unidentified", source.represents)


def roots_of(citation: Citation, records: Records) -> tuple[Root, ...]:
    """The distinct roots of a citation, in the order of its chains.

    An item that translates, rewrites or aggregates is itself no root where another of its chains
    names a source, or where the reports it derives from are known: it only passes on what those say.
    """
    publication = records.publication(citation)
    named = [chain for chain in citation.chains if any(link.source in records.sources for link in chain if link.source)]
    if not named and isinstance(publication, Report) and publication.derived_from:
        return tuple(dict.fromkeys(_origins(publication, records, frozenset())))
    if not citation.chains:
        return (root_of_chain(citation, (), records),)
    relays = publication is not None and publication.nature in RELAYING_NATURES
    chains = named if relays and named else citation.chains
    return tuple(dict.fromkeys(root_of_chain(citation, chain, records) for chain in chains))


def _origins(report: Report, records: Records, seen: frozenset[str]) -> Iterator[Root]:
    """Roots of the reports that a copy derives from; of one that derives from nothing known, its own source."""
    known = [key for key in report.derived_from if key in records.reports and key not in seen]
    if not known and report.source in records.sources:
        yield _root(report.source, records)
    for key in known:
        yield from _origins(records.reports[key], records, seen | {report.key, key})


def parties_to(incident: Incident) -> frozenset[str]:
    """Keys of the actors whose own word counts as a party's: those that take part, and those that deny a part."""
    return taking_part(incident) | deniers_of(incident)


def taking_part(incident: Incident) -> frozenset[str]:
    """Keys of the actors reported to take part: those in `actors` and the operators of targets; an unknown one is nobody."""
    named = frozenset(part.actor for part in incident.actors if not denies(part))
    return (named - {UNKNOWN_ACTOR}) | struck_by(incident)


def deniers_of(incident: Incident) -> frozenset[str]:
    """Keys of the actors that deny a part."""
    return frozenset(part.actor for part in incident.actors if denies(part)) - {UNKNOWN_ACTOR}


def said_to_attack(incident: Incident) -> frozenset[str]:
    """Keys of the actors that somebody says carried it out; who denies it is none on that ground."""
    named = frozenset(part.actor for part in incident.actors if part.role == "attacker" and not denies(part))
    return named - {UNKNOWN_ACTOR}


def struck_by(incident: Incident) -> frozenset[str]:
    """Keys of the actors that were struck: targets' operators and actors in the role of target."""
    operators = {target.operator for target in incident.target if target.operator}
    parts = {part.actor for part in incident.actors if part.role == "target" and not denies(part)}
    return frozenset(operators | parts) - {UNKNOWN_ACTOR}


def speaks_for(represented: str | None, actors: frozenset[str], records: Records) -> bool:
    """Whether whoever speaks for an actor is a party among `actors`: that actor, a part of it or whom it belongs to."""
    if represented is None:
        return False
    parents = Upward(records.actors, "part_of")
    wider = {represented, *ancestors(represented, parents)}
    return bool(wider & actors) or any(represented in ancestors(actor, parents) for actor in actors)


def lines_of(incident: Incident, records: Records) -> tuple[OriginLine, ...]:
    """The independent lines of origin of an incident, in the order in which its citations reach them."""
    reached: dict[Root, list[int]] = {}
    for position, citation in enumerate(incident.reports):
        for root in roots_of(citation, records):
            reached.setdefault(root, []).append(position)
    parties = parties_to(incident)
    return tuple(
        OriginLine(
            root,
            speaks_for(root.represents, parties, records),
            tuple(positions),
            any(incident.reports[position].stance in ASSERTING for position in positions),
        )
        for root, positions in reached.items()
    )


def ceiling_of(incident: Incident, records: Records) -> Ceiling:
    """The highest status of the ladder that the incident's lines of origin support."""
    for _, because in _confirmations(incident, records):
        return Ceiling("confirmed", because)
    lines = [line for line in lines_of(incident, records) if line.asserting]
    identified = [line for line in lines if line.root.identified]
    outside = [line for line in identified if not line.party]
    if not lines:
        return Ceiling("unverified", say("no report asserts it without saying that it is unverified"))
    if len(identified) >= 2 and outside:
        lines_words = say_number(len(identified), "{n} line of origin", "{n} lines of origin")
        return Ceiling("corroborated", say("{lines}, {n} of them not a party to it", lines=lines_words, n=len(outside)))
    if len(identified) >= 2:
        return Ceiling("single-source", say("every line of origin is a party to it"))
    if not identified:
        return Ceiling("single-source", say("its origins are known only by description or have no record yet"))
    name = identified[0].root.name
    if len(lines) > 1:
        return Ceiling("single-source", say("one line of origin that counts: {name}", name=name))
    return Ceiling("single-source", say("one line of origin: {name}", name=name))


def confirming_roots(incident: Incident, records: Records) -> tuple[Root, ...]:
    """The origins whose word or whose verified imagery would confirm the incident, each once."""
    return tuple(dict.fromkeys(root for root, _ in _confirmations(incident, records)))


def _confirmations(incident: Incident, records: Records) -> Iterator[tuple[Root, str]]:
    """Who confirms the incident, and how in words: acknowledgements by the party struck, then verified imagery."""
    struck = struck_by(incident)
    own_strike = frozenset(actor for actor in said_to_attack(incident) if _is_state(actor, records))
    for citation in incident.reports:
        if citation.stance != "confirms":
            continue
        for root in roots_of(citation, records):
            if not root.identified:
                continue
            if speaks_for(root.represents, struck, records):
                yield root, say("acknowledged on the record by the party struck: {name}", name=root.name)
            elif _is_state(root.represents, records) and speaks_for(root.represents, own_strike, records):
                yield (
                    root,
                    say("acknowledged on the record by the forces that carried it out: {name}", name=root.name),
                )
    parties = parties_to(incident)
    for citation in incident.reports:
        if citation.stance not in ASSERTING or citation.imagery is None:
            continue
        if source := records.sources.get(citation.imagery.verified_by):
            root = _root(source.key, records)
            if root.identified and not speaks_for(root.represents, parties, records):
                yield root, say("imagery verified by {name}", name=root.name)


def _is_state(actor: str | None, records: Records) -> bool:
    return actor is not None and actor in records.actors and records.actors[actor].kind in STATE_KINDS
