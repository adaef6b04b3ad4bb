"""When accounts of one incident contradict one another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.account import Effect, Involvement, Means
from generator.model.contradiction import (
    clashing_attackers,
    clashing_counts,
    clashing_dates,
    clashing_locations,
    competes,
)
from generator.model.incident import DateStatement, Incident
from generator.model.location import Location, LocationStatement
from generator.model.records import Records

PLAIN: dict[str, Any] = {
    "id": "syn-0000001",
    "title": "Synthetic strike",
    "type": "strike",
    "date": "2024-01-01",
    "location": "base",
    "body": "Synthetic.",
    "reports": [{"url": "https://one.example/", "source": "one"}, {"url": "https://two.example/", "source": "two"}],
}


def incident(**more: Any) -> Incident:
    return Incident.model_validate(PLAIN | more)


def stances(*names: str) -> dict[str, Any]:
    """Reports with these stances."""
    return {"reports": [{"url": "https://one.example/", "source": "one", "stance": name} for name in names]}


def effects(*counts: Any, kind: str = "injured", **more: Any) -> list[Effect]:
    return [
        Effect.model_validate({"kind": kind, **more} if count is None else {"kind": kind, "count": count, **more})
        for count in counts
    ]


def attackers(*names: str) -> dict[str, Any]:
    return {"actors": [{"actor": name, "role": "attacker", "basis": "attributed-by-report"} for name in names]}


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("a denial", stances("reports", "denies")),
        ("a correction", stances("reports", "corrects")),
        ("a denial alone", stances("denies")),
        ("another date", {"date": {"value": "2024-01-01", "alternatives": ["2024-01-02"]}}),
        ("another location", {"location": {"key": "base", "alternatives": ["field"]}}),
        ("a claim denied", {"claims_of_responsibility": "denied"}),
        ("competing claims", {"claims_of_responsibility": "competing"}),
        ("two attackers", attackers("group", "rivals")),
        (
            "counts that cannot both hold",
            {"effects": [{"kind": "injured", "count": 2}, {"kind": "injured", "count": 3}]},
        ),
        (
            "means of which the counts cannot both hold",
            {"means": [{"kind": "uav", "count": 1}, {"kind": "uav", "count": {"min": 2}}]},
        ),
    ],
)
def test_accounts_that_compete(rule: str, more: dict[str, Any]) -> None:
    """Accounts compete where one denies or corrects, or where their statements cannot all hold."""
    assert competes(incident(**more), Records())


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("nothing but reports", {}),
        ("mentions and unverified mentions", stances("reports", "mentions", "unverified", "claims", "confirms")),
        ("an attacker and the statement that it is unknown", attackers("group", "unknown")),
        ("one attacker named twice", attackers("group", "group")),
        (
            "a target and a responder beside the attacker",
            {
                "actors": [
                    {"actor": "group", "role": "attacker"},
                    {"actor": "army", "role": "target"},
                    {"actor": "foreign", "role": "responder"},
                ]
            },
        ),
        ("a claim of responsibility", {"claims_of_responsibility": "claimed"}),
        ("no claim", {"claims_of_responsibility": "none-reported"}),
        ("an unclear claim", {"claims_of_responsibility": "unclear"}),
        ("counts of different things", {"effects": [{"kind": "injured", "count": 2}, {"kind": "killed", "count": 3}]}),
        (
            "effects and means are counted apart",
            {"effects": [{"kind": "uav", "count": 2}], "means": [{"kind": "uav", "count": 3}]},
        ),
        ("different means", {"means": [{"kind": "uav", "count": 1}, {"kind": "rocket", "count": 2}]}),
    ],
)
def test_accounts_that_do_not(rule: str, more: dict[str, Any]) -> None:
    """Accounts that can all hold do not compete."""
    assert not competes(incident(**more), Records())


@pytest.mark.parametrize(
    ("counts", "clashing"),
    [
        ((2, 2), []),
        ((2, 3), [0, 1]),
        ((0, 1), [0, 1]),
        ((2, {"min": 1}), []),
        ((2, {"min": 3}), [0, 1]),
        ((2, {"min": 2}), []),
        ((5, {"max": 4}), [0, 1]),
        ((4, {"max": 4}), []),
        ((2, {"min": 3, "max": 5}), [0, 1]),
        (({"min": 1, "max": 3}, {"min": 3, "max": 5}), []),
        (({"min": 1}, {"max": 4}), []),
        ((2, None), []),
        ((2, {"min": 5, "max": 5, "approximate": True}), []),
        ((1, 2, {"min": 1}), [0, 1]),
        ((1, {"min": 1, "max": 4}, 3), [0, 2]),
        ((1, 1, 2), [0, 1, 2]),
        ((), []),
    ],
)
def test_which_counts_clash(counts: tuple[Any, ...], clashing: list[int]) -> None:
    """Counts clash where no number fits both; absent and approximate counts clash with none."""
    assert sorted(clashing_counts(effects(*counts))) == clashing


@pytest.mark.parametrize(
    ("one", "other", "clashing"),
    [
        ({"who": "soldiers"}, {"who": "soldiers"}, [0, 1]),
        ({"who": "soldiers"}, {"who": "civilians"}, []),
        ({"who": "soldiers"}, {}, []),
        ({}, {}, [0, 1]),
    ],
)
def test_counts_of_different_people_do_not_clash(
    one: dict[str, str], other: dict[str, str], clashing: list[int]
) -> None:
    """Two soldiers and three civilians can both hold; so can two soldiers and three of nobody named."""
    assert sorted(clashing_counts(effects(2, **one) + effects(3, **other))) == clashing


def test_means_have_counts_too() -> None:
    """Counts of means of one kind clash as counts of effects do."""
    means = [Means.model_validate({"kind": "uav", "count": count}) for count in (1, 2)]
    assert clashing_counts(means) == {0, 1}


ranges = st.tuples(st.one_of(st.none(), st.integers(0, 6)), st.one_of(st.none(), st.integers(0, 6))).filter(
    lambda ends: ends != (None, None) and (None in ends or ends[0] <= ends[1])
)


@given(st.lists(ranges, max_size=5))
def test_clashing_means_that_no_number_fits(given_ranges: list[tuple[int | None, int | None]]) -> None:
    """Two counts clash exactly where no number from none to more than any stated lies in both."""
    items = effects(
        *({key: end for key, end in (("min", low), ("max", high)) if end is not None} for low, high in given_ranges)
    )
    fitting = [{n for n in range(8) if (low or 0) <= n and (high is None or n <= high)} for low, high in given_ranges]
    expected = {
        one for one in range(len(fitting)) for other in range(len(fitting)) if not fitting[one] & fitting[other]
    }
    assert clashing_counts(items) == expected


def stated(value: str, time: str | None = None) -> DateStatement:
    return DateStatement.model_validate({"value": value, **({"time": time} if time else {})})


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (("2024-01-01",), ("2024-01-02",), True),
        (("2024-01-01",), ("2024-01",), False),
        (("2024-01-01",), ("2023-12-31/2024-01-01",), False),
        (("2024-01-01",), ("unknown",), False),
        (("2024-01-01",), ("XXXX-01-01",), False),
        (("2024-01-01",), ("XXXX-12-31",), True),
        (("2024-01-01",), ("[2023-12-30,2023-12-31]",), True),
        (("2024-01-01", "22:05"), ("2024-01-01", "22:10"), True),
        (("2024-01-01", "22:05"), ("2024-01-01", "22:05"), False),
        (("2024-01-01", "22:05"), ("2024-01-01",), False),
        (("2024-01-01", "22:05"), ("2024-01-01", "night"), False),
        (("2024-01-01", "22:05"), ("2024-01-01", "22:00/22:30"), False),
        (("2024-01-01", "22:05"), ("2024-01-01", "22:30/23:00"), True),
        (("2024-01-01", "23:45"), ("2024-01-01", "23:30/00:30"), False),
        (("2024-01-01", "22:00/22:30"), ("2024-01-01", "22:30/23:00"), False),
        (("2024-01-01", "22:00/22:29"), ("2024-01-01", "22:30/23:00"), True),
    ],
)
def test_which_dates_clash(one: tuple[str, ...], other: tuple[str, ...], clash: bool) -> None:
    """Dates clash where no day fits both, and clock times where no minute does; a part of the day clashes with none."""
    expected = {0, 1} if clash else set()
    assert clashing_dates([stated(*one), stated(*other)]) == expected
    assert clashing_dates([stated(*other), stated(*one)]) == expected


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ({"key": "base"}, {"key": "field"}, True),
        ({"key": "base"}, {"key": "base", "relation": "near"}, False),
        ({"key": "base"}, {"key": "north"}, False),
        ({"key": "base"}, {"key": "land", "relation": "in"}, False),
        ({"key": "base"}, {"key": "south"}, True),
        ({"key": "base", "also": ["field"]}, {"key": "field"}, False),
        ({"key": "base"}, {"as_stated": "a synthetic village", "within": "north"}, False),
        ({"key": "base"}, {"as_stated": "a synthetic village", "within": "south"}, True),
    ],
)
def test_which_locations_clash(one: dict[str, Any], other: dict[str, Any], clash: bool) -> None:
    """Locations clash where neither lies in, around or among the other."""
    within = {"land": None, "north": "land", "south": "land", "base": "north", "field": "south"}
    kinds = {"land": "country"}
    records = Records(
        locations={
            key: Location.model_validate(
                {
                    "key": key,
                    "name": f"Synthetic {key}",
                    "kind": kinds.get(key, "site"),
                    **({"within": larger} if larger else {}),
                }
            )
            for key, larger in within.items()
        }
    )
    statements = [LocationStatement.model_validate(one), LocationStatement.model_validate(other)]
    assert clashing_locations(statements, records) == ({0, 1} if clash else set())
    assert clashing_locations(statements[::-1], records) == ({0, 1} if clash else set())


@pytest.mark.parametrize(
    ("names", "clashing"),
    [
        (("group", "rivals"), [0, 1]),
        (("group", "group"), []),
        (("group", "unknown"), []),
        (("group", "militias"), []),
        (("group", "militias", "rivals"), [0, 2]),
        (("unknown", "militias"), []),
        (("group",), []),
        ((), []),
    ],
)
def test_which_attackers_clash(names: tuple[str, ...], clashing: list[int]) -> None:
    """Attackers clash where they are named differently; an unknown one and a mere label contradict nobody."""
    parts = [Involvement.model_validate({"actor": name, "role": "attacker"}) for name in names]
    assert sorted(clashing_attackers(parts, frozenset({"militias"}))) == clashing


@pytest.mark.parametrize(
    ("bases", "clashing"),
    [
        (("attributed-by-official", "denied-by-actor"), [0, 1]),
        (("denied-by-actor",), []),
        (("denied-by-actor", "denied-by-actor"), []),
    ],
)
def test_a_denial_clashes_with_the_same_actors_part(bases: tuple[str, ...], clashing: list[int]) -> None:
    """An actor's denial stands against whoever names that actor, and against no other denial."""
    parts = [Involvement.model_validate({"actor": "group", "role": "attacker", "basis": basis}) for basis in bases]
    assert sorted(clashing_attackers(parts, frozenset())) == clashing


def test_a_denial_contradicts_no_other_actor() -> None:
    """That one actor denies a part says nothing of another that is named."""
    parts = [
        Involvement.model_validate({"actor": "group", "role": "attacker", "basis": "claimed-by-actor"}),
        Involvement.model_validate({"actor": "state", "role": "attacker", "basis": "denied-by-actor"}),
    ]
    assert clashing_attackers(parts, frozenset()) == frozenset()


@pytest.mark.parametrize(("place", "clashing"), [("base", [0, 1]), ("field", [])])
def test_what_is_said_of_different_locations_does_not_clash(place: str, clashing: list[int]) -> None:
    """Counts and attackers are held against one another only where they speak of one location."""
    counts = [
        Means.model_validate({"kind": "rocket", "count": 14, "location": "base"}),
        Means.model_validate({"kind": "rocket", "count": 12, "location": place}),
    ]
    attackers = [
        Involvement.model_validate({"actor": "group", "role": "attacker", "location": "base"}),
        Involvement.model_validate({"actor": "rivals", "role": "attacker", "location": place}),
    ]
    assert sorted(clashing_counts(counts)) == clashing
    assert sorted(clashing_attackers(attackers, frozenset())) == clashing
