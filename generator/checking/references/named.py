"""What a record names: every key, id and term in it, with its place and what kind it must be of."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.actor import Actor
from generator.model.chain import Chain
from generator.model.incident import Incident
from generator.model.location import Location, LocationStatement
from generator.model.records import Records
from generator.model.report import Citation, Report
from generator.model.series import Series
from generator.model.source import Source
from generator.model.tally import Tally
from generator.model.vocabulary import Vocabulary
from generator.reading.positions import Loc


@dataclass(frozen=True, slots=True)
class Named:
    """One reference: the kind of record or the vocabulary it must be of, its key, its place."""

    kind: str
    key: str
    loc: Loc


def named_in(entry: object) -> Iterator[Named]:
    """Every reference a record makes, except those to claims and to citations of its own."""
    match entry:
        case Incident():
            yield from _incident(entry)
        case Report():
            yield Named("source", entry.source, ("source",))
            yield from _many("report", entry.derived_from, ("derived_from",))
            for claim_id, claim in entry.claims.items():
                yield from _many("incident", claim.possibly, ("claims", claim_id, "possibly"))
            if entry.untied is not None:
                yield from _chains(entry.untied.chains, ("untied", "chains"))
                yield from _many("incident", entry.untied.possibly, ("untied", "possibly"))
        case Source():
            yield from _source(entry)
        case Location():
            yield from _one("location", entry.within, ("within",))
        case Actor():
            yield from _one("actor", entry.part_of, ("part_of",))
        case Series():
            for number, assertion in enumerate(entry.asserted_by):
                yield Named("report", assertion.report, ("asserted_by", number, "report"))
        case Tally():
            yield from _tally(entry)
        case Vocabulary():
            for key, term in entry.terms.items():
                for field in ("broader", "deprecated_by"):
                    yield from _one(entry.key, getattr(term, field), ("terms", key, field))


def all_named(records: Records) -> Iterator[Named]:
    """Every reference of every record."""
    for entries in (
        records.incidents,
        records.reports,
        records.sources,
        records.locations,
        records.actors,
        records.series,
        records.tallies,
        records.vocabularies,
    ):
        for entry in entries.values():
            yield from named_in(entry)


def _one(kind: str, key: str | None, loc: Loc) -> Iterator[Named]:
    if key is not None:
        yield Named(kind, key, loc)


def _many(kind: str, keys: tuple[str, ...], loc: Loc) -> Iterator[Named]:
    for number, key in enumerate(keys):
        yield Named(kind, key, (*loc, number))


def _source(source: Source) -> Iterator[Named]:
    yield from _one("actor", source.represents, ("represents",))
    if source.affiliation:
        yield from _one("actor", source.affiliation.actor, ("affiliation", "actor"))
    for number, possible in enumerate(source.possibly):
        yield Named("source", possible.source, ("possibly", number, "source"))
    for number, stated in enumerate(source.stated_in):
        yield Named("report", stated.report, ("stated_in", number, "report"))


def _tally(tally: Tally) -> Iterator[Named]:
    yield from _one("source", tally.stated_by, ("stated_by",))
    yield from _many("location", tally.location, ("location",))
    yield from _many("actor", tally.struck, ("struck",))
    for number, figure in enumerate(tally.figures):
        yield from _many("location", figure.location, ("figures", number, "location"))
    yield from _citations(tally.reports)


def _citations(citations: tuple[Citation, ...]) -> Iterator[Named]:
    for number, citation in enumerate(citations):
        here: Loc = ("reports", number)
        yield from _one("report", citation.report, (*here, "report"))
        if citation.source is not None:
            yield from _one("source", citation.source.key, (*here, "source"))
        if citation.imagery is not None:
            yield Named("source", citation.imagery.verified_by, (*here, "imagery", "verified_by"))
        yield from _chains(citation.chains, (*here, "chains"))


def _chains(chains: tuple[Chain, ...], loc: Loc) -> Iterator[Named]:
    for number, chain in enumerate(chains):
        for step, link in enumerate(chain):
            yield from _one("source", link.source, (*loc, number, step, "source"))


def _location(statement: LocationStatement, loc: Loc) -> Iterator[Named]:
    yield from _one("location", statement.key, (*loc, "key"))
    yield from _one("location", statement.within, (*loc, "within"))
    yield from _many("location", statement.also, (*loc, "also"))


def _incident(incident: Incident) -> Iterator[Named]:
    yield Named("types", incident.type, ("type",))
    yield from _citations(incident.reports)
    yield from _location(incident.location, ("location",))
    for number, statement in enumerate(incident.location.alternatives):
        yield from _location(statement, ("location", "alternatives", number))
    for number, target in enumerate(incident.target):
        yield Named("targets", target.kind, ("target", number, "kind"))
        yield from _one("actor", target.operator, ("target", number, "operator"))
        yield from _many("location", target.location, ("target", number, "location"))
    for number, means in enumerate(incident.means):
        yield Named("means", means.kind, ("means", number, "kind"))
        yield from _many("location", means.location, ("means", number, "location"))
    for number, effect in enumerate(incident.effects):
        yield Named("effects", effect.kind, ("effects", number, "kind"))
        yield from _many("location", effect.location, ("effects", number, "location"))
    for number, part in enumerate(incident.actors):
        yield Named("actor", part.actor, ("actors", number, "actor"))
        yield from _many("location", part.location, ("actors", number, "location"))
    yield from _many("series", incident.series, ("series",))
    for number, related in enumerate(incident.related):
        yield Named("incident", related.id, ("related", number, "id"))
    for number, statement_date in enumerate((incident.date, *incident.date.alternatives)):
        if statement_date.relative is not None:
            here: Loc = ("date",) if number == 0 else ("date", "alternatives", number - 1)
            yield Named("incident", statement_date.relative.to, (*here, "relative", "to"))
    if incident.withdrawn is not None:
        yield from _one("incident", incident.withdrawn.merged_into, ("withdrawn", "merged_into"))
