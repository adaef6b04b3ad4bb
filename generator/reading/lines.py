"""Single lines of files that were read, for showing a finding at its place."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from generator.reading.file_bytes import read_safely


def line_reader(root: Path) -> Callable[[str, int], str | None]:
    """A function that gives line `number` (from 1) of the file `path` below `root`, or None where there is none.

    Bytes that are no UTF-8 show as replacement signs; each file is read once, up to the reader's cap.
    """

    @cache
    def lines(path: str) -> Sequence[str]:
        data, refusal = read_safely(root / path, path=path)
        text = "" if refusal else data.decode("utf-8", "replace").removeprefix("\ufeff")
        return text.split("\n") if text else ()

    def line_of(path: str, number: int) -> str | None:
        found = lines(path)
        return found[number - 1].removesuffix("\r") if 0 < number <= len(found) else None

    return line_of
