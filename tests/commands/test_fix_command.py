"""`archive fix`: what it writes, what it shows, and its exit code."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from generator.reading import folder
from generator.reading.record_file import read_record

Run = Callable[..., Result]

RECORD = "incidents/records/2023/2023-12-30-synthetic.md"
SOURCE = "incidents/sources/sohr.yml"
SAFE = ("type: shelling-artillery-missile", "tpye: shelling-artillery-missile   # the sort")
UNSAFE = ("date: 2023-12-30", "date: 30.12.2023")


def spoil(root: Path, *changes: tuple[str, str], path: str = RECORD) -> bytes:
    """Change texts of a file; gives its bytes."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_bytes(text.encode())
    return text.encode()


def written(root: Path, path: str = RECORD) -> str:
    return (root / path).read_bytes().decode()


def test_nothing_to_mend(run: Run, root: Path) -> None:
    """In an archive without findings nothing happens, and that is said."""
    result = run("fix")
    assert (result.exit_code, result.output) == (0, "nothing mended; nothing is left\n")


def test_safe(run: Run, root: Path) -> None:
    """A safe fix is written at its place, named, and every other byte and the file's mode stay."""
    before = spoil(root, SAFE).decode()
    (root / RECORD).chmod(0o640)
    result = run("fix")
    assert (result.exit_code, result.output) == (
        0,
        (
            f"mended {RECORD}:4:1: error S101 unknown-key: `tpye` is not a key of an incident\n"
            "1 finding mended in 1 file; nothing is left\n"
        ),
    )
    assert written(root) == before.replace("tpye", "type")
    assert stat.S_IMODE((root / RECORD).stat().st_mode) == 0o640
    assert run("check").exit_code == 0


def test_unsafe_is_shown(run: Run, root: Path) -> None:
    """An unsafe fix is shown as a diff, not written, and counts as left."""
    before = spoil(root, UNSAFE)
    result = run("fix")
    assert result.exit_code == 1
    assert result.output == (
        "Not applied, for it may change what you meant; `archive fix --unsafe` applies it:\n\n"
        f"--- a/{RECORD}\n+++ b/{RECORD}\n@@ -2,7 +2,7 @@\n"
        " id: syn-4k7m2xq\n title: Synthetic rockets at a field\n type: shelling-artillery-missile\n"
        "-date: 30.12.2023\n+date: 2023-12-30\n"
        " location: conoco-gas-field\n reports:\n   - report: sohr-1\n\n"
        "nothing mended; 1 error left: `archive check` shows them\n"
    )
    assert (root / RECORD).read_bytes() == before


def test_unsafe_is_applied_when_asked(run: Run, root: Path) -> None:
    """With --unsafe what is doubtful is written too."""
    before = spoil(root, UNSAFE, SAFE).decode()
    result = run("fix", "--unsafe")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "2 findings mended in 1 file; nothing is left")
    assert written(root) == before.replace("tpye", "type").replace("30.12.2023", "2023-12-30")


def test_diff_writes_nothing(run: Run, root: Path) -> None:
    """With --diff the changes are printed as a diff that `patch` takes, and nothing is written."""
    before = spoil(root, SAFE)
    result = run("fix", "--diff")
    assert (result.exit_code, result.stderr) == (1, "1 finding to mend in 1 file; nothing would be left\n")
    assert (root / RECORD).read_bytes() == before
    done = subprocess.run(["git", "apply", "-"], cwd=root, input=result.stdout.encode(), check=False, capture_output=True)  # fmt: skip
    assert (done.returncode, written(root)) == (0, before.decode().replace("tpye", "type"))


def test_diff_of_odd_files(run: Run, root: Path) -> None:
    """The diff of a file with Windows line ends and without a last one is taken by `patch` too."""
    text = spoil(root, SAFE).decode().rstrip("\n").replace("tpye", "type").replace("\n", "\r\n") + "\u2028"
    (root / RECORD).write_bytes(text.encode())
    result = run("fix", "--diff")
    done = subprocess.run(["git", "apply", "-"], cwd=root, input=result.stdout_bytes, check=False, capture_output=True)
    assert (done.returncode, (root / RECORD).read_bytes()) == (0, text.replace("\r\n", "\n").encode())


def test_paths(run: Run, root: Path) -> None:
    """PATHS narrow what is mended, what is left, and the exit code."""
    before = spoil(root, SAFE)
    spoil(root, ("kind: monitor", "knid: monitor"), path=SOURCE)
    result = run("fix", SOURCE)
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "1 finding mended in 1 file; nothing is left")
    assert ((root / RECORD).read_bytes(), "kind: monitor" in written(root, SOURCE)) == (before, True)


def test_outside(run: Run, root: Path) -> None:
    """A file outside the archive's folder is refused with exit code 2."""
    (root / "other.yml").write_text("tpye: x\n", encoding="utf-8")
    result = run("fix", "other.yml")
    assert (result.exit_code, result.stderr) == (2, "Error: `other.yml` is not in the archive's folder `incidents`\n")


def test_links_are_not_followed(run: Run, root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a link leads to is not touched, whether the link is a file or a folder."""
    outside = tmp_path_factory.mktemp("outside") / "a.yml"
    outside.write_bytes(b"nmae: Synthetic\nkind: monitor\n")
    (root / "incidents/sources/a.yml").symlink_to(outside)
    (root / "incidents/actors").symlink_to(outside.parent)
    result = run("fix", "--unsafe")
    assert (result.exit_code, outside.read_bytes()) == (1, b"nmae: Synthetic\nkind: monitor\n")


def test_unreadable_folder_is_a_fault(run: Run, root: Path) -> None:
    """Where the archive's folder is itself a link nothing is written, with exit code 2 and a plain sentence."""
    spoil(root, SAFE)
    (root / "incidents").rename(root / "real")
    (root / "incidents").symlink_to(root / "real")
    result = run("fix")
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: `{RECORD}` cannot be written: it, or a folder above it, is a link\n",
    )


def test_again(run: Run, root: Path) -> None:
    """A second call finds nothing to mend, whatever the first has done."""
    spoil(root, SAFE, UNSAFE, ("title: Synthetic", "title:  “Synthetic”"))
    run("fix")
    after = (root / RECORD).read_bytes()
    run("fix")
    assert (root / RECORD).read_bytes() == after


def test_hostile_text_is_inert_on_a_terminal(root: Path) -> None:
    """On a build log no sign of a file acts: it stands there by its name."""
    spoil(root, SAFE, ("Synthetic account.", "Synthetic \x1b[31m ##[add-mask]account."))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "fix", "--unsafe", "--diff"],
        cwd=root,
        env={**os.environ, "GITHUB_ACTIONS": "true"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert b"##[" not in done.stdout


def test_saved_meanwhile(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved after the files were read is not overwritten, with exit code 2 and a plain sentence."""
    spoil(root, SAFE)
    saved = written(root).replace("id: syn", "# saved meanwhile\nid: syn")

    def then_save(*given: Any, **named: Any) -> Any:
        record = read_record(*given, **named)
        (root / RECORD).write_bytes(saved.encode())
        return record

    monkeypatch.setattr(folder, "read_record", then_save)
    result = run("fix")
    assert (result.exit_code, result.stderr, written(root)) == (
        2,
        f"Error: `{RECORD}` cannot be written: it has changed meanwhile; run the command again\n",
        saved,
    )
