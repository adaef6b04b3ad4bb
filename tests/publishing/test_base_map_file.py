"""The vendored base map: it is what its notes say, and a project without it still builds."""

import hashlib
import re
from pathlib import Path

import pytest
from synthetic_project import ROOT

from generator.publishing.base_map_file import read_base_map
from generator.publishing.fault import PublishingError

VENDOR = ROOT / "site_templates" / "vendor" / "natural-earth"


def test_the_base_map_is_the_one_its_notes_describe() -> None:
    """The digest in the notes is that of the file, and every package in them has its notice."""
    notes = (VENDOR / "VENDOR.md").read_text(encoding="utf-8")
    digest = hashlib.sha256((VENDOR / "base-map.json").read_bytes()).hexdigest()
    assert re.findall(r"`base-map.json`: `([0-9a-f]{64})`", notes) == [digest]
    packages = re.findall(r"\| `([a-z-]+)` \| ([0-9.]+) \|", notes)
    licences = (VENDOR / "LICENSES.txt").read_text(encoding="utf-8")
    assert re.findall(r"^== (.+)-([0-9.]+)$", licences, re.MULTILINE) == packages
    assert len(packages) == 3


def test_the_base_map_holds_the_region() -> None:
    """The countries around Syria are whole in it, with the first-level areas of Syria and Jordan, and nothing is out of range."""
    base_map = read_base_map(VENDOR / "base-map.json")
    assert base_map is not None
    assert [code for code in ("SY", "IQ", "JO", "LB", "IL", "PS") if base_map.shape(code) is None] == []
    assert len([area for area in base_map.areas if area.code.startswith("SY-")]) == 14
    assert len([area for area in base_map.areas if area.code.startswith("JO-")]) == 12
    numbers = {
        arc if arc >= 0 else ~arc
        for shape in (*base_map.countries, *base_map.areas)
        for ring in shape.rings
        for arc in ring
    }
    numbers |= {*base_map.borders, *base_map.coast, *base_map.area_borders, *base_map.rivers}
    assert max(numbers) < len(base_map.arcs)


def test_outlines_close(tmp_path: Path) -> None:
    """Each arc of an outline begins where the one before it ends, and the last ends where the first begins."""
    base_map = read_base_map(VENDOR / "base-map.json")
    assert base_map is not None
    rings = [ring for shape in (*base_map.countries, *base_map.areas) for ring in shape.rings]
    open_rings = []
    for ring in (*rings, *base_map.land, *base_map.lakes):
        arcs = [base_map.arcs[arc] if arc >= 0 else base_map.arcs[~arc][::-1] for arc in ring]
        if any(before[-1] != after[0] for before, after in zip([arcs[-1], *arcs], arcs, strict=False)):
            open_rings.append(ring)
    assert open_rings == []


def test_without_the_file_there_is_no_base_map(tmp_path: Path) -> None:
    """A project that leaves the file out has no base map, and that is no fault."""
    assert read_base_map(tmp_path / "none.json") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cover": [1, 2, 3]}', '{"arcs": [["x"]]}'])
def test_any_other_file_is_refused(tmp_path: Path, text: str) -> None:
    """A file that is no base map is named, with the program that writes one."""
    file = tmp_path / "base-map.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PublishingError, match="is no base map as bin/base-map writes it"):
        read_base_map(file)
