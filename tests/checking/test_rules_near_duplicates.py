"""Rules of near-duplicates: two records that seem to tell of one event say how they stand to one another."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_archive import (
    GOOD,
    INLINE,
    ITEM,
    ITEM_TEXT,
    LEDGER_TEXT,
    STRIKE,
    TEST_BASE,
    TEST_BASE_TEXT,
    Changes,
    Found,
    Row,
    WriteArchive,
    checked,
    found_in,
    spoilt,
)

from generator.checking.duplicates.neighbours import NEAR_KM, Neighbourhood, cells_around, cells_of
from generator.model.dates import parse_edtf
from generator.model.location import Coordinates, Location

OTHER = "records/2024/z-other.md"
BASES = {
    TEST_BASE: TEST_BASE_TEXT,
    "locations/far-base.yml": TEST_BASE_TEXT.replace("35.12", "36.12").replace("Test", "Far"),
}
ATTACKER = "means: [{kind: uav}]\nactors: [{actor: test-forces, role: attacker, basis: attributed-by-report}]\n"
SHARED_ALL = "the same type, the same means, the same attacker"


def other(**changes: str) -> str:
    """A second record of the strike, told by another item; keyword arguments replace a line by its key."""
    text = GOOD[STRIKE].replace("syb-4k7m2xq", "syb-7tq2w9d").replace("org/strike", "org/other")
    lines = []
    for line in text.split("\n"):
        key = line.partition(":")[0]
        lines.append(f"{key}: {changes[key]}" if key in changes else line)
    return "\n".join(lines)


def at(place: str, **changes: str) -> Changes:
    """The two records at one place; `place` is a key, or two with a space between them."""
    first, _, second = place.partition(" ")
    here = GOOD[STRIKE].replace("location: testland", f"location: {first}")
    return {**BASES, STRIKE: here, OTHER: other(location=second or first, **changes)}


def with_more(changes: Changes, more: str, path: str | None = None) -> Changes:
    """The same with further lines of front matter in both records, or in one."""
    return {
        name: text.replace("reports:\n", f"{more}reports:\n", 1)
        if isinstance(text, str) and name in ((path,) if path else (STRIKE, OTHER))
        else text
        for name, text in changes.items()
    }


def twice(shared: str) -> Found:
    return ("D605", OTHER, 3, 8, f"`syb-4k7m2xq` seems to tell of the same event: {shared}")


def alike(shared: str) -> Found:
    return ("D606", OTHER, 3, 8, f"`syb-4k7m2xq` may tell of the same event: {shared}")


UNLIKE = "Synthetic explosion reported beside a wall"
SAME = at("test-base")
ONE_ITEM: Changes = {
    **BASES,
    ITEM: ITEM_TEXT,
    STRIKE: GOOD[STRIKE].replace("location: testland", "location: test-base").replace(INLINE, "  - report: item\n"),
    OTHER: other(title=UNLIKE, location="test-base").replace(INLINE.replace("strike", "other"), "  - report: item\n"),
}

ROWS: list[Row] = [
    (
        "Two records of one day, location and title are one event until they say otherwise.",
        SAME,
        twice("the same day, the same location, nearly the same title, the same type"),
    ),
    (
        "Two records of one day and location that cite one item are one event until they say otherwise.",
        ONE_ITEM,
        twice("the same day, the same location, one item tells of both, the same type"),
    ),
    (
        "Records of one location that cite one item are one event, too, where no date keeps them apart.",
        {**ONE_ITEM, OTHER: str(ONE_ITEM[OTHER]).replace("date: 2024-01-05", "date: unknown")},
        twice("dates that may be the same, the same location, one item tells of both, the same type"),
    ),
    (
        "The date in a title does not make two titles of one.",
        at("test-base", title="Synthetic drone strike on the test base, 5 January 2024"),
        twice("the same day, the same location, nearly the same title, the same type"),
    ),
    (
        "Titles that count two events are not nearly the same.",
        at("test-base", title="Synthetic second drone strike on a test base"),
        alike("the same day, the same location, the same type"),
    ),
    (
        "Records of one day, location, type, means and attacker are alike, whatever their titles.",
        with_more(at("test-base", title=UNLIKE), ATTACKER),
        alike(f"the same day, the same location, {SHARED_ALL}"),
    ),
    (
        "A report is often a day late: records a day apart are alike where the rest agrees.",
        with_more(at("test-base", date='{value: "2024-01-06?", basis: synthetic}'), ATTACKER),
        alike(f"a day apart, the same location, nearly the same title, {SHARED_ALL}"),
    ),
    (
        "A date known to the month is held against the days in it.",
        with_more(at("test-base", date="2024-01"), ATTACKER),
        alike(f"dates that may be the same, the same location, nearly the same title, {SHARED_ALL}"),
    ),
    (
        "A location is held against the one around it.",
        with_more(at("test-base testland"), ATTACKER),
        alike(f"the same day, one location within the other, nearly the same title, {SHARED_ALL}"),
    ),
    (
        "Two locations within ten kilometres are near one another.",
        {
            **with_more(at("test-base near-base"), ATTACKER),
            "locations/near-base.yml": TEST_BASE_TEXT.replace("35.12", "35.2").replace("Test", "Near"),
        },
        alike(f"the same day, locations near one another, nearly the same title, {SHARED_ALL}"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_near_duplicates(
    rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]
) -> None:
    """Two records that seem to tell of one event are one finding: its code, its place and its words."""
    assert [found for found in findings_of(changes) if found[0] != "D601"] == [expected]


APART: dict[str, Changes] = {
    "another place": at("test-base far-base"),
    "two days apart": at("test-base", date="2024-01-07"),
    "hours that exclude one another": {
        **at("test-base", date="{value: 2024-01-05, time: 22:00}"),
        STRIKE: str(SAME[STRIKE]).replace("date: 2024-01-05", "date: {value: 2024-01-05, time: morning}"),
    },
    "means that exclude one another": {
        **with_more(SAME, "means: [{kind: uav}]\n", STRIKE),
        OTHER: other(location="test-base").replace("reports:\n", "means: [{kind: other}]\nreports:\n", 1),
    },
    "an unknown date and no item in common": at("test-base", date="unknown"),
    "a withdrawn record": with_more(SAME, "withdrawn: {on: 2024-02-01, reason: out-of-scope}\n", OTHER),
    "different claims of one ledger": {
        **{path: text for path, text in ONE_ITEM.items() if path != ITEM},
        ITEM: LEDGER_TEXT + "  s1.2:\n    kind: event\n    gist: a wall was struck\n    to: [syb-7tq2w9d]\n",
        STRIKE: str(ONE_ITEM[STRIKE]).replace("report: item\n", "report: item\n    claims: [s1.1]\n"),
        OTHER: str(ONE_ITEM[OTHER]).replace("report: item\n", "report: item\n    claims: [s1.2]\n"),
    },
}


@pytest.mark.parametrize("changes", APART.values(), ids=APART.keys())
def test_told_apart(changes: Changes, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Two records that themselves say what tells them apart are no finding."""
    assert findings_of(changes) == []


@pytest.mark.parametrize("side", [STRIKE, OTHER])
@pytest.mark.parametrize("relation", ["possibly-same", "not-same", "same-report", "follows", "response-to"])
def test_answered(relation: str, side: str, findings_of: Callable[[Changes], list[Found]]) -> None:
    """One word in `related`, in either record, answers the question."""
    link = "syb-7tq2w9d" if side == STRIKE else "syb-4k7m2xq"
    related = f"related: [{{id: {link}, relation: {relation}, basis: synthetic}}]\n"
    assert findings_of(with_more(SAME, related, side)) == []


def test_merged(findings_of: Callable[[Changes], list[Found]]) -> None:
    """A merge answers it too."""
    merged = "withdrawn: {on: 2024-02-01, reason: duplicate, merged_into: syb-4k7m2xq}\n"
    assert findings_of(with_more(SAME, merged, OTHER)) == []


def test_dated_by_the_other(findings_of: Callable[[Changes], list[Found]]) -> None:
    """A date given by the other incident answers it: whoever wrote that knew of both."""
    dated = "{value: 2024-01-05, relative: {relation: after, to: syb-4k7m2xq}}"
    assert findings_of(at("test-base", date=dated)) == []


def test_waived(findings_of: Callable[[Changes], list[Found]]) -> None:
    """The editors may waive it with a reason that readers see."""
    assert findings_of(with_more(SAME, "waive: [{rule: D605, reason: synthetic}]\n", OTHER)) == []


def test_way_out(write_archive: WriteArchive) -> None:
    """The finding is a warning, points at the other record and says both ways out."""
    (found,) = checked(write_archive(spoilt(SAME))).findings
    assert found.level == "warning"
    assert found.help == (
        "if it is one event, keep one record and withdraw the other (`reason: duplicate`, `merged_into`); "
        "else say how they stand: `related: [{id: syb-4k7m2xq, relation: not-same, basis: …}]`, "
        "or `possibly-same` where it cannot be told"
    )
    assert [(place.path, place.span.line if place.span else 0) for place in found.related] == [
        (f"incidents/{STRIKE}", 3)
    ]


def test_finding_stands_in_the_newer_record(findings_of: Callable[[Changes], list[Found]]) -> None:
    """The finding stands in the record whose reports were read last, wherever its file lies."""
    read = {
        path: str(SAME[path]).replace(INLINE[-24:], f"{INLINE[-24:]}    retrieved: {day}\n")
        for path, day in ((STRIKE, "2026-02-01"), (OTHER, "2026-01-01"))
    }
    assert [found[:2] for found in findings_of({**SAME, **read})] == [("D605", STRIKE)]
    assert [found[:2] for found in findings_of({**SAME, OTHER: read[OTHER]})] == [("D605", STRIKE)]
    assert [found[:2] for found in findings_of({**SAME, STRIKE: read[STRIKE]})] == [("D605", OTHER)]


def test_what_all_have_says_nothing(write_archive: WriteArchive) -> None:
    """A type, a means and an attacker that every record has do not make two records alike."""
    chance = random.Random(7)
    days = [date(2020, 1, 1) + timedelta(days=3 * number) for number in range(120)]
    files = dict(spoilt(BASES))
    del files[STRIKE]
    signs = "23456789bcdfghjkmnpqrstvwxz"
    taken: set[str] = set()
    while len(taken) < 240:
        taken.add("".join(chance.choice(signs) for _ in range(7)))
    for number, sign in enumerate(sorted(taken)):
        day = days[number // 2].isoformat()
        text = other(title=f"Synthetic happening {sign} {number}", location="test-base", date=day)
        text = text.replace("syb-7tq2w9d", f"syb-{sign}").replace("org/other", f"org/{sign}")
        files[f"records/{number:03}.md"] = text.replace("reports:\n", f"{ATTACKER}reports:\n", 1)
    alike_ones = [found for found in found_in(write_archive(files)) if found[0] in ("D605", "D606")]
    assert alike_ones == []


DAYS = st.dates(date(2023, 1, 1), date(2023, 3, 31))


@settings(max_examples=150, deadline=None)
@given(DAYS, st.integers(0, 40), DAYS, st.integers(0, 40), st.sampled_from("abc"), st.sampled_from("abc"))
def test_neighbours_are_found(
    one: date, one_days: int, two: date, two_days: int, one_place: str, two_place: str
) -> None:
    """Whoever looks for whom, two dates at most a day apart and two places of one another share a cell."""
    around = Neighbourhood(
        {
            key: Location(key=key, name=key, kind="area", within=within)
            for key, within in (("a", None), ("b", "a"), ("c", "b"))
        }
    )
    first, last = ((day, day + timedelta(days=days)) for day, days in ((one, one_days), (two, two_days)))
    dates = [parse_edtf(f"{a.isoformat()}/{b.isoformat()}") for a, b in (first, last)]
    places = [frozenset({one_place}), frozenset({two_place})]
    near = max(first[0], last[0]) - min(first[1], last[1]) <= timedelta(days=1)
    for earlier, later in ((0, 1), (1, 0)):
        found = not set(cells_of(dates[earlier], places[earlier], around)).isdisjoint(
            cells_around(dates[later], places[later], around)
        )
        if near:
            assert found


@settings(max_examples=200, deadline=None)
@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9), st.floats(-0.2, 0.2), st.floats(-0.5, 0.5))
def test_near_points(lat: float, lon: float, north: float, east: float) -> None:
    """Two points are near exactly where at most ten kilometres lie between them, in every latitude below the poles."""
    points = [(lat, lon), (max(-89.9, min(89.9, lat + north)), max(-180.0, min(180.0, lon + east)))]
    locations = {
        key: Location(
            key=key, name=key, kind="site", within="x", coordinates=Coordinates(lat=y, lon=x, basis="synthetic")
        )
        for key, (y, x) in zip("ab", points, strict=True)
    }
    distance = _metres(points[0], points[1]) / 1000
    found = "b" in Neighbourhood(locations).near["a"]
    if distance < NEAR_KM * 0.99:
        assert found
    if distance > NEAR_KM * 1.01:
        assert not found


def _metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance on a sphere (haversine), which is not how the rule reckons."""
    from math import asin, cos, radians, sin, sqrt

    half = [radians(a - b) / 2 for a, b in zip(one, other, strict=True)]
    chord = sin(half[0]) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(half[1]) ** 2
    return 2 * 6_371_000 * asin(sqrt(chord))
