"""Bad input of every kind gets one located, plain sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from invented_archive import (
    BODY,
    GOOD,
    SECOND,
    SECOND_TEXT,
    STRIKE,
    TESTLAND,
    Changes,
    Found,
    Row,
    WriteArchive,
    checked,
    found_in,
)

from generator.reading.finding import Span

ROWS: list[Row] = [
    (
        "a misspelt key",
        {STRIKE: [("status: single", "statsu: single")]},
        ("S101", STRIKE, 5, 1, "`statsu` is not a key of an incident"),
    ),
    (
        "an unknown location",
        {STRIKE: [("location: testland", "location: koniko")]},
        ("R201", STRIKE, 7, 11, "there is no location `koniko`"),
    ),
    (
        "a status above its ceiling",
        {STRIKE: [("single-source", "confirmed")]},
        (
            "P411",
            STRIKE,
            5,
            9,
            "`confirmed` is more than the reports support: at most `single-source`, one line of origin: Synthetic Observatory",
        ),
    ),
    (
        "an impossible date",
        {STRIKE: [("2024-01-05", "2023-02-30")]},
        ("S108", STRIKE, 6, 15, "`date`: 30 February does not exist: February 2023 has 28 days"),
    ),
    (
        "one id in two files",
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
        "a key twice",
        {STRIKE: [("type: air", "title: Synthetic other title\ntype: air")]},
        ("Y101", STRIKE, 4, 1, "the key `title` stands twice in one mapping; keep one"),
    ),
    (
        "a tab as indentation",
        {STRIKE: [("    source: obs", "\tsource: obs")]},
        ("Y120", STRIKE, 10, 1, "line 10 is indented with a tab; YAML takes spaces only"),
    ),
    (
        "a file saved as Latin-1",
        {STRIKE: GOOD[STRIKE].replace("test base", "café").encode("latin-1")},
        (
            "Y201",
            STRIKE,
            3,
            39,
            "the file must be saved as UTF-8, and byte 58 (0xE9) is not (read as Latin-1 it is `é`)",
        ),
    ),
    ("an empty file", {SECOND: ""}, ("Y212", SECOND, 0, 0, "the file is empty")),
    (
        "merge-conflict markers",
        {
            STRIKE: [
                (
                    "date: 2024-01-05\n",
                    "<<<<<<< HEAD\ndate: 2024-01-05\n=======\ndate: 2024-01-06\n>>>>>>> main\n",
                )
            ]
        },
        (
            "Y211",
            STRIKE,
            6,
            1,
            "two versions of this file stand in it, one after the other, and wait for a choice",
        ),
    ),
    (
        "a file of 10 MB",
        {SECOND: "a" * 10000000},
        ("Y213", SECOND, 0, 0, "a file has at most 65,536 bytes, and this one has 10,000,000"),
    ),
    (
        "30,000 brackets",
        {STRIKE: [("status: single-source", "status: " + "[" * 30000)]},
        (
            "Y113",
            STRIKE,
            5,
            20,
            "values stand at most 12 levels deep, and here a deeper one begins",
        ),
    ),
    (
        "30,000 brackets in the text",
        {STRIKE: [(BODY, "[" * 30000)]},
        ("Y305", STRIKE, 12, 1, "the text has at most 20,000 bytes, and this one has 30,000"),
    ),
    (
        "a script in the title",
        {
            STRIKE: [
                (
                    "Synthetic drone strike on a test base",
                    "Synthetic <script>alert(1)</script> strike",
                )
            ]
        },
        ("X501", STRIKE, 3, 8, "`title` holds the HTML tag `<script>`; write it in plain words"),
    ),
    (
        "a script in the text",
        {STRIKE: [("a drone struck", "<script>alert(1)</script> a drone struck")]},
        (
            "X501",
            STRIKE,
            12,
            40,
            "the account holds the HTML tag `<script>`; write it in plain words",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_bad_input(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Bad input of each kind gives one located, plain sentence."""
    assert findings_of(changes) == [expected]


def test_symbolic_link(write_archive: WriteArchive, tmp_path: Path) -> None:
    """A symbolic link is not followed, and the finding says what to put in its place."""
    root = write_archive(GOOD)
    secret = tmp_path / "notes.yml"
    secret.write_text("name: Synthetic notes\nkind: monitor\n", encoding="utf-8")
    (root / "sources" / "notes.yml").symlink_to(secret)
    assert found_in(root) == [
        (
            "Y405",
            "sources/notes.yml",
            0,
            0,
            "this is a symbolic link; put the file itself here",
        )
    ]


def test_alias_bomb(write_archive: WriteArchive) -> None:
    """Aliases are never expanded, and all anchors and aliases of a file are one finding at the first."""
    levels = ["  aa: &a [x, x, x, x, x, x, x, x, x]"]
    for below, here in zip("abcdefgh", "bcdefghi", strict=True):
        levels.append(f"  a{here}: &{here} [{', '.join([f'*{below}'] * 9)}]")
    bomb = "name: Testland\nkind: country\nnames:\n" + "\n".join(levels) + "\n"
    outcome = checked(write_archive({**GOOD, TESTLAND: bomb}))
    assert [
        (finding.rule, finding.path, finding.span, finding.message, finding.help) for finding in outcome.findings
    ] == [
        (
            "Y105",
            f"incidents/{TESTLAND}",
            Span(4, 7, 4, 9),
            "`&a` names a value for use elsewhere; write the value without it",
            "If a text that begins with `&` is meant, put it in quotes. 80 more anchors and aliases in this file: write their values too.",
        )
    ]


def test_alias_bomb_at_the_top(write_archive: WriteArchive) -> None:
    """A file of nothing but anchors and aliases is one finding too: what else it lacks is not guessed."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nname: [*b, *b]\n"
    outcome = checked(write_archive({**GOOD, "locations/bomb.yml": bomb}))
    assert [(finding.rule, finding.path, finding.span) for finding in outcome.findings] == [
        ("Y105", "incidents/locations/bomb.yml", Span(1, 4, 1, 6))
    ]


def test_good_archive(write_archive: WriteArchive) -> None:
    """In a good archive nothing is found, and every record is there."""
    outcome = checked(write_archive(GOOD))
    assert outcome.findings == ()
    assert outcome.records.paths == {
        ("actor", "test-forces"): "incidents/actors/test-forces.yml",
        ("incident", "syb-4k7m2xq"): "incidents/records/2024/strike.md",
        ("location", "testland"): "incidents/locations/testland.yml",
        ("settings", ""): "incidents/archive.yml",
        ("source", "observatory"): "incidents/sources/observatory.yml",
        ("vocabulary", "effects"): "incidents/vocabulary/effects.yml",
        ("vocabulary", "means"): "incidents/vocabulary/means.yml",
        ("vocabulary", "targets"): "incidents/vocabulary/targets.yml",
        ("vocabulary", "types"): "incidents/vocabulary/types.yml",
    }
