"""`archive check` for code hosts and programs: what it prints, and what it adds to the summary of a job."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LINE = "https://example.org/archive/blob/{}/incidents/records/2023/bad.md?plain=1#L5"


@pytest.fixture
def job(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The environment of a job at the code host; gives the file of its summary."""
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("REPOSITORY_URL", "https://example.org/archive")
    monkeypatch.setenv("GITHUB_SHA", COMMIT)
    return summary


def test_summary_of_a_job(run: Run, bad: Path, job: Path) -> None:
    """In a job the annotations are printed and the Markdown is added to its summary, with links to the lines."""
    result = run("check")
    assert (result.exit_code, result.stdout.partition(" ")[0]) == (1, "::error")
    text = job.read_text(encoding="utf-8")
    assert text.startswith("Before.\n## The records\n\n**1 error in 1 of 9 files.**\n")
    assert f"- **Error** in [line 5]({LINE.format(COMMIT)}) (S108): `date`: " in text


def test_only_github_writes_the_summary(run: Run, bad: Path, job: Path) -> None:
    """Another format leaves the summary alone."""
    assert run("check", "--format", "full").exit_code == 1
    assert job.read_text(encoding="utf-8") == "Before.\n"


def test_summary_that_cannot_be_written(run: Run, bad: Path, job: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the summary cannot be written the check still tells what it has found."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(bad))
    result = run("check")
    assert (result.exit_code, result.stderr) == (1, "the job's summary cannot be written: Is a directory\n")


@pytest.mark.parametrize(
    ("repository", "commit"),
    [
        ("", COMMIT),
        ("https://example.org/archive", ""),
        ("https://example.org/archive", "main"),
        ("javascript:alert(1)", COMMIT),
        ("https://example.org/) [x](y", COMMIT),
    ],
)
def test_no_links_without_addresses(
    run: Run, bad: Path, job: Path, monkeypatch: pytest.MonkeyPatch, repository: str, commit: str
) -> None:
    """Lines are links only where the environment gives a web address and a commit."""
    monkeypatch.setenv("REPOSITORY_URL", repository)
    monkeypatch.setenv("GITHUB_SHA", commit)
    assert "- **Error** in line 5 (S108): " in run("check", "--format", "markdown").stdout


def test_sarif_offers_fixes(run: Run, bad: Path) -> None:
    """The log is the whole of the output, and a suggestion stands in it as it would be written."""
    result = run("check", "--format", "sarif")
    (found,) = json.loads(result.stdout)["runs"][0]["results"]
    (fix,) = found["fixes"]
    assert fix["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 17},
            "insertedContent": {"text": "2023-12-30"},
        }
    ]
    assert (result.exit_code, result.stderr) == (1, "1 error in 1 of 9 files\n")


def test_output_of_any_format(run: Run, bad: Path) -> None:
    """Every format can be written to a file."""
    for name in ("full", "concise", "github", "markdown", "json", "sarif"):
        result = run("check", "--format", name, "--output", f"{name}.txt")
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", "1 error in 1 of 9 files\n")
        assert "30.12.2023" in (bad / f"{name}.txt").read_text(encoding="utf-8")
