"""Claim ledgers are closed: every claim of an item reaches a record or says why not, and is cited back."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.references import UNKNOWN_REFERENCE
from generator.checking.similarity import nearest
from generator.model.ids import is_id
from generator.model.report import Claim, Report
from generator.reading.finding import Finding, Rule
from generator.reading.positions import Loc

EVENT_UNPLACED = Rule(
    "R301",
    "event-unplaced",
    "error",
    "the event claim {claim} reaches no record and gives no reason",
    "an event that an item reports must not be lost between the item and the archive",
    "s1.1: {kind: event, gist: a depot was struck}\n",
    "s1.1: {kind: event, gist: a depot was struck, to: [syb-4k7m2xq]}\n",
)
UNKNOWN_TO = Rule(
    "R302",
    "unknown-claim-target",
    "error",
    "claim {claim} names `{key}`, which is no incident, tally, series or source",
    "a claim that leads nowhere cannot be traced",
    "to: [syb-0000000]\n",
    "to: [syb-4k7m2xq]\n",
)
NOT_CITED_BACK = Rule(
    "R303",
    "not-cited-back",
    "error",
    "claim {claim} names `{key}`, which does not cite it back",
    "a reader follows a claim in both directions: from the item to the record and back",
    "to: [syb-4k7m2xq]\n",
    "reports: [{report: an-item, claims: [s1.1]}]\n",
)
UNKNOWN_CLAIM = Rule(
    "R304",
    "unknown-claim",
    "error",
    "the ledger of `{report}` has no claim {claim}",
    "a record that cites a claim which does not exist cites nothing",
    "claims: [s9.9]\n",
    "claims: [s1.1]\n",
)
CITED_NOT_NAMED = Rule(
    "R305",
    "cited-not-named",
    "error",
    "`{report}` does not name this record in `to` of claim {claim}",
    "a reader follows a claim in both directions: from the item to the record and back",
    "claims: [s1.1]\n",
    "s1.1: {kind: event, gist: a depot was struck, to: [syb-4k7m2xq]}\n",
)
OPINION_AS_FACT = Rule(
    "R306",
    "opinion-as-fact",
    "error",
    "claim {claim} is {kind}, so it cannot carry an incident",
    "an article's own reading or circumstances are no report of an event",
    "s1.3: {kind: analysis, gist: tension rises, to: [syb-4k7m2xq]}\n",
    "s1.3: {kind: analysis, gist: tension rises}\n",
)
SENTENCE_MISSING = Rule(
    "R307",
    "sentence-missing",
    "error",
    "{number} of {total} sentences have no claim: {places}",
    "a ledger that counts its paragraphs promises that nothing of the item was left out",
    "paragraphs: [2]\nclaims: {s1.1: {kind: event, gist: …, disposition: too-vague}}\n",
    "paragraphs: [1]\nclaims: {s1.1: {kind: event, gist: …, disposition: too-vague}}\n",
)

LEDGER_RULES = (
    EVENT_UNPLACED,
    UNKNOWN_TO,
    NOT_CITED_BACK,
    UNKNOWN_CLAIM,
    CITED_NOT_NAMED,
    OPINION_AS_FACT,
    SENTENCE_MISSING,
)

Citing = dict[tuple[str, str], list[tuple[str, str, Loc]]]
"""Which records cite a claim of a report: by report key and claim id, the kind, key and place of each."""


def check_ledgers(checked: Checked) -> Iterator[Finding]:
    """Every finding about claims and the records that carry them."""
    citing = _citing(checked)
    for key, report in checked.records.reports.items():
        for claim_id, claim in report.claims.items():
            yield from _claim(checked, report, claim_id, claim, citing)
        yield from _sentences(checked, key, report)
    for (report_key, claim_id), places in citing.items():
        cited = checked.records.reports.get(report_key)
        if cited is not None:
            yield from _cited(checked, cited, claim_id, places)


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


def _claim(checked: Checked, report: Report, claim_id: str, claim: Claim, citing: Citing) -> Iterator[Finding]:
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
            continue
        if not any(key == target and kind in kinds for kind, key, _ in citing.get((report.key, claim_id), [])):
            yield checked.finding(
                NOT_CITED_BACK,
                "report",
                report.key,
                place,
                claim=claim_id,
                key=target,
                help=f"add {claim_id} to `claims` where `{target}` cites `{report.key}`",
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
        elif key not in claim.to:
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


def _sentences(checked: Checked, key: str, report: Report) -> Iterator[Finding]:
    wanted = [f"s{n}.{m}" for n, count in enumerate(report.paragraphs, 1) for m in range(1, count + 1)]
    held = {claim_id.rstrip("abcdefghijklmnopqrstuvwxyz") for claim_id in report.claims}
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
