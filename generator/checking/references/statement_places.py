"""Statements and locations: what is said of one location is said of one the incident names."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.similarity import nearest
from generator.model.incident import Incident
from generator.model.records import Upward, ancestors
from generator.reading.finding import Finding, Rule, Suggestion

ELSEWHERE = Rule(
    "R212",
    "statement-elsewhere",
    "error",
    "the incident names no location `{key}`",
    "harm or weapons at a place that the incident is not said to have touched would be read as another incident",
    "location: north-quay\neffects: [{kind: damage, location: south-quay}]\n",
    "location: {key: north-quay, also: [south-quay]}\neffects: [{kind: damage, location: south-quay}]\n",
)
STATEMENT_PLACE_RULES = (ELSEWHERE,)


def check_statement_places(checked: Checked) -> Iterator[Finding]:
    """Every finding about the locations that targets, means, actors and effects name."""
    parents = Upward(checked.records.locations, "within")
    for key, incident in checked.judged_of(Incident):
        named = _named(incident)
        if not named <= parents.keys():
            # One of its locations is not there, which has a finding of its own, and may be the one meant.
            continue
        for field in ("target", "means", "actors", "effects"):
            for number, item in enumerate(getattr(incident, field)):
                for position, place in enumerate(item.location):
                    around = {place, *ancestors(place, parents)}
                    if around <= parents.keys() and not around & named:
                        meant = nearest(place, sorted(named))
                        yield checked.finding(
                            ELSEWHERE,
                            "incident",
                            key,
                            (field, number, "location", position),
                            key=place,
                            help="name it under `location` too, with `also` or `alternatives`, or leave it out here",
                            suggestion=Suggestion(meant, "unsafe") if meant else None,
                        )


def _named(incident: Incident) -> frozenset[str]:
    statements = (incident.location, *incident.location.alternatives)
    return frozenset(key for statement in statements for key in statement.keys)
