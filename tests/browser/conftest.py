"""A headless browser, and a static host that has this project's own site."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright
from synthetic_project import SITE_URL

BELOW = urlsplit(SITE_URL).path


class Quiet(SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; where there is none the tests are left out, but not in continuous integration."""
    executable = os.environ.get("CHROMIUM", "")
    if not executable:
        if os.environ.get("CI") == "true":
            pytest.fail("CHROMIUM names no browser")
        pytest.skip("CHROMIUM names no browser; `make test` sets it where it finds one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a static host that has the site below a path."""
    root = tmp_path_factory.mktemp("host")
    place = root / BELOW.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BELOW}"
    server.shutdown()
