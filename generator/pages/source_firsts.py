"""Whose item on an incident is the earliest, where days of publication let one tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.model.edtf import Edtf
from generator.model.incident import Incident
from generator.model.report import Citation


@dataclass(frozen=True, slots=True)
class Order:
    """In which order sources published their items on one incident, as far as it can be told."""

    sources: frozenset[str]
    """Keys of the sources, at least two; those without a record have none and are not among them."""
    first: str
    """Key of the source whose item is older by a day or more than those of all others; empty where none can be told."""
    day: Edtf | None
    """The day on which it was published."""
    ahead: int
    """By how many days it is at least older than the next."""


def publication_orders(archive: Archive) -> Mapping[str, Order]:
    """The order for every incident on which at least two sources published items, by its id."""
    orders = ((key, order_of(archive, archive.incidents[key].incident)) for key in archive.timeline.ordered)
    return MappingProxyType({key: order for key, order in orders if order is not None})


def order_of(archive: Archive, incident: Incident) -> Order | None:
    """The order for one incident; None where fewer than two sources tell of it.

    Items that only bear on its background are left out. A month, a doubtful day or none at all leaves
    the order open, and so do two items of one day.
    """
    items: dict[str, list[Edtf | None]] = {}
    known: set[str] = set()
    for number, citation in enumerate(incident.reports):
        if citation.stance != "mentions":
            source = archive.records.citation_source(citation)
            items.setdefault(source.key if source else f"{number}", []).append(_published(archive, citation))
            known.update((source.key,) if source else ())
    if len(items) < 2:
        return None
    days = {key: min(found) for key, dates in items.items() if (found := list(filter(None, map(_day, dates))))}
    for key, day in days.items():
        bounds = [_earliest(value) for other, dates in items.items() if other != key for value in dates]
        later = [bound for bound in bounds if bound is not None and bound > day]
        if key in known and len(later) == len(bounds):
            published = next(value for value in items[key] if _day(value) == day)
            return Order(frozenset(known), key, published, (min(later) - day).days)
    return Order(frozenset(known), "", None, 0)


def _published(archive: Archive, citation: Citation) -> Edtf | None:
    return (archive.records.publication(citation) or citation).published


def _day(value: Edtf | None) -> date | None:
    """The one day that a date is without doubt."""
    if value is None or value.precision != "day" or value.uncertain or value.approximate:
        return None
    return value.lower


def _earliest(value: Edtf | None) -> date | None:
    """The first day on which an item can have been published; None where that is not known for sure."""
    return None if value is None or value.uncertain or value.approximate else value.lower
