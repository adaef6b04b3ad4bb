"""`archive explain` and `archive stats`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.checking.catalogue import FAMILIES, RULES

Run = Callable[..., Result]

S104 = """\
S104 unknown-value (error; Schema)

what: `…` must be one of the … known …
why:  readers filter by it; a new word makes a filter of one

not so:
    status: likely

but so:
    status: unverified
"""


@pytest.mark.parametrize("code", ["S104", "s104", "[S104]", "unknown-value"])
def test_one_rule(run: Run, code: str) -> None:
    """A rule is told by its code or its name: what, why, and an example of both."""
    result = run("explain", code)
    assert (result.exit_code, result.stdout, result.stderr) == (0, S104, "")


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule(run: Run, code: str) -> None:
    """Every rule has something to tell under its own code."""
    assert run("explain", code).stdout.startswith(f"{code} ")


def test_all_rules(run: Run) -> None:
    """Without a code all rules are listed, family by family."""
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [
        rule.code for letter in FAMILIES for rule in RULES if rule.code.startswith(letter)
    ]
    assert [line for line in lines if line and not line.startswith(" ")] == [
        f"{letter}  {words}" for letter, words in FAMILIES.items()
    ]


def test_one_family(run: Run) -> None:
    """One letter lists one family."""
    assert run("explain", "d").stdout.startswith("D  Duplicates\n  D601  warning  same-item-twice")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("S10", "Error: there is no rule `S10`; the nearest is S101 (unknown-key)\n"),
        (
            "unknown-vale",
            "Error: there is no rule `unknown-vale`; the nearest is S104 (unknown-value)\n",
        ),
        ("\x1b[31m", "Error: there is no rule `?[31m`; `archive explain` lists all\n"),
        ("", "Error: there is no rule ``; `archive explain` lists all\n"),
    ],
)
def test_unknown_rule(run: Run, code: str, message: str) -> None:
    """An unknown code names the nearest rule, with exit code 2."""
    result = run("explain", code)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_stats(run: Run) -> None:
    """Incidents are counted by status, month, type and root."""
    result = run("stats")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "1 incident\n\n"
        "by status\n  unverified      1\n\n"
        "by month\n  2023-12      1\n\n"
        "by type\n  Shelling, rocket or missile attack      1\n\n"
        "by root\n  Syrian Observatory for Human Rights      1\n"
    )


def test_stats_of_roots(root: Path, run: Run) -> None:
    """A root counts where it asserts the incident, as on the page of sources, not where it only denies or mentions it."""
    for key in ("denier", "mentioner", "witness"):
        (root / f"incidents/sources/{key}.yml").write_text(f"name: Synthetic {key}\nkind: online\n", encoding="utf-8")
    file = root / "incidents/records/2023/2023-12-30-synthetic.md"
    cited = "".join(
        f'  - {{url: "https://example.org/{key}", source: {key}, stance: {stance}}}\n'
        for key, stance in (("denier", "denies"), ("mentioner", "unverified"), ("witness", "reports"))
    )
    text = file.read_text(encoding="utf-8").replace("  - report: sohr-1\n", f"  - report: sohr-1\n{cited}")
    file.write_text(text, encoding="utf-8")
    assert run("stats").stdout.partition("by root\n")[2] == (
        "  Synthetic witness                        1\n  Syrian Observatory for Human Rights      1\n"
    )


def test_stats_of_withdrawn(root: Path, run: Run) -> None:
    """A withdrawn record counts apart and in no table."""
    file = root / "incidents/records/2023/2023-12-30-synthetic.md"
    text = file.read_text(encoding="utf-8")
    withdrawn = "withdrawn: {on: 2024-01-01, reason: out-of-scope}\nreports:\n"
    file.write_text(text.replace("reports:\n", withdrawn), encoding="utf-8")
    assert run("stats").stdout == "0 incidents, 1 withdrawn\n\nby status\n\nby month\n\nby type\n\nby root\n"


def test_stats_of_a_broken_archive(bad: object, run: Run) -> None:
    """Where records have errors, the counts say that they may be short."""
    result = run("stats")
    assert (result.exit_code, result.stderr) == (
        0,
        "some records have errors and may not be counted; `archive check` shows them\n",
    )
