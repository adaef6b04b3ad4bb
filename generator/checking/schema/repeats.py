"""Repeats: a list names each thing once."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checking.checked import Checked
from generator.reading.finding import Finding, Rule, Suggestion
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc, path_words

REPEATED = Rule(
    "S116",
    "repeated",
    "error",
    "`{key}` says the same as `{first}`",
    "what stands twice in a list is counted and shown twice",
    "series: [us-bases, us-bases]\n",
    "series: [us-bases]\n",
)
REPEAT_RULES = (REPEATED,)


def check_repeats(checked: Checked) -> Iterator[Finding]:
    """Every item of a list that stands in it already, as it is written.

    Numbers may repeat, as the sentences of paragraphs do; citations that repeat are findings of the duplicates.
    """
    for (kind, key), raw in checked.judged.items():
        for loc, first in _repeated(raw.value, ()):
            if loc[0] != "reports" or len(loc) > 2:
                yield checked.finding(
                    REPEATED,
                    kind,
                    key,
                    loc,
                    key=path_words(loc),
                    first=path_words(first),
                    help="take one of the two out",
                    suggestion=_taken_out(raw, loc),
                    related=(checked.place(kind, key, first, "the first"),),
                )


def _taken_out(raw: RawRecord, loc: Loc) -> Suggestion | None:
    """The list without an item that it has already, word for word; None where a comment would go with it."""
    span = raw.positions.item_span(loc)
    return Suggestion("", "safe", span, verbatim=True) if span is not None else None


def _repeated(value: Any, loc: Loc) -> Iterator[tuple[Loc, Loc]]:
    """The place of every item of a list that equals an earlier one of it, with the place of that one."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, Mapping | list):
                yield from _repeated(inner, (*loc, key))
        if isinstance(also := value.get("also"), list) and value.get("key") in also:
            yield (*loc, "also", also.index(value["key"])), (*loc, "key")
    elif isinstance(value, list):
        seen: dict[str, int] = {}
        for number, item in enumerate(value):
            if isinstance(item, str | Mapping | list) and (first := seen.setdefault(_as_text(item), number)) < number:
                yield (*loc, number), (*loc, first)
            elif isinstance(item, Mapping | list):
                yield from _repeated(item, (*loc, number))


def _as_text(item: Any) -> str:
    """One text for all items that say the same, so that a long list is gone through once."""
    return json.dumps(item, ensure_ascii=False, sort_keys=True, default=str)
