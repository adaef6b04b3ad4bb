"""The files around the code: workflows, locks, licences and the commands the README names."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LOCKS = ("requirements.txt", "requirements-test.txt")

PINNED_ACTION = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?P<marker> ;[^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
COMMAND = re.compile(
    r"(?:(?<=`)|^(?:\$ )?)make ([a-z-]+)(?=`| [A-Z]+=| +#|$)",
    re.MULTILINE,
)
COMMENT = re.compile(r"\s*#.*")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def workflow(path: Path) -> dict[Any, Any]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def triggers(path: Path) -> set[str]:
    # YAML 1.1 reads the key `on` as true.
    return set(workflow(path)[True])


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in workflow(path)["jobs"].values():
        yield from job["steps"]


def requirements(lock: str) -> dict[str, set[str]]:
    """The names a lock pins, each with its versions and markers."""
    pins: dict[str, set[str]] = {}
    for line in text_of(lock).splitlines():
        if match := REQUIREMENT.fullmatch(line):
            pins.setdefault(match["name"], set()).add(match["version"] + (match["marker"] or ""))
    return pins


def names(specifiers: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", specifier, maxsplit=1)[0].lower() for specifier in specifiers}


def project() -> dict[str, Any]:
    return tomllib.loads(text_of("pyproject.toml"))


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*##", text_of("Makefile"), re.MULTILINE))


def test_there_are_three_workflows() -> None:
    """One workflow checks, one makes records of issues, one publishes."""
    assert [path.name for path in WORKFLOWS] == ["check.yml", "issue-to-record.yml", "publish.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    """Every action is pinned by its full commit hash, with the version beside it."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used != []
    assert [pin for pin in used if not PINNED_ACTION.fullmatch(pin)] == []


def test_an_action_has_one_pin() -> None:
    """No action is used at two versions."""
    pins = {pin for path in WORKFLOWS for pin in re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))}
    actions = [pin.partition("@")[0] for pin in pins]
    assert sorted(actions) == sorted(set(actions))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_start_without_permissions(path: Path) -> None:
    """A workflow grants nothing at its top; each job asks for what it needs."""
    assert workflow(path)["permissions"] == {}
    assert [name for name, job in workflow(path)["jobs"].items() if "permissions" not in job] == []


def test_three_jobs_may_write() -> None:
    """The deployment may write to Pages; of an accepted issue one job may propose the record, another answer, and the job that reads it may do neither."""
    writing = {
        (path.name, name): {scope for scope, right in job["permissions"].items() if right == "write"}
        for path in WORKFLOWS
        for name, job in workflow(path)["jobs"].items()
    }
    assert {job: scopes for job, scopes in writing.items() if scopes} == {
        ("issue-to-record.yml", "propose"): {"contents", "pull-requests"},
        ("issue-to-record.yml", "answer"): {"issues"},
        ("publish.yml", "deploy"): {"pages", "id-token"},
    }


def test_the_deployment_runs_no_code_of_ours() -> None:
    """The job that may write only hands the built site over."""
    deploy = workflow(ROOT / ".github" / "workflows" / "publish.yml")["jobs"]["deploy"]
    assert [step.get("uses", "").partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]


def test_workflows_start_on_known_events() -> None:
    """No workflow runs a stranger's change with the rights of the repository."""
    assert {path.name: triggers(path) for path in WORKFLOWS} == {
        "check.yml": {"pull_request", "merge_group"},
        "issue-to-record.yml": {"issues"},
        "publish.yml": {"push", "workflow_dispatch"},
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_secrets(path: Path) -> None:
    """No workflow asks for a secret, and only the steps that speak to the code host get the job's own token."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"secrets\b|ACTIONS_RUNTIME", text) == []
    given = [(step["name"], step["run"].split()[0]) for step in steps(path) if "github.token" in str(step)]
    assert given == (
        [
            ("See whether the label was set by somebody who may write here", "bin/ci/may-accept.sh"),
            ("Propose the record", "bin/ci/propose-record.sh"),
            ("Answer", "bin/ci/answer-issue.sh"),
        ]
        if path.name == "issue-to-record.yml"
        else []
    )
    assert text.count("github.token") == len(given)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_hold_no_expressions(path: Path) -> None:
    """A step's script gets values through its environment, never pasted into its text."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_checkouts_leave_no_credentials(path: Path) -> None:
    """A checkout does not leave its token on the disk."""
    kept = [
        step["name"]
        for step in steps(path)
        if step.get("uses", "").startswith("actions/checkout@") and step["with"].get("persist-credentials") is not False
    ]
    assert kept == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_jobs_end(path: Path) -> None:
    """No job may run for longer than half an hour."""
    jobs = workflow(path)["jobs"]
    assert [name for name, job in jobs.items() if job.get("timeout-minutes", 360) > 30] == []


def test_the_preview_is_called_unreviewed_and_goes_away() -> None:
    """A preview says that nobody has reviewed it, and is kept for five days."""
    uploads = [
        (step["with"]["name"], step["with"]["retention-days"])
        for step in steps(ROOT / ".github" / "workflows" / "check.yml")
        if step.get("uses", "").startswith("actions/upload-artifact@")
    ]
    assert uploads == [("preview-unreviewed", 5)]


@pytest.mark.parametrize("name", [".ci/run", "bin/environment"])
def test_scripts_are_executable_and_stop_at_faults(name: str) -> None:
    """A script can be run as it is, and ends at its first failing command."""
    assert os.access(ROOT / name, os.X_OK)
    assert text_of(name).startswith("#!/usr/bin/env bash\n")
    assert "\nset -euo pipefail\n" in text_of(name)


def test_continuous_integration_runs_the_readme_command() -> None:
    """`.ci/run` ends with `make test`, under CI=true unless told otherwise."""
    lines = text_of(".ci/run").splitlines()
    assert lines[-2:] == ['export CI="${CI:-true}"', "exec make --no-print-directory test"]


def test_the_documents_name_commands_that_exist() -> None:
    """Every `make …` in the documents at the top of the repository is a target."""
    named = {
        (path.name, target)
        for path in ROOT.glob("*.md")
        for target in COMMAND.findall(path.read_text(encoding="utf-8"))
    }
    assert sorted((name, target) for name, target in named if target not in make_targets()) == []
    assert {"site", "test", "serve", "check", "lint", "bench", "lock", "clean"} <= make_targets()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    """A lock holds exact versions with SHA-256 hashes and comments, nothing else: no index, no path."""
    lines = text_of(lock).splitlines()
    patterns = (REQUIREMENT, HASH, COMMENT)
    assert [line for line in lines if not any(p.fullmatch(line) for p in patterns)] == []
    unhashed = [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if REQUIREMENT.fullmatch(line) and not HASH.fullmatch(following)
    ]
    assert unhashed == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_machine(lock: str) -> None:
    """A lock says what to install and never from where."""
    assert re.findall(r"https?://|file:|--index|--find-links|--extra", text_of(lock)) == []


def test_the_test_lock_holds_the_site_lock() -> None:
    """The tests run on the very versions that build the site."""
    tested = requirements("requirements-test.txt")
    site = requirements("requirements.txt")
    assert {name: tested.get(name) for name in site} == site


def test_the_locks_hold_what_the_project_asks_for() -> None:
    """Every dependency of pyproject.toml is in its lock."""
    declared = project()
    site = names(declared["project"]["dependencies"]) | names(declared["build-system"]["requires"])
    test = names(declared["project"]["optional-dependencies"]["test"])
    lint = names(declared["dependency-groups"]["lint"])
    assert sorted(site - set(requirements("requirements.txt"))) == []
    assert sorted((site | test | lint) - set(requirements("requirements-test.txt"))) == []


def test_the_build_group_is_what_the_build_requires() -> None:
    """The build back end that the lock pins is the one pyproject.toml builds with."""
    declared = project()
    assert declared["dependency-groups"]["build"] == declared["build-system"]["requires"]


def test_the_licences_are_named_once_and_alike() -> None:
    """Code is under Apache 2.0 and records under CC BY 4.0, wherever a licence is named."""
    citation = yaml.safe_load(text_of("CITATION.cff"))
    assert project()["project"]["license"] == "Apache-2.0"
    assert citation["license"] == "Apache-2.0"
    assert text_of("LICENSE").split("\n", 3)[1:3] == [
        " " * 33 + "Apache License",
        " " * 27 + "Version 2.0, January 2004",
    ]
    assert "`CC-BY-4.0`" in text_of("LICENSE-DATA.md")


def test_the_citation_names_this_version_and_no_invented_person() -> None:
    """CITATION.cff cites the version of pyproject.toml and credits the contributors together."""
    citation = yaml.safe_load(text_of("CITATION.cff"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == project()["project"]["version"]
    assert citation["authors"] == [{"name": "Incident archive contributors"}]
