"""One line a finding, for editors and quick looks, and the one line that sums a check up."""

from collections.abc import Iterable, Sequence

from generator.checking.formats.terminal_text import fit
from generator.reading.finding import Finding, Span

_MANY = {"error": "errors", "warning": "warnings", "info": "infos"}


def place(path: str, span: Span | None) -> str:
    """A place as editors and terminals make it a link: `path:line:column`."""
    return fit(path) if span is None else f"{fit(path)}:{span.line}:{span.column}"


def concise(findings: Iterable[Finding]) -> str:
    """`path:line:column: level CODE name: message`, a line each; empty without findings."""
    return "".join(
        f"{place(finding.path, finding.span)}: {finding.level} {finding.rule} {finding.name}: {fit(finding.message)}\n"
        for finding in findings
    )


def counted(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each level, the gravest first."""
    levels = [finding.level for finding in findings]
    return {level: levels.count(level) for level in ("error", "warning", "info")}


def in_words(counts: dict[str, int], *, more: bool = False) -> str:
    """Counts as a person says them: `2 errors and 1 warning`."""
    words = [
        f"{count:,}{' more' if more else ''} {level if count == 1 else _MANY[level]}"
        for level, count in counts.items()
        if count
    ]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def summary(findings: Sequence[Finding], files: int) -> str:
    """What a check of so many files found: `2 errors and 1 warning in 2 of 57 files`."""
    named = len({finding.path for finding in findings})
    total = max(files, named)
    of = f"{total:,} {'file' if total == 1 else 'files'}"
    if not findings:
        return f"{of}, nothing to mend"
    return f"{in_words(counted(findings))} in {named:,} of {of}"
