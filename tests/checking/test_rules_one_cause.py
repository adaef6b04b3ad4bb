"""One cause, one finding: what follows from a mistake is not reported beside it."""

from collections.abc import Callable

import pytest
from invented_archive import (
    CITED_CLAIM,
    GAZETTE,
    INLINE,
    ITEM,
    ITEM_TEXT,
    LEDGER_TEXT,
    OBSERVATORY,
    SECOND,
    SECOND_TEXT,
    STRIKE,
    TEST_BASE_TEXT,
    TWO_OUTLETS,
    Changes,
    Found,
    Row,
    WriteArchive,
    checked,
    spoilt,
)

ROWS: list[Row] = [
    (
        "A source that cannot be read is not also unknown to those that name it.",
        {OBSERVATORY: [("kind: monitor", "kind: monitor\nweight: 3")]},
        ("S101", OBSERVATORY, 3, 1, "`weight` is not a key of a source"),
    ),
    (
        "A source that cannot be read does not also lower a status.",
        {
            STRIKE: [("single-source", "corroborated"), (INLINE, TWO_OUTLETS)],
            "sources/gazette.yml": "name: Synthetic Gazette\nkind: newspaper\nweight: 3\n",
        },
        ("S101", "sources/gazette.yml", 3, 1, "`weight` is not a key of a source"),
    ),
    (
        "A misspelt source does not also lower a status.",
        {
            STRIKE: [
                ("single-source", "corroborated"),
                (INLINE, TWO_OUTLETS.replace("source: gazette", "source: gazete")),
            ],
            **GAZETTE,
        },
        ("R201", STRIKE, 12, 13, "there is no source `gazete`"),
    ),
    (
        "A misspelt report is not also a status above its ceiling.",
        {STRIKE: [("single-source", "confirmed"), (INLINE, "  - report: itme\n")], ITEM: ITEM_TEXT},
        ("R201", STRIKE, 9, 13, "there is no report `itme`"),
    ),
    (
        "An incident the schema refuses is not also unknown to its ledger and its relations.",
        {
            STRIKE: [("2024-01-05", "2024-02-30"), (INLINE, CITED_CLAIM)],
            ITEM: LEDGER_TEXT,
            SECOND: SECOND_TEXT.replace(
                "location: testland\n",
                "location: testland\nrelated: [{id: syb-4k7m2xq, relation: follows}]\n",
            ),
        },
        ("S108", STRIKE, 6, 15, "`date`: 30 February does not exist: February 2024 has 29 days"),
    ),
    (
        "An incident that cannot be read is not also unknown to its ledger and its relations.",
        {
            STRIKE: [("location: testland", "location:\n\tkey: testland")],
            ITEM: LEDGER_TEXT,
            SECOND: SECOND_TEXT.replace(
                "location: testland\n",
                "location: testland\nrelated: [{id: syb-4k7m2xq, relation: follows}]\n",
            ),
        },
        ("Y120", STRIKE, 8, 1, "line 8 is indented with a tab; YAML takes spaces only"),
    ),
    (
        "Settings that cannot be read are not also missing.",
        {"archive.yml": [("licence:\n  name", "licence:\n\tname")]},
        ("Y120", "archive.yml", 6, 1, "line 6 is indented with a tab; YAML takes spaces only"),
    ),
    (
        "A vocabulary that cannot be read is not also missing, nor are its words unknown.",
        {"vocabulary/types.yml": "name: Synthetic list\nterms:\n\tother: {}\n"},
        (
            "Y120",
            "vocabulary/types.yml",
            3,
            1,
            "line 3 is indented with a tab; YAML takes spaces only",
        ),
    ),
    (
        "A record without a text is one finding.",
        {STRIKE: [("The Synthetic Observatory reports that a drone struck a test base.\n", "")]},
        ("Y304", STRIKE, 11, 1, "no text stands after the keys"),
    ),
    (
        "A text that is too long is one finding.",
        {STRIKE: [("a test base.\n", "a test base.\n" + "a " * 11000 + "\n")]},
        ("Y305", STRIKE, 12, 1, "the text has at most 20,000 bytes, and this one has 22,066"),
    ),
    (
        "A key without a value is one finding.",
        {STRIKE: [("status: single-source", "status:")]},
        ("Y102", STRIKE, 5, 1, "`status` has no value"),
    ),
    (
        "A required key without a value is one finding.",
        {STRIKE: [("title: Synthetic drone strike on a test base", "title:")]},
        ("Y102", STRIKE, 3, 1, "`title` has no value"),
    ),
    (
        "Markup in an address is one finding.",
        {STRIKE: [("https://example.org/strike", "https://example.org/<script>")]},
        (
            "S110",
            STRIKE,
            9,
            10,
            "`reports[0].url` holds a space, a letter outside ASCII or a sign that addresses must percent-encode; copy it from the browser's address bar",
        ),
    ),
    (
        "Markup in a key is one finding.",
        {STRIKE: [("location: testland", 'location: "<script>"')]},
        (
            "R201",
            STRIKE,
            7,
            11,
            "there is no location `<script>`",
        ),
    ),
    (
        "Markup in a date is one finding.",
        {STRIKE: [("2024-01-05", '"<b>2024</b>"')]},
        (
            "S108",
            STRIKE,
            6,
            7,
            "`date`: `<b>2024<` is not a date the archive can read: write it as 2023-12-31, 2023-12 or 2023, or `unknown`",
        ),
    ),
    (
        "A list whose only item is faulty is one finding.",
        {STRIKE: [(INLINE, INLINE.rstrip() + '\n    quote: "' + "a" * 301 + '"\n')]},
        ("S105", STRIKE, 11, 12, "`reports[0].quote` must have at most 300 characters; it has 301"),
    ),
    (
        "A faulty short form is named as it was written.",
        {STRIKE: [("    source: observatory", "    source: Observatory!")]},
        (
            "R201",
            STRIKE,
            10,
            13,
            "there is no source `Observatory!`",
        ),
    ),
    (
        "An unknown key and the one key that its mapping misses are one finding.",
        {STRIKE: [("    source: observatory", "    source: observatory\neffects: [{what: injured}]")]},
        ("S101", STRIKE, 11, 12, "`what` is not a key of an effect"),
    ),
    (
        "A file of a wrong name is not also missing.",
        {"locations/test_base.yml": TEST_BASE_TEXT, STRIKE: [("location: testland", "location: test-base")]},
        (
            "Y403",
            "locations/test_base.yml",
            0,
            0,
            "a name here is made of a-z, 0-9 and single hyphens, at most 80 characters",
        ),
    ),
    (
        "A file whose name is another's in capitals has no second finding about its name.",
        {"locations/TestLand.yml": "name: Test land\nkind: country\n"},
        (
            "Y404",
            "locations/TestLand.yml",
            0,
            0,
            "two entries of this folder have the same name but for capitals, accents or ending",
        ),
    ),
    (
        "A copied record is one finding, though it cites the same item.",
        {
            SECOND: SECOND_TEXT.replace("Synthetic second strike", "Synthetic drone strike")
            .replace("2024-01-06", "2024-01-05")
            .replace("https://example.org/second", "https://example.org/strike")
        },
        (
            "D605",
            STRIKE,
            3,
            8,
            "`syb-7tq2w9d` seems to tell of the same event: the same day, the same location, one item tells of both, nearly the same title, the same type",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_one_cause(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    ("changes", "code", "level", "help_"),
    [
        (
            {STRIKE: [("type: air-drone-strike", "type: “air-drone-strike”")]},
            "Y132",
            "error",
            'Use straight quotes (`"`), or none.',
        ),
        (
            {
                STRIKE: [
                    ("title: Synthetic drone strike on a test base", "title: “Synthetic drone strike on a test base”")
                ]
            },
            "Y132",
            "warning",
            'Use straight quotes (`"`), or none.',
        ),
        (
            {STRIKE: [("    source: observatory", "    source: observat\u043ery")]},
            "Y215",
            "error",
            "Type the word anew, in Latin letters: `observatory`.",
        ),
        (
            {STRIKE: [("    source: observatory", "    source: observatory\neffects: [{what: injured}]")]},
            "S101",
            "error",
            "its keys are: kind, location, who, count, as_stated, report; `kind` is needed and missing here",
        ),
        (
            {"locations/test_base.yml": TEST_BASE_TEXT, STRIKE: [("location: testland", "location: test-base")]},
            "Y403",
            "error",
            "Rename it to `test-base.yml`: 1 place names it so.",
        ),
        (
            {
                "locations/harbour-town.yml": "name: Harbour\nkind: settlement\nwithin: testland\n",
                "locations/harbour-region.yml": "name: Harbour region\nkind: area\nwithin: testland\n",
                STRIKE: [("location: testland", "location: harbour")],
            },
            "R201",
            "error",
            "`harbour` is a name of `harbour-town`: write the key, or that of `harbour-region` if that is meant",
        ),
        (
            {"location/test-base.yml": TEST_BASE_TEXT},
            "Y401",
            "error",
            "Put it into `locations/`.",
        ),
    ],
)
def test_the_cause_is_as_grave_as_what_it_explains(
    changes: Changes, code: str, level: str, help_: str, write_archive: WriteArchive
) -> None:
    """A finding that stands for others is as grave as the gravest of them, and says what is to be done."""
    (found,) = checked(write_archive(spoilt(changes))).findings
    assert (found.rule, found.level, found.help) == (code, level, help_)
