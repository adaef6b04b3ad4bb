"""Lines of origin as they are drawn: from each root through those who pass it on to the reports that lead to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.archive.archive import Archive
from generator.model.attribution import OriginLine, Root, parties_to, root_of_chain, speaks_for
from generator.model.chain import Link as ChainLink
from generator.model.incident import Incident
from generator.model.registry_name import registry_name
from generator.model.report import ASSERTING, Citation
from generator.pages.addresses import Link, address_of
from generator.pages.citation_view import source_link
from generator.pages.origin_shares import root_link

DEEP = 2
"""Where more steps than this stand between a root and a report, the drawing runs downwards, which holds any number."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A report at the end of a branch."""

    number: int
    """Of its citation, from 1."""
    source: Link
    party: bool
    asserting: bool
    own: bool
    """Whether the root itself published it, so that nobody passes it on."""
    inferred: bool
    """Whether the editors infer, and the item does not state, that it rests on what stands before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Somebody between a root and a report, with all that leads through them."""

    name: Link
    named: bool
    """False for one that the item only describes; two of the same words are not taken to be one."""
    inferred: bool
    reports: tuple[Leaf, ...]
    steps: tuple["Step", ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """An origin that items describe behind the root and do not name; it makes no line of its own."""

    words: str
    citations: tuple[int, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of origin: its root, and every report that leads to it, by the way it does."""

    root: Link
    party: bool
    identified: bool
    asserting: bool
    behind: tuple[Behind, ...]
    reports: tuple[Leaf, ...]
    """Reports that rest on the root with nobody between."""
    steps: tuple[Step, ...]
    numbers: tuple[int, ...]
    """Numbers of all its citations, from 1."""
    deep: bool


@dataclass(slots=True)
class _Branch:
    """A step while it grows; `reports` by number and whether the way to it is inferred."""

    link: ChainLink | None = None
    inferred: bool = False
    reports: dict[tuple[int, bool], Leaf] = field(default_factory=dict)
    steps: "dict[tuple[str, bool], _Branch]" = field(default_factory=dict)


def line_views(archive: Archive, incident: Incident, lines: tuple[OriginLine, ...]) -> tuple[LineView, ...]:
    """The lines of an incident, those that assert it first."""
    parties = parties_to(incident)
    views = [_line(archive, incident, line, parties) for line in lines]
    return tuple(sorted(views, key=lambda view: not view.asserting))


def _line(archive: Archive, incident: Incident, line: OriginLine, parties: frozenset[str]) -> LineView:
    trunk, behind = _Branch(), dict[tuple[str, bool], list[int]]()
    for position in line.citations:
        citation = incident.reports[position]
        for chain, cut in _ways(archive, citation, line.root):
            branch = trunk
            for place in reversed(range(cut)):
                branch = _grown(branch, chain[place], chain[place + 1].inferred, position)
            inferred = cut >= 0 and bool(chain) and chain[0].inferred
            leaf = _leaf(archive, citation, position + 1, parties, own=cut < 0, inferred=inferred)
            branch.reports.setdefault((leaf.number, inferred), leaf)
            for link in chain[cut + 1 :]:
                numbers = behind.setdefault((link.as_stated or "", link.inferred), [])
                numbers += [leaf.number] * (leaf.number not in numbers)
    return LineView(
        root_link(line.root),
        line.party,
        line.root.identified,
        line.asserting,
        tuple(Behind(words, tuple(numbers), inferred) for (words, inferred), numbers in behind.items()),
        tuple(trunk.reports.values()),
        tuple(_step(archive, branch) for branch in trunk.steps.values()),
        tuple(position + 1 for position in line.citations),
        _depth(trunk) > DEEP,
    )


def _ways(archive: Archive, citation: Citation, root: Root) -> Iterator[tuple[tuple[ChainLink, ...], int]]:
    """The chains by which a citation leads to a root, each with the place of the root in it; -1 where it is the item's own."""
    sources = archive.records.sources
    chains = [chain for chain in citation.chains if root_of_chain(citation, chain, archive.records) == root]
    for chain in chains:
        yield chain, max((place for place, link in enumerate(chain) if link.source in sources), default=-1)
    if not chains:
        yield (), -1


def _grown(branch: _Branch, link: ChainLink, inferred: bool, position: int) -> _Branch:
    name = link.source or f"{position} {link.as_stated}"
    return branch.steps.setdefault((name, inferred), _Branch(link, inferred))


def _leaf(
    archive: Archive, citation: Citation, number: int, parties: frozenset[str], *, own: bool, inferred: bool
) -> Leaf:
    source = archive.records.citation_source(citation)
    party = source is not None and speaks_for(source.represents, parties, archive.records)
    return Leaf(number, source_link(archive, citation), party, citation.stance in ASSERTING, own, inferred)


def _step(archive: Archive, branch: _Branch) -> Step:
    link = branch.link
    source = archive.records.sources.get(link.source) if link and link.source else None
    name = Link(registry_name(source), address_of("source", source.key)) if source else Link(_stated(link), "")
    return Step(
        name,
        source is not None,
        branch.inferred,
        tuple(branch.reports.values()),
        tuple(_step(archive, grown) for grown in branch.steps.values()),
    )


def _stated(link: ChainLink | None) -> str:
    return (link.as_stated or "") if link else ""


def _depth(branch: _Branch) -> int:
    return max((1 + _depth(step) for step in branch.steps.values()), default=0)
