"""Every rule of the archive, for the rules page and `archive explain`."""

from generator.checking.duplicates.events import NEAR_DUPLICATE_RULES
from generator.checking.duplicates.items import DUPLICATE_RULES
from generator.checking.history.rules import HISTORY_RULES
from generator.checking.policy.chronology import CHRONOLOGY_RULES
from generator.checking.policy.coordinates import COORDINATE_RULES
from generator.checking.policy.editorial import POLICY_RULES
from generator.checking.policy.future import FUTURE_RULES
from generator.checking.references.circles import CIRCLE_RULES
from generator.checking.references.citations import CITATION_RULES
from generator.checking.references.identities import IDENTITY_RULES
from generator.checking.references.keys import REFERENCE_RULES
from generator.checking.references.ledger_rules import LEDGER_RULES
from generator.checking.references.names import NAME_RULES
from generator.checking.references.statement_places import STATEMENT_PLACE_RULES
from generator.checking.references.translations import TRANSLATION_RULES
from generator.checking.safety.markup import SAFETY_RULES
from generator.checking.safety.private_data import PRIVATE_DATA_RULES
from generator.checking.safety.web_links import LINK_RULES, PROVENANCE_RULES
from generator.checking.schema.repeats import REPEAT_RULES
from generator.checking.schema.rules import SCHEMA_RULES
from generator.checking.style.titles import TITLE_RULES
from generator.checking.style.wording import STYLE_RULES
from generator.checking.waivers import WAIVER_RULES
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
            *TRANSLATION_RULES,
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
