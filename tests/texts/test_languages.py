"""Languages: the direction they are written in."""

import pytest

from generator.texts.languages import RIGHT_TO_LEFT, direction


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


def test_every_language_from_right_to_left_is_a_base_language() -> None:
    """The list holds languages without region or script, as directions are looked up."""
    assert [language for language in RIGHT_TO_LEFT if not language.isalpha() or not language.islower()] == []
