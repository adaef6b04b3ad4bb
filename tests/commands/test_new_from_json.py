"""`archive new --from FILE`: answers as JSON, refused where they stand, written all or none."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]

ONE: dict[str, Any] = {
    "title": "Synthetic drones at a field",
    "type": "Air or drone strike",
    "date": "2023-12-31",
    "location": "حقل كونيكو للغاز",
    "url": "https://example.org/story-1.html",
    "source": "SOHR",
    "body": "A synthetic account.\n\nOf two paragraphs.",
}
EFFECTS = (
    "name: Effects\nterms:\n  killed: {label: Killed, definition: S.}\n  injured: {label: Injured, definition: S.}\n"
)


@pytest.fixture
def new(root: Path, run: Run) -> Callable[[Any], Result]:
    """Run `archive new --from` on an object written as JSON, or on a text."""

    def invoke(answers: Any) -> Result:
        text = answers if isinstance(answers, str) else json.dumps(answers, ensure_ascii=False, indent=2)
        (root / "answers.json").write_text(text, encoding="utf-8")
        return run("new", "--today", "2026-01-01", "--from", "answers.json")

    return invoke


def changed(**answers: Any) -> dict[str, Any]:
    """The answers with some changed, or left out for None."""
    return {name: value for name, value in {**ONE, **answers}.items() if value is not None}


def files(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in (root / "incidents").rglob("*") if file.is_file()}


def text_of(root: Path, path: str) -> str:
    return re.sub(r"syn-[0-9b-z]{7}", "syn-ID", (root / path).read_text(encoding="utf-8"))


def test_one_record(root: Path, run: Run, new: Callable[[Any], Result]) -> None:
    """An object of short answers becomes one record that passes the check; names become keys and this is told."""
    result = new(ONE)
    path = "incidents/records/2023/2023-12-31-synthetic-drones-at-a-field.md"
    assert (result.exit_code, result.stdout.splitlines()[0], result.stdout.splitlines()[-1]) == (
        0,
        path,
        "Then run `archive check`.",
    )
    assert result.stderr == (
        "note: `location` is taken for `conoco-gas-field` (Conoco gas field).\n"
        "note: `source` is taken for `sohr` (Syrian Observatory for Human Rights).\n"
    )
    assert text_of(root, path) == (
        "---\nid: syn-ID\ntitle: Synthetic drones at a field\ntype: air-drone-strike\ndate: 2023-12-31\n"
        'location: conoco-gas-field\nreports:\n  - url: "https://example.org/story-1.html"\n    source: sohr\n'
        "---\nA synthetic account.\n\nOf two paragraphs.\n"
    )
    assert run("check", "--strict").exit_code == 0


def test_every_short_answer(root: Path, run: Run, new: Callable[[Any], Result]) -> None:
    """Time, basis, a location and a source without files, lines of origin and counts find their fields, and fields of a record their own."""
    (root / "incidents/vocabulary/effects.yml").write_text(EFFECTS, encoding="utf-8")
    result = new(
        changed(
            date="2023-12-31~",
            basis="a synthetic reason",
            time="night",
            location="a synthetic hill",
            within="Syria",
            source="Synthetic paper",
            source_kind="newspaper",
            chains=[["SOHR", {"as_stated": "local sources"}]],
            killed=0,
            injured={"min": 2},
            notes=["A synthetic note."],
        )
    )
    assert text_of(root, result.stdout.splitlines()[0]) == (
        "---\nid: syn-ID\ntitle: Synthetic drones at a field\ntype: air-drone-strike\n"
        "date:\n  value: 2023-12-31~\n  basis: a synthetic reason\n  time: night\n"
        "location:\n  as_stated: a synthetic hill\n  within: syria\n"
        'reports:\n  - ref: synthetic-paper\n    url: "https://example.org/story-1.html"\n'
        "    source:\n      name: Synthetic paper\n      kind: newspaper\n"
        "    chains:\n      - - sohr\n        - as_stated: local sources\n"
        "effects:\n  - kind: killed\n    count: 0\n    report: synthetic-paper\n"
        "  - kind: injured\n    count:\n      min: 2\n    report: synthetic-paper\n"
        "notes:\n  - A synthetic note.\n---\nA synthetic account.\n\nOf two paragraphs.\n"
    )
    assert (run("check").exit_code, result.stdout.splitlines()[2]) == (
        0,
        "Worth adding in the file, where the report says it: the `status` that the reports bear out.",
    )


def test_faults_stand_where_the_answers_stand(root: Path, new: Callable[[Any], Result]) -> None:
    """Every fault is told at line and column of the JSON, in the check's words, and nothing is written."""
    before = files(root)
    result = new(
        '{"titel": "x",\n "title": "Short",\n "type": "air-drone-strike", "date": "31/12/2023",\n'
        ' "location": "konico gas feld", "url": "javascript:alert(1)",\n "source": "SOHR", "body": "<b>x</b>"}\n'
    )
    places = re.findall(r"^(?:error|warning)\[(\w+)\].*\n +--> (.*)$", result.stderr, re.MULTILINE)
    assert places == [
        ("S101", "answers.json:1:2"),
        ("S105", "answers.json:2:11"),
        ("S108", "answers.json:3:38"),
        ("R201", "answers.json:4:14"),
        ("S110", "answers.json:4:40"),
        ("X501", "answers.json:5:28"),
    ]
    assert "help: similar: `conoco-gas-field` (Conoco gas field); where it is none of these, answer `within` too\n" in (
        result.stderr
    )
    assert result.stderr.endswith("Error: nothing was written: mend the answers and run the command again\n")
    assert (result.exit_code, result.stdout, files(root)) == (2, "", before)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (changed(title=None), "error[S102] missing-key: the record needs `title`\n --> answers.json:1:1\n"),
        (changed(id="syn-4k7m2xz"), "help: leave it out: a fresh id is minted\n"),
        (changed(body=3), "error[S103] wrong-kind-of-value: `body` must be text\n"),
        (changed(notes=[None]), "`notes` must be something that a file can hold: a NoneType cannot stand in a record\n"),
        (changed(body="half \ud800"), "`body` must be something that a file can hold: half of a character"),
        (changed(killed=1), "help: this archive has no effect `killed`\n"),
        (changed(reports=[{"report": "sohr-1"}]), "error[S101] unknown-key: `url` is not a key of answers that give `reports`\n"),
        (changed(source="zzz", source_kind="gazette"), "error[S104] unknown-value: `source_kind` must be one of the 13 known kinds"),
        (changed(source="Syrian observatory"), "help: similar: `sohr` (Syrian Observatory for Human Rights); where"),
        (changed(location="a hill", within="nowhere"), "error[R201] unknown-reference: there is no location `nowhere`\n"),
        (changed(date="2023-12-31~"), "help: answer `basis`\n"),
        (changed(date={"time": "night"}), "error[S102]"),
        ({"title": None}, "error[S103] wrong-kind-of-value: `title` must be left out where nothing is known, and not null\n"),
        ('{"title": "a", "title": "b"}', "error[Y101] duplicate-key: the key `title` stands twice"),
    ],
)  # fmt: skip
def test_refused(root: Path, new: Callable[[Any], Result], answers: Any, said: str) -> None:
    """An answer that is missing, doubled, of another kind or unknown is refused with the way out."""
    before = files(root)
    text = answers if isinstance(answers, str) else json.dumps(answers, indent=1)
    result = new(text)
    assert (result.exit_code, result.stdout, files(root)) == (2, "", before)
    assert said in result.stderr


def test_unknown_keys_without_end(root: Path, new: Callable[[Any], Result]) -> None:
    """Of any number of unknown keys the first hundred are told, each at its own place, and an answer below them counts as given."""
    before = files(root)
    result = new({**{f"synthetic{number}": 1 for number in range(20_000)}, **ONE})
    places = re.findall(r"^error\[(\w+)\].*\n +--> (.*)$", result.stderr, re.MULTILINE)
    assert places == [("S101", f"answers.json:{line}:3") for line in range(2, 102)]
    assert (result.exit_code, files(root)) == (2, before)


def test_nothing_is_said_of_what_is_not_there(new: Callable[[Any], Result]) -> None:
    """Where one answer is missing or unknown, that alone is told: nobody asked about what stands in for it."""
    for answers in (changed(source="zzz"), changed(title=None), changed(location="nowhere")):
        assert re.findall(r"^(\w+)\[\w+\]", new(answers).stderr, re.MULTILINE) == ["error"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "answers.json:1:1: the answers for a record stand in braces: {\"title\": …}; nothing was written"),
        ("[]", "answers.json:1:3: there is no record in this list; nothing was written"),
        ('{"title": "a"} {', "answers.json:1:16: nothing may follow the answers; nothing was written"),
        ('{"title": "a",\n "type": x}', "answers.json:2:10: this is no JSON (Expecting value); nothing was written"),
        ('{"title": NaN}', "answers.json:1:11: this value cannot be read (NaN is no number that JSON knows)"),
        ('{"effects": {"a": 1, "a": 2}}', "answers.json:1:13: this value cannot be read (a key stands in it twice)"),
        ('{"effects": ' + "[" * 100_000, "answers.json:1:13: this value cannot be read (it is nested too deep)"),
        ("[" + '{"a": 1},' * 60, "more than 50 records in one list"),
        (" " * 1_000_001, "`answers.json` has more than 1,000,000 bytes; nothing was written"),
    ],
)  # fmt: skip
def test_no_such_json(root: Path, new: Callable[[Any], Result], text: str, said: str) -> None:
    """A text that is no JSON of answers is refused at line and column, whatever its size and depth."""
    before = files(root)
    result = new(text)
    assert (result.exit_code, result.stdout, files(root)) == (2, "", before)
    assert result.stderr.startswith(f"Error: {said}") or said in result.stderr


def test_a_list_from_one_article(root: Path, run: Run, new: Callable[[Any], Result]) -> None:
    """Two records that cite one address share a report's file, made once with that of its source, and are related."""
    paper = {"source": "Synthetic paper", "source_kind": "newspaper"}
    other = {
        "title": "Synthetic rockets at a field",
        "date": "2023-12-29",
        "url": "https://www.example.org/story-1.html?utm_source=x",
    }
    result = new([changed(**paper), changed(**paper, **other)])
    paths = [line for line in result.stdout.splitlines() if line.startswith("incidents/")]
    assert (result.exit_code, paths) == (
        0,
        [
            "incidents/records/2023/2023-12-31-synthetic-drones-at-a-field.md",
            "incidents/records/2023/2023-12-29-synthetic-rockets-at-a-field.md",
            "incidents/sources/synthetic-paper.yml",
            "incidents/reports/synthetic-paper-story-1.yml",
        ],
    )
    assert text_of(root, paths[2]) == "name: Synthetic paper\nkind: newspaper\n"
    assert text_of(root, paths[3]) == 'source: synthetic-paper\nurl: "https://example.org/story-1.html"\n'
    assert "reports:\n  - report: synthetic-paper-story-1\n---\n" in text_of(root, paths[0])
    first = re.findall(r"syn-[0-9b-z]{7}", (root / paths[0]).read_text(encoding="utf-8"))[0]
    assert f"reports:\n  - report: synthetic-paper-story-1\nrelated:\n  - id: {first}\n    relation: same-report\n" in (
        root / paths[1]
    ).read_text(encoding="utf-8")
    assert run("check", "--strict").exit_code == 0


def test_one_fault_stops_the_whole_list(root: Path, new: Callable[[Any], Result]) -> None:
    """Of a list nothing is written where one record of it is refused."""
    before = files(root)
    result = new([ONE, changed(title="Synthetic rockets at a field", date="2027-01-01")])
    assert (result.exit_code, files(root)) == (2, before)
    assert "error[P402] future-date" in result.stderr


def test_standard_input(root: Path, run: Run) -> None:
    """`--from -` reads the answers from standard input."""
    result = run("new", "--today", "2026-01-01", "--from", "-", answers=json.dumps(changed(body="")))
    assert result.exit_code == 2
    assert "error[S102] missing-key: the record needs `body`\n" in result.stderr
    assert " --> standard input:1:" in result.stderr
    assert run("new", "--today", "2026-01-01", "--from", "-", answers=json.dumps(ONE)).exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "none.json"], "`--from`: there is no file `none.json`; the address of a report begins with https://"),
        (["--from", "-", "--title", "x"], "`--title` cannot stand beside `--from`, which gives all answers"),
        (["--from", "-", "--incidents", "2"], "`--incidents` cannot stand beside `--from`, which gives all answers"),
        (["--from", "-", "--reply", "r.md"], "`--reply` answers the author of an issue, so it needs `--from-issue`"),
        (["--from", "https://example.org/", "--url", "x"], "`--from` gives the address of the report already; leave `--url` out"),
    ],
)  # fmt: skip
def test_options_that_do_not_go_together(run: Run, words: list[str], said: str) -> None:
    """Options that would contradict one another are refused in one sentence."""
    result = run("new", *words)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
