"""Rules of coordinates: points lie where what is around them lies."""

from collections.abc import Callable

import pytest
from invented_archive import TEST_BASE, TEST_BASE_TEXT, Changes, Found, Row

PLACES = {
    f"locations/town-{name}.yml": f"name: Town {name}\nkind: settlement\nwithin: testland\n"
    f"coordinates: {{lat: {lat}, lon: {lon}, basis: invented}}\n"
    for name, lat, lon in (("one", 35.1, 40.1), ("two", 35.5, 40.6), ("three", 34.9, 41.0))
}


def at(lat: float, lon: float, within: str = "testland") -> Changes:
    """A base at a point, with three towns around where it belongs."""
    text = TEST_BASE_TEXT.replace("lat: 35.12", f"lat: {lat}").replace("lon: 40.34", f"lon: {lon}")
    return {**PLACES, TEST_BASE: text.replace("within: testland", f"within: {within}")}


ROWS: list[Row] = [
    (
        "A point lies near that of its parent.",
        at(36.5, 40.1, "town-one"),
        (
            "P422",
            TEST_BASE,
            5,
            3,
            "the point lies 156 km from that of `town-one`, in which the location lies: at most 27 km fit",
        ),
    ),
    (
        "Latitude and longitude stand in their places.",
        at(40.34, 35.12),
        (
            "P423",
            TEST_BASE,
            5,
            3,
            "the point lies 721 km from every other in `testland`; with `lat` and `lon` swapped it lies among them",
        ),
    ),
    (
        "A point lies in its country.",
        at(53.12, 40.34),
        ("P424", TEST_BASE, 5, 3, "the point lies 1959 km from every other in `testland`"),
    ),
    (
        "A point lies in its province, where that has others.",
        {
            **{path: text.replace("within: testland", "within: north") for path, text in PLACES.items()},
            "locations/north.yml": "name: North\nkind: admin1\nwithin: testland\n",
            TEST_BASE: at(38.12, 40.34, "north")[TEST_BASE],
        },
        ("P424", TEST_BASE, 5, 3, "the point lies 292 km from every other in `north`"),
    ),
    (
        "The only point of a country is not swapped either.",
        {**at(40.34, 35.12, "faraway"), "locations/faraway.yml": "name: Faraway\nkind: country\n"},
        (
            "P423",
            TEST_BASE,
            5,
            3,
            "the point lies 721 km from every other in the archive; with `lat` and `lon` swapped it lies among them",
        ),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_coordinates(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


@pytest.mark.parametrize(
    "changes",
    [
        at(35.12, 40.34),
        at(35.2, 40.2, "town-one"),
        {
            **PLACES,
            TEST_BASE: TEST_BASE_TEXT.replace("testland", "town-one").replace("35.12", "36.5")
            + "  uncertainty_km: 200\n",
        },
        {TEST_BASE: TEST_BASE_TEXT.replace("35.12", "53.12")},
        at(37.5, 40.34),
    ],
)
def test_good_coordinates(changes: Changes, findings_of: Callable[[Changes], list[Found]]) -> None:
    """A point within the parent's reach or its own uncertainty fits, and one with too few others to compare it with."""
    assert findings_of(changes) == []
