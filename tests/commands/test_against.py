"""`archive check --against`: what is published, read from git, and what has changed since."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from git_project import RECORD, TEXT, GitProject, git_project, surroundings

from generator.commands.changes.base_branch import read_base
from generator.commands.project import Project
from generator.reading.file_rules import LINK

MOVED_DAY = (
    f"{RECORD}:5:7: error H701 silent-change: `date` was `2023-12-30` and is now `2023-12-29`, "
    "and no new entry in `corrections` says so\n"
)
CLEAN = "8 files, nothing to mend\n"
SHALLOW = (
    "this clone holds only the newest commits; fetch the others with `git fetch --unshallow`"
    " (in a workflow: `fetch-depth: 0` for actions/checkout)\n"
)


@pytest.fixture
def project(root: Path) -> GitProject:
    return git_project(root)


def concise(project: GitProject, ref: str = "main", **environment: str) -> tuple[int, str, str]:
    done = project.archive("check", "--against", ref, "--format", "concise", **environment)
    return done.returncode, done.stdout, done.stderr


def move_day(project: GitProject) -> None:
    project.replace("date: 2023-12-30", "date: 2023-12-29")


def test_unchanged(project: GitProject) -> None:
    """Where nothing has changed nothing is found."""
    assert concise(project) == (0, CLEAN, "")


def test_change_of_the_working_tree(project: GitProject) -> None:
    """What is not yet committed is held against the branch; without the option history is not judged."""
    move_day(project)
    assert concise(project) == (1, f"{MOVED_DAY}1 error in 1 of 8 files\n", "")
    assert project.archive("check").stdout == CLEAN


def test_committed_change(project: GitProject) -> None:
    """What a branch has committed is held against the commit at which it began, not against what came later."""
    project.git("checkout", "--quiet", "-b", "mine")
    move_day(project)
    project.commit()
    project.git("checkout", "--quiet", "main")
    project.replace("Synthetic rockets at a field", "Synthetic rockets at a big field")
    project.replace("location: conoco-gas-field", "location: deir-ez-zor-governorate")
    project.commit()
    project.git("checkout", "--quiet", "mine")
    assert concise(project) == (1, f"{MOVED_DAY}1 error in 1 of 8 files\n", "")


def test_commit_by_name(project: GitProject) -> None:
    """A commit is taken as it is: the one named, not one that is common."""
    first = project.git("rev-parse", "HEAD")
    move_day(project)
    project.commit()
    for ref in (first, first[:12], "HEAD~1", ":/first"):
        assert concise(project, ref)[1] == f"{MOVED_DAY}1 error in 1 of 8 files\n"
    assert concise(project, "HEAD") == (0, CLEAN, "")


def test_remote_branch(project: GitProject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A branch of a remote is a branch."""
    clone = tmp_path_factory.mktemp("clone") / "project"
    subprocess.run(["git", "clone", "--quiet", str(project.root), str(clone)], env=surroundings(), check=True)
    mine = GitProject(clone)
    move_day(mine)
    assert concise(mine, "origin/main")[:2] == (1, f"{MOVED_DAY}1 error in 1 of 8 files\n")


def test_every_format(project: GitProject) -> None:
    """A finding about a file that is gone prints in every format."""
    (project.root / RECORD).unlink()
    message = "the published record `syn-4k7m2xq` is gone; a record is withdrawn, never deleted"
    way = "bring the file back and add `withdrawn: {on: …, reason: …}`: its address stays and says why"
    command = ("check", "--against", "main", "--format")
    assert concise(project)[1] == f"{RECORD}: error H703 deleted-record: {message}\n1 error in 1 of 7 files\n"
    assert project.archive(*command, "full").stdout.splitlines()[:3] == [
        f"error[H703] deleted-record: {message}",
        f" --> {RECORD}",
        f"help: {way}",
    ]
    assert project.archive(*command, "github").stdout.splitlines()[0] == (
        f"::error file={RECORD},title=H703 deleted-record::{message}%0Ahelp: {way}"
    )
    (found,) = json.loads(project.archive(*command, "json").stdout)["findings"]
    assert (found["rule"], found["path"], found["span"], found["level"]) == ("H703", RECORD, None, "error")


def test_renamed_file(project: GitProject) -> None:
    """A file may bear another name: the id is the identity."""
    (project.root / RECORD).rename(project.root / "incidents/records/other-name.md")
    assert concise(project) == (0, CLEAN, "")


def test_archive_is_new(root: Path) -> None:
    """Where the other commit has no archive everything is new."""
    project = GitProject(root)
    project.git("init", "--quiet", "--initial-branch", "main")
    project.git("commit", "--quiet", "--allow-empty", "--message", "empty")
    assert concise(project) == (0, CLEAN, "")


def test_archive_below_the_repository(tmp_path: Path, root: Path) -> None:
    """The project may be a folder of a larger repository, and the check be called from a hook of it."""
    whole = tmp_path / "whole"
    shutil.copytree(root / "incidents", whole / "deep er/incidents")
    git_project(whole)
    project = GitProject(whole / "deep er")
    move_day(project)
    assert concise(project)[1] == f"{MOVED_DAY}1 error in 1 of 8 files\n"
    assert concise(project, GIT_DIR=".git", GIT_INDEX_FILE=".git/index")[1] == f"{MOVED_DAY}1 error in 1 of 8 files\n"


def test_nothing_runs_and_nothing_moves(project: GitProject) -> None:
    """Reading the other commit runs no hook and no filter, and leaves the project and its index as they are."""
    seen = project.root.parent / "seen"
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        hook = project.root / ".git/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\necho {name} >> '{seen}'\n", encoding="utf-8")
        hook.chmod(0o755)
    project.write(".gitattributes", "*.md filter=loud diff=loud\n")
    project.commit()
    seen.unlink(missing_ok=True)
    for key in ("filter.loud.smudge", "filter.loud.clean", "diff.loud.textconv"):
        project.git("config", key, f"sh -c 'echo {key} >> {seen}; cat'")
    project.git("config", "core.fsmonitor", str(project.root / ".git/hooks/fsmonitor-watchman"))
    move_day(project)
    before = _state(project.root)
    assert concise(project)[1] == f"{MOVED_DAY}1 error in 1 of 8 files\n"
    assert (_state(project.root), seen.exists()) == (before, False)


def _state(root: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def test_link_in_the_other_commit(project: GitProject, tmp_path: Path) -> None:
    """A link in the other commit is never followed, wherever it leads."""
    outside = tmp_path / "outside.md"
    outside.write_text(TEXT.replace("4k7m2xq", "7tq2w9d"), encoding="utf-8")
    link = project.root / "incidents/records/2023/link.md"
    link.symlink_to(outside)
    (project.root / "incidents/records/folder").symlink_to(tmp_path)
    project.commit()
    found = read_base(Project(project.root), "main").reading.findings
    assert [(finding.path, finding.rule) for finding in found] == [
        ("incidents/records/2023/link.md", LINK.code),
        ("incidents/records/folder", LINK.code),
    ]
    link.unlink()
    (project.root / "incidents/records/folder").unlink()
    assert concise(project) == (0, CLEAN, "")


def test_unchanged_files_are_not_read(project: GitProject) -> None:
    """Of the other commit only what has changed since is read; the rest is known from the working tree."""
    move_day(project)
    base = read_base(Project(project.root), "main", changed_only=True)
    assert ([raw.path for raw in base.reading.raw], len(base.unchanged)) == ([RECORD], 7)
    whole = read_base(Project(project.root), "main")
    assert (len(whole.reading.raw), whole.unchanged) == (8, frozenset())


def test_line_ends_of_a_checkout(project: GitProject) -> None:
    """A checkout with other line ends than git keeps is no change."""
    file = project.root / RECORD
    project.git("config", "core.autocrlf", "true")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert [line for line in concise(project)[1].splitlines() if " H7" in line] == []


def test_strange_files_in_the_other_commit(project: GitProject) -> None:
    """Files that the reader refuses (too large, another name, no text) stop nothing."""
    project.write("incidents/records/large.md", "x" * 2_000_000)
    project.write("incidents/records/Not a Name.txt", "x")
    (project.root / "incidents/records/bytes.md").write_bytes(b"\xff\xfe\0")
    (project.root / os.fsdecode(b"incidents/records/\xff.md")).write_bytes(b"x")
    project.commit()
    for name in ("large.md", "Not a Name.txt", "bytes.md", os.fsdecode(b"\xff.md")):
        (project.root / "incidents/records" / name).unlink()
    move_day(project)
    assert concise(project)[1] == f"{MOVED_DAY}1 error in 1 of 8 files\n"


@pytest.mark.parametrize(
    "names",
    [
        ("records/" + "x" * 300 + ".md",),
        ("records/" + "deep/" * 1_000 + "a.md",),
        ("records/..\\..\\..\\out.md", "records/C:out.md", "records/nul.md"),
        ("records/twin.md", "records/Twin.md", "sources/sohr.YML", "sources/SOHR.yml"),
        (".hidden/a.md", "records/.hidden/b.md", "README.md", "elsewhere/a.md"),
    ],
    ids=["long name", "long path", "names of another system", "names alike", "out of place"],
)
def test_names_no_disk_takes(names: tuple[str, ...], project: GitProject) -> None:
    """Files of the other commit whose names some disk refuses or reads otherwise are never written, and stop nothing."""
    (project.root / "x").write_text("x", encoding="utf-8")
    blob = project.git("hash-object", "-w", "x")
    for name in names:
        project.git("update-index", "--add", "--cacheinfo", f"100644,{blob},incidents/{name}")
    project.git("commit", "--quiet", "--message", "synthetic")
    move_day(project)
    assert concise(project) == (1, f"{MOVED_DAY}1 error in 1 of 8 files\n", "")
    done = project.archive("diff", "--against", "main")
    assert (done.returncode, done.stderr) == (0, "")


def test_paths_narrow(project: GitProject) -> None:
    """Paths narrow what is shown of history too."""
    move_day(project)
    done = project.archive("check", "--against", "main", "incidents/sources", "--format", "concise")
    assert (done.returncode, done.stdout) == (0, "1 file, nothing to mend\n")


@pytest.mark.parametrize("ref", ["nowhere", "--upload-pack=x", "", "a b", "-", "main:incidents", "\x1b[31m"])
def test_unknown_commit(ref: str, project: GitProject) -> None:
    """A name that leads to no commit ends in one plain sentence and exit code 2."""
    done = project.archive("check", f"--against={ref}")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(("Error: this repository has no commit `", "Error: `")), done.stderr
    assert "\x1b" not in done.stderr


def test_unknown_commit_in_words(project: GitProject) -> None:
    """The sentence says what to do."""
    assert concise(project, "origin/release")[2] == (
        "Error: this repository has no commit `origin/release`; fetch it with `git fetch origin release`\n"
    )
    assert concise(project, "nowhere")[2] == (
        "Error: this repository has no commit `nowhere`; `git branch --all` lists the branches that it has\n"
    )


def test_no_repository(root: Path) -> None:
    """Outside a repository there is nothing to compare with."""
    assert concise(GitProject(root), GIT_CEILING_DIRECTORIES=str(root.parent)) == (
        2,
        "",
        "Error: this folder is in no git repository, so there is nothing to compare with\n",
    )


def test_no_git(project: GitProject, tmp_path: Path) -> None:
    """Without git one plain sentence says that it is needed."""
    assert concise(project, PATH=str(tmp_path)) == (
        2,
        "",
        "Error: git is not installed, and the other commit is read with it\n",
    )


def test_no_common_history(project: GitProject) -> None:
    """A branch that has nothing in common with this one is refused."""
    project.git("checkout", "--quiet", "--orphan", "other")
    project.commit()
    assert concise(project)[::2] == (
        2,
        "Error: `main` and this branch have no commit in common; give a commit that this branch began from\n",
    )


def test_shallow_clone(project: GitProject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a shallow clone the sentence says how to fetch the rest."""
    project.git("checkout", "--quiet", "-b", "mine")
    move_day(project)
    project.commit()
    project.git("checkout", "--quiet", "main")
    project.commit("later")
    clone = tmp_path_factory.mktemp("clone") / "project"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{project.root}", str(clone)],
        env=surroundings(),
        check=True,
    )
    mine = GitProject(clone)
    mine.git("checkout", "--quiet", "mine")
    first = project.git("rev-parse", "main~1")
    assert concise(mine, "origin/main")[::2] == (
        2,
        f"Error: `origin/main` and this branch have no commit in common; {SHALLOW}",
    )
    assert concise(mine, first)[::2] == (2, f"Error: this repository has no commit `{first}`; {SHALLOW}")


def test_broken_side(project: GitProject) -> None:
    """Faults of the other commit are not this change's: they are not reported, and the rest is compared."""
    project.write("incidents/records/broken.md", "---\nid: [\n---\n")
    project.write("incidents/sources/extra.yml", "name: [\n")
    project.commit()
    (project.root / "incidents/records/broken.md").unlink()
    (project.root / "incidents/sources/extra.yml").unlink()
    move_day(project)
    assert concise(project)[1] == f"{MOVED_DAY}1 error in 1 of 8 files\n"
