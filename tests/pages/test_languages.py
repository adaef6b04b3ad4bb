"""Languages: their names and the direction they are written in."""

import pytest

from generator.pages.languages import RIGHT_TO_LEFT, direction, language_name


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("ar", "rtl"),
        ("ar-SY", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ckb", "rtl"),
        ("ur", "rtl"),
        ("en", "ltr"),
        ("en-GB", "ltr"),
        ("ku", "ltr"),
        ("kmr", "ltr"),
        ("arn", "ltr"),
        ("xyz", "ltr"),
        (None, "auto"),
    ],
)
def test_the_direction(language: str | None, way: str) -> None:
    """Arabic, Hebrew and their like run from right to left, whatever the region; of an unstated language the browser judges."""
    assert direction(language) == way


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ar", "Arabic"),
        ("ar-SY", "Arabic"),
        ("ckb", "Central Kurdish"),
        ("kmr", "Northern Kurdish"),
        ("xyz", "xyz"),
        ("xyz-Latn", "xyz-Latn"),
    ],
)
def test_the_name(language: str, name: str) -> None:
    """A language goes by its English name, and by its tag where the list has none."""
    assert language_name(language) == name


def test_every_language_from_right_to_left_is_a_base_language() -> None:
    """The list holds languages without region or script, as directions are looked up."""
    assert [language for language in RIGHT_TO_LEFT if not language.isalpha() or not language.islower()] == []
