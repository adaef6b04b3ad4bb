"""A static host on this machine that answers as the public ones do: compressed, and with the site's own 404 page."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = frozenset(
    {"application/json", "application/atom+xml", "application/xml", "image/svg+xml", "text/javascript"}
)
"""Media types beside `text/*` that hosts compress."""
KEPT_FOR = 600
"""Seconds for which a browser may keep an answer, as GitHub Pages has it."""
LEVEL = 6
"""How hard gzip tries: what servers do by default."""


class StaticHost(SimpleHTTPRequestHandler):
    """Answers GET and HEAD with the files of a folder, and says nothing of it."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        """The head of the answer; gives its body."""
        path = Path(self.translate_path(unquote(urlsplit(self.path).path)))
        if path.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"{urlsplit(self.path).path}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            path /= "index.html"
        if path.is_file():
            return self._answer(HTTPStatus.OK, path)
        missing = Path(self.directory) / "404.html"
        if missing.is_file():
            return self._answer(HTTPStatus.NOT_FOUND, missing)
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def _answer(self, status: HTTPStatus, path: Path) -> BytesIO:
        kind = media_type(path)
        smaller = is_compressed(kind) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _compressed(path, path.stat().st_mtime_ns) if smaller else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_compressed(kind) else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", f"max-age={KEPT_FOR}")
        if is_compressed(kind):
            self.send_header("Vary", "Accept-Encoding")
        if smaller:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


def media_type(path: Path) -> str:
    """The media type of a file by its name."""
    if path.suffix in (".js", ".mjs"):
        return "text/javascript"
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def is_compressed(kind: str) -> bool:
    """Whether hosts compress files of this media type."""
    return kind.startswith("text/") or kind in COMPRESSED


@lru_cache(maxsize=512)
def _compressed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), LEVEL)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address, with a slash at its end, at which a folder is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(StaticHost, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
