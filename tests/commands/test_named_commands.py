"""Texts that name a command of `archive`."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

from generator import commands

ROOT = Path(__file__).resolve().parents[2]


def test_only_commands_that_exist_are_named() -> None:
    """No message of the program sends a person to a command that does not exist."""
    modules = [module.name for module in pkgutil.iter_modules(commands.__path__)]
    known = {name for name in modules if hasattr(import_module(f"{commands.__name__}.{name}"), "command")}
    named = {
        (match[1], file.relative_to(ROOT).as_posix())
        for file in (ROOT / "generator").rglob("*.py")
        for match in re.finditer(r"`archive ([a-z]+)", file.read_text(encoding="utf-8"))
    }
    assert [pair for pair in sorted(named) if pair[0] not in known] == []
