"""What a check says of an archive, without its records: the findings and the files; and as a text to keep."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from generator.reading.finding import Edit, Finding, Related, Span, Suggestion


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that is printed of a check."""

    findings: tuple[Finding, ...]
    """Every finding, in the one order in which they are listed."""
    files: tuple[str, ...]
    """The paths of all files that were checked, sorted."""


def outcome_text(outcome: Outcome) -> str | None:
    """The outcome as JSON (RFC 8259) in ASCII; None where it would not come back as it is."""
    document = {"findings": [asdict(finding) for finding in outcome.findings], "files": outcome.files}
    text = json.dumps(document, separators=(",", ":"))
    return text if outcome_of_text(text) == outcome else None


def outcome_of_text(text: str) -> Outcome | None:
    """The outcome that `outcome_text` wrote; None where the text is not one of its making."""
    try:
        document = json.loads(text)
        return Outcome(tuple(map(_finding, document["findings"])), tuple(map(str, document["files"])))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None


def _finding(fields: dict[str, Any]) -> Finding:
    suggestion = fields.pop("suggestion")
    return Finding(
        **fields
        | {
            "span": _span(fields["span"]),
            "suggestion": _suggestion(suggestion) if suggestion is not None else None,
            "related": tuple(Related(**place | {"span": _span(place["span"])}) for place in fields["related"]),
        }
    )


def _suggestion(fields: dict[str, Any]) -> Suggestion:
    also = tuple(Edit(**edit | {"span": Span(**edit["span"])}) for edit in fields["also"])
    return Suggestion(**fields | {"span": _span(fields["span"]), "also": also})


def _span(fields: dict[str, int] | None) -> Span | None:
    return Span(**fields) if fields is not None else None
