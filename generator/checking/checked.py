"""Typed records together with where everything in them stands, for rules that look across records."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from pydantic import BaseModel

from generator.checking.registered_names import RegisteredNames
from generator.checking.similarity import nearest
from generator.model.records import MODELS, Records
from generator.reading.finding import Finding, Related, Rule, Span, Suggestion
from generator.reading.folder import RawRecord
from generator.reading.positions import Loc

Entry = TypeVar("Entry", bound=BaseModel)

_KINDS = {model: kind for kind, model in MODELS.items()}
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Checked:
    """Records that passed the schema, and the raw record behind each by kind and key."""

    records: Records
    raw: Mapping[tuple[str, str], RawRecord]
    damaged: frozenset[tuple[str, str]] = frozenset()
    """Kind and key of records whose file has schema errors: a reference to one is not also reported as unknown."""
    one: tuple[str, str] | None = None
    """Kind and key of the record whose findings alone are asked for; None where those of all are."""
    known_names: RegisteredNames | None = None
    """What is known of the registries' names already; None where it is to be found out."""

    @property
    def whole(self) -> bool:
        """Whether every record is judged, and so the archive as a whole."""
        return self.one is None

    @property
    def judged(self) -> Mapping[tuple[str, str], RawRecord]:
        """The records whose findings are asked for, by kind and key."""
        return self.raw if self.one is None else {self.one: self.raw[self.one]}

    def judged_of(self, model: type[Entry]) -> Iterator[tuple[str, Entry]]:
        """Those of one model by key, in order of keys."""
        kind = _KINDS[model]
        if self.one is None:
            yield from cast("Mapping[str, Entry]", self.known(kind)).items()
        elif self.one[0] == kind:
            yield self.one[1], cast("Entry", self.known(kind)[self.one[1]])

    @property
    def names(self) -> RegisteredNames:
        """The names of the registries."""
        return self.known_names or RegisteredNames(self.known)

    def known(self, kind: str) -> Mapping[str, object]:
        """The records of one kind by key."""
        records = self.records
        return {
            "incident": records.incidents,
            "report": records.reports,
            "source": records.sources,
            "location": records.locations,
            "actor": records.actors,
            "series": records.series,
            "tally": records.tallies,
        }[kind]

    def unread(self, kind: str, key: str) -> bool:
        """Whether a record that is not there may stand in a file that could not be read."""
        if (kind, key) in self.damaged or (kind == "incident" and ("incident", "") in self.damaged):
            return True
        return any(of == kind and _is_misnamed(name) and nearest(key, [name]) for of, name in self.damaged)

    def finding(
        self,
        rule: Rule,
        kind: str,
        key: str,
        loc: Loc,
        /,
        *,
        on_key: bool = False,
        label: str = "",
        help: str = "",  # noqa: A002 - the word that contributors read
        suggestion: Suggestion | None = None,
        related: tuple[Related, ...] = (),
        **gaps: object,
    ) -> Finding:
        """A finding at a place of a record; short forms (`date: 2023`) fall back to the value itself."""
        raw = self.raw[kind, key]
        span = raw.positions.key_span(loc) if on_key else raw.positions.value_span(loc)
        if suggestion is not None and suggestion.span is None and span.end_line > span.line:
            suggestion = replace(suggestion, span=span)
        return rule.finding(
            raw.path, _first_line(span), label=label, help=help, suggestion=suggestion, related=related, **gaps
        )

    def place(self, kind: str, key: str, loc: Loc, text: str) -> Related:
        """Another place that explains a finding."""
        raw = self.raw[kind, key]
        return Related(raw.path, _first_line(raw.positions.value_span(loc)), text)


def _is_misnamed(name: str) -> bool:
    """Whether a file of this name has no key, so that it may be the one that is named otherwise."""
    return bool(name) and not _KEY.fullmatch(name)


def _first_line(span: Span) -> Span:
    """A span that runs over many lines points at its beginning only: a caret under a page says nothing."""
    if span.end_line > span.line:
        return Span(span.line, span.column, span.line, span.column + 1)
    return span
