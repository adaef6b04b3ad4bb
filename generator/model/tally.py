"""Tallies: running counts that somebody has published, held apart from the archive's own records."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.counts import Count
from generator.model.dates import EdtfDate
from generator.model.entry import Entry, OneOrMany
from generator.model.report import Citation
from generator.model.text import Key, Line, Prose, Reference


class Figure(Entry):
    """One number of a tally."""

    what: Line
    """What is counted: `attacks reported`."""
    count: Count
    """The number stated."""
    counts: Literal["incidents", "people", "sites"] | None = None
    """What one of it is: `incidents` for attacks and other events, `people` for dead and injured, `sites` for bases; left out for anything else. Only incidents are held against the archive's records."""
    location: OneOrMany[Reference] = ()
    """Keys of the locations counted for, where they are not those of the tally."""
    as_stated: Line | None = None
    """The words of the report."""
    report: OneOrMany[Reference] = ()
    """Citations of this tally that give the number; left out where all do."""


class Tally(Entry):
    """A published running count: who states it, of what, over which period, as of when."""

    key: Key
    """The file's name without its ending; not written in the file."""
    name: Line
    """A neutral name."""
    figures: Annotated[tuple[Figure, ...], Field(strict=False, min_length=1)]
    """The numbers stated."""
    stated_by: Reference | None = None
    """Key of the source that keeps the count; left out where the report does not say."""
    as_of: EdtfDate
    """Day the count speaks for (EDTF), `unknown` where not stated."""
    basis: Line | None = None
    """What the day rests on, where it is inferred."""
    period: EdtfDate | None = None
    """Time counted over, as an interval (EDTF)."""
    location: OneOrMany[Reference] = ()
    """Keys of the locations counted for."""
    struck: OneOrMany[Reference] = ()
    """Keys of the actors whose sites or people are counted. Beside it stand only incidents of the archive in which one of them, or a part of one, is struck."""
    incomparable: Line | None = None
    """Why its figures cannot be held against this archive's records, as where it counts attacks in a country outside the archive's scope."""
    reports: Annotated[tuple[Citation, ...], Field(strict=False, min_length=1)]
    """Citations that give the count."""
    note: Prose | None = None
    """What the count includes, leaves out or leaves unclear."""

    @property
    def locations(self) -> tuple[str, ...]:
        """Keys of every location that it or one of its figures counts for, each once."""
        figures = (key for figure in self.figures for key in figure.location)
        return tuple(dict.fromkeys((*self.location, *figures)))
