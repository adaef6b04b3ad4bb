"""The site's address as data may pass it on."""

import ipaddress
from urllib.parse import urlsplit


def public_address(site_url: str | None) -> str | None:
    """The address unchanged; None where it is not set or leads only to the reader's own machine.

    Data travel: `http://127.0.0.1:8000/`, which a build without `SITE_URL` has, would name a
    different machine wherever they are read.
    """
    if not site_url:
        return None
    host = (urlsplit(site_url).hostname or "").rstrip(".")
    return None if _own_machine(host) else site_url


def _own_machine(host: str) -> bool:
    """`localhost` and names under it (RFC 6761), loopback addresses, and those that stand for any address."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host in ("", "localhost") or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
