"""What languages are called."""

import pytest

from generator.pages.language_words import language_words


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ar", "Arabic"), ("ar-SY", "Arabic"), ("ckb", "Central Kurdish"), ("zh-Hant", "Chinese"), ("xx", "xx")],
)
def test_a_variant_is_called_by_its_language(tag: str, name: str) -> None:
    """A tag with a region or a script is called by its language; an unknown one stands as it is."""
    assert language_words(tag) == name
