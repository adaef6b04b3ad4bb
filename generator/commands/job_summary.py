"""The summary of a job at the code host, and the addresses that it gives of files."""

import os
import re
from pathlib import Path

import click

_REPOSITORY = re.compile(r"https?://[\w.~:/-]+")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def source_address() -> str | None:
    """The address below which the files of this commit can be looked at, where the environment tells it."""
    repository, commit = os.environ.get("REPOSITORY_URL", "").rstrip("/"), os.environ.get("GITHUB_SHA", "")
    known = _REPOSITORY.fullmatch(repository) and _COMMIT.fullmatch(commit)
    return f"{repository}/blob/{commit}" if known else None


def has_summary() -> bool:
    """Whether the job takes a summary (GitHub gives the file's name in `GITHUB_STEP_SUMMARY`)."""
    return bool(os.environ.get("GITHUB_STEP_SUMMARY"))


def append_to_summary(text: str) -> None:
    """Add Markdown to the job's summary; where that fails the log says so, for a check must still end as it found."""
    try:
        with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(f"{text}\n")
    except OSError as error:
        click.echo(f"the job's summary cannot be written: {error.strerror}", err=True)
