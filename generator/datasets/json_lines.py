"""All incidents as JSON Lines: one document a line, to be read one at a time."""

from collections.abc import Iterable


def json_lines(lines: Iterable[bytes]) -> bytes:
    """`lines` are the incidents' documents, each on one line (`one_line`)."""
    return b"".join(line + b"\n" for line in lines)
