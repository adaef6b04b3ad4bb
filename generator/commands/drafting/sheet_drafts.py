"""Sheets of answers to the files of new records: filled in, joined where they cite one item, and checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.checking.formats.way_out import way_out
from generator.commands.drafting.answer_places import placed
from generator.commands.drafting.answer_sheet import Sheet
from generator.commands.drafting.answers import Desk
from generator.commands.drafting.draft import Draft, NewFile, findings_of
from generator.commands.drafting.filling import Filled, filled
from generator.commands.drafting.one_article import joined
from generator.commands.drafting.record_path import path_of
from generator.reading.finding import Finding, in_order
from generator.reading.folder import Reading

Told = tuple[str | None, Finding]
"""A finding in the place of an answer, and which answer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of sheets of answers."""

    drafts: tuple[Draft, ...]
    files: tuple[NewFile, ...]
    """What is to be written, the records first; nothing may be where there are errors."""
    told: tuple[Told, ...]
    """What the check says, said of the answers."""
    left_out: tuple[Told, ...]
    """Answers that are not taken over, each with its reason."""
    notes: tuple[str, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the check says, in the order of the text."""
        return in_order(finding for _, finding in self.told)

    @property
    def faulty(self) -> bool:
        """Whether there is an error, so that nothing may be written."""
        return any(finding.level == "error" for _, finding in self.told)


def outcome_of(sheets: Sequence[Sheet], reading: Reading, desk: Desk, today: date, mint: Callable[[], str]) -> Outcome:
    """What comes of the sheets. An answer that may be left out is, where it alone is at fault."""
    ids = [mint() for _ in sheets]
    left_out: list[Told] = []
    while True:
        fills = [filled(sheet, desk, fresh) for sheet, fresh in zip(sheets, ids, strict=True)]
        drafts, files, told = _judged(fills, reading, today, mint)
        out = [
            (name, finding)
            for name, finding in told
            if finding.level == "error" and any(name in sheet.may_be_left_out & set(sheet.answers) for sheet in sheets)
        ]
        if not out:
            break
        left_out += out
        names = frozenset(name for name, _ in out if name is not None)
        sheets = [sheet.without(names & sheet.may_be_left_out) for sheet in sheets]
    notes = tuple(dict.fromkeys(note for one in fills for note in one.notes))
    return Outcome(tuple(drafts), tuple(files), tuple(told), tuple(left_out), notes)


def record_files(drafts: Sequence[Draft], taken: Sequence[str]) -> list[NewFile]:
    """The file of each draft, at a path that is free."""
    files: list[NewFile] = []
    for draft in drafts:
        path = path_of(draft.fields, [*taken, *(file.path for file in files)])
        files.append(NewFile(path, "incident", "", draft.text))
    return files


def paths_in(reading: Reading) -> list[str]:
    """The path of every file that was read or found."""
    return sorted({raw.path for raw in reading.raw} | {finding.path for finding in reading.findings})


def _judged(
    fills: Sequence[Filled], reading: Reading, today: date, mint: Callable[[], str]
) -> tuple[Sequence[Draft], Sequence[NewFile], list[Told]]:
    taken = paths_in(reading)
    drafts: Sequence[Draft] = [one.draft for one in fills]
    shared: Sequence[NewFile] = ()
    known = [fault for one in fills for fault in one.faults]
    if not known:
        drafts, shared = joined(drafts, taken)
    files = record_files(drafts, taken)
    told = list(known)
    new = {file.path for file in files}
    for finding in findings_of((*files, *shared), reading, today, mint):
        # Beside a fault nothing is joined, and what one new record says of another is not yet so.
        if known and any(related.path in new - {finding.path} for related in finding.related):
            continue
        number = next((number for number, file in enumerate(files) if file.path == finding.path), None)
        if number is None:
            told.append(_elsewhere(finding, fills, shared))
        else:
            name, said = placed(finding, files[number], fills[number])
            # Beside a fault something stands in for an answer, and what is said of that is nobody's concern.
            blamed = {blamed for blamed, _ in fills[number].faults}
            if not known or (name in fills[number].sheet.answers and name not in blamed):
                told.append((name, said))
    return drafts, [*files, *shared], told


def _elsewhere(finding: Finding, fills: Sequence[Filled], shared: Sequence[NewFile]) -> Told:
    """A finding in a file of a shared item is about its address; one in another record keeps its place."""
    if all(finding.path != file.path for file in shared):
        return None, finding
    one = next((one for one in fills if "url" in one.sheet.answers), fills[0])
    sheet, way = one.sheet, way_out(finding)
    return "url", replace(finding, path=sheet.path, span=sheet.place("url"), help=way, suggestion=None, label="")
