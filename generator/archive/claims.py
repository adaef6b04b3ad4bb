"""Claims of ledgers, found from the records they reach or speak of."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.ids import is_id
from generator.model.records import Records


@dataclass(frozen=True, slots=True)
class Traced:
    """One claim: the key of the report and the claim's id in its ledger."""

    report: str
    claim: str


ClaimIndex = Mapping[tuple[str, str], tuple[Traced, ...]]
"""Claims by the kind and key of a record."""


def claims_reaching(records: Records) -> ClaimIndex:
    """Claims by each incident, tally, series or source that carries them (`to`)."""
    found: dict[tuple[str, str], list[Traced]] = {}
    for key, report in records.reports.items():
        for claim_id, claim in report.claims.items():
            for target in dict.fromkeys(claim.to):
                for place in reached_by(records, key, claim_id, target):
                    found.setdefault(place, []).append(Traced(key, claim_id))
    return _frozen(found)


def claims_possibly_of(records: Records) -> Mapping[str, tuple[Traced, ...]]:
    """Claims by the id of each incident they may speak of (`possibly`)."""
    found: dict[str, list[Traced]] = {}
    for key, report in records.reports.items():
        for claim_id, claim in report.claims.items():
            for incident in dict.fromkeys(claim.possibly):
                found.setdefault(incident, []).append(Traced(key, claim_id))
    return MappingProxyType({incident: tuple(claims) for incident, claims in found.items()})


def reports_possibly_of(records: Records) -> Mapping[str, tuple[str, ...]]:
    """Keys of reports tied to no incident, by the id of each incident they may speak of."""
    found: dict[str, list[str]] = {}
    for key, report in records.reports.items():
        for incident in dict.fromkeys(report.untied.possibly if report.untied else ()):
            found.setdefault(incident, []).append(key)
    return MappingProxyType({incident: tuple(keys) for incident, keys in found.items()})


def claims_about(records: Records) -> ClaimIndex:
    """Claims by each location or actor they speak of (`about`)."""
    found: dict[tuple[str, str], list[Traced]] = {}
    for key, report in records.reports.items():
        for claim_id, claim in report.claims.items():
            for subject in dict.fromkeys(claim.about):
                for place in subjects_named(records, subject):
                    found.setdefault(place, []).append(Traced(key, claim_id))
    return _frozen(found)


def reached_by(records: Records, report: str, claim: str, target: str) -> tuple[tuple[str, str], ...]:
    """Kind and key of the records a claim's `to` means; where a key fits several kinds, those that cite the claim back."""
    if is_id(target):
        return (("incident", target),) if target in records.incidents else ()
    fitting = tuple(
        (kind, target)
        for kind, entries in (("tally", records.tallies), ("series", records.series), ("source", records.sources))
        if target in entries
    )
    citing = tuple(place for place in fitting if _cites(records, *place, report, claim))
    return citing or fitting


def subjects_named(records: Records, key: str) -> tuple[tuple[str, str], ...]:
    """Kind and key of the locations and actors that a claim's `about` means."""
    return tuple(
        (kind, key) for kind, entries in (("location", records.locations), ("actor", records.actors)) if key in entries
    )


def _cites(records: Records, kind: str, key: str, report: str, claim: str) -> bool:
    if kind == "tally":
        return any(entry.report == report and claim in entry.claims for entry in records.tallies[key].reports)
    if kind == "series":
        return any(entry.report == report and claim in entry.claims for entry in records.series[key].asserted_by)
    return any(entry.report == report and claim in entry.claims for entry in records.sources[key].stated_in)


def _frozen(found: dict[tuple[str, str], list[Traced]]) -> ClaimIndex:
    return MappingProxyType({place: tuple(claims) for place, claims in found.items()})
