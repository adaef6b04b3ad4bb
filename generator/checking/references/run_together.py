"""Texts where one key belongs: several keys run together, and the words for an origin that has no file."""

import re
from collections.abc import Mapping

from generator.checking.references.named import Named
from generator.checking.registered_names import owners_among
from generator.checking.similarity import folded
from generator.reading.finding import Suggestion, quoted
from generator.reading.positions import Loc, Positions

_PARTED = re.compile(r"\s*[,;/&+]\s*|\s+and\s+")
_PLAIN = re.compile(r"\w[\w '’().-]{0,200}")


def several_keys(text: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of the entries that one text names, where it names two or more and nothing else."""
    owners = owners_among(known)
    for parts in (_PARTED.split(text.strip()), text.split()):
        keys = [part if part in known else owners.get(folded(part)) for part in parts]
        if len(keys) > 1 and all(keys):
            return tuple(key for key in keys if key)
    return ()


def way_apart(named: Named, keys: tuple[str, ...]) -> str:
    """How several keys that stand in one text are written."""
    listed = ", ".join(keys)
    if "chains" in named.loc:
        apart = ", ".join(f"[{key}]" for key in keys)
        return (
            f"these are {len(keys)}, each a step of its own: write `{listed}` where each names the next as its origin, "
            f"`{apart}` in `chains` where the item names both"
        )
    if isinstance(named.loc[-1], int):
        return f"these are {len(keys)}, each an item of its own: write `{listed}`"
    return f"these are {len(keys)}, and one belongs here: {' or '.join(f'`{key}`' for key in keys)}"


def as_unnamed(positions: Positions, named: Named) -> tuple[str, Suggestion | None] | None:
    """How a step of a chain is written whose words are no key; None elsewhere, and where the text looks like a key."""
    if "chains" not in named.loc or named.kind != "source" or " " not in named.key.strip():
        return None
    words = named.key if _PLAIN.fullmatch(named.key) else "…"
    if positions.has(_step(named.loc)) and not positions.has(named.loc):
        form = f"{{as_stated: {words}}}"
        suggestion = Suggestion(form, "unsafe", verbatim=True) if words != "…" else None
    else:
        form, suggestion = f"as_stated: {words}", None
    return f"an origin without a file is given in the item's words: write `{quoted(form, 120)}`", suggestion


def _step(loc: Loc) -> Loc:
    return loc[:-1] if loc[-1] == "source" else loc
