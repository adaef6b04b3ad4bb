"""`archive diff`: what a change does to what readers see."""

import json
from pathlib import Path

import pytest
from git_project import TEXT, GitProject, git_project

SECOND = "incidents/records/2024/second.md"
SECOND_TEXT = (
    TEXT.replace("syn-4k7m2xq", "syn-7tq2w9d")
    .replace("rockets at a field", "explosion on a road")
    .replace("2023-12-30", "2024-01-02")
)
HOSTILE = "Synthetic @octocat [x](http://example.org) a|b #1"


@pytest.fixture
def project(root: Path) -> GitProject:
    return git_project(root)


def shown(project: GitProject, form: str = "text", ref: str = "main") -> str:
    done = project.archive("diff", "--against", ref, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.replace(project.git("rev-parse", "--short=10", ref), "COMMIT")


def test_nothing_changed(project: GitProject) -> None:
    """Where readers see the same, one sentence says so."""
    assert shown(project) == "Against main (COMMIT)\n\nNothing that readers see changes.\n"
    assert shown(project, "markdown") == (
        "## What this changes in the archive\n\nHeld against `main (COMMIT)`.\n\nNothing that readers see changes.\n"
    )


def test_incident_added(project: GitProject) -> None:
    """A new incident: itself, the pages that come or change, the lists it stands in, the numbers."""
    project.write(SECOND, SECOND_TEXT)
    text = shown(project)
    assert text.startswith(
        "Against main (COMMIT)\n\n"
        "Incidents added (1)\n"
        "  syn-7tq2w9d Synthetic explosion on a road: unverified; 2 January 2024, Conoco gas field\n\n"
        "Pages\n"
    )
    assert "  incidents: 1 added, 2 changed\n" in text
    assert "\n  3 locations: Conoco gas field, Deir ez-Zor Governorate, Syria\n" in text
    assert "\n  1 source: Syrian Observatory for Human Rights\n" in text
    assert "\n  incidents        1       2\n" in text
    assert "\n  unverified       1       2\n" in text


def test_statement_changes(project: GitProject) -> None:
    """Another status, date, location and title: what it was, what it is, and why."""
    project.replace(
        "date: 2023-12-30\nlocation: conoco-gas-field\n",
        "status: single-source\n"
        "date: 2023-12-29\n"
        "location: {key: conoco-gas-field, relation: near}\n"
        "corrections:\n"
        '  - {on: 2024-02-01, kind: correction, field: date, was: "2023-12-30", now: "2023-12-29", why: a slip}\n'
        "  - {on: 2024-02-01, kind: update, field: status, was: unverified, now: single-source, why: it was read}\n",
    )
    project.replace("Synthetic rockets at a field", "Synthetic rockets near a field")
    text = shown(project)
    assert text.split("\n\n")[1:5] == [
        "Titles changed (1)\n  syn-4k7m2xq Synthetic rockets at a field → Synthetic rockets near a field",
        (
            "Statuses changed (1)\n  syn-4k7m2xq Synthetic rockets near a field: unverified → single-source "
            "(at most single-source: one line of origin: Syrian Observatory for Human Rights; it was read)"
        ),
        "Dates changed (1)\n  syn-4k7m2xq Synthetic rockets near a field: 30 December 2023 → 29 December 2023 (a slip)",
        "Locations changed (1)\n  syn-4k7m2xq Synthetic rockets near a field: Conoco gas field → near Conoco gas field",
    ]


def test_withdrawn_and_revived(project: GitProject) -> None:
    """A withdrawal and its reason; the other way round, that it stands again."""
    project.write(SECOND, SECOND_TEXT)
    first = project.commit()
    project.replace(
        "date:", "withdrawn: {on: 2024-02-01, reason: duplicate, merged_into: syn-4k7m2xq}\ndate:", path=SECOND
    )
    text = shown(project, ref=first)
    assert (
        "Incidents withdrawn (1)\n  syn-7tq2w9d Synthetic explosion on a road: duplicate, merged into syn-4k7m2xq\n"
        in text
    )
    withdrawn = project.commit()
    project.write(SECOND, SECOND_TEXT)
    assert "Incidents that stand again (1)\n  syn-7tq2w9d Synthetic explosion on a road\n" in shown(
        project, ref=withdrawn
    )


def test_deleted(project: GitProject) -> None:
    """An incident that is gone without a trace is named as such, and its page with it."""
    project.write(SECOND, SECOND_TEXT)
    first = project.commit()
    (project.root / SECOND).unlink()
    text = shown(project, ref=first)
    assert "Incidents gone, which must be withdrawn instead (1)\n  syn-7tq2w9d Synthetic explosion on a road\n" in text
    assert "  incidents: 1 removed, 2 changed\n" in text


def test_json_is_whole(project: GitProject) -> None:
    """The JSON has every entry with every address, versioned."""
    for number in range(27):
        sign = "23456789bcdfghjkmnpqrstvwxz23456789"[number : number + 7]
        project.write(f"incidents/records/more/more-{number}.md", SECOND_TEXT.replace("7tq2w9d", sign))
    document = json.loads(shown(project, "json"))
    assert list(document) == [
        "version", "base", "left_out", "added", "withdrawn", "revived", "removed", "retitled", "statuses", "dates",
        "locations", "pages", "lists", "numbers",
    ]  # fmt: skip
    signs = {one["id"] for one in document["added"]}
    incidents = next(one for one in document["pages"] if one["kind"] == "incidents")
    assert (document["version"], len(signs), len(incidents["added"])) == (1, 27, 27)
    assert document["numbers"]["incidents"] == {"before": 1, "after": 28}
    assert {"title": "January 2024", "address": "timeline/2024/01/"} in document["lists"]["part of the timeline"]
    assert "  and 7 more (`--format json` has all)\n" in shown(project)
    assert "- and 7 more (`--format json` has all)\n" in shown(project, "markdown")


def test_markdown(project: GitProject) -> None:
    """For a pull request: headings, lists and a table of numbers."""
    project.write(SECOND, SECOND_TEXT)
    blocks = shown(project, "markdown").split("\n\n")
    assert blocks[:4] == [
        "## What this changes in the archive",
        "Held against `main (COMMIT)`.",
        "### Incidents added (1)",
        "- `syn-7tq2w9d` Synthetic explosion on a road: unverified; 2 January 2024, Conoco gas field",
    ]
    assert blocks[-2:] == [
        "### Numbers",
        (
            "| | before | after |\n| --- | ---: | ---: |\n| incidents | 1 | 2 |\n| unverified | 1 | 2 |\n| pages | "
            f"{_pages(project, 'before')} | {_pages(project, 'after')} |\n"
        ),
    ]


def _pages(project: GitProject, side: str) -> int:
    return int(json.loads(shown(project, "json"))["numbers"]["pages"][side])


def test_markdown_is_inert(project: GitProject) -> None:
    """A stranger's title makes no mention, link, element or reference in the summary."""
    project.replace("Synthetic rockets at a field", f"'{HOSTILE}'")
    (line,) = [line for line in shown(project, "markdown").splitlines() if "octocat" in line and " → " in line]
    assert line == (
        "- `syn-4k7m2xq` Synthetic rockets at a field → Synthetic `@octocat` `[x](http://example.org)` `a|b` `#1`"
    )


def test_terminal_is_safe(project: GitProject) -> None:
    """A title cannot steer a terminal or a build log."""
    project.replace("Synthetic rockets at a field", "'Synthetic ##[error] at a field'")
    assert "##[" not in shown(project)
    assert "##[" not in shown(project, "json")


def test_errors_on_a_side(project: GitProject) -> None:
    """Files with errors are left out and named; the rest is compared."""
    project.write("incidents/records/broken.md", "---\nid: [\n---\n")
    before = project.commit()
    project.write(SECOND, SECOND_TEXT)
    text = shown(project, ref=before)
    note = "1 file has errors and is left out: `incidents/records/broken.md`"
    assert text.splitlines()[1:3] == [f"note: the archive before: {note}", f"note: the archive after: {note}"]
    assert "Incidents added (1)" in text
    assert json.loads(shown(project, "json", before))["left_out"] == {
        "before": ["incidents/records/broken.md"],
        "after": ["incidents/records/broken.md"],
    }


def test_archive_is_new(root: Path) -> None:
    """Against a commit without an archive everything is new."""
    project = GitProject(root)
    project.git("init", "--quiet", "--initial-branch", "main")
    project.git("commit", "--quiet", "--allow-empty", "--message", "empty")
    text = shown(project)
    assert text.splitlines()[1] == "note: the archive before: there was none yet"
    assert "Incidents added (1)" in text


def test_nothing_can_be_shown(project: GitProject) -> None:
    """Where no page can be made one plain sentence says so, with exit code 2."""
    project.write("incidents/archive.yml", "title: [\n")
    done = project.archive("diff")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "Error: no page of this archive can be made, so there is nothing to compare; `archive check` says why\n",
    )


def test_default_branch(project: GitProject) -> None:
    """Without `--against` the branch that others begin from is meant; without one it must be given."""
    assert project.archive("diff").stdout.startswith("Against main (")
    project.git("branch", "--move", "trunk")
    done = project.archive("diff")
    assert (done.returncode, done.stderr) == (
        2,
        "Error: this repository has no branch `main`; give one to compare with, as `--against REF`\n",
    )


def test_no_repository(root: Path) -> None:
    """Outside a repository there is nothing to compare with."""
    done = GitProject(root).archive("diff", GIT_CEILING_DIRECTORIES=str(root.parent))
    assert (done.returncode, done.stderr) == (
        2,
        "Error: this folder is in no git repository, so there is nothing to compare with\n",
    )
