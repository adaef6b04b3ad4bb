"""Mistakes that can only have meant one thing are mended unasked, and every other byte stays."""

from datetime import date
from pathlib import Path

import pytest
from invented_archive import GOOD, STRIKE

from generator.checking.check import check
from generator.reading.folder import Reading, read_archive
from generator.writing.fixes import fix

Pair = tuple[str, str]

KEYS = "location: testland\n"
URL = "https://example.org/strike"
LOCATED: Pair = (KEYS, "location:\n\tkey: testland\n\trelation: near\n")

MENDED: list[tuple[str, list[Pair], list[Pair]]] = [
    ("Tabs below one key are two spaces each.", [LOCATED], [(KEYS, "location:\n  key: testland\n  relation: near\n")]),
    (
        "Tabs below one key keep their levels.",
        [(KEYS, "location:\n\tkey: testland\n\talternatives:\n\t\t- testland\n")],
        [(KEYS, "location:\n  key: testland\n  alternatives:\n    - testland\n")],
    ),
    (
        "A word for a truth is that truth.",
        [("    source: observatory", "    source: observatory\n    chains: [[{source: observatory, inferred: yes}]]")],
        [("    source: observatory", "    source: observatory\n    chains: [[{source: observatory, inferred: true}]]")],
    ),
    (
        "A number in quotes is that number.",
        [(KEYS, KEYS + "means: [{kind: uav, count: {min: '3'}}]\n")],
        [(KEYS, KEYS + "means: [{kind: uav, count: {min: 3}}]\n")],
    ),
    (
        "A number in a word, or in quotes, is that number.",
        [(KEYS, KEYS + "means:\n  - {kind: uav, count: three}\neffects: [{kind: injured, count: '3'}]\n")],
        [(KEYS, KEYS + "means:\n  - {kind: uav, count: 3}\neffects: [{kind: injured, count: 3}]\n")],
    ),
    (
        "A dash without a space begins an item.",
        [(KEYS, KEYS + "content_warnings:\n  -graphic images # of a base\n")],
        [(KEYS, KEYS + "content_warnings:\n  - graphic images # of a base\n")],
    ),
    (
        "A part of the day is written small.",
        [("date: 2024-01-05", "date: {value: 2024-01-05, time: Late evening}")],
        [("date: 2024-01-05", "date: {value: 2024-01-05, time: late-evening}")],
    ),
    (
        "A word where a list belongs is a list of one.",
        [(KEYS, KEYS + "content_warnings: images # graphic\n")],
        [(KEYS, KEYS + "content_warnings: [images] # graphic\n")],
    ),
    (
        "An item that a list has already goes, in brackets with its comma.",
        [(KEYS, KEYS + "notes: [one note, one note, another]\n")],
        [(KEYS, KEYS + "notes: [one note, another]\n")],
    ),
    (
        "An item that a list has already goes, on lines of its own with them.",
        [(KEYS, KEYS + "means:\n  - kind: uav\n    count: 2\n  - kind: uav\n    count: 2\n# the end\n")],
        [(KEYS, KEYS + "means:\n  - kind: uav\n    count: 2\n# the end\n")],
    ),
    (
        "Spaces in quotes round a text go.",
        [("title: Synthetic drone strike on a test base", 'title: "Synthetic drone strike on a test base "')],
        [("title: Synthetic drone strike on a test base", 'title: "Synthetic drone strike on a test base"')],
    ),
    ("Scheme and host of an address are small.", [(URL, '"HTTPS://Example.ORG/strike"')], [(URL, f'"{URL}"')]),
    ("A letter in the path of an address is encoded.", [(URL, f'"{URL}/é"')], [(URL, f'"{URL}/%C3%A9"')]),
    ("What tracks goes from an address.", [(URL, URL + "?utm_source=x&utm_campaign=y")], []),
    ("The full stop of a title goes.", [("on a test base\n", "on a test base.\n")], []),
    (
        "A text that begins with a reserved sign gets its quotes.",
        [(KEYS, KEYS + "status_basis: @observatory says so\n")],
        [(KEYS, KEYS + 'status_basis: "@observatory says so"\n')],
    ),
    (
        "A word that is a truth elsewhere gets its quotes.",
        [(KEYS, KEYS + "status_basis: no\n")],
        [(KEYS, KEYS + 'status_basis: "no"\n')],
    ),
]

LEFT: list[tuple[str, list[Pair]]] = [
    ("A tab before spaces", [(KEYS, "location:\n\tkey: testland\n  relation: near\n")]),
    ("Tabs beside spaces", [(KEYS, "location:\n  key: testland\n\trelation: near\n")]),
    ("A tab that may be a level or a gap", [(KEYS, "date:\n\tvalue: 2024-01-05\n\t  basis: x\n\t\ttime: night\n")]),
    ("An item with a comment", [(KEYS, KEYS + "notes:\n  - one note\n  - one note # said twice\n")]),
    ("An address without a scheme", [(URL, "www.example.org/strike")]),
    ("A letter behind the question mark of an address", [(URL, URL + "?q=é")]),
    ("An address that leads elsewhere", [(URL, "HTTPS://localhost/strike")]),
    ("A number with a unit", [(KEYS, KEYS + "means: [{kind: uav, count: {min: '3 km'}}]\n")]),
    ("A range in words", [(KEYS, KEYS + "means: [{kind: uav, count: at least 3}]\n")]),
    ("A number of things", [(KEYS, KEYS + "means: [{kind: uav, count: 3 drones}]\n")]),
    ("Two items that begin with a dash", [(KEYS, KEYS + "content_warnings:\n  -blood\n  -bodies\n")]),
    ("Two words where a list belongs", [(KEYS, KEYS + "content_warnings: blood, bodies\n")]),
    ("An abbreviation at the end of a title", [("on a test base\n", "on a base of the U.S.\n")]),
    ("A backslash", [(KEYS, KEYS + 'status_basis: "a \\path"\n')]),
]


def edited(pairs: list[Pair]) -> str:
    """The strike with other texts in place of some."""
    text = GOOD[STRIKE]
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def mended(text: str, root: Path) -> str:
    """The strike's text after every safe fix."""
    for path, content in {**GOOD, STRIKE: text}.items():
        (root / "incidents" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "incidents" / path).write_bytes(content.encode("utf-8"))

    def recheck(reading: Reading) -> object:
        return check(reading, today=date(2026, 11, 22), mint=lambda: "syb-0000000")

    path = f"incidents/{STRIKE}"
    fixed = fix(read_archive(root / "incidents"), {path: text.encode("utf-8")}, recheck)  # type: ignore[arg-type]
    return fixed.changed.get(path, text.encode("utf-8")).decode("utf-8")


@pytest.mark.parametrize(("rule", "wrong", "right"), MENDED, ids=[row[0] for row in MENDED])
def test_mended(rule: str, wrong: list[Pair], right: list[Pair], tmp_path: Path) -> None:
    """The text is as it should be after the safe fixes, sign for sign."""
    assert mended(edited(wrong), tmp_path) == edited(right)


@pytest.mark.parametrize(("what", "wrong"), LEFT, ids=[row[0] for row in LEFT])
def test_left_alone(what: str, wrong: list[Pair], tmp_path: Path) -> None:
    """What may have meant something else is left as it stands."""
    assert mended(edited(wrong), tmp_path) == edited(wrong)
