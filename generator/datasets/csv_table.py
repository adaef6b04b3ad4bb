"""CSV tables: columns with their meanings, and how a cell is written.

RFC 4180: commas, CRLF, quotes where needed; UTF-8 without a byte order mark, which readers that
follow the RFC would take for part of the first column's name. (A spreadsheet asks for the
encoding when the file is imported rather than opened.) Text that a spreadsheet would run as a
formula gets an apostrophe in front; the JSON files hold it unchanged. Several values in one cell
stand with ` | ` between them. A blank cell means that nothing is stated, never zero.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages.escaping import csv_cell

Row = TypeVar("Row")
Cell = str | int | float | None | Iterable[str]

BETWEEN_VALUES = " | "


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its name, what it means, and its cell of a row."""

    name: str
    meaning: str
    """One sentence for the codebook."""
    cell: Callable[[Row], Cell]
    """Text, a number, several texts, or None where nothing is stated."""


def csv_table(columns: Iterable[Column[Row]], rows: Iterable[Row]) -> bytes:
    """The table with its head, one line for each row."""
    columns = tuple(columns)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([written(column.cell(row)) for column in columns] for row in rows)
    return text.getvalue().encode()


def written(cell: Cell) -> str:
    """A cell as it stands in the file, before quoting."""
    if cell is None:
        return ""
    if isinstance(cell, int | float):
        return str(cell)
    return csv_cell(cell if isinstance(cell, str) else BETWEEN_VALUES.join(cell))
