"""Whatever value stands under whatever key: no crash, a place inside the file, no word of the program."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from invented_archive import GOOD

from generator.checking.check import check
from generator.model.records import MODELS
from generator.reading.finding import Finding
from generator.reading.folder import Reading
from generator.reading.places import REGISTRY_FOLDERS, Kind
from generator.reading.record_file import RawRecord, read_record

VALUES = (
    "1", "-1", "1.5", "true", "''", "x", "'x  '", "'a b'", "2024-13-01", "2024-01-05", "unknown", "testland",
    "observatory", "syb-4k7m2xq", "https://example.org/", "javascript:x", "[]", "[1]", "[x]", "[[x]]", "[[]]",
    "{}", "{x: 1}", "{key: 1}", "[{}]", "[{x: 1}]", "[{key: testland}]", "{en: [Testland]}", "{en: x}", "{1: [1]}",
    "{x: {}}", "{s1.1: {kind: event, gist: x, to: [x]}}", "[{report: x}]", "[{kind: injured, report: x}]",
)  # fmt: skip
PROGRAM_WORDS = re.compile(
    r"pydantic|Traceback|<class|\bNone\b|NoneType|\bdict\b|\btuple\b|\bstr\b|\bint\b|Input should|\bliteral\b"
    r"|[a-z]+_[a-z]+_[a-z]+ error|\[type=|ctx|Field required|Extra inputs|Edtf|Optional"
)


def read(path: str, text: str) -> RawRecord:
    """One file of an archive as the reader gives it."""
    folder = path.split("/")[0]
    kind: Kind = REGISTRY_FOLDERS.get(folder, "settings" if folder == "archive.yml" else "incident")
    key = "" if kind in ("incident", "settings") else path.split("/")[-1].removesuffix(".yml")
    raw, findings = read_record(text.encode("utf-8"), path=f"incidents/{path}", kind=kind, key=key)
    assert raw is not None, findings
    return raw


def whole(path: str, text: str) -> tuple[Finding, ...]:
    """What the check finds in the good archive with one file more or another text in it."""
    files = {**GOOD, path: text}
    reading = Reading(tuple(read(path, files[path]) for path in sorted(files)), ())
    return check(reading, today=date(2026, 11, 22), mint=lambda: "syb-0000000").findings


CITATION = "{url: 'https://example.org/second', source: observatory}"
WHOLE: dict[str, dict[str, str]] = {
    "incident": {
        "id": "syb-7tq2w9d", "title": "Synthetic second strike", "type": "air-drone-strike", "date": "2024-01-06",
        "location": "testland", "reports": f"[{CITATION}]", "narrative": "A newspaper reports it.",
    },
    "report": {"source": "observatory", "url": "https://example.org/item"},
    "source": {"name": "Synthetic Gazette", "kind": "newspaper"},
    "location": {"name": "Synthetic Base", "kind": "base", "within": "testland"},
    "actor": {"name": "Synthetic Group", "kind": "armed-group"},
    "series": {"name": "Synthetic series", "kind": "curatorial"},
    "tally": {
        "name": "Synthetic count", "figures": "[{what: strikes, count: 3}]", "as_of": "2024-01-06",
        "reports": f"[{CITATION}]",
    },
    "vocabulary": {"name": "Synthetic list", "terms": "{air-drone-strike: {label: Strike, definition: A strike.}}"},
    "settings": {
        "title": "Synthetic archive", "description": "Invented.", "scope": "Nothing.", "id_prefix": "syb",
        "licence": "{name: CC BY 4.0, url: 'https://creativecommons.org/licenses/by/4.0/'}", "about": "Invented.",
    },
}  # fmt: skip
"""A whole record of each kind, a line for each key."""

PATHS = {
    **{kind: f"{folder}/one.yml" for folder, kind in REGISTRY_FOLDERS.items()},
    "incident": "records/one.yml",
    "settings": "archive.yml",
    "vocabulary": "vocabulary/types.yml",
}


def records_of(kind: str) -> Iterator[str]:
    """A whole record of a kind with each value under each key it may have, one after the other."""
    for field in MODELS[kind].model_fields:
        for value in VALUES:
            lines = WHOLE[kind] | {field: value}
            yield "".join(f"{key}: {text}\n" for key, text in lines.items())


@pytest.mark.parametrize("kind", list(MODELS))
def test_whole_record(kind: str) -> None:
    """The records that the values are put into are good ones."""
    text = "".join(f"{key}: {value}\n" for key, value in WHOLE[kind].items())
    assert whole(PATHS[kind], text) == ()


@pytest.mark.parametrize("kind", list(MODELS))
def test_any_value(kind: str) -> None:
    """No value under any key brings the check down, and every finding is located and in plain words."""
    path = PATHS[kind]
    for text in records_of(kind):
        lines = text.split("\n")
        for finding in whole(path, text):
            words = f"{finding.message} {finding.label} {finding.help}"
            assert not PROGRAM_WORDS.search(words), f"{text} -> {words}"
            assert "`the record`" not in words, f"{text} -> {words}"
            if finding.span is not None and finding.path == f"incidents/{path}":
                assert 1 <= finding.span.line <= len(lines), f"{text} -> {finding}"
                assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
