"""Names that lead nowhere, and the one finding for all places that miss the same thing.

Where a file was renamed or a term taken out of a vocabulary, every record that names it misses it: that is one
mistake and one finding, at what was renamed, or else at the first place that misses it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.checking.checked import Checked
from generator.checking.references.named import Named, all_named
from generator.checking.similarity import nearest
from generator.model.vocabulary import SCHEMES
from generator.reading.file_rules import FILE_NAME
from generator.reading.finding import Finding, Related, Rule, Suggestion
from generator.reading.places import REGISTRY_FOLDERS

_SHOWN = 4
"""Other places that a finding names."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """One place that names what is not there."""

    named: Named
    finding: Finding
    known_as: str | None = None
    """The key of what it does name, by another of its names; such a place is mended by itself."""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The key of the one order of findings."""
        return self.finding.order


def joined(
    checked: Checked, unknown: Iterable[Unknown], used: frozenset[tuple[str, str]], rule: Rule
) -> Iterator[Finding]:
    """One finding for each thing that is missed in several files; `used` holds the kind and key of all that is named."""
    groups: dict[tuple[str, str], list[Unknown]] = {}
    for place in sorted(unknown, key=lambda place: place.order):
        groups.setdefault((place.named.kind, place.named.key), []).append(place)
    for (kind, key), places in groups.items():
        if any(place.known_as for place in places) or len({place.finding.path for place in places}) < 2:
            yield from (place.finding for place in places)
            continue
        renamed = _renamed(checked, kind, key, used)
        first = places[0].finding
        shown = places if renamed else places[1:]
        related = tuple(Related(place.finding.path, place.finding.span, "named here") for place in shown[:_SHOWN])
        more = len(shown) - _SHOWN
        count = f"{len(places)} places name it" + (f"; {_SHOWN} of them are shown" if more > 0 else "")
        if renamed is None:
            yield replace(first, help=f"{first.help}. {count}", related=(*first.related, *related))
        else:
            yield _at_what_was_renamed(checked, kind, key, renamed, count, related, rule)


def with_names_wanted(checked: Checked, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings; one about a file's name gives the name by which records already call it."""
    wanted: list[Named] | None = None
    for finding in findings:
        kind = REGISTRY_FOLDERS.get(finding.path.split("/")[-2] if "/" in finding.path else "")
        if finding.rule != FILE_NAME.code or kind is None:
            yield finding
            continue
        if wanted is None:
            wanted = list(all_named(checked.records))
        stem = finding.path.rpartition("/")[2].rpartition(".")[0]
        places = [named.key for named in wanted if named.kind == kind and named.key not in checked.known(kind)]
        name = nearest(stem, dict.fromkeys(places))
        count = places.count(name) if name else 0
        way = f"Rename it to `{name}.yml`: {count} {'place names' if count == 1 else 'places name'} it so."
        yield replace(finding, help=way) if name else finding


def _renamed(checked: Checked, kind: str, key: str, used: frozenset[tuple[str, str]]) -> str | None:
    """What is like the thing missed and named by nobody."""
    if kind in SCHEMES:
        vocabulary = checked.records.vocabularies.get(kind)
        known: Iterable[str] = vocabulary.terms if vocabulary else ()
    else:
        known = checked.known(kind)
    return nearest(key, [other for other in known if (kind, other) not in used])


def _at_what_was_renamed(
    checked: Checked, kind: str, key: str, renamed: str, count: str, related: tuple[Related, ...], rule: Rule
) -> Finding:
    if kind in SCHEMES:
        return checked.finding(
            rule,
            "vocabulary",
            kind,
            ("terms", renamed),
            on_key=True,
            kind=f"term of the {kind}",
            key=key,
            help=f"{count}, and nothing names `{renamed}`: write `{key}` here, or `{renamed}` there",
            suggestion=Suggestion(key, "unsafe"),
            related=related,
        )
    return rule.finding(
        checked.raw[kind, renamed].path,
        None,
        kind=kind,
        key=key,
        help=f"{count}, and nothing names `{renamed}`: rename this file to `{key}.yml`, or write `{renamed}` there",
        related=related,
    )
