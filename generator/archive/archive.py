"""The linked archive: what every page and every dataset is made from."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive.gazetteer import LocationLinks
from generator.archive.relations import Relation
from generator.archive.sources import Cited, SourceLinks
from generator.archive.timeline import Timeline
from generator.model.attribution import Ceiling, OriginLine
from generator.model.incident import Incident
from generator.model.records import Records
from generator.model.settings import Settings
from generator.model.status import LADDER, exceeds


@dataclass(frozen=True, slots=True)
class LinkedIncident:
    """An incident with what follows from the rest of the archive."""

    incident: Incident
    lines: tuple[OriginLine, ...]
    """Its independent lines of origin."""
    ceiling: Ceiling
    """The highest status those support, and why."""
    relations: tuple[Relation, ...]
    """Its links to other incidents, from both ends."""
    reviewed: str
    """Last day on which a report of it was read or the record was corrected, as `YYYY-MM-DD`; empty where no day is given."""

    @property
    def held_lower(self) -> bool:
        """Whether the editors give it a lower status of the ladder than its lines of origin would support."""
        return self.incident.status in LADDER and exceeds(self.ceiling.status, self.incident.status)


@dataclass(frozen=True, slots=True)
class Archive:
    """Every record of an archive, linked. All mappings are read-only and in a fixed order; ids within are in the order of the timeline."""

    settings: Settings
    records: Records
    timeline: Timeline
    incidents: Mapping[str, LinkedIncident]
    """Linked incidents by id, in the order of the timeline, withdrawn ones last; no other index holds withdrawn ones."""
    locations: Mapping[str, LocationLinks]
    """The gazetteer by location key."""
    sources: Mapping[str, SourceLinks]
    """What the archive has of each source, by key."""
    citing: Mapping[str, tuple[Cited, ...]]
    """Citations of each report with a file, by the report's key."""
    by_actor: Mapping[str, tuple[str, ...]]
    """Ids of the incidents each actor takes part in."""
    by_denier: Mapping[str, tuple[str, ...]]
    """Ids of the incidents that name each actor only because it denies a part."""
    by_series: Mapping[str, tuple[str, ...]]
    """Ids of the incidents of each series."""
    by_type: Mapping[str, tuple[str, ...]]
    """Ids of the incidents of each event type, narrower types included."""
    corrections: tuple[tuple[str, int], ...]
    """Incident id and position of every published correction, newest first."""

    def path_of(self, kind: str, key: str) -> str:
        """The file of a record, as a posix path from the project's root."""
        return self.records.paths[kind, key]
