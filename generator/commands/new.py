"""`archive new`: new records from questions, options, JSON or an issue, checked before they are written."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.commands.drafting.answer_sheet import STANDARD_INPUT, text_from
from generator.commands.drafting.draft import findings_of
from generator.commands.drafting.interview import before_writing, tell, told
from generator.commands.drafting.issue_form import MOST_BYTES as MOST_OF_AN_ISSUE
from generator.commands.drafting.issue_form import read_issue_form
from generator.commands.drafting.issue_reply import refusal_reply, reply_to, write_reply
from generator.commands.drafting.json_answers import MOST_BYTES, read_json_answers
from generator.commands.drafting.new_files import written
from generator.commands.drafting.one_article import joined
from generator.commands.drafting.questions import asked
from generator.commands.drafting.sheet_drafts import outcome_of, paths_in, record_files
from generator.commands.drafting.workplace import Workplace, say_what_was_made, tell_faults, workplace_of
from generator.commands.key_completion import complete_file, complete_key
from generator.commands.project import Project, Refusal, project_option, today_option
from generator.reading.finding import in_order

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_JSON_HELP = """\b
Answers as JSON, for --from: an object, or a list of objects for several records:
  {"title": "…", "type": "…", "date": "2023-12-31", "location": "…",
   "url": "https://…", "source": "…", "body": "…"}
also `basis` and `time` (of the date), `within` (of a location without a file),
`source_kind` (of a source without one), `chains` ([["al-mayadeen"]]), `killed`,
`injured`, and any field of a record under its own name, but no `id`.
"""


@click.command(epilog=_JSON_HELP)
@click.option(
    "--from",
    "origin",
    metavar="FILE|-|URL",
    shell_complete=complete_file,
    help="Answers as JSON, or the address of the report.",
)
@click.option(
    "--from-issue", metavar="FILE|-", shell_complete=complete_file, help="Text of an issue made with the issue form."
)
@click.option(
    "--reply",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="With --from-issue: write the answer to its author (Markdown).",
)
@click.option("--incidents", type=click.IntRange(1, 20), help="How many incidents the report tells of. [default: 1]")
@click.option("--title", multiple=True, help="What happened, as a neutral noun phrase.")
@click.option("--type", multiple=True, shell_complete=complete_key, help="Event type: its key or words of its label.")
@click.option("--date", multiple=True, help="Date as stated: 2023-12-31, 2023-12, XXXX-12-31, unknown.")
@click.option("--basis", multiple=True, help="For an uncertain date: what it rests on.")
@click.option("--location", multiple=True, shell_complete=complete_key, help="Location: its key or any name of it.")
@click.option(
    "--within",
    multiple=True,
    shell_complete=complete_key,
    help="For a location without a file: the known one around it.",
)
@click.option("--url", help="Web address of the report.")
@click.option("--source", shell_complete=complete_key, help="Who published the report: key or name.")
@click.option("--source-kind", shell_complete=complete_key, help="For a source without a file: its kind.")
@click.option("--body", multiple=True, help="The account: what is reported, by whom; - reads it from standard input.")
@project_option
@today_option
def command(
    origin: str | None,
    from_issue: str | None,
    reply: Path | None,
    incidents: int | None,
    project: Project,
    today: date,
    **given: Any,
) -> None:
    """Write a new record and say where it is.

    Asks for what is required and was not given as an option. Nothing is written unless the check
    passes it. The record stands as unverified until it states another status.

    Several incidents from one report (--incidents, or --title given again): the report gets a file,
    and a record for each cites it. Then --title and --body are given in their order; another option
    given once counts for all.
    """
    options = {name: value for name, value in given.items() if value not in (None, ())}
    with before_writing():
        if from_issue is not None:
            _alone("--from-issue", {**options, "from": origin, "incidents": incidents})
            _from_issue(from_issue, reply, workplace_of(project, today))
            return
        if reply is not None:
            raise Refusal("`--reply` answers the author of an issue, so it needs `--from-issue`")
        if origin is not None and _ADDRESS.match(origin):
            if "url" in options:
                raise Refusal("`--from` gives the address of the report already; leave `--url` out")
            options["url"], origin = origin, None
        if origin is not None:
            _alone("--from", {**options, "incidents": incidents})
            _from_json(origin, workplace_of(project, today))
        else:
            _from_answers(options, incidents, workplace_of(project, today))


def _alone(option: str, others: Mapping[str, Any]) -> None:
    """Refuses answers by option beside those of a file."""
    for name, value in others.items():
        if value is not None:
            raise Refusal(f"`--{name.replace('_', '-')}` cannot stand beside `{option}`, which gives all answers")


def _from_answers(options: Mapping[str, Any], incidents: int | None, place: Workplace) -> None:
    taken = paths_in(place.reading)
    drafts, shared = joined(asked(options, incidents, place.desk, place.mint), taken)
    files = [*record_files(drafts, taken), *shared]
    findings = findings_of(files, place.reading, place.today, place.mint)
    if any(finding.level == "error" for finding in findings):
        raise Refusal(f"nothing was written, because the check refuses the record\n{told(findings)}")
    with written(files, place.project):
        pass
    say_what_was_made(drafts, files, findings, place)


def _from_json(origin: str, place: Workplace) -> None:
    if origin != STANDARD_INPUT and not Path(origin).exists():
        raise Refusal(f"`--from`: there is no file `{origin}`; the address of a report begins with https://")
    path, text = text_from(origin, most=MOST_BYTES)
    sheets, faults = read_json_answers(text, path)
    outcome = outcome_of(sheets, place.reading, place.desk, place.today, place.mint)
    if faults or outcome.faulty:
        tell_faults(in_order((*faults, *outcome.findings)), sheets[0], place)
        raise Refusal("nothing was written: mend the answers and run the command again")
    for note in outcome.notes:
        tell(f"note: {note}")
    with written(outcome.files, place.project):
        pass
    say_what_was_made(outcome.drafts, outcome.files, [finding for _, finding in outcome.told], place)


def _from_issue(origin: str, reply: Path | None, place: Workplace) -> None:
    def answered(text: str) -> None:
        if reply is not None:
            write_reply(reply, text)

    try:
        path, text = text_from(origin, most=MOST_OF_AN_ISSUE)
        sheet = read_issue_form(text, path)
        outcome = outcome_of((sheet,), place.reading, place.desk, place.today, place.mint)
    except Refusal as refusal:
        answered(refusal_reply(refusal.message))
        raise
    if outcome.faulty:
        answered(reply_to(outcome))
        tell_faults(outcome.findings, sheet, place)
        raise Refusal("nothing was written: the issue lacks something")
    try:
        with written(outcome.files, place.project):
            answered(reply_to(outcome))
    except Refusal as refusal:
        answered(refusal_reply(refusal.message))
        raise
    for name, finding in outcome.left_out:
        tell(f"note: `{sheet.called(name or '')}` is not taken over: {finding.message}")
    for note in outcome.notes:
        tell(f"note: {note}")
    say_what_was_made(outcome.drafts, outcome.files, outcome.findings, place)
