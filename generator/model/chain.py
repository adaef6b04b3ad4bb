"""Chains of attribution: whom an item names as its origin, step by step."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry
from generator.model.text import Line, Reference


class Link(Entry):
    """One step of an attribution chain: whom the step before names."""

    source: Reference | None = None
    """Key of the source named."""
    as_stated: Line | None = None
    """How the origin is named, where it has no source record: `independent sources`."""
    verb: Line | None = None
    """How the item puts it: `said`, `reported`, `claimed`."""
    inferred: bool = False
    """True where the step is the editors' inference and not stated by the item."""

    @model_validator(mode="after")
    def _named(self) -> "Link":
        if self.source is None and self.as_stated is None:
            raise PydanticCustomError("unnamed_link", "needs `source` (a key) or `as_stated` (the item's words)")
        return self


def _link(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


Chain = Annotated[tuple[Annotated[Link, BeforeValidator(_link)], ...], Field(strict=False, min_length=1, max_length=10)]
"""One line of attribution, nearest first: `[al-mayadeen, {as_stated: independent sources}]`."""
