"""A synthetic base map: two square countries side by side on an island, one divided in two areas, with a river and a lake."""

import json
from collections.abc import Mapping

from generator.pages.map.base_map import BaseMap, base_map_of

SQUARE = {
    "cover": [-10.0, -10.0, 30.0, 20.0],
    # Whole degrees, in thousandths; each arc begins with a point and goes on in steps.
    "arcs": [
        [10000, 0, 0, 10000],  # 0: the border, from south to north
        [10000, 10000, -10000, 0, 0, -10000, 10000, 0],  # 1: the coast of the west
        [10000, 0, 10000, 0, 0, 10000, -10000, 0],  # 2: the coast of the east
        [5000, 0, 0, 10000],  # 3: the line between the two areas of the west
        [5000, 10000, -5000, 0, 0, -10000, 5000, 0],  # 4: the rest of area A
        [5000, 0, 5000, 0, 0, 10000, -5000, 0],  # 5: the rest of area B
        [2000, 10000, 0, -10000],  # 6: a river
        [16000, 4000, 2000, 0, 0, 2000, -2000, 0, 0, -2000],  # 7: a lake
    ],
    "countries": [
        {"code": "XW", "name": "Synthetia", "rings": [[0, 1]]},
        {"code": "XE", "name": "Fictonia", "rings": [[2, -1]]},
    ],
    "areas": [
        {"code": "XW-A", "name": "Area A", "rings": [[3, 4]]},
        {"code": "XW-B", "name": "Area B", "rings": [[5, -4]]},
    ],
    "land": [[1, 2]],
    "lakes": [[7]],
    "borders": [0],
    "coast": [1, 2],
    "area_borders": [3],
    "rivers": [6],
}


def synthetic_map() -> BaseMap:
    """The base map of `SQUARE`."""
    return base_map_of(json.dumps(SQUARE))


RECORD = """\
---
id: syb-000000{number}
title: Synthetic strike {number}
type: air-drone-strike
status: single-source
date: 2024-01-0{number}
location: {location}
reports:
  - {{url: "https://observatory.example/{number}", source: observatory}}
---
Synthetic account {number}.
"""
PLACED = (
    "alpha",
    "alpha",
    "{key: alpha, also: [far]}",
    "annex",
    "{key: shire, relation: in}",
    "lost",
    "{key: alpha, alternatives: [{key: town, report: other}]}",
)
"""Where the synthetic incidents 1 to 7 are placed."""


def mapped_files(shared: Mapping[str, str]) -> dict[str, str]:
    """An archive on the synthetic base map, with the vocabulary and one source of the `shared` files."""

    def place(name: str, kind: str, more: str) -> str:
        return f"name: {name}\nkind: {kind}\n{more}"

    def point(lat: float, lon: float, more: str = "") -> str:
        return f"coordinates: {{lat: {lat}, lon: {lon}{more}, basis: A synthetic gazetteer}}\n"

    kept = ("archive.yml", "vocabulary/", "sources/observatory")
    files = {path: text for path, text in shared.items() if path.startswith(kept)}
    files |= {
        "locations/westland.yml": place("Westland", "country", "ids: {iso3166: XW}\n"),
        "locations/eastland.yml": place("Eastland", "country", ""),
        "locations/shire.yml": place("Shire", "admin1", "within: westland\nids: {iso3166: XW-A}\n"),
        "locations/alpha.yml": place("Alpha", "base", "within: shire\n" + point(5, 3, ", uncertainty_km: 20")),
        "locations/annex.yml": place("Annex", "base", "within: alpha\n" + point(5.01, 3.01)),
        "locations/town.yml": place("Town", "settlement", "within: shire\n" + point(5.4, 3.4)),
        "locations/lost.yml": place("Lost post", "base", "within: shire\n"),
        "locations/far.yml": place("Far post", "base", "within: eastland\n" + point(5, 15)),
    }
    for number, location in enumerate(PLACED, 1):
        text = RECORD.format(number=number, location=location)
        if "other" in location:
            text = text.replace(
                "source: observatory}",
                'source: observatory}\n  - {url: "https://observatory.example/other", source: observatory, ref: other}',
            )
        files[f"records/2024/synthetic-{number}.md"] = text
    return files
