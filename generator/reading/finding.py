"""What a check says about a file: a finding, the place it points at, the rule behind it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe"]
Rewrite = Literal["line-ends", "byte-order-mark"]

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_LONGEST_QUOTATION = 60


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns are 1-based, columns count code points.

    The end is exclusive: `Span(3, 1, 3, 4)` covers the first three characters of line 3.
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file and the text that takes its place, sign for sign; an empty span is an insertion.

    A line's CR counts as its last sign, a byte order mark not at all.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to put in place of a span; `safe` when it cannot change what the author meant.

    Without a span of its own it replaces the span of its finding. `replacement` is a value or a key:
    whoever writes it gives it the quotes that its place needs. With `verbatim` it is the text of the
    file itself. `also` are further edits that belong to it, all or none. With `rewrite` nothing is
    replaced: the whole file gets LF line ends, or loses its byte order mark.
    """

    replacement: str
    safety: Safety = "safe"
    span: Span | None = None
    verbatim: bool = False
    also: tuple[Edit, ...] = ()
    rewrite: Rewrite | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding, such as the first of two equal keys."""

    path: str
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, in the contributor's words, at its place.

    `path` is a posix path relative to the project's root. `span` is None when the
    finding is about the file as a whole. `label` stands beside the caret, `help` is
    the way out, `why` the reason for the rule.
    """

    path: str
    span: Span | None
    rule: str
    name: str
    level: Level
    message: str
    label: str = ""
    help: str = ""
    why: str = ""
    suggestion: Suggestion | None = None
    related: tuple[Related, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key of the one order in which findings are listed."""
        line, column = (self.span.line, self.span.column) if self.span else (0, 0)
        return (self.path, line, column, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as contributors read it; its page and `archive explain` come from here.

    `message` is a one-line template with named gaps (`{key}`). `bad` and `good` are
    whole examples of what the rule refuses and what it asks for.
    """

    code: str
    name: str
    level: Level
    message: str
    why: str
    bad: str
    good: str

    @property
    def summary(self) -> str:
        """The message with its gaps shown as an ellipsis."""
        return _PLACEHOLDER.sub("…", self.message)

    def finding(
        self,
        path: str,
        span: Span | None,
        *,
        label: str = "",
        help: str = "",  # noqa: A002
        suggestion: Suggestion | None = None,
        related: tuple[Related, ...] = (),
        **gaps: object,
    ) -> Finding:
        """A finding of this rule; `gaps` fill the named gaps of its message."""
        return Finding(
            path=path,
            span=span,
            rule=self.code,
            name=self.name,
            level=self.level,
            message=self.message.format(**gaps),
            label=label,
            help=help,
            why=self.why,
            suggestion=suggestion,
            related=related,
        )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without repetitions, by path, line, column, rule and message."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))


def quoted(text: str, limit: int = _LONGEST_QUOTATION) -> str:
    """A stranger's text made fit to stand in a message.

    One line, at most `limit` characters, and no sign that a terminal or a reader's
    eye would take for something else: those show as `U+202E`.
    """
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    if shown.isprintable() and shown.isascii():
        return shown.replace("`", "'")
    return "".join(_shown_sign(sign) for sign in shown).replace("`", "'")


def _shown_sign(sign: str) -> str:
    if sign in "\n\t":
        return " "
    category = unicodedata.category(sign)
    if category[0] == "C" or not sign.isprintable():
        return f"<U+{ord(sign):04X}>"
    return sign
