"""The YAML project's own cases: read as every YAML reader does, or refused with a reason."""

import json
from pathlib import Path

import pytest
import yaml

from generator.reading.scalars import typed
from generator.reading.strict_yaml import Parser, read_yaml

CASES = json.loads((Path(__file__).parent.parent / "corpora/yaml-test-suite/cases.json").read_text("utf-8"))
VALID = [case for case in CASES if not case["fails"]]
INVALID = [case for case in CASES if case["fails"]]

# Invalid YAML that the parser takes with the meaning a reader would give it.
LENIENT = {"9C9N:0", "DK95:1", "QB6E:0", "S98Z:0", "SU5Z:0", "X4QW:0"}


class Untyped(Parser):
    """The parser's own tree, with every scalar as text."""


def told_type(value):
    """The tree with our typing undone: what was written, as text."""
    if isinstance(value, dict):
        return {key: told_type(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [told_type(inner) for inner in value]
    return value if isinstance(value, str) else json.dumps(value)


def number_as_typed(value):
    """The oracle's tree, each text through the typing of a plain scalar and back."""
    if isinstance(value, dict):
        return {key: number_as_typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [number_as_typed(inner) for inner in value]
    ours = typed(value)
    return value if ours is None or isinstance(ours, str) else json.dumps(ours)


@pytest.mark.parametrize("case", VALID, ids=lambda case: case["case"])
def test_a_valid_case_is_read_alike_or_refused(case):
    """A value is never another one than YAML's: it is the same, or the file is refused."""
    document = read_yaml(case["yaml"], path="x.yml")
    if document.broken:
        return
    assert told_type(document.value) == number_as_typed(yaml.load(case["yaml"], Loader=Untyped))


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case["case"])
def test_an_invalid_case_is_refused(case):
    """What is no YAML is an error, but for the few cases listed."""
    assert read_yaml(case["yaml"], path="x.yml").broken is (case["case"] not in LENIENT)


def test_most_cases_that_are_plain_mappings_are_read():
    """The strictness leaves ordinary YAML alone: this many cases are taken without a finding."""
    read = sum(not read_yaml(case["yaml"], path="x.yml").broken for case in VALID)
    assert read == 66
