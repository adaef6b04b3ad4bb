"""From a whole check to the baseline for the next one, where the archive is such that one incident can be judged alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import StringConstraints

from generator.checking.baseline import Baseline, facts_line
from generator.checking.check import Grounds, decimals_of
from generator.checking.duplicates.events import NEAR_DUPLICATE_RULES
from generator.checking.duplicates.items import SAME_ITEM, TWO_FILES, addresses_of
from generator.checking.duplicates.one_comparison import around_document, comparison_document
from generator.checking.incident_facts import incident_facts
from generator.checking.minting import prefix_of
from generator.checking.references.citations import CITATION_RULES
from generator.checking.references.names import REGISTERED_NAME, UNREGISTERED
from generator.checking.references.statement_places import STATEMENT_PLACE_RULES
from generator.checking.references.translations import TRANSLATION_RULES
from generator.checking.schema.repeats import REPEAT_RULES
from generator.model.incident import Incident
from generator.model.vocabulary import SCHEMES
from generator.model.web_address import canonical_address
from generator.reading.file_rules import FILE_NAME, NO_FOLDER, TWIN
from generator.reading.finding import Finding
from generator.reading.folder import Reading

_OF_ONE = frozenset(
    rule.code
    for rule in (
        *CITATION_RULES,
        *STATEMENT_PLACE_RULES,
        *TRANSLATION_RULES,
        *REPEAT_RULES,
        REGISTERED_NAME,
        UNREGISTERED,
    )
)
"""Of the rules of references and of the schema those whose findings follow from one record that is whole."""
_OF_THE_FOLDER = frozenset(rule.code for rule in (FILE_NAME, NO_FOLDER, TWIN))
_BETWEEN_TWO = frozenset(rule.code for rule in (SAME_ITEM, TWO_FILES))
_COMPARED = frozenset(rule.code for rule in NEAR_DUPLICATE_RULES)


def baseline_of(
    outcome: str, files: str, reading: Reading, grounds: Grounds, contents: Mapping[str, bytes]
) -> Baseline | None:
    """The baseline of an archive; None where something is missing or unread, or stands in two records.

    `outcome` and `files` are as the baseline holds them.
    """
    if not _is_settled(reading, grounds):
        return None
    checked, comparison = grounds.checked, grounds.comparison
    lines = []
    for key in checked.records.incidents:
        facts = incident_facts(checked, key, comparison.traits.get(key), contents)
        lines.append(facts_line(checked.raw["incident", key].path, key, facts))
    return Baseline(outcome, files, "".join(lines), _head(grounds, decimals_of(reading), prefix_of(reading)))


def _is_settled(reading: Reading, grounds: Grounds) -> bool:
    checked = grounds.checked
    vocabularies = all(scheme in checked.records.vocabularies for scheme in SCHEMES)
    if checked.damaged or len(reading.raw) != len(checked.raw) or not vocabularies or checked.records.settings is None:
        return False
    return all(
        finding.rule not in _OF_THE_FOLDER and (finding.rule[0] not in "RS" or finding.rule in _OF_ONE)
        for finding in grounds.found
    )


def _head(grounds: Grounds, decimals: int, prefix: str) -> Mapping[str, Any]:
    checked, records, names = grounds.checked, grounds.checked.records, grounds.checked.names
    tallies = (addresses_of(checked, "tally", key, tally.reports) for key, tally in records.tallies.items())
    files: dict[str, str] = {}
    for key, report in records.reports.items():
        if report.url is not None:
            files.setdefault(canonical_address(report.url), key)
    return {
        "touched": sorted(_touched(grounds.found)),
        "faulty": sorted(_faulty(grounds)),
        "longest": _longest_account(),
        "decimals": decimals,
        "prefix": prefix,
        "sources": names.sources,
        "locations": names.locations,
        "loaded": names.loaded,
        "misspelt": names.misspelt,
        "in_tallies": sorted({address for found in tallies for address in found}),
        "reports": files,
        "alike": sorted({finding.path for finding in grounds.found if finding.rule in _COMPARED}),
        "around": around_document(grounds.comparison.around),
        "compared": comparison_document(grounds.comparison),
    }


def _faulty(grounds: Grounds) -> set[str]:
    """Files with a finding, be it shown or not, and incidents that waive one."""
    records, paths = grounds.checked.records, grounds.checked.records.paths
    waiving = {paths["incident", key] for key, incident in records.incidents.items() if incident.waive}
    return {finding.path for finding in grounds.found} | waiving


def _longest_account() -> int:
    """The most signs that the schema allows for the account of an incident; 0 where that is not all it asks for."""
    limits = Incident.model_fields["body"].metadata
    most = next((limit.max_length for limit in limits if isinstance(limit, StringConstraints)), None)
    return most if most and limits == [StringConstraints(min_length=1, max_length=most)] else 0


def _touched(findings: Iterable[Finding]) -> set[str]:
    touched = set()
    for finding in findings:
        others = {related.path for related in finding.related} - {finding.path}
        touched |= others
        if finding.rule in _BETWEEN_TWO or (others and finding.rule not in _COMPARED):
            touched.add(finding.path)
    return touched
