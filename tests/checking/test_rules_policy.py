"""Rules of policy: no status, attribution or precision beyond what the sources support."""

from collections.abc import Callable

import pytest
from invented_archive import (
    INLINE,
    STRIKE,
    TEST_BASE,
    TEST_BASE_TEXT,
    Changes,
    Found,
    Row,
    WriteArchive,
    adding,
    adding_to_report,
    checked,
    in_strike,
    spoilt,
)

ROWS: list[Row] = [
    (
        "A status is not above what the lines of origin support.",
        in_strike("single-source", "confirmed"),
        (
            "P411",
            STRIKE,
            5,
            9,
            "`confirmed` is more than the reports support: at most `single-source`, one line of origin: Synthetic Observatory",
        ),
    ),
    (
        "Two outlets that relay one source are one line.",
        {
            STRIKE: [
                ("single-source", "corroborated"),
                (
                    INLINE,
                    INLINE + "  - url: https://example.org/relay\n    source: gazette\n    chains: [[observatory]]\n",
                ),
            ],
            "sources/gazette.yml": "name: Synthetic Gazette\nkind: newspaper\n",
        },
        (
            "P411",
            STRIKE,
            5,
            9,
            "`corroborated` is more than the reports support: at most `single-source`, one line of origin: Synthetic Observatory",
        ),
    ),
    (
        "An attacker's own claim does not confirm.",
        {
            STRIKE: [
                ("single-source", "confirmed"),
                (
                    INLINE,
                    "  - url: https://example.org/strike\n    source: group-channel\n    stance: claims\n",
                ),
                (
                    "location: testland\n",
                    "location: testland\nactors:\n  - {actor: test-group, role: attacker, basis: claimed-by-actor}\n",
                ),
            ],
            "sources/group-channel.yml": "name: Channel of the test group\nkind: armed-group-channel\nrepresents: test-group\n",
            "actors/test-group.yml": "name: Test Group\nkind: armed-group\n",
        },
        (
            "P411",
            STRIKE,
            5,
            9,
            "`confirmed` is more than the reports support: at most `single-source`, one line of origin: Channel of the test group",
        ),
    ),
    (
        "A contested record shows who contests it.",
        in_strike("status: single-source", "status: contested\nstatus_basis: The editors doubt it."),
        (
            "P412",
            STRIKE,
            5,
            9,
            "`contested` needs a report that denies or corrects it, or accounts that differ",
        ),
    ),
    (
        "A status beside the ladder gives its reason.",
        {
            STRIKE: [
                ("single-source", "contested"),
                ("    source: observatory\n", "    source: observatory\n    stance: denies\n"),
            ]
        },
        ("P413", STRIKE, 5, 9, "`contested` needs a `status_basis`"),
    ),
    (
        "A discounted record cites who found that it did not happen.",
        in_strike("status: single-source", "status: discounted\nstatus_basis: The editors doubt it."),
        ("P414", STRIKE, 5, 9, "`discounted` needs a report that denies or corrects it"),
    ),
    (
        "An attacker is named on somebody's word.",
        adding("actors:\n  - {actor: test-forces, role: attacker}"),
        ("P415", STRIKE, 9, 5, "the attacker `test-forces` needs a `basis`"),
    ),
    (
        "Credibility 1 needs two lines of origin.",
        adding_to_report("credibility: 1"),
        (
            "P416",
            STRIKE,
            11,
            18,
            "credibility 1 means confirmed by other sources, but there is one line of origin",
        ),
    ),
    (
        "Coordinates are no finer than the archive allows.",
        {TEST_BASE: TEST_BASE_TEXT.replace("35.12", "35.12345")},
        ("P417", TEST_BASE, 5, 8, "`lat` has 5 decimals; this archive allows at most 2"),
    ),
    (
        "A correction names the field it corrects.",
        adding("corrections:\n  - {on: 2024-02-01, kind: update, field: dayte, was: x, now: z, why: invented}"),
        ("P418", STRIKE, 9, 43, "`dayte` is no field of an incident"),
    ),
    (
        "A claim has somebody who claims it.",
        adding_to_report("stance: claims"),
        (
            "P421",
            STRIKE,
            11,
            13,
            "whose claim is it? `observatory` speaks for no actor: name the origin in `chains`",
        ),
    ),
    (
        "A claim that is relayed has somebody who claims it.",
        {
            **adding_to_report("stance: claims\n    chains: [[gazette, {as_stated: field sources}]]"),
            "sources/gazette.yml": "name: Synthetic Gazette\nkind: newspaper\n",
        },
        (
            "P421",
            STRIKE,
            11,
            13,
            "whose claim is it? `observatory`, `gazette` speak for no actor: name the origin in `chains`",
        ),
    ),
    (
        "A day in the future is not also later than its report.",
        {
            STRIKE: [
                ("date: 2024-01-05", "date: 2042-01-05"),
                ("    source: observatory", "    source: observatory\n    published: 2024-01-05"),
            ]
        },
        ("P402", STRIKE, 6, 7, "2042-01-05 lies in the future"),
    ),
    (
        "A waiver waives something.",
        adding("waive: [{rule: R209, reason: invented}]"),
        ("P420", STRIKE, 8, 16, "the waiver of R209 waives nothing here"),
    ),
    (
        "A waiver names a rule that exists.",
        adding("waive: [{rule: Z999, reason: invented}]"),
        ("P419", STRIKE, 8, 16, "there is no rule Z999 to waive"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_policy(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


def test_an_own_claim_is_told_first(write_archive: WriteArchive) -> None:
    """Where a group's own claim is all there is, the way out begins with what it cannot do."""
    changes = next(row[1] for row in ROWS if row[0] == "An attacker's own claim does not confirm.")
    (finding,) = checked(write_archive(spoilt(changes))).findings
    assert finding.help.startswith("a group's own claim confirms nothing: write `status: single-source`, or cite")
