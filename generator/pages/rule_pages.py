"""The rules of the check: one page for all, one for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.checking.catalogue import FAMILIES, RULES
from generator.pages.addresses import RULES as RULES_ADDRESS
from generator.pages.addresses import Link, address_of
from generator.pages.incident_row import IncidentRow, Rows
from generator.pages.marked_text import Piece, marked
from generator.pages.page import Page
from generator.reading.finding import Rule

LEVELS = {
    "error": "An error: nothing is published until it is mended.",
    "warning": "A warning: the record can be published; the editors look at it first.",
    "info": "A hint: nothing needs to be done.",
}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in the list of all."""

    code: Link
    name: str
    level: str
    summary: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """All rules by family: letter, what it stands for, rules."""

    families: tuple[tuple[str, str, tuple[RuleLine, ...]], ...]
    levels: tuple[tuple[str, str], ...]
    number: int


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule: what it says, why, an example it refuses and one it accepts."""

    code: str
    name: str
    level: str
    level_meaning: str
    family: str
    family_address: str
    summary: tuple[Piece, ...]
    why: tuple[Piece, ...]
    bad: str
    good: str
    waived: tuple[tuple[IncidentRow, str], ...]
    """Incidents whose editors let it stand, each with the reason."""
    previous: Link | None
    following: Link | None


def rule_pages(archive: Archive, rows: Rows) -> tuple[Page, ...]:
    """The page `/rules/` and a page for every rule."""
    waived = _waived(archive, rows)
    return (_all_rules(), *(_rule(number, waived.get(rule.code, ())) for number, rule in enumerate(RULES)))


def _all_rules() -> Page:
    families = tuple(
        (letter, words, tuple(_line(rule) for rule in RULES if rule.code[0] == letter))
        for letter, words in FAMILIES.items()
    )
    view = RulesView(tuple(family for family in families if family[2]), tuple(LEVELS.items()), len(RULES))
    return Page(
        RULES_ADDRESS,
        "Rules of the check",
        f"The {len(RULES)} rules every record is checked against, and why.",
        "rules.html.j2",
        view,
        section=RULES_ADDRESS,
        translated=False,
    )


def _line(rule: Rule) -> RuleLine:
    return RuleLine(_link(rule), rule.name.replace("-", " "), rule.level, _summary(rule))


def _summary(rule: Rule) -> tuple[Piece, ...]:
    """Its message; a gap that is filled in with what was typed is not itself something typed."""
    return marked(rule.summary.replace("`…`", "…"))


def _sentence(text: str) -> str:
    """A reason as a sentence of its own; one that begins with something typed keeps its letters."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '…')) else '.'}"


def _link(rule: Rule) -> Link:
    return Link(rule.code, address_of("rule", rule.code))


def _waived(archive: Archive, rows: Rows) -> Mapping[str, tuple[tuple[IncidentRow, str], ...]]:
    waived: dict[str, tuple[tuple[IncidentRow, str], ...]] = {}
    for key in archive.timeline.ordered:
        for waiver in archive.incidents[key].incident.waive:
            waived[waiver.rule] = (*waived.get(waiver.rule, ()), (rows[key], waiver.reason))
    return waived


def _rule(number: int, waived: tuple[tuple[IncidentRow, str], ...]) -> Page:
    rule = RULES[number]
    view = RuleView(
        rule.code,
        rule.name.replace("-", " "),
        rule.level,
        LEVELS[rule.level],
        FAMILIES.get(rule.code[0], ""),
        f"{RULES_ADDRESS}#family-{rule.code[0].lower()}",
        _summary(rule),
        marked(_sentence(rule.why)),
        rule.bad,
        rule.good,
        waived,
        _link(RULES[number - 1]) if number else None,
        _link(RULES[number + 1]) if number + 1 < len(RULES) else None,
    )
    return Page(
        address_of("rule", rule.code),
        f"{rule.code}: {view.name}",
        f"{rule.code}, a rule of the check: {rule.summary}.".replace("`", ""),
        "rule.html.j2",
        view,
        section=RULES_ADDRESS,
        translated=False,
    )
