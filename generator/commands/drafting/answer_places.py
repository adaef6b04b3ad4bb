"""What the check says of a draft, said of the answers that the draft was made from."""

from dataclasses import replace

from generator.checking.formats.way_out import way_out
from generator.checking.policy.chronology import DATE_BASIS
from generator.commands.drafting.draft import NewFile
from generator.commands.drafting.filling import Filled
from generator.reading.finding import Finding, Span
from generator.reading.positions import path_words
from generator.reading.record_file import read_record


def placed(finding: Finding, file: NewFile, filled: Filled) -> tuple[str | None, Finding]:
    """A finding in the file of a draft as one about the answer it comes from, in the answer's own place and name.

    Before it stands the answer's name; None where it comes from no single answer.
    """
    sheet = filled.sheet
    name, span = _origin(finding, file, filled)
    message, way = finding.message, way_out(finding)
    for loc, origin in filled.origins.items():
        if origin == name:
            message = message.replace(f"`{path_words(loc)}`", f"`{sheet.called(origin)}`")
    if finding.rule == DATE_BASIS.code:
        message = message.replace("`basis`", f"`{sheet.called('basis')}`")
        way = f"answer `{sheet.called('basis')}`" if "basis" not in sheet.answers else way
    return name, replace(finding, path=sheet.path, span=span, message=message, help=way, suggestion=None, label="")


def _origin(finding: Finding, file: NewFile, filled: Filled) -> tuple[str | None, Span]:
    sheet = filled.sheet
    raw, _ = read_record(file.text.encode(), path=file.path, kind=file.kind, key=file.key)
    if raw is None or finding.span is None or finding.path != file.path:
        return None, sheet.span
    at = (finding.span.line, finding.span.column)
    if raw.body is not None and finding.span.line >= raw.body_line:
        answer = sheet.answers.get("body")
        if answer is None or not answer.lines:
            return "body", sheet.place("body")
        down = answer.span.line - raw.body_line
        span = finding.span
        return "body", replace(span, line=span.line + down, end_line=span.end_line + down)
    for loc in sorted(filled.origins, key=len, reverse=True):
        if raw.positions.has(loc):
            key, value = raw.positions.key_span(loc), raw.positions.value_span(loc)
            if (key.line, key.column) <= at <= (value.end_line, value.end_column):
                return filled.origins[loc], sheet.place(filled.origins[loc])
    return None, sheet.span
