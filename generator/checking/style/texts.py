"""The texts of a record, each with where it stands and whose words it holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.finding import Span
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc, path_words, texts_within

OTHERS_WORDS = frozenset({"as_stated", "quote", "said_by", "verb", "names", "hidden_names", "was", "now"})
"""Keys whose texts are not the archive's own: what reports say, and what others call a thing."""

_OWN_KEYS = frozenset({
    "about", "basis", "body", "content_warnings", "definition", "description", "gist", "incomparable", "issue",
    "known_weaknesses", "label", "leaves_open", "narrative", "nature_basis", "no_url", "note", "notes",
    "reason", "scope", "status_basis", "what", "who", "why",
})  # fmt: skip
"""Keys whose texts the editors write themselves, in every kind of record."""

_OWN_NAMES = {
    "incident": ("title",),
    "location": ("name",),
    "series": ("name",),
    "tally": ("name",),
    "vocabulary": ("name",),
    "settings": ("title",),
}
"""Names that the editors give; a source and an actor are called what they call themselves."""

_QUOTATION = re.compile(
    r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"\n]*\"|(?<!\w)['‘][^'’\n]+['’](?!\w)|^ {0,3}>.*$", re.MULTILINE
)
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record. `loc` is None for the account below the keys."""

    raw: RawRecord
    loc: Loc | None
    text: str

    @property
    def where(self) -> str:
        """What the text is called in a message: `the account`, or its place in the record."""
        return "the account" if self.loc is None else f"`{path_words(self.loc)}`"

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of it stand in the file."""
        if self.loc is not None:
            return self.raw.positions.part_span(self.loc, start, end)
        before = self.text[:start]
        line = self.raw.body_line + before.count("\n")
        column = start - (before.rfind("\n") + 1) + 1
        return Span(line, column, line, column + max(end - start, 1))


def texts_of(raw: RawRecord) -> Iterator[Text]:
    """Every text of a record, the account last."""
    for loc, text in texts_within(raw.value):
        yield Text(raw, loc, text)
    if raw.body is not None:
        yield Text(raw, None, raw.body)


def own_texts(raw: RawRecord) -> Iterator[Text]:
    """The texts in the archive's own voice: without quotations, items' titles and the names that others use."""
    names = _OWN_NAMES.get(raw.kind, ())
    for text in texts_of(raw):
        if text.loc is None or _is_own(text.loc, names):
            yield text


def without_quotations(text: str) -> str:
    """The text with what stands in quotation marks, and every web address, blanked out; as long as before."""
    return _blanked(_QUOTATION, without_addresses(text))


def without_addresses(text: str) -> str:
    """The text with every web address blanked out; as long as before."""
    return _blanked(_ADDRESS, text) if "://" in text else text


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def _is_own(loc: Loc, names: tuple[str, ...]) -> bool:
    # What the editors say in one language they say in another: `translations`, the language, then the same keys.
    loc = loc[2:] if loc[0] == "translations" else loc
    keys = [part for part in loc if isinstance(part, str)]
    if OTHERS_WORDS & set(keys):
        return False
    return (len(loc) == 1 and keys[0] in names) or keys[-1] in _OWN_KEYS
