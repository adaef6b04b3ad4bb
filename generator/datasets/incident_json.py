"""One incident as JSON: the record as written, and under `derived` what the archive works out."""

from pydantic_core import to_json

from generator.archive.archive import Archive
from generator.datasets.absolute import absolute
from generator.datasets.derived import Document, derived
from generator.model.incident import Incident
from generator.pages.addresses import address_of

SCHEMA_VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys do not raise it."""


def incident_document(archive: Archive, incident_id: str, *, site_url: str | None) -> Document:
    """The document of one incident; the same in its own file and in the files of all incidents.

    Keys are those of the record's file and hold what it states, dates as EDTF text; a field that
    the record leaves out is absent. Only `status` is always there, because a record without one is
    published as unverified. Short forms are written out (`date: 2023-12-31` is `{"value": …}`).
    A withdrawn record is a tombstone: its id, why it was withdrawn, its address, no content.
    """
    linked = archive.incidents[incident_id]
    incident = linked.incident
    document = {"schema_version": SCHEMA_VERSION, **provenance(archive), "id": incident.id}
    if incident.withdrawn is not None:
        address = absolute(site_url, address_of("incident", incident.id))
        withdrawn = incident.withdrawn.model_dump(mode="json", exclude_unset=True)
        return document | {"withdrawn": withdrawn, "derived": {"url": address}}
    stated = incident.model_dump(mode="json", exclude_unset=True) | {"status": incident.status}
    document |= {field: stated[field] for field in Incident.model_fields if field in stated}
    document["derived"] = derived(archive, linked, site_url=site_url)
    return document


def provenance(archive: Archive) -> Document:
    """Where data come from and how they may be used: the archive's title and its licence."""
    licence = archive.settings.licence
    return {"archive": archive.settings.title, "licence": {"name": licence.name, "url": licence.url}}


def incident_json(document: Document) -> bytes:
    """The file of one incident: indented UTF-8, line end at the end."""
    return to_json(document, indent=1) + b"\n"


def one_line(document: Document) -> bytes:
    """The document on one line, without a line end."""
    return to_json(document)
