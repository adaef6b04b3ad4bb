"""The timeline: incidents in order, each in the months and years it can belong to, the undatable apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dates import months_of, sort_key
from generator.model.edtf import Edtf
from generator.model.incident import Incident

MOST_MONTHS = 2
"""An incident that may lie in more months than this is listed with its years only."""

MOST_YEARS = 2
"""An incident that may lie in more years than this has no page of a year; the page of the undated lists it."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Incident ids by time. Within each list an uncertain date stands before the days it may be."""

    ordered: tuple[str, ...]
    """Every incident: by earliest possible day, the undated last."""
    undated: tuple[str, ...]
    """Ids of incidents whose date is bounded on neither side or on one only."""


def timeline(incidents: Mapping[str, Incident]) -> Timeline:
    """The timeline of a set of incidents."""
    ordered = sorted(incidents, key=lambda key: (*_rank(incidents[key].date.value), _hour(incidents[key]), key))
    undated = (
        key for key in ordered if incidents[key].date.value.lower is None or incidents[key].date.value.upper is None
    )
    return Timeline(tuple(ordered), tuple(undated))


def listed_months(value: Edtf) -> tuple[tuple[int, int], ...]:
    """The months under which a date is listed: those it may lie in, where they are at most two."""
    if value.lower is None or value.upper is None or (value.upper - value.lower).days > 31 * MOST_MONTHS:
        return ()
    possible = months_of(value)
    return possible if len(possible) <= MOST_MONTHS else ()


def listed_years(value: Edtf) -> tuple[int, ...]:
    """The years whose pages list a date: those it may lie in, where they are at most two."""
    if value.lower is None or value.upper is None or value.upper.year - value.lower.year >= MOST_YEARS:
        return ()
    return tuple(range(value.lower.year, value.upper.year + 1))


def _rank(value: Edtf) -> tuple[object, ...]:
    return (value.lower is None or value.upper is None, *sort_key(value))


def _hour(incident: Incident) -> str:
    """The stated clock time, so that incidents of one day stand in order where it is known."""
    time = incident.date.time
    return time.text if time is not None and time.text[:1].isdigit() else ""
