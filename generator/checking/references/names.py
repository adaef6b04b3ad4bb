"""Names: each belongs to one entry of the registries, and whoever has an entry is named by its key."""

from collections.abc import Iterator, Mapping

from generator.checking.checked import Checked
from generator.checking.references.named import all_named
from generator.checking.registered_names import names_of
from generator.checking.similarity import folded
from generator.model.incident import Incident
from generator.model.records import Upward, ancestors
from generator.model.report import Citation
from generator.model.tally import Tally
from generator.reading.finding import Edit, Finding, Rule, Safety, Suggestion, quoted
from generator.reading.positions import Loc

SHARED_NAME = Rule(
    "R207",
    "shared-name",
    "error",
    "the name `{name}` already belongs to the {kind} `{other}`",
    "a name that means two entries cannot be searched for or turned into a key",
    "names: {en: [Quay]}\n",
    "names: {en: [North quay]}\n",
)
UNREGISTERED = Rule(
    "R209",
    "unregistered",
    "warning",
    "the {kind} {name} has no file of its own yet",
    "without a file it has no page, and the next record may spell it otherwise",
    "source: {name: North Press Agency, kind: news-agency}\n",
    "source: north-press-agency\n",
)
REGISTERED_NAME = Rule(
    "R211",
    "registered-name",
    "error",
    "`{name}` is a name of the {kind} `{key}`; write the key",
    "one source under its key and under its name would count as two that agree; one location would stand in two places",
    "chains: [[{as_stated: Syrian Observatory for Human Rights}]]\n",
    "chains: [[sohr]]\n",
)
NAME_RULES = (SHARED_NAME, UNREGISTERED, REGISTERED_NAME)


def check_names(checked: Checked) -> Iterator[Finding]:
    """Every finding about names of sources, locations and actors."""
    if checked.whole:
        yield from _shared_names(checked)
    names = checked.names
    sources, locations = names.sources, names.locations
    for key, incident in checked.judged_of(Incident):
        yield from _sources(checked, "incident", key, incident.reports, sources)
        yield from _locations(checked, key, incident, locations)
    for key, tally in checked.judged_of(Tally):
        yield from _sources(checked, "tally", key, tally.reports, sources)


def _shared_names(checked: Checked) -> Iterator[Finding]:
    """Names of two entries; it belongs to the one that others name already, else to the one whose own name it is."""
    used: frozenset[tuple[str, str]] | None = None
    for kind in ("source", "location", "actor"):
        owners: dict[str, tuple[str, str]] = {}
        entries = checked.known(kind)
        for key, entry in entries.items():
            if (own := getattr(entry, "name", None)) is not None:
                owners.setdefault(folded(own), (key, own))
        for key, entry in entries.items():
            for name in dict.fromkeys(names_of(entry)):
                owner, same = owners.setdefault(folded(name), (key, name))
                if owner == key:
                    continue
                if used is None:
                    used = frozenset((named.kind, named.key) for named in all_named(checked.records))
                new = (kind, key) not in used or (kind, owner) in used
                yield _shared(checked, kind, *((key, name, owner, same) if new else (owner, same, key, name)))


def _shared(checked: Checked, kind: str, key: str, name: str, owner: str, same: str) -> Finding:
    entries = checked.known(kind)
    folder = f"{kind}s"
    return checked.finding(
        SHARED_NAME,
        kind,
        key,
        _name_loc(entries[key], name),
        name=quoted(name),
        kind=kind,
        other=owner,
        help=f"if both are one, put what is new here into `{folder}/{owner}.yml` and delete this file; "
        "else leave the name to one of the two, or add to it what tells them apart",
        related=(checked.place(kind, owner, _name_loc(entries[owner], same), "the other"),),
    )


def _name_loc(entry: object, name: str) -> Loc:
    for language, names in getattr(entry, "names", {}).items():
        if name in names:
            return ("names", language, names.index(name))
    hidden = getattr(entry, "hidden_names", ())
    return ("hidden_names", hidden.index(name)) if name in hidden else ("name",)


def _sources(
    checked: Checked, kind: str, key: str, citations: tuple[Citation, ...], owners: Mapping[str, str]
) -> Iterator[Finding]:
    """Sources that citations give by name, and steps of chains given in words."""
    for number, citation in enumerate(citations):
        here: Loc = ("reports", number)
        name = citation.source.name if citation.source else None
        if name is not None:
            owner = owners.get(folded(name))
            if owner is not None:
                same_kind = checked.records.sources[owner].kind == citation.source.kind  # type: ignore[union-attr]
                instead = _whole(checked, kind, key, (*here, "source"), owner, "safe" if same_kind else "unsafe")
                yield _registered(checked, kind, key, (*here, "source", "name"), name, "source", owner, instead)
            elif kind == "incident":
                yield checked.finding(
                    UNREGISTERED,
                    kind,
                    key,
                    (*here, "source"),
                    kind="source",
                    name=f"`{quoted(name)}`",
                    help="give it a file in incidents/sources/ and name its key here",
                )
        for line, chain in enumerate(citation.chains):
            for step, link in enumerate(chain):
                stated = link.as_stated
                if link.source is None and stated is not None and (owner := owners.get(folded(stated))) is not None:
                    loc = (*here, "chains", line, step, "as_stated")
                    instead = _pair(checked, kind, key, loc, "source", owner, "safe")
                    yield _registered(checked, kind, key, loc, stated, "source", owner, instead, in_chain=True)


def _locations(checked: Checked, key: str, incident: Incident, owners: Mapping[str, str]) -> Iterator[Finding]:
    """Locations that an incident describes in words."""
    places: list[Loc] = [
        ("location",),
        *(("location", "alternatives", n) for n in range(len(incident.location.alternatives))),
    ]
    parents = Upward(checked.records.locations, "within")
    for loc, statement in zip(places, (incident.location, *incident.location.alternatives), strict=True):
        if statement.key is not None:
            continue
        stated = statement.as_stated or ""
        owner = owners.get(folded(stated))
        if owner is not None:
            agrees = statement.within in (owner, *ancestors(owner, parents))
            instead = _pair(checked, "incident", key, (*loc, "within"), "key", owner, "safe" if agrees else "unsafe")
            yield _registered(checked, "incident", key, (*loc, "as_stated"), stated, "location", owner, instead)
        elif loc == ("location",):
            yield checked.finding(
                UNREGISTERED,
                "incident",
                key,
                loc,
                kind="location",
                name=f"`{quoted(stated)}`",
                help="give it a file in incidents/locations/ and name its key here",
            )


def _registered(
    checked: Checked,
    kind: str,
    key: str,
    loc: Loc,
    name: str,
    thing: str,
    owner: str,
    instead: Suggestion | None,
    *,
    in_chain: bool = False,
) -> Finding:
    """The finding for a name that has a file."""
    way = f"write `key: {owner}` in place of `within`; the words may stay in `as_stated`"
    if thing == "source":
        way = f"write `source: {owner}`" + ("" if in_chain else " in place of the name and the kind")
    return checked.finding(
        REGISTERED_NAME, kind, key, loc, name=quoted(name), kind=thing, key=owner, help=way, suggestion=instead
    )


def _whole(checked: Checked, kind: str, key: str, loc: Loc, owner: str, safety: Safety) -> Suggestion | None:
    """The key in place of a value that stands on one line."""
    span = checked.raw[kind, key].positions.value_span(loc)
    return Suggestion(owner, safety, span) if span.line == span.end_line else None


def _pair(checked: Checked, kind: str, key: str, loc: Loc, field: str, owner: str, safety: Safety) -> Suggestion | None:
    """Another key and value in place of those at `loc`, where both stand on one line."""
    positions = checked.raw[kind, key].positions
    before, after = positions.key_span(loc), positions.value_span(loc)
    if before.line != after.end_line:
        return None
    return Suggestion(owner, safety, after, also=(Edit(before, field),))
