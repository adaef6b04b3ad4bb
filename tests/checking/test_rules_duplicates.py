"""Rules of duplicates: one item is told once."""

from collections.abc import Callable

import pytest
from invented_archive import ITEM, ITEM_TEXT, SECOND, SECOND_TEXT, STRIKE, Changes, Found, Row

ROWS: list[Row] = [
    (
        "An item that two records cite is a warning at the second.",
        {SECOND: SECOND_TEXT.replace("org/second", "org/strike?utm_source=x")},
        ("D601", SECOND, 8, 10, "`syb-4k7m2xq` cites the same item"),
    ),
    (
        "An item that has a file is cited by its key.",
        {ITEM: ITEM_TEXT.replace("/item", "/strike")},
        ("D602", STRIKE, 9, 10, "this item has a file: cite it as `report: item`"),
    ),
    (
        "An item has one file.",
        {
            ITEM: ITEM_TEXT,
            "reports/twin.yml": ITEM_TEXT.replace("https://example", "http://www.example"),
        },
        ("D603", "reports/twin.yml", 2, 6, "the report `item` has the same address"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_duplicates(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]
