"""Rules of history: what is published changes only with a published reason, and no address goes away."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from invented_archive import (
    GAZETTE,
    GOOD,
    INLINE,
    ITEM,
    ITEM_TEXT,
    OBSERVATORY,
    SECOND,
    SECOND_TEXT,
    STRIKE,
    TEST_BASE,
    TEST_BASE_TEXT,
    TESTLAND,
    Changes,
    Found,
    adding,
    checked,
    in_strike,
    spoilt,
)

from generator.checking.history.changes import with_history
from generator.reading.folder import read_archive

Published = Changes
"""What the published archive has beside or instead of the good one."""

HistoryRow = tuple[str, tuple[Published, Changes], Found]
"""The rule in one sentence, what was published and what stands now, and the one finding."""

CORRECTED = (
    "corrections:\n"
    '  - {on: 2024-02-01, kind: correction, field: date, was: "2024-01-04", now: "2024-01-05", why: a slip}\n'
)
WITHDRAWN = "withdrawn: {on: 2024-02-01, reason: not-an-incident}"
QUOTED = in_strike(INLINE, INLINE + "    quote: a drone struck\n")
FORCES = "actors/test-forces.yml"
OPERATOR = "target: [{kind: military-base, operator: test-forces}]"
FORCES_TEXT = GOOD[FORCES]
UNFILED = in_strike("location: testland", "location: {as_stated: a base, within: testland}")


def _attacker(key: str) -> str:
    return f"actors: [{{actor: {key}, role: attacker, basis: attributed-by-report}}]"


def _hurt(count: str) -> Changes:
    return adding(f"effects: [{{kind: injured, count: {count}}}]")


def _harmed(*effects: str) -> Changes:
    return adding(f"effects: [{', '.join(effects)}]")


def _harmed_at(key: str) -> Changes:
    also = "test-base" if key == "testland" else key
    effect = f"effects: [{{kind: injured, count: 2, location: {key}}}]"
    return in_strike("location: testland\n", f"location: {{key: testland, also: [{also}]}}\n{effect}\n")


def _reported(*effects: str) -> Changes:
    stated = f"location: testland\neffects: [{', '.join(effects)}]\n"
    cited = f"{INLINE}    ref: first\n  - url: https://example.org/b\n    source: gazette\n    ref: second\n"
    return {**GAZETTE, STRIKE: [("location: testland\n", stated), (INLINE, cited)]}


INJURED_FIGHTERS = "{kind: injured, who: Synthetic fighters, count: 2}"
INJURED_CIVILIANS = "{kind: injured, who: civilians, count: 2}"


def _silent(line: int, column: int, field: str, was: str, now: str) -> Found:
    message = f"`{field}` was `{was}` and is now `{now}`, and no new entry in `corrections` says so"
    return ("H701", STRIKE, line, column, message)


ROWS: list[HistoryRow] = [
    (
        "A date changes with a correction only.",
        ({}, in_strike("date: 2024-01-05", "date: 2024-01-04")),
        _silent(6, 7, "date", "2024-01-05", "2024-01-04"),
    ),
    (
        "That a date is only that of the report is part of the date.",
        ({}, in_strike("date: 2024-01-05", "date: {value: 2024-01-05, anchor: reported}")),
        _silent(6, 15, "date", "2024-01-05", "2024-01-05, the date of the report"),
    ),
    (
        "A location changes with a correction only.",
        ({TEST_BASE: TEST_BASE_TEXT}, {TEST_BASE: TEST_BASE_TEXT, **in_strike(": testland", ": test-base")}),
        _silent(7, 11, "location", "testland", "test-base"),
    ),
    (
        "How an incident stands to its location is part of the location.",
        ({}, in_strike("location: testland", "location: {key: testland, relation: near}")),
        _silent(7, 17, "location", "testland", "near, testland"),
    ),
    (
        "A status changes with a correction only, also where it is left out.",
        ({}, in_strike("status: single-source\n", "")),
        _silent(2, 1, "status", "single-source", "unverified"),
    ),
    (
        "An attacker is named with a correction only.",
        ({}, adding(_attacker("test-forces"))),
        _silent(8, 1, "actors", "nothing", "test-forces"),
    ),
    (
        "A count of people harmed changes with a correction only.",
        (_hurt("2"), _hurt("{min: 3}")),
        _silent(8, 1, "effects", "injured 2", "injured 3 or more"),
    ),
    (
        "A count of people harmed that is taken out needs a correction.",
        (_hurt("{min: 2, max: 4, approximate: true}"), {}),
        _silent(2, 1, "effects", "injured about 2 to 4", "nothing"),
    ),
    (
        "Who was harmed is part of a count.",
        (_harmed(INJURED_FIGHTERS), _harmed(INJURED_CIVILIANS)),
        _silent(8, 1, "effects", "injured 2 (Synthetic fighters)", "injured 2 (civilians)"),
    ),
    (
        "One of two equal numbers of different people does not go in silence.",
        (_harmed(INJURED_FIGHTERS, INJURED_CIVILIANS), _harmed(INJURED_FIGHTERS)),
        _silent(
            8, 1, "effects", "injured 2 (Synthetic fighters), injured 2 (civilians)", "injured 2 (Synthetic fighters)"
        ),
    ),
    (
        "One of two equal statements does not go in silence.",
        (_harmed(INJURED_FIGHTERS, INJURED_FIGHTERS.replace("}", ", as_stated: two more}")), _harmed(INJURED_FIGHTERS)),
        _silent(
            8,
            1,
            "effects",
            "injured 2 (Synthetic fighters), injured 2 (Synthetic fighters)",
            "injured 2 (Synthetic fighters)",
        ),
    ),
    (
        "Where people were harmed is part of a count.",
        (
            {TEST_BASE: TEST_BASE_TEXT, **_harmed_at("testland")},
            {TEST_BASE: TEST_BASE_TEXT, **_harmed_at("test-base")},
        ),
        _silent(8, 1, "effects", "injured 2 in testland", "injured 2 in test-base"),
    ),
    (
        "The party struck changes with a correction only.",
        ({}, adding(OPERATOR)),
        _silent(8, 1, "target", "nothing", "test-forces"),
    ),
    (
        "A correction of another field does not stand for it, nor does one that was published before.",
        (
            adding(CORRECTED),
            {
                STRIKE: [
                    ("date: 2024-01-05", "date: 2024-01-04"),
                    ("location: testland\n", f"location: testland\n{CORRECTED}\n"),
                ]
            },
        ),
        _silent(6, 7, "date", "2024-01-05", "2024-01-04"),
    ),
    (
        "An id never changes.",
        ({}, in_strike("id: syb-4k7m2xq", "id: syb-7tq2w9d")),
        ("H702", STRIKE, 2, 5, "this record was published as `syb-4k7m2xq`, and an id never changes"),
    ),
    (
        "An id never changes, even in a file that is moved.",
        ({}, {STRIKE: None, "records/moved.md": GOOD[STRIKE].replace("4k7m2xq", "7tq2w9d")}),
        ("H702", "records/moved.md", 2, 5, "this record was published as `syb-4k7m2xq`, and an id never changes"),
    ),
    (
        "A published record is never deleted.",
        ({SECOND: SECOND_TEXT}, {}),
        ("H703", SECOND, 0, 0, "the published record `syb-7tq2w9d` is gone; a record is withdrawn, never deleted"),
    ),
    (
        "A record is not overwritten by another published one.",
        ({SECOND: SECOND_TEXT}, {STRIKE: None, SECOND: GOOD[STRIKE]}),
        ("H703", SECOND, 0, 0, "the published record `syb-7tq2w9d` is gone; a record is withdrawn, never deleted"),
    ),
    (
        "A published correction stays.",
        (adding(CORRECTED), {}),
        ("H704", STRIKE, 2, 1, "the correction of 2024-02-01 to `date` is gone or reads otherwise"),
    ),
    (
        "A published correction stays word for word.",
        (adding(CORRECTED), adding(CORRECTED.replace("a slip", "another day"))),
        ("H704", STRIKE, 8, 1, "the correction of 2024-02-01 to `date` is gone or reads otherwise"),
    ),
    (
        "A key is an address: it is not renamed, whatever then names the new one.",
        (
            {},
            {
                OBSERVATORY: None,
                "sources/watch.yml": GOOD[OBSERVATORY],
                **in_strike("source: observatory", "source: watch"),
            },
        ),
        (
            "H705",
            "sources/watch.yml",
            0,
            0,
            "the published source `observatory` is gone, and with it the address of its page",
        ),
    ),
    (
        "A key that is gone is one finding, however many records name it.",
        ({SECOND: SECOND_TEXT}, {SECOND: SECOND_TEXT, OBSERVATORY: None}),
        ("H705", OBSERVATORY, 0, 0, "the published source `observatory` is gone, and with it the address of its page"),
    ),
    (
        "A location that is renamed is one finding, and no change of the incidents at it.",
        ({}, {TESTLAND: None, "locations/landtest.yml": GOOD[TESTLAND], **in_strike(": testland", ": landtest")}),
        (
            "H705",
            "locations/landtest.yml",
            0,
            0,
            "the published location `testland` is gone, and with it the address of its page",
        ),
    ),
    (
        "A location that is renamed is no change of the counts that name it.",
        (
            {TEST_BASE: TEST_BASE_TEXT, **_harmed_at("test-base")},
            {
                "locations/landtest.yml": TEST_BASE_TEXT,
                **_harmed_at("landtest"),
            },
        ),
        (
            "H705",
            "locations/landtest.yml",
            0,
            0,
            "the published location `test-base` is gone, and with it the address of its page",
        ),
    ),
    (
        "A report with a file keeps its page, whether or not a record cites it.",
        ({ITEM: ITEM_TEXT}, {}),
        ("H705", ITEM, 0, 0, "the published report `item` is gone, and with it the address of its page"),
    ),
    (
        "A type of incident keeps its page.",
        (
            {},
            {
                "vocabulary/types.yml": GOOD["vocabulary/types.yml"].replace("air-drone-strike", "drone-strike"),
                **in_strike("type: air-drone-strike", "type: drone-strike"),
            },
        ),
        (
            "H705",
            "vocabulary/types.yml",
            0,
            0,
            "the published type `air-drone-strike` is gone, and with it the address of its page",
        ),
    ),
    (
        "A report that a record rested on does not go in silence.",
        ({}, in_strike("org/strike", "org/other")),
        (
            "H706",
            STRIKE,
            8,
            1,
            "the record no longer cites example.org/strike, and no new entry in `corrections` says so",
        ),
    ),
    (
        "A quotation is not reworded in silence.",
        (QUOTED, in_strike(INLINE, INLINE + "    quote: a drone hit\n")),
        (
            "H706",
            STRIKE,
            8,
            1,
            "the record no longer gives the quotation from example.org/strike as it was, and no new entry in `corrections` says so",
        ),
    ),
    (
        "A withdrawn record does not stand again in silence.",
        (adding(WITHDRAWN), {}),
        (
            "H707",
            STRIKE,
            2,
            1,
            "the withdrawal of 2024-02-01 is gone, and no new entry in `corrections` with `field: record` says so",
        ),
    ),
    (
        "What was changed while a record was withdrawn does not become public with a correction of the withdrawal only.",
        (
            adding(f"{WITHDRAWN}\neffects: [{{kind: injured, count: 9}}]"),
            adding(
                "effects: [{kind: injured, count: 9}]\n" + CORRECTED.replace("field: date", "field: withdrawn").rstrip()
            ),
        ),
        (
            "H707",
            STRIKE,
            2,
            1,
            "the withdrawal of 2024-02-01 is gone, and no new entry in `corrections` with `field: record` says so",
        ),
    ),
    (
        "The reason of a withdrawal does not change in silence.",
        (adding(WITHDRAWN), adding(WITHDRAWN.replace("not-an-incident", "out-of-scope"))),
        (
            "H707",
            STRIKE,
            8,
            1,
            "the withdrawal of 2024-02-01 reads otherwise, and no new entry in `corrections` with `field: withdrawn` says so",
        ),
    ),
]


def found_since(tmp_path: Path, published: Changes, now: Changes) -> list[Found]:
    """What is found in an archive held against the one that was published."""
    sides = []
    for name, changes in (("published", published), ("now", now)):
        root = tmp_path / name / "incidents"
        write(root, spoilt(changes))
        sides.append(root)
    base, outcome = checked(sides[0]), checked(sides[1])
    assert [found for found in base.findings if found.level == "error"] == []
    findings = with_history(outcome.findings, base.records, outcome.records, read_archive(sides[1]))
    return [
        (
            found.rule,
            found.path.removeprefix("incidents/"),
            found.span.line if found.span else 0,
            found.span.column if found.span else 0,
            found.message,
        )
        for found in findings
    ]


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


@pytest.mark.parametrize(("rule", "states", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_history(rule: str, states: tuple[Changes, Changes], expected: Found, tmp_path: Path) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert found_since(tmp_path, *states) == [expected]


FREE: dict[str, tuple[Changes, Changes]] = {
    "nothing changed": ({}, {}),
    "a new record": ({}, {SECOND: SECOND_TEXT}),
    "a file renamed": ({}, {STRIKE: None, "records/2023/moved.md": GOOD[STRIKE]}),
    "a record withdrawn": ({}, adding(WITHDRAWN)),
    "another title and another account": (
        {},
        {
            STRIKE: [
                ("title: Synthetic drone strike on", "title: Synthetic strike by drones at"),
                ("reports that", "says that"),
            ]
        },
    ),
    "a change with its correction": (
        {},
        {
            STRIKE: [
                ("date: 2024-01-05", "date: 2024-01-04"),
                ("location: testland\n", f"location: testland\n{CORRECTED}"),
            ]
        },
    ),
    "a change with a correction of the record": (
        {},
        {
            STRIKE: [
                ("date: 2024-01-05", "date: 2024-01-04"),
                ("location: testland\n", f"location: testland\n{CORRECTED.replace('field: date', 'field: record')}"),
            ]
        },
    ),
    "a change that is withheld with its reason": (
        {},
        {
            STRIKE: [
                ("date: 2024-01-05", "date: 2024-01"),
                (
                    "location: testland\n",
                    "location: testland\nredactions: [{field: date, reason: safety, on: 2024-02-01}]\n",
                ),
            ]
        },
    ),
    "a withdrawn record emptied": (
        {},
        {STRIKE: [("date: 2024-01-05", f"{WITHDRAWN}\ndate: 2024-01"), ("org/strike", "org/other")]},
    ),
    "a correction added before the published ones": (
        adding(CORRECTED),
        adding(CORRECTED.replace("a slip", "an earlier slip") + CORRECTED.partition("\n")[2]),
    ),
    "a report added": (
        GAZETTE,
        {**GAZETTE, **in_strike(INLINE, INLINE + "  - url: https://example.org/b\n    source: gazette\n")},
    ),
    "a report given its file": (
        {},
        {ITEM: ITEM_TEXT.replace("/item", "/strike"), **in_strike(INLINE, "  - report: item\n")},
    ),
    "an address with a tracking parameter taken out": (in_strike("org/strike", "org/strike?utm_source=x"), {}),
    "a location given its file": (UNFILED, {TEST_BASE: TEST_BASE_TEXT, **in_strike(": testland", ": test-base")}),
    "an entry that nothing named": (GAZETTE, {}),
    "a withdrawal lifted with a correction of the record": (
        adding(WITHDRAWN),
        adding(CORRECTED.replace("field: date", "field: record")),
    ),
    "another reason of a withdrawal, explained": (
        adding(WITHDRAWN),
        adding(
            WITHDRAWN.replace("not-an-incident", "out-of-scope")
            + "\n"
            + CORRECTED.replace("field: date", "field: withdrawn")
        ),
    ),
    "a second report of a count": (
        _reported(INJURED_FIGHTERS.replace("}", ", report: first}")),
        _reported(*(INJURED_FIGHTERS.replace("}", f", report: {ref}}}") for ref in ("first", "second"))),
    ),
    "a count said of the only location": (
        _harmed(INJURED_FIGHTERS),
        _harmed(INJURED_FIGHTERS.replace("}", ", location: testland}")),
    ),
}


@pytest.mark.parametrize("states", FREE.values(), ids=FREE.keys())
def test_free(states: tuple[Changes, Changes], tmp_path: Path) -> None:
    """New records, other names of files, other words and what a correction tells of are no findings of history."""
    assert [found for found in found_since(tmp_path, *states) if found[0][0] == "H"] == []


def test_broken_record_is_not_gone(tmp_path: Path) -> None:
    """A record whose file has a fault, or cannot be read, is not taken for deleted."""
    assert [found[0] for found in found_since(tmp_path / "a", {}, in_strike("type: air", "tipe: air"))] == ["S101"]
    assert {found[0][0] for found in found_since(tmp_path / "b", {}, {STRIKE: b"---\nid: [\n"})} == {"Y"}


@pytest.mark.parametrize("more", [{}, {SECOND: SECOND_TEXT}], ids=["named once", "named twice"])
def test_uses_of_a_type_that_is_gone(more: Changes, tmp_path: Path) -> None:
    """An incident of a type that has gone is not reported beside the going."""
    types = GOOD["vocabulary/types.yml"].replace("air-drone-strike", "drone-strike")
    found = found_since(tmp_path, more, {**more, "vocabulary/types.yml": types})
    assert [(rule, path) for rule, path, *_ in found] == [("H705", "vocabulary/types.yml")]


def test_references_to_what_is_gone(tmp_path: Path) -> None:
    """A link to a record that has gone is not reported beside the going."""
    related = SECOND_TEXT.replace("location:", "related: [{id: syb-4k7m2xq, relation: follows}]\nlocation:")
    found = found_since(tmp_path, {SECOND: related}, {SECOND: related, STRIKE: None})
    assert [(rule, path) for rule, path, *_ in found] == [("H703", STRIKE)]
