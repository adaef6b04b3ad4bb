"""Style: the archive's own voice is neutral, names its sources and calls things by their main names."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.style.texts import Text, own_texts
from generator.checking.style.wording import (
    Called,
    has_loaded_stem,
    loaded_words_in,
    misspelt_in,
    other_names_in,
    unsourced_in,
)
from generator.model.incident import Incident
from generator.reading.finding import Finding
from generator.reading.folder import RawRecord


def check_style(checked: Checked) -> Iterator[Finding]:
    """Every finding about wording in the archive's own voice."""
    names = checked.names
    for raw in checked.judged.values():
        texts = tuple(own_texts(raw))
        if has_loaded_stem(texts):
            for text in texts:
                yield from loaded_words_in(text, names.loaded)
    for key, incident in checked.judged_of(Incident):
        account = _account(checked.raw["incident", key])
        if account is not None:
            yield from unsourced_in(account)
            yield from misspelt_in(account, names.misspelt)
            yield from other_names_in(account, incident.title, called(checked, incident))
        for account in _translated_accounts(checked.raw["incident", key], incident):
            yield from unsourced_in(account)


def called(checked: Checked, incident: Incident) -> Iterator[Called]:
    """How the locations are called that an incident names."""
    for key in incident.location.keys:
        location = checked.records.locations.get(key)
        if location is not None and not checked.raw["location", key].broken:
            yield location.name, [name for names in location.names.values() for name in names]


def _translated_accounts(raw: RawRecord, incident: Incident) -> Iterator[Text]:
    """The account in other languages. Misspellings and other names are judged in the first: what is to stand instead is its word."""
    for tag, words in incident.translations.items():
        if words.body is not None:
            yield Text(raw, ("translations", tag, "body"), words.body)


def _account(raw: RawRecord) -> Text | None:
    """The account of an incident, below its keys or under `narrative`."""
    if raw.body is not None:
        return Text(raw, None, raw.body)
    narrative = raw.value.get("narrative")
    return Text(raw, ("narrative",), narrative) if isinstance(narrative, str) else None
