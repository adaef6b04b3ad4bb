"""YAML as a record needs it: text stays text, every oddity is a finding at its place.

Only plain `true` and `false`, whole numbers without a leading zero and plain decimals
are typed; everything else, dates and times included, stays the text that was written.
Built over the parser's events: its own constructor types dates and numbers, keeps the
last of two equal keys and forgets where things stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import yaml

from generator.reading import yaml_rules
from generator.reading.finding import Finding, in_order
from generator.reading.lean_yaml import lean_value
from generator.reading.odd_spaces import odd_spaces_finding
from generator.reading.positions import Node, Positions
from generator.reading.syntax import syntax_finding
from generator.reading.yaml_builder import Builder

# libyaml's parser where PyYAML was built with it, else the same in Python, slower.
Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_CAUSES = frozenset(rule.code for rule in (yaml_rules.ALIAS, yaml_rules.ANCHOR, yaml_rules.TAG, yaml_rules.SWALLOWED))


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """What a YAML text holds.

    `value` is None when no mapping could be read. Inside it, None stands wherever the
    reader has already reported that a value is missing or refused; later stages stay
    silent there. `broken` says that a finding of level error was made.
    """

    value: dict[str, Any] | None
    positions: Positions
    findings: tuple[Finding, ...]

    @property
    def broken(self) -> bool:
        """Whether something in the text is an error."""
        return any(finding.level == "error" for finding in self.findings)


def read_yaml(text: str, *, path: str, first_line: int = 1) -> YamlDocument:
    """Read one YAML document; never raises, whatever the text.

    `path` and `first_line` say which file the text is from and on which of its lines
    (1-based) it begins; positions and findings are of that file.
    """
    odd = odd_spaces_finding(text, path, first_line)
    if odd is not None:
        # What such a space parts or indents is read as something else: every other finding would be a guess.
        return YamlDocument(None, Positions(partial(_given, None), first_line, text), (odd,))
    value = lean_value(text, Parser)
    if value is not None:
        return YamlDocument(value, Positions(partial(_tree, text), first_line, text), ())
    return read_carefully(text, path=path, first_line=first_line)


def read_carefully(text: str, *, path: str, first_line: int = 1, parser: Any = Parser) -> YamlDocument:
    """The same as `read_yaml` without its short way for texts with nothing to report."""
    builder = Builder(text, path, first_line)
    whole = True
    try:
        builder.read(parser(text))
    except (yaml.YAMLError, UnicodeError) as error:
        whole = False
        found = syntax_finding(text, error, builder.open_marks, path, first_line)
        if not _follows(found, builder.findings):
            builder.findings.append(found)
    value = builder.value if whole and isinstance(builder.value, dict) else None
    positions = Positions(partial(_given, builder.root), first_line, text)
    return YamlDocument(value, positions, _names_joined(in_order(builder.findings)))


def _names_joined(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """One finding for all anchors and aliases of a text: they are one habit, mended together."""
    names = [found for found in findings if found.rule in (yaml_rules.ANCHOR.code, yaml_rules.ALIAS.code)]
    if len(names) < 2:
        return findings
    more = len(names) - 1
    count = "1 more anchor or alias" if more == 1 else f"{more} more anchors and aliases"
    first = replace(names[0], help=f"{names[0].help} {count} in this file: write their values too.")
    return tuple(first if found is names[0] else found for found in findings if found is names[0] or found not in names)


def _tree(text: str) -> Node | None:
    builder = Builder(text, "", 1)
    builder.read(Parser(text))
    return builder.root


def _given(root: Node | None) -> Node | None:
    return root


def _follows(found: Finding, earlier: list[Finding]) -> bool:
    """Whether a syntax finding only repeats what an earlier one says of the same place."""
    return any(
        finding.rule in _CAUSES
        and finding.span is not None
        and found.span is not None
        and 0 <= found.span.line - finding.span.line <= 1
        for finding in earlier
    )
