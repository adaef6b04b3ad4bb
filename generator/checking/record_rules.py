"""The rules about one record: what its file says, and what it says in the light of the records that it names."""

from collections.abc import Iterator
from datetime import date

from generator.checking.checked import Checked
from generator.checking.policy.chronology import check_chronology
from generator.checking.policy.editorial import check_policy
from generator.checking.policy.future import check_future
from generator.checking.policy.provenance import check_provenance
from generator.checking.references.citations import check_citations
from generator.checking.references.names import check_names
from generator.checking.references.statement_places import check_statement_places
from generator.checking.references.translations import check_translations
from generator.checking.safety.markup import check_safety
from generator.checking.safety.private_data import check_private_data
from generator.checking.safety.web_links import check_web_links
from generator.checking.schema.repeats import check_repeats
from generator.checking.style.titles import check_titles
from generator.checking.style.voice import check_style
from generator.reading.finding import Finding
from generator.reading.folder import RawRecord


def found_in_records(checked: Checked, today: date) -> Iterator[Finding]:
    """Findings that follow from one record and what it names; those of references and identities are apart."""
    for rules in (
        check_names,
        check_repeats,
        check_citations,
        check_statement_places,
        check_translations,
        check_chronology,
        check_policy,
        check_titles,
        check_style,
    ):
        yield from rules(checked)
    yield from check_future(checked, today)
    yield from check_provenance(checked, today)


def found_in_file(raw: RawRecord, decimals: int) -> Iterator[Finding]:
    """Findings that follow from what one file says, whatever the schema makes of it; `decimals` is the archive's limit."""
    yield from check_safety(raw)
    yield from check_private_data(raw, decimals)
    yield from check_web_links(raw)
