"""`archive new --from-issue`: the text of an issue is data, and its author is answered in plain words."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.commands.drafting.issue_form import LABELS, NOT_SURE, read_issue_form
from generator.commands.drafting.issue_reply import reply_to
from generator.commands.drafting.sheet_drafts import outcome_of
from generator.commands.drafting.workplace import workplace_of
from generator.commands.project import Project, Refusal
from generator.reading.record_file import read_record

Run = Callable[..., Result]

TEMPLATE = Path(__file__).resolve().parents[2] / ".github/ISSUE_TEMPLATE/incident.yml"
EFFECTS = (
    "name: Effects\nterms:\n  killed: {label: Killed, definition: S.}\n  injured: {label: Injured, definition: S.}\n"
)
EDITORS, BEFORE = "Anything the editors should know", "Before you send"
ANSWERS = {
    **dict.fromkeys(LABELS, ""),
    "title": "Synthetic drones at a field",
    "type": "Air or drone strike",
    "date": "2023-12-31",
    "location": "حقل كونيكو للغاز",
    "url": "https://example.org/story-1.html",
    "source": "SOHR",
    "body": "A synthetic account.",
}


def issue(editors: str = "", **answers: str) -> str:
    """The text that the code host makes of the form, with CR LF line ends."""
    named = {LABELS[name]: value for name, value in {**ANSWERS, **answers}.items()}
    named |= {EDITORS: editors, BEFORE: "- [x] Every fact above is in the report; nothing is guessed."}
    return "\n\n".join(f"### {label}\n\n{value or '_No response_'}" for label, value in named.items()).replace(
        "\n", "\r\n"
    )


@pytest.fixture
def new(root: Path, run: Run) -> Callable[[str | bytes], Result]:
    """Run `archive new --from-issue` on a text, with `reply.md` for the answer."""
    (root / "incidents/vocabulary/effects.yml").write_text(EFFECTS, encoding="utf-8")

    def invoke(text: str | bytes) -> Result:
        (root / "body.md").write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("new", "--today", "2026-01-01", "--from-issue", "body.md", "--reply", "reply.md")

    return invoke


def reply(root: Path) -> str:
    return (root / "reply.md").read_text(encoding="utf-8")


def records(root: Path) -> list[str]:
    return sorted(file.name for file in (root / "incidents/records").rglob("*") if file.is_file())


def test_the_form_has_these_headings() -> None:
    """The headings that are read are those of the form, in its order, and so is the choice of somebody not sure."""
    fields = [
        field for field in yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))["body"] if field["type"] != "markdown"
    ]
    assert [field["attributes"]["label"] for field in fields] == [*LABELS.values(), EDITORS, BEFORE]
    assert fields[1]["attributes"]["options"][-1] == NOT_SURE


def test_one_record(root: Path, run: Run, new: Callable[[str | bytes], Result]) -> None:
    """A filled-in form becomes one record that passes the check; its path is the first line of what is printed."""
    result = new(issue())
    path = "incidents/records/2023/2023-12-31-synthetic-drones-at-a-field.md"
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, path)
    assert re.sub("syn-[0-9b-z]{7}", "syn-ID", (root / path).read_text(encoding="utf-8")) == (
        "---\nid: syn-ID\ntitle: Synthetic drones at a field\ntype: air-drone-strike\ndate: 2023-12-31\n"
        'location: conoco-gas-field\nreports:\n  - url: "https://example.org/story-1.html"\n    source: sohr\n'
        "---\nA synthetic account.\n"
    )
    assert reply(root) == (
        f"The record is `{path}`.\n\nHow it was read:\n\n"
        "- `Where` is taken for `conoco-gas-field` (Conoco gas field).\n"
        "- `Who published it` is taken for `sohr` (Syrian Observatory for Human Rights).\n"
    )
    assert run("check", "--strict").exit_code == 0


def test_every_answer(root: Path, run: Run, new: Callable[[str | bytes], Result]) -> None:
    """Every answer finds its field; what the editors alone should know is nowhere in the record."""
    result = new(
        issue(
            "Call me at +963 944 555 666",
            date="2023-12-31~",
            basis="a synthetic reason",
            time="Late evening",
            location="a synthetic hill",
            within="Syria",
            source="Synthetic paper",
            source_kind="news agency",
            chains="SOHR > local sources\n\nanother synthetic source",
            killed="0",
            injured="٢",
        )
    )
    text = (root / result.stdout.splitlines()[0]).read_text(encoding="utf-8")
    assert re.sub("syn-[0-9b-z]{7}", "syn-ID", text) == (
        "---\nid: syn-ID\ntitle: Synthetic drones at a field\ntype: air-drone-strike\n"
        "date:\n  value: 2023-12-31~\n  basis: a synthetic reason\n  time: late-evening\n"
        "location:\n  as_stated: a synthetic hill\n  within: syria\n"
        'reports:\n  - ref: synthetic-paper\n    url: "https://example.org/story-1.html"\n'
        "    source:\n      name: Synthetic paper\n      kind: news-agency\n"
        "    chains:\n      - - sohr\n        - as_stated: local sources\n      - - as_stated: another synthetic source\n"
        "effects:\n  - kind: killed\n    count: 0\n    report: synthetic-paper\n"
        "  - kind: injured\n    count: 2\n    report: synthetic-paper\n---\nA synthetic account.\n"
    )
    assert run("check").exit_code == 0


def test_what_cannot_be_placed_is_named(root: Path, new: Callable[[str | bytes], Result]) -> None:
    """An optional answer that is no time, line or number is named to the author and refuses nothing."""
    result = new(issue(time="when it was dark", chains="SOHR > ", killed="several", injured="3"))
    text = (root / result.stdout.splitlines()[0]).read_text(encoding="utf-8")
    assert (result.exit_code, "time:" in text, "chains:" in text, "killed" in text, "count: 3\n" in text) == (
        0,
        False,
        False,
        False,
        True,
    )
    told = re.findall(
        r"^- \*\*(.*?)\*\*", reply(root).partition("Not taken over; an editor can add it:\n")[2], re.MULTILINE
    )
    assert told == ["Time of day", "Whom the report names", "People reported killed"]
    assert "`People reported killed` must be a whole number\n" in reply(root)


def test_an_item_with_a_file(root: Path, new: Callable[[str | bytes], Result]) -> None:
    """An address that the archive knows is cited by its report, and the author learns which record rests on it."""
    result = new(issue(url="https://www.example.org/sohr-1?utm_source=x", date="2023-11-01"))
    assert "reports:\n  - report: sohr-1\n---\n" in (root / result.stdout.splitlines()[0]).read_text(encoding="utf-8")
    assert (
        "- syn-4k7m2xq (Synthetic rockets at a field) rests on this item too; if it is the same incident, extend "
        in (reply(root))
    )
    assert "- `Who published it` was not needed and is left out.\n" in reply(root)


def test_what_to_mend(root: Path, new: Callable[[str | bytes], Result]) -> None:
    """Every fault is told under the heading of its question, in the order of the form, and nothing is written."""
    result = new(
        issue(
            title="Short",
            type=NOT_SURE,
            date="31/12/2023~~",
            location="konico gas feld",
            url="",
            source="Synthetic paper",
            body="<b>bold</b> @somebody",
        )
    )
    assert (result.exit_code, result.stdout, records(root)) == (2, "", ["2023-12-30-synthetic.md"])
    assert reply(root) == (
        "What to mend:\n\n"
        "- **What happened, in a few words**: `What happened, in a few words` must have at least 8 characters; it has 5\n"
        "- **Kind of event**: the record needs `Kind of event`. Choose the nearest of: Air or drone strike, Shelling, "
        "rocket or missile attack\n"
        "- **Date, as the report gives it**: `Date, as the report gives it`: `31/12/2023~~` is not a date the archive "
        "can read: write it as 2023-12-31, 2023-12 or 2023, or `unknown`\n"
        "- **Where**: there is no location `konico gas feld`. Similar: `conoco-gas-field` (Conoco gas field); where it "
        "is none of these, answer `In which larger place` too\n"
        "- **Web address of the report**: the record needs `Web address of the report`\n"
        "- **Who published it**: there is no source `Synthetic paper`. Where it is new here, answer `Kind of publisher` "
        "too\n"
        "- **What is reported, and by whom**: the account holds the HTML tag `<b>`; write it in plain words\n"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (issue(title="Synthetic\n### Where\n\nsyria"), "the heading `Where` stands twice, in lines 4 and 24, so it cannot be told which answer counts"),
        (issue(body="x\n\n### Where\n\nsyria"), "the heading `Where` stands twice, in lines 21 and 57, so it cannot be told which answer counts"),
        ("Approved!\n\n" + issue(), "line 1: something stands above the first heading, `What happened, in a few words`; take it out"),
        (issue().replace("### Kind of event", "### X").replace("### Before you send", "### Kind of event"), "line 61: the heading `Kind of event` stands below `Anything the editors should know`, where the form does not have it"),
        ("a report, in my own words", "there is no heading of the form in the text; keep the headings that it begins with `###`"),
        ("", "there is no heading of the form in the text; keep the headings that it begins with `###`"),
        (issue(body="x" * 1_000_000), "`body.md` has more than 300,000 bytes; nothing was written"),
        (issue().encode("utf-16"), "`body.md` is not UTF-8; nothing was written"),
    ],
)  # fmt: skip
def test_no_such_form(root: Path, new: Callable[[str | bytes], Result], text: str | bytes, said: str) -> None:
    """A text whose headings are not those of the form, each once and in order, is refused and nothing is guessed."""
    result = new(text)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
    assert (records(root), reply(root).startswith("What to mend:\n\n- ")) == (["2023-12-30-synthetic.md"], True)


@pytest.mark.parametrize(
    "body",
    [
        "First.\n---\nid: syn-zzzzzzz\nstatus: confirmed\n---\nLast.",
        "```\n### Not a heading of the form\n```\n~~~",
        "### What\n\n> quoted\n\n| a | b |",
        "{{ page }} {% raw %} $(id) `id` ${HOME} \\",
        "نص عربي مع English و 123",
    ],
)
def test_an_account_stays_text(root: Path, run: Run, new: Callable[[str | bytes], Result], body: str) -> None:
    """Lines that look like front matter, fences, headings or commands stay the words of the account."""
    result = new(issue(body=body))
    assert (result.exit_code, result.stderr.count("error")) == (0, 0)
    path = result.stdout.splitlines()[0]
    raw, findings = read_record((root / path).read_bytes(), path=path, kind="incident")
    assert raw is not None
    assert ((raw.body or "").strip(), sorted(raw.value), findings) == (
        body,
        ["date", "id", "location", "reports", "title", "type"],
        (),
    )
    assert run("check").exit_code == 0


def test_the_reply_calls_on_nobody(root: Path, new: Callable[[str | bytes], Result]) -> None:
    """No mention, link, reference or HTML of a stranger acts in the reply, however it got there."""
    bait = "@everyone #1 https://evil.example <img src=x> [a](b) **b** `c` deadbeef1"
    new(issue(title=bait, type=bait, date=bait, location=bait, url=bait, source=bait, within=bait, source_kind=bait))
    outside = re.sub(r"`[^`\n]*`", "", reply(root))
    assert re.findall(r"[@#<>\[\]]|https?:|deadbeef", outside) == []
    assert outside.count("**") == 2 * len(re.findall(r"^- \*\*", outside, re.MULTILINE))


def test_ten_thousand_faults(root: Path, new: Callable[[str | bytes], Result]) -> None:
    """A reply stays short enough for a comment whatever is wrong."""
    result = new(issue(body="<b> @name +963 944 555 666 " * 700, title="x" * 60_000, location="y" * 60_000))
    assert (result.exit_code, len(reply(root)) < 60_000, reply(root).count("\n- ") <= 21) == (2, True, True)


def test_steps_of_a_line_of_origin() -> None:
    """A `>` with space or nothing on either side parts two steps, however wide the space; one within a word does not."""
    gap = " " * 60_000
    told = issue(chains=f"one > > three\n> two\na>b >c\none{gap}two{gap}>{gap}three")
    assert read_issue_form(told.replace("\r\n", "\n"), "body.md").answers["chains"].value == [
        [{"as_stated": "one"}, {"as_stated": ""}, {"as_stated": "three"}],
        [{"as_stated": ""}, {"as_stated": "two"}],
        [{"as_stated": "a>b >c"}],
        [{"as_stated": f"one{gap}two"}, {"as_stated": "three"}],
    ]


def test_answers_without_end(root: Path, new: Callable[[str | bytes], Result]) -> None:
    """An answer longer than any field is refused, or left out, by its length alone."""
    result = new(issue(chains="> " * 50_000, title="-- \n" * 20_000))
    assert result.exit_code == 2
    assert reply(root) == (
        "What to mend:\n\n- **What happened, in a few words**: `What happened, in a few words` must have at most 1,000 "
        "characters; it has 79998\n"
    )
    assert new(issue(chains="SOHR\n" * 10_000)).exit_code == 0
    assert (
        "- **Whom the report names**: `Whom the report names` must have at most 10,000 characters; it has more\n"
        in (reply(root))
    )


def test_no_reply_no_record(root: Path, run: Run, new: Callable[[str | bytes], Result]) -> None:
    """Where the reply cannot be written there is no record either, and no folder for it."""
    new(issue(title="Short"))
    (root / "reply.md").unlink()
    (root / "reply.md").mkdir()
    (root / "body.md").write_text(issue(date="2022-01-01"), encoding="utf-8")
    result = run("new", "--from-issue", "body.md", "--reply", "reply.md/")
    assert (result.exit_code, records(root), (root / "incidents/records/2022").exists()) == (
        2,
        ["2023-12-30-synthetic.md"],
        False,
    )


@given(
    st.fixed_dictionaries(
        {
            name: st.text(max_size=60)
            for name in ("title", "location", "source", "time", "chains", "killed", "within", "body")
        }
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(root: Path, answers: dict[str, str]) -> None:
    """Whatever is answered, the outcome is a plain refusal or a record that reads back as it was answered."""
    place = workplace_of(Project(root), date(2026, 1, 1))
    text = issue(**answers).replace("\r\n", "\n")
    try:
        sheet = read_issue_form(text, "body.md")
    except Refusal:
        return
    outcome = outcome_of((sheet,), place.reading, place.desk, place.today, place.mint)
    assert len(reply_to(outcome)) < 60_000
    if not outcome.faulty:
        [file] = outcome.files
        raw, _ = read_record(file.text.encode(), path=file.path, kind="incident")
        assert raw is not None
        assert (raw.value["title"], raw.body.strip()) == (sheet.answers["title"].value, sheet.answers["body"].value)  # type: ignore[union-attr]
