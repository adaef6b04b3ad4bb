"""Every `run` step of every workflow, run here as the code host would run it."""

import re
import subprocess
from pathlib import Path

import lxml.html
import pytest
from code_host import EXPRESSION, ROOT, WORKFLOWS, CodeHost, run_steps, workflow
from proposals import NEW_RECORD, RECORD, Repository, project

STEPS = run_steps()
MAKE = {
    "Set up the generator",
    "Check style and types",
}
"""Steps that call a target of the Makefile; the others call a script."""
SCRIPT = re.compile(
    r"\"?(?:base/|\$FOLDER/)?(?:bin/ci/[a-z-]+\.sh|\.ci/run)\"?(?: (?:[a-z]+|\"\$[A-Z_]+(?:/[a-z]+)?\"))*"
)
TARGET = re.compile(r"make (?:-C \"\$FOLDER\" )?(?:environment|lint)")
TESTED = {
    ("check.yml", "records", "Choose what to build with"),
    ("check.yml", "records", "Set up the generator"),
    ("check.yml", "records", "Check the records"),
    ("check.yml", "records", "Say what it changes in the archive"),
    ("check.yml", "records", "Build the site as a preview"),
    ("check.yml", "tests", "Run all tests"),
    ("check.yml", "lint", "Check style and types"),
    ("issue-to-record.yml", "read", "See whether the label was set by somebody who may write here"),
    ("issue-to-record.yml", "read", "Set up the generator"),
    ("issue-to-record.yml", "read", "Write the record from the issue"),
    ("issue-to-record.yml", "propose", "Propose the record"),
    ("issue-to-record.yml", "answer", "Answer"),
    ("publish.yml", "build", "Build the site"),
}
"""Every step that is run by a test in this folder."""


def test_every_run_step_is_tested() -> None:
    """No workflow has a step with a script that no test runs."""
    assert set(STEPS) == TESTED


@pytest.mark.parametrize("place", sorted(STEPS), ids="/".join)
def test_a_step_is_one_call(place: tuple[str, str, str]) -> None:
    """A step calls one script or one target, so that whatever it does can be run outside the code host."""
    assert (TARGET if place[2] in MAKE else SCRIPT).fullmatch(STEPS[place]["run"])


def test_every_script_belongs_to_a_step() -> None:
    """No script of `bin/ci` is left over, and each can be run and stops at its first fault."""
    called = set(re.findall(r"bin/ci/([a-z-]+\.sh)", "\n".join(step["run"] for step in STEPS.values())))
    scripts = sorted((ROOT / "bin" / "ci").glob("*.sh"))
    assert {script.name for script in scripts} == called
    for script in scripts:
        text = script.read_text(encoding="utf-8")
        assert text.startswith("#!/usr/bin/env bash\n# ")
        assert "\nset -euo pipefail\n" in text
        assert script.stat().st_mode & 0o111 == 0o111


@pytest.mark.parametrize("path", sorted(WORKFLOWS.glob("*.yml")), ids=lambda path: path.name)
def test_a_step_s_environment_holds_no_stranger_s_text(path: Path) -> None:
    """No expression gives a step a text that a stranger chose: titles, bodies and names of branches stay in the event's file."""
    expressions = EXPRESSION.findall(path.read_text(encoding="utf-8"))
    assert expressions != []
    assert [
        text
        for text in expressions
        if re.search(r"(?:title|body|head_ref|head\.ref|\.head\.|user\.login|sender|message|name)\b", text)
        and text != "github.event.label.name == 'accepted' && contains(github.event.issue.labels.*.name, 'incident')"
    ] == []


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository.made(tmp_path)


def write(path: str, text: str):
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


class Records:
    """The job `records` of the check, step by step."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.values = {"github.server_url": "https://github.example", "github.repository": "synthetic-owner/synthetic"}

    def step(self, name: str) -> "subprocess.CompletedProcess[str]":
        return self.repository.host.run(STEPS["check.yml", "records", name], self.values)

    def chosen(self) -> None:
        """Choose the tree and set its environment up."""
        done = self.step("Choose what to build with")
        assert (done.returncode, done.stderr) == (0, "")
        self.values |= {f"steps.tree.outputs.{name}": value for name, value in self.repository.host.outputs.items()}
        for folder in (self.repository.base, self.repository.proposal):
            self.repository.host.set_up(folder)
        done = self.step("Set up the generator")
        assert done.returncode == 0, done.stderr
        assert "-m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements.txt" in (
            self.repository.host.python_calls
        )


@pytest.mark.slow
def test_a_good_record_from_end_to_end(repository: Repository) -> None:
    """A pull request with a good record passes, its summary says what it changes, and its preview says on every page that nobody has reviewed it."""
    repository.propose(write(RECORD, NEW_RECORD))
    job, host = Records(repository), repository.host
    job.chosen()
    done = job.step("Check the records")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if line.startswith("::error")] == []
    assert host.summary != ""

    done = job.step("Say what it changes in the archive")
    assert done.returncode == 0
    assert "Synthetic strike in a pull request" in host.summary
    assert "nobody has reviewed it" in host.summary

    done = job.step("Build the site as a preview")
    assert (done.returncode, done.stderr) == (0, "")
    preview = host.workspace / "preview"
    assert (preview / "UNREVIEWED.txt").read_text(encoding="utf-8").startswith("UNREVIEWED\n")
    assert (preview / "incidents" / "syn-4k7m2xq" / "index.html").is_file()
    pages = sorted(preview.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        document = lxml.html.document_fromstring(page.read_bytes())
        banner = document.xpath("//aside[@class='unreviewed']/p")
        assert [" ".join(part.text_content().split())[:19] for part in banner] == ["Unreviewed preview."], page
        assert document.xpath("//meta[@name='robots']/@content") == ["noindex"], page


def test_a_bad_record_fails_at_its_line(repository: Repository) -> None:
    """A record with an error fails the step with an annotation at its line, in the pull request's own path, and says it in the summary."""
    repository.propose(write(RECORD, NEW_RECORD.replace("date: 2024-06-06", "date: 06.06.2024")))
    job = Records(repository)
    job.chosen()
    done = job.step("Check the records")
    errors = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert (done.returncode, len(errors)) == (1, 1)
    assert errors[0].startswith(f"::error file={RECORD},line=5,endLine=5,col=7,endColumn=17,title=S108 ")
    assert "06.06.2024" in repository.host.summary


def test_a_change_without_a_correction_is_found(repository: Repository) -> None:
    """The records are held against the branch they go to: a changed date without an entry in `corrections` is a finding."""
    path = "incidents/records/2024/number-3.md"
    text = (repository.origin / path).read_text(encoding="utf-8")
    repository.propose(write(path, text.replace("date: 2024-02-03", "date: 2024-02-04")))
    job = Records(repository)
    job.chosen()
    done = job.step("Check the records")
    assert re.findall(r"^::\w+ file=([^,]+),.*title=(H\d+)", done.stdout, re.MULTILINE) == [(path, "H701")]


def test_a_generator_that_is_changed_beside_records_gives_no_preview(repository: Repository) -> None:
    """A pull request that also changes a template is built from itself, and its summary says that there is no preview to download."""

    def change(root: Path) -> None:
        write(RECORD, NEW_RECORD)(root)
        write("site_templates/pages/new.html.j2", "synthetic\n")(root)

    repository.propose(change)
    job, host = Records(repository), repository.host
    job.chosen()
    assert job.values["steps.tree.outputs.folder"] == "proposal"
    assert job.step("Check the records").returncode == 0
    assert job.step("Say what it changes in the archive").returncode == 0
    assert "there is no preview to download" in host.summary
    steps = workflow("check.yml")["jobs"]["records"]["steps"]
    upload = next(step for step in steps if step.get("uses", "").startswith("actions/upload-artifact@"))
    assert upload["if"] == "${{ steps.tree.outputs.records-only == 'true' }}"


@pytest.mark.slow
def test_a_hostile_record_only_shows(repository: Repository) -> None:
    """A record full of HTML, mentions, workflow commands and shell signs is checked and told as text, and nothing of it is run."""
    hostile = "::error::x %0A $(touch pwned) `touch pwned` @everyone <script>alert(1)</script> | [x](javascript:1)"
    repository.propose(write(RECORD, NEW_RECORD.replace("Synthetic strike in a pull request", f"'{hostile}'")))
    job, host = Records(repository), repository.host
    job.chosen()
    said = job.step("Check the records")
    told = host.summary
    changes = job.step("Say what it changes in the archive")
    told += host.summary
    assert [line for line in (said.stdout + changes.stdout).splitlines() if line.startswith("::error::")] == []
    assert "<script>" not in re.sub(r"`[^`\n]*`", "", told)
    assert "@everyone" not in re.sub(r"(`+).*?\1", "", told)
    assert list(host.room.rglob("pwned")) == []


@pytest.mark.parametrize(
    ("path", "records_only", "told"),
    [
        ("incidents/vocabulary/synthetic.yml", "true", True),
        ("incidents/vocabulary/types.yml", "true", True),
        ("incidents/vocabulary/types.yml", "false", True),
        (RECORD, "true", False),
    ],
)
def test_changed_vocabularies_are_told(repository: Repository, path: str, records_only: str, told: bool) -> None:
    """The summary says so where words of vocabularies are new or have changed, and only there."""

    def change(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + "# synthetic\n", encoding="utf-8")
        if records_only == "false":
            (root / "mkdocs.yml").write_text("site_name: Synthetic\n", encoding="utf-8")

    repository.propose(change)
    job = Records(repository)
    job.chosen()
    assert job.values["steps.tree.outputs.records-only"] == records_only
    assert job.step("Say what it changes in the archive").returncode == 0
    assert ("**Words of vocabularies have changed.**" in repository.host.summary) is told


def test_the_changes_are_never_a_reason_to_fail(repository: Repository) -> None:
    """Where what a change does cannot be worked out, the step says so and ends well: the check has said what is wrong."""
    repository.propose(write(RECORD, NEW_RECORD))
    job = Records(repository)
    job.chosen()
    job.values["steps.tree.outputs.against"] = "no-such-commit"
    done = job.step("Say what it changes in the archive")
    assert done.returncode == 0
    assert repository.host.summary.startswith(
        "### What this changes in the archive\n\nThis could not be worked out; the log of this step says why.\n"
    )


@pytest.mark.slow
def test_the_published_site_is_no_preview(tmp_path: Path) -> None:
    """The publishing step builds the site for the address it is given, with no word of a preview on any page."""
    host = CodeHost(tmp_path)
    host.workspace.rmdir()
    project(host.workspace)
    host.git(host.workspace, "init", "--quiet")
    host.git(host.workspace, "add", "--all")
    host.git(host.workspace, "commit", "--quiet", "--message", "Synthetic")
    host.set_up(host.workspace)
    values = {
        "steps.pages.outputs.base_url": "https://example.org/archive/",
        "github.server_url": "https://github.example",
        "github.repository": "synthetic-owner/synthetic",
    }
    done = host.run(STEPS["publish.yml", "build", "Build the site"], values)
    assert done.returncode == 0, done.stderr
    home = (host.workspace / "site" / "index.html").read_text(encoding="utf-8")
    assert "https://github.example/synthetic-owner/synthetic" in home
    assert [page for page in (host.workspace / "site").rglob("*.html") if "Unreviewed" in page.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("place", "calls"),
    [
        (("check.yml", "tests", "Run all tests"), ["-m pytest -q -n auto --dist loadfile"]),
        (
            ("check.yml", "lint", "Check style and types"),
            ["-m ruff check", "-m ruff format --check", "-m mypy"],
        ),
        (
            ("issue-to-record.yml", "read", "Set up the generator"),
            ["-m pip install -qq --disable-pip-version-check --no-input --no-deps --no-build-isolation -e ."],
        ),
    ],
    ids=lambda value: "/".join(value) if isinstance(value, tuple) else "",
)
def test_the_steps_of_make(tmp_path: Path, place: tuple[str, str, str], calls: list[str]) -> None:
    """The steps that call `make` set up the environment and end with these calls of its Python."""
    host = CodeHost(tmp_path)
    host.workspace.rmdir()
    project(host.workspace)
    host.set_up(host.workspace)
    done = host.run(STEPS[place])
    assert done.returncode == 0, done.stderr
    assert host.python_calls[-len(calls) :] == calls
