"""Findings as a log of the Static Analysis Results Interchange Format (SARIF) 2.1.0, an OASIS standard.

Code hosts and editors show such a log beside the lines. Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from generator.checking.catalogue import rule_of
from generator.checking.formats.full import LineOf
from generator.checking.formats.terminal_text import fit
from generator.checking.formats.way_out import way_out
from generator.reading.finding import Edit, Finding, Span

EditsOf = Callable[[Finding], tuple[Edit, ...]]
"""The edits of a finding's suggestion as they stand in the file; empty where there are none."""

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "SRCROOT"
"""The name of the folder to which all paths are relative: the root of the checkout."""

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_GAP = re.compile(r"\{(\d+)\}")


def sarif(
    findings: Sequence[Finding], line_of: LineOf, *, docs: str | None = None, edits_of: EditsOf | None = None
) -> str:
    """The findings as one SARIF log (RFC 8259 JSON), ASCII only, ended by a line feed.

    `docs` is the address below which each rule has its page. A finding keeps its fingerprint when lines move
    above it. Without `edits_of` no result offers a fix.
    """
    codes = sorted({finding.rule for finding in findings})
    examples = {finding.rule: finding for finding in findings}
    prints = _fingerprints(findings, line_of)
    run = {
        "tool": {"driver": {"name": "archive", "rules": [_rule(examples[code], docs) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The root of the checkout."}}},
        "invocations": [{"executionSuccessful": True}],
        "results": [
            _result(finding, codes.index(finding.rule), fingerprint, edits_of(finding) if edits_of else ())
            for finding, fingerprint in zip(findings, prints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2).replace("##[", "##\\u005b") + "\n"


def _rule(finding: Finding, docs: str | None) -> dict[str, Any]:
    rule = rule_of(finding.rule)
    shown: dict[str, Any] = {
        "id": finding.rule,
        "name": finding.name,
        "shortDescription": {"text": _text(rule.summary if rule else finding.name)},
        "defaultConfiguration": {"level": _LEVELS[rule.level if rule else finding.level]},
    }
    if finding.why:
        shown["fullDescription"] = {"text": _text(finding.why)}
    if rule:
        shown["help"] = {
            "text": f"{rule.why}\n\nRefused:\n{rule.bad}\nRight:\n{rule.good}",
            "markdown": f"{rule.why}\n\nRefused:\n\n{_fenced(rule.bad)}\n\nRight:\n\n{_fenced(rule.good)}",
        }
    if docs:
        shown["helpUri"] = f"{docs.rstrip('/')}/{finding.rule}/"
    return shown


def _fenced(example: str) -> str:
    fence = "```"
    while fence in example:
        fence += "`"
    return f"{fence}\n{example.rstrip()}\n{fence}"


def _result(finding: Finding, rule: int, fingerprint: str, edits: tuple[Edit, ...]) -> dict[str, Any]:
    way = way_out(finding)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.level],
        "message": {"text": _text(finding.message) + (f"\nhelp: {_text(way)}" if way else "")},
        "locations": [{"physicalLocation": _place(finding.path, finding.span)}],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(related.path, related.span),
                "message": {"text": _text(related.text)},
            }
            for number, related in enumerate(finding.related, start=1)
        ]
    if edits and finding.suggestion:
        safe = "Cannot change" if finding.suggestion.safety == "safe" else "May change"
        changes = [
            {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
            for edit in sorted(edits, key=lambda edit: edit.span)
        ]
        result["fixes"] = [
            {
                "description": {"text": f"{safe} what the author meant."},
                "artifactChanges": [{"artifactLocation": _artifact(finding.path), "replacements": changes}],
            }
        ]
    return result


def _place(path: str, span: Span | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if span is not None:
        place["region"] = _region(span)
    return place


def _artifact(path: str) -> dict[str, str]:
    # `./` keeps a name with a colon from being read as a scheme (RFC 3986, 4.2).
    relative = quote(path, safe="/")
    return {"uri": relative if relative[:1] not in ("", "/") else f"./{relative}", "uriBaseId": BASE}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _text(words: str) -> str:
    """Words in which nothing is taken for a link or a gap of a message (SARIF 3.11.5 and 3.11.6)."""
    return _GAP.sub(r"{{\1}}", _LINK.sub(r"\\[", fit(words)))


def _fingerprints(findings: Sequence[Finding], line_of: LineOf) -> list[str]:
    """For each finding what stays the same when lines move: its rule, its line's text, and which of equal ones it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    prints: list[str] = []
    for finding in findings:
        line = (line_of(finding.path, finding.span.line) or "").strip() if finding.span else ""
        same = finding.path, finding.rule, line
        seen[same] += 1
        digest = hashlib.sha256(f"{finding.rule}\0{line}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        prints.append(f"{digest}:{seen[same]}")
    return prints
