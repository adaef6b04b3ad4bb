"""Waivers: warnings that the curators let stand, each with its reason and shown to readers."""

from collections.abc import Container, Iterator

from generator.checking.checked import Checked
from generator.model.incident import Incident
from generator.reading.finding import Finding, Rule, Suggestion

UNUSED_WAIVER = Rule(
    "P420",
    "unused-waiver",
    "warning",
    "the waiver of {rule} waives nothing here",
    "a waiver left behind would hide the next finding of that rule",
    "waive: [{rule: R209, reason: the outlet has closed}]\n",
    "waive: []\n",
)
UNKNOWN_RULE = Rule(
    "P419",
    "unknown-rule",
    "error",
    "there is no rule {rule} to waive",
    "a waiver is shown to readers with the rule it names",
    "waive: [{rule: Z999, reason: the outlet has closed}]\n",
    "waive: [{rule: R209, reason: the outlet has closed}]\n",
)

WAIVER_RULES = (UNUSED_WAIVER, UNKNOWN_RULE)


def without_waived(checked: Checked, findings: list[Finding], codes: Container[str]) -> Iterator[Finding]:
    """The findings without the warnings that their record waives, and what is wrong with waivers.

    `codes` holds the codes of all rules; errors cannot be waived.
    """
    waived: dict[tuple[str, str], tuple[str, int]] = {}
    for key, incident in checked.judged_of(Incident):
        path = checked.raw["incident", key].path
        for number, waiver in enumerate(incident.waive):
            if waiver.rule in codes:
                waived[path, waiver.rule] = (key, number)
            else:
                yield checked.finding(UNKNOWN_RULE, "incident", key, ("waive", number, "rule"), rule=waiver.rule)
    used = set()
    for finding in findings:
        if finding.level != "error" and (finding.path, finding.rule) in waived:
            used.add((finding.path, finding.rule))
        else:
            yield finding
    for place, (key, number) in waived.items():
        if place not in used:
            span = checked.raw["incident", key].positions.item_span(("waive", number))
            yield checked.finding(
                UNUSED_WAIVER,
                "incident",
                key,
                ("waive", number, "rule"),
                rule=place[1],
                help="take it out",
                suggestion=Suggestion("", "unsafe", span, verbatim=True) if span else None,
            )
