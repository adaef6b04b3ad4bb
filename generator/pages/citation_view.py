"""A citation as pages show it: the item, its source, whom it names, what it says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.model.attribution import roots_of, speaks_for
from generator.model.chain import Chain
from generator.model.report import RELAYING_NATURES, Citation
from generator.model.source import Source
from generator.model.web_address import host_of
from generator.pages import wording
from generator.pages.addresses import Link, address_of, claim_anchor
from generator.pages.date_words import date_words
from generator.pages.language_words import language_words
from generator.pages.registry_name import registry_name
from generator.texts.languages import direction
from generator.texts.text import say


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a chain in words."""

    text: str
    address: str
    """Address of the source's page; empty for an origin without a record."""
    verb: str
    inferred: bool
    stated: str = ""
    """How the item names it, where that is not its only name."""


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A copy kept elsewhere."""

    url: str
    host: str
    at: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """One citation of an incident or a tally, ready to be shown."""

    number: int
    """Its place in the record, from 1; its anchor is `report-<number>`."""
    source: Link
    source_kind: str
    party: bool
    """Whether its source itself speaks for an actor that takes part."""
    stance: str
    stance_words: str
    title: str
    language: str
    """Language tag of the item, or empty."""
    language_words: str
    direction: str
    url: str
    host: str
    no_url: str
    published: str
    retrieved: str
    excerpt_only: bool
    nature: str
    nature_basis: str
    relays: bool
    """Whether it only passes on what others say."""
    gist: str
    quote: str
    locator: str
    chains: tuple[tuple[ChainStep, ...], ...]
    roots: tuple[str, ...]
    leaves_open: tuple[str, ...]
    archived: tuple[ArchivedCopy, ...]
    report: Link | None
    """The report's own page, where it has a file."""
    claims: tuple[Link, ...]
    imagery: Link | None
    """The source that verified imagery of it."""
    credibility: int
    """Credibility by the Admiralty code, 1 to 6; 0 where not judged."""


def citation_view(archive: Archive, citation: Citation, number: int, parties: frozenset[str]) -> CitationView:
    """A citation of a record whose taking-part actors are `parties`."""
    records = archive.records
    publication = records.publication(citation) or citation
    source = records.citation_source(citation)
    language = publication.language or ""
    nature = publication.nature
    return CitationView(
        number=number,
        source=source_link(archive, citation),
        source_kind=_kind_words(citation, source),
        party=source is not None and speaks_for(source.represents, parties, records),
        stance=citation.stance,
        stance_words=wording.STANCES[citation.stance],
        title=publication.title or "",
        language=language,
        language_words=language_words(language) if language and language != "en" else "",
        direction=direction(publication.language),
        url=publication.url or "",
        host=host_of(publication.url) if publication.url else "",
        no_url=publication.no_url or "",
        published=date_words(publication.published)
        if publication.published and publication.published.text != "unknown"
        else "",
        retrieved=date_words(publication.retrieved) if publication.retrieved else "",
        excerpt_only=publication.seen == "excerpt",
        nature=wording.NATURES[nature] if nature else "",
        nature_basis=publication.nature_basis or "",
        relays=nature in RELAYING_NATURES,
        gist=citation.gist or "",
        quote=citation.quote or "",
        locator=citation.locator or "",
        chains=tuple(chain_steps(archive, chain) for chain in citation.chains),
        roots=tuple(root.name for root in roots_of(citation, records)),
        leaves_open=citation.leaves_open,
        archived=tuple(
            ArchivedCopy(copy.url, host_of(copy.url), date_words(copy.at) if copy.at else "")
            for copy in publication.archived
        ),
        report=_report_link(archive, citation),
        claims=tuple(_claim_link(citation.report, claim) for claim in citation.claims) if citation.report else (),
        imagery=_imagery(archive, citation),
        credibility=citation.credibility or 0,
    )


def numbers_of(citations: Sequence[Citation], names: Iterable[str]) -> tuple[int, ...]:
    """Numbers, from 1, of the citations that names mean: by `ref`, or by report where no ref is that name."""
    found = []
    for name in names:
        by_ref = [n for n, citation in enumerate(citations, 1) if citation.ref == name]
        found += by_ref or [n for n, citation in enumerate(citations, 1) if citation.report == name]
    return tuple(dict.fromkeys(found))


def _kind_words(citation: Citation, source: Source | None) -> str:
    kind = source.kind if source else citation.source.kind if citation.source else None
    return wording.SOURCE_KINDS[kind] if kind else ""


def source_link(archive: Archive, citation: Citation) -> Link:
    """The source that published the cited item; without an address where it has no file yet."""
    source = archive.records.citation_source(citation)
    if source is not None:
        return Link(registry_name(source), address_of("source", source.key))
    return Link(citation.source.name if citation.source and citation.source.name else say("source not known"), "")


def chain_steps(archive: Archive, chain: Chain) -> tuple[ChainStep, ...]:
    """A chain in words, nearest step first."""
    steps = []
    for link in chain:
        source = archive.records.sources.get(link.source) if link.source else None
        name = registry_name(source) if source else ""
        stated = link.as_stated or ""
        steps.append(
            ChainStep(
                name or stated,
                address_of("source", source.key) if source else "",
                link.verb or "",
                link.inferred,
                stated if name else "",
            )
        )
    return tuple(steps)


def _report_link(archive: Archive, citation: Citation) -> Link | None:
    if citation.report is None or citation.report not in archive.records.reports:
        return None
    report = archive.records.reports[citation.report]
    return Link(
        report.title or citation.report,
        address_of("report", citation.report),
        say("with its claims") if report.claims else "",
    )


def _claim_link(report: str, claim: str) -> Link:
    return Link(claim, f"{address_of('report', report)}#{claim_anchor(claim)}")


def _imagery(archive: Archive, citation: Citation) -> Link | None:
    source = archive.records.sources.get(citation.imagery.verified_by) if citation.imagery else None
    return Link(registry_name(source), address_of("source", source.key)) if source else None
