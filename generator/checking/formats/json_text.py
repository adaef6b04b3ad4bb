"""Findings for programs: one JSON document with every field of every finding."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from generator.checking.formats.concise import counted
from generator.reading.finding import Finding

VERSION = 1
"""Raised when a field changes its meaning or goes; a further field does not raise it."""


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
