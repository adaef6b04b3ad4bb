"""The tools of Node that the audit runs, installed below `build/` from the lock file beside this module."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ("package.json", "package-lock.json")
OLDEST = (20, 19)
"""The oldest Node that all of the tools run on."""


class NodeError(Exception):
    """Node or its tools are not there; the message says in one sentence what to do."""


def require_node() -> str:
    """The path of npm; raises NodeError where Node is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    wanted = ".".join(map(str, OLDEST))
    if node is None or npm is None:
        raise NodeError(f"`make audit` needs Node {wanted} or newer with npm: install it (https://nodejs.org).")
    version = subprocess.run([node, "--version"], check=True, capture_output=True, encoding="utf-8").stdout.strip()
    if _numbers(version) < OLDEST:
        raise NodeError(f"`make audit` needs Node {wanted} or newer and found {version}: install a newer one.")
    return npm


def installed_tools(folder: Path) -> Path:
    """The folder of the tools' programs; installs them into `folder` where its lock differs from ours."""
    npm = require_node()
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in FILES)).hexdigest()
    stamp = folder / "installed"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        stamp.unlink(missing_ok=True)
        for name in FILES:
            shutil.copy(HERE / name, folder)
        done = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=False
        )
        if done.returncode != 0:
            raise NodeError(
                "Lighthouse could not be installed (the lines above say why): see that npm reaches its registry."
            )
        stamp.write_text(wanted, encoding="utf-8")
    return folder / "node_modules" / ".bin"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)[:2]))
