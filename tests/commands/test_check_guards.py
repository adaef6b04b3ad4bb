"""Where a change to one incident can alter what is found elsewhere, everything is checked; every record here is synthetic."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from linked_archive import IDS, NEW_ID, edit_one, text_of, write_incidents, write_registries

from generator.checking.duplicates.neighbours import Neighbourhood
from generator.checking.duplicates.one_comparison import NEARLY, moves_others
from generator.checking.outcome import Outcome
from generator.cli import main
from generator.commands import checked_archive as archive_checks
from generator.commands.checked_archive import checked_archive
from generator.commands.project import Project

TODAY = date(2026, 11, 22)
A, B, C = IDS[:3]
CARRIER = IDS[-1]
SEEDS = int(os.environ.get("CHECK_EDITS", "16"))
"""Archives with random links; `CHECK_EDITS=200` tries more."""
EDITS_OF_A_SEED = 4
Record = dict[str, Any]


def record(key: str, **more: Any) -> Record:
    """A record that leans on no other; keyword arguments are further fields, None takes one out."""
    day = IDS.index(key) + 1 if key in IDS else 20
    own = {
        "id": key,
        "title": f"Synthetic title {' '.join(key[4])} of a record",
        "type": "strike",
        "date": f"2023-{day:02}-01" if key in IDS else "2023-11-20",
        "location": "base-far",
        "reports": [
            {"url": f"https://example.org/{key}", "source": "observatory", "retrieved": f"2024-03-0{day % 9 + 1}"}
        ],
    }
    return {field: value for field, value in (own | more).items() if value is not None}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An archive with one incident, and a cache of its own."""
    monkeypatch.delenv("ARCHIVE_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_registries(tmp_path / "project" / "incidents")
    project = Project(tmp_path / "project")
    write_carrier(project)
    return project


def write_carrier(project: Project) -> None:
    """The record that the claim of the one ledger names."""
    write(project, "carrier.md", record(CARRIER, reports=[{"report": "ledger", "claims": ["s1.1"]}]))


def write(project: Project, name: str, text: Record | str, account: str = "A synthetic account.") -> Path:
    file = project.incidents / "records" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text if isinstance(text, str) else text_of(text, account), encoding="utf-8")
    return file


def found(project: Project, *, cached: bool = True, each_place: bool = True) -> Outcome:
    return checked_archive(project, TODAY, each_place=each_place, cached=cached)


def same(outcome: Outcome, other: Outcome) -> bool:
    """Whether two outcomes are one but for fresh ids, of which each check gives others."""
    minted = re.compile(r"`id: syn-[0-9a-z]{7}`")
    return minted.sub("", repr(outcome)) == minted.sub("", repr(other))


def told_after(project: Project, before: Mapping[str, Record | str], after: Mapping[str, Record | str]) -> list[str]:
    """File and rule of each finding after some files were written anew, once those of a check without cache are the same."""
    for name, sound in before.items():
        write(project, name, sound)
    found(project)
    for name, text in after.items():
        write(project, name, text)
    outcome = found(project)
    assert same(outcome, found(project, cached=False))
    return [f"{finding.path.rpartition('/')[2]} {finding.rule}" for finding in outcome.findings]


THREE = {"a.md": record(A), "b.md": record(B), "c.md": record(C)}
RELATIVE = {"value": "2023-02-01", "relative": {"relation": "after", "to": A}}
MERGED = {"on": "2024-05-01", "reason": "duplicate"}
ALIKE = {"title": "Synthetic drones at the base", "date": "2023-01-01"}
NOT_SAME = [{"id": B, "relation": "not-same", "basis": "synthetic"}]
OLDER, NEWER = "2024-03-01", "2024-03-02"


def cited(key: str, read: str) -> list[Record]:
    return [{"url": f"https://example.org/{key}", "source": "observatory", "retrieved": read}]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            THREE | {"b.md": record(B, date=RELATIVE)},
            {"a.md": record(A, date="2023-06-01")},
            ["b.md P405"],
            id="a date by which another is dated",
        ),
        pytest.param(
            THREE | {"b.md": record(B, date=RELATIVE)},
            {"a.md": record(A, date={"value": "2023-01-01", "relative": {"relation": "before", "to": B}})},
            ["a.md R203"],
            id="two dated by one another",
        ),
        pytest.param(
            THREE | {"b.md": record(B, withdrawn=MERGED | {"merged_into": A})},
            {"a.md": record(A, withdrawn=MERGED | {"merged_into": C})},
            ["b.md R208"],
            id="merged into one that is withdrawn now",
        ),
        pytest.param(
            THREE,
            {"carrier.md": record(CARRIER, reports=[{"report": "ledger"}])},
            ["ledger.yml R303"],
            id="a claim that is no longer cited back",
        ),
        pytest.param(
            THREE,
            {"b.md": record(B, reports=[{"report": "ledger", "claims": ["s1.1"]}])},
            ["b.md R305"],
            id="a claim that names another",
        ),
        pytest.param(
            THREE, {"carrier.md": "---\ntitle: [\n---\nA synthetic account.\n"}, ["carrier.md Y121"],
            id="the record of a claim is lost",
        ),
        pytest.param(
            THREE, {"b.md": record(B, reports=cited(f"{C}?utm_source=x", NEWER))}, ["b.md X509", "c.md D601"],
            id="an item that another cites",
        ),
        pytest.param(
            THREE, {"b.md": record(B, reports=cited("tally", NEWER))}, ["count.yml D601"],
            id="an item that a tally cites",
        ),
        pytest.param(
            THREE | {"b.md": record(B, reports=cited(C, NEWER))}, {"b.md": record(B)}, [],
            id="an item that another cited",
        ),
        pytest.param(
            THREE | {"b.md": record(B, reports=cited("tally", NEWER))}, {"b.md": record(B)}, [],
            id="an item that a tally cited",
        ),
        pytest.param(
            {"a.md": record(A, **ALIKE), "b.md": record(B)}, {"b.md": record(B, **ALIKE, reports=cited(B, OLDER))},
            ["a.md D605"],
            id="like a newer one",
        ),
        pytest.param(
            {"a.md": record(A, **ALIKE), "b.md": record(B, **ALIKE, reports=cited(B, OLDER))}, {"b.md": record(B)}, [],
            id="no longer like a newer one",
        ),
        pytest.param(
            {
                "a.md": record(A, **ALIKE, waive=[{"rule": "D605", "reason": "synthetic"}]),
                "b.md": record(B, **ALIKE, reports=cited(B, OLDER)),
            },
            {"b.md": record(B)},
            ["a.md P420"],
            id="what a newer one waives",
        ),
        pytest.param(
            {"a.md": record(A, **ALIKE, related=NOT_SAME), "b.md": record(B, **ALIKE)}, {"a.md": record(A, **ALIKE)},
            ["b.md D605"], id="no longer says how it stands to a newer one",
        ),
        pytest.param(
            THREE | {"b.md": record(B, reports=cited(C, NEWER))}, {"c.md": record(C, title="Synthetic title, changed")},
            ["c.md D601"], id="still cites what another cites",
        ),
        pytest.param(THREE, {"b.md": record(A)}, ["b.md R202"], id="the id of another"),
        pytest.param(THREE, {"new.md": record(A)}, ["new.md R202"], id="a new file with the id of another"),
        pytest.param(THREE | {"c.md": record(C, related=[{"id": B, "relation": "follows"}])}, {"b.md": record(NEW_ID)},
                     ["c.md R201"], id="an id that another names"),
        pytest.param(
            THREE | {"c.md": record(C, related=[{"id": B, "relation": "follows"}])},
            {"b.md": text_of(record(NEW_ID, title="SHORT"), "A synthetic account.")},
            ["b.md S105", "c.md R201"],
            id="an id that another names, in a record with a mistake",
        ),
        pytest.param(
            THREE | {"b.md": record(B, date=RELATIVE)}, {"a.md": "---\ntitle: [\n---\nA synthetic account.\n"},
            ["a.md Y121"],
            id="one by which another is dated is lost",
        ),
        pytest.param(THREE, {"B.md": record(NEW_ID)}, ["B.md Y404"], id="a name that differs by capitals"),
        pytest.param(THREE, {"b.yml": yaml.safe_dump(record(NEW_ID, narrative="A synthetic account."))}, ["b.yml Y404"], id="a name that differs by its ending"),
        pytest.param(
            THREE,
            {"sources/Obervatory.md": record(NEW_ID, reports=[{"url": "https://example.org/n", "source": "obervatori"}])},
            ["Obervatory.md Y403", "Obervatory.md R201"],
            id="a name that is none",
        ),
        pytest.param(THREE, {"a.md": record(A, title="Synthetic title, changed"), "b.md": record(B, date="2023-08-01")},
                     [], id="two files at once"),
    ],
)  # fmt: skip
def test_what_alters_others(
    project: Project, judged: list[bool], before: dict[str, Record], after: dict[str, Record | str], told: list[str]
) -> None:
    """Where a change alters, or might alter, what is found in another file, it is not judged alone."""
    assert told_after(project, before, after) == told
    assert True not in judged


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(THREE, {"b.md": record(B, reports=[{"url": "https://example.org/item", "source": "observatory"}])},
                     ["b.md D602"], id="an item with a file"),
        pytest.param({"a.md": record(A, **ALIKE), "b.md": record(B)}, {"b.md": record(B, **ALIKE)}, ["b.md D605"],
                     id="like an older one"),
        pytest.param({"a.md": record(A, **ALIKE), "b.md": record(B, **ALIKE)}, {"b.md": record(B)}, [],
                     id="no longer like an older one"),
        pytest.param(
            {"a.md": record(A, **ALIKE), "b.md": record(B, **ALIKE)},
            {"b.md": record(B, **ALIKE, related=[{"id": A, "relation": "not-same", "basis": "synthetic"}])},
            [], id="says how it stands to one like it",
        ),
        pytest.param(
            {"a.md": record(A, **ALIKE), "b.md": record(B, **ALIKE, related=[{"id": A, "relation": "follows"}])},
            {"b.md": record(B, **ALIKE)}, ["b.md D605"], id="no longer says how it stands to an older one",
        ),
        pytest.param(
            {"a.md": record(A, **ALIKE), "b.md": record(B, **ALIKE)},
            {"b.md": record(B, **ALIKE, waive=[{"rule": "D605", "reason": "synthetic"}])},
            [], id="waives that it is like another",
        ),
        pytest.param(THREE, {"b.md": record(B, date={"value": "2023-02-01", "relative": {"relation": "before", "to": A}},
                                            related=[{"id": A, "relation": "follows"}])},
                     None, id="dated by another"),
        pytest.param(THREE, {"b.md": record(B, withdrawn=MERGED | {"merged_into": A})}, None, id="withdrawn"),
        pytest.param(THREE, {"b.md": record(B, waive=[{"rule": "T801", "reason": "synthetic"}])}, ["b.md P420"],
                     id="waives what is not there"),
        pytest.param(THREE, {"b.md": record(B, related=[{"id": "syn-2222zzz", "relation": "follows"}])}, ["b.md R201"],
                     id="names one that is not there"),
        pytest.param(THREE, {"new.md": record("abc-4k7m2xq")}, ["new.md S113"], id="another prefix"),
        pytest.param(THREE, {"b.md": "---\ntitle: [\n---\nA synthetic account.\n"}, ["b.md Y121"], id="lost"),
        pytest.param(
            THREE | {"b.md": record(B, translations={"fr": {"title": "Titre synthétique"}})},
            {"c.md": record(C, title="Synthetic title, changed")}, ["b.md R216"], id="beside a finding of one record",
        ),
    ],
)  # fmt: skip
def test_what_alters_only_itself(
    project: Project,
    judged: list[bool],
    before: dict[str, Record],
    after: dict[str, Record | str],
    told: list[str] | None,
) -> None:
    """What a change alters in its own file alone is found by judging that file alone; None: everything is checked."""
    result = told_after(project, before, after)
    assert judged == [told is not None]
    assert told is None or result == told


@pytest.mark.parametrize(
    ("account", "rules"),
    [
        ("Synthetic, said of martyrs.", ["T801"]),
        ("It is reported that it burned.", ["T802"]),
        ("Seen in Kwon.", ["T803"]),
        ("Seen at Baseone Three.", ["T804"]),
        ("Synthetic <b>tag</b>.", ["X501"]),
        ("Synthetic [link](javascript:y).", ["X502"]),
        ("Synthetic ![image](https://example.org/a.png).", ["X503"]),
        ("Write to a.person@example.org.", ["X504"]),
        ("- " * 60 + "synthetic", ["X505"]),
        ("Call +963 11 555 0100.", ["X506"]),
        ("Posted by @synthetic.", ["X507"]),
        ("It lies at 35.33412, 40.32551.", ["X508"]),
        ("See https://example.org/a?utm_source=x.", ["X509"]),
        ("See https://bit.ly/synthetic.", ["X510"]),
        ("Synthetic\u202e account.", ["Y204"]),
        ("", ["Y304"]),
        ("Synthetic. " * 1900, ["Y305"]),
        ("Synthetic [link](https://example.org/new).", []),
        ("\n\n\nA synthetic account.", []),
    ],
)
def test_an_account(project: Project, judged: list[bool], account: str, rules: list[str]) -> None:
    """Whatever an account says is found, also beside keys in which there is nothing to find."""
    write(project, "b.md", record(B))
    found(project)
    write(project, "b.md", record(B), account)
    outcome = found(project)
    assert outcome == found(project, cached=False)
    assert ([finding.rule for finding in outcome.findings], judged) == (rules, [True])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("It is reported that it burned.", "A synthetic account.", id="a mistake taken back"),
        pytest.param("See [this](javascript:y).", "See [this](javascript:y), again.", id="a bad link that stays"),
        pytest.param("Posted by @synthetic.", "Now posted by @synthetic.", id="a mistake that moves"),
    ],
)
def test_an_account_with_a_mistake(project: Project, before: str, after: str) -> None:
    """An account in which there was something to find is judged with its record."""
    write(project, "b.md", record(B), before)
    found(project)
    write(project, "b.md", record(B), after)
    assert found(project) == found(project, cached=False)


def test_an_account_that_is_waived(project: Project) -> None:
    """A waiver for what an account said waives nothing once it does not say it any more."""
    waived = record(B, waive=[{"rule": "T802", "reason": "synthetic"}])
    write(project, "b.md", waived, "It is reported that it burned.")
    assert found(project).findings == ()
    write(project, "b.md", waived)
    assert [finding.rule for finding in found(project).findings] == ["P420"]


def test_the_prefix_of_the_only_record(project: Project) -> None:
    """An id with another prefix beside no other record is told as a check of everything tells it."""
    carrier, ledger = project.incidents / "records/carrier.md", project.incidents / "reports/ledger.yml"
    carrier.unlink()
    ledger.unlink()
    assert told_after(project, {}, {"a.md": record("abc-4k7m2xq")}) == ["a.md S113"]
    assert told_after(project, {"a.md": record(A)}, {"a.md": record("abc-4k7m2xq")}) == ["a.md S113"]


def test_more_alike_than_are_named(project: Project, judged: list[bool]) -> None:
    """Of many records like a changed one the likest are named, as in a check of everything."""
    alike = {f"{key}.md": record(key, **ALIKE, reports=cited(key, OLDER)) for key in IDS[:4]}
    last = record(IDS[5], reports=cited(IDS[5], NEWER))
    told = told_after(project, alike | {"z.md": last}, {"z.md": last | ALIKE})
    assert told.count("z.md D605") == 3
    assert judged == [True]


def test_a_likest_one_that_goes(project: Project, judged: list[bool]) -> None:
    """Where one of many goes that are like a record, another is named in its place."""
    alike = {f"{key}.md": record(key, **ALIKE, reports=cited(key, OLDER)) for key in IDS[:4]}
    before = alike | {"z.md": record(IDS[5], **ALIKE, reports=cited(IDS[5], NEWER))}
    told = told_after(project, before, {f"{A}.md": record(A, reports=cited(A, OLDER))})
    assert told.count("z.md D605") == 3
    assert judged == [False]


def test_one_like_another_and_not_named(project: Project, judged: list[bool]) -> None:
    """A record that is like a newer one, which names three that are liker, is held against it anew when it gets newer."""
    four = {
        f"{key}.md": record(
            key,
            **ALIKE,
            reports=cited(key, OLDER),
            related=[{"id": other, "relation": "not-same", "basis": "synthetic"} for other in IDS[:number]] or None,
        )
        for number, key in enumerate(IDS[:4])
    }
    before = four | {"z.md": record(IDS[5], **ALIKE, reports=cited(IDS[5], NEWER))}
    last = four[f"{IDS[3]}.md"] | {"reports": cited(IDS[3], "2024-03-03")}
    assert told_after(project, before, {f"{IDS[3]}.md": last}) == [f"{IDS[3]}.md D605", *["z.md D605"] * 3]
    assert judged == [False]


def test_a_full_place(project: Project, judged: list[bool]) -> None:
    """Where a place and day hold more records than are held against one another, all are held against all anew."""
    ids = [f"syn-b{number // 10}c{number % 10}dfg" for number in range(45)]
    many = {f"{key}.md": record(key, title=f"Bombardment{number}", date="2023-01-01") for number, key in enumerate(ids)}
    first = many[f"{ids[0]}.md"] | {"title": "Bombardment44", "reports": cited(ids[0], "2024-04-01")}
    assert told_after(project, many, {f"{ids[0]}.md": first}) == []
    assert judged == [False]


def test_a_great_change_of_weights() -> None:
    """A change of weights that reaches further than from the pairs that are looked at is taken to alter others."""
    around = Neighbourhood({})
    kept = ("type", "strike")
    assert moves_others({"near_pairs": []}, {}, around, ({kept: 1.0}, {kept: 1 - NEARLY}), A)
    assert not moves_others({"near_pairs": []}, {}, around, ({kept: 1.0}, {kept: 1.01 - NEARLY}), A)


def test_a_full_month(project: Project, judged: list[bool]) -> None:
    """A record of some day of a month is held against as many of that month as in a check of everything."""
    ids = [f"syn-b{number // 10}c{number % 10}dfg" for number in range(45)]
    many = {
        f"{key}.md": record(key, title=f"Bombardment{number}", date=f"2023-01-{number % 31 + 1:02}")
        for number, key in enumerate(ids)
    }
    last = record("syn-zzzzzz9", title="Bombardment0", date="2023-01")
    assert told_after(project, many, {"z.md": last}) == []
    assert judged == [False]


@pytest.mark.parametrize(
    ("common", "rare", "edited", "told"),
    [
        pytest.param(12, 0, {"0.md": {"type": "strike"}}, ["b.md D606"], id="the common type gets rarer"),
        pytest.param(12, 1, {"0.md": None}, ["0.md Y121", "b.md D606"], id="one of the common type is lost"),
        pytest.param(10, 1, {"10.md": None}, ["10.md Y121"], id="one of the rare type is lost"),
        pytest.param(11, 1, {"12.md": {"type": "shelling"}}, [], id="one more of the common type"),
    ],
)
def test_what_makes_two_others_alike(
    project: Project, judged: list[bool], common: int, rare: int, edited: dict[str, Record | None], told: list[str]
) -> None:
    """Where a change to a third record makes a type that two others share rarer or more common, all are compared anew."""
    write(project, "carrier.md", record(CARRIER, type="shelling", reports=[{"report": "ledger", "claims": ["s1.1"]}]))
    pair = {"type": "shelling", "date": "2023-01-01"}
    before = {"a.md": record(A, **pair, title="Bombardment"), "b.md": record(B, **pair, title="Bombardment elsewhere")}
    third = {
        number: record(f"syn-b{number // 10}c{number % 10}dfg", title=f"Filler {number}", date=f"{1990 + number}-01-01")
        for number in range(common + rare + 1)
    }
    before |= {
        f"{number}.md": third[number] | {"type": "shelling" if number < common else "strike"}
        for number in range(common + rare)
    }
    after = {
        name: third[int(name[:-3])] | more if more else "---\ntitle: [\n---\nSynthetic.\n"
        for name, more in edited.items()
    }
    assert told_after(project, before, after) == told
    assert judged == [False]


UNKNOWN = [{"id": NEW_ID, "relation": "follows"}]
LOST = "---\ntitle: [\n---\nA synthetic account.\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(
            THREE | {"c.md": record(C, related=UNKNOWN)}, {"d.md": record(NEW_ID)}, [], id="an id that is there now"
        ),
        pytest.param(
            THREE | {"b.md": record(B, related=UNKNOWN), "c.md": LOST},
            {"c.md": record(C)},
            ["b.md R201"],
            id="a record that can be read again",
        ),
        pytest.param(
            {"a.md": record(A), "vocabulary/effects.yml": None},
            {"a.md": record(A, effects=[{"kind": "injured"}])},
            ["effects.yml S115"],
            id="a vocabulary that is needed now",
        ),
        pytest.param(
            THREE | {"sources/Obervatory.md": record(NEW_ID)},
            {"b.md": record(B, reports=[{"url": "https://example.org/n", "source": "obervatori"}])},
            ["b.md R201", "Obervatory.md Y403"],
            id="a name that another record asks for",
        ),
    ],
)
def test_an_archive_that_misses_something(
    project: Project,
    judged: list[bool],
    before: dict[str, Record | str | None],
    after: dict[str, Record | str],
    told: list[str],
) -> None:
    """Where something was missing or unread, a change may supply it, and everything is checked."""
    for name in [name for name, text in before.items() if text is None]:
        (project.incidents / name).unlink()
    assert told_after(project, {name: text for name, text in before.items() if text is not None}, after) == told
    assert judged == []


@pytest.mark.parametrize(
    "place", ["مسودة.txt", "records/.مسودة.swp", "records/\u0301x~", "sources/#é#", "a\tb.txt", "a\nb.txt"]
)
def test_names_in_any_script(project: Project, judged: list[bool], place: str) -> None:
    """A file that is no record may be called anything, and others are judged beside it."""
    for name, text in THREE.items():
        write(project, name, text)
    (project.incidents / place).parent.mkdir(exist_ok=True)
    (project.incidents / place).write_text("synthetic", encoding="utf-8")
    assert len(found(project).findings) == 1
    write(project, "a.md", record(A, title="Synthetic title, changed"))
    assert found(project) == found(project, cached=False)
    assert judged == [True]


def test_two_names_that_show_as_one(project: Project) -> None:
    """Of two files whose names are shown alike one may go beside a change to a record."""
    for name, text in THREE.items():
        write(project, name, text)
    for name in (".a\t.swp", ".a .swp"):
        (project.incidents / "records" / name).write_text("synthetic", encoding="utf-8")
    assert len(found(project).findings) == 1
    (project.incidents / "records" / ".a\t.swp").unlink()
    write(project, "a.md", record(A, title="Synthetic title, changed"))
    assert found(project) == found(project, cached=False)


@pytest.mark.parametrize("kind", ["renamed", "a link", "a folder", "gone", "a pipe"])
def test_a_file_that_is_another(project: Project, judged: list[bool], kind: str) -> None:
    """A record that has been renamed, has gone or is no file any more is a matter for the whole archive."""
    for name, text in THREE.items():
        write(project, name, text)
    found(project)
    file = project.incidents / "records" / "b.md"
    real = file.rename(file.with_name("real.md"))
    if kind != "renamed":
        real.unlink()
    if kind == "a link":
        file.symlink_to(file.with_name("a.md"))
    elif kind == "a folder":
        file.mkdir()
    elif kind == "a pipe":
        os.mkfifo(file)
    assert found(project) == found(project, cached=False)
    assert judged == []


def test_a_change_that_leaves_time_and_size(project: Project) -> None:
    """A record of the same size and time that says otherwise is judged anew."""
    file = write(project, "a.md", record(A))
    status = file.stat()
    found(project)
    write(project, "a.md", record(A, type="strikf"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    assert [finding.rule for finding in found(project).findings] == ["S104"]


def run(project: Project, *paths: str, without: bool = False) -> tuple[int, str]:
    words = ["check", "--root", str(project.root), *(["--no-cache"] if without else []), *paths]
    result = CliRunner().invoke(main, words)
    return result.exit_code, result.output


def test_any_paths(project: Project, tmp_path: Path, judged: list[bool]) -> None:
    """Files, folders, links to them and one of them twice narrow what is told after an edit as without the cache."""
    for name, text in THREE.items():
        write(project, name, text)
    records = project.incidents / "records"
    link = tmp_path / "link"
    link.symlink_to(project.root)
    a, b = str(records / "a.md"), str(records / "b.md")
    asked = [
        (a,),
        (b,),
        (a, b),
        (b, b),
        (str(records),),
        (str(project.root),),
        (str(link / "incidents/records/b.md"),),
        (),
        (str(tmp_path),),
    ]
    for number, paths in enumerate(asked):
        write(
            project, "b.md", record(B, title="Synthetic title, changed", status="corroborated"), f"Synthetic {number}."
        )
        assert run(project, *paths) == run(project, *paths, without=True)
    assert run(project, a)[0] == 0
    assert run(project, b)[0] == 1
    assert all(judged)


@pytest.fixture
def edited(project: Project) -> Callable[[], bool]:
    """Whether the records are as they should be after an edit: told the same with the cache as without."""
    for name, text in THREE.items():
        write(project, name, text)

    def is_same() -> bool:
        write(project, "a.md", record(A, title="SHORT"))
        return found(project) == found(project, cached=False)

    return is_same


def test_another_program(
    project: Project, edited: Callable[[], bool], judged: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program kept is not used."""
    found(project)
    monkeypatch.setattr(archive_checks, "program_digest", lambda: "0" * 64)
    assert edited()
    assert judged == []


def test_a_program_that_changes_while_it_runs(
    project: Project, edited: Callable[[], bool], judged: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program has been changed since it began, nothing is kept."""
    digests = iter(range(100))
    monkeypatch.setattr(archive_checks, "program_digest", lambda: str(next(digests)))
    found(project)
    monkeypatch.setattr(archive_checks, "program_digest", lambda: "0")
    assert edited()
    assert judged == []


def test_a_cache_of_another_person(
    project: Project, edited: Callable[[], bool], judged: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else has put into the cache's folder is neither used nor replaced."""
    found(project)
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    assert edited()
    assert judged == []


def test_a_cache_that_cannot_be_written(
    project: Project, edited: Callable[[], bool], judged: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written the check is made all the same, each time from what was kept before."""

    def refused(*_: object) -> None:
        raise PermissionError

    found(project)
    monkeypatch.setattr(os, "replace", refused)
    assert [edited(), edited()] == [True, True]
    assert judged == [True, True]


def test_several_at_once(project: Project, edited: Callable[[], bool], tmp_path: Path) -> None:
    """Checks after an edit that run at the same time all say the same and leave whole baselines behind."""
    found(project)
    found(project, each_place=False)
    write(project, "a.md", record(A), "It is reported that it burned.")
    command = [sys.executable, "-m", "generator", "check", "--root", str(project.root), "--today", TODAY.isoformat()]
    folder = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    runs = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, cwd=folder) for _ in range(3)]
    said = {run.communicate()[0] for run in runs}
    assert said == {
        subprocess.run([*command, "--no-cache"], env=environment, capture_output=True, cwd=folder, check=False).stdout
    }
    assert [file.suffix for file in (tmp_path / "cache/incident-archive/baselines").iterdir()] == [".baseline"] * 2
    assert edited()


def test_without_the_cache(
    project: Project, edited: Callable[[], bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ARCHIVE_NO_CACHE` leaves what was kept as it is, and looks at none of it."""
    found(project)
    kept = {file: file.read_bytes() for file in (tmp_path / "cache").rglob("*") if file.is_file()}
    monkeypatch.setenv("ARCHIVE_NO_CACHE", "1")
    write(project, "a.md", record(A, title="SHORT"))
    assert run(project)[0] == 1
    assert {file: file.read_bytes() for file in (tmp_path / "cache").rglob("*") if file.is_file()} == kept


@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_edits_of_linked_records(project: Project, tmp_path: Path, seed: int) -> None:
    """After any edit of a record that leans on others a check with the cache tells what one without it tells."""
    sound, cache = tmp_path / "sound", tmp_path / "cache"
    (project.incidents / "records" / "carrier.md").unlink()
    records = write_incidents(project.incidents, random.Random(seed))
    found(project, each_place=seed % 2 == 0)
    shutil.copytree(project.incidents, sound)
    shutil.copytree(cache, tmp_path / "kept")
    for number in range(EDITS_OF_A_SEED):
        edit_one(project.incidents, records, random.Random(seed * 100 + number))
        outcomes = [found(project, each_place=seed % 2 == 0, cached=cached) for cached in (True, False)]
        told = [[(each.order, each.level, each.related) for each in outcome.findings] for outcome in outcomes]
        assert told[0] == told[1], number
        assert outcomes[0].files == outcomes[1].files
        for now, before in ((project.incidents, sound), (cache, tmp_path / "kept")):
            shutil.rmtree(now)
            shutil.copytree(before, now)
