"""Series: incidents that somebody presents as belonging together."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Entry, Many
from generator.model.report import Assertion
from generator.model.text import Key, Line, Prose


class Series(Entry):
    """A wave, a campaign or incidents of one report; incidents name it in their `series`."""

    key: Key
    """The file's name without its ending; not written in the file."""
    name: Line
    """A neutral name."""
    kind: Literal["same-report", "wave", "campaign", "curatorial"]
    """`same-report`: told together in one report; `wave` and `campaign`: asserted by somebody; `curatorial`: put together by the editors."""
    asserted_by: Many[Assertion] = ()
    """Who presents them as belonging together; required unless `curatorial`."""
    note: Prose | None = None
    """What the series does and does not say."""

    @model_validator(mode="after")
    def _asserted(self) -> "Series":
        if self.kind != "curatorial" and not self.asserted_by:
            raise PydanticCustomError(
                "series_unasserted", "needs `asserted_by`: a report that presents these incidents together"
            )
        return self
