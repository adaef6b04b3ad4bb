"""What a source's own record says, in words: who it may be, what it is close to, how reliable it was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.archive.archive import Archive
from generator.model.country_names import country_name
from generator.model.source import Possibly, Source
from generator.model.web_address import host_of
from generator.pages import wording
from generator.pages.addresses import Link
from generator.pages.date_words import date_words
from generator.pages.language_words import language_words
from generator.pages.other_names import name_in_own_script
from generator.pages.registry_name import actor_link, registry_name, source_link
from generator.pages.spellings import Spellings, spellings
from generator.texts.country_words import country_words
from generator.texts.text import listed, say_as

GRADES: Mapping[str, str] = MappingProxyType(
    {
        "A": say_as("grade", "reliable"),
        "B": say_as("grade", "usually reliable"),
        "C": say_as("grade", "fairly reliable"),
        "D": say_as("grade", "not usually reliable"),
        "E": say_as("grade", "unreliable"),
        "F": say_as("grade", "cannot be judged"),
    }
)
"""The Admiralty code's words for the reliability of a source."""

SCALES: Mapping[str, str] = MappingProxyType(
    {
        "local": say_as("reach", "Local"),
        "national": say_as("reach", "National"),
        "regional": say_as("reach", "Regional"),
        "international": say_as("reach", "International"),
        "other": say_as("reach", "Other"),
    }
)
"""How far a source reaches."""


@dataclass(frozen=True, slots=True)
class PossiblyView:
    """A source that an unidentified one may be, or the other way round."""

    source: Link
    basis: str
    url: str
    host: str


@dataclass(frozen=True, slots=True)
class Reliability:
    """How reliable a source was found, and by whom."""

    grade: str
    """The grade of the Admiralty code with its meaning."""
    by: str
    on: str
    basis: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What a source is."""

    name: str
    own_script: tuple[str, str, str] | None
    spellings: tuple[Spellings, ...]
    kind: str
    unidentified: bool
    defunct: bool
    as_stated: str
    possibly: tuple[PossiblyView, ...]
    possibly_of: tuple[PossiblyView, ...]
    """Unidentified sources that may be this one."""
    represents: Link | None
    country: str
    languages: str
    scale: str
    homepage: str
    homepage_host: str
    affiliation: str
    affiliation_actor: Link | None
    affiliation_url: str
    affiliation_host: str
    reliability: Reliability | None
    """None where not assessed."""
    note: str


def source_name(archive: Archive, key: str) -> Link:
    """A source's name and page; a key without a record stands for itself."""
    return source_link(archive, key) if key in archive.records.sources else Link(key, "")


def possibly_view(archive: Archive, key: str, stated: Possibly) -> PossiblyView:
    """A hypothesis on who a source is, with the source that it names or that names it."""
    return PossiblyView(
        source_name(archive, key), stated.basis, stated.url or "", host_of(stated.url) if stated.url else ""
    )


def actor_of(archive: Archive, key: str | None) -> Link | None:
    """An actor that has a record; None for any other."""
    return actor_link(archive, key) if key and key in archive.records.actors else None


def reliability(source: Source) -> Reliability | None:
    """The assessment; None where there is none."""
    assessed = source.reliability
    if assessed is None:
        return None
    grade = say_as("grade", "{grade} ({meaning})", grade=assessed.grade, meaning=GRADES[assessed.grade])
    return Reliability(grade, assessed.by, date_words(assessed.on), assessed.basis)


def source_record(archive: Archive, source: Source) -> SourceRecord:
    """What the record of a source says."""
    affiliation = source.affiliation
    return SourceRecord(
        name=registry_name(source),
        own_script=name_in_own_script(source.names),
        spellings=spellings(source.names),
        kind=wording.SOURCE_KINDS[source.kind],
        unidentified=source.status == "unidentified",
        defunct=source.status == "defunct",
        as_stated=source.as_stated or "",
        possibly=tuple(possibly_view(archive, one.source, one) for one in source.possibly),
        possibly_of=tuple(
            possibly_view(archive, other.key, one)
            for other in archive.records.sources.values()
            for one in other.possibly
            if one.source == source.key
        ),
        represents=actor_of(archive, source.represents),
        country=country_words(source.country, country_name(source.country)) if source.country else "",
        languages=listed([language_words(tag) for tag in source.languages]),
        scale=SCALES[source.scale] if source.scale else "",
        homepage=source.homepage or "",
        homepage_host=host_of(source.homepage) if source.homepage else "",
        affiliation=affiliation.as_stated if affiliation else "",
        affiliation_actor=actor_of(archive, affiliation.actor) if affiliation else None,
        affiliation_url=affiliation.url or "" if affiliation else "",
        affiliation_host=host_of(affiliation.url) if affiliation and affiliation.url else "",
        reliability=reliability(source),
        note=source.note or "",
    )
