"""`archive new` for several incidents of one report, and what it leaves behind when it is broken off."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from terminal import Terminal

from generator.commands.drafting.draft import NewFile
from generator.commands.drafting.new_files import written
from generator.commands.project import Project, Refusal

Run = Callable[..., Result]

URL = "https://example.org/2023/one-story.html"
SHARED = ["new", "--today", "2026-01-01", "--from", URL, "--source", "sohr", "--type", "drone", "--date", "2023-12-31"]
TWO = [
    *("--title", "Synthetic drones at a field", "--body", "One synthetic account."),
    *("--title", "Synthetic drones at a province", "--body", "Another synthetic account."),
    *("--location", "Koniko", "--location", "deir-ez-zor-governorate"),
]


def made(root: Path) -> set[str]:
    return {file.relative_to(root / "incidents").as_posix() for file in (root / "incidents").rglob("*")}


def test_two_incidents_by_options(root: Path, run: Run) -> None:
    """Options given twice are for the first and the second incident, those given once for both; the report gets a file."""
    result = run(*SHARED, *TWO)
    paths = result.stdout.splitlines()[:3]
    assert (result.exit_code, paths) == (
        0,
        [
            "incidents/records/2023/2023-12-31-synthetic-drones-at-a-field.md",
            "incidents/records/2023/2023-12-31-synthetic-drones-at-a-province.md",
            "incidents/reports/sohr-one-story.yml",
        ],
    )
    one, other, report = ((root / path).read_text(encoding="utf-8") for path in paths)
    [first] = re.findall(r"syn-[0-9b-z]{7}", one)
    assert report == f'source: sohr\nurl: "{URL}"\n'
    assert one.endswith("reports:\n  - report: sohr-one-story\n---\nOne synthetic account.\n")
    assert other.endswith(
        "location:\n  key: deir-ez-zor-governorate\n  relation: in\nreports:\n  - report: sohr-one-story\n"
        f"related:\n  - id: {first}\n    relation: same-report\n---\nAnother synthetic account.\n"
    )
    assert run("check", "--strict").exit_code == 0


def test_an_item_that_has_a_file(root: Path, run: Run) -> None:
    """Incidents from a known item cite its file; none is made, and records that rest on it are named once."""
    words = ["https://example.org/sohr-1" if word == URL else word for word in SHARED]
    result = run(*words, *TWO)
    assert (result.exit_code, [line for line in result.stdout.splitlines() if "/reports/" in line]) == (0, [])
    assert result.stderr.count("note: ") == 2
    assert "note: this item has a file, so it is cited as `report: sohr-1`; `--source` is left out\n" in result.stderr
    text = (root / result.stdout.splitlines()[1]).read_text(encoding="utf-8")
    assert "reports:\n  - report: sohr-1\nrelated:\n" in text


def test_three_by_questions(root: Path, run: Run) -> None:
    """With `--incidents` the report is asked for once and the rest for each; every later record names the earlier ones."""
    answers = ["sohr"]
    for number in range(1, 4):
        answers += [f"Synthetic event number {number}", "1", f"2023-12-{number:02}", "Koniko", f"Account {number}."]
    result = run("new", "--today", "2026-01-01", "--from", URL, "--incidents", "3", answers="\n".join(answers) + "\n")
    assert (result.exit_code, result.stderr.count("Source: who published it")) == (0, 1)
    assert re.findall(r"^Incident . of 3$", result.stderr, re.MULTILINE) == [f"Incident {n} of 3" for n in (1, 2, 3)]
    texts = [(root / path).read_text(encoding="utf-8") for path in result.stdout.splitlines()[:3]]
    assert [text.count("relation: same-report") for text in texts] == [0, 1, 2]
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--incidents", "2", *TWO, "--title", "x"], "`--title` is given 3 times, but there are 2 incidents"),
        (["--incidents", "1", *TWO], "`--title` is given 2 times, but there is one incident"),
        (["--incidents", "3", *TWO], "`--location` is given 2 times, but there are 3 incidents"),
        (["--body", "-", "--body", "-"], "`--body -` can be given once, because there is one standard input"),
        (TWO[:6], "`--body` is missing: give it as an option, or answer at a terminal; nothing was written"),
    ],
)
def test_counts_that_do_not_fit(root: Path, run: Run, words: list[str], said: str) -> None:
    """Answers that fit no number of incidents are refused, and where one is missing nothing is written."""
    before = made(root)
    result = run(*SHARED, *words, *([] if "--location" in words else ["--location", "Koniko"]))
    assert (result.exit_code, result.stderr.endswith(f"Error: {said}\n"), made(root)) == (2, True, before)


def test_a_source_whose_name_gives_no_key(root: Path, run: Run) -> None:
    """Where the source of a shared report needs a file and its name gives none, that is said and nothing is written."""
    before = made(root)
    words = ["صحيفة اصطناعية" if word == "sohr" else word for word in SHARED]
    result = run(*words, "--source-kind", "newspaper", *TWO)
    assert (result.exit_code, made(root)) == (2, before)
    assert "gives no free name for one: make `incidents/sources/<key>.yml` first\n" in result.stderr


@pytest.mark.parametrize("fault", [KeyboardInterrupt, Refusal, OSError])
def test_all_or_none(root: Path, fault: type[BaseException]) -> None:
    """Files of one command that is broken off go again, and the folders made for them; what was there stays."""
    before = made(root)
    files = [
        NewFile("incidents/reports/new.yml", "report", "new", "a: b\n"),
        NewFile("incidents/records/1999/new.md", "incident", "", "x\n"),
    ]

    def broken_off() -> None:
        with written(files, Project(root)):
            assert made(root) - before == {"reports/new.yml", "records/1999", "records/1999/new.md"}
            raise fault("synthetic")

    with pytest.raises(fault, match="synthetic"):
        broken_off()
    assert made(root) == before


def test_a_second_file_that_is_there(root: Path) -> None:
    """Where the second file cannot be made, the first goes again and the one that is there is not touched."""
    before = made(root)
    files = [
        NewFile("incidents/records/1999/new.md", "incident", "", "x\n"),
        NewFile("incidents/sources/sohr.yml", "source", "sohr", "x\n"),
    ]
    kept = (root / "incidents/sources/sohr.yml").read_bytes()
    with (
        pytest.raises(Refusal, match=r"`incidents/sources/sohr\.yml` is there already; nothing was written"),
        written(files, Project(root)),
    ):
        pass
    assert (made(root), (root / "incidents/sources/sohr.yml").read_bytes()) == (before, kept)


def test_a_record_at_a_terminal(root: Path, run: Run) -> None:
    """At a terminal the keys are offered for words in Arabic, and the record is written when all is answered."""
    one = Terminal(root, "new", "--from", URL)
    for question, answer in (
        ("noun phrase)", "Synthetic drones at a field"),
        ("Type", "drone"),
        ("Date as stated", "2023-12-31"),
        ("Location", "كونيكو"),
        ("  1  conoco-gas-field", "1"),
        ("Source", "observatory"),
        ("  1  sohr", "1"),
        ("Account", "A synthetic account."),
    ):
        one.wait_for(question)
        one.type(answer + "\n")
    assert one.end() == 0, one.said
    assert "records/2023/2023-12-31-synthetic-drones-at-a-field.md" in made(root)
    assert run("check", "--strict").exit_code == 0


def test_broken_off_between_two_incidents(root: Path) -> None:
    """Ctrl-C at the second of two incidents leaves neither a record nor the report's file."""
    before = made(root)
    words = ["Synthetic drones at a field", "--body", "One.", "--type", "drone", "--date", "2023-12-31"]
    one = Terminal(
        root, "new", "--from", URL, "--source", "sohr", "--incidents", "2", "--title", *words, "--location", "Koniko"
    )
    one.wait_for("Incident 2 of 2")
    one.wait_for("noun phrase)")
    time.sleep(0.3)
    one.type("\x03")
    assert (one.end(), one.said.splitlines()[-1], made(root)) == (130, "Nothing was written.", before)
