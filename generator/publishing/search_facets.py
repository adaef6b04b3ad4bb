"""What the search filters and sorts by: a column each, in the order of the index, beside Pagefind's own files.

Pagefind's filters name every record for every value: 250 kB at 10,000 incidents, in an order that
changes from run to run. A column says the same in a tenth of that, and is loaded when it is asked for.
"""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from generator.pages.search_records import SearchRecord

FACETS = ("kind", "status", "year", "type", "location", "source", "root")
"""The filters with a column."""
ORDER = "order"
"""The column by which results are sorted where they are sorted by date."""

_PLANES = (0, 8, 16)
"""Of all numbers the lowest eight bits come first, then the next: alike beside alike is what gzip makes small."""


def column_files(indexed: Sequence[SearchRecord], order: Mapping[str, int]) -> dict[str, tuple[str, bytes]]:
    """For each column its file's name, which follows from its content, and its bytes.

    `indexed` are the records in the order of the index, `order` is what `order_by_date` gives.
    """
    columns = {facet: _filter([record.filters.get(facet, ()) for record in indexed]) for facet in FACETS}
    columns[ORDER] = _packed((), [(order[record.address],) for record in indexed])
    return {
        name: (f"{name}.{hashlib.sha256(content).hexdigest()[:10]}.pf_column", content)
        for name, content in columns.items()
    }


def order_by_date(records: Sequence[SearchRecord]) -> dict[str, int]:
    """For each record, by its address, what it is sorted by: the latest day first, then those without a day as they come."""
    days = {day: at for at, day in enumerate(sorted({record.day for record in records if record.day}, reverse=True))}
    return {
        record.address: days[record.day] if record.day else len(days) + at for at, record in enumerate(records)
    }  # fmt: skip


def _filter(rows: Sequence[tuple[str, ...]]) -> bytes:
    """A column of a filter; its values are numbered from the most frequent one."""
    counts = Counter(value for row in rows for value in row)
    numbers = {value: at for at, value in enumerate(sorted(counts, key=lambda value: (-counts[value], value)))}
    return _packed(tuple(numbers), [tuple(numbers[value] for value in row) for row in rows])


def _packed(values: tuple[str, ...], rows: Sequence[tuple[int, ...]]) -> bytes:
    """A column: the values as a line of JSON, how many numbers each record has, and all numbers."""
    told = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    numbers = _planes(map(len, rows)) + _planes(number for row in rows for number in row)
    return gzip.compress(told + b"\n" + numbers, mtime=0)


def _planes(numbers: Iterable[int]) -> bytes:
    every = tuple(numbers)
    return b"".join(bytes(number >> bits & 0xFF for number in every) for bits in _PLANES)
