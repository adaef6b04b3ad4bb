"""The tiny archive and the repository's own, linked and rendered once for all tests of pages."""

from collections.abc import Callable

import pytest
from lxml import html
from synthetic_site import FILES, ROOT, LenientRenderer, Site, archive_at, written

from generator.archive.archive import Archive
from generator.pages.incident_row import Rows, incident_rows
from generator.pages.page import Page


@pytest.fixture(scope="session")
def tiny_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of `FILES`."""
    return archive_at(written(tmp_path_factory.mktemp("tiny") / "incidents", FILES))


@pytest.fixture(scope="session")
def tiny_rows(tiny_archive: Archive) -> Rows:
    """Its incidents as rows."""
    return incident_rows(tiny_archive)


@pytest.fixture(scope="session")
def real_archive() -> Archive:
    """The archive this repository publishes."""
    return archive_at(ROOT / "incidents")


@pytest.fixture(scope="session")
def tiny(tiny_archive: Archive) -> Site:
    """The site of the tiny archive."""
    return Site(tiny_archive)


@pytest.fixture(scope="session")
def real(real_archive: Archive) -> Site:
    """The site of the repository's own archive."""
    return Site(real_archive)


@pytest.fixture(scope="session")
def rendered() -> Callable[[Page], html.HtmlElement]:
    """Renders one page, whatever it links to, and parses it."""
    renderer = LenientRenderer()
    return lambda page: html.fromstring(f"<main>{renderer.render(page)}</main>")
