"""The small synthetic archive in a real git repository."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

RECORD = "incidents/records/2023/2023-12-30-synthetic.md"
TEXT = """\
---
id: syn-4k7m2xq
title: Synthetic rockets at a field
type: shelling-artillery-missile
date: 2023-12-30
location: conoco-gas-field
reports:
  - report: sohr-1
---
Synthetic account.
"""
"""A record like the one of the archive."""
_ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Synthetic",
    "GIT_AUTHOR_EMAIL": "synthetic@example.org",
    "GIT_COMMITTER_NAME": "Synthetic",
    "GIT_COMMITTER_EMAIL": "synthetic@example.org",
}


def surroundings(**more: str) -> dict[str, str]:
    """The environment without what this computer's git and workflows would add."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "GITHUB_")) and name not in ("NO_COLOR", "SITE_URL")
    }
    return {**kept, **_ALONE, **more}


@dataclass(frozen=True)
class GitProject:
    """A project's root in a git repository."""

    root: Path

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.root, env=surroundings(), capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout.strip()

    def commit(self, message: str = "synthetic") -> str:
        """Commit everything; gives the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, old: str, new: str, path: str = RECORD) -> None:
        """Replace a text that stands once in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(path, text.replace(old, new))

    def archive(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run the real program, as a shell starts it."""
        return subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=self.root,
            env=surroundings(**environment),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            check=False,
        )


def git_project(root: Path) -> GitProject:
    """The archive in `root` as the first commit of the branch `main`."""
    project = GitProject(root)
    project.git("init", "--quiet", "--initial-branch", "main")
    project.commit("first")
    return project
