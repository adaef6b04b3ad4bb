"""The facts of an incident: all of it that a finding about another record, or about two of them, may follow from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.checking.account import head_digest
from generator.checking.checked import Checked
from generator.checking.duplicates.events import age_of, named_by
from generator.checking.duplicates.items import addresses_of
from generator.checking.duplicates.traits import Traits
from generator.checking.safety.markup import link_targets
from generator.checking.style.voice import called
from generator.model.dates import Edtf, parse_edtf


def incident_facts(checked: Checked, key: str, traits: Traits | None, contents: Mapping[str, bytes]) -> dict[str, Any]:
    """The facts of one incident as JSON values.

    `items`: the canonical addresses that it cites without a file, each marked, so that a search finds no other text.
    `carries`: report and claim of every ledger entry it cites. `dated_by`: the incident by which it is dated.
    `stands_to`: the incidents to which it says how it stands. `traits`: what it is recognised by, if it stands. `title`, `called`,
    `links` and `head` serve to judge a change to its account: how its locations are called, where its links lead, and
    a digest of all that stands above the account. `contents` are the bytes of its file, by path.
    """
    incident = checked.records.incidents[key]
    relative, raw = incident.date.relative, checked.raw["incident", key]
    return {
        "items": [f"@{address}" for address in addresses_of(checked, "incident", key, incident.reports)],
        "carries": sorted(
            [cited.report, claim] for cited in incident.reports if cited.report for claim in cited.claims
        ),
        "dated_by": relative.to if relative else None,
        "withdrawn": incident.withdrawn is not None,
        "date": incident.date.value.text,
        "stands_to": sorted(set(named_by(incident))),
        "title": incident.title,
        "called": list(called(checked, incident)),
        "links": sorted({target for target, _ in link_targets(raw.body or "")}),
        "head": head_digest(contents[raw.path], raw.body_line) if raw.body is not None else None,
        "age": age_of(checked, key)[0],
        "traits": None if traits is None else _traits_document(traits),
    }


def _traits_document(traits: Traits) -> dict[str, Any]:
    return {
        "date": traits.date.text,
        "sure": traits.sure_day,
        "places": sorted(traits.places),
        "words": sorted(traits.words),
        "marks": sorted(traits.marks),
        "type": traits.type,
        "means": sorted(traits.means),
        "attackers": sorted(traits.attackers),
        "items": {name: sorted(claims) for name, claims in sorted(traits.items.items())},
        "hours": sorted(traits.hours),
    }


def traits_of(facts: Mapping[str, Any]) -> Traits | None:
    """What the incident of these facts is recognised by; None where it is withdrawn."""
    told = facts["traits"]
    if told is None:
        return None
    return Traits(
        date=_date(told["date"]),
        sure_day=told["sure"],
        places=frozenset(told["places"]),
        words=frozenset(told["words"]),
        marks=frozenset(told["marks"]),
        type=told["type"],
        means=frozenset(told["means"]),
        attackers=frozenset(told["attackers"]),
        items={name: frozenset(claims) for name, claims in told["items"].items()},
        hours=frozenset(told["hours"]),
    )


def _date(text: str) -> Edtf:
    return parse_edtf(text)
