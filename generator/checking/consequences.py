"""Findings that only follow from another one, and so are not made beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.checking.duplicates.events import SAME_EVENT
from generator.checking.duplicates.items import SAME_ITEM
from generator.checking.policy.chronology import AFTER_REPORT, OTHER_REPORT_DATE
from generator.checking.policy.future import FUTURE
from generator.checking.references.keys import UNKNOWN_REFERENCE
from generator.checking.safety.markup import SAFETY_RULES
from generator.checking.safety.private_data import PRIVATE_DATA_RULES
from generator.checking.safety.web_links import LINK_RULES
from generator.checking.schema.rules import ID_FORM
from generator.reading import text_rules
from generator.reading.finding import Finding, Span
from generator.reading.syntax_rules import MISSING_SPACE
from generator.reading.yaml_rules import HIDDEN_ESCAPE, NULL, SMART_QUOTES, TRUTHLIKE

_ABOUT_TEXT = frozenset(rule.code for rule in (*SAFETY_RULES, *PRIVATE_DATA_RULES, *LINK_RULES, TRUTHLIKE))
_HOW_IT_IS_WRITTEN = frozenset(
    rule.code
    for rule in (
        NULL,
        HIDDEN_ESCAPE,
        MISSING_SPACE,
        SMART_QUOTES,
        text_rules.CONTROL_SIGN,
        text_rules.REORDERING_SIGN,
        text_rules.INVISIBLE_SIGN,
        text_rules.LINE_SEPARATOR,
        text_rules.NO_CHARACTER,
        text_rules.LONE_CARRIAGE_RETURN,
        text_rules.LOOK_ALIKE,
    )
)
"""Findings about how a key or a value is written, which say what is to be done before anyone can ask what it means."""
_WHAT_IT_MEANS = "SRT"
_TOO_LATE = frozenset((AFTER_REPORT.code, OTHER_REPORT_DATE.code))

_RANK = {"error": 0, "warning": 1, "info": 2}


def without_consequences(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that another at the same place explains.

    A date in the future is also later than its report. Two records of one event may well cite one
    item. What is written wrongly is also no word of the schema, no key and no fit title; the finding
    about the writing stays, as grave as the gravest that it explains. A value refused as a whole needs
    no second finding about what stands in it.
    """
    dates = _Places(findings, lambda finding: finding.rule == FUTURE.code)
    ids = _Places(findings, lambda finding: finding.rule == ID_FORM.code)
    twice = {_pair(finding) for finding in findings if finding.rule == SAME_EVENT.code}
    left = [
        finding
        for finding in findings
        if not (finding.rule in _TOO_LATE and dates.at(finding))
        # An id has an alphabet of its own, of which its finding knows more.
        and not (finding.rule == text_rules.LOOK_ALIKE.code and ids.at(finding))
        and not (finding.rule == SAME_ITEM.code and _pair(finding) in twice)
    ]
    left = _as_written(left)
    refused = _Places(left, _refuses)
    return [finding for finding in left if finding.rule not in _ABOUT_TEXT or not refused.at(finding)]


def _as_written(findings: Sequence[Finding]) -> list[Finding]:
    """The findings about the writing of a place, in place of those about what is meant there."""
    written = _Places(findings, lambda finding: finding.rule in _HOW_IT_IS_WRITTEN)
    left: list[Finding] = []
    explained: dict[int, Finding] = {}
    for finding in findings:
        causes = written.at(finding) if finding.rule[0] in _WHAT_IT_MEANS else ()
        for cause in causes:
            gravest = explained.get(id(cause), cause)
            if _RANK[finding.level] < _RANK[gravest.level]:
                explained[id(cause)] = replace(cause, level=finding.level)
        if not causes:
            left.append(finding)
    return [explained.get(id(finding), finding) for finding in left]


def _pair(finding: Finding) -> frozenset[str]:
    """The files of the two records that a finding is about."""
    return frozenset((finding.path, *(related.path for related in finding.related[:1])))


def _refuses(finding: Finding) -> bool:
    return finding.level == "error" and (finding.rule[0] in "YS" or finding.rule == UNKNOWN_REFERENCE.code)


class _Places:
    """Findings of some kind by the line that they begin in."""

    def __init__(self, findings: Iterable[Finding], wanted: Callable[[Finding], bool]) -> None:
        self._by_line: dict[tuple[str, int], list[Finding]] = {}
        for finding in findings:
            if finding.span and wanted(finding):
                self._by_line.setdefault((finding.path, finding.span.line), []).append(finding)

    def at(self, finding: Finding) -> tuple[Finding, ...]:
        """Those that share a beginning with a finding; none is at a whole file."""
        span = finding.span
        if span is None or not self._by_line:
            return ()
        return tuple(
            other
            for other in self._by_line.get((finding.path, span.line), ())
            if other.span is not None and other is not finding and _overlap(span, other.span)
        )


def _overlap(one: Span, other: Span) -> bool:
    """Whether a span of one line shares a beginning with another of that line."""
    return one.column <= other.column < one.end_column or other.column <= one.column < other.end_column
