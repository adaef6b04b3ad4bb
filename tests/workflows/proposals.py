"""A synthetic repository with a branch `main`, and pull requests to it as the code host checks them out."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from code_host import ROOT, CodeHost
from synthetic_project import FILES

PROJECT = (".ci", ".gitignore", "Makefile", "bin", "pyproject.toml", "requirements.txt", "requirements-test.txt")
"""What a checkout needs beside the site and the records."""

RECORD = "incidents/records/2024/new.md"
NEW_RECORD = """---
id: syn-4k7m2xq
title: Synthetic strike in a pull request
type: strike
date: 2024-06-06
location: north-base
reports:
  - {url: "https://example.com/new", source: monitor, retrieved: 2026-11-20}
---
Synthetic account of a new incident.
"""


def project(folder: Path) -> Path:
    """This project's own files with the synthetic records in place of its own."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        origin = ROOT / name
        if origin.is_dir():
            shutil.copytree(origin, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(origin, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_templates", folder / "site_templates")
    for name, text in FILES.items():
        path = folder / "incidents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@dataclass
class Repository:
    """The repository and the job that checks a pull request to it."""

    host: CodeHost
    origin: Path

    @classmethod
    def made(cls, room: Path) -> "Repository":
        """A repository with one commit on `main`."""
        host = CodeHost(room)
        origin = project(room / "origin")
        host.git(origin, "init", "--quiet")
        host.git(origin, "add", "--all")
        host.git(origin, "commit", "--quiet", "--message", "Synthetic first commit")
        return cls(host, origin)

    def propose(self, change: Callable[[Path], None], *, branch: str = "proposal") -> None:
        """Make a pull request with a change, and check both sides out as the workflow does."""
        self.host.git(self.origin, "checkout", "--quiet", "-b", branch)
        change(self.origin)
        self.commit("Synthetic change")
        self.check_out(branch)

    def commit(self, message: str) -> None:
        """Commit all that has changed."""
        self.host.git(self.origin, "add", "--all", "--force", ".")
        self.host.git(self.origin, "commit", "--quiet", "--allow-empty", "--message", message)

    def check_out(self, branch: str) -> None:
        """Merge the branch as the code host would, and check out `base` and `proposal`."""
        git, workspace = self.host.git, self.host.workspace
        git(self.origin, "checkout", "--quiet", "--detach", "main")
        git(self.origin, "merge", "--quiet", "--no-ff", "--message", "Synthetic merge", branch)
        merged = git(self.origin, "rev-parse", "HEAD")
        git(self.origin, "checkout", "--quiet", "main")
        for name, commit in (("base", "main"), ("proposal", merged)):
            git(workspace, "clone", "--quiet", "--no-checkout", str(self.origin), name)
            git(workspace / name, "fetch", "--quiet", "origin", merged)
            git(workspace / name, "checkout", "--quiet", "--detach", f"origin/{commit}" if name == "base" else commit)

    @property
    def base(self) -> Path:
        """The checkout of `main`."""
        return self.host.workspace / "base"

    @property
    def proposal(self) -> Path:
        """The checkout of what would be merged."""
        return self.host.workspace / "proposal"
