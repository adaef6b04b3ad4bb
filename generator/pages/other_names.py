"""Other names of a record by language, as the macro `names` shows them."""

from collections.abc import Mapping

from generator.pages.languages import direction, language_name

NameGroups = tuple[tuple[str, str, str, tuple[str, ...]], ...]
"""For each language: its English name, its tag, its direction, the names."""


def other_names(names: Mapping[str, tuple[str, ...]]) -> NameGroups:
    """The groups in the order of the record; languages without a name are left out."""
    return tuple((language_name(tag), tag, direction(tag), texts) for tag, texts in names.items() if texts)


def name_in_own_script(names: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """The first name in a language other than English, with its tag and direction, to stand beside the name; None where there is none."""
    return next(
        ((texts[0], tag, direction(tag)) for tag, texts in names.items() if texts and tag.split("-")[0] != "en"), None
    )
