"""Findings that only follow from another one, and so are not made beside it."""

from collections.abc import Iterable, Iterator, Sequence

from generator.checking.references.keys import UNKNOWN_REFERENCE
from generator.checking.safety.markup import SAFETY_RULES
from generator.checking.safety.private_data import PRIVATE_DATA_RULES
from generator.checking.safety.web_links import LINK_RULES
from generator.reading.finding import Finding, Span
from generator.reading.yaml_rules import TRUTHLIKE

_ABOUT_TEXT = frozenset(rule.code for rule in (*SAFETY_RULES, *PRIVATE_DATA_RULES, *LINK_RULES, TRUTHLIKE))


def without_consequences(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those about the text of a value that is refused as a whole.

    Such a value, be it refused by the reader, by the schema or because nothing has that key, needs
    no second finding about what stands in it.
    """
    refused: dict[tuple[str, int], list[Span]] = {}
    for finding in findings:
        if (
            finding.span
            and finding.level == "error"
            and (finding.rule[0] in "YS" or finding.rule == UNKNOWN_REFERENCE.code)
        ):
            refused.setdefault((finding.path, finding.span.line), []).append(finding.span)
    for finding in findings:
        span = finding.span
        if (
            finding.rule not in _ABOUT_TEXT
            or span is None
            or not _overlaps(span, refused.get((finding.path, span.line), ()))
        ):
            yield finding


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether a span of one line shares a beginning with another of that line."""
    return any(
        span.column <= other.column < span.end_column or other.column <= span.column < other.end_column
        for other in others
    )
