"""`archive completion`: what a shell offers to complete a command line with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = [sys.executable, "-m", "generator"]


def completed(root: Path, *words: str) -> list[str]:
    """What is offered for the last of the words, asked for as bash asks."""
    given = {
        "_ARCHIVE_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("archive", *words)),
        "COMP_CWORD": str(len(words)),
    }
    done = subprocess.run(PYTHON, cwd=root, env=os.environ | given, capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ne"], ["plain,new"]),
        (["check", "--wat"], ["plain,--watch"]),
        (["check", "--format", "con"], ["plain,concise"]),
        (["new", "--location", "con"], ["plain,conoco-gas-field"]),
        (["new", "--location", "Koniko"], ["plain,conoco-gas-field"]),
        (["new", "--location", "كونيكو"], ["plain,conoco-gas-field"]),
        (["new", "--within", "deir"], ["plain,deir-ez-zor-governorate"]),
        (["new", "--location", "nothing-like-it"], []),
        (["new", "--source", "observatory"], ["plain,sohr"]),
        (["new", "--type", "air"], ["plain,air-drone-strike"]),
        (["new", "--type", "rocket"], ["plain,shelling-artillery-missile"]),
        (["new", "--source-kind", "newsp"], ["plain,newspaper"]),
        (["new", "--from", "ans"], ["file,ans"]),
        (["explain", "S10"], [f"plain,S10{number}" for number in range(1, 10)]),
        (["explain", "missing-k"], ["plain,missing-key"]),
        (["completion", "z"], ["plain,zsh"]),
    ],
)
def test_offered(root: Path, words: list[str], offered: list[str]) -> None:
    """Commands, options, keys by any of their names and codes of rules are completed."""
    assert completed(root, *words) == offered


def test_a_broken_archive_is_silent(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files that cannot be read, or none at all, are no reason to print into somebody's command line."""
    (root / "incidents/locations/conoco-gas-field.yml").write_bytes(b"names: [\xff\n")
    (root / "incidents/locations/$(touch x) y.yml").write_text("name: Conoco\n", encoding="utf-8")
    (root / "incidents/vocabulary/types.yml").write_text("- terms\n", encoding="utf-8")
    assert completed(root, "new", "--location", "cono") == ["plain,conoco-gas-field"]
    assert completed(root, "new", "--type", "air") == []
    assert completed(tmp_path_factory.mktemp("empty"), "new", "--location", "cono") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script(root: Path, shell: str) -> None:
    """The script of each shell calls `archive` for its completions; bash accepts it."""
    done = subprocess.run([*PYTHON, "completion", shell], cwd=root, capture_output=True, text=True, check=True)
    assert f"_ARCHIVE_COMPLETE={shell}_complete" in done.stdout
    found = shutil.which(shell)
    if found:
        subprocess.run([found, "-n"], input=done.stdout, text=True, check=True)


def test_in_bash(root: Path, tmp_path: Path) -> None:
    """In a real bash the script completes the key of a location from a word of one of its names."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash here")
    program = tmp_path / "bin/archive"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m generator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        "source <(archive completion bash)\nCOMP_WORDS=(archive new --location Koniko)\nCOMP_CWORD=3\n"
        '_archive_completion archive\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [bash, "-c", script], cwd=root, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("conoco-gas-field\n", "")
