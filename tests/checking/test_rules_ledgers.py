"""Rules of ledgers: every claim of an item leads to a record and back."""

from collections.abc import Callable

import pytest
from invented_archive import (
    CITED_CLAIM,
    INLINE,
    ITEM,
    ITEM_TEXT,
    LEDGER_TEXT,
    STRIKE,
    Changes,
    Found,
    Row,
)

ROWS: list[Row] = [
    (
        "An event claim reaches a record or says why not.",
        {ITEM: ITEM_TEXT + "claims:\n  s1.1:\n    kind: event\n    gist: a base was struck\n"},
        ("R301", ITEM, 4, 3, "the event claim s1.1 reaches no record and gives no reason"),
    ),
    (
        "A claim leads to a record that exists.",
        {ITEM: LEDGER_TEXT.replace("syb-4k7m2xq", "syb-9p3w6tn")},
        (
            "R302",
            ITEM,
            7,
            10,
            "claim s1.1 names `syb-9p3w6tn`, which is no incident, tally, series or source",
        ),
    ),
    (
        "A record that a claim names cites the claim back.",
        {ITEM: LEDGER_TEXT},
        ("R303", ITEM, 7, 10, "claim s1.1 names `syb-4k7m2xq`, which does not cite it back"),
    ),
    (
        "A cited claim is in the ledger.",
        {STRIKE: [(INLINE, CITED_CLAIM.replace("[s1.1]", "[s1.1, s9.9]"))], ITEM: LEDGER_TEXT},
        ("R304", STRIKE, 10, 20, "the ledger of `item` has no claim s9.9"),
    ),
    (
        "An item without a ledger has no claims to cite.",
        {STRIKE: [(INLINE, CITED_CLAIM)], ITEM: ITEM_TEXT},
        ("R304", STRIKE, 10, 14, "the ledger of `item` has no claim s1.1"),
    ),
    (
        "A claim names every record that cites it.",
        {
            STRIKE: [(INLINE, CITED_CLAIM)],
            ITEM: LEDGER_TEXT.replace("    to: [syb-4k7m2xq]\n", "    disposition: too-vague\n"),
        },
        ("R305", STRIKE, 10, 14, "`item` does not name this record in `to` of claim s1.1"),
    ),
    (
        "An item's own reading carries no incident.",
        {
            STRIKE: [(INLINE, CITED_CLAIM)],
            ITEM: LEDGER_TEXT.replace("kind: event", "kind: analysis"),
        },
        ("R306", ITEM, 7, 10, "claim s1.1 is analysis, so it cannot carry an incident"),
    ),
    (
        "A ledger that counts its sentences has a claim for each.",
        {
            STRIKE: [(INLINE, CITED_CLAIM)],
            ITEM: LEDGER_TEXT.replace("claims:\n", "paragraphs: [2, 1]\nclaims:\n"),
        },
        ("R307", ITEM, 3, 13, "2 of 3 sentences have no claim: s1.2, s2.1"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_ledgers(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]
