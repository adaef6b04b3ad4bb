"""Citations: each name means exactly one of the record, and whose claim one carries can be seen."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.checking.similarity import nearest
from generator.model.incident import Incident
from generator.model.records import Records
from generator.model.report import Citation
from generator.model.tally import Tally
from generator.reading.finding import Finding, Rule, Suggestion, quoted
from generator.reading.positions import Loc

UNKNOWN_CITATION = Rule(
    "R204",
    "unknown-citation",
    "error",
    "`{key}` names no citation of this record",
    "a statement tied to a report that the record does not cite has no source",
    "effects: [{kind: injured, count: 2, report: reuters}]\n",
    "effects: [{kind: injured, count: 2, report: sohr}]\n",
)
DUPLICATE_CITATION = Rule(
    "R205",
    "duplicate-citation",
    "error",
    "`{key}` names two citations of this record",
    "a statement tied to it would have two sources or none",
    "reports: [{ref: a, report: x}, {ref: a, report: y}]\n",
    "reports: [{ref: a, report: x}, {ref: b, report: y}]\n",
)
WHOSE_CLAIM = Rule(
    "P421",
    "whose-claim",
    "warning",
    "whose claim is it? {sources} for no actor: name the origin in `chains`",
    "`claims` says that an actor claims the act as its own; without the actor nobody has claimed it",
    'reports: [{url: "https://example.org/a", source: sohr, stance: claims}]\n',
    'reports: [{url: "https://example.org/a", source: sohr, stance: claims, chains: [[islamic-resistance-in-iraq-statements]]}]\n',
)
TIED_AFTER_ALL = Rule(
    "R213",
    "tied-after-all",
    "error",
    "`{key}` says of itself that it can be tied to no incident (`untied`)",
    "a reader would be told both that the item is about this incident and that nobody can tell",
    "reports: [{report: an-untied-item}]\n",
    "reports: [{report: an-item}]\n",
)
BEHIND_ITSELF = Rule(
    "R215",
    "source-behind-itself",
    "error",
    "`{source}` stands behind itself in this chain",
    "a chain leads from a source to whom it relies on; nobody learns a thing from oneself through others",
    "reports: [{report: an-item-of-tass, chains: [[al-mayadeen, tass]]}]\n",
    "reports: [{report: an-item-of-tass, chains: [[al-mayadeen]]}]\n",
)
_SHOWN = 4
"""Statements that a finding about a renamed citation names."""

CITATION_RULES = (UNKNOWN_CITATION, DUPLICATE_CITATION, TIED_AFTER_ALL, WHOSE_CLAIM, BEHIND_ITSELF)


def check_citations(checked: Checked) -> Iterator[Finding]:
    """Every finding about statements and the citations they name."""
    for key, incident in checked.judged_of(Incident):
        yield from _citations(checked, "incident", key, incident)
        yield from _behind_themselves(checked, "incident", key, incident)
        yield from _claims(checked, key, incident)
        yield from _untied(checked, key, incident)
    for key, tally in checked.judged_of(Tally):
        yield from _citations(checked, "tally", key, tally)
        yield from _behind_themselves(checked, "tally", key, tally)


def _citations(checked: Checked, kind: str, key: str, entry: Incident | Tally) -> Iterator[Finding]:
    """Statements name citations of their own record by a ref or a report's key; each name means one citation."""
    names: dict[str, int] = {}
    shared = False
    for position, citation in enumerate(entry.reports):
        name = citation.ref or citation.report
        if name is None:
            continue
        if name in names:
            shared = True
            field = "ref" if citation.ref else "report"
            yield checked.finding(
                DUPLICATE_CITATION,
                kind,
                key,
                ("reports", position, field),
                key=name,
                help="give each citation a `ref` of its own",
                related=(checked.place(kind, key, ("reports", names[name]), "the first one"),),
            )
        names.setdefault(name, position)
        if citation.ref and citation.report and citation.report not in names:
            names[citation.report] = position
    # Where two citations share a name, the one that a statement misses may have lost its own to the other.
    if not shared:
        yield from _ties(checked, kind, key, entry, names)


def _ties(checked: Checked, kind: str, key: str, entry: Incident | Tally, names: dict[str, int]) -> Iterator[Finding]:
    """Statements that name no citation; several that miss one name, where a citation's own is like it, are one finding there."""
    missed: dict[str, list[Loc]] = {}
    used = set()
    for loc, name in statement_ties(entry):
        used.add(name)
        if name not in names:
            missed.setdefault(name, []).append(loc)
    for name, places in missed.items():
        unused = [ref for citation in entry.reports if (ref := citation.ref) and ref not in used]
        renamed = nearest(name, unused) if len(places) > 1 else None
        meant = renamed or nearest(name, names)
        position = next((n for n, citation in enumerate(entry.reports) if renamed and citation.ref == renamed), None)
        if position is not None:
            yield checked.finding(
                UNKNOWN_CITATION,
                kind,
                key,
                ("reports", position, "ref"),
                key=name,
                help=f"{len(places)} statements name `{name}` and none names `{renamed}`: write `ref: {name}`, or `{renamed}` there",
                suggestion=Suggestion(name, "unsafe"),
                related=tuple(checked.place(kind, key, place, "named here") for place in places[:_SHOWN]),
            )
            continue
        for place in places:
            yield checked.finding(
                UNKNOWN_CITATION,
                kind,
                key,
                place,
                key=name,
                help=f"there is a similar one: `{meant}`" if meant else "name a citation's `ref` or its report's key",
                suggestion=Suggestion(meant, "unsafe") if meant else None,
            )


def _claims(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    """A claim is made by a source that speaks for an actor, or relayed with such an origin named."""
    sources = checked.records.sources
    for number, citation in enumerate(incident.reports):
        if citation.stance != "claims":
            continue
        source = checked.records.citation_source(citation)
        own = source.key if source else citation.source.name if citation.source else None
        origins = [link.source for chain in citation.chains for link in chain if link.source]
        if own is None:
            continue
        named = list(dict.fromkeys((own, *origins)))
        # Of a source that is not there, which has a finding of its own, nobody can say for whom it speaks.
        if any(origin not in sources for origin in origins) or any(
            sources[each].represents for each in named if each in sources
        ):
            continue
        words = ", ".join(f"`{quoted(each)}`" for each in named)
        yield checked.finding(
            WHOSE_CLAIM,
            "incident",
            key,
            ("reports", number, "stance"),
            sources=f"{words} {'speaks' if len(named) == 1 else 'speak'}",
            help="add `chains: [[<key of the origin>]]`, or write `stance: reports` if nobody claims it as its own act"
            if not citation.chains
            else "end the chain with the source that speaks for whoever claims it, "
            "or write `stance: reports` if nobody claims it as its own act",
        )


def _behind_themselves(checked: Checked, kind: str, key: str, entry: Incident | Tally) -> Iterator[Finding]:
    for number, citation in enumerate(entry.reports):
        for line, step, source in behind_itself(citation, checked.records):
            yield checked.finding(
                BEHIND_ITSELF,
                kind,
                key,
                ("reports", number, "chains", line, step),
                source=source,
                help="end the chain before it, or name whom it relies on",
            )


def behind_itself(citation: Citation, records: Records) -> Iterator[tuple[int, int, str]]:
    """Chain, step and source where a chain comes back to a source it has passed; the first of each chain.

    A chain of one step may name the item's own source: what it found out itself, beside what others told it.
    """
    source = records.citation_source(citation)
    for line, chain in enumerate(citation.chains):
        seen = {source.key} if source else set()
        for step, link in enumerate(chain):
            if link.source is None:
                continue
            # A step written twice is a finding of the schema.
            if link.source in seen and len(chain) > 1 and link not in chain[:step]:
                yield line, step, link.source
                break
            seen.add(link.source)


def _untied(checked: Checked, key: str, incident: Incident) -> Iterator[Finding]:
    for number, citation in enumerate(incident.reports):
        report = checked.records.reports.get(citation.report) if citation.report else None
        if report is not None and report.untied is not None:
            yield checked.finding(
                TIED_AFTER_ALL,
                "incident",
                key,
                ("reports", number, "report"),
                key=report.key,
                help=f"take `untied` out of reports/{report.key}.yml if the item is about this incident, or this citation out",
                related=(checked.place("report", report.key, ("untied",), "there"),),
            )


def statement_ties(entry: Incident | Tally) -> Iterator[tuple[Loc, str]]:
    """Every place where a statement of a record names the citation that makes it."""
    if isinstance(entry, Tally):
        groups: list[tuple[Loc, tuple[str, ...]]] = [
            (("figures", n, "report"), figure.report) for n, figure in enumerate(entry.figures)
        ]
    else:
        groups = [(("date", "report"), entry.date.report), (("location", "report"), entry.location.report)]
        groups += [
            (("date", "alternatives", n, "report"), other.report) for n, other in enumerate(entry.date.alternatives)
        ]
        groups += [
            (("location", "alternatives", n, "report"), place.report)
            for n, place in enumerate(entry.location.alternatives)
        ]
        for field in ("target", "means", "actors", "effects"):
            groups += [((field, n, "report"), item.report) for n, item in enumerate(getattr(entry, field))]
    for loc, names in groups:
        for number, name in enumerate(names):
            yield (*loc, number), name
