"""Rules of the schema: which keys a record has and what each may hold."""

from collections.abc import Callable

import pytest
from invented_archive import (
    INLINE,
    ITEM,
    ITEM_TEXT,
    SECOND,
    SECOND_TEXT,
    STRIKE,
    TEST_BASE,
    TEST_BASE_TEXT,
    TESTLAND,
    Changes,
    Found,
    Row,
    adding,
    adding_to_report,
    in_strike,
)

ROWS: list[Row] = [
    (
        "A misspelt key is named together with the right one.",
        in_strike("status: single", "statsu: single"),
        ("S101", STRIKE, 5, 1, "`statsu` is not a key of an incident"),
    ),
    (
        "A misspelt required key is one finding: the missing key is not also reported.",
        in_strike("title: Syn", "titel: Syn"),
        ("S101", STRIKE, 3, 1, "`titel` is not a key of an incident"),
    ),
    (
        "A registry entry does not repeat its key, which is the file's name.",
        {TESTLAND: "key: testland\nname: Testland\nkind: country\n"},
        ("S101", TESTLAND, 1, 1, "`key` is not a key of a location"),
    ),
    (
        "A key of one kind of mapping is unknown in another.",
        adding_to_report("weight: 3"),
        ("S101", STRIKE, 11, 5, "`weight` is not a key of a citation"),
    ),
    (
        "A required key that is missing is named.",
        in_strike("type: air-drone-strike\n", ""),
        ("S102", STRIKE, 2, 1, "an incident needs `type`"),
    ),
    (
        "A required key inside a mapping is named at that mapping.",
        in_strike("date: 2024-01-05", "date: {anchor: reported}"),
        ("S102", STRIKE, 6, 7, "a date needs `value`"),
    ),
    (
        "A list must be written as a list.",
        in_strike(INLINE.join(["reports:\n", ""]), "reports: observatory\n"),
        (
            "S103",
            STRIKE,
            8,
            10,
            "`reports` must be a list (each item on a line of its own, after `- `)",
        ),
    ),
    (
        "A mapping must be written as a mapping.",
        in_strike("status: single-source\n", "status: single-source\nwithdrawn: yesterday\n"),
        ("S103", STRIKE, 6, 12, "`withdrawn` must be a withdrawal: a mapping (`key: value` lines)"),
    ),
    (
        "A number must be written as a number.",
        {TEST_BASE: TEST_BASE_TEXT.replace("35.12", "north")},
        ("S103", TEST_BASE, 5, 8, "`coordinates.lat` must be a number"),
    ),
    (
        "A value of a closed list is one of the list.",
        in_strike("single-source", "single-sourced"),
        ("S104", STRIKE, 5, 9, "`status` must be one of the 6 known values"),
    ),
    (
        "A value of a closed list that resembles none is answered with the whole list.",
        in_strike("single-source", "likely"),
        ("S104", STRIKE, 5, 9, "`status` must be one of the 6 known values"),
    ),
    (
        "A word much like another may be its opposite.",
        in_strike("single-source", "unconfirmed"),
        ("S104", STRIKE, 5, 9, "`status` must be one of the 6 known values"),
    ),
    (
        "A term is one of its vocabulary.",
        in_strike("air-drone-strike", "air-drone-stirke"),
        ("S104", STRIKE, 4, 7, "`type` must be one of the 2 known event types"),
    ),
    (
        "A term inside a list is named by its place.",
        adding("means:\n  - kind: uavs"),
        ("S104", STRIKE, 9, 11, "`means[0].kind` must be one of the 2 known means"),
    ),
    (
        "A title has at least 8 characters.",
        in_strike("Synthetic drone strike on a test base", "Strike"),
        ("S105", STRIKE, 3, 8, "`title` must have at least 8 characters; it has 6"),
    ),
    (
        "A record has at least one report.",
        in_strike("reports:\n" + INLINE, "reports: []\n"),
        ("S105", STRIKE, 8, 10, "`reports` must have at least 1 item; it has 0"),
    ),
    (
        "A language is a BCP 47 tag.",
        adding_to_report("language: English"),
        (
            "S106",
            STRIKE,
            11,
            15,
            "`reports[0].language` must be a language tag such as `en`, `ar` or `ckb` (BCP 47)",
        ),
    ),
    (
        "A key is made of lower-case letters, digits and single hyphens.",
        in_strike("    source: observatory", "    source: observatory\n    ref: Test Item"),
        (
            "S106",
            STRIKE,
            11,
            10,
            "`reports[0].ref` must be a key: lower-case letters a to z, digits and single hyphens",
        ),
    ),
    (
        "A name means no file or address of its own.",
        in_strike("    source: observatory", "    source: observatory\n    ref: index"),
        ("S106", STRIKE, 11, 10, "`reports[0].ref` must be another key: `index` is reserved"),
    ),
    (
        "A line of text is one line.",
        in_strike(
            "title: Synthetic drone strike on a test base",
            "title: |\n  Synthetic drone strike\n  on a test base",
        ),
        ("S106", STRIKE, 3, 8, "`title` must be text on one line"),
    ),
    (
        "A latitude lies between -90 and 90 degrees.",
        {TEST_BASE: TEST_BASE_TEXT.replace("35.12", "351.2")},
        ("S107", TEST_BASE, 5, 8, "`coordinates.lat` must be at most 90"),
    ),
    (
        "A count is no negative number.",
        adding("effects: [{kind: injured, count: -1}]"),
        ("S107", STRIKE, 8, 34, "`effects[0].count` must be at least 0"),
    ),
    (
        "A date is written in EDTF.",
        in_strike("2024-01-05", "05.01.2024"),
        (
            "S108",
            STRIKE,
            6,
            7,
            "`date`: `05.01.2024` can mean 5 January or 1 May: write 2024-01-05 or 2024-05-01",
        ),
    ),
    (
        "A day exists in its month.",
        in_strike("2024-01-05", "2024-02-30"),
        ("S108", STRIKE, 6, 15, "`date`: 30 February does not exist: February 2024 has 29 days"),
    ),
    (
        "A time of day is written as a clock time or a known part of the day.",
        in_strike("date: 2024-01-05", "date: {value: 2024-01-05, time: 10 pm}"),
        (
            "S109",
            STRIKE,
            6,
            33,
            "`date.time`: `10 pm` is not a time the archive can read: write 22:00",
        ),
    ),
    (
        "A web address begins with its scheme.",
        in_strike("https://example.org/strike", "www.example.org/strike"),
        ("S110", STRIKE, 9, 10, "`reports[0].url` must begin with http:// or https://"),
    ),
    (
        "A web address leads to a public host.",
        in_strike("https://example.org/strike", "http://127.0.0.1/strike"),
        ("S110", STRIKE, 9, 10, "`reports[0].url` must lead to a public host, not `127.0.0.1`"),
    ),
    (
        "A web address does not run as a script.",
        in_strike("https://example.org/strike", "javascript:alert(1)"),
        ("S110", STRIKE, 9, 10, "`reports[0].url` must begin with http:// or https://"),
    ),
    (
        "The lowest count is not above the highest.",
        adding("effects: [{kind: injured, count: {min: 4, max: 2}}]"),
        ("S111", STRIKE, 8, 48, "`effects[0].count`: `max` must not be below `min` (2 is below 4)"),
    ),
    (
        "A report is either a file or given inline, not both.",
        {
            STRIKE: [
                (
                    "  - url: https://example.org/strike\n",
                    "  - report: item\n    url: https://example.org/strike\n",
                )
            ],
            ITEM: ITEM_TEXT,
        },
        (
            "S111",
            STRIKE,
            11,
            13,
            "`reports[0]`: `source` belongs in the report's own file, which `report` names; keep one of them",
        ),
    ),
    (
        "A citation names the item it cites.",
        in_strike(
            "  - url: https://example.org/strike\n    source: observatory\n",
            "  - stance: reports\n",
        ),
        (
            "S111",
            STRIKE,
            9,
            5,
            "`reports[0]`: needs `report` (the key of a report's file), or `url` and `source`",
        ),
    ),
    (
        "A citation without an address says why it has none.",
        in_strike("  - url: https://example.org/strike\n    source", "  - source"),
        (
            "S111",
            STRIKE,
            9,
            5,
            "`reports[0]`: needs a `url`, or `no_url` with the reason why there is none",
        ),
    ),
    (
        "A country has no point.",
        {
            TESTLAND: [
                (
                    "kind: country\n",
                    "kind: country\ncoordinates: {lat: 35.1, lon: 40.3, basis: invented}\n",
                )
            ]
        },
        (
            "S111",
            TESTLAND,
            3,
            14,
            "the location: a country has no point: it is drawn as an area, so leave `coordinates` out",
        ),
    ),
    (
        "A location that is no country lies within a larger one.",
        {TEST_BASE: "name: Test Base\nkind: base\n"},
        (
            "S111",
            TEST_BASE,
            1,
            1,
            "the location: needs `within`, the key of the next larger location",
        ),
    ),
    (
        "A record without an id is given a fresh one.",
        in_strike("id: syb-4k7m2xq\n", ""),
        ("S112", STRIKE, 2, 1, "the record has no `id`; a fresh one is `syb-0000000`"),
    ),
    (
        "An id is the prefix, a hyphen and seven signs.",
        in_strike("syb-4k7m2xq", "strike-1"),
        (
            "S113",
            STRIKE,
            2,
            5,
            "`strike-1` is not an id of this archive: its prefix, a hyphen and seven digits or consonants without l",
        ),
    ),
    (
        "An id begins with the archive's own prefix.",
        in_strike("syb-4k7m2xq", "irq-4k7m2xq"),
        (
            "S113",
            STRIKE,
            2,
            5,
            "`irq-4k7m2xq` is not an id of this archive: `syb`, a hyphen and seven digits or consonants without l",
        ),
    ),
    (
        "A record in a `.yml` file has a narrative.",
        {STRIKE: None, "records/2024/strike.yml": SECOND_TEXT.split("---\n")[1]},
        (
            "S114",
            "records/2024/strike.yml",
            1,
            1,
            "the record has no account: `narrative: |` is missing",
        ),
    ),
    (
        "An archive has its settings.",
        {"archive.yml": None},
        (
            "S115",
            "archive.yml",
            0,
            0,
            "`archive.yml` is missing; it says what the archive is about",
        ),
    ),
    (
        "A vocabulary that records use and the archive lacks is one finding, not one a record.",
        {"vocabulary/types.yml": None, SECOND: SECOND_TEXT},
        (
            "S115",
            "vocabulary/types.yml",
            0,
            0,
            "`vocabulary/types.yml` is missing; it says which types there are",
        ),
    ),
    (
        "A vocabulary is one of four.",
        {"vocabulary/colours.yml": "name: Synthetic list\nterms: {red: {label: Red, definition: A colour.}}\n"},
        ("S104", "vocabulary/colours.yml", 1, 1, "`key` must be one of the 4 known values"),
    ),
    (
        "A file's name is a key that means nothing else.",
        {"actors/unknown.yml": "name: Synthetic unknown\nkind: label\n"},
        ("S106", "actors/unknown.yml", 1, 1, "`key` must be another key: `unknown` is reserved"),
    ),
    (
        "A term's key means nothing else in an address.",
        {"vocabulary/types.yml": [("  other:\n", "  index:\n")]},
        (
            "S106",
            "vocabulary/types.yml",
            6,
            3,
            "`terms.index` must be another key: `index` is reserved",
        ),
    ),
    (
        "A location between two names both.",
        in_strike("location: testland", "location: {key: testland, relation: between}"),
        ("S111", STRIKE, 7, 37, "`location`: `between` needs `also`: the location at the other end"),
    ),
    (
        "A list of keys names each once.",
        {
            STRIKE: [("location: testland\n", "location: testland\nseries: [wave, wave]\n")],
            "series/wave.yml": "name: Synthetic wave\nkind: curatorial\n",
        },
        ("S116", STRIKE, 8, 16, "`series[1]` says the same as `series[0]`"),
    ),
    (
        "A further location is another than the first.",
        in_strike("location: testland", "location: {key: testland, also: [testland]}"),
        ("S116", STRIKE, 7, 34, "`location.also[0]` says the same as `location.key`"),
    ),
    (
        "An effect is stated once, however its keys are ordered.",
        adding("effects: [{kind: injured, count: 2}, {count: 2, kind: injured}]"),
        ("S116", STRIKE, 8, 38, "`effects[1]` says the same as `effects[0]`"),
    ),
    (
        "A line of attribution is given once.",
        adding_to_report("chains: [[{as_stated: a source}], [{as_stated: a source}]]"),
        (
            "S116",
            STRIKE,
            11,
            39,
            "`reports[0].chains[1]` says the same as `reports[0].chains[0]`",
        ),
    ),
    (
        "A narrative in a `.yml` file has an end.",
        {
            STRIKE: None,
            "records/2024/strike.yml": SECOND_TEXT.split("---\n")[1] + "narrative: " + "a " * 10001 + "\n",
        },
        (
            "S105",
            "records/2024/strike.yml",
            9,
            12,
            "`narrative` must have at most 20000 characters; it has 20001",
        ),
    ),
    (
        "A text is not a list.",
        in_strike("title: Synthetic drone strike on a test base", "title: [Synthetic, strike]"),
        ("S103", STRIKE, 3, 8, "`title` must be text"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_schema(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("locations/sea.yml", "name: Synthetic sea\nkind: area\n"),
        ("locations/sky.yml", "name: Synthetic sky\nkind: airspace\n"),
        (
            ITEM,
            f"{ITEM_TEXT}paragraphs: [1, 1]\nclaims: {{s1.1: {{kind: meta, gist: one}}, s2.1: {{kind: meta, gist: two}}}}\n",
        ),
    ],
    ids=["a sea", "the air above it", "equal numbers"],
)
def test_what_may_be_left_out_or_repeated(path: str, text: str, findings_of: Callable[[Changes], list[Found]]) -> None:
    """A sea and the air above it lie in no larger location, and two paragraphs may have as many sentences."""
    assert findings_of({path: text}) == []
