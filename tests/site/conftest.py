"""The built site, every page parsed once, and the archive it shows."""

from datetime import date
from pathlib import Path

import pytest
from site_page import Pages, pages_of

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import check
from generator.reading.folder import read_archive


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """Every page of the site by its address."""
    return pages_of(site)


@pytest.fixture(scope="session")
def linked(built_project: Path) -> Archive:
    """The archive that the site shows."""
    read = read_archive(built_project / "incidents", prefix="incidents")
    return link(check(read, today=date(2026, 11, 22), mint=lambda: "syn-0000000").records)
