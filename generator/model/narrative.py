"""What a narrative may look like, so that turning it into HTML stays quick and certain."""

import re

MOST_BRACKETS = 400
DEEPEST = 6
_INDENT = rf"[ \t]{{{4 * DEEPEST + 4},}}+"
_SIGNS = rf"[ \t]*+(?:(?:>|(?:[-*+]|[0-9]++[.)])(?=[ \t]))[ \t]*+){{{DEEPEST + 1},}}"
# Possessive throughout: with `*` and `+`, six signs and wide gaps would keep the search busy for years.
_DEEP = re.compile(rf"^(?:{_INDENT}|{_SIGNS})\S", re.MULTILINE)
_RUN = re.compile(r"[\[\]!*_`]{24,}")


def tangled(text: str) -> tuple[int, str] | None:
    """Where and why a narrative is too tangled for Markdown, as an offset and a reason; None where it is not.

    Python-Markdown takes seconds for thousands of open brackets and fails on deep nesting.
    """
    run = _RUN.search(text)
    if run is not None:
        return run.start(), "a long run of Markdown signs"
    if text.count("[") > MOST_BRACKETS:
        return text.index("["), f"more than {MOST_BRACKETS} square brackets"
    deep = _DEEP.search(text)
    if deep is not None:
        return deep.start(), f"lists or quotations more than {DEEPEST} levels deep"
    return None
