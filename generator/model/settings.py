"""Settings of an archive: `archive.yml`, the one file that says what the archive is about."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.dates import EdtfDate
from generator.model.entry import Entry, Many, OptionalTable
from generator.model.text import LanguageTag, Line, Narrative, Prose
from generator.model.web_address import WebAddress


class Licence(Entry):
    """The licence under which the records may be used."""

    name: Line
    """Short name, such as `CC BY 4.0`."""
    url: WebAddress
    """Address of the licence's text."""


class SettingsTranslation(Entry):
    """What the archive says of itself in another language of its site; what is left out stands in the first."""

    title: Line | None = None
    """Name of the archive."""
    description: Line | None = None
    """One sentence that says what the archive holds."""
    scope: Prose | None = None
    """What gets in and what does not."""
    about: Narrative | None = None
    """The text of the page about the archive, in Markdown."""
    known_weaknesses: Narrative | None = None
    """What a reader should bear in mind, in Markdown."""


class Settings(Entry):
    """What the archive is, what it covers and by which limits it is kept."""

    title: Line
    """Name of the archive, shown on every page."""
    description: Line
    """One sentence that says what the archive holds."""
    scope: Prose
    """What gets in and what does not."""
    id_prefix: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,5}$")]
    """Letters before the hyphen in each record id; never changed."""
    licence: Licence
    """Licence of the records."""
    period: EdtfDate | None = None
    """Time the archive means to cover (EDTF interval)."""
    languages: Annotated[Many[LanguageTag], Field(min_length=1)] = ("en",)
    """Languages of the site's frame: first the one the records are written in, then each that has pages of its own."""
    coordinate_decimals: Annotated[int, Field(ge=0, le=4)] = 2
    """Most decimals a coordinate may have; 2 is about one kilometre."""
    about: Narrative
    """The text of the page about the archive, in Markdown."""
    known_weaknesses: Narrative | None = None
    """What a reader should bear in mind, in Markdown; shown on the method page."""
    translations: OptionalTable[LanguageTag, SettingsTranslation]
    """The same texts in the other languages of the site, by language tag."""
