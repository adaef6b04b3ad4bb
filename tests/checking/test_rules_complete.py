"""No rule without a test of its words and its place."""

import test_rules_coordinates
import test_rules_dates
import test_rules_duplicates
import test_rules_history
import test_rules_joined
import test_rules_ledgers
import test_rules_near_duplicates
import test_rules_policy
import test_rules_private_data
import test_rules_provenance
import test_rules_references
import test_rules_safety
import test_rules_schema
import test_rules_style

from generator.checking.catalogue import FAMILIES, RULES, rule_of
from generator.reading.rules import RULES as READING_RULES

TABLES = (
    test_rules_coordinates,
    test_rules_dates,
    test_rules_duplicates,
    test_rules_history,
    test_rules_joined,
    test_rules_ledgers,
    test_rules_near_duplicates,
    test_rules_policy,
    test_rules_private_data,
    test_rules_provenance,
    test_rules_references,
    test_rules_safety,
    test_rules_schema,
    test_rules_style,
)


def test_every_rule_has_a_row() -> None:
    """Every rule but the reader's own, which are tested with the reader, has a row in a table."""
    tested = {row[2][0] for table in TABLES for row in table.ROWS}
    assert sorted({rule.code for rule in RULES} - {rule.code for rule in READING_RULES}) == sorted(tested)


def test_codes_and_names_are_unique() -> None:
    """A code and a name mean one rule each."""
    codes = [rule.code for rule in RULES]
    names = [rule.name for rule in RULES]
    assert sorted(set(codes)) == sorted(codes)
    assert sorted(set(names)) == sorted(names)


def test_codes_belong_to_families() -> None:
    """The first letter of a code is that of a family."""
    assert sorted({rule.code[0] for rule in RULES}) == sorted(FAMILIES)


def test_rule_of_code() -> None:
    """A rule is found by its code in either case; an unknown code gives none."""
    found = rule_of("p411")
    assert found is not None
    assert found.name == "status-above-ceiling"
    assert rule_of("P999") is None
