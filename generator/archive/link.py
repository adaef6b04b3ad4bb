"""Linking: typed records in, one frozen archive out."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.gazetteer import gazetteer
from generator.archive.relations import relations
from generator.archive.sources import Cited, source_links
from generator.archive.timeline import timeline
from generator.model.attribution import ceiling_of, deniers_of, lines_of, taking_part
from generator.model.incident import Incident
from generator.model.records import Records, ancestors


def link(records: Records) -> Archive:
    """The archive of a set of checked records; `records.settings` must be there (the check sees to it).

    A withdrawn incident keeps its page and stands in no list and no count.
    """
    if records.settings is None:
        raise ValueError("an archive without settings cannot be linked")
    time = timeline({key: incident for key, incident in records.incidents.items() if incident.withdrawn is None})
    ordered = time.ordered
    withdrawn = tuple(key for key, incident in records.incidents.items() if incident.withdrawn is not None)
    related = relations(records.incidents)
    lines = {key: lines_of(records.incidents[key], records) for key in (*ordered, *withdrawn)}
    incidents = {
        key: LinkedIncident(
            records.incidents[key],
            lines[key],
            ceiling_of(records.incidents[key], records),
            related[key],
            reviewed(records, key),
        )
        for key in (*ordered, *withdrawn)
    }
    return Archive(
        settings=records.settings,
        records=records,
        timeline=time,
        incidents=MappingProxyType(incidents),
        locations=gazetteer(records, ordered),
        sources=source_links(records, ordered, lines),
        citing=_citing(records, ordered),
        by_actor=_grouped(
            records.actors, ((key, part) for key in ordered for part in taking_part(records.incidents[key]))
        ),
        by_denier=_grouped(
            records.actors,
            ((key, part) for key in ordered for part in _only_deniers(records.incidents[key])),
        ),
        by_series=_grouped(
            records.series, ((key, series) for key in ordered for series in records.incidents[key].series)
        ),
        by_type=_by_type(records, ordered),
        corrections=_corrections(records.incidents),
    )


def _grouped(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {key: [] for key in keys}
    for incident, key in pairs:
        if key in groups:
            groups[key].append(incident)
    return MappingProxyType({key: tuple(dict.fromkeys(ids)) for key, ids in groups.items()})


def _by_type(records: Records, ordered: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    vocabulary = records.vocabularies.get("types")
    terms = vocabulary.terms if vocabulary else {}
    broader = {key: term.broader for key, term in terms.items()}
    return _grouped(
        terms,
        (
            (key, term)
            for key in ordered
            for term in (records.incidents[key].type, *ancestors(records.incidents[key].type, broader))
        ),
    )


def _citing(records: Records, ordered: tuple[str, ...]) -> Mapping[str, tuple[Cited, ...]]:
    citing: dict[str, list[Cited]] = {key: [] for key in records.reports}
    entries = [("incident", key, records.incidents[key].reports) for key in ordered]
    entries += [("tally", key, tally.reports) for key, tally in records.tallies.items()]
    for kind, key, citations in entries:
        for position, citation in enumerate(citations):
            if citation.report in citing:
                citing[citation.report].append(Cited(kind, key, position))
    return MappingProxyType({key: tuple(places) for key, places in citing.items()})


def _corrections(incidents: Mapping[str, Incident]) -> tuple[tuple[str, int], ...]:
    places = [(key, number) for key, incident in incidents.items() for number in range(len(incident.corrections))]
    return tuple(
        sorted(
            places, key=lambda place: (_day(incidents[place[0]].corrections[place[1]].on.upper), place), reverse=True
        )
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def reviewed(records: Records, key: str) -> str:
    """The last day on which a report of an incident was read or its record corrected, as `YYYY-MM-DD`, or empty.

    Of a date known to the month only, the first day: the archive never claims a later review than it can show.
    """
    incident = records.incidents[key]
    days = [correction.on.lower for correction in incident.corrections]
    for citation in incident.reports:
        publication = records.publication(citation)
        if publication is not None and publication.retrieved is not None:
            days.append(publication.retrieved.lower)
    if incident.withdrawn is not None:
        days.append(incident.withdrawn.on.lower)
    return max((_day(day) for day in days), default="")


def _only_deniers(incident: Incident) -> frozenset[str]:
    """Actors that an incident names only because they deny a part."""
    return deniers_of(incident) - taking_part(incident)
