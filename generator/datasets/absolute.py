"""Addresses as datasets give them: absolute where the site's address is known."""


def absolute(site_url: str | None, address: str) -> str:
    """An address of this site as a full web address; without a `site_url`, as a path from the site's root."""
    return f"{site_url.rstrip('/')}/{address}" if site_url else address
