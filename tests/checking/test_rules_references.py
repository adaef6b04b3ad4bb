"""Rules of references: what a record names exists, once."""

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
    in_strike,
)

ROWS: list[Row] = [
    (
        "A location that has no entry is one finding.",
        in_strike("location: testland", "location: koniko"),
        ("R201", STRIKE, 7, 11, "there is no location `koniko`"),
    ),
    (
        "A misspelt key is answered with the right one.",
        in_strike("source: observatory", "source: obsevatory"),
        ("R201", STRIKE, 10, 13, "there is no source `obsevatory`"),
    ),
    (
        "An entry is not named by its name but by its key.",
        {
            STRIKE: [("location: testland", "location: test-land-base")],
            TEST_BASE: TEST_BASE_TEXT.replace("Test Base", "Test Land Base"),
        },
        ("R201", STRIKE, 7, 11, "there is no location `test-land-base`"),
    ),
    (
        "A related incident exists.",
        adding("related: [{id: syb-9p3w6tn, relation: follows}]"),
        ("R201", STRIKE, 8, 16, "there is no incident `syb-9p3w6tn`"),
    ),
    (
        "An id belongs to one record.",
        {SECOND: SECOND_TEXT.replace("syb-7tq2w9d", "syb-4k7m2xq")},
        (
            "R202",
            STRIKE,
            2,
            5,
            "the id `syb-4k7m2xq` is already that of incidents/records/2024/second.md",
        ),
    ),
    (
        "An id is minted and not copied from an example.",
        in_strike("id: syb-4k7m2xq", "id: syb-0000000"),
        ("R210", STRIKE, 2, 5, "`syb-0000000` only shows the form of an id"),
    ),
    (
        "A location does not lie within itself by way of others.",
        {
            TEST_BASE: "name: Test Base\nkind: base\nwithin: test-yard\n",
            "locations/test-yard.yml": "name: Test Yard\nkind: area\nwithin: test-base\n",
        },
        ("R203", TEST_BASE, 3, 9, "`within` leads back to `test-base` itself"),
    ),
    (
        "Two incidents do not each date the other.",
        {
            STRIKE: [
                (
                    "date: 2024-01-05",
                    "date: {value: unknown, relative: {relation: after, to: syb-7tq2w9d}}",
                )
            ],
            SECOND: SECOND_TEXT.replace(
                "date: 2024-01-06",
                "date: {value: unknown, relative: {relation: before, to: syb-4k7m2xq}}",
            ),
        },
        ("R203", STRIKE, 6, 56, "`relative` leads back to this incident"),
    ),
    (
        "A statement names a citation of its own record.",
        adding("effects: [{kind: injured, report: reuters}]"),
        ("R204", STRIKE, 8, 35, "`reuters` names no citation of this record"),
    ),
    (
        "A misspelt ref is answered with the right one.",
        {
            STRIKE: [
                ("    source: observatory\n", "    source: observatory\n    ref: first\n"),
                (
                    "location: testland\n",
                    "location: testland\neffects: [{kind: injured, report: frist}]\n",
                ),
            ]
        },
        ("R204", STRIKE, 8, 35, "`frist` names no citation of this record"),
    ),
    (
        "A ref means one citation.",
        in_strike(
            INLINE,
            INLINE
            + "    ref: first\n  - url: https://example.org/later\n    source: observatory\n    ref: first\n",
        ),
        ("R205", STRIKE, 14, 10, "`first` names two citations of this record"),
    ),
    (
        "An item cited twice in one record needs refs.",
        {
            STRIKE: [(INLINE, "  - report: item\n  - report: item\n    stance: confirms\n")],
            ITEM: ITEM_TEXT,
        },
        ("R205", STRIKE, 10, 13, "`item` names two citations of this record"),
    ),
    (
        "An incident is not related to itself.",
        adding("related: [{id: syb-4k7m2xq, relation: follows}]"),
        ("R206", STRIKE, 8, 16, "`id` names the record itself"),
    ),
    (
        "A location does not lie within itself.",
        {TEST_BASE: "name: Test Base\nkind: base\nwithin: test-base\n"},
        ("R206", TEST_BASE, 3, 9, "`within` names the record itself"),
    ),
    (
        "A name belongs to one entry.",
        {TEST_BASE: TEST_BASE_TEXT.replace("Test Base", "Testland")},
        ("R207", TESTLAND, 1, 7, "the name `Testland` already belongs to the location `test-base`"),
    ),
    (
        "A further name does not belong to another entry.",
        {TEST_BASE: TEST_BASE_TEXT + "names:\n  en: [Base One, Test-Land]\n"},
        ("R207", TESTLAND, 1, 7, "the name `Testland` already belongs to the location `test-base`"),
    ),
    (
        "A record is merged into one that stands.",
        {
            STRIKE: [
                (
                    "location: testland\n",
                    "location: testland\nwithdrawn: {on: 2024-02-01, reason: duplicate, merged_into: syb-7tq2w9d}\n",
                )
            ],
            SECOND: SECOND_TEXT.replace(
                "location: testland\n",
                "location: testland\nwithdrawn: {on: 2024-02-01, reason: out-of-scope}\n",
            ),
        },
        ("R208", STRIKE, 8, 61, "`syb-7tq2w9d` is withdrawn itself; name the record that stands"),
    ),
    (
        "A source without a file is a warning.",
        in_strike("source: observatory", "source: {name: Synthetic Gazette, kind: newspaper}"),
        ("R209", STRIKE, 10, 13, "the source `Synthetic Gazette` has no file of its own yet"),
    ),
    (
        "A location without a file is a warning.",
        in_strike(
            "location: testland", "location: {as_stated: a base near Testville, within: testland}"
        ),
        ("R209", STRIKE, 7, 11, "the location `a base near Testville` has no file of its own yet"),
    ),
    (
        "A group's misspelling is not another's name.",
        {
            "actors/other.yml": "name: Other forces\nkind: state-forces\nhidden_names: [forces of testland]\n"
        },
        (
            "R207",
            "actors/test-forces.yml",
            1,
            7,
            "the name `Forces of Testland` already belongs to the actor `other`",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_references(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]
