"""Suggestions applied to the files of an archive, in memory: again and again until none is left that helps."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from generator.checking.check import Check
from generator.reading.finding import Edit, Finding, Span, in_order
from generator.reading.folder import RawRecord, Reading
from generator.reading.places import judge_place
from generator.reading.record_file import read_record
from generator.reading.sign_report import MOST_OF_A_KIND
from generator.writing.edits import RecordText, overlap
from generator.writing.yaml_places import UnfitSuggestionError

MOST_ROUNDS = 50
_READER, _SHAPE = ("Y",), ("Y", "S")

_TOP = Span(1, 1, 1, 1)

Recheck = Callable[[Reading], Check]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of an archive."""

    changed: Mapping[str, bytes]
    """The new bytes of every file that changes, by path."""
    applied: tuple[Finding, ...]
    """The findings mended, as they stood when they were; in order."""
    findings: tuple[Finding, ...]
    """What a check still finds."""
    reading: Reading
    """The archive as it reads with the new bytes."""


@dataclass(slots=True)
class _Archive:
    """The archive between two rounds."""

    reading: Reading
    check: Check
    files: dict[str, bytes]
    applied: list[Finding] = field(default_factory=list)


def fix(
    reading: Reading,
    files: Mapping[str, bytes],
    recheck: Recheck,
    *,
    unsafe: bool = False,
    wanted: Callable[[str], bool] = lambda _: True,
) -> Fixed:
    """Apply every safe suggestion (with `unsafe` the others too) to the files given by path.

    After each round the files are read and the archive is checked again; what makes a new error is
    taken back. Where two suggestions touch one place the first wins, and the round after looks again.
    """
    archive = _Archive(reading, recheck(reading), dict(files))
    for _ in range(MOST_ROUNDS):
        proposals = _proposals(archive, unsafe, wanted)
        if not proposals or not _round(archive, proposals, recheck):
            break
    changed = {path: data for path, data in archive.files.items() if data != files[path]}
    return Fixed(changed, in_order(archive.applied), archive.check.findings, archive.reading)


def fixable(finding: Finding, *, unsafe: bool = False) -> bool:
    """Whether a finding offers something that may be applied."""
    return finding.suggestion is not None and (unsafe or finding.suggestion.safety == "safe")


def _proposals(archive: _Archive, unsafe: bool, wanted: Callable[[str], bool]) -> dict[str, list[Finding]]:
    """The findings to mend next, by file; those whose edits touch an earlier one wait."""
    by_path: dict[str, list[Finding]] = {}
    taken: dict[str, list[Edit]] = {}
    texts: dict[str, RecordText] = {}
    # A safe one is never kept waiting by an unsafe one at the same place.
    ranked = sorted(archive.check.findings, key=lambda found: (not fixable(found), found.order))
    for finding in ranked:
        path = finding.path
        if not fixable(finding, unsafe=unsafe) or path not in archive.files or not wanted(path):
            continue
        try:
            if path not in texts:
                texts[path] = RecordText(archive.files[path], path)
            text = texts[path]
            edits = text.edits(finding)
            text.edited(edits)
        except UnfitSuggestionError:
            continue
        if not overlap(edits, taken.setdefault(path, [])):
            taken[path] += edits
            by_path.setdefault(path, []).append(finding)
    return by_path


def _round(archive: _Archive, proposals: Mapping[str, list[Finding]], recheck: Recheck) -> bool:
    """Try all at once, then file by file, then one by one; says whether anything was applied."""
    if _try(archive, proposals, recheck):
        return True
    helped = False
    for path, findings in proposals.items():
        if len(proposals) > 1 and _try(archive, {path: findings}, recheck):
            helped = True
            continue
        helped = _one_by_one(archive, path, findings, recheck) or helped
    return helped


def _one_by_one(archive: _Archive, path: str, findings: list[Finding], recheck: Recheck) -> bool:
    """Try from the bottom up, so that the places above stay; what reaches below one that helped waits."""
    text = RecordText(archive.files[path], path)
    places = [(tuple(edit.span for edit in text.edits(finding)), finding) for finding in findings]
    upmost: Span | None = None
    for spans, finding in sorted(places, key=lambda place: min(place[0], default=_TOP), reverse=True):
        reaches = upmost is not None and any(
            (span.end_line, span.end_column) > (upmost.line, upmost.column) for span in spans
        )
        if not reaches and _try(archive, {path: [finding]}, recheck):
            upmost = min(spans, default=_TOP)
    return upmost is not None


def _try(archive: _Archive, proposals: Mapping[str, list[Finding]], recheck: Recheck) -> bool:
    """Apply the suggestions and keep them if the check says that they do no harm."""
    reading, files = archive.reading, {}
    for path, findings in proposals.items():
        before = archive.files[path]
        text = RecordText(before, path)
        rewrites = [found.suggestion.rewrite for found in findings if found.suggestion and found.suggestion.rewrite]
        files[path] = text.edited((edit for found in findings for edit in text.edits(found)), rewrites)
        if files[path] == before:
            return False
        reading = _reread(reading, path, before, files[path])
    check = recheck(reading)
    if not _harmless(archive, proposals, reading, check):
        return False
    archive.reading, archive.check = reading, check
    archive.files |= files
    archive.applied += [found for findings in proposals.values() for found in findings]
    return True


def _reread(reading: Reading, path: str, before: bytes, after: bytes) -> Reading:
    """The reading with one file's bytes in place of others; what was found about its name and place stays."""
    _, *parts = path.split("/")
    kind, _ = judge_place(tuple(parts), path)
    if kind is None:
        return reading
    key = "" if kind in ("incident", "settings") else parts[-1].removesuffix(".yml")
    old, earlier = read_record(before, path=path, kind=kind, key=key)
    new, found = read_record(after, path=path, kind=kind, key=key)
    kept = [finding for finding in reading.findings if finding.path != path or finding not in earlier]
    raw = [record for record in reading.raw if record.path != path]
    listed = len(raw) < len(reading.raw) or old is None
    if new is not None and listed and not (key and _has(raw, kind, key)):
        raw = sorted((*raw, new), key=lambda record: record.path)
    return Reading(tuple(raw), in_order((*kept, *found)))


def _has(raw: Iterable[RawRecord], kind: str, key: str) -> bool:
    return any(record.kind == kind and record.key == key for record in raw)


def _harmless(archive: _Archive, proposals: Mapping[str, list[Finding]], reading: Reading, check: Check) -> bool:
    """Whether no error has come with the suggestions.

    Errors that could not be seen before do not count: those below a syntax error, and those of the
    stages that a faulty file does not reach. Nor do those which the next round mends.
    """
    before, after = _errors(archive.check.findings), _errors(check.findings)
    hidden = {path for path in proposals if any(rule[0] in _SHAPE for at, rule in before if at == path)}
    readable = {record.path for record in reading.raw}
    was_readable = {record.path for record in archive.reading.raw}
    for (path, rule), found in after.items():
        if len(found) <= len(before.get((path, rule), ())):
            continue
        if path not in proposals:
            # Of several files together nobody could tell which has brought it to light.
            if hidden and len(proposals) == 1:
                continue
            return False
        if path not in was_readable:
            if path in readable or _further_down(proposals[path], found):
                continue
            return False
        if path in hidden and rule[0] not in _SHAPE:
            continue
        if path in readable and _is_damaged(before, path) and rule[0] not in _READER:
            continue
        if not all(map(fixable, found)):
            return False
    were, are = _counts(archive.check.findings), _counts(check.findings)
    return all(path in readable or path not in was_readable for path in proposals) and all(
        path not in was_readable or _cured(_told(finding), were, are)
        for path, findings in proposals.items()
        for finding in findings
    )


_Told = tuple[str, str, str]


def _told(finding: Finding) -> _Told:
    return finding.path, finding.rule, finding.message


def _counts(findings: Iterable[Finding]) -> Counter[_Told]:
    return Counter(map(_told, findings))


def _cured(told: _Told, were: Counter[_Told], are: Counter[_Told]) -> bool:
    """Whether there are fewer findings like it; of those that the reader stops listing the next come into sight."""
    return are[told] < were[told] or were[told] >= MOST_OF_A_KIND


def _errors(findings: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.level == "error":
            found.setdefault((finding.path, finding.rule), []).append(finding)
    return found


def _is_damaged(errors: Mapping[tuple[str, str], list[Finding]], path: str) -> bool:
    """Whether the reader refused something in the file, so that the schema has not seen all of it."""
    return any(at == path and rule[0] in _READER for at, rule in errors)


def _further_down(mended: Iterable[Finding], found: Iterable[Finding]) -> bool:
    """Whether errors of a file that still cannot be read stand below what was mended, out of its reach."""
    last = max((finding.span.end_line for finding in mended if finding.span), default=0)
    return all(
        finding.span is not None and finding.span.line > last and (fixable(finding) or finding.span.line > last + 1)
        for finding in found
    )
