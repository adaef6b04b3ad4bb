"""Web addresses that readers may safely follow: http or https, a public host, nothing hidden."""

import ipaddress
import re
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

_PRINTABLE_ASCII = re.compile(r"[!-~]+")
_UNSAFE = frozenset('"<>\\^`{|}')
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
LOCAL_ENDINGS = (".local", ".localhost", ".internal", ".invalid", ".home", ".lan", ".test", ".onion", ".arpa")
"""Ends of hosts that no reader can reach."""
_DOT_SEGMENT = re.compile(r"/(?:\.|%2e){1,2}(?=/|$)", re.IGNORECASE)
TRACKING = re.compile(r"^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_openstat)$", re.IGNORECASE)
"""Query parameters that say who followed a link and never which page it is."""


def _refuse(reason: str) -> PydanticCustomError:
    return PydanticCustomError("web_address", "{reason}", {"reason": reason})


def check_web_address(text: str) -> str:
    """The address unchanged, or an error that names what a reader's browser would be misled by.

    Refused: other schemes, user names before the host, ports, numeric or local hosts, spaces,
    control and non-ASCII characters, and forms that browsers silently rewrite (WHATWG URL
    standard), so that what is shown is where the link leads. The one thing that a browser may add
    is the slash behind a bare host.
    """
    if text.startswith(('"', "'")) or text.endswith(('"', "'")):
        raise _refuse("begins or ends with a quotation mark: put marks on both sides of the value, or none")
    if not _PRINTABLE_ASCII.fullmatch(text) or _UNSAFE & set(text):
        raise _refuse(
            "holds a space, a letter outside ASCII or a sign that addresses must percent-encode; copy it from the browser's address bar"
        )
    if not re.match(r"https?://[^/]", text):
        raise _refuse("must begin with http:// or https://")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _refuse("is not a web address that a browser can open") from None
    if "@" in parts.netloc:
        raise _refuse("must not hold a user name before the host (`@`)")
    if port is not None or parts.netloc.endswith(":"):
        raise _refuse("must not name a port")
    host = (parts.hostname or "").lower()
    if _is_number(host) or not _HOST.fullmatch(host) or host.endswith(LOCAL_ENDINGS):
        raise _refuse(f"must lead to a public host, not `{host[:80]}`")
    if parts.netloc != host:
        raise _refuse(f"must write its host in small letters: `{host[:80]}`")
    if _DOT_SEGMENT.search(parts.path):
        raise _refuse("must not hold `/./` or `/../`, which browsers leave out; copy it from the browser's address bar")
    if "'" in parts.query:
        raise _refuse("must write `'` behind the `?` as `%27`")
    return text


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return bool(re.fullmatch(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+))*", host))
    return True


def canonical_address(url: str) -> str:
    """The address by which two citations of one page are recognised; never shown.

    Scheme, `www.`, mobile and amp hosts and paths, tracking parameters, fragment and a final slash
    are left out.
    """
    parts = urlsplit(url)
    host = re.sub(r"^(?:(?:www|m|amp)\.)+(?=[^.]+\.)", "", (parts.hostname or "").lower())
    path = parts.path.rstrip("/")
    while path.endswith("/amp"):
        path = path.removesuffix("/amp").rstrip("/")
    query = urlencode(
        sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k))
    )
    return host + path + (f"?{query}" if query else "")


def host_of(url: str) -> str:
    """The host a link leads to, without `www.`, for showing beside the link."""
    return re.sub(r"^www\.", "", (urlsplit(url).hostname or "").lower())


WebAddress = Annotated[str, StringConstraints(max_length=1000), AfterValidator(check_web_address)]
"""An http or https address of a public page, exactly as the browser shows it."""
