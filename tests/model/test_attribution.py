"""Lines of origin and the ceilings of statuses: the whole table, from citations to status."""

from datetime import date
from typing import Any

import pytest
from synthetic_project import LEAST, REGISTRY

from generator.checking.check import check
from generator.model.actor import Actor
from generator.model.attribution import (
    Ceiling,
    Root,
    ceiling_of,
    lines_of,
    parties_to,
    root_of_chain,
    roots_of,
    struck_by,
)
from generator.model.incident import Incident
from generator.model.records import Records
from generator.model.report import Citation, Report
from generator.model.source import Source
from generator.model.status import LADDER, STATUSES, exceeds, meaning_of
from generator.reading.folder import Reading
from generator.reading.places import REGISTRY_FOLDERS
from generator.reading.record_file import RawRecord, read_record

KINDS = {
    "army": ("state-forces", None),
    "brigade": ("state-forces", "army"),
    "coalition": ("coalition", None),
    "ministry": ("government", None),
    "militia": ("political-militia", "army"),
    "foreign": ("external-forces", None),
    "umbrella": ("umbrella", None),
    "group": ("armed-group", "umbrella"),
    "rivals": ("rebel-group", None),
}
"""Invented actors: their kind and whom they belong to."""

SPEAK_FOR = {
    "ghost-channel": "unknown",
    "militia-channel": "militia",
    "army-office": "army",
    "brigade-office": "brigade",
    "group-channel": "group",
    "umbrella-channel": "umbrella",
    "ministry-office": "ministry",
    "foreign-office": "foreign",
    "coalition-office": "coalition",
    "rivals-channel": "rivals",
    "bystander-office": "bystander",
}
OTHERS = ("monitor", "agency", "relay", "radio")

RECORDS = Records(
    actors={
        key: Actor.model_validate(
            {"key": key, "name": f"Synthetic {key}", "kind": kind, **({"part_of": wider} if wider else {})}
        )
        for key, (kind, wider) in KINDS.items()
    },
    sources={
        **{
            key: Source.model_validate({"key": key, "name": key, "kind": "official", "represents": actor})
            for key, actor in SPEAK_FOR.items()
        },
        **{key: Source.model_validate({"key": key, "name": key, "kind": "online"}) for key in OTHERS},
        "hidden": Source.model_validate({"key": "hidden", "name": "hidden", "kind": "radio", "status": "unidentified"}),
        "veiled": Source.model_validate(
            {"key": "veiled", "name": "veiled", "kind": "tv", "status": "unidentified", "represents": "army"}
        ),
    },
    reports={
        "rewrite": Report.model_validate(
            {"key": "rewrite", "source": "relay", "url": "https://relay.example/", "nature": "rewrite"}
        ),
        "piece": Report.model_validate({"key": "piece", "source": "agency", "url": "https://agency.example/"}),
        "copy": Report.model_validate(
            {
                "key": "copy",
                "source": "relay",
                "url": "https://relay.example/copy",
                "nature": "rewrite",
                "derived_from": ["piece"],
            }
        ),
        "copy-of-copy": Report.model_validate(
            {"key": "copy-of-copy", "source": "radio", "url": "https://radio.example/", "derived_from": ["copy"]}
        ),
        "orphan": Report.model_validate({"key": "orphan", "source": "nobody", "url": "https://orphan.example/"}),
    },
)

STRUCK = {"target": [{"kind": "base", "operator": "army"}], "actors": [{"actor": "group", "role": "attacker"}]}
"""The group attacks a base that the army holds."""


def cited(source: str | dict[str, str], stance: str = "reports", **more: Any) -> dict[str, Any]:
    """A citation of an item that `source` published."""
    return {"url": "https://item.example/", "source": source, "stance": stance, **more}


def incident(*reports: dict[str, Any], **more: Any) -> Incident:
    """A synthetic incident on these reports."""
    return Incident.model_validate(
        {
            "id": "syn-0000001",
            "title": "Synthetic strike",
            "type": "strike",
            "date": "unknown",
            "location": "somewhere",
            "reports": list(reports),
            "body": "Synthetic.",
            **more,
        }
    )


def ceiling(*reports: dict[str, Any], **more: Any) -> tuple[str, str]:
    """The ceiling of an incident on these reports, and why."""
    found = ceiling_of(incident(*reports, **more), RECORDS)
    return found.status, found.because


def root_names(citation: dict[str, Any]) -> list[str]:
    """The roots of one citation by name."""
    return [root.name for root in roots_of(Citation.model_validate(citation), RECORDS)]


def lines(*reports: dict[str, Any], **more: Any) -> list[tuple[str, bool, tuple[int, ...], bool]]:
    """The lines of an incident: root, whether a party, citations, whether it asserts."""
    return [
        (line.root.name, line.party, line.citations, line.asserting)
        for line in lines_of(incident(*reports, **more), RECORDS)
    ]


NOTHING = ("unverified", "no report asserts it without saying that it is unverified")
PARTIES_ONLY = ("single-source", "every line of origin is a party to it")
COUNTING_ONE = ("single-source", "one line of origin that counts: monitor")
DESCRIBED = ("single-source", "its origins are known only by description or have no record yet")


def one_line(name: str) -> tuple[str, str]:
    return "single-source", f"one line of origin: {name}"


def corroborated(count: int, outside: int) -> tuple[str, str]:
    return "corroborated", f"{count} lines of origin, {outside} of them not a party to it"


def by_struck(name: str) -> tuple[str, str]:
    return "confirmed", f"acknowledged on the record by the party struck: {name}"


def by_forces(name: str) -> tuple[str, str]:
    return "confirmed", f"acknowledged on the record by the forces that carried it out: {name}"


def imaged(source: str, verifier: str) -> dict[str, Any]:
    return cited(source, imagery={"verified_by": verifier})


TABLE = [
    ("An item that says itself that it is unverified supports no more.", [cited("monitor", "unverified")], {}, NOTHING),
    (
        "Unverified mentions do not add up.",
        [cited("monitor", "unverified"), cited("agency", "unverified")],
        {},
        NOTHING,
    ),
    ("A mention asserts nothing.", [cited("monitor", "mentions")], {}, NOTHING),
    ("A denial asserts nothing.", [cited("monitor", "denies")], {}, NOTHING),
    ("One line is a single source.", [cited("monitor")], {}, one_line("monitor")),
    ("An account that differs asserts it too.", [cited("monitor", "corrects")], {}, one_line("monitor")),
    ("A claim of responsibility is one line.", [cited("group-channel", "claims")], STRUCK, one_line("group-channel")),
    (
        "A mention does not make a second line.",
        [cited("monitor"), cited("agency", "mentions")],
        {},
        one_line("monitor"),
    ),
    ("A denial does not make a second line.", [cited("monitor"), cited("agency", "denies")], {}, one_line("monitor")),
    (
        "An unverified mention does not make a second line.",
        [cited("monitor"), cited("agency", "unverified")],
        {},
        one_line("monitor"),
    ),
    ("Two items of one source are one line.", [cited("monitor"), cited("monitor")], {}, one_line("monitor")),
    (
        "Ten outlets that relay one statement are one line.",
        [cited("agency", chains=[["monitor"]]) for _ in range(10)],
        {},
        one_line("monitor"),
    ),
    ("Two lines, none a party, corroborate.", [cited("monitor"), cited("agency")], {}, corroborated(2, 2)),
    (
        "Two lines corroborate where one is not a party.",
        [cited("group-channel", "claims"), cited("monitor")],
        STRUCK,
        corroborated(2, 1),
    ),
    (
        "Two accounts that differ corroborate that something happened.",
        [cited("monitor"), cited("agency", "corrects")],
        {},
        corroborated(2, 2),
    ),
    (
        "Two parties do not corroborate one another.",
        [cited("group-channel", "claims"), cited("army-office")],
        STRUCK,
        PARTIES_ONLY,
    ),
    (
        "Two sides' forces and their wider group are parties all.",
        [cited("umbrella-channel", "claims"), cited("brigade-office")],
        STRUCK,
        PARTIES_ONLY,
    ),
    (
        "A force that takes no part is no party.",
        [cited("army-office"), cited("rivals-channel")],
        STRUCK,
        corroborated(2, 1),
    ),
    (
        "One item that names two origins is two lines.",
        [cited("agency", chains=[["monitor"], ["rivals-channel"]])],
        STRUCK,
        corroborated(2, 2),
    ),
    ("A source known only by description supports a single source.", [cited("hidden")], {}, DESCRIBED),
    ("It makes no second line.", [cited("monitor"), cited("hidden")], {}, COUNTING_ONE),
    ("Two of them support a single source.", [cited("hidden"), cited("veiled")], {}, DESCRIBED),
    (
        "A source without a record makes no second line.",
        [cited("monitor"), cited({"name": "Synthetic blog", "kind": "online"})],
        {},
        COUNTING_ONE,
    ),
    (
        "A copy of an item adds no line to it.",
        [{"report": "piece"}, {"report": "copy"}, {"report": "copy-of-copy"}],
        {},
        one_line("agency"),
    ),
    (
        "Who speaks for nobody known confirms nothing.",
        [cited("ghost-channel", "confirms")],
        {"actors": [{"actor": "unknown", "role": "target"}]},
        one_line("ghost-channel"),
    ),
    (
        "A militia that belongs to state forces does not confirm their strike.",
        [cited("militia-channel", "confirms")],
        {"actors": [{"actor": "army", "role": "attacker"}]},
        one_line("militia-channel"),
    ),
    ("The party struck confirms.", [cited("army-office", "confirms")], STRUCK, by_struck("army-office")),
    (
        "Named as target among the actors, it confirms too.",
        [cited("army-office", "confirms")],
        {"actors": [{"actor": "army", "role": "target"}]},
        by_struck("army-office"),
    ),
    (
        "An armed group that is struck confirms too.",
        [cited("group-channel", "confirms")],
        {"actors": [{"actor": "group", "role": "target"}]},
        by_struck("group-channel"),
    ),
    (
        "A part of the party struck confirms.",
        [cited("brigade-office", "confirms")],
        STRUCK,
        by_struck("brigade-office"),
    ),
    (
        "Whom the party struck belongs to confirms.",
        [cited("army-office", "confirms")],
        {"actors": [{"actor": "brigade", "role": "target"}]},
        by_struck("army-office"),
    ),
    (
        "Relayed by another, the party struck still confirms.",
        [cited("agency", "confirms", chains=[["army-office"]])],
        STRUCK,
        by_struck("army-office"),
    ),
    ("Reporting it is not yet acknowledging it.", [cited("army-office")], STRUCK, one_line("army-office")),
    ("Another's confirming words confirm nothing.", [cited("monitor", "confirms")], STRUCK, one_line("monitor")),
    (
        "Another force's acknowledgement confirms nothing.",
        [cited("foreign-office", "confirms")],
        STRUCK,
        one_line("foreign-office"),
    ),
    (
        "A responder is not the party struck.",
        [cited("foreign-office", "confirms")],
        {"actors": [{"actor": "foreign", "role": "responder"}]},
        one_line("foreign-office"),
    ),
    (
        "An interceptor is not the party struck.",
        [cited("foreign-office", "confirms")],
        {"actors": [{"actor": "foreign", "role": "interceptor"}]},
        one_line("foreign-office"),
    ),
    (
        "The party struck, known only by description, does not confirm.",
        [cited("veiled", "confirms")],
        STRUCK,
        DESCRIBED,
    ),
    (
        "State forces confirm their own strike.",
        [cited("army-office", "confirms")],
        {"actors": [{"actor": "army", "role": "attacker"}]},
        by_forces("army-office"),
    ),
    (
        "So does a government.",
        [cited("ministry-office", "confirms")],
        {"actors": [{"actor": "ministry", "role": "attacker"}]},
        by_forces("ministry-office"),
    ),
    (
        "So do external forces.",
        [cited("foreign-office", "confirms")],
        {"actors": [{"actor": "foreign", "role": "attacker"}]},
        by_forces("foreign-office"),
    ),
    (
        "So does a coalition.",
        [cited("coalition-office", "confirms")],
        {"actors": [{"actor": "coalition", "role": "attacker"}]},
        by_forces("coalition-office"),
    ),
    (
        "A state that denies the strike has none of its own to confirm.",
        [cited("army-office", "confirms")],
        {"actors": [{"actor": "army", "role": "attacker", "basis": "denied-by-actor"}]},
        one_line("army-office"),
    ),
    (
        "Who denies having been struck does not confirm as the party struck.",
        [cited("army-office", "confirms")],
        {"actors": [{"actor": "army", "role": "target", "basis": "denied-by-actor"}]},
        one_line("army-office"),
    ),
    (
        "An attacking group's claim never confirms.",
        [cited("group-channel", "claims")],
        STRUCK,
        one_line("group-channel"),
    ),
    (
        "Not even where it is called confirming.",
        [cited("group-channel", "confirms")],
        STRUCK,
        one_line("group-channel"),
    ),
    ("Nor its umbrella's.", [cited("umbrella-channel", "confirms")], STRUCK, one_line("umbrella-channel")),
    (
        "Nor a rebel group's.",
        [cited("rivals-channel", "confirms")],
        {"actors": [{"actor": "rivals", "role": "attacker"}]},
        one_line("rivals-channel"),
    ),
    (
        "A state's claim that is no acknowledgement does not confirm.",
        [cited("army-office", "claims")],
        {"actors": [{"actor": "army", "role": "attacker"}]},
        one_line("army-office"),
    ),
    (
        "An attacker without a record confirms nothing.",
        [cited("bystander-office", "confirms")],
        {"actors": [{"actor": "bystander", "role": "attacker"}]},
        one_line("bystander-office"),
    ),
    (
        "An unknown attacker confirms nothing.",
        [cited("army-office", "confirms")],
        {"actors": [{"actor": "unknown", "role": "attacker"}]},
        one_line("army-office"),
    ),
    (
        "Imagery verified by an independent body confirms.",
        [imaged("group-channel", "monitor")],
        STRUCK,
        ("confirmed", "imagery verified by monitor"),
    ),
    ("Imagery verified by a party never does.", [imaged("monitor", "group-channel")], STRUCK, one_line("monitor")),
    ("Nor by the party struck.", [imaged("monitor", "army-office")], STRUCK, one_line("monitor")),
    ("Nor by whom a party belongs to.", [imaged("monitor", "umbrella-channel")], STRUCK, one_line("monitor")),
    ("Nor by a body known only by description.", [imaged("monitor", "hidden")], STRUCK, one_line("monitor")),
    ("Nor by a body without a record.", [imaged("monitor", "nobody")], STRUCK, one_line("monitor")),
    (
        "Imagery in an item that denies it confirms nothing.",
        [imaged("monitor", "agency") | {"stance": "denies"}],
        STRUCK,
        NOTHING,
    ),
    (
        "Nor in an item that calls it unverified.",
        [imaged("monitor", "agency") | {"stance": "unverified"}],
        STRUCK,
        NOTHING,
    ),
    (
        "The party struck stands before imagery as the reason.",
        [imaged("monitor", "agency"), cited("army-office", "confirms")],
        STRUCK,
        by_struck("army-office"),
    ),
]


@pytest.mark.parametrize(("rule", "reports", "more", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_the_ceiling_of_every_case(
    rule: str, reports: list[dict[str, Any]], more: dict[str, Any], expected: tuple[str, str]
) -> None:
    """Each case has the ceiling its rule gives it, with the reason readers see."""
    assert ceiling(*reports, **more) == expected


def test_the_order_of_citations_does_not_matter() -> None:
    """A ceiling is the same in whichever order the reports stand."""
    for _, reports, more, expected in TABLE:
        assert ceiling(*reversed(reports), **more)[0] == expected[0]


@pytest.mark.parametrize(
    ("rule", "citation", "expected"),
    [
        ("without a chain, an item's own source is its root", cited("agency"), ["agency"]),
        ("the root is the last source that has a record", cited("relay", chains=[["agency", "monitor"]]), ["monitor"]),
        (
            "an unnamed origin behind it adds nothing",
            cited("relay", chains=[["agency", {"as_stated": "synthetic witnesses"}]]),
            ["agency"],
        ),
        (
            "an origin that is named without a record adds nothing",
            cited("relay", chains=[["agency", {"source": "nobody"}]]),
            ["agency"],
        ),
        (
            "a chain of unnamed origins ends at the item's source",
            cited("agency", chains=[[{"as_stated": "synthetic witnesses"}]]),
            ["agency"],
        ),
        ("each chain has its root, in order", cited("relay", chains=[["monitor"], ["agency"]]), ["monitor", "agency"]),
        (
            "two chains to one root are one line",
            cited("relay", chains=[["monitor"], ["agency", "monitor"]]),
            ["monitor"],
        ),
        (
            "an item that also speaks for itself is a root beside whom it names",
            cited("agency", chains=[["monitor"], [{"as_stated": "our correspondent"}]]),
            ["monitor", "agency"],
        ),
        (
            "a rewrite that names whom it relays is no root",
            cited("relay", nature="rewrite", chains=[["monitor"], [{"as_stated": "synthetic witnesses"}]]),
            ["monitor"],
        ),
        (
            "a translation is none",
            cited("relay", nature="translation", chains=[["monitor"], [{"as_stated": "x"}]]),
            ["monitor"],
        ),
        (
            "an aggregation is none",
            cited("relay", nature="aggregation", chains=[["monitor"], [{"as_stated": "x"}], ["agency"]]),
            ["monitor", "agency"],
        ),
        (
            "a wire copy that also speaks for itself is one",
            cited("relay", nature="wire", chains=[["monitor"], [{"as_stated": "x"}]]),
            ["monitor", "relay"],
        ),
        ("a rewrite that names nobody is a root", cited("relay", nature="rewrite"), ["relay"]),
        (
            "a rewrite that names only unnamed origins is a root",
            cited("relay", nature="rewrite", chains=[[{"as_stated": "x"}]]),
            ["relay"],
        ),
        (
            "a report's own file says of what nature it is",
            {"report": "rewrite", "chains": [["monitor"], [{"as_stated": "x"}]]},
            ["monitor"],
        ),
        ("a report's source is its root", {"report": "piece"}, ["agency"]),
        (
            "a source given in the citation is a root by its name",
            cited({"name": "Synthetic blog", "kind": "online"}),
            ["Synthetic blog"],
        ),
        (
            "behind a source given in the citation stands whom it names",
            cited({"name": "Synthetic blog", "kind": "online"}, chains=[["monitor"]]),
            ["monitor"],
        ),
        (
            "a report whose source has no record has a root without a name",
            {"report": "orphan"},
            ["a source without a record"],
        ),
        ("so has one without a file", {"report": "missing"}, ["a source without a record"]),
    ],
)
def test_the_roots_of_a_citation(rule: str, citation: dict[str, Any], expected: list[str]) -> None:
    """A citation's lines end where the attribution ends, and at nobody whom the item only relays."""
    assert root_names(citation) == expected


def test_what_a_root_says_of_itself() -> None:
    """A root has its source's name and key, whether it is identified and for whom it speaks."""
    plain = Citation.model_validate(cited("veiled"))
    inline = Citation.model_validate(cited({"name": "Synthetic blog", "kind": "online"}))
    assert root_of_chain(plain, (), RECORDS) == Root("veiled", "veiled", identified=False, represents="army")
    assert root_of_chain(inline, (), RECORDS) == Root("Synthetic blog", None, identified=False, represents=None)


def test_lines_hold_their_citations() -> None:
    """Lines come in the order in which citations reach them, each with every citation that leads to it, party or not."""
    reports = [
        cited("agency", chains=[["monitor"], ["group-channel"]]),
        cited("monitor"),
        cited("army-office", "denies"),
        cited("relay", "mentions", nature="rewrite", chains=[["group-channel"]]),
        {"report": "piece", "stance": "unverified"},
    ]
    assert lines(*reports, **STRUCK) == [
        ("monitor", False, (0, 1), True),
        ("group-channel", True, (0, 3), True),
        ("army-office", True, (2,), False),
        ("agency", False, (4,), False),
    ]


@pytest.mark.parametrize(
    ("stance", "asserts"),
    [
        ("reports", True),
        ("claims", True),
        ("confirms", True),
        ("corrects", True),
        ("mentions", False),
        ("unverified", False),
        ("denies", False),
    ],
)
def test_which_stances_assert(stance: str, asserts: bool) -> None:
    """A mention, a denial and an unverified mention assert nothing; the other stances do."""
    assert lines(cited("monitor", stance)) == [("monitor", False, (0,), asserts)]


def test_one_asserting_citation_makes_a_line_assert() -> None:
    """A line of which one item is unsure and another asserts it, asserts it."""
    assert lines(cited("monitor", "unverified"), cited("agency", chains=[["monitor"]])) == [
        ("monitor", False, (0, 1), True)
    ]


@pytest.mark.parametrize(
    ("source", "actor", "party"),
    [
        ("army-office", "army", True),
        ("brigade-office", "army", True),
        ("army-office", "brigade", True),
        ("brigade-office", "brigade", True),
        ("umbrella-channel", "group", True),
        ("group-channel", "umbrella", True),
        ("rivals-channel", "group", False),
        ("monitor", "army", False),
        ("army-office", "unknown", False),
    ],
)
def test_who_is_a_party(source: str, actor: str, party: bool) -> None:
    """A source is a party where the actor it speaks for, a part of it or whom it belongs to takes part."""
    assert lines(cited(source), actors=[{"actor": actor, "role": "responder"}]) == [(source, party, (0,), True)]


def test_parts_of_one_body_are_no_party_to_one_another() -> None:
    """A sister unit is no party: neither belongs to the other."""
    records = Records(
        actors={
            key: Actor.model_validate({"key": key, "name": key, "kind": "state-forces", **wider})
            for key, wider in {"army": {}, "first": {"part_of": "army"}, "second": {"part_of": "army"}}.items()
        },
        sources={
            "second-office": Source.model_validate(
                {"key": "second-office", "name": "second-office", "kind": "official", "represents": "second"}
            )
        },
    )
    struck = incident(cited("second-office", "confirms"), actors=[{"actor": "first", "role": "target"}])
    assert [line.party for line in lines_of(struck, records)] == [False]
    assert ceiling_of(struck, records) == Ceiling("single-source", "one line of origin: second-office")


def test_who_takes_part_and_who_is_struck() -> None:
    """Operators of targets and actors in the role of target are struck; every actor named takes part."""
    struck = incident(
        cited("monitor"),
        target=[{"kind": "base", "operator": "army"}, {"kind": "base"}],
        actors=[
            {"actor": "group", "role": "attacker"},
            {"actor": "rivals", "role": "target"},
            {"actor": "foreign", "role": "responder"},
        ],
    )
    assert struck_by(struck) == {"army", "rivals"}
    assert parties_to(struck) == {"army", "rivals", "group", "foreign"}


def test_a_circle_of_actors_ends() -> None:
    """Actors that belong to one another in a circle, which the check reports, do not keep the ceiling busy."""
    records = Records(
        actors={
            one: Actor.model_validate({"key": one, "name": one, "kind": "armed-group", "part_of": other})
            for one, other in (("east", "west"), ("west", "east"))
        },
        sources={
            "office": Source.model_validate(
                {"key": "office", "name": "office", "kind": "official", "represents": "east"}
            )
        },
    )
    assert ceiling_of(
        incident(cited("office", "confirms"), actors=[{"actor": "west", "role": "target"}]), records
    ) == Ceiling(*by_struck("office"))


@pytest.mark.parametrize("status", [status.status for status in STATUSES])
def test_what_exceeds_a_ceiling(status: Any) -> None:
    """On the ladder, a status exceeds exactly the ceilings below it; contested and discounted stand beside it and exceed none."""
    expected = LADDER[: LADDER.index(status)] if status in LADDER else ()
    assert tuple(limit for limit in LADDER if exceeds(status, limit)) == expected


def test_the_ladder_and_what_stands_beside_it() -> None:
    """Six statuses have a meaning; four form the ladder, from weakest to strongest."""
    assert LADDER == ("unverified", "single-source", "corroborated", "confirmed")
    assert [status.status for status in STATUSES] == [
        "confirmed",
        "corroborated",
        "single-source",
        "unverified",
        "contested",
        "discounted",
    ]
    assert [meaning_of(status.status) for status in STATUSES] == list(STATUSES)


def raw(path: str, text: str) -> RawRecord:
    """A file of the synthetic archive as the reader gives it."""
    folder = path.split("/")[0]
    kind = REGISTRY_FOLDERS.get(folder, "settings" if folder == "archive.yml" else "incident")
    key = "" if kind in ("incident", "settings") else path.rsplit("/", 1)[-1].removesuffix(".yml")
    record, findings = read_record(text.lstrip("\n").encode(), path=f"incidents/{path}", kind=kind, key=key)
    assert record is not None, findings
    return record


REGISTRY_FILES = tuple(
    raw(path, text) for path, text in REGISTRY.items() if not path.startswith(("series/", "reports/"))
)
DENIAL, CORRECTION, MENTION = (
    f'\n  - {{url: "https://example.com/other", source: agency, stance: {stance}}}'
    for stance in ("denies", "corrects", "mentions")
)
BASIS = "\nstatus_basis: Synthetic reason."


@pytest.mark.parametrize(
    ("rule", "status", "reports", "more", "codes"),
    [
        ("a denial and a basis make it contested", "contested", DENIAL, BASIS, []),
        ("another account does", "contested", CORRECTION, BASIS, []),
        (
            "two attackers do",
            "contested",
            "",
            BASIS
            + "\nactors:\n  - {actor: group, role: attacker, basis: attributed-by-report}\n  - {actor: army, role: attacker, basis: attributed-by-report}",
            [],
        ),
        (
            "counts that clash do",
            "contested",
            "",
            BASIS + "\neffects: [{kind: damage, count: 1}, {kind: damage, count: 2}]",
            [],
        ),
        ("a denied claim does", "contested", "", BASIS + "\nclaims_of_responsibility: denied", []),
        ("a mention does not", "contested", MENTION, BASIS, ["P412"]),
        ("nothing but a basis does not", "contested", "", BASIS, ["P412"]),
        ("without a basis it is not", "contested", DENIAL, "", ["P413"]),
        ("without either both are missing", "contested", "", "", ["P412", "P413"]),
        ("a denial and a basis make it discounted", "discounted", DENIAL, BASIS, []),
        ("a correction does", "discounted", CORRECTION, BASIS, []),
        (
            "accounts that differ do not discount",
            "discounted",
            "",
            BASIS + "\nclaims_of_responsibility: denied",
            ["P414"],
        ),
        ("a discounted record needs a basis", "discounted", DENIAL, "", ["P413"]),
        ("one line is a single source", "single-source", "", "", []),
        ("one line does not corroborate", "corroborated", "", "", ["P411"]),
        ("one line does not confirm", "confirmed", "", "", ["P411"]),
        ("less than the reports support is the editors' right", "unverified", "", "", []),
        ("two accounts corroborate", "corroborated", CORRECTION, "", []),
        ("a denial does not", "corroborated", DENIAL, "", ["P411"]),
    ],
)
def test_which_status_a_record_may_carry(rule: str, status: str, reports: str, more: str, codes: list[str]) -> None:
    """The check lets a record carry a status under its conditions and refuses it otherwise."""
    text = (
        LEAST.format(number=1, date="2024-01-01")
        .replace("type: strike", f"type: strike\nstatus: {status}{more}")
        .replace("\n---\nSynthetic", f"{reports}\n---\nSynthetic")
    )
    reading = Reading((*REGISTRY_FILES, raw("records/one.md", text)), ())
    findings = check(reading, today=date(2026, 11, 22), mint=lambda: "syn-0000000").findings
    assert (
        sorted(finding.rule for finding in findings if finding.path.endswith("one.md") and finding.level == "error")
        == codes
    )
