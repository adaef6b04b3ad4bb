"""Maps on pages: what is drawn for places with a point, with a ring, known as an area only, and with neither."""

from dataclasses import replace

import pytest
from lxml import html
from synthetic_map import mapped_files, synthetic_map
from synthetic_site import FILES, TEMPLATES, LenientRenderer, archive_at, texts, written

from generator.archive.archive import Archive
from generator.pages.incident_row import Rows, incident_rows
from generator.pages.map.base_map import Box
from generator.pages.map.frame import Extent, frame_of
from generator.pages.map.ground import Atlas
from generator.pages.map.locator import Locator
from generator.pages.map.region_map import RegionMap, region_map
from generator.pages.map.whereabouts import whereabouts
from generator.pages.site import site_pages

SVG = "*[local-name()='svg']"


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive on the synthetic base map."""
    return archive_at(written(tmp_path_factory.mktemp("mapped") / "incidents", mapped_files(FILES)))


@pytest.fixture(scope="module")
def rows(mapped: Archive) -> Rows:
    """Its incidents as rows."""
    return incident_rows(mapped)


@pytest.fixture(scope="module")
def pages(mapped: Archive) -> dict[str, html.HtmlElement]:
    """Its pages with maps, by address."""
    renderer = LenientRenderer()
    return {
        page.address: html.fromstring(f"<main>{renderer.render(page)}</main>")
        for page in site_pages(mapped, (), synthetic_map())
        if page.address in ("", "locations/") or page.address.startswith(("incidents/syb", "locations/"))
    }


def drawn(mapped: Archive, rows: Rows) -> RegionMap:
    """The map of all locations."""
    found = region_map(mapped, rows, synthetic_map(), mapped.locations)
    assert found is not None
    return found


def located(mapped: Archive, *keys: str, others: tuple[str, ...] = ()) -> tuple[Locator | None, tuple[str, ...]]:
    """The locator of some locations and its notes."""
    found = whereabouts(mapped, Atlas(synthetic_map()), keys, others)
    return found.drawing, found.notes


def test_a_map_counts_each_incident_where_it_is_placed(mapped: Archive, rows: Rows) -> None:
    """A mark counts the incidents at its location and at those within it that cannot be told apart; each once."""
    assert [
        [(mark.place.link.text, mark.place.number, mark.place.firm, mark.place.with_it) for mark in layer.marks]
        for layer in drawn(mapped, rows).layers
    ] == [[("Alpha", 5, 0, ("Annex",)), ("Far post", 1, 0, ())]] * 3


def test_what_has_no_point_is_listed_and_not_pinned(mapped: Archive, rows: Rows) -> None:
    """Locations with incidents of their own and no point stand beside the map with their number."""
    assert [(link.text, link.note) for link in drawn(mapped, rows).unplaced] == [("Lost post", "1"), ("Shire", "1")]


def test_marks_stand_where_their_places_are(mapped: Archive, rows: Rows) -> None:
    """A mark's place in percent is the projection of its coordinates; nothing was in its way, so the circle is there too."""
    found = drawn(mapped, rows)
    frame = frame_of([Extent((3, 5), 20), Extent((15, 5)), Extent((3.01, 5.01))], least_km=60, margin=0.12)
    for mark, point in zip(found.layers[-1].marks, [(3, 5), (15, 5)], strict=True):
        assert (mark.x, mark.y) == pytest.approx(frame.place(point), abs=0.01)
        assert (mark.dx, mark.dy, mark.beside) == (0, 0, False)


def test_nothing_to_draw_is_no_map(mapped: Archive, rows: Rows) -> None:
    """Locations without a point, or without an incident of their own, make no map."""
    assert region_map(mapped, rows, synthetic_map(), ["shire", "lost", "town"]) is None


def test_only_so_many_marks_are_drawn(mapped: Archive, rows: Rows) -> None:
    """Of more locations than a map can show the most reported are drawn, and the others counted."""
    found = region_map(mapped, rows, synthetic_map(), mapped.locations, most=1)
    assert found is not None
    assert [[mark.place.link.text for mark in layer.marks] for layer in found.layers] == [["Alpha"]] * 3
    assert found.unmarked == 1


def test_a_ring_is_as_wide_as_the_place_is_uncertain(mapped: Archive) -> None:
    """The dashed ring has the radius of the recorded uncertainty at the scale of the map, and the words say it too."""
    drawing, notes = located(mapped, "alpha")
    assert drawing is not None
    frame = frame_of([Extent((3, 5), 20)], least_km=16 * 20, margin=0.16)
    assert frame.width_km == pytest.approx(320)
    (spot,) = drawing.spots
    assert (spot.link.text, spot.x, spot.y) == ("Alpha", 50.0, 50.0)
    assert spot.reach == pytest.approx(100 * 20 / 320, abs=0.01)
    assert spot.ring == pytest.approx(frame.radius(20), abs=0.01)
    assert notes == ("Alpha lies within 20 km of its point, the dashed ring.",)
    assert [town.name for town in drawing.towns] == ["Town"]


def test_a_point_without_a_stated_uncertainty_has_no_ring(mapped: Archive) -> None:
    """Where nobody has said how exact a point is, none is drawn around it, and the words say that it is not known."""
    drawing, notes = located(mapped, "town")
    assert drawing is not None
    assert [(spot.link.text, spot.ring) for spot in drawing.spots] == [("Town", 0.0)]
    assert notes == ("How far Town may lie from its point is not recorded.",)


def test_a_province_is_an_area_and_never_a_point(mapped: Archive) -> None:
    """What is known to a province only is drawn as its area; a place without a point as the area it lies in, and the words say which."""
    for key, note in (
        ("shire", "Shire is marked as an area: no point would be true."),
        ("lost", "No point is recorded for Lost post; the marked area is Shire, in which it lies."),
    ):
        drawing, notes = located(mapped, key)
        assert drawing is not None
        assert (drawing.spots, notes) == ((), (note,))
        assert drawing.ground.area != ""


def test_nothing_is_drawn_of_what_nobody_knows(mapped: Archive) -> None:
    """A location with neither a point nor an area on the base map is told in words and makes no drawing."""
    assert located(mapped, "eastland") == (None, ("Eastland is not drawn: no point is recorded for it.",))


def test_an_area_beyond_the_base_map_is_not_said_to_be_marked(mapped: Archive) -> None:
    """Where the base map does not reach around an area, nothing is drawn of it and the words say so."""
    near = replace(synthetic_map(), cover=Box(-1, -1, 21, 11))
    found = whereabouts(mapped, Atlas(near), ("shire",))
    assert (found.drawing, found.notes) == (None, ("Shire is not drawn: no point is recorded for it.",))


def test_several_places_and_other_reports(mapped: Archive) -> None:
    """Every location of an incident is drawn, and where only other reports place it, marked as such in drawing and words."""
    drawing, notes = located(mapped, "alpha", "far", others=("town",))
    assert drawing is not None
    assert [(spot.link.text, spot.other) for spot in drawing.spots] == [
        ("Alpha", False),
        ("Far post", False),
        ("Town", True),
    ]
    assert notes == (
        "Alpha lies within 20 km of its point.",
        "How far Far post may lie from its point is not recorded.",
        "How far Town (other reports) may lie from its point is not recorded.",
    )


def test_the_inset_shows_where_in_the_country(mapped: Archive) -> None:
    """A close map has its country in a corner that is free, with the place in it; a map of half the country has none."""
    drawing, _ = located(mapped, "alpha")
    assert drawing is not None
    assert drawing.inset is not None
    assert (drawing.inset.x, drawing.inset.y, drawing.inset.right) == (31, 50, True)
    wide, _ = located(mapped, "alpha", "far")
    assert wide is not None
    assert wide.inset is None


def test_a_mark_is_a_link_with_words(pages: dict[str, html.HtmlElement]) -> None:
    """Each mark of a map is a link to its location that says name and numbers, and has a round target of 24 pixels or more around its circle."""
    figure = pages[""].xpath("//figure[@class='map']")[0]
    group = figure.xpath(f"./{SVG}")[0]
    assert (group.get("role"), group.get("aria-label"), group.get("aria-hidden")) == (
        "group",
        "Map: 5 incidents at 3 locations",
        None,
    )
    wide = group.xpath(".//*[@class='map-wide']//a")
    assert [(a.get("href"), a.findtext(".//title")) for a in wide] == [
        ("locations/alpha/", "Alpha, with Annex: 5 incidents, 0 confirmed or corroborated"),
        ("locations/far/", "Far post: 1 incident, 0 confirmed or corroborated"),
    ]
    assert [a.xpath(".//*[@class='map-reach']/@r") for a in wide] == [["14.2"], ["12.0"]]
    assert [layer.get("class") for layer in group.xpath("./*[local-name()='g']")] == [
        "map-narrow",
        "map-middle",
        "map-wide",
    ]


def test_where_a_map_stands(pages: dict[str, html.HtmlElement]) -> None:
    """Home, the list of locations, a location with others in it and every incident have a map; that of an incident is doubled by words and hidden."""
    kinds = {
        address: [figure.get("class") for figure in page.xpath("//figure[contains(@class, 'map')]")]
        for address, page in pages.items()
    }
    large = ("", *(f"locations/{key}" for key in ("", "westland/", "eastland/", "shire/", "alpha/")))
    small = [f"locations/{key}/" for key in ("annex", "town", "lost", "far")]
    small += [f"incidents/syb-000000{number}/" for number in range(1, 8)]
    assert kinds == {address: ["map"] for address in large} | {address: ["map map-small"] for address in small}
    for address, page in pages.items():
        for hidden in page.xpath(f"//figure[@class='map map-small']/{SVG}"):
            assert (address, hidden.get("aria-hidden"), hidden.xpath(".//a")) == (address, "true", [])


def test_a_map_says_whose_borders_it_draws(pages: dict[str, html.HtmlElement], mapped: Archive) -> None:
    """Under a map stands whose borders it draws and how; under a map without any, that there are none."""
    assert texts(pages["incidents/syb-0000005/"], "//figure/figcaption") == [
        (
            "Shire is marked as an area: no point would be true. Base map: Natural Earth, which draws borders as they"
            " are held (de facto); rivers to about 4 km."
        )
    ]
    renderer = LenientRenderer()
    bare = {page.address: page for page in site_pages(mapped)}
    page = html.fromstring(f"<main>{renderer.render(bare['incidents/syb-0000001/'])}</main>")
    assert texts(page, "//figure/figcaption") == [
        (
            "Alpha lies within 20 km of its point, the dashed ring. No borders are drawn: the base map of this archive"
            " does not reach here."
        )
    ]
    assert page.xpath("//figure//*[local-name()='path']") == []


def test_maps_hold_no_style_of_their_own() -> None:
    """The templates of maps place everything by attributes of drawings: no style attribute, no script, no address elsewhere."""
    text = (TEMPLATES / "maps.html.j2").read_text(encoding="utf-8")
    assert [word for word in ("style=", "<script", "http:", "https:", "<image", "<use") if word in text] == []
