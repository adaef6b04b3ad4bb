"""A check that judges one changed incident alone says what a check of everything says."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.checking.outcome import Outcome
from generator.commands.checked_archive import checked_archive
from generator.commands.project import Project

PROJECT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
EDITS = int(os.environ.get("CHECK_EDITS", "16"))
"""Edits of the first archive; `CHECK_EDITS=200` tries more."""
SHARES = 4
NEW_INCIDENT = """\
---
id: syb-222bbbb
title: Synthetic record for a test of the check
type: air-drone-strike
date: 2023-06-05
location: conoco-gas-field
reports:
  - url: "https://example.org/synthetic-item"
    source: sohr
---
A synthetic account.
"""
_ID = re.compile(r"\bsyb-[0-9a-z]{7}\b")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A copy of the first archive, and a cache of its own."""
    monkeypatch.delenv("ARCHIVE_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(PROJECT / "incidents", tmp_path / "project" / "incidents")
    return Project(tmp_path / "project")


def found(project: Project, *, each_place: bool, cached: bool) -> Outcome:
    return checked_archive(project, TODAY, each_place=each_place, cached=cached)


def told(outcome: Outcome) -> list[str]:
    """All of an outcome, with fresh ids, which differ each time, as one word."""
    fresh = re.compile(r"(?:a fresh one is|add the line `id:|write `id:|`id:) `?syb-[0-9a-z]{7}|^id: syb-[0-9a-z]{7}")
    return [fresh.sub("…", repr(finding)) for finding in outcome.findings] + list(outcome.files)


# Edits. Each gets the archive's folder and a chance, and leaves something to be found or not.


def incidents(folder: Path) -> list[Path]:
    return sorted((folder / "records").rglob("*.md"))


def change(file: Path, pattern: str, new: str | Callable[[re.Match[str]], str]) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def change_field(folder: Path, chance: random.Random) -> None:
    file, other = chance.sample(incidents(folder), 2)
    theirs = other.read_text(encoding="utf-8")
    id_of_other = _ID.search(theirs).group()  # type: ignore[union-attr]
    title = re.search(r"^title: (.*)$", theirs, re.MULTILINE).group(1)  # type: ignore[union-attr]
    lines: list[tuple[str, str]] = [
        (r"^title: .*$", chance.choice(["title: Synthetic title of a strike", f"title: {title}", "title: Short", "title: STRIKE ON A US BASE!"])),
        (r"^status: .*$", chance.choice(["status: confirmed", "status: unverified", "status: likely", "status: corroborated"])),
        (r"^type: .*$", chance.choice(["type: air-drone-strike", "type: shelling-artillery-missile", "type: nothing-known"])),
        (r"^(\s*)value: .*$", chance.choice([r"\1value: 2023-12-30", r"\1value: 2024-01-05", r"\1value: unknown", r"\1value: 2093-01-01", r"\1value: 2024-01"])),
        (r"^---\n(?=\S[^:\n]*\n|\n)", chance.choice([f"related:\n  - {{id: {id_of_other}, relation: not-same, basis: synthetic}}\n---\n", f"related: [{{id: {id_of_other}, relation: follows}}]\n---\n", "related: [{id: syb-0000001, relation: follows}]\n---\n"])),
        (r"\bsource: \S+$", chance.choice(["source: sohr", "source: nobody-known", "source: {name: Synthetic source, kind: online}"])),
        (r"\breport: [a-z0-9-]+", chance.choice(["report: nothing-known", "report: sohr-a"])),
        (r"^(\s*)key: \S+$", chance.choice([r"\1key: al-hasakah-governorate", r"\1key: nowhere", r"\1key: conoco-gas-field"])),
        (r"\bclaims: \[[^\]]*\]", chance.choice(["claims: [s1.1]", "claims: [s99.1]", "claims: []"])),
        (r"^id: .*$", chance.choice([f"id: {id_of_other}", "id: syb-222bbbb", "id: 7", ""])),
        (r"\bstance: \w+", chance.choice(["stance: denies", "stance: claims", "stance: mentions"])),
        (r"\burl: \S+", chance.choice(['url: "https://example.org/synthetic"', "url: nowhere", 'url: "https://example.org/a?utm_source=x"'])),
        (r"^---\n(?=\S[^:\n]*\n|\n)", f"date: {{value: 2023-12-30, relative: {{relation: after, to: {id_of_other}}}}}\n---\n"),
        (r"^---\n(?=\S[^:\n]*\n|\n)", "waive: [{rule: T801, reason: synthetic}]\n---\n"),
        (r"^---\n(?=\S[^:\n]*\n|\n)", f"withdrawn: {{on: 2024-02-01, reason: duplicate, merged_into: {id_of_other}}}\n---\n"),
        (r"^---\n(?=\S[^:\n]*\n|\n)", "notes: [Synthetic note of the regime., Write to a.person@example.org]\n---\n"),
    ]  # fmt: skip
    change(file, *chance.choice(lines))


def change_account(folder: Path, chance: random.Random) -> None:
    words = [
        "A synthetic sentence.",
        "It is reported that it burned.",
        "[x](javascript:y)",
        "Seen at Koniko.",
        "The regime said so.",
        "Call +963 11 555 0100.",
        "<b>bold</b>",
    ]
    file = chance.choice(incidents(folder))
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{chance.choice(words)}\n", encoding="utf-8")


def break_yaml(folder: Path, chance: random.Random) -> None:
    file = chance.choice(incidents(folder))
    change(file, r"^(\w+): ", chance.choice([r"\1 ", r"\1: [", r"\1: &a ", r"\1: *a ", "---\n", r"\1: “", r"\ttab: "]))


def change_bytes(folder: Path, chance: random.Random) -> None:
    file = chance.choice([*incidents(folder), *sorted(folder.rglob("*.yml"))])
    data = bytearray(file.read_bytes())
    at = chance.randrange(len(data) + 1)
    data[at : at + chance.randrange(3)] = chance.choice(
        [b"", b"x", b": ", b"\n", b"\xff", "ق".encode(), b"#", b'"', b"\r\n", b"7"]
    )
    file.write_bytes(data)


def add(folder: Path, chance: random.Random) -> None:
    file = chance.choice(incidents(folder))
    text = file.read_text(encoding="utf-8")
    if chance.random() < 0.8:
        text = re.sub(
            r"^id: .*$", "id: syb-" + "".join(chance.choices("0123456789bcdfg", k=7)), text, count=1, flags=re.MULTILINE
        )
    if chance.random() < 0.5:
        text = re.sub(r"\burl: \S+", lambda _: f'url: "https://example.org/{chance.randrange(10**6)}"', text)
    if chance.random() < 0.5:
        text = re.sub(r"^title: .*$", "title: Synthetic title of a strike", text, count=1, flags=re.MULTILINE)
    file.with_name(
        chance.choice(["synthetic.md", "Synthetic One.md", f"{file.stem}.yml", "x.swp", "con.md"])
    ).write_text(text, encoding="utf-8")


def delete(folder: Path, chance: random.Random) -> None:
    chance.choice([*incidents(folder), *sorted(folder.rglob("*.yml"))]).unlink()


def rename(folder: Path, chance: random.Random) -> None:
    file = chance.choice([*incidents(folder), *sorted((folder / "sources").iterdir())])
    file.rename(file.with_name(chance.choice([f"synthetic-other{file.suffix}", f"Synthetic Other{file.suffix}"])))


def change_registry(folder: Path, chance: random.Random) -> None:
    file = chance.choice(
        sorted((folder / chance.choice(["sources", "locations", "actors", "reports", "tallies"])).iterdir())
    )
    change(
        file,
        *chance.choice(
            [
                (r"^name: .*$", "name: Synthetic name"),
                (r"^kind: .*$", "kind: country"),
                (r"^within: .*$", "within: nowhere"),
                (r"^represents: .*$", ""),
                (r"\Z", "hidden_names: [Deir]\n"),
            ]
        ),
    )


def change_settings(folder: Path, chance: random.Random) -> None:
    change(
        folder / "archive.yml",
        *chance.choice(
            [
                (r"\Z", "coordinate_decimals: 1\n"),
                (r"^id_prefix: .*$", "id_prefix: abc"),
                (r"^title: .*$", "title: Synthetic"),
            ]
        ),
    )


def change_vocabulary(folder: Path, chance: random.Random) -> None:
    file = chance.choice(sorted((folder / "vocabulary").iterdir()))
    change(
        file,
        *chance.choice(
            [(r"^  (\w[\w-]*):", r"  \1x:"), (r"broader: .*$", "broader: nothing"), (r"^name: .*$", "name: Synthetic")]
        ),
    )


def two_at_once(folder: Path, chance: random.Random) -> None:
    change_field(folder, chance)
    change_account(folder, chance)


KINDS = (change_field,) * 8 + (change_account, break_yaml, change_bytes, add) * 2 + (
    delete, rename, change_registry, change_settings, change_vocabulary, two_at_once,
)  # fmt: skip


@pytest.mark.parametrize("share", range(SHARES))
def test_random_edits_of_the_first_archive(project: Project, judged: list[bool], tmp_path: Path, share: int) -> None:
    """After any edit a check with the cache finds what one without it finds, in the same order."""
    sound, cache = tmp_path / "sound", tmp_path / "sound-cache"
    shutil.copytree(project.incidents, sound)
    for each_place in (False, True):
        found(project, each_place=each_place, cached=True)
    shutil.copytree(tmp_path / "cache", cache)
    for number in range(share, EDITS, SHARES):
        chance = random.Random(number)
        each_place = chance.random() < 0.5
        for edit in [chance.choice(KINDS) for _ in range(chance.choice([1, 1, 1, 2]))]:
            edit(project.incidents, chance)
            new = found(project, each_place=each_place, cached=True)
            assert told(new) == told(found(project, each_place=each_place, cached=False)), (number, edit.__name__)
        for now, before in ((project.incidents, sound), (tmp_path / "cache", cache)):
            shutil.rmtree(now)
            shutil.copytree(before, now)
    assert len(judged) >= EDITS // SHARES // 4, f"{sum(judged)} of {len(judged)} judged alone"


def same_as_whole(project: Project) -> Outcome:
    """What a check with the cache finds, once that is what one without it finds."""
    outcome = found(project, each_place=True, cached=True)
    assert told(outcome) == told(found(project, each_place=True, cached=False))
    return outcome


def first_incident(project: Project) -> Path:
    return incidents(project.incidents)[0]


@pytest.mark.parametrize(
    ("pattern", "new", "rules"),
    [
        pytest.param(r"\Z", "\nA synthetic sentence.\n", [], id="an account"),
        pytest.param(r"\Z", "\nIt is reported that it burned.\n", ["T802"], id="an account with a mistake"),
        pytest.param(r"^title: .*$", "title: Synthetic title of a record", [], id="a title"),
        pytest.param(r"^status: .*$", "status: likely", ["S104"], id="a value that is none"),
        pytest.param(r"^status: .*$", "status: [", ["Y126"], id="broken YAML"),
    ],
)
def test_a_change_to_one_incident(
    project: Project, judged: list[bool], pattern: str, new: str, rules: list[str]
) -> None:
    """Where one incident has changed it is judged alone, a mistake in it is found, and taken back it is gone."""
    assert found(project, each_place=True, cached=True).findings == ()
    file = first_incident(project)
    sound = file.read_text(encoding="utf-8")
    change(file, pattern, new)
    outcome = same_as_whole(project)
    assert [finding.rule for finding in outcome.findings] == rules or not rules
    file.write_text(f"{sound}\nAnother synthetic sentence.\n", encoding="utf-8")
    assert same_as_whole(project).findings == ()
    assert judged == [True, True]


def test_changes_to_one_account_after_another(project: Project, judged: list[bool]) -> None:
    """After the account of one record that of another is judged alone, too."""
    found(project, each_place=True, cached=True)
    for file in incidents(project.incidents)[:3]:
        change(file, r"\Z", "\nA synthetic sentence.\n")
        assert same_as_whole(project).findings == ()
    assert judged == [True, True, True]


def test_a_new_incident(project: Project, judged: list[bool]) -> None:
    """A new file is judged alone, too, and is among the files that were checked."""
    found(project, each_place=True, cached=True)
    file = project.incidents / "records" / "2024" / "synthetic-new.md"
    file.write_text(NEW_INCIDENT, encoding="utf-8")
    outcome = same_as_whole(project)
    assert "incidents/records/2024/synthetic-new.md" in outcome.files
    assert judged == [True]


def test_an_account_costs_no_models(project: Project) -> None:
    """To judge an account, below keys that have not changed, neither pydantic nor the models are imported."""
    script = (
        "import sys\nfrom generator.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    print('pydantic' in sys.modules, 'generator.model.records' in sys.modules)\n"
    )
    command = [sys.executable, "-c", script, "check", "--root", str(project.root), str(first_incident(project))]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}

    def said() -> str:
        return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout

    assert said() == "1 file, nothing to mend\nTrue True\n"
    change(first_incident(project), r"\Z", "\nA synthetic sentence.\n")
    assert said() == "1 file, nothing to mend\nFalse False\n"


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "incident-archive" / "baselines").glob("*"))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-1]), id="cut off"),
        pytest.param(
            lambda file: file.write_bytes(file.read_bytes().replace(b'"decimals":2', b'"decimals":4')),
            id="another letter",
        ),
        pytest.param(lambda file: file.unlink(), id="deleted"),
        pytest.param(lambda file: file.chmod(0o666), id="others may write it"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
    ],
)
def test_a_damaged_baseline_counts_as_none(
    project: Project, judged: list[bool], tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    """Without a baseline that can be believed everything is checked."""
    found(project, each_place=True, cached=True)
    (file,) = kept(tmp_path)
    damage(file)
    change(first_incident(project), r"^title: .*$", "title: Short")
    assert [finding.rule for finding in same_as_whole(project).findings] == ["S105"]
    assert judged == []


def test_a_baseline_is_of_its_day_and_option(project: Project, judged: list[bool]) -> None:
    """A baseline serves neither on another day nor for a check that shows other places."""
    found(project, each_place=True, cached=True)
    change(first_incident(project), r"\Z", "\nA synthetic sentence.\n")
    found(project, each_place=False, cached=True)
    checked_archive(project, date(2026, 11, 23), each_place=True)
    assert judged == []


def test_no_baseline_of_an_archive_that_misses_something(project: Project, tmp_path: Path) -> None:
    """Where a record cannot be read, a change to another can alter what is found of it: no baseline is kept."""
    change(first_incident(project), r"^title: .*$", "title: Short")
    found(project, each_place=True, cached=True)
    assert kept(tmp_path) == []
