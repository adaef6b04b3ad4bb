"""One mistake that many places feel is one finding: a renamed file, term, prefix or citation, a ledger's wrong number."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from invented_archive import (
    CITED_CLAIM,
    GAZETTE,
    INLINE,
    ITEM,
    LEDGER_TEXT,
    OBSERVATORY,
    SECOND,
    SECOND_TEXT,
    STRIKE,
    TWO_OUTLETS,
    Changes,
    Found,
    Row,
    WriteArchive,
    checked,
    spoilt,
)

from generator.checking.check import check, publishable
from generator.reading.folder import read_archive

TWO: Changes = {SECOND: SECOND_TEXT}
UAV = "location: testland\nmeans: [{kind: uav}]\n"
TWO_UAVS: Changes = {
    STRIKE: [("location: testland\n", UAV)],
    SECOND: SECOND_TEXT.replace("location: testland\n", UAV),
}
TIES = (
    INLINE
    + "    ref: the-observatory\n"
    + "effects: [{kind: injured, report: observatory-1}, {kind: other, report: observatory-1}]\n"
)

ROWS: list[Row] = [
    (
        "A file that two records miss is missed once, at the first.",
        {**TWO, OBSERVATORY: None},
        ("R201", SECOND, 9, 13, "there is no source `observatory`"),
    ),
    (
        "A file that was renamed is found by the name that is missed.",
        {**TWO, OBSERVATORY: None, "sources/observatori.yml": "name: Synthetic Observatory\nkind: monitor\n"},
        ("R201", "sources/observatori.yml", 0, 0, "there is no source `observatory`"),
    ),
    (
        "A term that was renamed is found by the word that is missed.",
        {**TWO_UAVS, "vocabulary/means.yml": [("  uav:", "  uavs:")]},
        ("R201", "vocabulary/means.yml", 3, 3, "there is no term of the means `uav`"),
    ),
    (
        "A term that was taken out is missed once.",
        {**TWO_UAVS, "vocabulary/means.yml": "name: List\nterms:\n  other: {label: Other, definition: A word.}\n"},
        ("S104", SECOND, 7, 16, "`means[0].kind` must be one of the 1 known means"),
    ),
    (
        "Where all ids agree, the prefix of the settings is wrong.",
        {**TWO, "archive.yml": [("id_prefix: syb", "id_prefix: sya")]},
        ("R214", "archive.yml", 4, 12, "no id of the archive begins with `sya`; all 2 begin with `syb`"),
    ),
    (
        "A citation that was renamed is found by the name that its statements use.",
        {STRIKE: [(INLINE, TIES.replace("the-observatory", "observatory-2"))]},
        ("R204", STRIKE, 11, 10, "`observatory-1` names no citation of this record"),
    ),
    (
        "Statements are not also without a citation where two share a name.",
        {
            STRIKE: [
                (
                    INLINE,
                    TWO_OUTLETS.replace("source: observatory", "source: observatory\n    ref: one")
                    + "    ref: one\neffects: [{kind: injured, report: two}]\n",
                )
            ],
            **GAZETTE,
        },
        ("R205", STRIKE, 14, 10, "`one` names two citations of this record"),
    ),
    (
        "A claim with a misspelt target is not also missing where it is cited.",
        {STRIKE: [(INLINE, CITED_CLAIM)], ITEM: LEDGER_TEXT.replace("syb-4k7m2xq", "syb-4k7m2xr")},
        ("R302", ITEM, 7, 10, "claim s1.1 names `syb-4k7m2xr`, which is no incident, tally, series or source"),
    ),
    (
        "A misspelt claim is not also missing where it leads.",
        {STRIKE: [(INLINE, CITED_CLAIM.replace("s1.1", "s1.2"))], ITEM: LEDGER_TEXT},
        ("R304", STRIKE, 10, 14, "the ledger of `item` has no claim s1.2"),
    ),
    (
        "A claim has the number of a sentence of its item.",
        {
            STRIKE: [(INLINE, CITED_CLAIM)],
            ITEM: LEDGER_TEXT.replace("s1.1:", "s1.11:").replace("claims:", "paragraphs: [1]\nclaims:"),
        },
        ("R308", ITEM, 5, 3, "no sentence of the item has the number s1.11: its paragraph 1 has 1 sentence"),
    ),
    (
        "A location that is not there is not also missed by what is said of others.",
        {
            STRIKE: [("location: testland\n", "location: testlnd\nmeans: [{kind: uav, location: testland}]\n")],
        },
        ("R201", STRIKE, 7, 11, "there is no location `testlnd`"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_joined(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """One mistake gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


def test_the_other_places_are_named(write_archive: WriteArchive) -> None:
    """A finding for many places names the others and counts them all."""
    (finding,) = checked(write_archive(spoilt({**TWO, OBSERVATORY: None}))).findings
    assert finding.help.endswith(". 2 places name it")
    assert [(other.path, other.text) for other in finding.related] == [(f"incidents/{STRIKE}", "named here")]


def test_each_place(write_archive: WriteArchive) -> None:
    """Where files are looked at one by one, each names what it misses."""
    reading = read_archive(write_archive(spoilt({**TWO, OBSERVATORY: None})))
    found = check(reading, today=date(2026, 11, 22), mint=lambda: "syb-0000000", each_place=True).findings
    assert [finding.path for finding in found] == [f"incidents/{SECOND}", f"incidents/{STRIKE}"]


def test_what_is_set_aside(write_archive: WriteArchive) -> None:
    """Every record that misses a file is set aside at once, and not only the first."""
    root: Path = write_archive(spoilt({**TWO, OBSERVATORY: None}))
    whole, left = publishable(read_archive(root), today=date(2026, 11, 22), mint=lambda: "syb-0000000")
    assert (whole.errors, left.errors, len(left.records.incidents)) == (1, 0, 0)
