"""Words of the archive's own: English where they are written, said in another language where a page is.

A view is made once for all languages of the interface. Its words are strings in English that know
how to be said by a catalogue (`generator.pages.texts`); the renderer asks them. Whatever is joined
from them by `+`, an f-string or `str.join` is a plain string and stays English, so that sentences
are made by `say` and `joined` alone.
"""

from collections.abc import Callable, Mapping, Sequence

from generator.pages.texts import Texts

Value = str | int | float


class Text(str):
    """Words in English that can be said in another language of the interface; in itself an ordinary string."""

    __slots__ = ("_said",)

    _said: Callable[[Texts], str]

    def __new__(cls, english: str, said: Callable[[Texts], str]) -> "Text":
        """Words whose English is given; `said` gives them by a catalogue."""
        text = super().__new__(cls, english)
        text._said = said
        return text

    def said(self, texts: Texts) -> str:
        """The words in the catalogue's language; in English where it has none for them."""
        return self._said(texts)


def said(value: Value, texts: Texts) -> str:
    """Any value in the catalogue's language: our own words translated, all else as it stands."""
    return value.said(texts) if isinstance(value, Text) else str(value)


def say(message: str, /, **values: Value) -> Text:
    """A message of the catalogue, with `values` in the places it names in braces."""
    return Text(message.format(**values), lambda texts: texts.message(message).format(**_inside(values, texts)))


def say_as(context: str, message: str, /, **values: Value) -> Text:
    """Like `say`, for a message whose English alone does not tell what it means: `context` says where it stands."""
    return Text(
        message.format(**values), lambda texts: texts.message(message, context).format(**_inside(values, texts))
    )


def say_number(number: int, one: str, many: str, /, **values: Value) -> Text:
    """A message with a number, `{n}`, in the form the number asks for: `say_number(2, "{n} report", "{n} reports")`."""
    english = (one if number == 1 else many).format(n=number, **values)
    return Text(english, lambda texts: texts.counted(number, one, many).format(n=number, **_inside(values, texts)))


def joined(separator: str, parts: Sequence[str]) -> Text:
    """Parts of a line one after another, each said for itself, the empty ones left out."""
    return Text(
        separator.join(filter(None, parts)), lambda texts: separator.join(said(part, texts) for part in parts if part)
    )


def listed(parts: Sequence[str]) -> Text:
    """Parts of a sentence: `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return joined("", parts)
    before = parts[0]
    for part in parts[1:-1]:
        before = say_as("list", "{before}, {next}", before=before, next=part)
    return say_as("list", "{before} and {last}", before=before, last=parts[-1])


class Name(Text):
    """The name of a registry's entry, said by the name it has in the page's language where it has one."""

    __slots__ = ("names",)

    names: Mapping[str, str]

    def __new__(cls, name: str, names: Mapping[str, str]) -> "Name":
        """A name and its names in other languages, by language tag."""
        text = str.__new__(cls, name)
        text._said = lambda texts: names.get(texts.language, name)
        text.names = names
        return text


def language_of(value: Value, texts: Texts) -> str:
    """The language in which a value stands on a page, and empty where it is that of the records."""
    if isinstance(value, Name):
        return texts.language if texts.language in value.names else ""
    return texts.language if isinstance(value, Text) else ""


def _inside(values: Mapping[str, Value], texts: Texts) -> dict[str, str]:
    return {name: texts.inside(said(value, texts), ours=_ours(value)) for name, value in values.items()}


def _ours(value: Value) -> bool:
    return not isinstance(value, str) or (isinstance(value, Text) and not isinstance(value, Name))
