"""Rules of duplicates: one item is told once."""

from collections.abc import Callable

import pytest
from invented_archive import GAZETTE, INLINE, ITEM, ITEM_TEXT, SECOND, SECOND_TEXT, STRIKE, Changes, Found, Row

TWICE: Found = ("D604", STRIKE, 11, 10, "this item is cited above already: cite it once")

ROWS: list[Row] = [
    (
        "An item that two records cite is a warning at the second.",
        {SECOND: SECOND_TEXT.replace("org/second", "org/strike#top")},
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
    (
        "An item is cited once in a record.",
        {
            STRIKE: [(INLINE, INLINE + "  - url: http://www.example.org/strike#top\n    source: gazette\n")],
            **GAZETTE,
        },
        TWICE,
    ),
    (
        "An item is cited once in a record, whatever it says.",
        {STRIKE: [(INLINE, INLINE + INLINE + "    stance: mentions\n")]},
        TWICE,
    ),
    (
        "Two statements of one item know the same of it.",
        {
            STRIKE: [(INLINE, f"{INLINE}    ref: a\n{INLINE.replace('observatory', 'gazette')}    ref: b\n")],
            **GAZETTE,
        },
        ("D604", STRIKE, 12, 10, "this item is cited above already: cite it once"),
    ),
    (
        "An item that a record cites by its file is not given there again.",
        {
            STRIKE: [(INLINE, "  - report: item\n  - url: https://example.org/item\n    source: observatory\n")],
            ITEM: ITEM_TEXT,
        },
        ("D604", STRIKE, 10, 10, "this item is cited above already: cite it once"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_duplicates(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        {STRIKE: [(INLINE, f"{INLINE}    ref: a\n{INLINE}    ref: b\n    stance: mentions\n")]},
        {
            STRIKE: [(INLINE, "  - report: item\n    ref: a\n  - report: item\n    ref: b\n    stance: mentions\n")],
            ITEM: ITEM_TEXT,
        },
    ],
    ids=["given here", "with a file"],
)
def test_two_statements_of_one_item(changes: Changes, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Two statements of one item are two citations of it, each with a ref."""
    assert findings_of(changes) == []
