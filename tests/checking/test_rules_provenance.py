"""Rules of provenance: items at their own addresses, copies of them, and days that fit."""

from collections.abc import Callable

import pytest
from invented_archive import ITEM, ITEM_TEXT, STRIKE, Changes, Found, Row, adding_to_report, in_strike

WAYBACK = "https://web.archive.org/web/20240106120000"


def copied(copy: str) -> Changes:
    """The strike with a copy of its report."""
    return adding_to_report(f"archived: [{copy}]")


ROWS: list[Row] = [
    (
        "An item is cited at its own address.",
        in_strike("https://example.org/strike", f"{WAYBACK}/https://example.org/strike"),
        ("A901", STRIKE, 9, 10, "`url` leads to a copy at web.archive.org; the item's own address belongs there"),
    ),
    (
        "A report's file gives the item's own address.",
        {ITEM: ITEM_TEXT.replace("https://example.org/item", "https://archive.ph/AbCdE")},
        ("A901", ITEM, 2, 6, "`url` leads to a copy at archive.ph; the item's own address belongs there"),
    ),
    (
        "A copy is one of the item.",
        copied(f"{{url: {WAYBACK}/https://example.org/other}}"),
        ("A902", STRIKE, 11, 22, "this is a copy of `https://example.org/other` and not of the item"),
    ),
    (
        "The day of a capture is that of its address.",
        copied(f"{{url: {WAYBACK}/https://example.org/strike, at: 2024-02-06}}"),
        (
            "A903",
            STRIKE,
            11,
            97,
            "`2024-02-06` is given as the day of the capture, but the address of the copy says 2024-01-06",
        ),
    ),
    (
        "An item is read after it appeared.",
        adding_to_report("published: 2024-01-06\n    retrieved: 2024-01-05"),
        ("A904", STRIKE, 12, 16, "the item was read on 2024-01-05, before it was published (2024-01-06)"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_provenance(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        copied(f"{{url: {WAYBACK}/https://example.org/strike, at: 2024-01-06}}"),
        copied(f"{{url: {WAYBACK}/http://www.example.org/strike/?utm_source=x, at: 2024-01}}"),
        copied("{url: https://web.archive.org/web/2024/https://example.org/strike, at: 2024-01-06}"),
        copied("{url: https://archive.ph/AbCdE, at: 2024-01-06}"),
        in_strike("https://example.org/strike", "https://archive.org/details/a-broadcast"),
        adding_to_report("published: 2024-01-06\n    retrieved: 2024-01-06"),
        adding_to_report("published: 2024-01\n    retrieved: 2024-01-05"),
    ],
)
def test_good_provenance(changes: Changes, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Copies of the item, as far as their addresses say of what and when, and items of the archives themselves."""
    assert findings_of(changes) == []
