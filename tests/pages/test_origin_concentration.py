"""How few origins an archive rests on: the leading ones, and sources that speak for one actor taken together."""

from pathlib import Path

import pytest
from lxml import html
from synthetic_site import FILES, Site, archive_at, links, texts, written

from generator.archive.archive import Archive
from generator.pages.addresses import Link
from generator.pages.incident_row import incident_rows
from generator.pages.origin_concentration import Concentration, VoicesOfOne, concentration
from generator.pages.origin_shares import OriginShare

REGISTRY = {path: text for path, text in FILES.items() if path.startswith(("archive", "vocab", "loc", "act"))} | {
    "sources/agency.yml": "name: Synthetic Agency\nkind: news-agency\n",
    "sources/gazette.yml": "name: Synthetic Gazette\nkind: newspaper\n",
    "sources/observatory.yml": "name: Synthetic Observatory\nkind: monitor\n",
    "sources/army-office.yml": "name: Synthetic Army Office\nkind: official\nrepresents: test-forces\n",
    "sources/army-radio.yml": "name: Synthetic Army Radio\nkind: radio\nrepresents: test-forces\n",
    "sources/front-channel.yml": "name: Synthetic Front Channel\nkind: armed-group-channel\nrepresents: test-front\n",
    "sources/front-site.yml": "name: Synthetic Front Site\nkind: online\nrepresents: test-front\n",
}
GONE = "withdrawn: {on: 2026-11-21, reason: out-of-scope}\n"
BLOG = "{name: Synthetic blog, kind: online}"

FULLER = (
    ("observatory",),
    ("observatory", "agency"),
    ("agency", "army-radio denies"),
    ("gazette", "front-channel", "army-office"),
    ("front-channel", "front-site"),
    ("front-site",),
    ("agency", BLOG),
    ("observatory unverified",),
    ("gazette", "front-site", GONE),
)
"""Citations of nine incidents: sources, with their stance where they do not assert it; the last one is withdrawn."""


def archive_of(folder: Path, *incidents: tuple[str, ...]) -> Archive:
    """An archive of incidents with these citations."""
    files = {f"records/2024/synthetic-{number}.md": _record(number, cited) for number, cited in enumerate(incidents, 1)}
    return archive_at(written(folder, REGISTRY | files))


def _record(number: int, cited: tuple[str, ...]) -> str:
    reports = ""
    for position, entry in enumerate(one for one in cited if one != GONE):
        source, stance = (entry, "reports") if entry == BLOG or " " not in entry else entry.split(" ")
        reports += f'  - {{url: "https://example.org/{number}/{position}", source: {source}, stance: {stance}}}\n'
    return f"""\
---
id: syb-000000{number}
title: Synthetic strike {number}
type: air-drone-strike
status: unverified
date: 2024-01-0{number}
location: alpha-base
reports:
{reports}{GONE if GONE in cited else ""}---
Synthetic account {number}.
"""


def found(folder: Path, *incidents: tuple[str, ...]) -> Concentration | None:
    """How much of an archive of incidents with these citations rests on the leading origins."""
    archive = archive_of(folder, *incidents)
    return concentration(archive, incident_rows(archive))


@pytest.fixture(scope="module")
def fuller(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the archive `FULLER`."""
    return Site(archive_of(tmp_path_factory.mktemp("fuller") / "incidents", *FULLER))


def test_each_number_counts_an_incident_once(fuller: Site) -> None:
    """The three origins of most incidents lead; together they have each incident once, and only those no other origin has."""
    assert concentration(fuller.archive, incident_rows(fuller.archive)) == Concentration(
        total=8,
        leading=(
            OriginShare(Link("Synthetic Agency", "sources/agency/"), 3, 38, 1),
            OriginShare(Link("Synthetic Front Site", "sources/front-site/"), 2, 25, 1),
            OriginShare(Link("Synthetic Observatory", "sources/observatory/"), 2, 25, 1),
        ),
        together=6,
        together_share=75,
        only=4,
        only_share=50,
        voices=(
            VoicesOfOne(
                Link("Synthetic Front", "actors/test-front/"),
                (
                    Link("Synthetic Front Channel", "sources/front-channel/"),
                    Link("Synthetic Front Site", "sources/front-site/"),
                ),
                3,
                38,
            ),
        ),
    )


def test_three_origins_or_fewer_are_not_told_apart(tmp_path: Path) -> None:
    """With no more than three origins nothing is said of the leading ones; with a fourth it is."""
    three = (("agency",), ("gazette",), ("observatory", "agency"))
    assert found(tmp_path / "none") is None
    assert found(tmp_path / "three", *three) is None
    fourth = found(tmp_path / "four", *three, ("front-site",))
    assert fourth is not None
    assert (fourth.total, fourth.together, fourth.only, fourth.voices) == (4, 4, 3, ())


@pytest.mark.parametrize(
    "fourth",
    [("front-site", GONE), ("agency", "front-site denies"), ("front-site unverified",), (BLOG,)],
    ids=["withdrawn", "denying", "leaving it unverified", "without a file"],
)
def test_what_begins_no_line_is_no_origin(tmp_path: Path, fourth: tuple[str, ...]) -> None:
    """A source of a withdrawn incident, one that asserts nothing and one without a file are not counted among the origins."""
    assert found(tmp_path, ("agency",), ("gazette",), ("observatory",), fourth) is None


def test_two_origins_that_speak_for_one_actor_are_taken_together(tmp_path: Path) -> None:
    """Actors stand by the incidents their voices are an origin of, and an incident of two voices of one actor counts once."""
    told = found(
        tmp_path,
        ("front-channel", "front-site"),
        ("army-office",),
        ("army-radio",),
        ("army-office", "front-site"),
        ("agency",),
    )
    assert told is not None
    assert [(voice.actor.text, voice.number, voice.share) for voice in told.voices] == [
        ("Forces of Testland", 3, 60),
        ("Synthetic Front", 2, 40),
    ]


@pytest.mark.parametrize(
    "second",
    [("army-radio", GONE), ("agency", "army-radio denies"), ("agency", "front-site")],
    ids=["withdrawn", "denying", "of another actor"],
)
def test_one_voice_is_not_taken_together_with_nothing(tmp_path: Path, second: tuple[str, ...]) -> None:
    """An actor for which a single origin speaks is not named, whoever else speaks for it without being an origin."""
    told = found(tmp_path, ("army-office",), ("agency",), ("gazette",), ("observatory",), second)
    assert told is not None
    assert told.voices == ()


def test_voices_of_origins_that_do_not_lead_are_told(tmp_path: Path) -> None:
    """Sources that speak for one actor are taken together even where none of them is among the leading three."""
    told = found(tmp_path, *[("agency", "gazette", "observatory")] * 2, ("front-channel",), ("front-site",))
    assert told is not None
    assert [(voice.actor.text, voice.number, voice.share) for voice in told.voices] == [("Synthetic Front", 2, 50)]


SECTIONS = (
    ("", "//section[@aria-labelledby='origins']"),
    ("method/", "//section[@aria-labelledby='coverage']"),
    ("sources/", "//section[@aria-labelledby='roots']"),
)
"""Where the home page, the method page and the list of sources say it."""


@pytest.mark.parametrize(("address", "section"), SECTIONS)
def test_pages_say_how_much_rests_on_the_leading_origins(fuller: Site, address: str, section: str) -> None:
    """Home, method and sources give each number with its share, and then the voices of one actor."""
    said = f"{section}/p[@class='lead-fact']"
    assert texts(fuller[address], f"{said} | {said}/following-sibling::p[1]") == [
        (
            "6 of 8 incidents (75 %) have a line of origin that begins with one of three: Synthetic Agency (3, 38 %), "
            "Synthetic Front Site (2, 25 %) and Synthetic Observatory (2, 25 %). 4 (50 %) have no other origin."
        ),
        "3 (38 %) have one that speaks for Synthetic Front: Synthetic Front Channel or Synthetic Front Site.",
    ]


@pytest.mark.parametrize(("address", "section"), SECTIONS)
def test_every_origin_and_actor_named_is_a_link(fuller: Site, address: str, section: str) -> None:
    """Each source and each actor of the paragraphs leads to its page."""
    said = f"{section}/p[@class='lead-fact']"
    assert links(fuller[address], f"({said} | {said}/following-sibling::p[1])//a", address) == [
        "sources/agency/",
        "sources/front-site/",
        "sources/observatory/",
        "actors/test-front/",
        "sources/front-channel/",
        "sources/front-site/",
    ]


@pytest.mark.parametrize(("address", "section"), SECTIONS)
def test_pages_of_an_archive_with_three_origins_say_nothing_of_it(tiny: Site, address: str, section: str) -> None:
    """Where there are no more than three origins the paragraph is left out."""
    page: html.HtmlElement = tiny[address]
    assert (len(page.xpath(section)), texts(page, f"{section}/p[@class='lead-fact']")) == (1, [])


def test_the_published_numbers_are_those_of_the_sources(real_archive: Archive) -> None:
    """In the published archive the leading origins have together each incident that one of their pages lists as a root."""
    told = concentration(real_archive, incident_rows(real_archive))
    assert told is not None
    keys = [share.source.address.split("/")[1] for share in told.leading]
    begun = {one for key in keys for one in real_archive.sources[key].root_of}
    asserted = {
        one: {line.root.key for line in real_archive.incidents[one].lines if line.asserting}
        for one in real_archive.timeline.ordered
    }
    assert (told.total, told.together) == (len(asserted), len(begun))
    assert told.only == sum(roots <= set(keys) for one, roots in asserted.items() if one in begun)
