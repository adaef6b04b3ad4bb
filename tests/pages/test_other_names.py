"""The name in another script that stands beside the name of a registry's entry."""

from generator.pages.other_names import name_in_own_script


def test_the_name_beside_the_name_is_in_other_letters() -> None:
    """A French abbreviation before an Arabic name is passed over: it is no name in another script."""
    names = {"en": ("SDF",), "fr": ("FDS",), "ar": ("قوات سوريا الديمقراطية",)}
    assert name_in_own_script(names) == ("قوات سوريا الديمقراطية", "ar", "rtl")


def test_names_in_latin_letters_alone_leave_nothing_beside_the_name() -> None:
    """Accents do not make another script, nor do digits."""
    assert name_in_own_script({"en": ("Rumeilan",), "tr": ("Deyrizor",), "es": ("Jarab al-Yir 24",)}) is None
