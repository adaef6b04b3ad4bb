"""Circles and words on a map: areas that are numbers, nothing over anything else, in drawings of every width."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st
from synthetic_map import synthetic_map

from generator.pages.map.base_map import Box
from generator.pages.map.circles import radii, sector, spread
from generator.pages.map.frame import RATIO, Frame
from generator.pages.map.ground import ground
from generator.pages.map.labels import Disc, Rect, country_names, labelled, room
from generator.pages.map.lettering import shortened, text_width, widest
from generator.pages.map.region_map import LAYERS
from generator.texts.catalogue import Catalogue
from generator.texts.country_words import country_words
from generator.texts.text import Name, said

WIDTHS = st.sampled_from([width for _, width, _ in LAYERS])
MARKS = st.lists(
    st.tuples(st.floats(5, 95), st.floats(5, 95), st.integers(1, 400), st.text("abcdeMW اب", min_size=1, max_size=14)),
    min_size=1,
    max_size=14,
)


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=30), st.floats(8, 30))
def test_the_area_of_a_circle_is_its_number(numbers: list[int], largest: float) -> None:
    """Areas are in proportion to numbers, but for those too small to see, and no circle is larger than allowed."""
    sizes = radii(numbers, largest)
    assert max(sizes) <= largest + 0.05
    seen = [(number, size) for number, size in zip(numbers, sizes, strict=True) if size > 4]
    for (a, big), (b, small) in itertools.combinations(seen, 2):
        assert abs((big / small) - math.sqrt(a / b)) < 0.03 * (big / small)


def test_single_incidents_are_no_large_circles() -> None:
    """Where every number is one, circles have the radius of one, not the largest."""
    assert radii([1, 1, 4], 20) == (5.0, 5.0, 10.0)


@given(MARKS, WIDTHS)
def test_circles_can_each_be_pressed(marks: list[tuple[float, float, int, str]], width: float) -> None:
    """No circle leaves the drawing; where there is room, none overlaps another and each has 24 pixels of its own."""
    sizes = radii([number for _, _, number, _ in marks], 13)
    points = [(x * width / 100, y * width / RATIO / 100) for x, y, _, _ in marks]
    places = spread(points, sizes, width)
    for (x, y), size in zip(places, sizes, strict=True):
        assert size <= x <= width - size
        assert size <= y <= width / RATIO - size
    for (a, p), (b, q) in itertools.combinations(zip(sizes, places, strict=True), 2):
        assert math.dist(p, q) >= max(a + 1, 12) + max(b + 1, 12) - 0.5


def test_circles_that_have_room_stay_where_they_are() -> None:
    """A circle is moved only where another is in its way, the smaller one farther; two at one point part."""
    assert spread([(50, 50), (200, 100)], [5, 5], 280) == ((50, 50), (200, 100))
    (ax, ay), (bx, by) = spread([(100, 100), (110, 100)], [13, 4], 280)
    assert (ay, by) == (100, 100)
    assert 0 < 100 - ax < bx - 110
    one, other = spread([(100, 100), (100, 100)], [5, 5], 280)
    assert round(math.dist(one, other), 1) == 24.0


@given(MARKS, WIDTHS)
def test_words_overlap_nothing(marks: list[tuple[float, float, int, str]], width: float) -> None:
    """Labels lie within the drawing, over no other label, no circle but their own, and nothing that was there before."""
    taken = Rect(0, width / RATIO - 30, 80, width / RATIO)
    discs = [Disc(x * width / 100, y * width / RATIO / 100, 5, words) for x, y, _, words in marks]
    spots, filled = labelled(discs, width, (taken,))
    rects = filled[1 : 1 + sum(spot is not None for spot in spots)]
    whole = room(width)
    for rect in rects:
        assert whole.left <= rect.left <= rect.right <= whole.right
        assert whole.top <= rect.top <= rect.bottom <= whole.bottom
        assert not rect.overlaps(taken)
    assert [pair for pair in itertools.combinations(rects, 2) if pair[0].overlaps(pair[1])] == []
    labels = iter(rects)
    for disc, spot in zip(discs, spots, strict=True):
        if spot is not None:
            rect = next(labels)
            assert [other for other in discs if other is not disc and rect.overlaps(other.rect)] == []
            assert round(rect.right - rect.left, 6) == round(text_width(disc.words, 12.5), 6)


def test_the_most_reported_are_named_first() -> None:
    """Where two labels want the same room, the first mark gets it and the other none."""
    strip = (Rect(0, 0, 280, 90), Rect(0, 116, 280, 210))
    west, east = Disc(60, 103, 5, "M" * 10), Disc(220, 103, 5, "M" * 10)
    assert [spot and spot.anchor for spot in labelled([west, east], 280, strip)[0]] == ["start", None]
    assert [spot and spot.anchor for spot in labelled([east, west], 280, strip)[0]] == ["end", None]


def test_a_long_name_is_shortened() -> None:
    """A name stands whole on a map up to 32 signs; of a longer one its beginning, with the sign that there is more."""
    assert shortened("S" * 32) == "S" * 32
    assert shortened("Synthetic name of a very long kind of place") == "Synthetic name of a very long k…"


def test_a_share_of_a_disc() -> None:
    """A quarter is a quarter clockwise from the top; none and all have no sector."""
    assert sector(10, 0.25) == "M0 0V-10A10 10 0 0 1 10 0z"
    assert sector(10, 0.75) == "M0 0V-10A10 10 0 1 1 -10 0z"
    assert (sector(10, 0), sector(10, 1)) == ("", "")


def test_countries_are_named_inside() -> None:
    """A country's name lies within it and clear of what is there; without room it is left out."""
    cut = ground(synthetic_map(), Frame(Box(4, 2, 16, 11)), width=720)
    names = country_names(cut.outlines, 720, 540, ())
    assert [name.name for name in names] == ["Synthetia", "Fictonia"]
    assert names[0].x < 50 < names[1].x
    west = Rect(0, 0, 270, 405)
    assert [name.name for name in country_names(cut.outlines, 720, 540, (west,))] == ["Fictonia"]


def test_a_map_is_laid_out_for_the_longest_name() -> None:
    """Of a name in two languages the longer decides how much room is kept; a language the site lacks does not."""
    name = Name("Tanf", {"ar": "حامية التنف العسكرية", "ru": "Гарнизон у города Эт-Танф"})
    assert widest(name, ("en", "ar")) == "حامية التنف العسكرية"
    assert widest(name, ("en",)) == "Tanf"
    assert widest(Name("Deir ez-Zor Governorate", {"ar": "دير الزور"}), ("en", "ar")) == "Deir ez-Zor Governorate"


def test_each_language_of_a_name_is_shortened_for_itself() -> None:
    """A long name is cut in the language in which it is long, and stays whole in the other."""
    cut = shortened(Name("x" * 40, {"ar": "قصير"}))
    assert (str(cut), said(cut, Catalogue("ar"))) == ("x" * 31 + "…", "قصير")


def test_countries_are_named_in_the_language_of_the_page() -> None:
    """A country is called by its name in CLDR; the base map's own name stays where CLDR or the catalogue has none."""
    arabic = Catalogue("ar")
    assert [said(country_words(code, name), arabic) for code, name in (("JO", "Jordan"), ("", "Nowhere"))] == [
        "الأردن",
        "Nowhere",
    ]
    assert said(country_words("JO", "Jordan"), Catalogue("xx-unknown")) == "Jordan"
    saudi = Catalogue("ar", {("country", "Saudi Arabia"): ("السعودية",)})
    assert said(country_words("SA", "Saudi Arabia"), saudi) == "السعودية"
