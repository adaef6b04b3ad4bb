"""Names for feed entries that stay the same wherever the archive is published.

A UUID of version 5 (RFC 9562) follows from a name and so is no chance; the standard library's
module is not used because it also draws by chance and reads the clock, which no stage may.
"""

import hashlib

NAMESPACE = bytes.fromhex("71665d52d5f952f4a0d498f7e46be431")
"""Version 5 of `incident-archive` in the namespace of domain names. Fixed for ever: another one would make every entry new to every reader."""


def permanent_urn(name: str) -> str:
    """`urn:uuid:…` of version 5 for a record's id."""
    digest = hashlib.sha1(NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16]
    number = int.from_bytes(digest) & ~(0xF << 76) & ~(0x3 << 62) | 5 << 76 | 0x2 << 62
    text = f"{number:032x}"
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
