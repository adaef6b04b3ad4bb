"""The catalogue of the reader's rules, in order of code."""

from __future__ import annotations

from generator.reading import file_rules, syntax_rules, text_rules, yaml_rules
from generator.reading.finding import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            value
            for room in (yaml_rules, syntax_rules, text_rules, file_rules)
            for value in vars(room).values()
            if isinstance(value, Rule)
        ),
        key=lambda rule: rule.code,
    )
)
