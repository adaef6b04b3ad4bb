"""The archive's own words: one for every code of the record model, and numbers as stated."""

from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.relations import RelationKind
from generator.model.account import Involvement
from generator.model.actor import ActorKind
from generator.model.counts import CountRange
from generator.model.incident import Correction, Incident, RelativeDate, Withdrawn
from generator.model.location import LocationKind, Relation
from generator.model.report import Claim, Nature, Stance
from generator.model.series import Series
from generator.model.source import SourceKind
from generator.pages import wording
from generator.pages.wording import count_words, placed


def codes(hint: Any) -> set[str]:
    """The codes that a field or an alias allows."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    return {code for part in get_args(hint) if part is not type(None) for code in codes(part)}


def field(model: Any, name: str) -> set[str]:
    return codes(get_type_hints(model, include_extras=True)[name])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("STANCES", codes(Stance)),
        ("STANCE_CELLS", codes(Stance)),
        ("BASES", field(Involvement, "basis")),
        ("ROLES", field(Involvement, "role")),
        ("RESPONSIBILITY", field(Incident, "claims_of_responsibility")),
        ("RELATIONS", codes(RelationKind)),
        ("RELATIVE_TIMES", field(RelativeDate, "relation")),
        ("LOCATION_RELATIONS", codes(Relation)),
        ("LOCATION_KINDS", codes(LocationKind)),
        ("SOURCE_KINDS", codes(SourceKind)),
        ("ACTOR_KINDS", codes(ActorKind)),
        ("NATURES", codes(Nature)),
        ("CLAIM_KINDS", field(Claim, "kind")),
        ("CLAIM_REASONS", field(Claim, "kind") - {"event"}),
        ("DISPOSITIONS", field(Claim, "disposition")),
        ("SERIES_KINDS", field(Series, "kind")),
        ("WITHDRAWALS", field(Withdrawn, "reason")),
        ("CORRECTION_KINDS", field(Correction, "kind")),
    ],
)
def test_every_code_has_its_words(words: str, expected: set[str]) -> None:
    """Each code of the model has its words, and no words are for a code the model does not have."""
    assert expected
    assert set(getattr(wording, words)) == expected


def test_no_two_codes_share_their_words() -> None:
    """Readers can tell codes of one kind apart, except for stances in the table, where one cell may mean the same."""
    tables = {name: table for name, table in vars(wording).items() if isinstance(table, dict) and name.isupper()}
    assert [name for name, table in tables.items() if len(set(table.values())) != len(table)] == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ({"min": 3, "max": 3}, "3"),
        ({"min": 0, "max": 0}, "none"),
        ({"min": 2, "max": 4}, "2 to 4"),
        ({"min": 0, "max": 4}, "0 to 4"),
        ({"min": 10}, "at least 10"),
        ({"min": 0}, "at least 0"),
        ({"max": 4}, "at most 4"),
        ({"min": 3, "max": 3, "approximate": True}, "about 3"),
        ({"min": 2, "max": 4, "approximate": True}, "about 2 to 4"),
        ({"min": 10, "approximate": True}, "at least about 10"),
        ({"max": 4, "approximate": True}, "at most about 4"),
        ({"min": 0, "max": 0, "approximate": True}, "none"),
    ],
)
def test_counts_in_words(count: dict[str, Any], words: str) -> None:
    """A count says what is stated: exact, a range, open on one side, about; none only for a stated zero."""
    assert count_words(CountRange.model_validate(count)) == words


@given(st.integers(0, 50), st.integers(0, 50), st.booleans())
def test_counts_keep_their_numbers(low: int, high: int, approximate: bool) -> None:
    """Every number stated stands in the words, unless it is a plain zero."""
    low, high = sorted((low, high))
    words = count_words(CountRange(min=low, max=high, approximate=approximate))
    expected = [] if low == high == 0 else [low] if low == high else [low, high]
    assert [int(word) for word in words.split() if word.isdigit()] == expected


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("at", "North quay"),
        ("near", "near North quay"),
        ("in", "somewhere in North quay"),
        ("over", "over North quay"),
        ("between", "between North quay"),
    ],
)
def test_a_location_as_an_incident_stands_to_it(relation: Relation, words: str) -> None:
    """The relation stands before the location, and nothing where the incident is at it."""
    assert placed(relation, "North quay") == words
