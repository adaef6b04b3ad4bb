"""All typed records of an archive, as the check hands them on: by key, with their files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel

from generator.model.actor import Actor
from generator.model.incident import Incident
from generator.model.location import Location
from generator.model.report import Citation, Report
from generator.model.series import Series
from generator.model.settings import Settings
from generator.model.source import Source
from generator.model.tally import Tally
from generator.model.vocabulary import Scheme, Term, Vocabulary

Kind = Literal["settings", "incident", "report", "source", "location", "actor", "series", "tally", "vocabulary"]

MODELS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "settings": Settings,
        "incident": Incident,
        "report": Report,
        "source": Source,
        "location": Location,
        "actor": Actor,
        "series": Series,
        "tally": Tally,
        "vocabulary": Vocabulary,
    }
)
"""The model of each kind of record."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "incident": "incidents",
        "report": "reports",
        "source": "sources",
        "location": "locations",
        "actor": "actors",
        "series": "series",
        "tally": "tallies",
        "vocabulary": "vocabularies",
    }
)
"""The field of `Records` that holds each kind of record; the settings are one record and stand by themselves."""


def _empty() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Records:
    """Every record that passed the schema; keys are incident ids and registry keys, in sorted order."""

    settings: Settings | None = None
    """The archive's settings; None where `archive.yml` is missing or broken."""
    incidents: Mapping[str, Incident] = field(default_factory=_empty)
    reports: Mapping[str, Report] = field(default_factory=_empty)
    sources: Mapping[str, Source] = field(default_factory=_empty)
    locations: Mapping[str, Location] = field(default_factory=_empty)
    actors: Mapping[str, Actor] = field(default_factory=_empty)
    series: Mapping[str, Series] = field(default_factory=_empty)
    tallies: Mapping[str, Tally] = field(default_factory=_empty)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=_empty)
    paths: Mapping[tuple[str, str], str] = field(default_factory=_empty)
    """The file of each record by its kind and key, as a posix path from the project's root."""

    def term(self, scheme: Scheme, key: str) -> Term | None:
        """A word of a vocabulary, or None where it is not in the list."""
        vocabulary = self.vocabularies.get(scheme)
        return vocabulary.terms.get(key) if vocabulary else None

    def citation_source(self, citation: Citation) -> Source | None:
        """The source that published the cited item, or None where it has no file."""
        if citation.report is not None:
            report = self.reports.get(citation.report)
            return self.sources.get(report.source) if report else None
        return self.sources.get(citation.source.key) if citation.source and citation.source.key else None

    def publication(self, citation: Citation) -> Citation | Report | None:
        """The cited item itself: the report's file, or the citation where the item is given in it."""
        return self.reports.get(citation.report) if citation.report is not None else citation


class Upward(Mapping[str, str | None]):
    """By key what an entry names in one field as larger than itself; an entry is looked at when it is asked for."""

    def __init__(self, entries: Mapping[str, BaseModel], field: str) -> None:
        self._entries, self._field = entries, field

    def __getitem__(self, key: str) -> str | None:
        larger: str | None = getattr(self._entries[key], self._field)
        return larger

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def ancestors(key: str, parent: Mapping[str, str | None]) -> tuple[str, ...]:
    """The chain of larger entries above a key, nearest first; stops where a chain is broken or turns back."""
    chain: list[str] = []
    above = parent.get(key)
    while above is not None and above not in chain and above != key:
        chain.append(above)
        above = parent.get(above)
    return tuple(chain)
