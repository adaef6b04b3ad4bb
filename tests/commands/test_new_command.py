"""`archive new`: questions, answers by option, and a file that the check passes."""

import os
import pty
import re
import select
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from generator.commands.drafting.draft import errors_in_answer
from generator.model.records import Records
from generator.reading.folder import Reading

Run = Callable[..., Result]

PATIENCE = 60
"""Seconds of silence after which a test gives up; no measure of anything."""

ANSWERS = {
    "--title": "Synthetic drones: a field",
    "--type": "air-drone-strike",
    "--date": "2023-12-31",
    "--location": "Koniko",
    "--url": "https://example.org/story?id=1#top",
    "--source": "sohr",
    "--body": "A synthetic account, with — “signs” and حقل.",
}
NEXT = """\
Its status is `unverified`, and stays so until the record states another.
Worth adding in the file, where the report says it: whom the report relies on (`chains`, below the report), \
the time of day (`date: {value: 2023-12-31, time: …}`), and the `status` that the reports bear out.
Then run `archive check`.
"""
WRITTEN = """\
---
id: syn-ID
title: "Synthetic drones: a field"
type: air-drone-strike
date: 2023-12-31
location: conoco-gas-field
reports:
  - url: "https://example.org/story?id=1#top"
    source: sohr
---
A synthetic account, with — “signs” and حقل.
"""


def options(**changes: str | None) -> list[str]:
    """The words of a command line that answers everything, with some answers changed or left out."""
    named = {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    given = {name: value for name, value in {**ANSWERS, **named}.items() if value is not None}
    return ["new", "--today", "2026-01-01", *(word for pair in given.items() for word in pair)]


def without_id(file: Path) -> str:
    return re.sub(r"syn-[0-9b-z]{7}", "syn-ID", file.read_text(encoding="utf-8"))


def records(root: Path) -> list[str]:
    folder = root / "incidents/records"
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.md"))


def test_by_options(root: Path, run: Run) -> None:
    """With every answer as an option nothing is asked, and the file passes the check."""
    result = run(*options())
    path = "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md"
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{path}\n{NEXT}", "")
    assert without_id(root / path) == WRITTEN
    checked = run("check", "--strict")
    assert (checked.exit_code, checked.stdout) == (0, "9 files, nothing to mend\n")


def test_by_questions(root: Path, run: Run) -> None:
    """What is not given is asked; a wrong answer is told as the check tells it, and asked again."""
    answers = [
        "Short",
        "Synthetic drones: a field",
        "2",
        "31/12/2023",
        "",
        "konico field",
        "1",
        "not an address",
        "https://example.org/story?id=1#top",
        "sohrr",
        "1",
        "A synthetic account, with — “signs” and حقل.",
    ]
    result = run("new", "--today", "2026-01-01", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.stderr
    assert "error[S105] length: `title` must have at least 8 characters; it has 5\n" in result.stderr
    assert (
        "error[S108] date: `date`: `31/12/2023` is not a date the archive can read: write 2023-12-31\n" in result.stderr
    )
    assert "unknown) [2023-12-31]: " in result.stderr
    assert "help: write `2023-12-31`" not in result.stderr
    assert "  1  conoco-gas-field (Conoco gas field)\n" in result.stderr
    assert "error[S110] web-address: `reports[0].url` " in result.stderr
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert "type: shelling-artillery-missile\n" in text


@pytest.mark.parametrize(
    "name",
    [
        "Koniko",
        "koniko",
        "CONOCO gas-field",
        "حقل كونيكو للغاز",
        "حَقل کونیکو للغاز",
        "Конико",
        "Konocco",
    ],
)
def test_names_in_every_script(root: Path, run: Run, name: str) -> None:
    """A location is found by any of its names, in any script, spelt with or without marks."""
    assert run(*options(location=name)).exit_code == 0
    assert "location: conoco-gas-field\n" in (
        root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md"
    ).read_text(encoding="utf-8")


def test_area(root: Path, run: Run) -> None:
    """An incident placed in a province lies somewhere in it, not at it."""
    assert run(*options(location="deir-ez-zor-governorate")).exit_code == 0
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert "location:\n  key: deir-ez-zor-governorate\n  relation: in\n" in text


def test_unknown_location_and_source(root: Path, run: Run) -> None:
    """A location or source without a file stands in the record itself, with a warning and no error."""
    result = run(
        *options(
            location="a synthetic hill",
            within="syria",
            source="Synthetic paper",
            source_kind="newspaper",
        )
    )
    assert result.exit_code == 0
    assert result.stderr == (
        "warning[R209] unregistered: the location `a synthetic hill` has no file of its own yet\n"
        "help: give it a file in incidents/locations/ and name its key here\n"
        "warning[R209] unregistered: the source `Synthetic paper` has no file of its own yet\n"
        "help: give it a file in incidents/sources/ and name its key here\n"
    )
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert "location:\n  as_stated: a synthetic hill\n  within: syria\n" in text
    assert "    source:\n      name: Synthetic paper\n      kind: newspaper\n" in text
    assert run("check").exit_code == 0


def test_unknown_location_by_questions(root: Path, run: Run) -> None:
    """At a prompt, what is not among those found can be kept in the report's words."""
    given = options(location=None)
    result = run(*given, answers="a synthetic hill\n0\nsyria\n")
    assert result.exit_code == 0, result.stderr
    assert "  0  none of these: keep the report's words, and name the location around it\n" in result.stderr
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert "location:\n  as_stated: a synthetic hill\n  within: syria\n" in text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"title": "Short"},
            "`--title` is refused\nerror[S105] length: `title` must have at least 8 characters; it has 5",
        ),
        (
            {"title": "Synthetic <script>"},
            "`--title` is refused\nerror[X501] markup: `title` holds the HTML tag `<script>`; write it in plain words",
        ),
        (
            {"type": "drone strik"},
            "`--type`: there is none called `drone strik`; similar: `air-drone-strike`",
        ),
        ({"date": "30 February 2023"}, None),
        ({"date": "2027-01-01"}, None),
        (
            {"location": "konico gas feld"},
            "`--location`: there is none called `konico gas feld`; similar: `conoco-gas-field`",
        ),
        (
            {"location": "conoco-gas-field", "within": "syria"},
            "`--within`: `conoco-gas-field` has a file of its own, which says what it lies within; leave the option out",
        ),
        ({"source": "zz"}, "`--source`: there is none called `zz`; known: `sohr`"),
        (
            {"source": "zz", "source_kind": "gazette"},
            "`--source-kind`: there is none called `gazette`; known: `tv`, `radio`, `newspaper`, `magazine`, `news-agency`, `online`, `rewriter`, `aggregator`, `official`, `monitor`, `research`, `armed-group-channel`, `social-account`",
        ),
        (
            {"url": "javascript:alert(1)"},
            "`--url` is refused\nerror[S110] web-address: `reports[0].url` must begin with http:// or https://",
        ),
        ({"body": " \n "}, None),
        ({"body": "x" * 20_001}, None),
        ({"body": "<img src=x onerror=alert(1)>"}, None),
        (
            {"title": None},
            "`--title` is missing: give it as an option, or answer at a terminal; nothing was written",
        ),
    ],
)
def test_refused(root: Path, run: Run, changes: dict[str, str | None], message: str | None) -> None:
    """A wrong or missing answer is refused in the check's words; nothing is written, and the exit code is 2."""
    result = run(*options(**changes))
    assert (result.exit_code, result.stdout, records(root)) == (
        2,
        "",
        ["2023/2023-12-30-synthetic.md"],
    )
    told = result.stderr.partition("Error: ")[2]
    assert (
        told.startswith(message + "\n")
        if message
        else re.match(r"`--(date|body)` is refused\nerror\[[A-Z][0-9]{3}\] ", told)
    )


@pytest.mark.parametrize(
    ("day", "title", "path"),
    [
        ("2023-12", "Synthetic attack", "2023/2023-12-synthetic-attack.md"),
        ("2023", "Synthetic attack", "2023/2023-synthetic-attack.md"),
        ("202X", "Synthetic attack", "undated/synthetic-attack.md"),
        ("XXXX-12-31", "Synthetic attack", "undated/synthetic-attack.md"),
        ("unknown", "Synthetic attack", "undated/synthetic-attack.md"),
        ("2023-12-31/2024-01-02", "Synthetic attack", "2023/2023-12-31-synthetic-attack.md"),
        ("[2023-12-30,2023-12-31]", "Synthetic attack", "2023/2023-12-30-synthetic-attack.md"),
        ("../2023-12-31", "Synthetic attack", "undated/synthetic-attack.md"),
        ("2023-12-31", "../../../etc/passwd/..", "2023/2023-12-31-etc-passwd.md"),
        ("2023-12-31", "هجوم اصطناعي على قاعدة", "2023/2023-12-31-conoco-gas-field.md"),
        ("unknown", "هجوم اصطناعي على قاعدة", "undated/conoco-gas-field.md"),
        ("2023-12-31", "Ünïcödé attàck straße", "2023/2023-12-31-unicode-attack-strasse.md"),
        ("unknown", "NUL هجوم اصطناعي", None),
        ("2023-12-31", "synthetic " * 11, "2023/2023-12-31-" + "-".join(["synthetic"] * 6) + ".md"),
    ],
)
def test_place(root: Path, run: Run, day: str, title: str, path: str | None) -> None:
    """The file lies in the folder of its year, or `undated`, under its date and the words of its title."""
    basis = "a synthetic weekday" if day.startswith("[") else None
    result = run(*options(date=day, title=title, basis=basis))
    [made] = [name for name in records(root) if name != "2023/2023-12-30-synthetic.md"]
    assert (result.exit_code, made if path else made[:16]) == (0, path or "undated/nul-syn-")
    assert run("check").exit_code == 0


def test_uncertain_date(root: Path, run: Run) -> None:
    """An uncertain date comes with what it rests on, asked for where it is not given."""
    result = run(*options(date="2023-12-31~"), answers="the first synthetic report\n")
    assert (result.exit_code, result.stderr) == (
        0,
        "What the date rests on: the first synthetic report\n",
    )
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert "date:\n  value: 2023-12-31~\n  basis: the first synthetic report\n" in text


@pytest.mark.parametrize(
    ("day", "basis", "said"),
    [
        ("2023-12-31~", "a synthetic report", "the time of day (`time`, below `date`), "),
        ("2023-12", None, ""),
        ("unknown", None, ""),
    ],
)
def test_time_worth_adding(run: Run, day: str, basis: str | None, said: str) -> None:
    """A time of day is asked for only beside a day, where a record can hold one."""
    line = run(*options(date=day, basis=basis)).stdout.splitlines()[2]
    assert line == (
        "Worth adding in the file, where the report says it: whom the report relies on (`chains`, below the report), "
        f"{said}and the `status` that the reports bear out."
    )


@pytest.mark.parametrize(
    ("option", "words", "key", "name"),
    [
        ("type", "drone", "air-drone-strike", "Air or drone strike"),
        ("type", "Drone strike", "air-drone-strike", "Air or drone strike"),
        ("type", "rocket", "shelling-artillery-missile", "Shelling, rocket or missile attack"),
    ],
)
def test_words_that_one_has(root: Path, run: Run, option: str, words: str, key: str, name: str) -> None:
    """Words that the names of one entry alone have stand for a type, and the contributor is told."""
    result = run(*options(**{option: words}))
    assert (result.exit_code, result.stderr) == (0, f"`--{option}`: `{words}` is taken for {key} ({name})\n")
    assert f"{option}: {key}\n" in (root / result.stdout.splitlines()[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "words", "key"),
    [
        ("location", "gas field", "conoco-gas-field"),
        ("location", "كونيكو", "conoco-gas-field"),
        ("source", "Syrian observatory", "sohr"),
    ],
)
def test_a_location_or_a_source_is_never_guessed(root: Path, run: Run, option: str, words: str, key: str) -> None:
    """Words of a name are not enough for a location or a source: the key is offered and nothing is written."""
    result = run(*options(**{option: words}))
    assert (result.exit_code, result.stderr) == (2, f"Error: `--{option}`: `{words}` can mean `{key}`; write the key\n")


def test_words_that_several_have(root: Path, run: Run) -> None:
    """Words that several entries have are refused, and those are named."""
    with_more_names(root)
    assert (run(*options(type="strike")).stderr, run(*options(source="times")).stderr) == (
        "Error: `--type`: `strike` can mean `air-drone-strike`, `ground-strike`; write the key\n",
        "Error: `--source`: `times` can mean `hill-times`, `river-times`; write the key\n",
    )


def with_more_names(root: Path) -> None:
    """Give the archive names that have words in common, and one that only looks like another."""
    for key, name in (("hill-times", "Hill Times"), ("river-times", "River Times"), ("newstop", "Newstop")):
        text = f"name: {name}\nkind: newspaper\n"
        (root / f"incidents/sources/{key}.yml").write_text(text, encoding="utf-8")
    types = root / "incidents/vocabulary/types.yml"
    more = "  ground-strike: {label: Strike on the ground, definition: Synthetic.}\n"
    types.write_text(types.read_text(encoding="utf-8") + more, encoding="utf-8")


def test_a_word_for_a_type_at_a_prompt(run: Run) -> None:
    """At a prompt, too, a word that one type alone has is taken at once."""
    result = run(*options(type=None), answers="drone\n")
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "  1  air-drone-strike (Air or drone strike)\n"
            "  2  shelling-artillery-missile (Shelling, rocket or missile attack)\n"
            "Type (number, key or words); Enter for the list: drone\n"
            "  air-drone-strike (Air or drone strike)\n"
        ),
    )


def test_the_list_again(root: Path, run: Run) -> None:
    """Enter shows the whole list again; a number is that of the list last shown, also after a vain search."""
    with_more_names(root)
    result = run(*options(type=None), answers="strike\n\nzzz\n2\n")
    whole = (
        "  1  air-drone-strike (Air or drone strike)\n"
        "  2  shelling-artillery-missile (Shelling, rocket or missile attack)\n"
        "  3  ground-strike (Strike on the ground)\n"
    )
    asked = "Type (number, key or words); Enter for the list: "
    assert (result.exit_code, result.stderr) == (
        0,
        (
            f"{whole}{asked}strike\n"
            "  1  ground-strike (Strike on the ground)\n"
            "  2  air-drone-strike (Air or drone strike)\n"
            f"{asked}\n{whole}{asked}zzz\n  nothing is called `zzz`\n{asked}2\n"
            "  shelling-artillery-missile (Shelling, rocket or missile attack)\n"
        ),
    )


def test_the_shorter_list_counts(root: Path, run: Run) -> None:
    """After a search, a number is that of the list it gave and not of the one before."""
    with_more_names(root)
    result = run(*options(type=None), answers="strike\n1\n")
    assert "type: ground-strike\n" in (root / result.stdout.splitlines()[0]).read_text(encoding="utf-8")


def test_no_weak_offers(root: Path, run: Run) -> None:
    """A word that only looks a little like a name is not answered with that name."""
    with_more_names(root)
    result = run(*options(source=None), answers="newspaper\ntimes\n1\n")
    asked = "Source: who published it (key or any name); Enter for the list: "
    none = "  0  none of these: a source without a file\n"
    assert (result.exit_code, result.stderr.partition(asked)[2]) == (
        0,
        (
            f"newspaper\n  nothing is called `newspaper`\n{none}"
            f"{asked}times\n  1  hill-times (Hill Times)\n  2  river-times (River Times)\n{none}"
            f"{asked}1\n  hill-times (Hill Times)\n"
        ),
    )


def test_one_word_of_a_place_is_offered(run: Run) -> None:
    """At a prompt whose answer may be something new, a word of a name is an offer and no answer yet."""
    result = run(*options(location=None), answers="field\n0\nsyria\n")
    assert (result.exit_code, result.stderr.splitlines()[-4:-2]) == (
        0,
        [
            "Within (the smallest known location around it); Enter for the list: syria",
            "  syria (Syria)",
        ],
    )


@pytest.mark.parametrize(
    ("end", "slug"),
    [
        (", 5 January 2024", "synthetic-drones"),
        (" on 5 January 2024", "synthetic-drones"),
        (" (5 January 2024)", "synthetic-drones"),
        (", January 5, 2024", "synthetic-drones"),
        (", 5 Jan.", "synthetic-drones"),
        (" in January 2024", "synthetic-drones"),
        (", 5–6 January 2024", "synthetic-drones"),
        (", 31 December 2023 to 1 January 2024", "synthetic-drones"),
        (", 2024-01-05", "synthetic-drones"),
        (" of 5 January 2024 near a hill", "synthetic-drones-of-5-january-2024-near-a-hill"),
        (" that may", "synthetic-drones-that-may"),
        (" at tower 22", "synthetic-drones-at-tower-22"),
    ],
)
def test_the_date_once_in_a_name(root: Path, run: Run, end: str, slug: str) -> None:
    """The date in words at the end of a title does not stand in the file's name a second time."""
    result = run(*options(title=f"Synthetic drones{end}", date="2024-01-05"))
    assert result.stdout.splitlines()[0] == f"incidents/records/2024/2024-01-05-{slug}.md"


def test_the_day_kept_without_a_year(run: Run) -> None:
    """Where the name has no date of its own, the words of the title are all it says of the day."""
    result = run(*options(title="Synthetic drones, 31 December", date="XXXX-12-31"))
    assert result.stdout.splitlines()[0] == "incidents/records/undated/synthetic-drones-31-december.md"


def test_broken_off(root: Path) -> None:
    """Ctrl-C at a question ends the command with one plain sentence and leaves nothing behind."""
    child, terminal = pty.fork()
    if child == 0:
        # A shell starts what runs in its background with Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(root)
        os.execv(sys.executable, [sys.executable, "-m", "generator", "new"])
    said, asked, waited = b"", False, 0
    while waited < PATIENCE:
        if not select.select([terminal], [], [], 1)[0]:
            waited += 1
            if asked:  # One that comes while the question is being put is lost, as at any terminal.
                os.write(terminal, b"\x03")
            continue
        try:
            said += os.read(terminal, 4096)
        except OSError:  # Linux ends a terminal without a reader so.
            break
        if not asked and b"noun phrase)" in said:
            asked = True
            os.write(terminal, b"Synthetic\x03")
    else:
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    lines = said.decode().replace("\r", "").splitlines()
    assert (os.waitstatus_to_exitcode(status), lines[-1], "Aborted!" in said.decode()) == (
        130,
        "Nothing was written.",
        False,
    )
    assert records(root) == ["2023/2023-12-30-synthetic.md"]


def test_never_overwrites(root: Path, run: Run) -> None:
    """A second record of the same date and title gets a name of its own."""
    assert [run(*options()).exit_code for _ in range(3)] == [0, 0, 0]
    assert records(root)[1:] == [f"2023/2023-12-31-synthetic-drones-a-field{end}.md" for end in ("-2", "-3", "")]


@pytest.mark.parametrize("linked", ["incidents/records", "incidents/records/2023"])
def test_links_lead_nowhere(root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory, linked: str) -> None:
    """Nothing is written through a link that leads out of the folder of records."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / linked).rename(root / "moved")
    (root / linked).symlink_to(elsewhere)
    result = run(*options())
    assert (result.exit_code, result.stdout, list(elsewhere.iterdir())) == (2, "", [])
    assert (
        result.stderr == "Error: `incidents/records` is a link or holds one that leads elsewhere; nothing was written\n"
    )


def test_item_with_a_file(root: Path, run: Run) -> None:
    """An item that has a file is cited by its key, and records that rest on it are named."""
    result = run(*options(url="https://www.example.org/sohr-1?utm_source=x", source=None))
    assert (result.exit_code, result.stderr) == (
        0,
        (
            "note: syn-4k7m2xq (Synthetic rockets at a field) rests on this item too; if it is the same incident, "
            "extend incidents/records/2023/2023-12-30-synthetic.md instead\n"
            "note: this item has a file, so it is cited as `report: sohr-1`\n"
        ),
    )
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert "reports:\n  - report: sohr-1\n---\n" in text


def test_account_from_standard_input(root: Path, run: Run) -> None:
    """`--body -` reads an account of several lines; lines of hyphens in it stay text."""
    result = run(*options(body="-"), answers="First.\r\n\r\n---\r\ntitle: no\n")
    assert result.exit_code == 0
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert text.endswith("    source: sohr\n---\nFirst.\n\n---\ntitle: no\n")
    assert run("check").exit_code == 0


def test_settings_that_cannot_be_read(root: Path, run: Run) -> None:
    """Without the archive's prefix no id is minted."""
    (root / "incidents/archive.yml").write_text("title: [\n", encoding="utf-8")
    result = run(*options())
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: `incidents/archive.yml` cannot be read, so no id can be minted; `archive check` says why\n",
    )


def test_letters_are_composed(root: Path, run: Run) -> None:
    """Letters typed with separate accents are written composed, as the check wants them."""
    assert run(*options(body="Cafe\u0301.")).exit_code == 0
    text = (root / "incidents/records/2023/2023-12-31-synthetic-drones-a-field.md").read_text(encoding="utf-8")
    assert text.endswith("---\nCaf\u00e9.\n")


def test_empty_registries() -> None:
    """In an archive without registries an answer is not blamed for what the stand-ins lack."""
    nothing = Reading((), ())
    found = errors_in_answer("title", "Synthetic title", nothing, Records(), date(2026, 1, 1))
    assert found == ()


def test_from_below(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path printed opens from the folder in which the command was run."""
    monkeypatch.chdir(root / "incidents/records/2023")
    assert run(*options()).stdout == "2023-12-31-synthetic-drones-a-field.md\n" + NEXT
