"""The SARIF log: its form, its places, its fixes, and fingerprints that outlive moved lines.

The published schema is not kept here, for its terms of use are not plain enough; the form below is that of
the standard's section 3 for the properties the log uses, and allows no other.
"""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.catalogue import RULES
from generator.checking.formats import render
from generator.checking.formats.sarif import sarif
from generator.reading.finding import Edit, Finding, Related, Span, Suggestion
from generator.writing.edits import edit_reader

PATH = "incidents/records/2024/strike.md"
FOUND = Finding(
    path=PATH,
    span=Span(3, 12, 3, 15),
    rule="S104",
    name="unknown-value",
    level="error",
    message="`means[0].kind` must be one of the 9 known means",
    help="there is a similar value: `uav`",
    why="readers filter by means",
    suggestion=Suggestion("uav"),
    related=(Related("incidents/vocabulary/means.yml", Span(2, 1, 2, 6), "the means"), Related("a b.yml", None, "x")),
)
LINES = ["---", "means:", "  - {kind: uvv, as_stated: a drone strike}", "---"]


def closed(required: str, **properties: Any) -> dict[str, Any]:
    """An object with these properties, some required, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def listed(item: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least}


TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 1}
MESSAGE = closed("text", text=TEXT)
REGION = closed("startLine", startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER)
ARTIFACT = closed("uri", uri={"type": "string", "format": "uri-reference"}, uriBaseId={"const": "SRCROOT"})
PLACE = closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
FIX = closed(
    "artifactChanges",
    description=MESSAGE,
    artifactChanges=listed(
        closed(
            "artifactLocation replacements",
            artifactLocation=ARTIFACT,
            replacements=listed(
                closed("deletedRegion", deletedRegion=REGION, insertedContent=closed("", text=TEXT)), 1
            ),
        ),
        1,
    ),
)
RESULT = closed(
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations=listed(closed("", physicalLocation=PLACE)),
    relatedLocations=listed(closed("", id={"type": "integer", "minimum": -1}, physicalLocation=PLACE, message=MESSAGE)),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    fixes=listed(FIX) | {"uniqueItems": True},
)
RULE = closed(
    "id",
    id=TEXT,
    name=TEXT,
    shortDescription=closed("text", text=TEXT),
    fullDescription=closed("text", text=TEXT),
    help=closed("text", text=TEXT, markdown=TEXT),
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=closed("", level=LEVEL),
)
RUN = closed(
    "tool",
    tool=closed("driver", driver=closed("name", name=TEXT, rules=listed(RULE) | {"uniqueItems": True})),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": closed("", description=MESSAGE)},
    invocations=listed(closed("executionSuccessful", executionSuccessful={"type": "boolean"})),
    results=listed(RESULT),
)
LOG = closed(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": listed(RUN)},
)


@cache
def validator() -> Any:
    return pytest.importorskip("jsonschema_rs").validator_for(LOG, validate_formats=True)


def run_of(text: str) -> dict[str, Any]:
    """The one run of a log, whose form is held against the standard's."""
    log = json.loads(text)
    validator().validate(log)
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


def line_of(lines: list[str]) -> Any:
    return lambda path, line: lines[line - 1] if path == PATH and 0 < line <= len(lines) else None


def test_result() -> None:
    """A finding is a result with its rule, level, message, place in code points, related places and fingerprint."""
    run = run_of(sarif([FOUND], line_of(LINES), docs="https://example.org/rules"))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert len(result.pop("partialFingerprints")["primaryLocationLineHash"]) == 18
    assert result == {
        "ruleId": "S104",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "`means[0].kind` must be one of the 9 known means\nhelp: there is a similar value: `uav`"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": PATH, "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 15},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": {"uri": "incidents/vocabulary/means.yml", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 6},
                },
                "message": {"text": "the means"},
            },
            {
                "id": 2,
                "physicalLocation": {"artifactLocation": {"uri": "a%20b.yml", "uriBaseId": "SRCROOT"}},
                "message": {"text": "x"},
            },
        ],
    }


def test_rules() -> None:
    """Each rule of the archive that has findings stands in the log once, with its reason, examples and page."""
    findings = [Finding(PATH, None, rule.code, rule.name, rule.level, "wrong", why=rule.why) for rule in RULES] * 2
    run = run_of(sarif(findings, line_of(LINES), docs="https://example.org/rules/"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in RULES)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [rule.code for rule in RULES] * 2
    assert all(rule["helpUri"] == f"https://example.org/rules/{rule['id']}/" for rule in rules)
    assert all(rule.bad in shown["help"]["text"] for rule, shown in zip(RULES, rules, strict=True))
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}


@pytest.mark.parametrize(("level", "expected"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_levels(level: Any, expected: str) -> None:
    """Errors and warnings keep their names; what SARIF calls a note is info here."""
    assert run_of(sarif([replace(FOUND, level=level)], line_of(LINES)))["results"][0]["level"] == expected


def test_fixes(tmp_path: Path) -> None:
    """A suggestion is a fix as it would be written, with the quotes of its place; one without a place is none."""
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text("---\nkind: 'uvv'\nlat: 35.123\n---\nText.\n", encoding="utf-8")
    also = (Edit(Span(3, 1, 3, 4), "lon"),)
    findings = [
        replace(FOUND, span=Span(2, 7, 2, 12)),
        replace(FOUND, suggestion=Suggestion("35.12", "unsafe", Span(3, 6, 3, 12), verbatim=True, also=also)),
        replace(FOUND, span=Span(1, 1, 1, 4), suggestion=Suggestion("", rewrite="line-ends")),
        replace(FOUND, suggestion=None),
        replace(FOUND, span=Span(99, 1, 99, 2)),
    ]
    results = run_of(sarif(findings, line_of([]), edits_of=edit_reader(tmp_path)))["results"]
    assert [
        [
            (change["deletedRegion"]["startLine"], change["deletedRegion"]["startColumn"], change["insertedContent"]["text"])
            for fix in result.get("fixes", [])
            for change in fix["artifactChanges"][0]["replacements"]
        ]
        for result in results
    ] == [[(2, 7, "'uav'")], [(3, 1, "lon"), (3, 6, "35.12")], [], [], []]  # fmt: skip
    assert [result["fixes"][0]["description"]["text"] for result in results[:2]] == [
        "Cannot change what the author meant.",
        "May change what the author meant.",
    ]


def prints(findings: list[Finding], lines: list[str]) -> list[str]:
    results = run_of(sarif(findings, line_of(lines)))["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_fingerprints() -> None:
    """A finding keeps its fingerprint when lines move above it; equal lines, other lines and other rules differ."""
    down = replace(FOUND, span=Span(5, 14, 5, 17))
    before = prints([FOUND], LINES)
    assert prints([down], ["", "# more", *LINES[:2], f"  {LINES[2]}"]) == before
    assert len(set(prints([FOUND, replace(FOUND, span=Span(4, 12, 4, 15))], [*LINES[:3], LINES[2]]))) == 2
    assert prints([FOUND], [*LINES[:2], LINES[2].replace("drone", "rocket")]) != before
    assert prints([replace(FOUND, rule="S105")], LINES) != before


@given(st.text(max_size=40), st.text(max_size=30))
def test_any_text(words: str, path: str) -> None:
    """Whatever a file or its name holds, the log is ASCII, well formed, and without links and commands of strangers."""
    found = replace(FOUND, message=words + "[x](http://evil.example) {0} ##[add-mask]", path=f"incidents/{path}")
    text = sarif([found], line_of(LINES))
    assert text.isascii()
    assert "##[" not in text
    message = run_of(text)["results"][0]["message"]["text"]
    assert "\\[x](http://evil.example) {{0}}" in message


def test_nothing() -> None:
    """Without findings the log says that the check was made and found nothing."""
    assert run_of(render("sarif", [], line_of=lambda *_: None, files=3))["results"] == []
