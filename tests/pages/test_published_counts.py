"""Counts that others published, by the month for which they speak."""

from pathlib import Path

import pytest
from synthetic_site import FILES, archive_at, written

from generator.pages.addresses import Link
from generator.pages.published_counts import CountsByMonth, PublishedCount, counts_for, published_counts

REGISTRY = {path: text for path, text in FILES.items() if path.startswith(("archive", "vocab", "loc"))} | {
    "sources/observatory.yml": "name: Synthetic Observatory\nkind: monitor\n",
    "sources/agency.yml": "name: Synthetic Agency\nkind: news-agency\n",
}
ATTACKS = "{what: synthetic attacks, count: 10, counts: incidents}"


def tally(as_of: str, *figures: str, by: str | None = "observatory", where: str = "testland", more: str = "") -> str:
    """A tally of these figures as of a day."""
    keeper = f"stated_by: {by}\n" if by else ""
    return (
        f"name: Synthetic count as of {as_of}\n"
        f"figures: [{', '.join(figures or (ATTACKS,))}]\n"
        f"{keeper}as_of: {as_of}\nlocation: {where}\n{more}"
        f'reports: [{{url: "https://agency.example/count", source: agency}}]\n'
    )


def counted(folder: Path, *tallies: str) -> CountsByMonth:
    """The counts of an archive with these tallies; their keys are `count-1`, `count-2` and so on."""
    files = {f"tallies/count-{number}.yml": text for number, text in enumerate(tallies, 1)}
    return published_counts(archive_at(written(folder, REGISTRY | files)))


def told(counts: CountsByMonth) -> dict[tuple[int, int], list[str]]:
    """The counts in words by their month."""
    return {month: [f"{one.count} {one.what}" for one in found] for month, found in counts.items()}


def test_a_count_stands_with_its_keeper_its_day_and_its_tally(tmp_path: Path) -> None:
    """A count is told as stated, with who keeps it, of what, as of when, where it is published and where it counts."""
    figure = "{what: synthetic attacks, count: {min: 10}, counts: incidents}"
    assert counted(tmp_path, tally("2024-01-31", figure, where="[northshire, testland]")) == {
        (2024, 1): (
            PublishedCount(
                Link("Synthetic Observatory", "sources/observatory/"),
                "at least 10",
                "synthetic attacks",
                "31 January 2024",
                Link("Synthetic count as of 2024-01-31", "tallies/count-1/"),
                ("northshire", "testland"),
            ),
        )
    }


def test_a_count_that_nobody_is_named_to_keep_has_no_keeper(tmp_path: Path) -> None:
    """Whoever publishes a count is not said to keep it."""
    (one,) = counted(tmp_path, tally("2024-01-31", by=None))[2024, 1]
    assert one.keeper is None


@pytest.mark.parametrize(
    ("as_of", "month", "words"),
    [
        ("2024-01-31", (2024, 1), "31 January 2024"),
        ("2024-01", (2024, 1), "January 2024"),
        ("2023-12-31/2024-01-01", (2024, 1), "between 31 December 2023 and 1 January 2024"),
        ('"[2023-11-18..2024-02-08]"', (2024, 2), "one day from 18 November 2023 to 8 February 2024"),
        ("../2024-01-31", (2024, 1), "on or before 31 January 2024"),
        ("2024", (2024, 12), "2024"),
    ],
)
def test_a_count_speaks_for_the_month_of_its_latest_day(
    tmp_path: Path, as_of: str, month: tuple[int, int], words: str
) -> None:
    """A count that may be of several months stands in the last of them, with its date as it is."""
    counts = counted(tmp_path, tally(as_of))
    assert [(found, one.as_of) for found, ones in counts.items() for one in ones] == [(month, words)]


@pytest.mark.parametrize("as_of", ["unknown", "2024-01-31/.."])
def test_a_count_of_no_known_day_speaks_for_no_month(tmp_path: Path, as_of: str) -> None:
    """A count that states no day, or no latest one, is left out."""
    assert counted(tmp_path, tally(as_of)) == {}


def test_only_counts_of_incidents_are_told(tmp_path: Path) -> None:
    """Figures that count people, sites or nothing named are left out, and the others of their tally stay."""
    figures = (
        "{what: synthetic dead, count: 3, counts: people}",
        ATTACKS,
        "{what: synthetic bases struck, count: 2, counts: sites}",
        "{what: synthetic rockets, count: 7}",
    )
    assert told(counted(tmp_path, tally("2024-01-31", *figures))) == {(2024, 1): ["10 synthetic attacks"]}


def test_the_last_count_of_a_month_stands_for_it(tmp_path: Path) -> None:
    """Of one keeper's counts of one thing each month has the one of the latest day, however its words are capitalised."""
    later = "{what: Synthetic Attacks, count: 14, counts: incidents}"
    earlier = "{what: synthetic attacks, count: 9, counts: incidents}"
    counts = counted(
        tmp_path, tally("2024-01-31", later), tally("2024-01-20"), tally("2024-02-01"), tally("2024-01-05", earlier)
    )
    assert told(counts) == {(2024, 1): ["14 Synthetic Attacks"], (2024, 2): ["10 synthetic attacks"]}


@pytest.mark.parametrize(
    "other",
    [
        tally("2024-01-31", by="agency"),
        tally("2024-01-31", "{what: synthetic raids, count: 10, counts: incidents}"),
        tally("2024-01-31", where="northshire"),
        tally("2024-01-31", "{what: synthetic attacks, count: 10, counts: incidents, location: northshire}"),
    ],
    ids=["keeper", "thing", "location", "location of the figure"],
)
def test_counts_of_another_keeper_thing_or_location_stand_beside_it(tmp_path: Path, other: str) -> None:
    """A later count leaves out no count that another keeps, or that is of something else or somewhere else."""
    counts = counted(tmp_path, tally("2024-01-05"), other)
    assert [one.as_of for one in counts[2024, 1]] == ["5 January 2024", "31 January 2024"]


def test_a_count_over_another_time_stands_beside_it(tmp_path: Path) -> None:
    """A count of one day does not stand in for the same keeper's running count since an earlier day."""
    running = tally("2024-01-05", more="period: 2023-10-17/2024-01-05\n")
    of_a_day = tally(
        "2024-01-23", "{what: synthetic attacks, count: 4, counts: incidents}", more="period: 2024-01-23\n"
    )
    assert told(counted(tmp_path, running, of_a_day)) == {(2024, 1): ["10 synthetic attacks", "4 synthetic attacks"]}


def test_counts_that_nobody_is_named_to_keep_stand_side_by_side(tmp_path: Path) -> None:
    """Two counts without a named keeper are not taken for one keeper's, so neither leaves out the other."""
    later = tally("2024-01-31", "{what: synthetic attacks, count: 14, counts: incidents}", by=None)
    assert told(counted(tmp_path, tally("2024-01-05", by=None), later)) == {
        (2024, 1): ["10 synthetic attacks", "14 synthetic attacks"]
    }


def test_the_order_of_locations_makes_no_other_count(tmp_path: Path) -> None:
    """Counts of the same locations are of one thing in whichever order a tally names them."""
    counts = counted(
        tmp_path,
        tally("2024-01-05", where="[testland, northshire]"),
        tally("2024-01-31", where="[northshire, testland]"),
    )
    assert [one.as_of for one in counts[2024, 1]] == ["31 January 2024"]


def count_at(*locations: str, keeper: Link | None = None) -> PublishedCount:
    """A count for these locations."""
    return PublishedCount(
        keeper, "10", "synthetic attacks", "31 January 2024", Link("Synthetic count", "t/"), locations
    )


def test_counts_for_a_location_are_its_own_and_those_around_it() -> None:
    """The closest location's count stands first; one for a location within it or elsewhere is not told of it."""
    country, base, province, elsewhere = map(count_at, ("testland", "alpha-base", "northshire", "beta-field"))
    assert counts_for((country, base, province, elsewhere), "alpha-base", ("northshire", "testland")) == (
        base,
        province,
        country,
    )
    assert counts_for((country, base, province, elsewhere), "northshire", ("testland",)) == (province, country)


def test_a_count_for_several_locations_stands_by_the_closest() -> None:
    """A count for several locations is told once, at the rank of the closest; counts of one rank keep their order."""
    wide, both, own = count_at("northshire"), count_at("testland", "alpha-base"), count_at("alpha-base")
    found = counts_for((wide, both, own), "alpha-base", ("northshire", "testland"))
    assert [one.locations for one in found] == [("testland", "alpha-base"), ("alpha-base",), ("northshire",)]


def test_a_count_that_somebody_keeps_stands_first_at_its_location() -> None:
    """Of counts for one location those of a named keeper stand before others, and after any of a closer location."""
    keeper = Link("Synthetic Observatory", "sources/observatory/")
    nobodys, kept, closer = count_at("testland"), count_at("testland", keeper=keeper), count_at("northshire")
    assert counts_for((nobodys, kept, closer), "northshire", ("testland",)) == (closer, kept, nobodys)


def test_a_count_for_no_location_is_told_of_none() -> None:
    """A count that names no location is held against nothing."""
    assert counts_for((count_at(),), "alpha-base", ("northshire", "testland")) == ()
