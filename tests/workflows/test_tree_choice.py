"""What a pull request is built with: records alone with the generator of the branch they go to, the rest with itself."""

import os
import subprocess
from pathlib import Path

import pytest
from code_host import run_steps
from proposals import NEW_RECORD, RECORD, Repository

STEP = run_steps()["check.yml", "records", "Choose what to build with"]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository.made(tmp_path)


def write(path: str, text: str | bytes = NEW_RECORD):
    def change(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    return change


def chosen(repository: Repository) -> "subprocess.CompletedProcess[str]":
    return repository.host.run(STEP)


def main_commit(repository: Repository) -> str:
    return repository.host.git(repository.origin, "rev-parse", "main")


def tracked(repository: Repository, folder: Path) -> dict[str, bytes]:
    """The files of a checkout, without git's own."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def test_records_alone_are_laid_over_the_base(repository: Repository) -> None:
    """A pull request that only adds, changes and deletes records is built in the base branch's checkout, with exactly those records."""
    before = tracked(repository, repository.origin)

    def change(root: Path) -> None:
        write(RECORD)(root)
        write("incidents/sources/radio.yml", "name: Synthetic radio\nkind: radio\n")(root)
        (root / "incidents/records/2024/ten.md").unlink()

    repository.propose(change)
    done = chosen(repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert repository.host.outputs == {"folder": "base", "against": main_commit(repository), "records-only": "true"}
    assert tracked(repository, repository.base) == {
        **{name: content for name, content in before.items() if name != "incidents/records/2024/ten.md"},
        RECORD: NEW_RECORD.encode(),
        "incidents/sources/radio.yml": b"name: Synthetic radio\nkind: radio\n",
    }


@pytest.mark.parametrize(
    "path",
    [
        "generator/cli.py",
        "mkdocs.yml",
        "site_templates/pages/incident.html.j2",
        "bin/ci/choose-tree.sh",
        ".github/workflows/check.yml",
        "incidents.md",
        "incidents/archive.yml",
        "incidentsx/records/2024/a.md",
        "incidents/.gitattributes",
        "incidents/records/.git-like/a.md",
    ],
)
def test_anything_else_is_built_from_itself(repository: Repository, path: str) -> None:
    """A pull request that changes anything but records, though it changes records too, is built from itself and laid over nothing."""

    def change(root: Path) -> None:
        write(RECORD)(root)
        write(path, "synthetic\n")(root)

    repository.propose(change)
    done = chosen(repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert repository.host.outputs == {
        "folder": "proposal",
        "against": main_commit(repository),
        "records-only": "false",
    }
    assert not (repository.base / RECORD).exists()


def test_a_pull_request_without_a_change_is_built_from_itself(repository: Repository) -> None:
    """Where nothing has changed there is nothing to lay over the base."""
    repository.propose(lambda root: None)
    assert chosen(repository).returncode == 0
    assert repository.host.outputs["records-only"] == "false"


def test_what_main_has_gained_since_is_not_the_proposal_s(repository: Repository) -> None:
    """A change to the generator that came to the branch after the pull request was begun does not count as the pull request's own."""
    host = repository.host
    host.git(repository.origin, "checkout", "--quiet", "-b", "proposal")
    write(RECORD)(repository.origin)
    repository.commit("Synthetic record")
    host.git(repository.origin, "checkout", "--quiet", "main")
    write("generator/later.py", "LATER = True\n")(repository.origin)
    repository.commit("Synthetic later change")
    repository.check_out("proposal")
    assert chosen(repository).returncode == 0
    assert host.outputs["records-only"] == "true"
    assert (repository.base / "generator/later.py").is_file()
    assert (repository.base / RECORD).read_text(encoding="utf-8") == NEW_RECORD


def test_the_base_may_have_moved_on_meanwhile(repository: Repository) -> None:
    """Where the branch gained commits between the merge and the check, the records are laid over the commit they were merged with."""
    repository.propose(write(RECORD))
    merged_with = main_commit(repository)
    write("incidents/records/2024/later.md", NEW_RECORD.replace("4k7m2xq", "4k7m2xr"))(repository.origin)
    repository.commit("Synthetic later record")
    repository.host.git(repository.base, "fetch", "--quiet", "origin")
    repository.host.git(repository.base, "checkout", "--quiet", "--detach", "origin/main")
    assert chosen(repository).returncode == 0
    assert repository.host.outputs["against"] == merged_with
    assert not (repository.base / "incidents/records/2024/later.md").exists()


@pytest.mark.parametrize("target", ["../../../mkdocs.yml", "/etc/passwd", "one.md", "nowhere"])
def test_links_are_refused(repository: Repository, target: str) -> None:
    """A record that is a symbolic link stops the job with its name, and nothing is laid over the base."""
    before = tracked(repository, repository.origin)
    repository.propose(lambda root: os.symlink(target, root / RECORD))
    done = chosen(repository)
    assert done.returncode == 1
    assert done.stdout == (
        "::error title=The records cannot be taken::incidents/records/2024/new.md is a link or a submodule."
        " Records are plain files: put the file itself there.\n"
    )
    assert "incidents/records/2024/new.md is a link or a submodule" in repository.host.summary
    assert repository.host.outputs == {}
    assert tracked(repository, repository.base) == before


def test_a_folder_that_becomes_a_link_is_refused(repository: Repository) -> None:
    """A folder of records replaced by a link to elsewhere is a link, too."""

    def change(root: Path) -> None:
        for file in (root / "incidents/series").iterdir():
            file.unlink()
        (root / "incidents/series").rmdir()
        os.symlink("../site_templates", root / "incidents/series")

    repository.propose(change)
    done = chosen(repository)
    assert (done.returncode, "incidents/series is a link" in done.stdout) == (1, True)


def test_a_submodule_is_refused(repository: Repository) -> None:
    """A submodule among the records is refused: it holds another repository."""

    def change(root: Path) -> None:
        inner = root / "incidents/records/inner"
        inner.mkdir()
        repository.host.git(inner, "init", "--quiet")
        repository.host.git(inner, "commit", "--quiet", "--allow-empty", "--message", "Synthetic")

    repository.propose(change)
    done = chosen(repository)
    assert (done.returncode, "incidents/records/inner is a link or a submodule" in done.stdout) == (1, True)


def test_a_file_that_becomes_a_folder(repository: Repository) -> None:
    """A file may give way to a folder of its name, and a folder to a file."""

    def change(root: Path) -> None:
        (root / "incidents/records/2024/ten.md").unlink()
        write("incidents/records/2024/ten.md/inner.md")(root)
        for file in (root / "incidents/series").iterdir():
            file.unlink()
        (root / "incidents/series").rmdir()
        write("incidents/series", b"Synthetic\n")(root)

    repository.propose(change)
    assert chosen(repository).returncode == 0
    assert (repository.base / "incidents/records/2024/ten.md/inner.md").read_text(encoding="utf-8") == NEW_RECORD
    assert (repository.base / "incidents/series").read_bytes() == b"Synthetic\n"


@pytest.mark.parametrize(
    "name",
    [
        "a b.md",
        "-rf.md",
        "$(touch pwned).md",
        "`touch pwned`.md",
        "; touch pwned #.md",
        "line\nbreak.md",
        "::set-output name=folder::proposal\n.md",
        "%0A::error::synthetic.md",
        "tab\there.md",
        "quote\"s'.md",
        "حادثة.md",
        "back\\slash.md",
    ],
)
def test_names_of_files_are_only_names(repository: Repository, name: str) -> None:
    """A file's name is never run, split or taken for an option, whatever signs it holds; the file arrives byte for byte."""
    content = b"\xff\x00 synthetic \r\n"
    repository.propose(write(f"incidents/records/2024/{name}", content))
    done = chosen(repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert repository.host.outputs["records-only"] == "true"
    assert (repository.base / "incidents/records/2024" / name).read_bytes() == content
    assert list(repository.host.room.rglob("pwned")) == []
    assert done.stdout == f"Checked and built: base, against {main_commit(repository)}.\n"


def test_a_hostile_name_cannot_speak_to_the_code_host(repository: Repository) -> None:
    """A name with line ends stands in one line of an error, so that no workflow command can be slipped in."""
    name = "a\n::set-output name=folder::x%0A.md"
    repository.propose(lambda root: os.symlink("one.md", root / "incidents/records/2024" / name))
    done = chosen(repository)
    assert done.returncode == 1
    assert [line[:8] for line in done.stdout.splitlines()] == ["::error "]
    assert "%0A" not in done.stdout
    assert [line for line in repository.host.summary.splitlines() if line.startswith("::")] == []


@pytest.mark.parametrize("branch", ["$(touch${IFS}pwned)", "`touch${IFS}pwned`", "a;touch${IFS}pwned", "ﺍ/b"])
def test_names_of_branches_are_never_run(repository: Repository, branch: str) -> None:
    """A branch of any name is checked like any other."""
    repository.host.git(repository.origin, "update-ref", "refs/heads/--upload-pack=touch", "main")
    repository.propose(write(RECORD), branch=branch)
    done = chosen(repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert repository.host.outputs["folder"] == "base"
    assert list(repository.host.room.rglob("pwned")) == []


def test_attributes_and_hooks_of_the_proposal_do_nothing(repository: Repository) -> None:
    """Attributes of the base's own folder change no byte of a record, for records come out of git's store as they are."""
    text = "$Id$\r\nsynthetic\r\n"

    def change(root: Path) -> None:
        blob = repository.host.git(root, "hash-object", "-w", "--no-filters", "--stdin", stdin=text.encode())
        repository.host.git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{RECORD}")

    (repository.origin / ".gitattributes").write_text("* text=auto eol=lf ident\n", encoding="utf-8")
    repository.commit("Synthetic attributes")
    repository.host.git(repository.origin, "checkout", "--quiet", "-b", "proposal")
    change(repository.origin)
    repository.host.git(repository.origin, "commit", "--quiet", "--message", "Synthetic record")
    repository.host.git(repository.origin, "reset", "--quiet", "--hard")
    repository.check_out("proposal")
    assert chosen(repository).returncode == 0
    assert (repository.base / RECORD).read_bytes() == text.encode()


def test_large_files_are_refused(repository: Repository) -> None:
    """A file of more than 1 MiB is refused with its size."""
    repository.propose(write(RECORD, b"x" * (1024 * 1024 + 1)))
    done = chosen(repository)
    assert done.returncode == 1
    assert "incidents/records/2024/new.md holds 1048577 bytes, and 1048576 is the most." in done.stdout


def test_too_much_at_once_is_refused(repository: Repository) -> None:
    """More than 20 MiB of changed records are refused, though each file is small enough."""

    def change(root: Path) -> None:
        for number in range(21):
            write(f"incidents/records/2024/n{number}.md", bytes([number]) * 1024 * 1024)(root)

    repository.propose(change)
    done = chosen(repository)
    assert (done.returncode, "22020096 bytes, and 20971520 is the most" in done.stdout) == (1, True)


def test_too_many_files_are_refused(repository: Repository) -> None:
    """More than 2,000 changed records are refused."""

    def change(root: Path) -> None:
        for number in range(2001):
            write(f"incidents/records/2024/n{number}.md", "x\n")(root)

    repository.propose(change)
    done = chosen(repository)
    assert (done.returncode, "2001 files have changed, and 2000 is the most" in done.stdout) == (1, True)


def test_a_history_of_its_own_is_refused(repository: Repository) -> None:
    """A branch without any history in common is refused in plain words."""
    repository.propose(write(RECORD))
    repository.host.git(repository.proposal, "checkout", "--quiet", "--orphan", "alone")
    repository.host.git(repository.proposal, "commit", "--quiet", "--message", "Synthetic")
    done = chosen(repository)
    assert (done.returncode, "no history in common" in done.stdout) == (1, True)
