"""The host that stands for a public one."""

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.audit.static_host import hosted

TEXT = "<!doctype html><p>Synthetic page" * 50


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """A host with a page, a picture, and a page for addresses that are not there."""
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"synthetic")
    (tmp_path / "script.js").write_text("0;", encoding="utf-8")
    (tmp_path / "404.html").write_text("nothing here", encoding="utf-8")
    with hosted(tmp_path) as address:
        yield address


def answer(host: str, path: str, compressed: bool = True) -> tuple[HTTPResponse, bytes]:
    """The answer to a browser, and its body as it came."""
    connection = HTTPConnection(urlsplit(host).netloc, timeout=5)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"} if compressed else {})
    response = connection.getresponse()
    return response, response.read()


def test_text_is_compressed_for_those_who_take_it(host: str) -> None:
    """A page is compressed for a browser, and comes as it is to those who do not ask for that."""
    response, body = answer(host, "/page/?x=1")
    assert (response.status, response.headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(body).decode() == TEXT
    plain, whole = answer(host, "/page/", compressed=False)
    assert (plain.headers["Content-Encoding"], whole.decode()) == (None, TEXT)


@pytest.mark.parametrize(
    ("name", "kind"), [("picture.png", "image/png"), ("script.js", "text/javascript; charset=utf-8")]
)
def test_files_have_their_media_type(host: str, name: str, kind: str) -> None:
    """A script is sent as a script, and a picture as it is: it is compressed already."""
    response, _ = answer(host, f"/{name}")
    assert response.headers["Content-Type"] == kind
    assert (response.headers["Content-Encoding"] == "gzip") == (name == "script.js")


def test_a_folder_without_its_slash_leads_on(host: str) -> None:
    """The address of a page without the slash leads to the one with it."""
    response, _ = answer(host, "/page")
    assert (response.status, response.headers["Location"]) == (301, "/page/")


def test_what_is_not_there_has_a_page(host: str) -> None:
    """An address that is not there gets the site's own page and 404, and so does one above the folder."""
    for path in ("/nowhere/", "/../secret"):
        response, body = answer(host, path, compressed=False)
        assert (response.status, body) == (404, b"nothing here")
