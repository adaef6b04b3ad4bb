"""Links that call an entry of a registry by its name in the page's language."""

from generator.archive.archive import Archive
from generator.model.registry_name import registry_name, term_label
from generator.model.vocabulary import Scheme
from generator.pages.addresses import Link, address_of
from generator.texts.text import Name

__all__ = ["actor_link", "location_link", "registry_name", "source_link", "term_label", "term_name"]


def location_link(archive: Archive, key: str) -> Link:
    """The location's name and page."""
    return Link(registry_name(archive.records.locations[key]), address_of("location", key))


def source_link(archive: Archive, key: str) -> Link:
    """The source's name and page."""
    return Link(registry_name(archive.records.sources[key]), address_of("source", key))


def actor_link(archive: Archive, key: str) -> Link:
    """The actor's name and page."""
    return Link(registry_name(archive.records.actors[key]), address_of("actor", key))


def term_name(archive: Archive, scheme: Scheme, key: str) -> Name:
    """The label of a vocabulary's term by its key; the key itself where the list has no such term."""
    term = archive.records.term(scheme, key)
    return term_label(term) if term else Name(key, {})
