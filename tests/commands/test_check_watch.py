"""`archive check --watch`: checked again after each save, until Ctrl-C."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from terminal import Terminal

Run = Callable[..., Result]

WAITING = "Ctrl-C ends it\n"
RECORD = "incidents/records/2023/2023-12-30-synthetic.md"


def screens(said: str) -> list[str]:
    """What stood on the screen between one wiping and the next, without colours."""
    return [re.sub(r"\x1b\[[0-9;]*[mHJ]", "", part) for part in said.split("\x1b[2J")[1:]]


def watching(root: Path, *words: str) -> Terminal:
    one = Terminal(root, "check", "--watch", *words)
    one.wait_for(WAITING)
    return one


def saved_by_moving(file: Path, text: str) -> None:
    """Save as editors do that write another file and move it over the old one."""
    beside = file.with_name(f".{file.name}.swp")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, file)


def test_saved_and_mended(root: Path) -> None:
    """A save is checked at once and named, with the time; Ctrl-C ends the watch with exit code 0."""
    file = root / RECORD
    good = file.read_text(encoding="utf-8")
    one = watching(root)
    saved_by_moving(file, good.replace("date: 2023-12-30", "date: 30.12.2023"))
    one.wait_for(WAITING)
    saved_by_moving(file, good)
    one.wait_for(WAITING)
    one.type("\x03")
    code = one.end()
    first, second, third = screens(one.said)
    assert code == 0
    assert re.fullmatch(
        r"8 files, nothing to mend\n\d\d:\d\d:\d\d, waiting for changes in incidents/; Ctrl-C ends it\n",
        first.strip(" "),
    )
    assert second.startswith(
        f"Saved: {RECORD}\n\nerror[S108] date: `date`: `30.12.2023` is not a date the archive can read"
    )
    assert f"--> {RECORD}:5:7\n" in second
    assert third.startswith(f"Saved: {RECORD}\n\n8 files, nothing to mend\n")


def test_what_was_saved_stands_first(root: Path) -> None:
    """Findings of the file just saved stand before those of the others, whatever the order of the paths."""
    (root / "incidents/locations/syria.yml").write_text("name: Syria\nkind: land\n", encoding="utf-8")
    one = watching(root, "--format", "concise")
    (root / "incidents/sources/sohr.yml").write_text("name: S\nkind: monitr\n", encoding="utf-8")
    one.wait_for(WAITING)
    one.type("\x03")
    assert one.end() == 0
    first, second = screens(one.said)
    assert next(line.partition(":")[0] for line in first.splitlines() if line.startswith("incidents/")) == (
        "incidents/locations/syria.yml"
    )
    assert [line.partition(":")[0] for line in second.splitlines() if ": error " in line][:2] == [
        "incidents/sources/sohr.yml",
        "incidents/locations/syria.yml",
    ]


def test_new_and_deleted_files(root: Path) -> None:
    """A file that comes or goes is a change; one that an editor keeps beside it is none."""
    one = watching(root)
    new = root / "incidents/sources/new-source.yml"
    new.with_name(".new-source.yml.swp").write_text("x", encoding="utf-8")
    new.write_text("name: Synthetic\nkind: monitor\n", encoding="utf-8")
    one.wait_for(WAITING)
    new.unlink()
    one.wait_for(WAITING)
    one.type("\x03")
    assert one.end() == 0
    saved = [re.findall(r"^Saved: (.*)$", screen, re.MULTILINE) for screen in screens(one.said)]
    assert saved == [[], ["incidents/sources/new-source.yml"], ["incidents/sources/new-source.yml"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "json"], "`--watch` prints for people: `--format full` or `--format concise`, not `json`"),
        (["--output", "x.txt"], "`--watch` prints to the terminal; leave `--output` out"),
        (["nowhere.md"], "there is no file or folder `nowhere.md`"),
        (["--against", "main"], "this folder is in no git repository, so there is nothing to compare with"),
    ],
)
def test_what_cannot_be_watched(run: Run, words: list[str], said: str) -> None:
    """What cannot be shown again and again is refused at once, with exit code 2."""
    result = run("check", "--watch", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {said}\n")
