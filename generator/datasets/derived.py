"""What the archive works out about an incident, kept apart from what its record states."""

from typing import Any

from generator.archive.archive import Archive, LinkedIncident
from generator.archive.gazetteer import locations_of
from generator.archive.relations import published_relations
from generator.datasets.absolute import absolute
from generator.model.attribution import OriginLine
from generator.model.report import Citation
from generator.pages.account_table import when_words
from generator.pages.addresses import address_of
from generator.pages.citation_view import source_link

Document = dict[str, Any]


def derived(archive: Archive, linked: LinkedIncident, *, site_url: str | None) -> Document:
    """The derived part of an incident's document.

    `date_earliest` and `date_latest` are the bounds of the stated date and absent where nothing
    bounds that side. `location_path` runs from the incident's location outwards. `citations` of a
    line of origin are positions in `reports`, from 0. `reports` has one entry for each of the
    record's reports, in its order, with the item's details wherever they are kept.
    """
    incident = linked.incident
    date = incident.date
    document: Document = {"url": absolute(site_url, address_of("incident", incident.id))}
    if date.value.lower is not None:
        document["date_earliest"] = date.value.lower.isoformat()
    if date.value.upper is not None:
        document["date_latest"] = date.value.upper.isoformat()
    document |= {
        "date_words": when_words(date),
        "date_anchor": date.anchor,
        "location_relation": incident.location.relation,
        "location_path": _location_path(archive, linked),
        "status_ceiling": {"status": linked.ceiling.status, "because": linked.ceiling.because},
        "lines_of_origin": [_line(line) for line in linked.lines],
        "reports": [_report(archive, citation) for citation in incident.reports],
        "relations": _relations(archive, linked, site_url),
    }
    if linked.reviewed:
        document["reviewed"] = linked.reviewed
    return document


def _location_path(archive: Archive, linked: LinkedIncident) -> list[Document]:
    first = next(iter(locations_of(linked.incident)), None)
    place = archive.locations.get(first) if first else None
    if place is None:
        return []
    keys = (place.location.key, *(key for key in place.path if key in archive.locations))
    return [{"key": key, "name": archive.locations[key].location.name} for key in keys]


def _line(line: OriginLine) -> Document:
    root: Document = {"key": line.root.key} if line.root.key is not None else {}
    return root | {
        "name": line.root.name,
        "party": line.party,
        "identified": line.root.identified,
        "asserting": line.asserting,
        "citations": list(line.citations),
    }


def _report(archive: Archive, citation: Citation) -> Document:
    publisher = archive.records.citation_source(citation)
    item = archive.records.publication(citation)
    resolved: Document = {"stance": citation.stance}
    if publisher is not None:
        resolved["source"] = publisher.key
    resolved["source_name"] = source_link(archive, citation).text
    if item is not None:
        stated = item.model_dump(mode="json", include=_ITEM, exclude_none=True)
        resolved |= {field: stated[field] for field in _ITEM_ORDER if stated.get(field)}
    return resolved


_ITEM_ORDER = ("url", "no_url", "title", "language", "published", "retrieved", "seen", "nature", "archived")
_ITEM = set(_ITEM_ORDER)


def _relations(archive: Archive, linked: LinkedIncident, site_url: str | None) -> list[Document]:
    relations: list[Document] = []
    for relation in published_relations(linked.relations, linked.incident, archive.records.incidents):
        entry: Document = {
            "relation": relation.kind,
            "id": relation.other,
            "url": absolute(site_url, address_of("incident", relation.other)),
        }
        if archive.incidents[relation.other].incident.withdrawn is not None:
            entry["withdrawn"] = True
        if relation.basis is not None:
            entry["basis"] = relation.basis
        relations.append(entry)
    return relations
