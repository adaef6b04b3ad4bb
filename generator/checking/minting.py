"""Fresh incident ids for an archive as it was read."""

import re
from collections.abc import Callable, Iterable

from generator.model.ids import mint_id
from generator.reading.folder import Reading

NO_PREFIX = "xxx"
"""Stands before a minted id where `archive.yml` gives no prefix."""


def minter(reading: Reading, choose: Callable[[str], str]) -> Callable[[], str]:
    """Gives ids with the archive's prefix, none taken there and none given twice.

    `choose` picks one sign of a string; only the ends of the program, the command line and the
    MkDocs plugin, pass one that draws by chance.
    """
    return minter_beside(
        prefix_of(reading), {str(raw.value.get("id")) for raw in reading.raw if raw.kind == "incident"}, choose
    )


def prefix_of(reading: Reading) -> str:
    """What ids of the archive begin with, as far as its settings say."""
    settings = next((raw.value for raw in reading.raw if raw.kind == "settings"), {})
    given = settings.get("id_prefix")
    return given if isinstance(given, str) and re.fullmatch(r"[a-z]{2,5}", given) else NO_PREFIX


def minter_beside(prefix: str, ids: Iterable[str], choose: Callable[[str], str]) -> Callable[[], str]:
    """Gives ids with a prefix, none of `ids` and none given twice; `choose` as for `minter`."""
    taken = set(ids)

    def mint() -> str:
        minted = mint_id(prefix, choose, taken)
        taken.add(minted)
        return minted

    return mint
