"""`archive explain` and `archive stats`."""

from collections.abc import Callable

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
