"""Relations between incidents, seen from both ends."""

from typing import Any

import pytest

from generator.archive.relations import Relation, published_relations, relations
from generator.model.incident import Incident

ONE, TWO, THREE = "syn-0000001", "syn-0000002", "syn-0000003"


def incident(key: str, **more: Any) -> Incident:
    return Incident.model_validate(
        {
            "id": key,
            "title": "Synthetic strike",
            "type": "strike",
            "date": "2024-01-01",
            "location": "base",
            "reports": [{"url": "https://item.example/", "source": "monitor"}],
            "body": "Synthetic.",
            **more,
        }
    )


def found(**more: dict[str, Any]) -> dict[str, list[tuple[str, str, str | None]]]:
    """The relations of three incidents: kind, other incident, basis."""
    held = {key: incident(key, **more.get(name, {})) for name, key in (("one", ONE), ("two", TWO), ("three", THREE))}
    return {key: [(link.kind, link.other, link.basis) for link in links] for key, links in relations(held).items()}


@pytest.mark.parametrize(
    ("relation", "back"),
    [
        ("same-report", "same-report"),
        ("follows", "followed-by"),
        ("response-to", "answered-by"),
        ("possibly-same", "possibly-same"),
        ("not-same", "not-same"),
    ],
)
def test_a_link_is_seen_from_both_ends(relation: str, back: str) -> None:
    """A link that one record states stands on both, with its basis, in the words of each end."""
    assert found(one={"related": [{"id": TWO, "relation": relation, "basis": "synthetic"}]}) == {
        ONE: [(relation, TWO, "synthetic")],
        TWO: [(back, ONE, "synthetic")],
        THREE: [],
    }


def test_a_relative_date_is_a_link() -> None:
    """An incident dated by another is linked with it, from the date and from other accounts of it, with how they stand."""
    relative = {"relation": "shortly-after", "to": TWO}
    other = {"relation": "before", "to": THREE}
    date = {"value": "2024-01-01", "relative": relative, "alternatives": [{"value": "2024-01-02", "relative": other}]}
    assert found(one={"date": date}) == {
        ONE: [("relative-to", TWO, "shortly-after"), ("relative-to", THREE, "before")],
        TWO: [("relative-of", ONE, "shortly-after")],
        THREE: [("relative-of", ONE, "before")],
    }


def test_a_merged_record_is_a_link() -> None:
    """A withdrawn record and the one that holds its content now are linked."""
    withdrawn = {"on": "2024-02-01", "reason": "duplicate", "merged_into": TWO}
    assert found(one={"withdrawn": withdrawn}) == {
        ONE: [("merged-into", TWO, None)],
        TWO: [("merged-from", ONE, None)],
        THREE: [],
    }
    assert found(one={"withdrawn": {"on": "2024-02-01", "reason": "safety"}}) == {ONE: [], TWO: [], THREE: []}


def test_a_link_stated_at_both_ends_stands_once() -> None:
    """Where both records state a link, each shows it once, with its own basis."""
    related = {"relation": "same-report"}
    assert found(
        one={"related": [{"id": TWO, **related, "basis": "first"}]},
        two={"related": [{"id": ONE, **related, "basis": "second"}]},
    ) == {
        ONE: [("same-report", TWO, "first")],
        TWO: [("same-report", ONE, "second")],
        THREE: [],
    }


def test_two_accounts_of_a_relative_date_both_stand() -> None:
    """Where accounts date an incident differently by one other, both are shown."""
    date = {
        "value": "2024-01-01",
        "relative": {"relation": "before", "to": TWO},
        "alternatives": [{"value": "2024-01-02", "relative": {"relation": "after", "to": TWO}}],
    }
    assert found(one={"date": date}) == {
        ONE: [("relative-to", TWO, "after"), ("relative-to", TWO, "before")],
        TWO: [("relative-of", ONE, "after"), ("relative-of", ONE, "before")],
        THREE: [],
    }


def test_two_different_links_both_stand() -> None:
    """Two records may be linked in two ways; links come by kind, then by id."""
    assert found(
        one={
            "related": [
                {"id": THREE, "relation": "same-report"},
                {"id": TWO, "relation": "same-report"},
                {"id": TWO, "relation": "follows"},
            ]
        }
    ) == {
        ONE: [("follows", TWO, None), ("same-report", TWO, None), ("same-report", THREE, None)],
        TWO: [("followed-by", ONE, None), ("same-report", ONE, None)],
        THREE: [("same-report", ONE, None)],
    }


def test_links_to_nothing_and_to_itself_are_passed_over() -> None:
    """A link to a missing record or to the record itself, which the check reports, is no relation."""
    assert found(
        one={"related": [{"id": "syn-0000009", "relation": "follows"}, {"id": ONE, "relation": "follows"}]}
    ) == {ONE: [], TWO: [], THREE: []}


def test_a_relation_is_a_plain_value() -> None:
    """Equal relations are equal and can be kept in sets."""
    assert {Relation("follows", ONE), Relation("follows", ONE)} == {Relation("follows", ONE, None)}


def test_what_a_withdrawn_record_said_is_withdrawn_with_it() -> None:
    """Readers see a withdrawn record where another names it or took it in, and never what it said of another."""
    gone = {"withdrawn": {"on": "2024-02-01", "reason": "duplicate", "merged_into": TWO}}
    said = {
        "related": [
            {"id": THREE, "relation": "follows", "basis": "withdrawn words"},
            {"id": TWO, "relation": "possibly-same", "basis": "withdrawn words"},
        ]
    }
    naming = {"related": [{"id": ONE, "relation": "possibly-same", "basis": "own words"}]}
    held = {key: incident(key, **more) for key, more in ((ONE, gone | said), (TWO, naming), (THREE, {}))}
    linked = relations(held)
    assert published_relations(linked[TWO], held[TWO], held) == (
        Relation("merged-from", ONE),
        Relation("possibly-same", ONE),
    )
    assert published_relations(linked[THREE], held[THREE], held) == ()


def test_what_standing_records_say_is_published() -> None:
    """Between records that stand every relation is published, with its basis."""
    held = {ONE: incident(ONE, related=[{"id": TWO, "relation": "follows", "basis": "synthetic"}]), TWO: incident(TWO)}
    linked = relations(held)
    assert published_relations(linked[TWO], held[TWO], held) == (Relation("followed-by", ONE, "synthetic"),)


def test_a_basis_is_not_lost() -> None:
    """Where only one of two records that state a link gives a basis, both ends show it."""
    assert found(
        one={"related": [{"id": TWO, "relation": "same-report"}]},
        two={"related": [{"id": ONE, "relation": "same-report", "basis": "second"}]},
    ) == {
        ONE: [("same-report", TWO, "second")],
        TWO: [("same-report", ONE, "second")],
        THREE: [],
    }
