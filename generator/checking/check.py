"""The check: raw records in, typed records and every finding out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pydantic import BaseModel

from generator.checking.catalogue import CODES
from generator.checking.checked import Checked
from generator.checking.consequences import without_consequences
from generator.checking.duplicates.events import Comparison, check_near_duplicates, compare
from generator.checking.duplicates.items import check_duplicates
from generator.checking.policy.coordinates import check_coordinates
from generator.checking.record_rules import found_in_file, found_in_records
from generator.checking.references.circles import check_circles
from generator.checking.references.identities import check_identities
from generator.checking.references.keys import DUPLICATE_ID, check_references
from generator.checking.references.ledger import check_ledgers
from generator.checking.references.named import named_in
from generator.checking.references.unknown_names import with_names_wanted
from generator.checking.schema.rules import MISSING_FILE
from generator.checking.schema.validation import check_schema
from generator.checking.waivers import without_waived
from generator.model.records import FIELDS, Records
from generator.model.settings import Settings
from generator.model.vocabulary import SCHEMES
from generator.reading.finding import Finding, Related, in_order
from generator.reading.folder import RawRecord, Reading
from generator.reading.places import kind_of
from generator.reading.yaml_rules import ALIAS, ANCHOR


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a check went by: from it follows what a change to one record can alter."""

    checked: Checked
    found: tuple[Finding, ...]
    """Every finding, also those that another one explains or that are waived."""
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of a check."""

    records: Records
    """Every record that passed the schema, whether or not a later rule has a finding about it."""
    findings: tuple[Finding, ...]
    """Every finding, the reader's included, in order of path, line and column."""

    @property
    def errors(self) -> int:
        """How many findings are errors; with one or more of them nothing is published."""
        return sum(finding.level == "error" for finding in self.findings)


def check(
    reading: Reading,
    *,
    today: date,
    mint: Callable[[], str],
    folder: str = "incidents",
    each_place: bool = False,
) -> Check:
    """Check everything that was read; what is given is that of `check_with_grounds`."""
    return check_with_grounds(reading, today=today, mint=mint, folder=folder, each_place=each_place)[0]


def check_with_grounds(
    reading: Reading,
    *,
    today: date,
    mint: Callable[[], str],
    folder: str = "incidents",
    each_place: bool = False,
) -> tuple[Check, Grounds]:
    """Check everything that was read, and say what the check went by.

    `today` bounds dates; `mint` gives fresh ids to print; `folder` is the name of the archive's
    folder as it stands in paths. What many files miss, such as a source whose file is gone, is one
    finding; with `each_place` it is one in each of these files.
    """
    findings = list(reading.findings)
    unjudged = {found.path for found in reading.findings if found.rule in (ANCHOR.code, ALIAS.code)}
    typed: dict[tuple[str, str], BaseModel] = {}
    raws: dict[tuple[str, str], RawRecord] = {}
    damaged: set[tuple[str, str]] = set()
    decimals = decimals_of(reading)
    for raw in reading.raw:
        entry: BaseModel | None = None
        # With aliases unread, what a file holds cannot be judged: its other faults would be guesses.
        if raw.path not in unjudged:
            entry, faults = check_schema(raw, mint)
            findings += (*faults, *found_in_file(raw, decimals))
        if entry is None:
            damaged.add((raw.kind, raw.key or str(raw.value.get("id", ""))))
            continue
        key = entry.id if raw.kind == "incident" else raw.key  # type: ignore[attr-defined]
        first = raws.get((raw.kind, key))
        if first is not None:
            findings.append(_duplicate_id(raw, first, key, mint()))
            continue
        typed[raw.kind, key], raws[raw.kind, key] = entry, raw
    checked = Checked(_records(typed, raws), MappingProxyType(raws), frozenset(damaged | _unread(reading, folder)))
    findings = [*with_names_wanted(checked, findings), *_missing_files(checked, folder)]
    findings += check_references(checked, each_place=each_place)
    findings += check_identities(checked, each_place=each_place)
    findings += found_in_records(checked, today)
    comparison = compare(checked)
    for rules in (check_circles, check_ledgers, check_coordinates, check_duplicates):
        findings += rules(checked)
    findings += check_near_duplicates(checked, comparison)
    shown = in_order(without_waived(checked, without_consequences(findings), CODES))
    return Check(checked.records, shown), Grounds(checked, tuple(findings), comparison)


def decimals_of(reading: Reading) -> int:
    """The archive's limit for positions in texts; the usual one where the settings give none that is one."""
    settings = next((raw.value for raw in reading.raw if raw.kind == "settings"), {})
    limit = settings.get("coordinate_decimals")
    return limit if type(limit) is int else int(Settings.model_fields["coordinate_decimals"].default)


def _unread(reading: Reading, folder: str) -> set[tuple[str, str]]:
    """Records whose files could not be read at all; what names them is not also reported.

    The id of an incident that could not be read is not known, so it stands as an empty key.
    """
    read = {raw.path for raw in reading.raw}
    unread: set[tuple[str, str]] = set()
    for finding in reading.findings:
        parts = tuple(finding.path.removeprefix(f"{folder}/").split("/"))
        kind = kind_of(parts)
        if finding.level == "error" and kind is not None and finding.path not in read:
            unread.add((kind, "" if kind in ("incident", "settings") else parts[-1].rpartition(".")[0]))
    return unread


def _missing_files(checked: Checked, folder: str) -> Iterator[Finding]:
    """One finding for the settings and for each vocabulary that records use and the archive does not have."""
    present = {*checked.raw, *checked.damaged}
    if not any(kind == "settings" for kind, _ in present):
        yield MISSING_FILE.finding(
            f"{folder}/archive.yml",
            None,
            file="archive.yml",
            what="what the archive is about",
            help="copy the one of another archive and change it",
        )
    used = {named.kind for incident in checked.records.incidents.values() for named in named_in(incident)}
    for scheme in SCHEMES:
        if scheme in used and ("vocabulary", scheme) not in present:
            yield MISSING_FILE.finding(
                f"{folder}/vocabulary/{scheme}.yml",
                None,
                file=f"vocabulary/{scheme}.yml",
                what=f"which {scheme} there are",
                help="copy the one of another archive and change it",
            )


def _duplicate_id(raw: RawRecord, first: RawRecord, key: str, fresh: str) -> Finding:
    return DUPLICATE_ID.finding(
        raw.path,
        raw.positions.value_span(("id",)),
        id=key,
        other=first.path,
        help=f"if both are one incident, keep one file; else give the newer of the two `id: {fresh}`: "
        "the id of a record that is published never changes",
        related=(Related(first.path, first.positions.value_span(("id",)), "the first record with this id"),),
    )


def _records(typed: Mapping[tuple[str, str], BaseModel], raws: Mapping[tuple[str, str], RawRecord]) -> Records:
    groups: dict[str, dict[str, BaseModel]] = {field: {} for field in FIELDS.values()}
    for (kind, key), entry in sorted(typed.items()):
        if kind in FIELDS:
            groups[FIELDS[kind]][key] = entry
    settings = next((entry for (kind, _), entry in typed.items() if kind == "settings"), None)
    paths = {place: raw.path for place, raw in raws.items()}
    frozen = {field: MappingProxyType(entries) for field, entries in groups.items()}
    return Records(settings=settings, paths=MappingProxyType(paths), **frozen)  # type: ignore[arg-type]


def publishable(reading: Reading, *, today: date, mint: Callable[[], str]) -> tuple[Check, Check]:
    """The check of everything, and the check of what is left when every file with an error is set aside.

    For `serve`: one broken record is shown as a finding and the site goes on without it. Setting a
    file aside can break what names it, and a vocabulary set aside takes with it every record that
    uses its words, so this repeats until nothing breaks. Errors are left only where they belong to
    no record, as where the settings are missing: then nothing can be shown.
    """
    whole = check(reading, today=today, mint=mint)
    kept, left = reading, whole
    if whole.errors:
        left = check(reading, today=today, mint=mint, each_place=True)
    while left.errors:
        bad = {finding.path for finding in left.findings if finding.level == "error"} | set(
            _without_words(left.records)
        )
        raw = tuple(record for record in kept.raw if record.path not in bad)
        if len(raw) == len(kept.raw) and not kept.findings:
            break
        kept = Reading(raw, ())
        left = check(kept, today=today, mint=mint, each_place=True)
    return whole, left


def _without_words(records: Records) -> Iterator[str]:
    """The file of every incident that uses a word of a vocabulary which is not there."""
    for key, incident in records.incidents.items():
        if any(named.kind in SCHEMES and named.kind not in records.vocabularies for named in named_in(incident)):
            yield records.paths["incident", key]
