"""Languages of translations: those in which the site has pages, beside the one the records are written in."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.model.incident import Incident
from generator.model.settings import Settings
from generator.reading.finding import Finding, Rule, quoted

TRANSLATION_LANGUAGE = Rule(
    "R216",
    "translation-language",
    "warning",
    "the translation into `{tag}` is shown nowhere: {reason}",
    "a reader finds a translation on the pages in its language, and on no others",
    "translations:\n  arb:\n    title: ضربة بالطائرات المسيّرة على قاعدة أمريكية\n",
    "translations:\n  ar:\n    title: ضربة بالطائرات المسيّرة على قاعدة أمريكية\n",
)
TRANSLATION_RULES = (TRANSLATION_LANGUAGE,)


def check_translations(checked: Checked) -> Iterator[Finding]:
    """Every finding about the languages into which incidents are translated."""
    settings = checked.records.settings
    if settings is None:
        return
    for key, incident in checked.judged_of(Incident):
        for tag in incident.translations:
            if tag not in settings.languages[1:]:
                yield _finding(checked, settings, key, tag)


def _finding(checked: Checked, settings: Settings, key: str, tag: str) -> Finding:
    first, *others = settings.languages
    if tag == first:
        reason = "it is the language the records are written in"
        way = "write it as `title` and as the account of the record, and take it out of `translations`"
    else:
        reason = "`languages` in `archive.yml` does not name it"
        named = f"write one that is named ({', '.join(f'`{other}`' for other in others)}), or " if others else ""
        way = f"{named}add `{quoted(tag)}` to `languages`, so that the site has pages in it"
    return checked.finding(
        TRANSLATION_LANGUAGE,
        "incident",
        key,
        ("translations", tag),
        on_key=True,
        tag=quoted(tag),
        reason=reason,
        help=way,
    )
