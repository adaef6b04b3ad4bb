"""Editorial policy: no status above what the sources support, no attribution without its basis."""

import re
from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.references.citations import behind_itself
from generator.checking.references.named import named_in
from generator.checking.schema.words import keys_of
from generator.checking.similarity import nearest
from generator.model.account import BASES, UNKNOWN_ACTOR
from generator.model.attribution import ceiling_of, lines_of, said_to_attack, speaks_for
from generator.model.contradiction import competes
from generator.model.incident import Incident
from generator.model.location import Location
from generator.model.status import exceeds, meaning_of
from generator.reading.finding import Finding, Rule, Suggestion, quoted

ABOVE_CEILING = Rule(
    "P411",
    "status-above-ceiling",
    "error",
    "`{status}` is more than the reports support: at most `{ceiling}`, {because}",
    "ten outlets that repeat one statement are one source; a status must not say more than the origins do",
    "status: confirmed\n",
    "status: single-source\n",
)
CONTESTED_WITHOUT_CONFLICT = Rule(
    "P412",
    "contested-without-conflict",
    "error",
    "`contested` needs a report that denies or corrects it, or accounts that differ",
    "a reader must be able to see who says what against whom",
    "status: contested\n",
    "status: contested\nreports: [{report: an-item, stance: denies}]\n",
)
STATUS_BASIS = Rule(
    "P413",
    "status-basis",
    "error",
    "`{status}` needs a `status_basis`",
    "outside the ladder a status is the editors' judgement, and a judgement gives its reason",
    "status: contested\n",
    "status: contested\nstatus_basis: the group claims a hit, a US official denies one\n",
)
DISCOUNTED_WITHOUT_REPORT = Rule(
    "P414",
    "discounted-without-report",
    "error",
    "`discounted` needs a report that denies or corrects it",
    "that something did not happen must be reported like that it did",
    "status: discounted\n",
    "status: discounted\nreports: [{report: an-item, stance: denies}]\n",
)
ATTACKER_BASIS = Rule(
    "P415",
    "attacker-basis",
    "error",
    "the attacker `{actor}` needs a `basis`",
    "who did it is the gravest thing a record says; it must say on whose word",
    "actors: [{actor: us-armed-forces, role: attacker}]\n",
    "actors: [{actor: us-armed-forces, role: attacker, basis: acknowledged-by-actor}]\n",
)
CREDIBILITY = Rule(
    "P416",
    "credibility-one",
    "error",
    "credibility 1 means confirmed by other sources, but there is one line of origin",
    "the Admiralty code's first grade needs a second, independent source",
    "credibility: 1\n",
    "credibility: 2\n",
)
TOO_FINE = Rule(
    "P417",
    "coordinates-too-fine",
    "error",
    "`{axis}` has {found} decimals; this archive allows at most {allowed}",
    "a position finer than the archive's limit can put people at risk and says more than is known",
    "coordinates: {lat: 35.33412, lon: 40.3, basis: map}\n",
    "coordinates: {lat: 35.33, lon: 40.3, basis: map}\n",
)
CORRECTED_FIELD = Rule(
    "P418",
    "corrected-field",
    "error",
    "`{field}` is no field of an incident",
    "readers see which field was corrected, and programs follow it",
    "corrections: [{field: dayte, …}]\n",
    "corrections: [{field: date, …}]\n",
)

WHOLE_RECORD = "record"
"""Stands for the record as a whole in a correction, as when it is withdrawn."""

POLICY_RULES = (
    ABOVE_CEILING,
    CONTESTED_WITHOUT_CONFLICT,
    STATUS_BASIS,
    DISCOUNTED_WITHOUT_REPORT,
    ATTACKER_BASIS,
    CREDIBILITY,
    TOO_FINE,
    CORRECTED_FIELD,
)


def check_policy(checked: Checked) -> Iterator[Finding]:
    """Every finding about status, attribution and precision."""
    for key, incident in checked.judged_of(Incident):
        if incident.withdrawn is None:
            yield from _status(checked, key, incident)
        for number, part in enumerate(incident.actors):
            if part.role == "attacker" and part.basis is None:
                yield checked.finding(
                    ATTACKER_BASIS,
                    "incident",
                    key,
                    ("actors", number),
                    actor=part.actor,
                    help=f"add `basis: …`, one of {', '.join(BASES)}",
                )
        yield from _credibility(checked, key, incident)
        yield from _corrected(checked, key, incident)
    yield from _coordinates(checked)


def _status(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    found = tuple(_status_faults(checked, key, incident))
    # Looked into only where there is something to say: every record would pay for it otherwise.
    if found and not _rests_on_unread(checked, incident) and not _rests_on_itself(checked, incident):
        yield from found


def _status_faults(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    status = incident.status
    ceiling = ceiling_of(incident, checked.records)
    if exceeds(status, ceiling.status):
        yield checked.finding(
            ABOVE_CEILING,
            "incident",
            key,
            ("status",),
            status=status,
            ceiling=ceiling.status,
            because=ceiling.because,
            label=f"at most {ceiling.status}",
            help=f"{_own_claim(checked, incident)}write `status: {ceiling.status}`, or cite the report that supports more. "
            f"{meaning_of(status).label} needs: {meaning_of(status).requires[:1].lower()}{meaning_of(status).requires[1:]}",
            suggestion=Suggestion(ceiling.status, "unsafe"),
        )
    if status in ("contested", "discounted") and incident.status_basis is None:
        yield checked.finding(STATUS_BASIS, "incident", key, ("status",), status=status)
    if status == "contested" and not competes(incident, checked.records):
        yield checked.finding(CONTESTED_WITHOUT_CONFLICT, "incident", key, ("status",))
    if status == "discounted" and not any(citation.stance in ("denies", "corrects") for citation in incident.reports):
        yield checked.finding(DISCOUNTED_WITHOUT_REPORT, "incident", key, ("status",))


def _own_claim(checked: Checked, incident: Incident) -> str:
    """The reason that comes first where a record is called confirmed on the word of those who claim it."""
    claims = any(
        line.asserting and speaks_for(line.root.represents, said_to_attack(incident), checked.records)
        for line in lines_of(incident, checked.records)
    )
    return "a group's own claim confirms nothing: " if incident.status == "confirmed" and claims else ""


def _rests_on_itself(checked: Checked, incident: Incident) -> bool:
    """Whether a chain of it leads back to where it came from, so that nobody can say where it ends."""
    return any(True for citation in incident.reports for _ in behind_itself(citation, checked.records))


def _rests_on_unread(checked: Checked, incident: Incident) -> bool:
    """Whether a report, source or actor it rests on is not there, so that a ceiling would be computed from half of it.

    What is not there has a finding of its own.
    """
    records = checked.records
    known = {"report": records.reports, "source": records.sources, "actor": records.actors}
    named = {(each.kind, each.key) for each in named_in(incident)} - {("actor", UNKNOWN_ACTOR)}
    for kind, key in list(named):
        if kind == "report" and key in records.reports:
            named.add(("source", records.reports[key].source))
    for kind, key in list(named):
        if kind == "source" and key in records.sources and (actor := records.sources[key].represents):
            named.add(("actor", actor))
    return any(kind in known and key not in known[kind] for kind, key in named)


def _credibility(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    lines = sum(line.asserting and line.root.identified for line in lines_of(incident, checked.records))
    for number, citation in enumerate(incident.reports):
        if citation.credibility == 1 and lines < 2:
            yield checked.finding(CREDIBILITY, "incident", key, ("reports", number, "credibility"))


def _corrected(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    fields = [*keys_of(Incident), "body", "narrative", WHOLE_RECORD]
    for number, correction in enumerate(incident.corrections):
        field = re.split(r"[.\[ ]", correction.field)[0]
        if field not in fields:
            meant = nearest(field, fields)
            yield checked.finding(
                CORRECTED_FIELD,
                "incident",
                key,
                ("corrections", number, "field"),
                field=quoted(correction.field),
                help=f"there is a similar one: `{meant}`" if meant else f"the fields are: {', '.join(fields)}",
                suggestion=Suggestion(meant, "unsafe") if meant else None,
            )


def _coordinates(checked: Checked) -> Iterator[Finding]:
    settings = checked.records.settings
    allowed = settings.coordinate_decimals if settings else 2
    for key, location in checked.judged_of(Location):
        if location.coordinates is None:
            continue
        for axis in ("lat", "lon"):
            loc = ("coordinates", axis)
            written = checked.raw["location", key].positions.raw(loc) or ""
            decimals = len(written.partition(".")[2])
            if decimals > allowed:
                value = getattr(location.coordinates, axis)
                yield checked.finding(
                    TOO_FINE,
                    "location",
                    key,
                    loc,
                    axis=axis,
                    found=decimals,
                    allowed=allowed,
                    help=f"write {value:.{allowed}f}",
                    suggestion=Suggestion(f"{value:.{allowed}f}", verbatim=True),
                )
