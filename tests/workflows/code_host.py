"""A stand-in for the code host: it runs the steps of the real workflows here, with the files and variables they get there.

Only three things are made up: the tools that need a network (`gh`, and pip, pytest, ruff and mypy behind `make`),
which note how they were called, and the values of `${{ … }}`, which the tests give.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
SCRIPTS = ROOT / "bin" / "ci"
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")

GH = """#!/usr/bin/env {python}
import json, os, sys
here = os.path.dirname(os.path.abspath(__file__))
words = sys.argv[1:]
files = {{}}
for option in ("--input", "--body-file"):
    if option in words:
        with open(words[words.index(option) + 1], encoding="utf-8", newline="") as file:
            files[option] = file.read()
with open(os.path.join(here, "calls.jsonl"), "a", encoding="utf-8") as log:
    log.write(json.dumps({{"words": words, "files": files, "token": os.environ.get("GH_TOKEN", "")}}) + "\\n")
with open(os.path.join(here, "answers.json"), encoding="utf-8") as file:
    answers = json.load(file)
for beginning, code, out, err in answers:
    if " ".join(words).startswith(beginning):
        sys.stdout.write(out)
        sys.stderr.write(err)
        sys.exit(code)
sys.exit("gh: no answer for " + " ".join(words))
"""

VENV_PYTHON = """#!/usr/bin/env bash
# The tests' own Python; what would install or test is only noted down.
printf '%s\\n' "$*" >>"{log}"
case "$*" in
  "-m pip "* | "-m pytest"* | "-m ruff"* | "-m mypy"*) exit 0 ;;
esac
exec "{python}" "$@"
"""


def workflow(name: str) -> dict[Any, Any]:
    """One workflow as YAML gives it."""
    content = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def run_steps() -> dict[tuple[str, str, str], dict[str, Any]]:
    """Every step of every workflow that runs a script, by workflow, job and name."""
    return {
        (path.name, job, step["name"]): step
        for path in sorted(WORKFLOWS.glob("*.yml"))
        for job, content in workflow(path.name)["jobs"].items()
        for step in content["steps"]
        if "run" in step
    }


@dataclass
class CodeHost:
    """One job on a machine of the code host: its workspace, its files and what its tools answer."""

    room: Path
    event: Mapping[str, Any] = field(default_factory=dict)
    answers: list[tuple[str, int, str, str]] = field(default_factory=list)
    """What `gh` gives for calls that begin so: exit code, output, error output."""

    def __post_init__(self) -> None:
        for name in ("workspace", "tools", "temp", "home"):
            (self.room / name).mkdir(parents=True, exist_ok=True)
        self.workspace = self.room / "workspace"
        self.temp = self.room / "temp"
        tools = self.room / "tools"
        _program(tools / "python3", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        _program(tools / "gh", GH.format(python="python3"))
        (self.room / "home" / ".gitconfig").write_text(
            "[user]\nname = Synthetic\nemail = synthetic@example.org\n[init]\ndefaultBranch = main\n[core]\nautocrlf = false\n",
            encoding="utf-8",
        )

    def environment(self) -> dict[str, str]:
        """The variables that every step has."""
        return {
            "PATH": f"{self.room / 'tools'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.room / "home"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "LANG": "C.UTF-8",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_EVENT_PATH": str(self.room / "event.json"),
            "GITHUB_OUTPUT": str(self.room / "output"),
            "GITHUB_STEP_SUMMARY": str(self.room / "summary.md"),
            "GITHUB_REPOSITORY": "synthetic-owner/synthetic-repository",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_RUN_ID": "7",
            "GITHUB_SHA": "0123456789abcdef0123456789abcdef01234567",
            "RUNNER_TEMP": str(self.temp),
            "PYTHONPATH": str(ROOT),
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
        }

    def run(
        self, step: Mapping[str, Any], values: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        """Run a step of a workflow; `values` gives what its expressions stand for."""
        script = self.room / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        settings = {
            name: EXPRESSION.sub(lambda found: (values or {})[found[1]], str(value))
            for name, value in step.get("env", {}).items()
        }
        return self.bash(["bash", "-e", str(script)], **settings)

    def script(self, name: str, *words: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run one of the scripts of `bin/ci` straight away."""
        return self.bash([str(SCRIPTS / name), *words], **settings)

    def bash(self, words: list[str], **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run a program in the workspace, with new files for what it hands on."""
        (self.room / "event.json").write_text(json.dumps(self.event), encoding="utf-8")
        (self.room / "tools" / "answers.json").write_text(json.dumps(self.answers), encoding="utf-8")
        for name in ("output", "summary.md"):
            (self.room / name).write_text("", encoding="utf-8")
        return subprocess.run(
            words,
            cwd=self.workspace,
            env={**self.environment(), **settings},
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            check=False,
        )

    @property
    def outputs(self) -> dict[str, str]:
        """What the last step wrote to GITHUB_OUTPUT."""
        lines = (self.room / "output").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self) -> str:
        """What the last step wrote to GITHUB_STEP_SUMMARY."""
        return (self.room / "summary.md").read_text(encoding="utf-8")

    @property
    def gh_calls(self) -> list[dict[str, Any]]:
        """How `gh` has been called."""
        log = self.room / "tools" / "calls.jsonl"
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []

    def set_up(self, folder: Path) -> None:
        """Give a checkout the environment that `make` would set up."""
        python = folder / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        _program(python, VENV_PYTHON.format(log=self.room / "python.log", python=sys.executable))

    @property
    def python_calls(self) -> list[str]:
        """How the environment's Python has been called."""
        log = self.room / "python.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def git(self, folder: Path, *words: str, stdin: bytes | None = None) -> str:
        """Run git in a folder and return what it printed."""
        done = subprocess.run(
            ["git", *words], cwd=folder, env=self.environment(), input=stdin, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.decode("utf-8", "surrogateescape").strip()


def _program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
