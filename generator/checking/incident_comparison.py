"""One incident held against the others of its time and place, where these have been held against one another before."""

from collections.abc import Mapping

from generator.checking.baseline import Baseline, Facts
from generator.checking.checked import Checked
from generator.checking.duplicates.events import ALIKE, MOST_OF_ONE, SAME_EVENT, finding_of
from generator.checking.duplicates.neighbours import Neighbourhood
from generator.checking.duplicates.one_comparison import (
    KnownNeighbourhood,
    alike_with,
    may_meet,
    moves_others,
    weights_after,
)
from generator.checking.duplicates.traits import Traits, traits_of_all
from generator.checking.incident_facts import incident_facts, traits_of
from generator.reading.finding import Finding

_COMPARED = ("traits", "stands_to", "age")
"""Facts from which it follows which other incidents one is told to be like."""


def facts_now(baseline: Baseline, checked: Checked, key: str, contents: Mapping[str, bytes]) -> Facts:
    """The facts of the one incident that is judged."""
    incident = checked.records.incidents[key]
    standing = {} if incident.withdrawn is not None else {key: incident}
    around = KnownNeighbourhood(baseline.head["around"])
    return incident_facts(checked, key, traits_of_all(standing, checked.records, around).get(key), contents)


def compared_anew(
    baseline: Baseline, checked: Checked | None, key: str, before: Facts | None, now: Facts | None
) -> tuple[Finding, ...] | None:
    """The findings in an incident about others like it; None where these, or those in others, are to be found by
    comparing all.

    `checked` and `now` are None where the incident can no longer be read, `before` where it is new.
    """
    alike_before = baseline.ids.get(key) in baseline.head["alike"]
    if before and now and not alike_before and all(before[name] == now[name] for name in _COMPARED):
        return ()
    document = baseline.head["compared"]
    if document is None:
        return None
    around = KnownNeighbourhood(baseline.head["around"])
    then, mine = (traits_of(facts) if facts else None for facts in (before, now))
    weights = weights_after(document, then, mine)
    if weights[0] != weights[1]:
        named = {each for pair in document["near_pairs"] for each in pair if key not in pair}
        if moves_others(document, _traits_by_id(baseline, named), around, weights, key):
            return None
    if checked is None or now is None or mine is None:
        return ()
    return _own_findings(baseline, checked, key, now, mine, around, weights[1])


def _own_findings(
    baseline: Baseline,
    checked: Checked,
    key: str,
    now: Facts,
    mine: Traits,
    around: Neighbourhood,
    weights: Mapping[tuple[str, str], float],
) -> tuple[Finding, ...] | None:
    facts = {each: baseline.facts_at[path] for each, path in baseline.ids.items() if each != key}
    others = {each: told for each, told in facts.items() if told["traits"] is not None}
    traits = {each: theirs for each, told in others.items() if (theirs := traits_of(told)) and may_meet(mine, theirs)}
    found = []
    alike = alike_with(key, dict(sorted({**traits, key: mine}.items())), around, weights)
    if alike is None:
        return None
    for other, like in alike:
        if other in now["stands_to"] or key in facts[other]["stands_to"]:
            continue
        if (facts[other]["age"], baseline.ids[other]) > (now["age"], checked.raw["incident", key].path):
            return None
        found.append((not like.certain, -like.score, other, like.shared))
    return tuple(
        finding_of(checked, ALIKE if weaker else SAME_EVENT, key, other, shared)
        for weaker, _, other, shared in sorted(found)[:MOST_OF_ONE]
    )


def _traits_by_id(baseline: Baseline, ids: set[str]) -> dict[str, Traits]:
    facts = {each: baseline.facts(baseline.ids[each]) for each in ids}
    return {each: traits for each, told in facts.items() if told and (traits := traits_of(told))}
