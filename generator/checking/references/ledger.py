"""Claim ledgers are closed: every claim of an item reaches a record or says why not, and is cited back."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.references.keys import UNKNOWN_REFERENCE
from generator.checking.references.ledger_rules import (
    BEYOND_TEXT,
    CITED_NOT_NAMED,
    EVENT_UNPLACED,
    NOT_CITED_BACK,
    OPINION_AS_FACT,
    SENTENCE_MISSING,
    UNKNOWN_CLAIM,
    UNKNOWN_TO,
)
from generator.checking.similarity import nearest
from generator.model.ids import is_id
from generator.model.report import Claim, Report
from generator.reading.finding import Finding
from generator.reading.positions import Loc

Citing = dict[tuple[str, str], list[tuple[str, str, Loc]]]
"""Which records cite a claim of a report: by report key and claim id, the kind, key and place of each."""

Astray = frozenset[tuple[str, str, str]]
"""Report, kind and key of the records that cite a claim which the report's ledger does not have."""


def check_ledgers(checked: Checked) -> Iterator[Finding]:
    """Every finding about claims and the records that carry them."""
    citing = _citing(checked)
    astray = _astray(checked, citing)
    for report in checked.records.reports.values():
        beyond = _beyond(report)
        for claim_id in beyond:
            yield _beyond_text(checked, report, claim_id)
        for claim_id, claim in report.claims.items():
            if claim_id not in beyond:
                yield from _claim(checked, report, claim_id, claim, citing, astray)
        if not beyond:
            # A claim under a wrong number leaves its own sentence without one.
            yield from _sentences(checked, report.key, report)
    for (report_key, claim_id), places in citing.items():
        cited = checked.records.reports.get(report_key)
        if cited is not None and not (claim_id not in cited.claims and _beyond(cited)):
            yield from _cited(checked, cited, claim_id, places)


def _astray(checked: Checked, citing: Citing) -> Astray:
    reports = checked.records.reports
    return frozenset(
        (report, kind, key)
        for (report, claim), places in citing.items()
        if report in reports and claim not in reports[report].claims
        for kind, key, _ in places
    )


def _beyond(report: Report) -> list[str]:
    """Claims under the number of a sentence that the item does not have."""
    if not report.paragraphs:
        return []
    return [claim_id for claim_id in report.claims if _sentence_of(claim_id) not in _wanted(report)]


def _sentence_of(claim_id: str) -> str:
    return claim_id.rstrip("abcdefghijklmnopqrstuvwxyz")


def _wanted(report: Report) -> list[str]:
    return [f"s{n}.{m}" for n, count in enumerate(report.paragraphs, 1) for m in range(1, count + 1)]


def _beyond_text(checked: Checked, report: Report, claim_id: str) -> Finding:
    paragraph = int(claim_id[1:].partition(".")[0])
    count = report.paragraphs[paragraph - 1] if 0 < paragraph <= len(report.paragraphs) else None
    return checked.finding(
        BEYOND_TEXT,
        "report",
        report.key,
        ("claims", claim_id),
        on_key=True,
        claim=claim_id,
        extent=f"its paragraph {paragraph} has {count} sentence{'' if count == 1 else 's'}"
        if count is not None
        else f"it has {len(report.paragraphs)} paragraphs",
        help="correct the number of the claim, or `paragraphs`",
    )


def _citing(checked: Checked) -> Citing:
    citing: Citing = {}

    def note(report: str, claims: tuple[str, ...], kind: str, key: str, loc: Loc) -> None:
        for number, claim in enumerate(claims):
            citing.setdefault((report, claim), []).append((kind, key, (*loc, "claims", number)))

    records = checked.records
    for kind, entries in (("incident", records.incidents), ("tally", records.tallies)):
        for key, entry in entries.items():
            for number, citation in enumerate(entry.reports):
                if citation.report is not None:
                    note(citation.report, citation.claims, kind, key, ("reports", number))
    for key, series in records.series.items():
        for number, assertion in enumerate(series.asserted_by):
            note(assertion.report, assertion.claims, "series", key, ("asserted_by", number))
    for key, source in records.sources.items():
        for number, stated in enumerate(source.stated_in):
            note(stated.report, stated.claims, "source", key, ("stated_in", number))
    return citing


def _claim(
    checked: Checked, report: Report, claim_id: str, claim: Claim, citing: Citing, astray: Astray
) -> Iterator[Finding]:
    here: Loc = ("claims", claim_id)
    if claim.kind == "event" and not claim.to and claim.disposition is None:
        yield checked.finding(
            EVENT_UNPLACED,
            "report",
            report.key,
            here,
            on_key=True,
            claim=claim_id,
            help="add `to: [<id>]`, or `disposition: out-of-scope | too-vague | duplicate`",
        )
    yield from _about(checked, report, here, claim)
    for number, target in enumerate(claim.to):
        kinds = _kinds(checked, target)
        place = (*here, "to", number)
        if not kinds:
            if not any(checked.unread(kind, target) for kind in ("incident", "tally", "series", "source")):
                yield checked.finding(UNKNOWN_TO, "report", report.key, place, claim=claim_id, key=target)
            continue
        if "incident" in kinds and claim.kind in ("analysis", "background"):
            yield checked.finding(
                OPINION_AS_FACT,
                "report",
                report.key,
                place,
                claim=claim_id,
                kind=claim.kind,
                help="leave `to` out, or change `kind` if the sentence does report an event",
            )
            return
        # A record that cites a claim which is none may mean this one, and has a finding for it.
        cited = {(kind, key) for kind, key, _ in citing.get((report.key, claim_id), [])}
        if not any((kind, target) in cited or (report.key, kind, target) in astray for kind in kinds):
            yield checked.finding(
                NOT_CITED_BACK,
                "report",
                report.key,
                place,
                claim=claim_id,
                key=target,
                help=f"add {claim_id} to `claims` where `{target}` cites `{report.key}`",
            )


def _about(checked: Checked, report: Report, here: Loc, claim: Claim) -> Iterator[Finding]:
    for number, subject in enumerate(claim.about):
        records = checked.records
        if (
            subject not in records.locations
            and subject not in records.actors
            and not any(key == subject for _, key in checked.damaged)
        ):
            known = [*records.locations, *records.actors]
            meant = nearest(subject, known)
            yield checked.finding(
                UNKNOWN_REFERENCE,
                "report",
                report.key,
                (*here, "about", number),
                kind="location or actor",
                key=subject,
                help=f"there is a similar key: `{meant}`" if meant else "name the key of a location or an actor",
            )


def _kinds(checked: Checked, key: str) -> tuple[str, ...]:
    records = checked.records
    if is_id(key):
        return ("incident",) if key in records.incidents else ()
    groups = (("tally", records.tallies), ("series", records.series), ("source", records.sources))
    return tuple(kind for kind, entries in groups if key in entries)


def _cited(checked: Checked, report: Report, claim_id: str, places: list[tuple[str, str, Loc]]) -> Iterator[Finding]:
    claim = report.claims.get(claim_id)
    for kind, key, loc in places:
        if claim is None:
            yield checked.finding(
                UNKNOWN_CLAIM,
                kind,
                key,
                loc,
                report=report.key,
                claim=claim_id,
                help=f"its claims are: {', '.join(report.claims)}"
                if report.claims
                else "it has no ledger: leave `claims` out",
            )
        elif key not in claim.to and not _mended_there(checked, claim):
            yield checked.finding(
                CITED_NOT_NAMED,
                kind,
                key,
                loc,
                report=report.key,
                claim=claim_id,
                help=f"add `{key}` to `to` of {claim_id} in the report's file",
                related=(checked.place("report", report.key, ("claims", claim_id), "the claim"),),
            )


def _mended_there(checked: Checked, claim: Claim) -> bool:
    """Whether the claim has a finding of its own that may be the cause: a target that is none, or no target at all."""
    placeless = claim.kind == "event" and not claim.to and claim.disposition is None
    return placeless or any(not _kinds(checked, target) for target in claim.to)


def _sentences(checked: Checked, key: str, report: Report) -> Iterator[Finding]:
    wanted = _wanted(report)
    held = {_sentence_of(claim_id) for claim_id in report.claims}
    missing = [place for place in wanted if place not in held]
    if missing:
        shown = ", ".join(missing[:6]) + (" …" if len(missing) > 6 else "")
        yield checked.finding(
            SENTENCE_MISSING,
            "report",
            key,
            ("paragraphs",),
            number=len(missing),
            total=len(wanted),
            places=shown,
            help="give each sentence a claim; one that reports nothing is `kind: analysis` or `meta` with a `gist`",
        )
