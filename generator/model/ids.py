"""Opaque, permanent record ids: an archive's prefix, a hyphen and seven random signs."""

import re
from collections.abc import Callable, Container
from typing import Annotated

from pydantic import StringConstraints

SIGNS = "0123456789bcdfghjkmnpqrstvwxyz"
"""Digits and consonants without `l`: no word can arise by chance and none is mistaken for `1`."""

LENGTH = 7

ID_PATTERN = rf"^[a-z]{{2,5}}-[{SIGNS}]{{{LENGTH}}}$"

IncidentId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""An incident's identity, as `syb-4k7m2xq`: minted once, never derived, changed or used again."""

_SHAPE = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Whether a text has the shape of an incident id."""
    return _SHAPE.fullmatch(text) is not None


def mint_id(prefix: str, choose: Callable[[str], str], taken: Container[str] = ()) -> str:
    """A fresh id that is not among those taken.

    `choose` picks one sign of a string; the command line passes `secrets.choice`, a test anything
    that repeats. Seven of thirty signs give 21,870,000,000 ids, so a second draw is rare.
    """
    while True:
        minted = f"{prefix}-{''.join(choose(SIGNS) for _ in range(LENGTH))}"
        if minted not in taken:
            return minted
