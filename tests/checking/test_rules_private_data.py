"""Rules that keep people safe: no numbers to call, no names that are called on, no exact positions, no links that track."""

from collections.abc import Callable

import pytest
from invented_archive import (
    BODY,
    ITEM,
    ITEM_TEXT,
    OBSERVATORY,
    STRIKE,
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

from generator.reading.finding import Suggestion

NUMBER = "holds what looks like a telephone number"
TRACKED = "in the address only says who followed the link; leave it out"


def told(account: str) -> Changes:
    """The strike with another account."""
    return in_strike(BODY, account)


def linked(address: str) -> Changes:
    """The strike with another address of its report."""
    return in_strike("https://example.org/strike", address)


ROWS: list[Row] = [
    (
        "An account holds no telephone number.",
        told("The Synthetic Observatory (+963 11 555 0100) reports a drone."),
        ("X506", STRIKE, 12, 28, f"the account {NUMBER}"),
    ),
    (
        "A note holds no telephone number without a country.",
        adding("notes: ['Call 011 555 0100']"),
        ("X506", STRIKE, 8, 10, f"`notes[0]` {NUMBER}"),
    ),
    (
        "A source has no telephone number.",
        {OBSERVATORY: [("kind: monitor", "kind: monitor\nnote: WhatsApp 00963 944 555 010")]},
        ("X506", OBSERVATORY, 3, 7, f"`note` {NUMBER}"),
    ),
    (
        "An account calls on nobody.",
        told("A post of @example tells of a drone, the Synthetic Observatory reports."),
        ("X507", STRIKE, 12, 11, "`@example` calls on whoever has that name at the code host"),
    ),
    (
        "A report's own words call on nobody either.",
        adding_to_report("quote: thanks to @example-1"),
        ("X507", STRIKE, 11, 22, "`@example-1` calls on whoever has that name at the code host"),
    ),
    (
        "An account gives no position finer than the limit.",
        told("The base lies at 35.33412, 40.32551, the Synthetic Observatory reports."),
        ("X508", STRIKE, 12, 18, "the account holds a position with 5 decimals; this archive allows at most 2"),
    ),
    (
        "Three decimals are a position where the words say so.",
        told("It lies at 35.334, 40.325, the Synthetic Observatory reports."),
        ("X508", STRIKE, 12, 12, "the account holds a position with 3 decimals; this archive allows at most 2"),
    ),
    (
        "A note gives no position in degrees, minutes and seconds.",
        adding("notes: ['It lies at 35°20′02″N, they say']"),
        (
            "X508",
            STRIKE,
            8,
            21,
            "`notes[0]` holds a position to the second, as fine as 4 decimals; this archive allows at most 2",
        ),
    ),
    (
        "An address does not track.",
        linked('"https://example.org/strike?utm_source=x&id=3"'),
        ("X509", STRIKE, 9, 37, f"`utm_source` {TRACKED}"),
    ),
    (
        "A link in an account does not track.",
        told("The [Observatory](https://example.org/a?fbclid=abc) reports a drone."),
        ("X509", STRIKE, 12, 40, f"`fbclid` {TRACKED}"),
    ),
    (
        "An address is not shortened.",
        linked("https://bit.ly/3abcdef"),
        ("X510", STRIKE, 9, 10, "`bit.ly` hides where the link leads; give the address it leads to"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_private_data(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        told("On 2024-01-05 at 22:05 some 1,200 of 3,400.50 were counted, 12 345 678 in all, the Observatory reports."),
        told("The count stood at 101 on 5.1.2024 and 115 on 9.1.2024; the range was 12.55 to 13.65 km."),
        told("The number 35.334, and 40.325 of another kind, the Synthetic Observatory reports."),
        told("A growth of 12.345, 13.456 and 14.567 percent was told."),
        told("It lies at about 35.33, 40.33, the Synthetic Observatory reports."),
        told("The [post](https://example.org/@example/5550100200) tells of a drone."),
        linked("https://example.org/strike?id=963115550100&page=2"),
        linked("https://example.org/@example/35.33412,40.32551"),
        {ITEM: ITEM_TEXT + f"text_sha256: {'0123456789abcdef' * 4}\n"},
        adding_to_report("gist: From 00:30 to 01:45, of 20 to 25 rockets"),
    ],
)
def test_no_private_data(changes: Changes, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Dates, hours, counts, rounded positions and parts of addresses are not taken for private data."""
    assert [found for found in findings_of(changes) if found[0] != "P424"] == []


@pytest.mark.parametrize(
    ("address", "instead"),
    [
        ("https://example.org/strike?utm_source=x", ""),
        ("https://example.org/strike?utm_source=x&utm_medium=y", ""),
        ("https://example.org/strike?id=3&utm_source=x&page=2", "?id=3&page=2"),
        ("https://example.org/strike?fbclid=x#part", ""),
        ("https://example.org/strike?UTM_Source=x&a=%20b", "?a=%20b"),
    ],
)
def test_what_tracks_is_taken_away(address: str, instead: str, write_archive: WriteArchive) -> None:
    """The fix takes out what tracks and leaves the rest of the address as it stands."""
    (finding,) = checked(write_archive(spoilt(linked(f'"{address}"')))).findings
    assert finding.suggestion == Suggestion(instead, "safe", finding.span, verbatim=True)


def test_a_file_that_the_schema_refuses(findings_of: Callable[[Changes], list[Found]]) -> None:
    """Private data is named also in a record that has other faults."""
    changes = {STRIKE: [("single-source", "likely"), (BODY, "Call +963 11 555 0100.")]}
    assert [found[0] for found in findings_of(changes)] == ["S104", "X506"]


def test_the_limit_is_the_archives(findings_of: Callable[[Changes], list[Found]]) -> None:
    """An archive that allows four decimals allows them in texts too."""
    changes: Changes = {
        "archive.yml": [("id_prefix: syb", "id_prefix: syb\ncoordinate_decimals: 4")],
        **told("It lies at 35.3341, 40.3255, the Synthetic Observatory reports."),
    }
    assert findings_of(changes) == []
