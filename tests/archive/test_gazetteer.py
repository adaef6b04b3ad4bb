"""The gazetteer: where locations lie, and incidents rolled up through them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.gazetteer import LocationLinks, gazetteer, locations_of
from generator.model.incident import Incident
from generator.model.location import Location
from generator.model.records import Records, ancestors


def location(key: str, within: str | None, name: str = "") -> Location:
    kind = {"kind": "area", "within": within} if within else {"kind": "country"}
    return Location.model_validate({"key": key, "name": name or f"Synthetic {key}", **kind})


def incident(number: int, where: Any) -> Incident:
    return Incident.model_validate(
        {
            "id": f"syn-{number:07}",
            "title": "Synthetic strike",
            "type": "strike",
            "date": "unknown",
            "location": where,
            "reports": [{"url": "https://item.example/", "source": "monitor"}],
            "body": "Synthetic.",
        }
    )


def records(within: dict[str, str | None], where: list[Any]) -> tuple[Records, tuple[str, ...]]:
    """Records of locations and of incidents at these places, and the incidents' ids in order."""
    incidents = {found.id: found for found in (incident(number, place) for number, place in enumerate(where))}
    return Records(
        incidents=incidents, locations={key: location(key, larger) for key, larger in within.items()}
    ), tuple(incidents)


WITHIN = {"land": None, "north": "land", "south": "land", "base": "north", "field": "south"}


def placed(*where: Any, within: dict[str, str | None] = WITHIN) -> dict[str, LocationLinks]:
    held, ordered = records(within, list(where))
    return dict(gazetteer(held, ordered))


ZERO, ONE = "syn-0000000", "syn-0000001"


def test_the_path_leads_outwards() -> None:
    """A location's path names the larger ones around it, nearest first."""
    assert {key: place.path for key, place in placed().items()} == {
        "land": (),
        "north": ("land",),
        "south": ("land",),
        "base": ("north", "land"),
        "field": ("south", "land"),
    }


def test_what_lies_inside_is_sorted_by_name() -> None:
    """A location lists those directly within it, by name and not by key."""
    locations = {
        "land": location("land", None),
        "a": location("a", "land", "Zeta"),
        "b": location("b", "land", "Alpha"),
        "c": location("c", "b", "Gamma"),
    }
    found = gazetteer(Records(locations=locations), ())
    assert {key: place.inside for key, place in found.items()} == {"land": ("b", "a"), "a": (), "b": ("c",), "c": ()}


def test_incidents_roll_up() -> None:
    """An incident stands at its own location and in all around it, in the timeline's order."""
    found = placed("base", "north")
    assert {key: place.own for key, place in found.items()} == {
        "land": (),
        "north": (ONE,),
        "south": (),
        "base": (ZERO,),
        "field": (),
    }
    assert {key: place.all for key, place in found.items()} == {
        "land": (ZERO, ONE),
        "north": (ZERO, ONE),
        "south": (),
        "base": (ZERO,),
        "field": (),
    }


def test_an_incident_at_two_locations_counts_once() -> None:
    """An incident at two locations stands at both, at the closer one where one lies in the other, and once in what is around both."""
    found = placed({"key": "base", "also": ["field", "north", "base"]})
    assert {key: (place.own, place.all) for key, place in found.items()} == {
        "land": ((), (ZERO,)),
        "north": ((), (ZERO,)),
        "south": ((), (ZERO,)),
        "base": ((ZERO,), (ZERO,)),
        "field": ((ZERO,), (ZERO,)),
    }


def test_a_location_without_a_file_counts_for_what_is_around_it() -> None:
    """An incident at a place without a file stands at the known location around it."""
    found = placed({"as_stated": "a synthetic village", "within": "north"})
    assert (found["north"].own, found["land"].all, found["base"].all) == ((ZERO,), (ZERO,), ())


def test_other_accounts_are_kept_apart() -> None:
    """Where only some reports place an incident, it is named as another account and in no count."""
    found = placed({"key": "base", "alternatives": ["field", {"key": "field", "relation": "near"}, "base"]})
    assert {key: place.alternatives for key, place in found.items()} == {
        "land": (),
        "north": (),
        "south": (),
        "base": (),
        "field": (ZERO,),
    }
    assert (found["field"].own, found["field"].all, found["south"].all) == ((), (), ())


def test_only_the_ordered_incidents_count() -> None:
    """An incident left out of the order, as withdrawn ones are, is in no list; the order given is kept."""
    held, _ = records(WITHIN, ["base", "base", "base"])
    assert gazetteer(held, ("syn-0000002", ZERO))["base"].own == ("syn-0000002", ZERO)


def test_unknown_locations_are_passed_over() -> None:
    """A key without a file, which the check reports, breaks nothing."""
    found = placed({"key": "nowhere", "also": ["base"], "alternatives": ["elsewhere"]})
    assert (found["base"].own, found["land"].all) == ((ZERO,), (ZERO,))


def test_every_location_of_another_account_leads_back() -> None:
    """A report that places an incident elsewhere does so at each location it names, and at the one around a location without a file."""
    found = placed(
        {
            "key": "base",
            "alternatives": [{"as_stated": "a synthetic village", "within": "south", "also": ["field", "base"]}],
        }
    )
    assert {key: place.alternatives for key, place in found.items()} == {
        "land": (),
        "north": (),
        "south": (ZERO,),
        "base": (),
        "field": (ZERO,),
    }


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("base", ("base",)),
        ({"key": "base", "relation": "between", "also": ["field"]}, ("base", "field")),
        ({"key": "base", "also": ["base", "field", "field"]}, ("base", "field")),
        ({"as_stated": "a synthetic village", "within": "north", "also": ["field"]}, ("north", "field")),
    ],
)
def test_where_an_incident_is_placed(where: Any, expected: tuple[str, ...]) -> None:
    """An incident's locations are its own, or the one around it, and those beside it, each once."""
    assert locations_of(incident(0, where)) == expected


KEYS = "abcdef"
trees = st.fixed_dictionaries(
    {key: st.one_of(st.none(), st.sampled_from(KEYS[:number] or "a")) for number, key in enumerate(KEYS)}
).map(lambda within: within | {"a": None})
"""Hierarchies in which each location lies in an earlier one, or in none."""
wheres = st.lists(
    st.builds(
        lambda key, also: {"key": key, "also": also}, st.sampled_from(KEYS), st.lists(st.sampled_from(KEYS), max_size=3)
    ),
    max_size=6,
)


@given(trees, wheres)
def test_a_location_holds_what_is_within_it(within: dict[str, str | None], where: list[Any]) -> None:
    """All incidents of a location are its own and all of those directly within it, each once and in the timeline's order."""
    held, ordered = records(within, where)
    found = gazetteer(held, ordered)

    def closest(one: str) -> set[str]:
        placed = locations_of(held.incidents[one])
        return {key for key in placed if not any(key in found[other].path for other in placed)}

    for place in found.values():
        together = {*place.own, *(one for key in place.inside for one in found[key].all)}
        assert place.all == tuple(one for one in ordered if one in together)
        assert place.own == tuple(one for one in ordered if place.location.key in closest(one))


@given(st.dictionaries(st.sampled_from(KEYS), st.sampled_from([*KEYS, "nowhere"])), wheres)
def test_broken_hierarchies_end(within: dict[str, str | None], where: list[Any]) -> None:
    """Circles and gaps, which the check reports, lose no incident and repeat none."""
    held, ordered = records(within, where)
    for key, place in gazetteer(held, ordered).items():
        assert place.path == tuple(around for around in ancestors(key, within) if around in within)
        assert len(set(place.all)) == len(place.all)
        assert set(place.own) <= set(place.all)
