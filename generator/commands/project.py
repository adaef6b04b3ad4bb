"""The project a command works on: where it is, what has been read of it, ids and today's date."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.reading.folder import Reading

INCIDENTS = "incidents"
SETTINGS = "archive.yml"


class Refusal(click.ClickException):
    """A command that cannot do what it was asked, in one plain sentence; exit code 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Project:
    """A project's root: the folder that holds `incidents/`."""

    root: Path

    @property
    def incidents(self) -> Path:
        """The archive's folder."""
        return self.root / INCIDENTS

    def read(self) -> Reading:
        """Everything in the archive's folder; paths begin with `incidents/`."""
        # Not every command reads, and each would pay for importing the reader.
        from generator.reading.folder import read_archive

        return read_archive(self.incidents, prefix=INCIDENTS)


def _found(_ctx: click.Context, _option: click.Parameter, given: Path | None) -> Project:
    if given is not None:
        root = Path(os.path.abspath(given))
        if not (root / INCIDENTS).is_dir():
            raise Refusal(f"`{given}` holds no folder `{INCIDENTS}`; give the folder above it")
        return Project(root)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / INCIDENTS / SETTINGS).is_file():
            return Project(folder)
    raise Refusal(
        f"no archive here: neither this folder nor one above it holds `{INCIDENTS}/{SETTINGS}`;"
        " go into the project's folder or give it with `--root`"
    )


def project_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option `--root`; it gets a `Project` as `project`."""
    return click.option(
        "--root",
        "project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=_found,
        metavar="DIR",
        help=f"Folder that holds `{INCIDENTS}/`; otherwise searched from here upwards.",
    )(command)


def today_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `today`, the day in UTC; `--today` is for trying things out."""

    def day(_ctx: click.Context, _option: click.Parameter, given: datetime | None) -> date:
        return given.date() if given else datetime.now(UTC).date()

    return click.option("--today", type=click.DateTime(["%Y-%m-%d"]), callback=day, hidden=True, expose_value=True)(
        command
    )


def minter(reading: Reading) -> Callable[[], str]:
    """Fresh random ids for an archive."""
    import secrets

    from generator.checking import minting

    return minting.minter(reading, secrets.choice)
