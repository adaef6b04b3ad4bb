"""Counts as sources give them: exact, a range, or open on one side; absent is not zero."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry

WholeNumber = Annotated[int, Field(ge=0, le=10_000_000)]


class CountRange(Entry):
    """The least and the most that is stated (UCDP's low and high estimates); at least one of them."""

    min: WholeNumber | None = None
    """The lowest number stated; left out where only an upper limit is given."""
    max: WholeNumber | None = None
    """The highest number stated; left out for "at least"."""

    approximate: bool = False
    """True where the source says "about" or "some"."""

    @model_validator(mode="after")
    def _ordered(self) -> "CountRange":
        if self.min is None and self.max is None:
            raise PydanticCustomError(
                "empty_count", "needs `min`, `max` or both; leave `count` out where none is stated"
            )
        if self.min is not None and self.max is not None and self.max < self.min:
            raise PydanticCustomError(
                "count_order",
                "`max` must not be below `min` ({max} is below {min})",
                {"min": self.min, "max": self.max, "field": "max"},
            )
        return self


def _exact(value: Any) -> Any:
    return {"min": value, "max": value} if type(value) is int else value


Count = Annotated[CountRange, BeforeValidator(_exact)]
"""A count as stated: `3` for exactly three, `{min: 10}` for at least ten, `{min: 2, max: 4}`, `0` for none, stated."""
