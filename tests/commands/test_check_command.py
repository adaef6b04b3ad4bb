"""`archive check`: what it prints, where, and its exit code."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.commands.project import minter
from generator.reading.folder import Reading

Run = Callable[..., Result]

FULL_BEGINS = """\
error[S108] date: `date`: `30.12.2023` is not a date the archive can read: write 2023-12-30
 --> incidents/records/2023/bad.md:5:7
  |
4 | type: shelling-artillery-missile
5 | date: 30.12.2023
  |       ^^^^^^^^^^
"""
CONCISE = "incidents/records/2023/bad.md:5:7: error S108 date: `date`: `30.12.2023` is not a date the archive can read: write 2023-12-30\n"
WARNING = "incidents/records/2023/2023-12-30-synthetic.md:8:44: warning R209 unregistered: "


def process(root: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The real program, as a shell starts it."""
    kept = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "NO_COLOR", "SITE_URL")}
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=root,
        env={**kept, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def with_inline_source(root: Path) -> None:
    """Give the good record a warning: a source without a file of its own."""
    file = root / "incidents/records/2023/2023-12-30-synthetic.md"
    inline = '  - {url: "https://example.org/a", source: {name: Synthetic paper, kind: newspaper}}\n'
    file.write_text(file.read_text(encoding="utf-8").replace("  - report: sohr-1\n", inline), encoding="utf-8")


def test_clean(root: Path) -> None:
    """An archive without findings gives exit code 0 and says so in one line."""
    done = process(root, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "8 files, nothing to mend\n", "")


def test_findings(bad: Path) -> None:
    """An error gives exit code 1 and prints in full, with the line it stands in."""
    done = process(bad, "check")
    assert (done.returncode, done.stdout[: len(FULL_BEGINS)], done.stderr) == (1, FULL_BEGINS, "")
    assert done.stdout.endswith("\n\n1 error in 1 of 9 files\n")


def test_help_is_short() -> None:
    """`archive --help` names every command on one screen."""
    result = CliRunner().invoke(main, ["--help"])
    assert (result.exit_code, len(result.stdout.splitlines()) < 24) == (0, True)
    listed = [line.split()[0] for line in result.stdout.partition("Commands:")[2].splitlines() if line.strip()]
    assert {"check", "explain", "new", "stats"} <= set(listed)
    assert not {"draft", "interview", "key_search", "project"} & set(listed)


def test_unknown_command(root: Path) -> None:
    """A command that does not exist is a usage error with exit code 2."""
    done = process(root, "chekc")
    assert (done.returncode, done.stdout, "No such command 'chekc'" in done.stderr) == (2, "", True)


def test_no_archive(tmp_path: Path) -> None:
    """Outside an archive one plain sentence says what to do, with exit code 2."""
    done = process(tmp_path, "check")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        (
            "Error: no archive here: neither this folder nor one above it holds `incidents/archive.yml`; "
            "go into the project's folder or give it with `--root`\n"
        ),
    )


def test_root_without_incidents(run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A root without the folder `incidents` is refused with exit code 2."""
    empty = tmp_path_factory.mktemp("empty")
    result = run("check", "--root", str(empty))
    assert (result.exit_code, result.stderr) == (
        2,
        f"Error: `{empty}` holds no folder `incidents`; give the folder above it\n",
    )


def test_found_from_below(root: Path) -> None:
    """The archive is found from any folder of the project."""
    done = process(root / "incidents/records/2023", "check", "2023-12-30-synthetic.md")
    assert (done.returncode, done.stdout) == (0, "1 file, nothing to mend\n")


def test_root_from_elsewhere(bad: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """With `--root` paths may be given as findings name them, from any folder."""
    done = process(
        tmp_path_factory.mktemp("else"),
        "check",
        "--root",
        str(bad),
        "--format",
        "concise",
        "incidents/records/2023/bad.md",
    )
    assert (done.returncode, done.stdout) == (1, CONCISE + "1 error in 1 of 1 file\n")


def test_paths_narrow(bad: Path, run: Run) -> None:
    """Findings and exit code are those of the files named, though all are checked."""
    assert run("check", "incidents/locations").exit_code == 0
    assert run("check", "incidents/records/2023/bad.md").exit_code == 1
    assert run("check", "incidents/locations", "incidents/records").exit_code == 1
    assert run("check", ".").exit_code == 1


def test_path_is_no_prefix_of_a_name(bad: Path, run: Run) -> None:
    """A folder's path does not take in a neighbour whose name begins alike."""
    (bad / "incidents/records/202").mkdir()
    assert run("check", "incidents/records/202").stdout == "0 files, nothing to mend\n"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("incidents/none.md", "Error: there is no file or folder `incidents/none.md`\n"),
        ("/", "Error: `/` is not in the archive's folder `incidents`\n"),
    ],
)
def test_wrong_path(run: Run, path: str, message: str) -> None:
    """A path that is no part of the archive is refused, lest a slip passes for a clean check."""
    result = run("check", path)
    assert (result.exit_code, result.stderr) == (2, message)


def test_concise(bad: Path, run: Run) -> None:
    """The concise format is one line a finding and one that sums up."""
    result = run("check", "--format", "concise")
    assert (result.exit_code, result.stdout) == (1, CONCISE + "1 error in 1 of 9 files\n")


def test_json(bad: Path, run: Run) -> None:
    """With json standard output holds JSON only; the summary goes to standard error."""
    result = run("check", "--format", "json")
    document = json.loads(result.stdout)
    assert (result.exit_code, [finding["rule"] for finding in document["findings"]]) == (
        1,
        ["S108"],
    )
    assert result.stderr == "1 error in 1 of 9 files\n"


def test_github_is_usual_in_actions(bad: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a GitHub workflow findings are annotations, unless a format is asked for."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check").stdout.startswith(
        "::error file=incidents/records/2023/bad.md,line=5,endLine=5,col=7,endColumn=17,title=S108 date::"
    )
    assert run("check", "--format", "concise").stdout.startswith(CONCISE)


def test_warnings(root: Path, run: Run) -> None:
    """Warnings fail a check only where that is asked for."""
    with_inline_source(root)
    assert run("check", "--format", "concise").stdout.startswith(WARNING)
    assert [
        run("check").exit_code,
        run("check", "--strict").exit_code,
        run("check", "--fail-on", "warning").exit_code,
    ] == [0, 1, 1]


def test_output(bad: Path, run: Run) -> None:
    """With `--output` the findings go to the file and the summary to standard error."""
    result = run("check", "--format", "concise", "--output", "found.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "1 error in 1 of 9 files\n")
    assert (bad / "found.txt").read_text(encoding="utf-8") == CONCISE + "1 error in 1 of 9 files\n"


def test_output_that_cannot_be_written(run: Run) -> None:
    """A report that cannot be written is a plain sentence with exit code 2."""
    result = run("check", "--output", "none/found.txt")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: `none/found.txt` cannot be written: No such file or directory\n",
    )


def test_fresh_ids(root: Path, run: Run) -> None:
    """A record without id is shown a fresh one with the archive's prefix, another for each record."""
    text = (root / "incidents/records/2023/2023-12-30-synthetic.md").read_text(encoding="utf-8")
    for name in ("a", "b"):
        (root / f"incidents/records/{name}.md").write_text(text.replace("id: syn-4k7m2xq\n", ""), encoding="utf-8")
    found = json.loads(run("check", "--format", "json").stdout)["findings"]
    minted = [finding["suggestion"]["replacement"] for finding in found if finding["rule"] == "S112"]
    assert [line[:8] for line in minted] == ["id: syn-", "id: syn-"]
    assert len(set(minted)) == 2


def test_ids_are_never_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A draw that has been given before in the same run is drawn again."""
    signs = iter("0" * 7 + "0" * 7 + "1" * 7)
    monkeypatch.setattr("secrets.choice", lambda _: next(signs))
    mint = minter(Reading((), ()))
    assert (mint(), mint()) == ("xxx-0000000", "xxx-1111111")


def test_fresh_ids_without_prefix(root: Path, run: Run) -> None:
    """Where the settings give no usable prefix, minted ids begin with `xxx`."""
    settings = root / "incidents/archive.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("id_prefix: syn", "id_prefix: 7"),
        encoding="utf-8",
    )
    record = root / "incidents/records/2023/2023-12-30-synthetic.md"
    record.write_text(record.read_text(encoding="utf-8").replace("id: syn-4k7m2xq\n", ""), encoding="utf-8")
    found = json.loads(run("check", "--format", "json").stdout)["findings"]
    assert [finding["suggestion"]["replacement"][:8] for finding in found if finding["rule"] == "S112"] == ["id: xxx-"]


def test_today(root: Path, run: Run) -> None:
    """A date is held against today's: what is to come cannot have been reported."""
    early = run("check", "--today", "2023-12-01", "--format", "concise")
    assert (early.exit_code, run("check", "--today", "2024-01-01").exit_code) == (1, 0)
    assert early.stdout.startswith("incidents/records/2023/2023-12-30-synthetic.md:5:7: error ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["check"],
            "archive: a fault in the program itself (ZeroDivisionError), not in your records. Please report it; `archive --debug …` shows where it arose.\n",
        ),
        (
            ["--debug", "check"],
            "archive: a fault in the program itself (ZeroDivisionError), not in your records. Please report it.\n",
        ),
    ],
)
def test_internal_fault(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str) -> None:
    """A fault of the program is one sentence and exit code 2, with a traceback only on request."""

    def faulty(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.checking.check.check_with_grounds", faulty)
    result = run(*words)
    assert (result.exit_code, result.stderr.endswith(message)) == (2, True)
    assert ("Traceback" in result.stderr) == ("--debug" in words)


def on_a_terminal(root: Path, **environment: str) -> bytes:
    """What `archive check` writes to a terminal."""
    outside, inside = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "NO_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "check"],
        cwd=root,
        env={**kept, "TERM": "xterm", **environment},
        stdout=inside,
        stderr=inside,
    ):
        os.close(inside)
        written = b""
        while True:
            try:
                part = os.read(outside, 4096)
            except OSError:  # Linux ends a terminal without a reader so.
                break
            if not part:
                break
            written += part
    os.close(outside)
    return written


def test_colours(bad: Path) -> None:
    """A terminal gets colours, unless NO_COLOR is set or it can show none; a pipe never does."""
    assert b"\x1b[1;31merror[S108]" in on_a_terminal(bad)
    assert b"\x1b" not in on_a_terminal(bad, NO_COLOR="1")
    assert b"\x1b" not in on_a_terminal(bad, TERM="dumb")
    assert "\x1b" not in process(bad, "check").stdout


def test_narrow_encoding(bad: Path) -> None:
    """A terminal without Arabic letters still gets the finding and the exit code."""
    file = bad / "incidents/records/2023/bad.md"
    file.write_text(file.read_text(encoding="utf-8").replace("30.12.2023", "الأحد"), encoding="utf-8")
    done = process(bad, "check", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (
        done.returncode,
        done.stdout.startswith("error[S108] date: "),
        "Traceback" in done.stderr,
    ) == (1, True, False)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"---\n{[", b"\x00" * 99, b"---\na: *b\n---\n\xf0\x9f"])
def test_hostile_files(root: Path, content: bytes) -> None:
    """Whatever bytes a record holds, the check ends with findings and no fault of its own."""
    (root / "incidents/records/2023/hostile.md").write_bytes(content)
    done = process(root, "check")
    assert (done.returncode, done.stderr) == (1, "")


def test_links_are_not_followed(root: Path, run: Run) -> None:
    """A linked file is a finding, and nothing of what it points at is shown."""
    (root / "secret.txt").write_text("synthetic secret\n", encoding="utf-8")
    (root / "incidents/records/2023/link.md").symlink_to(root / "secret.txt")
    result = run("check", "incidents/records/2023/link.md")
    assert (
        result.exit_code,
        "secret" in result.stdout,
        "incidents/records/2023/link.md" in result.stdout,
    ) == (1, False, True)


@pytest.mark.parametrize(
    "line", ['{url: https://example.org/a", source: sohr}', '{url: "https://example.org/a, source: sohr}']
)
def test_half_a_pair_of_quotation_marks(root: Path, run: Run, line: str) -> None:
    """A web address with one quotation mark of two gives one finding, which says so."""
    file = root / "incidents/records/2023/2023-12-30-synthetic.md"
    more = '  - {url: "https://example.org/b", source: sohr}\n'
    text = file.read_text(encoding="utf-8").replace("  - report: sohr-1\n", f"  - {line}\n{more}")
    file.write_text(text, encoding="utf-8")
    place = "incidents/records/2023/2023-12-30-synthetic.md:8:11: error"
    told = {
        "h": "S110 web-address: `reports[0].url` begins or ends with a quotation mark: put marks on both sides of the value, or none",
        '"': 'Y122 unclosed-quote: the quotation mark `"` opened here has no partner',
    }
    assert run("check", "--format", "concise").stdout == f"{place} {told[line[6]]}\n1 error in 1 of 8 files\n"
