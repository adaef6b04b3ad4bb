"""Rules of dates: they fit together and claim no more than is known."""

from collections.abc import Callable

import pytest
from invented_archive import (
    SECOND,
    SECOND_TEXT,
    STRIKE,
    Changes,
    Found,
    Row,
    adding,
    adding_to_report,
    in_strike,
)

ROWS: list[Row] = [
    (
        "No report is published before the incident.",
        adding_to_report("published: 2024-01-03"),
        (
            "P401",
            STRIKE,
            6,
            7,
            "the incident may be as late as 2024-01-05, but a report of it was published on 2024-01-03",
        ),
    ),
    (
        "No item was read before the incident.",
        adding_to_report("retrieved: 2024-01-04"),
        (
            "P401",
            STRIKE,
            6,
            7,
            "the incident may be as late as 2024-01-05, but a report of it was read on 2024-01-04",
        ),
    ),
    (
        "No incident lies in the future.",
        in_strike("2024-01-05", "2026-11-23"),
        ("P402", STRIKE, 6, 7, "2026-11-23 lies in the future"),
    ),
    (
        "No correction lies in the future.",
        adding(
            "corrections:\n  - {on: 2027-01-01, kind: update, field: date, was: unknown, now: 2024-01-05, why: invented}"
        ),
        ("P402", STRIKE, 9, 10, "2027-01-01 lies in the future"),
    ),
    (
        "An approximate date says what it rests on.",
        in_strike("2024-01-05", "2024-01-05~"),
        ("P403", STRIKE, 6, 7, "`2024-01-05~` is marked as approximate, so it needs a `basis`"),
    ),
    (
        "An uncertain date says what it rests on.",
        in_strike("2024-01-05", "2024-01-05?"),
        ("P403", STRIKE, 6, 7, "`2024-01-05?` is marked as uncertain, so it needs a `basis`"),
    ),
    (
        "A choice of dates says what it rests on.",
        in_strike("2024-01-05", '"[2024-01-04,2024-01-05]"'),
        (
            "P403",
            STRIKE,
            6,
            7,
            "`[2024-01-04,2024-01-05]` is one of several dates, so it needs a `basis`",
        ),
    ),
    (
        "An hour needs its day.",
        in_strike("date: 2024-01-05", 'date: {value: 2024-01, time: "22:05"}'),
        ("P404", STRIKE, 6, 30, "a time of day needs a date known to the day; `2024-01` is not"),
    ),
    (
        "A date after another incident is not earlier than it.",
        {
            STRIKE: [
                (
                    "date: 2024-01-05",
                    "date: {value: 2024-01-05, relative: {relation: after, to: syb-7tq2w9d}}",
                )
            ],
            SECOND: SECOND_TEXT,
        },
        ("P405", STRIKE, 6, 48, "the date cannot be after that of syb-7tq2w9d"),
    ),
    (
        "The date of a report is known.",
        in_strike("date: 2024-01-05", "date: {value: unknown, anchor: reported}"),
        (
            "P406",
            STRIKE,
            6,
            32,
            "`anchor: reported` needs the date of the report; `unknown` is none",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_dates(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]
