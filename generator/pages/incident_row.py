"""An incident as lists show it: status, date, title, location and how many lines of origin it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.archive.gazetteer import locations_of
from generator.model.dates import is_one_day, overlaps
from generator.model.incident import Incident
from generator.model.location import Relation
from generator.model.report import ASSERTING
from generator.model.status import Status, meaning_of
from generator.pages.addresses import Link, address_of
from generator.pages.date_words import date_words, date_words_short, time_words
from generator.pages.registry_name import location_link, term_name
from generator.pages.wording import LOCATION_RELATIONS
from generator.texts.text import Name, say


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One line of a list of incidents."""

    id: str
    address: str
    title: str
    status: Status
    status_label: str
    date: str
    """The date in words."""
    date_short: str
    date_exact: bool
    """Whether the date is one day without doubt, of the event itself, and no report gives another."""
    edtf: str
    time: str
    """Time of day in words, or empty."""
    locations: tuple[Link, ...]
    type: Link
    lines: int
    """Lines of origin that assert it."""
    asserting: int
    """Reports that assert it."""
    citations: int
    """All its reports."""
    withdrawn: bool
    relation: str = ""
    """How it stands to its locations in a word where it is not at them: `near`, `over`; else empty."""
    relation_key: Relation = "at"
    """The same as the record has it."""
    unfiled: str = ""
    """The reports' words for a location without a file; `locations` then begins with the one around it."""


Rows = Mapping[str, IncidentRow]
"""Rows of every incident by id, in the order of the timeline."""


def incident_rows(archive: Archive) -> Rows:
    """The row of every incident, made once for all lists."""
    return MappingProxyType({key: _row(archive, key) for key in archive.incidents})


def incident_title(incident: Incident) -> Name:
    """The incident's title, said by the one it has in the page's language."""
    return Name(incident.title, {tag: words.title for tag, words in incident.translations.items()})


def type_link(archive: Archive, key: str) -> Link:
    """The event type's label and page."""
    return Link(term_name(archive, "types", key), address_of("type", key))


def _row(archive: Archive, key: str) -> IncidentRow:
    linked = archive.incidents[key]
    incident = linked.incident
    value = incident.date.value
    withdrawn = incident.withdrawn is not None
    return IncidentRow(
        id=key,
        address=address_of("incident", key),
        title=say("Withdrawn record {id}", id=key) if withdrawn else incident_title(incident),
        status=incident.status,
        status_label=meaning_of(incident.status).label,
        date=date_words(value, anchor=incident.date.anchor),
        date_short=date_words_short(value, anchor=incident.date.anchor),
        date_exact=is_one_day(value)
        and not (value.uncertain or value.approximate)
        and incident.date.anchor == "occurred"
        and all(overlaps(value, other.value) for other in incident.date.alternatives),
        edtf=value.text,
        time=time_words(incident.date.time) if incident.date.time else "",
        relation="" if incident.location.relation == "at" else LOCATION_RELATIONS[incident.location.relation],
        relation_key=incident.location.relation,
        unfiled="" if incident.location.key or withdrawn else incident.location.as_stated or "",
        locations=tuple(location_link(archive, place) for place in locations_of(incident)),
        type=type_link(archive, incident.type),
        lines=sum(line.asserting for line in linked.lines),
        asserting=sum(citation.stance in ASSERTING for citation in incident.reports),
        citations=len(incident.reports),
        withdrawn=withdrawn,
    )
