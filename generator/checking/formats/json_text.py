"""Findings for programs: one JSON document with every field of every finding."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from generator.checking.formats.concise import counted
from generator.reading.finding import Finding

VERSION = 1
"""Raised when a field changes its meaning or goes; a further field does not raise it."""


_SPAN: dict[str, Any] = {
    "type": "object",
    "properties": {name: {"type": "integer", "minimum": 1} for name in ("line", "column", "end_line", "end_column")},
    "required": ["line", "column", "end_line", "end_column"],
    "additionalProperties": False,
}
_SPAN_OR_NULL: dict[str, Any] = {"anyOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]}
_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}


def _object(**properties: Any) -> dict[str, Any]:
    """An object that has all of these; a later version may add others."""
    return {"type": "object", "properties": properties, "required": list(properties)}


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Findings of `archive check --format json`",
    "description": "Lines and columns are 1-based, columns count code points, ends are exclusive.",
    **_object(
        version={"const": VERSION},
        findings={"type": "array", "items": {"$ref": "#/$defs/finding"}},
        summary=_object(files=_COUNT, files_with_findings=_COUNT, errors=_COUNT, warnings=_COUNT, infos=_COUNT),
    ),
    "$defs": {
        "span": _SPAN,
        "finding": _object(
            path={**_TEXT, "description": "Relative to the root of the checkout, with `/`."},
            span={**_SPAN_OR_NULL, "description": "null: the file as a whole."},
            rule={"type": "string", "pattern": "^[A-Z][0-9]{3}$"},
            name=_TEXT,
            level={"enum": ["error", "warning", "info"]},
            message=_TEXT,
            label=_TEXT,
            help=_TEXT,
            why=_TEXT,
            suggestion={"anyOf": [{"$ref": "#/$defs/suggestion"}, {"type": "null"}]},
            related={"type": "array", "items": _object(path=_TEXT, span=_SPAN_OR_NULL, text=_TEXT)},
        ),
        "suggestion": _object(
            replacement={**_TEXT, "description": "A value or key without quotes; with `verbatim` the file's text."},
            safety={"enum": ["safe", "unsafe"], "description": "safe: cannot change what the author meant."},
            span={**_SPAN_OR_NULL, "description": "What it takes the place of; null: the finding's span."},
            verbatim={"type": "boolean"},
            also={"type": "array", "items": _object(span={"$ref": "#/$defs/span"}, text=_TEXT)},
            rewrite={"enum": ["line-ends", "byte-order-mark", None]},
        ),
    },
}
"""The form of version 1 as JSON Schema 2020-12."""


def json_text(findings: Sequence[Finding], files: int) -> str:
    """The findings and their summary as JSON (RFC 8259), ASCII only, ended by a line feed.

    Lines and columns are 1-based, columns count code points and ends are exclusive, as in `Span`.
    """
    counts = counted(findings)
    document = {
        "version": VERSION,
        "findings": [asdict(finding) for finding in findings],
        "summary": {
            "files": files,
            "files_with_findings": len({finding.path for finding in findings}),
            "errors": counts["error"],
            "warnings": counts["warning"],
            "infos": counts["info"],
        },
    }
    # GitHub's runner obeys `##[command]` anywhere in a log; the escape reads as the same text.
    return json.dumps(document, indent=2).replace("##[", "##\\u005b") + "\n"
