"""Holdings: which incidents stand beside a count, and when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic_counts import archive, incident, struck

from generator.archive.holdings import Held, Holdings, Scope, holdings
from generator.model.edtf import parse_edtf
from generator.model.incident import Incident

JANUARY = (date(2024, 1, 1), date(2024, 1, 31))


LAND = Scope(("land",))


def held(*entries: Incident, scope: Scope = LAND) -> Held:
    return holdings(archive(*entries), scope).between(*JANUARY)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-01-01", Held(1, 1, 0, 0, 0, 0)),
        ("2024-01-31", Held(1, 1, 0, 0, 0, 0)),
        ("2024-01", Held(1, 1, 0, 0, 0, 0)),
        ("2024-01-31/2024-02-01", Held(0, 0, 1, 0, 1, 0)),
        ("2023", Held(0, 0, 0, 0, 0, 0)),
        ("2024", Held(0, 0, 1, 0, 1, 0)),
        ("2023-12-31", Held(0, 0, 0, 0, 0, 0)),
        ("2024-02-01", Held(0, 0, 0, 0, 0, 0)),
        ("[2023-12-31,2024-02-01]", Held(0, 0, 0, 0, 0, 0)),
        ("[2023-12-31,2024-01-01]", Held(0, 0, 1, 0, 1, 0)),
        ("unknown", Held(0, 0, 0, 1, 0, 1)),
        ("../2023-12-31", Held(0, 0, 0, 0, 0, 0)),
        ("../2024-01-05", Held(0, 0, 0, 1, 0, 1)),
        ("XXXX-01-05", Held(0, 0, 0, 1, 0, 1)),
        ("XXXX-02-05", Held(0, 0, 0, 0, 0, 0)),
    ],
)
def test_a_date_is_within_may_be_or_is_not(day: str, expected: Held) -> None:
    """Within is what cannot lie outside; a date that only may lie between the two days is told apart, as is an open one."""
    assert held(incident(1, day)) == expected


DAYS = st.integers(0, 60).map(lambda number: date(2023, 12, 15) + timedelta(days=number))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))


@given(st.lists(st.tuples(SPANS, st.integers(1, 3)), max_size=12), SPANS)
def test_what_is_held_adds_up(spans: list[tuple[tuple[date, date], int]], period: tuple[date, date]) -> None:
    """Within and possibly together are what meets the time at all; each location of what is within counts."""
    first, last = period
    found = Holdings(tuple((parse_edtf(f"{lower}/{upper}"), places) for (lower, upper), places in spans))
    inside = [places for (lower, upper), places in spans if first <= lower and upper <= last]
    meeting = [places for (lower, upper), places in spans if lower <= last and upper >= first]
    assert found.between(first, last) == Held(
        len(inside), sum(inside), len(meeting) - len(inside), 0, sum(meeting) - sum(inside), 0
    )


def test_a_scope_has_everything_within_its_locations_once() -> None:
    """An incident within a location is in its scope; one within two locations of a scope is one incident."""
    entries = (incident(1, "2024-01-05"), incident(2, "2024-01-05", "north"), incident(3, "2024-01-05", "abroad"))
    assert held(*entries) == Held(2, 2, 0, 0, 0, 0)
    assert held(*entries, scope=Scope(("base",))) == Held(1, 1, 0, 0, 0, 0)
    assert held(*entries, scope=Scope(("land", "north"))) == Held(2, 2, 0, 0, 0, 0)
    assert held(*entries, scope=Scope(("abroad", "land"))) == Held(3, 3, 0, 0, 0, 0)
    assert held(*entries, scope=Scope(("nowhere",))) == Held(0, 0, 0, 0, 0, 0)


def test_a_withdrawn_incident_is_in_no_holding() -> None:
    """What no longer stands is counted nowhere."""
    gone = incident(1, "2024-01-05", withdrawn={"on": "2024-02-01", "reason": "not-an-incident"})
    assert held(gone, incident(2, "2024-01-06")) == Held(1, 1, 0, 0, 0, 0)


def test_places_count_each_closest_location_in_the_scope() -> None:
    """An incident counts once for each of its locations, not for one that lies around another, nor for one outside."""
    at_two = {"key": "base", "also": ["camp"]}
    assert held(incident(1, "2024-01-05", at_two)) == Held(1, 2, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", at_two), scope=Scope(("camp",))) == Held(1, 1, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", {"key": "base", "also": ["north"]})) == Held(1, 1, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", {"key": "base", "also": ["abroad"]})) == Held(1, 1, 0, 0, 0, 0)


def test_places_count_what_only_may_lie_there_too() -> None:
    """What may lie in the time, dated or not, is given by incident and once for each of its locations."""
    at_two = {"key": "base", "also": ["camp"]}
    entries = (incident(1, "2024-01-31/2024-02-01", at_two), incident(2, "unknown", at_two), incident(3, "unknown"))
    assert held(*entries) == Held(0, 0, 1, 2, possibly_places=2, undated_places=3)


ARMY = Scope(("land",), ("army",))


def test_only_incidents_stand_beside_in_which_the_actor_is_struck() -> None:
    """The actor or a part of it must be struck: as the target's operator or in the role of target."""
    attacked_by = {"actors": [{"actor": "army", "role": "attacker", "basis": "claimed-by-actor"}]}
    aimed_at = {"actors": [{"actor": "brigade", "role": "target"}]}
    assert held(incident(1, "2024-01-05"), scope=ARMY) == Held(0, 0, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", **struck("group")), scope=ARMY) == Held(0, 0, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", **attacked_by), scope=ARMY) == Held(0, 0, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", **struck("army")), scope=ARMY) == Held(1, 1, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", **struck("brigade")), scope=ARMY) == Held(1, 1, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", **aimed_at), scope=ARMY) == Held(1, 1, 0, 0, 0, 0)


def test_a_part_that_is_counted_does_not_stand_for_the_whole() -> None:
    """Where the count is of a part, an incident in which only the whole is named struck does not stand beside it."""
    assert held(incident(1, "2024-01-05", **struck("army")), scope=Scope(("land",), ("brigade",))) == Held(
        0, 0, 0, 0, 0, 0
    )


def test_only_locations_count_at_which_the_actor_is_struck() -> None:
    """Where a target is said to stand at one of several locations, the others do not count for its holder."""
    at_two = {"key": "base", "also": ["camp"]}
    over_the_border = {"key": "abroad", "also": ["camp"]}
    assert held(incident(1, "2024-01-05", at_two, **struck("army")), scope=ARMY) == Held(1, 2, 0, 0, 0, 0)
    assert held(incident(1, "2024-01-05", at_two, **struck("army", location="camp")), scope=ARMY) == Held(
        1, 1, 0, 0, 0, 0
    )
    assert held(incident(1, "2024-01-05", at_two, **struck("army", location="north")), scope=ARMY) == Held(
        1, 2, 0, 0, 0, 0
    )
    assert held(incident(1, "2024-01-05", over_the_border, **struck("army", location="abroad")), scope=ARMY) == Held(
        0, 0, 0, 0, 0, 0
    )
