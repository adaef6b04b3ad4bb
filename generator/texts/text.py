"""Words of the archive's own: English where they are written, said in another language where a page is.

A view is made once for all languages of the interface. Its words are strings in English that know
how to be said by a catalogue (`generator.texts.catalogue`); the renderer asks them. Whatever is joined
from them by `+`, an f-string or `str.join` is a plain string and stays English, so that sentences
are made by `say` and `joined` alone.
"""

from collections.abc import Callable, Mapping, Sequence

from generator.texts.catalogue import Catalogue

Value = str | int | float


class Text(str):
    """Words in English that can be said in another language of the interface; in itself an ordinary string."""

    __slots__ = ("_said",)

    _said: Callable[[Catalogue], str]

    def __new__(cls, english: str, said: Callable[[Catalogue], str]) -> "Text":
        """Words whose English is given; `said` gives them by a catalogue."""
        text = super().__new__(cls, english)
        text._said = said
        return text

    def __deepcopy__(self, _: object) -> "Text":
        """Itself, as every string that cannot change."""
        return self

    def said(self, catalogue: Catalogue) -> str:
        """The words in the catalogue's language; in English where it has none for them."""
        return self._said(catalogue)


def said(value: Value, catalogue: Catalogue) -> str:
    """Any value in the catalogue's language: our own words translated, all else as it stands."""
    return value.said(catalogue) if isinstance(value, Text) else str(value)


def say(message: str, /, **values: Value) -> Text:
    """A message of the catalogue, with `values` in the places it names in braces."""
    return Text(
        message.format(**values), lambda catalogue: catalogue.message(message).format(**_inside(values, catalogue))
    )


def say_as(context: str, message: str, /, **values: Value) -> Text:
    """Like `say`, for a message whose English alone does not tell what it means: `context` says where it stands."""
    return Text(
        message.format(**values),
        lambda catalogue: catalogue.message(message, context).format(**_inside(values, catalogue)),
    )


def say_number(number: int, one: str, many: str, /, **values: Value) -> Text:
    """A message with a number, `{n}`, in the form the number asks for: `say_number(2, "{n} report", "{n} reports")`."""
    english = (one if number == 1 else many).format(n=number, **values)
    return Text(
        english, lambda catalogue: catalogue.counted(number, one, many).format(n=number, **_inside(values, catalogue))
    )


def joined(separator: str, parts: Sequence[str]) -> Text:
    """Parts of a line one after another, each said for itself, the empty ones left out."""
    return Text(
        separator.join(filter(None, parts)),
        lambda catalogue: catalogue.joined(
            separator,
            [(said(part, catalogue), is_ours(part), language_of(part, catalogue)) for part in parts if part],
        ),
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
        text._said = lambda catalogue: names.get(catalogue.language, name)
        text.names = names
        return text


def language_of(value: Value, catalogue: Catalogue) -> str:
    """The language in which a value stands on a page, and empty where it is that of the records."""
    if isinstance(value, Name):
        return catalogue.language if catalogue.language in value.names else ""
    return catalogue.language if isinstance(value, Text) else ""


def is_ours(value: Value) -> bool:
    """Whether a value is a number or words of ours, and so written in the direction of its page."""
    return not isinstance(value, str) or (isinstance(value, Text) and not isinstance(value, Name))


def _inside(values: Mapping[str, Value], catalogue: Catalogue) -> dict[str, str]:
    return {
        name: catalogue.inside(said(value, catalogue), ours=is_ours(value), language=language_of(value, catalogue))
        for name, value in values.items()
    }
