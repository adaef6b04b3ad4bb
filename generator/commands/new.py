"""`archive new`: a new record from its six required answers, checked before it is written."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from generator.checking.check import check
from generator.commands.answers import Desk, citation_answer, date_answer, location_answer
from generator.commands.draft import RECORDS, Draft, findings_of, path_of, worth_adding
from generator.commands.interview import answer, before_writing, choose, tell, told
from generator.commands.key_search import types_of
from generator.commands.project import (
    INCIDENTS,
    Project,
    Refusal,
    minter,
    project_option,
    today_option,
)
from generator.reading.folder import Reading
from generator.writing.record_file import OutsideFolderError, create_record_file


@click.command()
@click.option("--title", help="What happened, as a neutral noun phrase.")
@click.option("--type", "kind", help="Event type: its key or words of its label.")
@click.option("--date", "day", help="Date as stated: 2023-12-31, 2023-12, XXXX-12-31, unknown.")
@click.option("--basis", help="For an uncertain date: what it rests on.")
@click.option("--location", help="Location: its key or any name of it.")
@click.option("--within", help="For a location without a file: the known one around it.")
@click.option("--url", help="Web address of the report.")
@click.option("--source", help="Who published the report: key or name.")
@click.option("--source-kind", help="For a source without a file: its kind.")
@click.option("--body", help="The account: what is reported, by whom; - reads it from standard input.")
@project_option
@today_option
def command(
    title: str | None,
    kind: str | None,
    day: str | None,
    basis: str | None,
    location: str | None,
    within: str | None,
    url: str | None,
    source: str | None,
    source_kind: str | None,
    body: str | None,
    project: Project,
    today: date,
) -> None:
    """Write a new record and say where it is.

    Asks for what is required and was not given as an option. Nothing is written unless the check
    passes it. The record stands as unverified until it states another status.
    """
    with before_writing():
        reading = project.read()
        mint = minter(reading)
        records = check(reading, today=today, mint=mint, folder=INCIDENTS).records
        if records.settings is None:
            raise Refusal(f"`{INCIDENTS}/archive.yml` cannot be read, so no id can be minted; `archive check` says why")
        desk = Desk(Reading(tuple(raw for raw in reading.raw if raw.kind != "incident"), ()), records, today)
        draft = Draft().with_field("id", mint())
        draft = draft.with_field(
            "title",
            answer(
                "--title",
                "Title (a neutral noun phrase)",
                title,
                lambda text: desk.errors("title", text),
            ),
        )
        draft = draft.with_field("type", choose("--type", "Type (number, key or words)", kind, types_of(records)).key)
        draft = draft.with_field("date", date_answer(day, basis, desk))
        draft = draft.with_field("location", location_answer(location, within, desk))
        draft = draft.with_field("reports", [citation_answer(url, source, source_kind, desk)])
        if body == "-":
            body = _standard_input()
        draft = draft.with_field(
            "body",
            answer(
                "--body",
                "Account (what is reported, by whom)",
                body,
                lambda text: desk.errors("body", text),
            ),
        )
    _write(draft, project, reading, today)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("the account on standard input is not UTF-8; nothing was written") from None


def _write(draft: Draft, project: Project, reading: Reading, today: date) -> None:
    path = path_of(draft, reading)
    findings = findings_of(draft, path, reading, today, minter(reading))
    if any(finding.level == "error" for finding in findings):
        raise Refusal(f"nothing was written, because the check refuses the record\n{told(findings)}")
    file = project.root / path
    try:
        create_record_file(file, draft.text, below=project.root / RECORDS)
    except FileExistsError:
        raise Refusal(f"`{path}` is there already; nothing was written") from None
    except OutsideFolderError:
        raise Refusal(f"`{RECORDS}` is a link or holds one that leads elsewhere; nothing was written") from None
    except OSError as error:
        raise Refusal(f"`{path}` cannot be written: {error.strerror}") from None
    if findings:
        tell(told(findings))
    click.echo(_seen_from_here(file, project.root))
    click.echo(worth_adding(draft))


def _seen_from_here(file: Path, root: Path) -> str:
    return os.path.relpath(file) if Path.cwd().is_relative_to(root) else str(file)
