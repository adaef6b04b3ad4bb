"""What of an incident is of substance: a change of it is published as a correction."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.account import Effect, denies
from generator.model.counts import CountRange
from generator.model.incident import Incident
from generator.model.location import IncidentLocation
from generator.model.records import Records, ancestors
from generator.reading.positions import Loc

COUNTED = ("killed", "injured", "missing", "casualties-unspecified")
"""Effects on people, whose counts are of substance."""

Statement = tuple[str, ...]
"""What a record says of one thing, in words that can be compared and shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of substance that says something else than before."""

    field: str
    """The field as `corrections` names it."""
    loc: Loc
    """Where it stands now."""
    was: str
    now: str


def changes(before: Incident, after: Incident, records: Records, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Every field of substance in which two states of one incident differ.

    `records` are those of the later state, `renamed` gives the new key of a location by its old one.
    """
    for field, (loc, stated) in _FIELDS.items():
        was, now = stated(before), stated(after)
        if field == "location":
            was = tuple(renamed.get(word, word) for word in was)
            if _given_its_file(before.location, after.location, records):
                continue
        if field == "effects":
            was = _counts(before, renamed)
        if was != now:
            yield Change(field, loc, _shown(was), _shown(now))


def _shown(statement: Statement) -> str:
    return ", ".join(statement) or "nothing"


def _date(incident: Incident) -> Statement:
    stated = incident.date
    words = [stated.value.text]
    if stated.anchor == "reported":
        words.append("the date of the report")
    if stated.time is not None:
        words.append(stated.time.text)
    return tuple(words)


def _location(incident: Incident) -> Statement:
    stated = incident.location
    unfiled = (stated.as_stated or "", "within") if stated.key is None else ()
    relation = () if stated.relation == "at" else (stated.relation,)
    return (*relation, *unfiled, *stated.keys)


def _status(incident: Incident) -> Statement:
    return (incident.status,)


def _attackers(incident: Incident) -> Statement:
    named = {
        f"{part.actor} (denied)" if denies(part) else part.actor for part in incident.actors if part.role == "attacker"
    }
    return tuple(sorted(named))


def _counts(incident: Incident, renamed: Mapping[str, str] = MappingProxyType({})) -> Statement:
    """Each count with whom and where it befell, as often as it is stated; what several reports state alike, once."""
    stated: dict[str, Counter[tuple[str, ...]]] = {}
    for effect in incident.effects:
        if effect.kind in COUNTED:
            stated.setdefault(_harm(effect, incident, renamed), Counter())[effect.report] += 1
    return tuple(sorted(harm for harm, by_report in stated.items() for _ in range(max(by_report.values()))))


def _harm(effect: Effect, incident: Incident, renamed: Mapping[str, str]) -> str:
    named = set(effect.location)
    if named == set(incident.location.keys):
        # To name all of the incident's locations says no more than to name none.
        named.clear()
    where = f"in {' and '.join(sorted(renamed.get(key, key) for key in named))}" if named else ""
    whom = f"({effect.who})" if effect.who else ""
    return " ".join(word for word in (effect.kind, _number(effect.count), where, whom) if word)


def _operators(incident: Incident) -> Statement:
    return tuple(sorted({target.operator for target in incident.target if target.operator}))


def _number(count: CountRange | None) -> str:
    if count is None:
        return ""
    about = "about " if count.approximate else ""
    if count.min == count.max:
        return f"{about}{count.min}"
    if count.max is None:
        return f"{about}{count.min} or more"
    return f"{about}{count.min} to {count.max}" if count.min is not None else f"{about}{count.max} at most"


def _given_its_file(before: IncidentLocation, after: IncidentLocation, records: Records) -> bool:
    """Whether a location that was described in the record now has a file, which lies where it was said to lie."""
    if before.key is not None or after.key is None or before.relation != after.relation or before.also != after.also:
        return False
    parent = {key: location.within for key, location in records.locations.items()}
    return before.within in ancestors(after.key, parent)


_FIELDS: Mapping[str, tuple[Loc, Callable[[Incident], Statement]]] = MappingProxyType(
    {
        "date": (("date", "value"), _date),
        "location": (("location", "key"), _location),
        "status": (("status",), _status),
        "actors": (("actors",), _attackers),
        "effects": (("effects",), _counts),
        "target": (("target",), _operators),
    }
)
"""The place and the statement of each field, by its name in `corrections`."""
