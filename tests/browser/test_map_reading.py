"""Maps in a real browser: nothing over anything else, reachable by keyboard, legible in light and dark, wide and narrow."""

import itertools
import math
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from window import opened

pytestmark = pytest.mark.browser

REGIONS = {
    "home": "",
    "locations": "locations/",
    "country": "locations/syria/",
    "province": "locations/deir-ez-zor-governorate/",
}
PLACES = {
    "incident": "incidents/syb-t4wnyh8/",
    "incident in a province": "incidents/syb-4k7m2xq/",
    "incident at three places": "incidents/syb-q46k56m/",
    "location": "locations/conoco-gas-field/",
}
WIDTHS = (320, 390, 768, 1280, 1920)

SEEN = """
() => [...document.querySelectorAll('.map-drawing')].flatMap(map => {
  const box = element => { const r = element.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] }
  const shown = selector => [...map.querySelectorAll(selector)].filter(e => e.getClientRects().length)
  return [{
    map: box(map),
    words: shown('text').map(e => [e.textContent, ...box(e)]),
    discs: shown('.map-disc, .map-dot').map(e => ['', ...box(e)]),
    reach: shown('.map-reach').map(box),
  }]
})
"""


def maps(page: Page) -> list[dict[str, Any]]:
    """What can be seen of the maps on a page: words, circles and targets as rectangles in pixels."""
    found: list[dict[str, Any]] = page.evaluate(SEEN)
    assert found != []
    return found


def overlap(one: list[Any], other: list[Any]) -> bool:
    """Whether two named rectangles share more than a pixel both ways."""
    return min(one[3], other[3]) - max(one[1], other[1]) > 1 and min(one[4], other[4]) - max(one[2], other[2]) > 1


def cover(one: list[Any], other: list[Any]) -> bool:
    """Whether two circles, given by the squares around them, share more than a pixel."""
    middles = [((disc[1] + disc[3]) / 2, (disc[2] + disc[4]) / 2) for disc in (one, other)]
    return math.dist(*middles) < (one[3] - one[1] + other[3] - other[1]) / 2 - 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", [*REGIONS.values(), *PLACES.values()], ids=[*REGIONS, *PLACES])
def test_nothing_lies_over_anything_else(browser: Browser, host: str, path: str, width: int) -> None:
    """No word of a map overlaps another, none leaves the map, no mark of a region covers another, and the page scrolls down only."""
    page, wrong = opened(browser, host + path, width=width)
    assert wrong == []
    for found in maps(page):
        left, top, right, bottom = found["map"]
        assert right - left > 200
        words = found["words"]
        assert [pair for pair in itertools.combinations(words, 2) if overlap(*pair)] == []
        assert [w for w in words if w[1] < left - 1 or w[2] < top - 1 or w[3] > right + 1 or w[4] > bottom + 1] == []
        if found["reach"]:
            assert [pair for pair in itertools.combinations(found["discs"], 2) if cover(*pair)] == []
    wide = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", REGIONS.values(), ids=REGIONS.keys())
def test_marks_are_reached_by_keyboard(browser: Browser, host: str, path: str, width: int) -> None:
    """Tab goes through the marks one by one, each shows that it is the one, is at least 24 pixels wide and high, and Enter follows it."""
    page, _ = opened(browser, host + path, width=width)
    marks = page.evaluate(
        "[...document.querySelectorAll('.map-mark')].filter(e => e.getClientRects().length).map(e => e.href.baseVal)"
    )
    assert len(marks) > 3
    assert [
        box for found in maps(page) for box in found["reach"] if box[2] - box[0] < 23.9 or box[3] - box[1] < 23.9
    ] == []
    page.evaluate(
        """() => { const all = [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')];
        const first = document.querySelector('.map-mark');
        all.filter(e => e.compareDocumentPosition(first) & 4 && e.checkVisibility() && !e.matches('[tabindex="-1"]')).at(-1).focus() }"""
    )
    reached = []
    for _ in marks:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        assert (
            page.evaluate(
                "parseFloat(getComputedStyle(document.activeElement.querySelector('.map-reach')).strokeWidth)"
            )
            >= 2
        )
    assert reached == marks
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{marks[-1].removeprefix('..')}")
    assert page.locator("h1").is_visible()
    page.context.close()


CONTRAST = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
  const light = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) }
  const map = document.querySelector('.map-drawing')
  const of = (selector, part) => [...map.querySelectorAll(selector)].map(e => getComputedStyle(e)[part])
  const grounds = ['.map-sea', '.map-land', '.map-focus'].flatMap(s => of(s, 'fill'))
  const least = colours => Math.min(...colours.flatMap(c => grounds.map(g => ratio(c, g))))
  return {
    grounds: grounds.length,
    words: least([...of('text', 'fill'), ...of('text tspan', 'fill')]),
    marks: least([...of('.map-disc:not(.map-firm)', 'stroke'), ...of('.map-firm', 'fill'), ...of('.map-dot', 'fill'), ...of('.map-ring', 'stroke'), ...of('.map-area', 'stroke')]),
    halves: Math.min(...of('.map-disc:not(.map-firm)', 'fill').flatMap(a => of('.map-firm', 'fill').map(b => ratio(a, b))), 99),
  }
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*REGIONS.values(), *PLACES.values()], ids=[*REGIONS, *PLACES])
def test_maps_can_be_read(browser: Browser, host: str, path: str, scheme: str) -> None:
    """Words stand out from every ground of the map by 4.5 to 1, marks and the two parts of a circle by 3 to 1, in light and dark."""
    page, _ = opened(browser, host + path, scheme=scheme)
    found = page.evaluate(CONTRAST)
    assert found["grounds"] >= 2
    assert found["words"] >= 4.5
    assert found["marks"] >= 3
    assert found["halves"] >= 3
    page.context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_one_layer_of_marks_is_shown(browser: Browser, host: str, width: int) -> None:
    """A map shows the marks set for its width and no others, without JavaScript too, and prints them."""
    page, _ = opened(browser, host, width=width, scripts=False)
    layers = {320: "map-narrow", 390: "map-middle", 1280: "map-wide"}
    shown = "[...document.querySelectorAll('.map-drawing > g')].filter(e => e.getClientRects().length).map(e => e.getAttribute('class'))"
    with_script, _ = opened(browser, host, width=width)
    assert with_script.evaluate(shown) == [layers[width]]
    with_script.emulate_media(media="print")
    assert len(with_script.evaluate(shown)) == 1
    assert page.locator(f".{layers[width]} .map-mark").first.is_visible()
    page.context.close()
    with_script.context.close()
