"""Where new records are made: the archive as it was read, the day, fresh ids; and how what was made is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import click

from generator.checking.check import check
from generator.checking.formats import full
from generator.commands.drafting.answer_sheet import Sheet
from generator.commands.drafting.answers import Desk
from generator.commands.drafting.draft import Draft, NewFile, worth_adding
from generator.commands.drafting.interview import tell, told
from generator.commands.drafting.new_files import seen_from_here
from generator.commands.project import INCIDENTS, Project, Refusal, minter
from generator.reading.finding import Finding
from generator.reading.folder import Reading
from generator.reading.lines import line_reader


@dataclass(frozen=True, slots=True)
class Workplace:
    """What new records are made with."""

    project: Project
    reading: Reading
    desk: Desk
    today: date
    mint: Callable[[], str]


def workplace_of(project: Project, today: date) -> Workplace:
    """The workplace of an archive. Raises Refusal where its settings give no prefix for ids."""
    reading = project.read()
    mint = minter(reading)
    records = check(reading, today=today, mint=mint, folder=INCIDENTS).records
    if records.settings is None:
        raise Refusal(f"`{INCIDENTS}/archive.yml` cannot be read, so no id can be minted; `archive check` says why")
    registries = Reading(tuple(raw for raw in reading.raw if raw.kind != "incident"), ())
    return Workplace(project, reading, Desk(registries, records, today), today, mint)


def tell_faults(findings: Sequence[Finding], sheet: Sheet, place: Workplace) -> None:
    """What is to be mended in answers, each at its line and column of the text that gives them."""
    on_disk = line_reader(place.project.root)

    def line_of(path: str, number: int) -> str | None:
        return sheet.line_of(path, number) if path == sheet.path else on_disk(path, number)

    tell(full(findings, line_of).rstrip("\n") + "\n")


def say_what_was_made(
    drafts: Sequence[Draft], files: Sequence[NewFile], findings: Sequence[Finding], place: Workplace
) -> None:
    """The paths of new files on standard output, the records first; beside it what the check would have looked at."""
    if findings:
        tell(told(findings))
    for file in files:
        click.echo(seen_from_here(file.path, place.project))
    for advice in dict.fromkeys(worth_adding(draft) for draft in drafts):
        click.echo(f"{advice}\n" if advice else "", nl=False)
    click.echo("Then run `archive check`.")
