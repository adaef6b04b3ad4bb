"""`archive stats`: how many incidents there are, by what, and what it leaves out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

ARCHIVE = """\
title: Synthetic archive
description: Synthetic records for tests.
scope: Nothing real.
id_prefix: syn
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
about: Synthetic.
"""
TYPES = """\
name: Synthetic types
terms:
  raid: {label: Synthetic raid, definition: Synthetic.}
  strike: {label: Synthetic strike, definition: Synthetic.}
"""
REGISTRY = {
    "archive.yml": ARCHIVE,
    "vocabulary/types.yml": TYPES,
    "locations/country.yml": "name: Synthetic country\nkind: country\n",
    "locations/north.yml": "name: Synthetic north base\nkind: base\nwithin: country\n",
    "locations/south.yml": "name: Synthetic south base\nkind: base\nwithin: country\n",
    "sources/agency.yml": "name: Synthetic agency\nkind: news-agency\n",
    "sources/monitor.yml": "name: Synthetic monitor\nkind: monitor\n",
    "sources/paper.yml": "name: Synthetic paper\nkind: newspaper\n",
    "reports/item.yml": 'source: agency\nurl: "https://agency.example/item"\n',
}
REPORTED = '{url: "https://monitor.example/", source: monitor}'
BLOG = '{url: "https://blog.example/", source: {name: Synthetic blog, kind: online}}'


def record(number: int, *reports: str, date: str = "2024-01-05", **fields: str) -> dict[str, str]:
    """The file of one incident."""
    stated = {"type": "strike", "status": "unverified", "location": "north"} | fields
    more = "".join(f"{name}: {value}\n" for name, value in stated.items())
    cited = "".join(f"  - {report}\n" for report in reports or (REPORTED,))
    text = f"id: syn-00000{number:02}\ntitle: Synthetic incident {number}\ndate: {date}\n{more}reports:\n{cited}"
    return {f"records/{number}.md": f"---\n{text}---\nSynthetic account.\n"}


SMALL = (
    record(
        1,
        REPORTED,
        '{url: "https://paper.example/1", source: paper, chains: [[monitor]]}',
        "{report: item}",
        location="{key: north, also: [south]}",
        status="corroborated",
    )
    | record(2, REPORTED, '{url: "https://paper.example/2", source: paper, stance: denies}', type="raid")
    | record(
        3, '{url: "https://monitor.example/3", source: monitor}', '{url: "https://monitor.example/4", source: monitor}'
    )
    | record(4, BLOG, date="2023-12", location="{as_stated: Synthetic hill, within: country}", status="single-source")
)
"""An incident of two places with three sources and two roots, one that a second source denies, one with two items of one source, one of a source and a place without files."""

SMALL_TOLD = """\
4 incidents

by status
  corroborated       1
  single-source      1
  unverified         2

by month
  2023-12      1
  2024-01      3

by type
  Synthetic strike      3
  Synthetic raid        1

by location
  Synthetic north base      3
  Synthetic country         1
  Synthetic south base      1

by source
  Synthetic monitor      3
  Synthetic paper        2
  Synthetic agency       1
  Synthetic blog         1

by root
  Synthetic monitor      3
  Synthetic agency       1
  Synthetic blog         1
"""


@pytest.fixture
def stats(tmp_path: Path, run: Run) -> Callable[..., Result]:
    """Run `archive stats` on an archive of these incidents; a test says where the archive has errors."""

    def invoke(records: dict[str, str], *options: str, errors: bool = False) -> Result:
        root = tmp_path / "synthetic"
        for name, text in (REGISTRY | records).items():
            file = root / "incidents" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        result = run("stats", "--root", str(root), "--today", "2026-11-22", *options)
        assert (result.exit_code, bool(result.stderr)) == (0, errors)
        return result

    return invoke


def table(output: str, title: str) -> list[str]:
    """The rows of one table, with single spaces."""
    return [
        " ".join(line.split()) for line in output.partition(f"\n\nby {title}\n")[2].partition("\n\n")[0].splitlines()
    ]


def test_every_table(stats: Callable[..., Result]) -> None:
    """Each incident counts once for each status, month, type, location, source and root it has."""
    result = stats(SMALL)
    assert (result.exit_code, result.stdout, result.stderr) == (0, SMALL_TOLD, "")


def test_an_archive_without_incidents(stats: Callable[..., Result]) -> None:
    """Without incidents every table stands empty under its title."""
    result = stats({})
    empty = "0 incidents\n\nby status\n\nby month\n\nby type\n\nby location\n\nby source\n\nby root\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, empty, "")


def test_withdrawn_incidents_count_apart(stats: Callable[..., Result]) -> None:
    """Withdrawn incidents are told in the first line and counted in no table."""
    gone = record(5, date="2022-05-05", type="raid", withdrawn="{on: 2026-11-20, reason: out-of-scope}")
    assert stats(SMALL | gone).stdout == SMALL_TOLD.replace("4 incidents", "4 incidents, 1 withdrawn")


def test_one_incident_is_told_in_the_singular(stats: Callable[..., Result]) -> None:
    """The first line of an archive of one incident says `1 incident`."""
    assert stats(record(1)).stdout.splitlines()[0] == "1 incident"


def test_statuses_stand_in_their_order(stats: Callable[..., Result]) -> None:
    """Statuses stand from the best established down, whichever has most incidents."""
    denied = '{url: "https://paper.example/", source: paper, stance: denies}'
    discounted = {"status": "discounted", "status_basis": "Synthetic reason."}
    told = stats(
        record(1, REPORTED, denied, **discounted)
        | record(2, REPORTED, denied, **discounted)
        | record(3)
        | record(4, status="single-source")
    )
    assert table(told.stdout, "status") == ["single-source 1", "unverified 1", "discounted 2"]


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2024-01-05", "2024-01"),
        ("2024-01", "2024-01"),
        ("2024-01-30/2024-01-31", "2024-01"),
        ("2023-12-31/2024-01-01", "several months possible"),
        ("2024", "several months possible"),
        ("XXXX-12-31", "month not stated"),
        ("2024-01-05/..", "month not stated"),
        ("unknown", "month not stated"),
    ],
)
def test_a_month_is_told_only_where_the_date_gives_one(stats: Callable[..., Result], date: str, month: str) -> None:
    """A date that may lie in several months, or that a side leaves open, is counted apart from the months."""
    assert table(stats(record(1, date=date)).stdout, "month") == [f"{month} 1"]


def test_months_that_cannot_be_told_stand_last(stats: Callable[..., Result]) -> None:
    """Months stand in the order of time, whichever has most incidents, and what has none after them."""
    dates = ("unknown", "2024", "2024-02-01", "2024-02-02", "2023-11-01")
    records = {name: text for number, date in enumerate(dates, 1) for name, text in record(number, date=date).items()}
    assert table(stats(records).stdout, "month") == [
        "2023-11 1",
        "2024-02 2",
        "month not stated 1",
        "several months possible 1",
    ]


def test_an_incident_counts_at_the_locations_it_names(stats: Callable[..., Result]) -> None:
    """An incident counts at each location the archive gives it, once, and not at those around them or given by some reports."""
    where = "{key: north, also: [south], alternatives: [{key: country}]}"
    assert table(stats(record(1, location=where)).stdout, "location") == [
        "Synthetic north base 1",
        "Synthetic south base 1",
    ]


def test_a_source_that_is_only_named_is_no_source_of_an_item(stats: Callable[..., Result]) -> None:
    """By source counts who published an item, by root the origin it leads to."""
    told = stats(record(1, '{url: "https://paper.example/1", source: paper, chains: [[agency, monitor]]}')).stdout
    assert (table(told, "source"), table(told, "root")) == (["Synthetic paper 1"], ["Synthetic monitor 1"])


@pytest.mark.parametrize(("stance", "roots"), [("corrects", ["Synthetic monitor 1"]), ("mentions", []), ("denies", [])])
def test_a_root_counts_where_it_asserts(stats: Callable[..., Result], stance: str, roots: list[str]) -> None:
    """The source of an item that only mentions or denies an incident counts as its source and not as its root."""
    told = stats(record(1, f'{{url: "https://monitor.example/", source: monitor, stance: {stance}}}')).stdout
    assert (table(told, "source"), table(told, "root")) == (["Synthetic monitor 1"], roots)


def many(number: int) -> dict[str, str]:
    """Incidents of so many months, each at a location of its own."""
    records: dict[str, str] = {}
    for one in range(number):
        records |= {f"locations/place-{one}.yml": f"name: Synthetic place {one:02}\nkind: site\nwithin: country\n"}
        records |= record(one + 1, date=f"{2020 + one // 12}-{one % 12 + 1:02}", location=f"place-{one}")
    return records


def test_a_long_table_shows_its_first_rows_and_says_how_many_are_left(stats: Callable[..., Result]) -> None:
    """Beyond twenty rows a ranked table tells how many more there are, and how to see them; that of the months is whole."""
    assert table(stats(many(22)).stdout, "location") == [
        *(f"Synthetic place {one:02} 1" for one in range(20)),
        "and 2 more (--all shows them)",
    ]
    assert table(stats(many(22)).stdout, "month")[-1] == "2021-10 1"


def test_a_table_of_twenty_rows_is_whole(stats: Callable[..., Result]) -> None:
    """A table of just as many rows as are shown leaves out none and says nothing more."""
    assert table(stats(many(20)).stdout, "location") == [f"Synthetic place {one:02} 1" for one in range(20)]


def test_all_rows_are_shown_if_asked_for(stats: Callable[..., Result]) -> None:
    """With `--all` every row of every table stands, and nothing is said of more."""
    told = stats(many(22), "--all").stdout
    assert table(told, "location") == [f"Synthetic place {one:02} 1" for one in range(22)]
    assert table(told, "month")[-1] == "2021-10 1"
    assert "--all" not in told


def test_an_archive_with_errors_says_that_its_counts_may_be_short(stats: Callable[..., Result]) -> None:
    """What the check can read is counted, and the errors are told apart from the counts."""
    result = stats(SMALL | record(5, date="30.12.2023"), errors=True)
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        SMALL_TOLD,
        "some records have errors and may not be counted; `archive check` shows them\n",
    )


def test_a_name_cannot_act_on_the_terminal(stats: Callable[..., Result]) -> None:
    """Signs of a name that a terminal would obey or hide are written out, and the columns stay in line."""
    hostile = '{url: "https://blog.example/", source: {name: "Synthetic \\u202Eblog", kind: online}}'
    told = stats(record(1, hostile, REPORTED), errors=True).stdout.partition("by source\n")[2].partition("\n\n")[0]
    assert told.splitlines() == ["  Synthetic monitor           1", "  Synthetic <U+202E>blog      1"]
