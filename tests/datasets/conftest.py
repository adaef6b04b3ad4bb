"""A small synthetic archive, read, checked and linked as a real one is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from synthetic_archive import RECORDS, REGISTRY, linked

from generator.archive.archive import Archive

Build = Callable[..., Archive]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Link an archive of these records (file name to text) with the synthetic registry."""

    def built(**records: str) -> Archive:
        files = REGISTRY | {f"records/{name}.md": text for name, text in records.items()}
        for name, text in files.items():
            path = tmp_path / "incidents" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.lstrip("\n"), encoding="utf-8")
        return linked(tmp_path / "incidents")

    return built


@pytest.fixture
def archive(build: Build) -> Archive:
    """Three records: one with everything, the least there can be, and one withdrawn."""
    return build(**RECORDS)
