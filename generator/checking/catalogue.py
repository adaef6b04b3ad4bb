"""Every rule of the archive, for the rules page and `archive explain`."""

from generator.checking.chronology import CHRONOLOGY_RULES
from generator.checking.circles import CIRCLE_RULES
from generator.checking.citations import CITATION_RULES
from generator.checking.coordinates import COORDINATE_RULES
from generator.checking.duplicates import DUPLICATE_RULES
from generator.checking.future import FUTURE_RULES
from generator.checking.history_rules import HISTORY_RULES
from generator.checking.identities import IDENTITY_RULES
from generator.checking.ledger_rules import LEDGER_RULES
from generator.checking.names import NAME_RULES
from generator.checking.near_duplicates import NEAR_DUPLICATE_RULES
from generator.checking.policy import POLICY_RULES
from generator.checking.private_data import PRIVATE_DATA_RULES
from generator.checking.references import REFERENCE_RULES
from generator.checking.repeats import REPEAT_RULES
from generator.checking.safety import SAFETY_RULES
from generator.checking.schema_rules import SCHEMA_RULES
from generator.checking.statement_places import STATEMENT_PLACE_RULES
from generator.checking.style import STYLE_RULES
from generator.checking.titles import TITLE_RULES
from generator.checking.waivers import WAIVER_RULES
from generator.checking.web_links import LINK_RULES, PROVENANCE_RULES
from generator.reading.finding import Rule
from generator.reading.rules import RULES as READING_RULES

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *READING_RULES,
            *SCHEMA_RULES,
            *REFERENCE_RULES,
            *IDENTITY_RULES,
            *CITATION_RULES,
            *STATEMENT_PLACE_RULES,
            *LEDGER_RULES,
            *CHRONOLOGY_RULES,
            *FUTURE_RULES,
            *POLICY_RULES,
            *SAFETY_RULES,
            *PRIVATE_DATA_RULES,
            *LINK_RULES,
            *PROVENANCE_RULES,
            *COORDINATE_RULES,
            *STYLE_RULES,
            *TITLE_RULES,
            *WAIVER_RULES,
            *DUPLICATE_RULES,
            *NEAR_DUPLICATE_RULES,
            *HISTORY_RULES,
            *CIRCLE_RULES,
            *NAME_RULES,
            *REPEAT_RULES,
        ),
        key=lambda rule: rule.code,
    )
)

CODES = frozenset(rule.code for rule in RULES)

FAMILIES = {
    "Y": "Text and YAML",
    "S": "Schema",
    "R": "References and ledgers",
    "P": "Editorial policy",
    "X": "Safety",
    "D": "Duplicates",
    "T": "Style",
    "A": "Provenance",
    "H": "History (held against what is published)",
}
"""What the first letter of a code stands for."""


def rule_of(code: str) -> Rule | None:
    """The rule with a code, or None."""
    return next((rule for rule in RULES if rule.code == code.upper()), None)
