"""Catalogues read from PO files: what counts as said, and what is wrong with a file in plain words."""

from pathlib import Path

import pytest

from generator.publishing.catalogue_file import read_catalogue
from generator.publishing.fault import PublishingError
from generator.texts.catalogue import IN_ENGLISH

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'


def written(folder: Path, text: str) -> Path:
    """A folder with a catalogue in a synthetic language."""
    (folder / "fr.po").write_text(HEAD + text, encoding="utf-8")
    return folder


def test_english_needs_no_file(tmp_path: Path) -> None:
    """The words of the code are the English catalogue."""
    assert read_catalogue(tmp_path, "en") is IN_ENGLISH


def test_messages_contexts_and_forms_are_read(tmp_path: Path) -> None:
    """Each message stands under its context with its forms."""
    text = (
        'msgid "Synthetic"\nmsgstr "Synthétique"\n\nmsgctxt "place"\nmsgid "at"\nmsgstr "à"\n\n'
        'msgid "{n} report"\nmsgid_plural "{n} reports"\nmsgstr[0] "{n} rapport"\nmsgstr[1] "{n} rapports"\n'
    )
    read = read_catalogue(written(tmp_path, text), "fr")
    assert dict(read.messages) == {
        ("", "Synthetic"): ("Synthétique",),
        ("place", "at"): ("à",),
        ("", "{n} report"): ("{n} rapport", "{n} rapports"),
    }
    assert [read.form_of(number) for number in (0, 1, 2)] == [1, 0, 1]


@pytest.mark.parametrize(
    "text", ['msgid "Synthetic"\nmsgstr ""\n', '#, fuzzy\nmsgid "Synthetic"\nmsgstr "Synthétique"\n']
)
def test_what_is_empty_or_fuzzy_is_said_in_english(tmp_path: Path, text: str) -> None:
    """A translation nobody has approved is not shown."""
    assert read_catalogue(written(tmp_path, text), "fr").message("Synthetic") == "Synthetic"


def test_a_language_without_a_file_says_where_its_words_belong(tmp_path: Path) -> None:
    """The way out is in the message."""
    with pytest.raises(PublishingError) as fault:
        read_catalogue(tmp_path, "fr")
    assert str(fault.value) == (
        f"archive.yml names the language `fr`, and {tmp_path / 'fr.po'} does not exist: "
        "write its words there, or take the language out of `languages`."
    )


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    """A catalogue that cannot be read is a fault in words, with the file and the line."""
    with pytest.raises(PublishingError) as fault:
        read_catalogue(written(tmp_path, 'msgid "Synthetic\n'), "fr")
    assert str(fault.value).startswith(f"{tmp_path / 'fr.po'} is not a catalogue of words that can be read: ")


@pytest.mark.parametrize(
    "said", ["{0.__class__}", "{who.__class__}", "{who!r}", "{who:>9}", "{other}", "{", "{}", "{who"], ids=str
)
def test_a_translation_with_other_braces_is_refused(tmp_path: Path, said: str) -> None:
    """A translation may fill in only what the message names, as the message names it; the fault names both."""
    text = f'msgid "Read by {{who}}"\nmsgstr "Lu par {said}"\n'
    with pytest.raises(PublishingError) as fault:
        read_catalogue(written(tmp_path, text), "fr")
    assert str(fault.value) == (
        f"{tmp_path / 'fr.po'}: the translation of “Read by {{who}}” has something in braces that the message has not: "
        "write the same names in braces, and no others."
    )


def test_a_form_may_say_its_number_in_a_word(tmp_path: Path) -> None:
    """A form for one number needs no name in braces for it."""
    text = 'msgid "{n} report"\nmsgid_plural "{n} reports"\nmsgstr[0] "un rapport"\nmsgstr[1] "{n} rapports"\n'
    read = read_catalogue(written(tmp_path, text), "fr")
    assert read.counted(1, "{n} report", "{n} reports") == "un rapport"
