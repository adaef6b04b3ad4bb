"""The catalogue of the reader's rules."""

import re

import pytest

from generator.reading.record_file import read_record
from generator.reading.rules import RULES
from generator.reading.strict_yaml import read_yaml

TEXT_RULES = [rule for rule in RULES if rule.code < "Y2"]
FENCE_RULES = [rule for rule in RULES if "Y301" <= rule.code <= "Y304"]


def test_codes_and_names_are_unique_and_in_order():
    """A code and a name mean one rule."""
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule):
    """A rule has a message of one line, a reason, and an example of both kinds."""
    assert re.fullmatch(r"Y[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.message
    assert "\n" not in rule.message
    assert rule.why
    assert rule.good
    assert "{" not in rule.summary.replace("`{`", "")


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_yaml_rule(rule):
    """The bad example breaks the rule and no other; the good one breaks none."""
    bad = read_yaml(rule.bad, path="x.yml").findings
    assert {finding.rule for finding in bad} == {rule.code}
    assert read_yaml(rule.good, path="x.yml").findings == ()


@pytest.mark.parametrize("rule", FENCE_RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_fence_rule(rule):
    """The bad example breaks the rule and no other; the good one breaks none."""
    _, bad = read_record(rule.bad.encode(), path="x.md", kind="incident")
    _, good = read_record(rule.good.encode(), path="x.md", kind="incident")
    assert ([finding.rule for finding in bad], good) == ([rule.code], ())
