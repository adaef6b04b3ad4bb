"""Who says what, as values: rows, the reports behind each statement, and which statements cannot all hold."""

from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.model.account import Effect, Involvement, Means, Target
from generator.model.incident import DateStatement, Incident
from generator.model.location import LocationStatement
from generator.pages.account_table import (
    TableRow,
    Told,
    account_table,
    actor_words,
    effect_words,
    means_words,
    target_words,
    told_by,
    when_words,
    where_words,
)
from generator.pages.citation_view import numbers_of

ONE = {"url": "https://one.example/", "source": "observatory", "ref": "one"}
TWO = {"url": "https://two.example/", "source": "relay-daily", "ref": "two"}
THREE = {"report": "original-item"}
PLAIN: dict[str, Any] = {
    "id": "syb-0000001",
    "title": "Synthetic strike",
    "type": "strike",
    "date": "2024-01-05",
    "location": "alpha-base",
    "reports": [ONE, TWO, THREE],
    "body": "Synthetic.",
}


def incident(**more: Any) -> Incident:
    return Incident.model_validate(PLAIN | more)


def rows(archive: Archive, **more: Any) -> dict[str, list[tuple[str, tuple[int, ...], bool]]]:
    """The table: for each question the words, the numbers of the reports and whether they differ."""
    return {
        row.question: [(told.words, told.citations, told.differs) for told in row.told]
        for row in account_table(archive, incident(**more))
    }


def test_questions_nothing_answers_are_left_out(tiny_archive: Archive) -> None:
    """A record always says whether, when and where; other questions stand only where something answers them, in one order."""
    assert list(rows(tiny_archive)) == ["Did it happen?", "When?", "Where?"]
    everything = {
        "effects": [{"kind": "injured"}],
        "actors": [{"actor": "test-front", "role": "attacker"}],
        "means": [{"kind": "uav"}],
        "target": [{"kind": "military-base"}],
    }
    assert list(rows(tiny_archive, **everything)) == [
        "Did it happen?",
        "When?",
        "Where?",
        "What was struck?",
        "With what?",
        "With what effect?",
        "By whom?",
    ]


def test_only_attackers_answer_by_whom(tiny_archive: Archive) -> None:
    """Targets, responders and interceptors are no answer to the question by whom."""
    others = [{"actor": "test-forces", "role": role} for role in ("target", "responder", "interceptor")]
    assert "By whom?" not in rows(tiny_archive, actors=others)


@pytest.mark.parametrize(
    ("stances", "told"),
    [
        (("reports", "reports", "reports"), [("Yes", (1, 2, 3), False)]),
        (
            ("reports", "claims", "confirms"),
            [("Yes", (1,), False), ("Yes, claimed", (2,), False), ("Yes, confirmed on the record", (3,), False)],
        ),
        (
            ("reports", "denies", "mentions"),
            [("Yes", (1,), True), ("No, denied", (2,), True), ("Not said", (3,), False)],
        ),
        (
            ("unverified", "denies", "reports"),
            [("Unverified", (1,), False), ("No, denied", (2,), True), ("Yes", (3,), True)],
        ),
        (("reports", "corrects", "reports"), [("Yes", (1, 3), True), ("Otherwise", (2,), True)]),
        (("denies", "denies", "denies"), [("No, denied", (1, 2, 3), False)]),
        (("mentions", "unverified", "mentions"), [("Not said", (1, 3), False), ("Unverified", (2,), False)]),
    ],
)
def test_whether_it_happened(
    tiny_archive: Archive, stances: tuple[str, ...], told: list[tuple[str, tuple[int, ...], bool]]
) -> None:
    """Every report answers by its stance; a denial differs from an assertion, and neither from what leaves it open."""
    reports = [report | {"stance": stance} for report, stance in zip((ONE, TWO, THREE), stances, strict=True)]
    assert rows(tiny_archive, reports=reports)["Did it happen?"] == told


def test_each_statement_keeps_its_reports(tiny_archive: Archive) -> None:
    """A statement stands under the reports it names, by ref or by key, in the record's order; the same words are said once."""
    effects = [
        {"kind": "injured", "report": "two"},
        {"kind": "injured", "report": ["original-item", "one"]},
        {"kind": "injured", "who": "soldiers"},
    ]
    assert rows(tiny_archive, effects=effects)["With what effect?"] == [
        ("Injured", (2, 3, 1), False),
        ("Injured, soldiers", (), False),
    ]


def test_dates_that_cannot_both_hold_differ(tiny_archive: Archive) -> None:
    """Two days differ; a day and its month do not."""
    date = {
        "value": "2024-01-05",
        "report": "one",
        "alternatives": [{"value": "2024-01-06", "report": "two"}, {"value": "2024-01", "report": "original-item"}],
    }
    assert rows(tiny_archive, date=date)["When?"] == [
        ("5 January 2024", (1,), True),
        ("6 January 2024", (2,), True),
        ("January 2024", (3,), False),
    ]


def test_places_that_cannot_both_hold_differ(tiny_archive: Archive) -> None:
    """Two places apart differ; a place and what is around it do not."""
    location = {
        "key": "alpha-base",
        "report": "one",
        "alternatives": [
            {"key": "beta-field", "report": "two"},
            {"key": "northshire", "relation": "in", "report": "original-item"},
        ],
    }
    assert rows(tiny_archive, location=location)["Where?"] == [
        ("Alpha base", (1,), True),
        ("Beta field", (2,), True),
        ("somewhere in Northshire", (3,), False),
    ]


def test_counts_that_cannot_both_hold_differ(tiny_archive: Archive) -> None:
    """Of counts of one thing, those differ that no number fits; others do not."""
    effects = [
        {"kind": "injured", "count": 2, "report": "one"},
        {"kind": "injured", "count": {"min": 3}, "report": "two"},
        {"kind": "injured", "count": {"min": 1}, "report": "original-item"},
        {"kind": "injured", "who": "soldiers", "count": 9},
    ]
    assert rows(tiny_archive, effects=effects)["With what effect?"] == [
        ("Injured: 2", (1,), True),
        ("Injured: at least 3", (2,), True),
        ("Injured: at least 1", (3,), False),
        ("Injured, soldiers: 9", (), False),
    ]
    means = [{"kind": "uav", "count": 1, "report": "one"}, {"kind": "uav", "count": 2, "report": "two"}]
    assert rows(tiny_archive, means=means)["With what?"] == [
        ("Synthetic drone: 1", (1,), True),
        ("Synthetic drone: 2", (2,), True),
    ]


def test_attackers_named_differently_differ(tiny_archive: Archive) -> None:
    """Two actors named as attackers differ; that it is not known contradicts nobody."""
    actors = [
        {"actor": "test-front", "role": "attacker", "report": "one"},
        {"actor": "test-forces", "role": "attacker", "report": "two"},
        {"actor": "unknown", "role": "attacker"},
    ]
    assert rows(tiny_archive, actors=actors)["By whom?"] == [
        ("Synthetic Front", (1,), True),
        ("Forces of Testland", (2,), True),
        ("not known", (), False),
    ]


def test_a_record_with_one_report(tiny_archive: Archive) -> None:
    """What a record with one report states, that report says, whether tied to it or not."""
    assert rows(tiny_archive, reports=[ONE]) == {
        "Did it happen?": [("Yes", (1,), False)],
        "When?": [("5 January 2024", (1,), False)],
        "Where?": [("Alpha base", (1,), False)],
    }


def test_what_a_row_knows() -> None:
    """A row finds what one report says, what no report is tied to, and what differs."""
    yes, no, untied = Told("yes", (1, 2), differs=True), Told("no", (3,), differs=True), Told("perhaps", ())
    row = TableRow("Synthetic?", (yes, no, untied))
    assert (row.by(1), row.by(3), row.by(4)) == ((yes,), (no,), ())
    assert (row.tied, row.unattributed, row.differing) == (True, (untied,), (yes, no))
    assert TableRow("Synthetic?", (untied,)).tied is False


def test_which_citations_a_name_means() -> None:
    """A name means the citation with that ref; only where none has it, those of the report with that key."""
    both = incident(
        reports=[ONE | {"ref": "original-item"}, THREE, {"report": "original-item", "ref": "again"}]
    ).reports
    assert (numbers_of(both, ("original-item",)), numbers_of(both, ("again",)), numbers_of(both, ("nobody",))) == (
        (1,),
        (3,),
        (),
    )
    assert numbers_of(incident(reports=[THREE, THREE]).reports, ("original-item",)) == (1, 2)


def drone(*names: str) -> Means:
    return Means.model_validate({"kind": "uav", "report": list(names)})


def test_who_told_it() -> None:
    """Numbers count from one, each once; what names no report is the only report's, and nobody's where there are several."""
    assert told_by(incident(), drone("two", "original-item", "two")) == (2, 3)
    assert told_by(incident(), drone()) == ()
    assert told_by(incident(reports=[ONE]), drone()) == (1,)


@pytest.mark.parametrize(
    ("record", "question", "told"),
    [
        (
            {"actors": [{"actor": "test-front", "role": "attacker", "basis": "inferred-by-editors"}]},
            "By whom?",
            [("Synthetic Front, inferred by the editors", (), False)],
        ),
        (
            {"actors": [{"actor": "test-front", "role": "attacker", "basis": "inferred-by-editors", "report": "one"}]},
            "By whom?",
            [("Synthetic Front, inferred by the editors", (1,), False)],
        ),
        (
            {"actors": [{"actor": "test-front", "role": "attacker", "basis": "attributed-by-report"}]},
            "By whom?",
            [("Synthetic Front, attributed by a report", (1,), False)],
        ),
        ({"date": {"value": "2024-01-05", "basis": "Synthetic reckoning"}}, "When?", [("5 January 2024", (), False)]),
        (
            {"date": {"value": "2024-01-05", "basis": "Synthetic reckoning", "report": "one"}},
            "When?",
            [("5 January 2024", (1,), False)],
        ),
        (
            {"date": {"value": "2024-01-05", "alternatives": ["2024-01-06"]}},
            "When?",
            [("5 January 2024", (), True), ("6 January 2024", (), True)],
        ),
        (
            {"date": {"value": "2024-01-05", "alternatives": [{"value": "2024-01-06", "report": "one"}]}},
            "When?",
            [("5 January 2024", (), True), ("6 January 2024", (1,), True)],
        ),
        ({"location": {"key": "alpha-base", "basis": "Synthetic map"}}, "Where?", [("Alpha base", (), False)]),
        (
            {"location": {"key": "alpha-base", "alternatives": ["beta-field"]}},
            "Where?",
            [("Alpha base", (), True), ("Beta field", (), True)],
        ),
    ],
)
def test_what_the_editors_judge_is_not_laid_on_the_only_report(
    tiny_archive: Archive, record: dict[str, Any], question: str, told: list[tuple[str, tuple[int, ...], bool]]
) -> None:
    """Of a record with one report, an inference of the editors, a date or place with a basis, and one of several are tied to it only by name."""
    assert rows(tiny_archive, reports=[ONE], **record)[question] == told


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ({"value": "2024-01-05"}, "5 January 2024"),
        ({"value": "2024-01-05", "time": "22:05"}, "5 January 2024, 22:05"),
        ({"value": "2024-01-05", "time": "night"}, "5 January 2024, at night"),
        ({"value": "XXXX-12-31", "anchor": "reported"}, "31 December, year not stated, date of the report"),
        ({"value": "unknown"}, "date not known"),
    ],
)
def test_when_in_words(statement: dict[str, Any], words: str) -> None:
    """A date with its time of day, saying no more than is stated."""
    assert when_words(DateStatement.model_validate(statement)) == words


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ({"key": "alpha-base"}, "Alpha base"),
        ({"key": "alpha-base", "relation": "near"}, "near Alpha base"),
        ({"key": "northshire", "relation": "in"}, "somewhere in Northshire"),
        ({"key": "alpha-base", "relation": "over"}, "over Alpha base"),
        ({"key": "alpha-base", "relation": "between", "also": ["beta-field"]}, "between Alpha base and Beta field"),
        ({"key": "alpha-base", "also": ["beta-field"]}, "Alpha base and Beta field"),
        ({"as_stated": "a village", "within": "northshire"}, "“a village”, in Northshire"),
        ({"as_stated": "Hidden Cove", "within": "northshire", "relation": "near"}, "near “Hidden Cove”, in Northshire"),
        (
            {
                "as_stated": "Hidden Cove",
                "within": "northshire",
                "relation": "near",
                "also": ["alpha-base", "beta-field"],
            },
            "near “Hidden Cove”, in Northshire, and Alpha base and Beta field",
        ),
        ({"as_stated": "قرية", "within": "northshire"}, "“\u2068قرية\u2069”, in Northshire"),
    ],
)
def test_where_in_words(tiny_archive: Archive, statement: dict[str, Any], words: str) -> None:
    """A location with its relation; one without a file in the report's words, kept apart where they run from right to left."""
    assert where_words(tiny_archive, LocationStatement.model_validate(statement)) == words


def test_what_in_words(tiny_archive: Archive) -> None:
    """Targets, means and effects go by the words of the vocabularies, with holder, number and whom; a word without a list entry stands as it is."""

    def target(**more: Any) -> str:
        return target_words(tiny_archive, Target.model_validate({"kind": "military-base", **more}))

    def means(**more: Any) -> str:
        return means_words(tiny_archive, Means.model_validate({"kind": "uav", **more}))

    def effect(**more: Any) -> str:
        return effect_words(tiny_archive, Effect.model_validate({"kind": "injured", **more}))

    assert (target(), target(operator="test-forces"), target(kind="pier"), target(location="beta-field")) == (
        "Synthetic base",
        "Synthetic base (Forces of Testland)",
        "pier",
        "Synthetic base at Beta field",
    )
    assert (means(), means(count=2), means(count={"min": 10}), means(count=2, location="alpha-base")) == (
        "Synthetic drone",
        "Synthetic drone: 2",
        "Synthetic drone: at least 10",
        "Synthetic drone at Alpha base: 2",
    )
    assert (effect(), effect(who="soldiers"), effect(count=0), effect(who="soldiers", count={"min": 1, "max": 3})) == (
        "Injured",
        "Injured, soldiers",
        "Injured: none",
        "Injured, soldiers: 1 to 3",
    )
    assert effect(who="soldiers", count=0, location=["alpha-base", "beta-field"]) == (
        "Injured at Alpha base and Beta field, soldiers: none"
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"actor": "test-front"}, "Synthetic Front"),
        ({"actor": "unknown", "basis": "attributed-by-report"}, "not known"),
        ({"actor": "unknown", "as_stated": "actors opposed to it"}, "not known, “actors opposed to it”"),
        ({"actor": "test-front", "basis": "claimed-by-actor"}, "Synthetic Front, by its own claim"),
        (
            {"actor": "test-front", "basis": "inferred-by-editors", "as_stated": "fighters"},
            "Synthetic Front, “fighters”, inferred by the editors",
        ),
        ({"actor": "test-front", "basis": "denied-by-actor"}, "Synthetic Front, denies having taken part"),
        (
            {"actor": "test-front", "basis": "claimed-by-actor", "location": "alpha-base"},
            "Synthetic Front at Alpha base, by its own claim",
        ),
    ],
)
def test_by_whom_in_words(tiny_archive: Archive, part: dict[str, str], words: str) -> None:
    """An attacker stands with the report's words and on whose word it is named; of an unknown one there is nothing to attribute."""
    assert actor_words(tiny_archive, Involvement.model_validate({"role": "attacker", **part})) == words
