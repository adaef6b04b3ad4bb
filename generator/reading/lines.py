"""Single lines of files that were read, for showing a finding at its place."""

import re
from collections.abc import Callable
from pathlib import Path

from generator.reading.record_file import read_safely

_LINE_END = re.compile(r"\r\n|\r|\n")


def line_reader(root: Path) -> Callable[[str, int], str | None]:
    """A function that gives line `number` (from 1) of the file `path` below `root`, or None where there is none.

    Bytes that are no UTF-8 show as replacement signs; each file is read once, up to the reader's cap.
    """
    files: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str | None:
        if path not in files:
            data, _ = read_safely(root / path, path=path)
            files[path] = _LINE_END.split(data.decode("utf-8", errors="replace"))
        lines = files[path]
        return lines[number - 1] if 1 <= number <= len(lines) else None

    return line_of
