"""The page of a tally: what is counted, and what the archive holds beside it."""

from pathlib import Path

import pytest
from synthetic_site import FILES, Site, archive_at, cells, links, texts, written

ADDRESS = "tallies/observatory-january/"
FILE = "tallies/observatory-january.yml"
HINT = (
    "The two count different things and need not agree. A record of this archive is not one unit of the count: it may tell of two bases, "
    "which a keeper may count as two attacks, or of something that the keeper does not count. The archive’s number has records of every "
    "type and status."
)
MORE = "What is missing: all counts beside the records"


def site(tmp_path: Path, *changes: tuple[str, str]) -> Site:
    """The tiny archive with its tally changed."""
    text = FILES[FILE]
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    return Site(archive_at(written(tmp_path / "incidents", {**FILES, FILE: text})))


def beside(page: Site) -> list[str]:
    return texts(page[ADDRESS], "//section[@aria-labelledby='beside']/p")


def test_a_tally_is_held_beside_the_archive_without_being_equated(tiny: Site) -> None:
    """Incidents dated in the period, those that may lie in it and the undated are told apart; the two counts need not agree."""
    assert beside(tiny) == [
        (
            "For Testland, with everything within it, the archive has 1 incident dated between 1 and 31 January 2024. "
            "1 more may lie in that time, and 1 without a datable day may. "
            "The count is at least 9 higher than the number of records."
        ),
        HINT,
        MORE,
    ]
    assert texts(tiny[ADDRESS], "//section[@aria-labelledby='beside']/h3") == ["at least 10: synthetic attacks"]
    assert links(tiny[ADDRESS], "//p[@class='threads']/a", ADDRESS) == ["gaps/"]


def test_a_tally_names_whose_sites_are_struck_and_compares_with_those_only(tmp_path: Path) -> None:
    """Beside a count of attacks on somebody stand only incidents in which one of them is struck."""
    struck = site(tmp_path, ("location: testland", "location: testland\nstruck: [test-forces, test-front]"))
    assert beside(struck)[0] == (
        "For Testland, with everything within it, the archive has 1 incident in which Forces of Testland or Synthetic Front, or a part of "
        "one, is struck, dated between 1 and 31 January 2024. 1 more may lie in that time. The count is at least 9 higher than the number "
        "of records."
    )
    assert texts(struck[ADDRESS], "//dt[text()='Struck']/following-sibling::dd") == [
        "Forces of Testland or Synthetic Front"
    ]


def test_a_figure_names_locations_of_its_own(tmp_path: Path) -> None:
    """A figure for locations of its own says so, and stands beside what the archive has there."""
    own = site(tmp_path, ("count: {min: 10},", "count: {min: 10}, location: [alpha-base, beta-field],"))
    assert cells(own[ADDRESS], "//section[@aria-labelledby='figures']//tbody/tr")[0][0] == (
        "synthetic attacks for Alpha base, Beta field"
    )
    assert beside(own)[0].startswith(
        "For Alpha base and Beta field, with everything within them, the archive has 1 incident"
    )
    assert [
        link for link in links(own["locations/beta-field/"], "//a", "locations/beta-field/") if link == ADDRESS
    ] == [ADDRESS]


@pytest.mark.parametrize(
    ("was", "now", "reason"),
    [
        ("note:", "incomparable: It counts synthetic claims.\nnote:", "It counts synthetic claims."),
        ("counts: incidents", "counts: people", "None of its figures is marked as a count of incidents."),
        ("location: testland\n", "", "It gives no location of this archive."),
        ("period: 2024-01-01/2024-01-31", "period: 2024-01-01/..", "It gives no period with a first and a last day."),
    ],
)
def test_no_comparison_is_made_where_a_tally_does_not_allow_one(
    tmp_path: Path, was: str, now: str, reason: str
) -> None:
    """A tally that cannot be held against the records says so, and why."""
    assert beside(site(tmp_path, (was, now))) == [
        f"No comparison with the archive’s own records is made. {reason}",
        MORE,
    ]


def test_a_later_count_says_how_it_grew(tmp_path: Path) -> None:
    """A count that goes on from an earlier one of its keeper leads to it, and says what the archive has of just that time."""
    later = (
        FILES[FILE].replace("2024-01-31", "2024-02-29").replace("{min: 10}", "14").replace("    claims: [s2.1c]\n", "")
    )
    files = {**FILES, "tallies/observatory-february.yml": later}
    page = Site(archive_at(written(tmp_path / "incidents", files)))
    address = "tallies/observatory-february/"
    assert texts(page[address], "//section[@aria-labelledby='beside']/p")[1] == (
        "Since the count before it, as of 31 January 2024, the count grew by at most 4; the archive has 1 incident dated between 1 and 29 "
        "February 2024. The count before it"
    )
    assert links(page[address], "//section[@aria-labelledby='beside']/p[2]/a", address) == [ADDRESS]


def test_every_tally_that_is_not_compared_says_why(real: Site) -> None:
    """Each page of the published archive holds its count beside the records or gives a reason."""
    for key in real.archive.records.tallies:
        told = texts(real[f"tallies/{key}/"], "//section[@aria-labelledby='beside']/p")
        compared = any("the archive has" in sentence for sentence in told)
        assert compared != told[0].startswith("No comparison with the archive’s own records is made. ")
        assert len(told[0]) > 60
