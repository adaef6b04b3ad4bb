"""How a group of incidents stands: who confirmed which, who claims which, and which rest on one origin alone."""

from pathlib import Path

import pytest
from synthetic_site import FILES, archive_at, written

from generator.archive.archive import Archive
from generator.pages.addresses import Link
from generator.pages.incident_row import incident_rows
from generator.pages.standing import Standing, standing

SOURCES = {
    "sources/observatory.yml": "name: Synthetic Observatory\nkind: monitor\n",
    "sources/agency.yml": "name: Synthetic Agency\nkind: news-agency\n",
    "sources/image-desk.yml": "name: Synthetic Image Desk\nkind: research\n",
    "sources/army-office.yml": "name: Synthetic Army Office\nkind: official\nrepresents: test-forces\n",
    "sources/front-channel.yml": "name: Synthetic Front Channel\nkind: armed-group-channel\nrepresents: test-front\n",
    "sources/some-officer.yml": """\
name: Synthetic officer, not named
kind: official
represents: test-forces
status: unidentified
as_stated: an officer
""",
    "sources/some-analyst.yml": """\
name: Synthetic analyst, not named
kind: research
status: unidentified
as_stated: an analyst
""",
}
REGISTRY = {path: text for path, text in FILES.items() if path.startswith(("archive", "vocab", "loc", "act"))} | SOURCES

STRUCK = "target: [{kind: military-base, operator: test-forces}]\n"
CLAIMED = "actors: [{actor: test-front, role: attacker, basis: claimed-by-actor}]\n"
DENIED = "status_basis: A synthetic denial stands against a synthetic report.\n"


def cited(source: str, stance: str = "reports", more: str = "") -> str:
    """One citation of an item that the source published."""
    return f'  - {{url: "https://{source}.example/", source: {source}, stance: {stance}{more}}}\n'


def group(folder: Path, *incidents: tuple[str, str, str]) -> tuple[Archive, tuple[str, ...]]:
    """An archive of these incidents, each with its status, its citations and further fields, and their ids in order."""
    files = {
        f"records/2024/synthetic-{number}.md": f"""\
---
id: syb-000000{number}
title: Synthetic strike {number}
type: air-drone-strike
status: {status}
date: 2024-01-0{number}
location: alpha-base
reports:
{reports}{more}---
Synthetic account {number}.
"""
        for number, (status, reports, more) in enumerate(incidents, 1)
    }
    return archive_at(written(folder, REGISTRY | files)), tuple(f"syb-000000{n}" for n in range(1, len(incidents) + 1))


def stands(folder: Path, *incidents: tuple[str, str, str]) -> Standing:
    """How the group of these incidents stands."""
    archive, ids = group(folder, *incidents)
    rows = incident_rows(archive)
    return standing(archive, (rows[key] for key in ids))


def confirmed(found: Standing) -> list[tuple[str, list[str]]]:
    """Who confirmed, with the last digits of the incidents."""
    return [(entry.by.text, [row.id[-1] for row in entry.rows]) for entry in found.confirmed]


def alone(found: Standing) -> list[tuple[str, bool, list[str]]]:
    """Origins on which incidents rest alone, whether a party, with the last digits of the incidents."""
    return [(entry.origin.text, entry.party, [row.id[-1] for row in entry.rows]) for entry in found.alone]


def test_whoever_acknowledged_an_incident_confirmed_it(tmp_path: Path) -> None:
    """Incidents stand under the source that acknowledged them on the record, with its page, in their order."""
    army = cited("army-office", "confirms")
    found = stands(tmp_path, *[("confirmed", cited("observatory") + army, STRUCK)] * 2)
    assert confirmed(found) == [("Synthetic Army Office", ["1", "2"])]
    assert found.confirmed[0].by == Link("Synthetic Army Office", "sources/army-office/")


def test_an_acknowledgement_counts_for_whoever_an_item_relays(tmp_path: Path) -> None:
    """The origin of a confirming item confirmed the incident, and the outlet that carries it did not."""
    relayed = cited("agency", "confirms", ", chains: [[army-office]]")
    assert confirmed(stands(tmp_path, ("confirmed", relayed, STRUCK))) == [("Synthetic Army Office", ["1"])]


def test_only_incidents_with_the_status_confirmed_have_somebody_who_confirmed_them(tmp_path: Path) -> None:
    """Where the editors give less than an acknowledgement or imagery supports, nobody is said to have confirmed the incident."""
    images = cited("observatory", more=", imagery: {verified_by: image-desk}")
    found = stands(
        tmp_path, ("single-source", cited("army-office", "confirms"), STRUCK), ("single-source", images, STRUCK)
    )
    assert found.confirmed == ()


def test_whoever_verified_imagery_confirmed_the_incident(tmp_path: Path) -> None:
    """Imagery confirms by its verifier and not by the item that shows it."""
    images = cited("observatory", more=", imagery: {verified_by: image-desk}")
    assert confirmed(stands(tmp_path, ("confirmed", images, ""))) == [("Synthetic Image Desk", ["1"])]


def test_an_incident_confirmed_twice_stands_under_both(tmp_path: Path) -> None:
    """An acknowledgement and verified imagery each confirm; two acknowledgements of one source confirm once."""
    army = cited("army-office", "confirms")
    images = cited("observatory", more=", imagery: {verified_by: image-desk}")
    found = stands(tmp_path, ("confirmed", army + images + army.replace(".example/", ".example/again"), STRUCK))
    assert confirmed(found) == [("Synthetic Army Office", ["1"]), ("Synthetic Image Desk", ["1"])]


def test_an_unidentified_source_confirms_nothing(tmp_path: Path) -> None:
    """A source known only by description is named neither for its acknowledgement nor for imagery it verified."""
    reports = (
        cited("army-office", "confirms")
        + cited("some-officer", "confirms")
        + cited("observatory", more=", imagery: {verified_by: some-analyst}")
    )
    assert confirmed(stands(tmp_path, ("confirmed", reports, STRUCK))) == [("Synthetic Army Office", ["1"])]


@pytest.mark.parametrize(
    "beside",
    [
        cited("agency", "confirms", ", chains: [[observatory]]"),
        cited("observatory", more=", imagery: {verified_by: front-channel}"),
        cited("observatory", "denies", ", imagery: {verified_by: image-desk}"),
    ],
    ids=["acknowledged by a bystander", "imagery verified by a party", "imagery of a denial"],
)
def test_only_what_supports_the_status_confirms(tmp_path: Path, beside: str) -> None:
    """Beside the acknowledgement of the party struck, a bystander's word, a party's view of imagery and a denial confirm nothing."""
    reports = cited("army-office", "confirms") + beside
    found = stands(tmp_path, ("confirmed", reports, STRUCK + CLAIMED))
    assert confirmed(found) == [("Synthetic Army Office", ["1"])]


def test_an_incident_with_one_asserting_line_rests_on_it_alone(tmp_path: Path) -> None:
    """Relays of one origin are one line; with a second origin an incident rests on no one alone."""
    relayed = cited("observatory") + cited("agency", more=", chains: [[observatory]]")
    found = stands(
        tmp_path, ("single-source", relayed, ""), ("corroborated", cited("observatory") + cited("agency"), "")
    )
    assert alone(found) == [("Synthetic Observatory", False, ["1"])]
    assert found.alone[0].origin == Link("Synthetic Observatory", "sources/observatory/")


def test_origins_known_only_by_description_are_no_second_line(tmp_path: Path) -> None:
    """An incident rests on the one origin with a name, whatever unnamed ones stand beside it; on none where several have no name."""
    unnamed = cited("some-officer") + cited("some-analyst")
    found = stands(tmp_path, ("single-source", cited("observatory") + unnamed, ""), ("single-source", unnamed, ""))
    assert alone(found) == [("Synthetic Observatory", False, ["1"])]


def test_a_claim_is_told_whatever_stands_beside_it(tmp_path: Path) -> None:
    """Whoever is said to have claimed the act stands with each such incident; who is only named by others claims nothing."""
    named = CLAIMED.replace("claimed-by-actor", "attributed-by-report")
    found = stands(
        tmp_path,
        ("corroborated", cited("agency", more=", chains: [[front-channel]]") + cited("observatory"), CLAIMED),
        ("single-source", cited("front-channel", "claims"), CLAIMED),
        ("single-source", cited("observatory"), named),
    )
    assert [(entry.by, [row.id[-1] for row in entry.rows]) for entry in found.claimed] == [
        (Link("Synthetic Front", "actors/test-front/"), ["1", "2"])
    ]


def test_what_the_editors_hold_lower_is_named(tmp_path: Path) -> None:
    """An incident whose lines of origin would support more than its status is told apart from one that rests on one."""
    both = cited("observatory") + cited("agency")
    found = stands(
        tmp_path, ("single-source", both, "status_basis: Synthetic.\n"), ("single-source", cited("agency"), "")
    )
    assert [row.id[-1] for row in found.held] == ["1"]


@pytest.mark.parametrize(
    ("status", "stance", "basis"),
    [("single-source", "mentions", ""), ("single-source", "unverified", ""), ("contested", "denies", DENIED)],
)
def test_what_asserts_nothing_is_no_second_line(tmp_path: Path, status: str, stance: str, basis: str) -> None:
    """A report that mentions, leaves unverified or denies an incident does not take it from the origin it rests on."""
    reports = cited("observatory") + cited("agency", stance)
    assert alone(stands(tmp_path, (status, reports, basis))) == [("Synthetic Observatory", False, ["1"])]


def test_an_incident_nobody_asserts_rests_on_nobody(tmp_path: Path) -> None:
    """Where every report only mentions an incident there is no origin to rest on."""
    assert alone(stands(tmp_path, ("unverified", cited("observatory", "unverified"), ""))) == []


def test_a_party_is_told_where_it_takes_part(tmp_path: Path) -> None:
    """An origin is marked that speaks for an actor of one of its incidents, and not one that speaks for an actor of none."""
    found = stands(
        tmp_path,
        ("single-source", cited("front-channel"), ""),
        ("single-source", cited("front-channel", "claims"), CLAIMED),
        ("single-source", cited("army-office"), CLAIMED),
    )
    assert alone(found) == [("Synthetic Front Channel", True, ["1", "2"]), ("Synthetic Army Office", False, ["3"])]


def test_the_origin_of_most_incidents_stands_first(tmp_path: Path) -> None:
    """Origins are ranked by the incidents that rest on them alone, those of as many by name."""
    found = stands(
        tmp_path,
        *[
            ("single-source", cited(source), "")
            for source in ("observatory", "front-channel", "agency", "front-channel")
        ],
    )
    assert alone(found) == [
        ("Synthetic Front Channel", False, ["2", "4"]),
        ("Synthetic Agency", False, ["3"]),
        ("Synthetic Observatory", False, ["1"]),
    ]


def test_a_source_without_a_file_has_no_page(tmp_path: Path) -> None:
    """An origin given in the record alone stands by its name, without a link."""
    reports = cited("blog").replace("source: blog", "source: {name: Synthetic blog, kind: online}")
    found = stands(tmp_path, ("single-source", reports, ""))
    assert [entry.origin for entry in found.alone] == [Link("Synthetic blog", "")]


def test_withdrawn_incidents_are_no_part_of_the_group(tmp_path: Path) -> None:
    """A withdrawn incident counts in no number, confirms nothing and rests on nobody."""
    gone = "withdrawn: {on: 2026-11-21, reason: out-of-scope}\n"
    found = stands(
        tmp_path,
        ("single-source", cited("observatory"), ""),
        ("confirmed", cited("army-office", "confirms"), STRUCK + gone),
    )
    assert (found.total, [pair for pair in found.counts if pair[2]]) == (1, [("single-source", "Single source", 1)])
    assert (confirmed(found), alone(found)) == ([], [("Synthetic Observatory", False, ["1"])])


def test_a_group_without_incidents_has_nothing(tmp_path: Path) -> None:
    """Of no incidents nothing is confirmed and nothing rests on anybody."""
    found = stands(tmp_path)
    assert (found.total, found.confirmed, found.alone) == (0, (), ())
    assert {number for _, _, number in found.counts} == {0}
