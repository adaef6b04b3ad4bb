"""From an accepted issue to a pull request: the scripts of the three jobs, with issues that mean well and others."""

import base64
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from code_host import ROOT, CodeHost, run_steps
from proposals import project

STEPS = run_steps()
LABEL = STEPS["issue-to-record.yml", "read", "See whether the label was set by somebody who may write here"]
WRITE = STEPS["issue-to-record.yml", "read", "Write the record from the issue"]
PROPOSE = STEPS["issue-to-record.yml", "propose", "Propose the record"]
ANSWER = STEPS["issue-to-record.yml", "answer", "Answer"]
TOKEN = {"github.token": "synthetic-token"}
FORM = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/incident.yml").read_text(encoding="utf-8"))
REPOSITORY = "repos/synthetic-owner/synthetic-repository"

ANSWERS = {
    "What happened, in a few words": "Synthetic strike reported in an issue",
    "Kind of event": "Strike",
    "Date, as the report gives it": "2024-07-07",
    "Where": "قاعدة اصطناعية",
    "Web address of the report": "https://example.com/from-an-issue",
    "Who published it": "وكالة",
    "What is reported, and by whom": "The synthetic agency says that nothing happened.\r\n\r\nA second paragraph.",
    "Before you send": "- [x] Every fact above is in the report; nothing is guessed.\r\n- [x] No private person.",
}


def body(**changed: str) -> str:
    """The text that the code host makes of a form filled in."""
    answers = {**ANSWERS, **changed}
    labels = [field["attributes"]["label"] for field in FORM["body"] if field["type"] != "markdown"]
    assert set(answers) <= set(labels)
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{answers.get(label, '_No response_')}" for label in labels)


def event(text: str | None = None, **changed: Any) -> dict[str, Any]:
    """The event of a label set on an issue."""
    return {
        "action": "labeled",
        "label": {"name": "accepted"},
        "sender": {"login": "synthetic-editor"},
        "repository": {"default_branch": "main"},
        "issue": {
            "number": 12,
            "body": body() if text is None else text,
            "user": {"login": "synthetic-author", "id": 345},
            **changed,
        },
    }


@pytest.fixture
def host(tmp_path: Path) -> CodeHost:
    return CodeHost(tmp_path)


@pytest.fixture
def checkout(host: CodeHost) -> CodeHost:
    """The job `read` with the archive checked out."""
    host.workspace.rmdir()
    project(host.workspace)
    host.git(host.workspace, "init", "--quiet")
    host.git(host.workspace, "add", "--all")
    host.git(host.workspace, "commit", "--quiet", "--message", "Synthetic")
    host.set_up(host.workspace)
    return host


@pytest.fixture
def scripts(host: CodeHost) -> CodeHost:
    """A job that has only the scripts."""
    host.workspace.rmdir()
    project(host.workspace)
    return host


def bin_scripts(host: CodeHost) -> None:
    (host.workspace / "bin").symlink_to(ROOT / "bin")


@pytest.mark.parametrize(
    ("right", "allowed"),
    [("admin", "true"), ("write", "true"), ("maintain", "true"), ("read", "false"), ("none", "false")],
)
def test_a_label_counts_when_set_by_who_may_write(host: CodeHost, right: str, allowed: str) -> None:
    """The label counts only when the code host says that the person who set it may write here."""
    bin_scripts(host)
    host.event = event()
    host.answers = [(f"api {REPOSITORY}/collaborators/synthetic-editor/permission", 0, f"{right}\n", "")]
    done = host.run(LABEL, TOKEN)
    assert (done.returncode, done.stderr, host.outputs) == (0, "", {"allowed": allowed})
    assert [(call["words"][-2:], call["token"]) for call in host.gh_calls] == [
        (["--jq", ".permission"], "synthetic-token")
    ]


@pytest.mark.parametrize("login", ["synthetic[bot]", "a/../b", "a b", "-x", "a\nb", "$(touch pwned)", "a?b", ""])
def test_other_names_are_not_even_asked_about(host: CodeHost, login: str) -> None:
    """A name that no person can have, a program's for instance, may not accept anything, and never reaches the code host."""
    bin_scripts(host)
    host.event = {**event(), "sender": {"login": login}}
    done = host.run(LABEL, TOKEN)
    assert (done.returncode, host.outputs, host.gh_calls) == (0, {"allowed": "false"}, [])


def test_without_an_answer_nobody_may(host: CodeHost) -> None:
    """Where the code host gives no answer, the step fails and allows nothing."""
    bin_scripts(host)
    host.event = event()
    host.answers = [("api", 1, "", "gh: Server Error (HTTP 502)\n")]
    done = host.run(LABEL, TOKEN)
    assert (done.returncode, host.outputs) == (1, {})


def test_a_form_becomes_a_record(checkout: CodeHost) -> None:
    """A form filled in with Arabic names becomes one record that passes the check, and nothing else in the checkout changes."""
    checkout.event = event()
    done = checkout.run(WRITE)
    assert (done.returncode, checkout.outputs) == (0, {"outcome": "written"}), (done.stdout, done.stderr)
    folder = checkout.temp / "record"
    path = (folder / "path").read_text(encoding="utf-8").strip()
    assert path == "incidents/records/2024/2024-07-07-synthetic-strike-reported-in-an-issue.md"
    record = (folder / "record").read_text(encoding="utf-8")
    front = yaml.safe_load(record.split("---\n")[1])
    assert {name: front[name] for name in ("title", "type", "location")} == {
        "title": "Synthetic strike reported in an issue",
        "type": "strike",
        "location": "north-base",
    }
    assert front["reports"] == [{"url": "https://example.com/from-an-issue", "source": "agency"}]
    assert record.endswith("The synthetic agency says that nothing happened.\n\nA second paragraph.\n")
    assert sorted(file.name for file in folder.iterdir()) == ["check.md", "path", "record", "reply.md"]
    assert checkout.git(checkout.workspace, "status", "--porcelain", "--untracked-files=all") == f"?? {path}"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Hello, I saw something.",
        body(**{"Date, as the report gives it": "last night"}),
        body(**{"Kind of event": "None of these, or not sure"}),
        body(**{"What is reported, and by whom": "Synthetic.\r\n\r\n### Where\r\n\r\nElsewhere"}),
        body(**{"Web address of the report": "javascript:alert(1)"}),
        "x" * 1_000_000,
    ],
    ids=["none", "empty", "no form", "everyday date", "no kind", "heading twice", "script address", "long"],
)
def test_what_cannot_be_a_record_is_answered(checkout: CodeHost, text: str | None) -> None:
    """An issue that cannot become a record leaves no file behind and gets a reply with words for its author."""
    checkout.event = event(text, body=text)
    done = checkout.run(WRITE)
    assert (done.returncode, checkout.outputs) == (0, {"outcome": "refused"}), (done.stdout, done.stderr)
    assert [file.name for file in (checkout.temp / "record").iterdir()] == ["reply.md"]
    reply = (checkout.temp / "record" / "reply.md").read_text(encoding="utf-8")
    assert 20 < len(reply) < 60_000
    assert checkout.git(checkout.workspace, "status", "--porcelain", "--untracked-files=all") == ""


HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    '"; touch pwned; "',
    "\n::set-output name=outcome::written",
    "a\nEOF\ntouch pwned\n",
    "${{ github.token }}",
    "--reply=/tmp/x",
    "---\nid: syn-0000000\nwithdrawn: {on: 2020-01-01, reason: legal}\n---\n",
    "```\n### Where\n```",
    "<script>alert(1)</script> <!-- @everyone #1 -->",
    "@everyone please see https://example.org/x",
    "{{ 7*7 }} {% include 'x' %}",
    "\u202esynthetic\u2066",
    "\ud800",
    "\x00\x1b[31m",
]


FREE = ("What happened, in a few words", "Where", "Who published it", "What is reported, and by whom")
"""Questions of the form that take any text."""


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_a_body_is_only_data(checkout: CodeHost, text: str) -> None:
    """Nothing that a form's answer holds is run, changes another field, or writes to the job's files."""
    folder = checkout.temp / "record"
    for label in FREE:
        checkout.event = event(body(**{label: text}))
        done = checkout.run(WRITE)
        assert done.returncode == 0, (label, done.stdout, done.stderr)
        assert checkout.outputs in ({"outcome": "written"}, {"outcome": "refused"})
        assert list(checkout.room.rglob("pwned")) == []
        assert [line for line in done.stdout.splitlines() if line.startswith("::")] == []
        reply = without_code((folder / "reply.md").read_text(encoding="utf-8"))
        assert [mark for mark in ("@everyone", "<script", "<!--", "\u202e", "\x1b") if mark in reply] == []
        if checkout.outputs == {"outcome": "written"}:
            front = yaml.safe_load((folder / "record").read_text(encoding="utf-8").split("\n---\n")[0])
            assert set(front) == {"id", "title", "type", "date", "location", "reports"}
            (checkout.workspace / (folder / "path").read_text(encoding="utf-8").strip()).unlink()
        shutil.rmtree(folder)


def without_code(markdown: str) -> str:
    """Markdown without its code spans and blocks, in which nothing is anything but text."""
    text = re.sub(r"^( {0,3}`{3,})[^\n]*\n.*?^\1`*\s*$", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", text, flags=re.DOTALL)


def handed_over(host: CodeHost, **changed: str) -> Path:
    """The folder that the first job hands over."""
    folder = host.temp / "record"
    folder.mkdir()
    files = {
        "path": "incidents/records/2024/2024-07-07-synthetic.md\n",
        "record": "---\ntitle: Synthetic حادثة\n---\nText.\n",
        "check.md": "## The records\n\n**Nothing to mend.**\n",
        "reply.md": "Synthetic reply.\n",
        **changed,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


GOOD = [
    ("api --method POST", 0, "{}", ""),
    ("api --method PUT", 0, "{}", ""),
    ("pr create", 0, "https://github.example/synthetic-owner/synthetic-repository/pull/13\n", ""),
]


def test_a_pull_request_is_opened(scripts: CodeHost) -> None:
    """The record goes to a branch named by the issue's number, with its author as co-author, and into a pull request that closes the issue."""
    handed_over(scripts)
    scripts.event, scripts.answers = event(), GOOD
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert scripts.outputs == {
        "url": "https://github.example/synthetic-owner/synthetic-repository/pull/13",
        "outcome": "proposed",
    }
    branch, commit, request = scripts.gh_calls
    assert branch["words"] == [
        *("api", "--method", "POST", f"{REPOSITORY}/git/refs"),
        *("-f", "ref=refs/heads/record-from-issue-12"),
        *("-f", "sha=0123456789abcdef0123456789abcdef01234567"),
    ]
    assert commit["words"][:4] == [
        *("api", "--method", "PUT"),
        f"{REPOSITORY}/contents/incidents/records/2024/2024-07-07-synthetic.md",
    ]
    payload = json.loads(commit["files"]["--input"])
    assert payload == {
        "message": "Add a record from issue #12\n\nWritten by `archive new --from-issue`.\n\n"
        "Co-authored-by: synthetic-author <345+synthetic-author@users.noreply.github.com>\n",
        "content": base64.b64encode("---\ntitle: Synthetic حادثة\n---\nText.\n".encode()).decode(),
        "branch": "record-from-issue-12",
    }
    assert request["words"][:-1] == [
        *("pr", "create", "--repo", "synthetic-owner/synthetic-repository", "--base", "main"),
        *("--head", "record-from-issue-12", "--title", "Record from issue #12", "--body-file"),
    ]
    text = request["files"]["--body-file"]
    assert "**Nobody has reviewed it.**" in text
    assert "**Nothing to mend.**" in text
    assert text.endswith("\n\nCloses #12\n")
    assert {call["token"] for call in scripts.gh_calls} == {"synthetic-token"}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "README.md",
        "../incidents/records/2024/a.md",
        "incidents/records/2024/../../../.github/workflows/x.md",
        "incidents/records/2024/a.yml",
        "incidents/records/2024/a.md?ref=main",
        "incidents/records/2024/a.md\nx",
        "incidents/records/2024/$(touch pwned).md",
        ".github/workflows/check.yml",
    ],
)
def test_only_a_record_is_proposed(scripts: CodeHost, path: str) -> None:
    """A path that is no record's never reaches the code host."""
    handed_over(scripts, path=path)
    scripts.event, scripts.answers = event(), GOOD
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, scripts.outputs, scripts.gh_calls) == (1, {}, [])
    assert list(scripts.room.rglob("pwned")) == []


def test_a_link_is_not_proposed(scripts: CodeHost) -> None:
    """A record that is a link, and so could be any file of the machine, is not proposed."""
    record = handed_over(scripts) / "record"
    record.unlink()
    record.symlink_to("/etc/hostname")
    scripts.event, scripts.answers = event(), GOOD
    assert (scripts.run(PROPOSE, TOKEN).returncode, scripts.gh_calls) == (1, [])


def test_a_large_record_is_not_proposed(scripts: CodeHost) -> None:
    """A record of more than 64 KiB is not proposed."""
    handed_over(scripts, record="x" * (64 * 1024 + 1))
    scripts.event, scripts.answers = event(), GOOD
    assert (scripts.run(PROPOSE, TOKEN).returncode, scripts.gh_calls) == (1, [])


@pytest.mark.parametrize(
    ("user", "trailer"),
    [
        (None, ""),
        ({"login": "a\nCo-authored-by: b", "id": 1}, ""),
        ({"login": "synthetic[bot]", "id": 1}, ""),
        ({"login": "a", "id": "1"}, ""),
        ({"login": "a-1", "id": 1}, "\nCo-authored-by: a-1 <1+a-1@users.noreply.github.com>\n"),
    ],
)
def test_the_author_is_named_where_there_is_one(scripts: CodeHost, user: dict[str, Any] | None, trailer: str) -> None:
    """The author is named as the code host names people; where that is not possible nobody is named."""
    handed_over(scripts)
    scripts.event, scripts.answers = event(user=user), GOOD
    assert scripts.run(PROPOSE, TOKEN).returncode == 0
    message = json.loads(scripts.gh_calls[1]["files"]["--input"])["message"]
    assert message == f"Add a record from issue #12\n\nWritten by `archive new --from-issue`.\n{trailer}"


@pytest.mark.parametrize("number", ["12; touch pwned", -1, 0, True, None, 1.5])
def test_an_issue_has_a_number(scripts: CodeHost, number: Any) -> None:
    """An event without a whole number for the issue stops the step before anything is sent."""
    handed_over(scripts)
    scripts.event, scripts.answers = event(number=number), GOOD
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, scripts.outputs, scripts.gh_calls) == (1, {}, [])


def test_a_branch_that_is_there_is_left_alone(scripts: CodeHost) -> None:
    """A second acceptance of an issue never writes over the branch of the first."""
    handed_over(scripts)
    scripts.event = event()
    scripts.answers = [("api --method POST", 1, "{}", "gh: Reference already exists (HTTP 422)\n"), *GOOD[1:]]
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, scripts.outputs, len(scripts.gh_calls)) == (0, {"outcome": "branch-exists"}, 1)


def test_other_faults_of_the_code_host_fail(scripts: CodeHost) -> None:
    """Any other answer to the branch fails the step and shows what the code host said."""
    handed_over(scripts)
    scripts.event = event()
    scripts.answers = [("api --method POST", 1, "{}", "gh: Synthetic fault (HTTP 403)\n"), *GOOD[1:]]
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, done.stderr, scripts.outputs) == (1, "gh: Synthetic fault (HTTP 403)\n", {})


@pytest.mark.parametrize(
    ("deleted", "said"),
    [
        (0, ""),
        (1, "::error::the branch record-from-issue-12 is empty and could not be deleted; delete it by hand.\n"),
    ],
)
def test_a_record_that_is_not_taken_leaves_no_branch(scripts: CodeHost, deleted: int, said: str) -> None:
    """Where the code host does not take the record the step fails and its branch goes, so that the issue can be accepted again."""
    handed_over(scripts)
    scripts.event = event()
    scripts.answers = [
        GOOD[0],
        ("api --method PUT", 1, "", "gh: Bad Gateway (HTTP 502)\n"),
        ("api --method DELETE", deleted, "", ""),
    ]
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, done.stdout, done.stderr) == (1, said, "gh: Bad Gateway (HTTP 502)\n")
    assert scripts.outputs == {}
    assert [call["words"][2:4] for call in scripts.gh_calls] == [
        ["POST", f"{REPOSITORY}/git/refs"],
        ["PUT", f"{REPOSITORY}/contents/incidents/records/2024/2024-07-07-synthetic.md"],
        ["DELETE", f"{REPOSITORY}/git/refs/heads/record-from-issue-12"],
    ]


def test_pull_requests_may_be_switched_off(scripts: CodeHost) -> None:
    """Where workflows may not open pull requests the record stays on its branch, and the step says so."""
    handed_over(scripts)
    scripts.event = event()
    scripts.answers = [*GOOD[:2], ("pr create", 1, "", "GitHub Actions is not permitted to create pull requests\n")]
    done = scripts.run(PROPOSE, TOKEN)
    assert (done.returncode, scripts.outputs) == (0, {"outcome": "no-pull-request"})


ANSWERED = [
    ({"ALLOWED": "false"}, "The label `accepted` counts only when it is set by somebody who may write", False),
    ({"ALLOWED": "true", "READ": "refused"}, "This cannot become a record yet. Mend the points below", True),
    (
        {"ALLOWED": "true", "READ": "written", "PROPOSED": "proposed", "URL": "https://github.example/o/r/pull/13"},
        "Thank you. A record was made of this and waits for review: https://github.example/o/r/pull/13",
        True,
    ),
    (
        {"ALLOWED": "true", "READ": "written", "PROPOSED": "branch-exists"},
        "There is a branch `record-from-issue-12` already, so nothing was made.",
        False,
    ),
    (
        {"ALLOWED": "true", "READ": "written", "PROPOSED": "no-pull-request"},
        "A record was made of this and lies on the branch `record-from-issue-12`, but workflows may not open pull requests here",
        True,
    ),
    ({"ALLOWED": "true"}, "A fault on our side, not in what you wrote: no record was made of this.", False),
    ({}, "A fault on our side, not in what you wrote: no record was made of this.", False),
]


@pytest.mark.parametrize(("results", "beginning", "replied"), ANSWERED)
def test_the_issue_is_told(scripts: CodeHost, results: dict[str, str], beginning: str, replied: bool) -> None:
    """Whatever has become of an issue is said in it, once, and with the reply of `archive new` where there is one to act on."""
    handed_over(scripts)
    scripts.event, scripts.answers = event(), [("issue comment", 0, "", "")]
    values = {
        **TOKEN,
        "needs.read.outputs.allowed": results.get("ALLOWED", ""),
        "needs.read.outputs.outcome": results.get("READ", ""),
        "needs.propose.outputs.outcome": results.get("PROPOSED", ""),
        "needs.propose.outputs.url": results.get("URL", ""),
    }
    done = scripts.run(ANSWER, values)
    assert (done.returncode, done.stderr) == (0, "")
    (call,) = scripts.gh_calls
    assert call["words"][:-1] == [
        *("issue", "comment", "12", "--repo", "synthetic-owner/synthetic-repository", "--body-file")
    ]
    text = call["files"]["--body-file"]
    assert text.startswith(beginning)
    assert ("Synthetic reply." in text) == replied


def test_without_a_reply_the_issue_is_told_all_the_same(scripts: CodeHost) -> None:
    """Where the first job left nothing, the answer stands without it."""
    scripts.event, scripts.answers = event(), [("issue comment", 0, "", "")]
    values = {**TOKEN, **dict.fromkeys(("needs.read.outputs.allowed", "needs.read.outputs.outcome"), "")}
    values |= dict.fromkeys(("needs.propose.outputs.outcome", "needs.propose.outputs.url"), "")
    assert scripts.run(ANSWER, values).returncode == 0
    assert scripts.gh_calls[0]["files"]["--body-file"].endswith("/actions/runs/7\n")
