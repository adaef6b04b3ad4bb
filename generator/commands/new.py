"""`archive new`: a new record from its six required answers, checked before it is written."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from generator.checking.check import check
from generator.checking.chronology import DATE_BASIS
from generator.commands.draft import RECORDS, Draft, errors_in_answer, findings_of, path_of
from generator.commands.interview import answer, choose, choose_or_new, tell, told
from generator.commands.key_search import Choice, choices_of, types_of
from generator.commands.project import (
    INCIDENTS,
    Project,
    Refusal,
    minter,
    project_option,
    today_option,
)
from generator.model.location import AREAS_WITHOUT_POINT
from generator.model.records import Records
from generator.model.source import SourceKind
from generator.model.web_address import canonical_address
from generator.reading.finding import Finding
from generator.reading.folder import Reading
from generator.writing.record_file import OutsideFolderError, UnwritableError, create_record_file

_PROBE = {"name": "Stand-in", "kind": "online"}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What answers are judged by: the archive without its incidents, and the day."""

    registries: Reading
    records: Records
    today: date

    def errors(self, name: str, value: Any) -> Sequence[Finding]:
        try:
            return errors_in_answer(name, value, self.registries, self.records, self.today)
        except UnwritableError as fault:
            raise Refusal(str(fault)) from None


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
@click.option(
    "--body", help="The account: what is reported, by whom; - reads it from standard input."
)
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
    passes it.
    """
    reading = project.read()
    mint = minter(reading)
    records = check(reading, today=today, mint=mint, folder=INCIDENTS).records
    if records.settings is None:
        raise Refusal(
            f"`{INCIDENTS}/archive.yml` cannot be read, so no id can be minted; `archive check` says why"
        )
    desk = _Desk(
        Reading(tuple(raw for raw in reading.raw if raw.kind != "incident"), ()), records, today
    )
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
    draft = draft.with_field(
        "type", choose("--type", "Type (number, key or words)", kind, types_of(records)).key
    )
    draft = draft.with_field("date", _date(day, basis, desk))
    draft = draft.with_field("location", _location(location, within, desk))
    draft = draft.with_field("reports", [_citation(url, source, source_kind, desk)])
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


def _date(given: str | None, given_basis: str | None, desk: _Desk) -> Any:
    """The date as stated; one that is uncertain comes with what it rests on."""

    def faults(text: str) -> list[Finding]:
        return [fault for fault in desk.errors("date", text) if fault.rule != DATE_BASIS.code]

    question = "Date as stated (2023-12-31, 2023-12, XXXX-12-31 where no year is given, unknown)"
    text = answer("--date", question, given, faults)
    if given_basis is None and not desk.errors("date", text):
        return text
    basis = answer(
        "--basis",
        "What the date rests on",
        given_basis,
        lambda basis: desk.errors("date", {"value": text, "basis": basis}),
    )
    return {"value": text, "basis": basis}


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal("the account on standard input is not UTF-8; nothing was written") from None


def _location(given: str | None, within: str | None, desk: _Desk) -> Any:
    choices = choices_of(desk.records.locations)
    question = "Location (key or any name)"
    if given is not None and within is None:
        found: Choice | str = choose("--location", question, given, choices)
    else:
        found = choose_or_new(
            "--location",
            question,
            given,
            choices,
            "none of these: keep the report's words, and name the location around it",
        )
    if isinstance(found, Choice):
        if within is not None:
            raise Refusal(
                f"`--within`: `{found.key}` has a file of its own, which says what it lies within; leave the option out"
            )
        area = desk.records.locations[found.key].kind in AREAS_WITHOUT_POINT
        return {"key": found.key, "relation": "in"} if area else found.key
    around = choose("--within", "Within (the smallest known location around it)", within, choices)
    value = {"as_stated": found, "within": around.key}
    _demand("--location", desk.errors("location", value))
    return value


def _citation(
    url: str | None, source: str | None, source_kind: str | None, desk: _Desk
) -> dict[str, Any]:
    address = answer(
        "--url",
        "Web address of the report",
        url,
        lambda text: desk.errors("reports", [{"url": text, "source": _PROBE}]),
    )
    for note in _same_item(address, desk.records):
        tell(note)
    wanted = canonical_address(address)
    key = next(
        (
            key
            for key, report in desk.records.reports.items()
            if report.url and canonical_address(report.url) == wanted
        ),
        None,
    )
    if key is not None:
        tell(
            f"note: this item has a file, so it is cited as `report: {key}`"
            + ("; `--source` is left out" if source else "")
        )
        return {"report": key}
    return {"url": address, "source": _source(source, source_kind, desk)}


def _source(given: str | None, given_kind: str | None, desk: _Desk) -> Any:
    choices = choices_of(desk.records.sources)
    question = "Source: who published it (key or any name)"
    if given is not None and given_kind is None:
        found: Choice | str = choose("--source", question, given, choices)
    else:
        found = choose_or_new(
            "--source", question, given, choices, "none of these: a source without a file"
        )
    if isinstance(found, Choice):
        return found.key
    kinds = [Choice(kind, kind.replace("-", " "), (kind,)) for kind in get_args(SourceKind)]
    kind = choose("--source-kind", "Kind of source (number or key)", given_kind, kinds)
    value = {"name": found, "kind": kind.key}
    _demand("--source", desk.errors("reports", [{"url": "https://example.org/", "source": value}]))
    return value


def _demand(option: str, faults: Sequence[Finding]) -> None:
    if faults:
        raise Refusal(f"`{option}` is refused\n{told(faults)}")


def _same_item(address: str, records: Records) -> Iterator[str]:
    """Records that rest on the same item, which may tell of the same incident."""
    wanted = canonical_address(address)
    for key, incident in records.incidents.items():
        items = [records.publication(citation) for citation in incident.reports]
        if any(item and item.url and canonical_address(item.url) == wanted for item in items):
            yield f"note: {key} ({incident.title}) rests on this item too; if it is the same incident, extend {records.paths['incident', key]} instead"


def _write(draft: Draft, project: Project, reading: Reading, today: date) -> None:
    path = path_of(draft, reading)
    findings = findings_of(draft, path, reading, today, minter(reading))
    if any(finding.level == "error" for finding in findings):
        raise Refusal(
            f"nothing was written, because the check refuses the record\n{told(findings)}"
        )
    file = project.root / path
    try:
        create_record_file(file, draft.text, below=project.root / RECORDS)
    except FileExistsError:
        raise Refusal(f"`{path}` is there already; nothing was written") from None
    except OutsideFolderError:
        raise Refusal(
            f"`{RECORDS}` is a link or holds one that leads elsewhere; nothing was written"
        ) from None
    except OSError as error:
        raise Refusal(f"`{path}` cannot be written: {error.strerror}") from None
    if findings:
        tell(told(findings))
    click.echo(_seen_from_here(file, project.root))
    click.echo("Next: open the file, add what else the report says, then run `archive check`.")


def _seen_from_here(file: Path, root: Path) -> str:
    return os.path.relpath(file) if Path.cwd().is_relative_to(root) else str(file)
