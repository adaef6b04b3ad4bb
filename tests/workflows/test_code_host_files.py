"""The files for the code host: forms and workflows of the published form, and no weakness that a strict reader finds."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from code_host import ROOT
from synthetic_project import FILES

from generator.checking.check import check
from generator.commands.drafting import issue_form
from generator.model.records import Records
from generator.model.source import SourceKind
from generator.reading.folder import read_archive

GITHUB = ROOT / ".github"
TEMPLATES = GITHUB / "ISSUE_TEMPLATE"
PROGRAMS = Path(sys.executable).parent
SCHEMAS = {
    "vendor.github-workflows": sorted((GITHUB / "workflows").glob("*.yml")),
    "vendor.github-issue-forms": [TEMPLATES / "incident.yml", TEMPLATES / "correction.yml"],
    "vendor.github-issue-config": [TEMPLATES / "config.yml"],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
}
"""Published schemas (SchemaStore, as check-jsonschema holds them) and the files of their form."""
UNDECIDED = "None of these, or not sure"

LABELS = [
    ("What happened, in a few words", "input", True),
    ("Kind of event", "dropdown", True),
    ("Date, as the report gives it", "input", True),
    ("What the date rests on", "input", False),
    ("Time of day", "input", False),
    ("Where", "input", True),
    ("In which larger place", "input", False),
    ("Web address of the report", "input", True),
    ("Who published it", "input", True),
    ("Kind of publisher", "dropdown", False),
    ("Whom the report names", "textarea", False),
    ("People reported killed", "input", False),
    ("People reported injured", "input", False),
    ("What is reported, and by whom", "textarea", True),
    ("Anything the editors should know", "textarea", False),
    ("Before you send", "checkboxes", True),
]
"""The questions of the form for incidents: label, kind and whether an answer is required."""


KEPT_OUT = ("Anything the editors should know", "Before you send")
"""Questions whose answers never become part of a record."""


def form(name: str) -> dict[str, Any]:
    content = yaml.safe_load((TEMPLATES / name).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def questions(name: str) -> list[dict[str, Any]]:
    return [field for field in form(name)["body"] if field["type"] != "markdown"]


def required(field: dict[str, Any]) -> bool:
    if field["type"] == "checkboxes":
        return all(option.get("required") is True for option in field["attributes"]["options"])
    return field.get("validations", {}).get("required") is True


@pytest.fixture(scope="module")
def records() -> Records:
    """The records of this archive."""
    return check(read_archive(ROOT / "incidents"), today=date(2026, 11, 22), mint=lambda: "syb-0000000").records


def program(name: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([str(PROGRAMS / name), *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_have_the_published_form(schema: str) -> None:
    """Workflows, issue forms, their settings and Dependabot's pass the schemas that SchemaStore publishes for them."""
    done = program("check-jsonschema", "--builtin-schema", schema, *map(str, SCHEMAS[schema]))
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok -- validation done\n", "")


def test_the_schema_check_can_fail(tmp_path: Path) -> None:
    """A workflow with a key that there is not fails the same check."""
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    bad = tmp_path / "check.yml"
    bad.write_text(text.replace("runs-on:", "run-on:", 1), encoding="utf-8")
    assert program("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(bad)).returncode == 1


def zizmor(*paths: Path) -> "subprocess.CompletedProcess[str]":
    return program(
        "zizmor",
        *("--offline", "--no-progress", "--strict-collection", "--collect", "all", "--persona", "auditor"),
        *("--color", "never", "--format", "plain", *map(str, paths)),
    )


def test_a_strict_reader_finds_no_weakness() -> None:
    """zizmor at its strictest persona has nothing to say of the workflows, Dependabot's settings and the hooks, and nothing is waived."""
    done = zizmor(GITHUB, ROOT / ".pre-commit-hooks.yaml")
    assert (done.returncode, done.stdout.strip()) == (0, "No findings to report. Good job!")
    assert [*ROOT.glob("zizmor.y*ml"), *ROOT.glob(".github/zizmor.y*ml")] == []
    files = [*(GITHUB / "workflows").glob("*.yml"), GITHUB / "dependabot.yml"]
    assert [file.name for file in files if "zizmor:" in file.read_text(encoding="utf-8")] == []


def test_the_strict_reader_can_find_one(tmp_path: Path) -> None:
    """The same reader refuses a workflow that pastes an issue's title into a script."""
    text = (GITHUB / "workflows" / "issue-to-record.yml").read_text(encoding="utf-8")
    bad = tmp_path / ".github" / "workflows" / "bad.yml"
    bad.parent.mkdir(parents=True)
    bad.write_text(
        text.replace("run: make environment", 'run: echo "${{ github.event.issue.title }}"'), encoding="utf-8"
    )
    done = zizmor(bad)
    assert (done.returncode != 0, "template-injection" in done.stdout) == (True, True)


def test_the_questions_of_the_form() -> None:
    """The form for incidents asks these questions in this order; `archive new --from-issue` knows them by these labels."""
    asked = [(field["attributes"]["label"], field["type"], required(field)) for field in questions("incident.yml")]
    assert asked == LABELS
    assert list(issue_form.LABELS.values()) == [label for label, _, _ in LABELS if label not in KEPT_OUT]
    assert issue_form.NOT_SURE == UNDECIDED


def test_the_kinds_of_event_are_those_of_the_archive(records: Records) -> None:
    """The form offers the label of every event type of the archive, in their order, and a way out; a new type needs its line there."""
    kinds = next(field for field in questions("incident.yml") if field["attributes"]["label"] == "Kind of event")
    types = records.vocabularies["types"].terms
    assert kinds["attributes"]["options"] == [*(term.label for term in types.values()), UNDECIDED]


def test_the_kinds_of_publisher_are_those_of_the_model() -> None:
    """The form offers every kind of source, in words."""
    kinds = next(field for field in questions("incident.yml") if field["attributes"]["label"] == "Kind of publisher")
    assert kinds["attributes"]["options"] == [kind.replace("-", " ") for kind in get_args(SourceKind)]


@pytest.mark.parametrize("name", ["incident.yml", "correction.yml"])
def test_forms_are_fit_for_strangers(name: str) -> None:
    """A form says that it is public and where danger goes, gives no label that starts a workflow, and has its questions in Arabic, too."""
    content = form(name)
    assert content["labels"] == [name.removesuffix(".yml")]
    introduction = content["body"][0]["attributes"]["value"]
    assert "public" in introduction
    assert "**Security → Report a vulnerability**" in introduction
    assert 'dir="rtl"' in introduction
    silent = [
        field["attributes"]["label"]
        for field in questions(name)
        if field["type"] != "checkboxes"
        and not any("\u0600" <= sign <= "\u06ff" for sign in field["attributes"]["description"])
    ]
    assert silent == []


def test_owners_are_not_invented() -> None:
    """Until there are people to name, the file of owners names none: every line of it is a comment."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == []


def test_the_hook_checks_the_records(tmp_path: Path) -> None:
    """The pre-commit hook runs `archive check` once, whatever files are committed, when a record is among them, and ends as it does."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {name: hook[name] for name in ("id", "entry", "language", "files", "pass_filenames")} == {
        "id": "archive-check",
        "entry": "archive check",
        "language": "python",
        "files": "^incidents/",
        "pass_filenames": False,
    }
    command, *words = hook["entry"].split()
    for name, text in FILES.items():
        file = tmp_path / "incidents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    codes = []
    for day in ("2024-02-03", "3.2.2024"):
        file = tmp_path / "incidents/records/2024/number-3.md"
        file.write_text(file.read_text(encoding="utf-8").replace("2024-02-03", day), encoding="utf-8")
        done = subprocess.run([str(PROGRAMS / command), *words], cwd=tmp_path, capture_output=True, check=False)
        codes.append(done.returncode)
    assert codes == [0, 1]
