"""Rules of dates: they fit together and claim no more than is known."""

from collections.abc import Callable

import pytest
from invented_archive import (
    INLINE,
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
        "No interval ends in the future.",
        in_strike("2024-01-05", "2023-05-01/2093-01-01"),
        ("P402", STRIKE, 6, 7, "2023-05-01/2093-01-01 lies in the future"),
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
    (
        "The date of a report is the day on which it was published.",
        {
            STRIKE: [
                ("date: 2024-01-05", "date: {value: 2024-01-05, anchor: reported}"),
                ("    source: observatory\n", "    source: observatory\n    published: 2024-01-06\n"),
            ]
        },
        (
            "P407",
            STRIKE,
            6,
            15,
            "`anchor: reported` gives 2024-01-05, but the report was published on 2024-01-06",
        ),
    ),
    (
        "The date of a report is that of the citation it is tied to.",
        {
            STRIKE: [
                ("date: 2024-01-05", "date: {value: 2024-01-05, anchor: reported, report: later}"),
                (
                    INLINE,
                    f"{INLINE}    published: 2024-01-05\n{INLINE.replace('strike', 'later')}    published: 2024-01-06\n    ref: later\n",
                ),
            ]
        },
        (
            "P407",
            STRIKE,
            6,
            15,
            "`anchor: reported` gives 2024-01-05, but the report was published on 2024-01-06",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_dates(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    ("value", "report"),
    [
        ("2024-01-05", "published: 2024-01-05"),
        ("XXXX-01-05", "published: 2024-01-05"),
        ("2024-01", "published: 2024-01-05"),
        ("2024-01-05", "published: 2024"),
        ("2024-01-05", "published: 2024-01-06?"),
        ("2024-01-05", "retrieved: 2026-11-22"),
        ("2024-01-05", "published: 2024-01-06\n    chains: [[{as_stated: an earlier report}]]"),
    ],
)
def test_a_date_of_a_report_that_may_be_right(
    value: str, report: str, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """A date of a report fits where it names the day of publication, or where that day is not certain or another's report is relayed."""
    changes: Changes = {
        STRIKE: [
            ("date: 2024-01-05", f"date: {{value: {value}, anchor: reported}}"),
            ("    source: observatory\n", f"    source: observatory\n    {report}\n"),
        ]
    }
    assert findings_of(changes) == []


@pytest.mark.parametrize("date", ["2024-01-05/..", "2026"])
def test_a_date_without_a_stated_end(date: str, findings_of: Callable[[Changes], list[Found]]) -> None:
    """What has an open end, or a part that is past, does not lie in the future."""
    assert findings_of(in_strike("2024-01-05", date)) == []
