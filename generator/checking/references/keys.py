"""References: every key, id and term a record names exists, once, and leads somewhere."""

from collections.abc import Iterator, Mapping

from generator.checking.checked import Checked
from generator.checking.references.named import Named, named_in
from generator.checking.references.run_together import as_unnamed, several_keys, way_apart
from generator.checking.references.unknown_names import Unknown, joined
from generator.checking.registered_names import names_of, owners_among
from generator.checking.schema.rules import UNKNOWN_VALUE
from generator.checking.similarity import folded, is_slip, nearest
from generator.model.account import UNKNOWN_ACTOR
from generator.reading.finding import Finding, Rule, Suggestion, quoted
from generator.reading.positions import Loc, path_words

UNKNOWN_REFERENCE = Rule(
    "R201",
    "unknown-reference",
    "error",
    "there is no {kind} `{key}`",
    "a link to nothing is a fact without its place, source or actor",
    "location: nort-quay\n",
    "location: north-quay\n",
)
DUPLICATE_ID = Rule(
    "R202",
    "duplicate-id",
    "error",
    "the id `{id}` is already that of {other}",
    "two records with one id would overwrite one another",
    "id: syb-4k7m2xq\n",
    "id: syb-7tq2w9d\n",
)
SELF_REFERENCE = Rule(
    "R206",
    "self-reference",
    "error",
    "`{key}` names the {thing} itself",
    "a record explains nothing by itself",
    "related: [{id: syb-4k7m2xq, relation: follows}]\n",
    "related: []\n",
)
REFERENCE_RULES = (UNKNOWN_REFERENCE, DUPLICATE_ID, SELF_REFERENCE)


_MOST_LIKE = 3
"""Other entries of a like name that a finding names."""


def check_references(checked: Checked, *, each_place: bool = False) -> Iterator[Finding]:
    """Every finding about what records name in one another.

    What many files miss is one finding, with `each_place` one in every file.
    """
    unknown: list[Unknown] = []
    used: set[tuple[str, str]] = set()
    for kind, key in checked.judged:
        entry = _entry(checked, kind, key)
        if entry is None:
            continue
        for named in named_in(entry):
            used.add((named.kind, named.key))
            for found in _resolved(checked, kind, key, named):
                if isinstance(found, Unknown):
                    unknown.append(found)
                else:
                    yield found
    if each_place:
        yield from (place.finding for place in unknown)
    else:
        yield from joined(checked, unknown, frozenset(used), UNKNOWN_REFERENCE)


def _entry(checked: Checked, kind: str, key: str) -> object:
    records = checked.records
    if kind == "settings":
        return None
    return checked.known(kind).get(key) if kind != "vocabulary" else records.vocabularies.get(key)


def _resolved(checked: Checked, kind: str, key: str, named: Named) -> Iterator[Finding | Unknown]:
    if named.kind in ("types", "means", "effects", "targets"):
        yield from _term(checked, kind, key, named)
        return
    if named.kind == "actor" and named.key == UNKNOWN_ACTOR:
        if named.loc[0] != "actors":
            yield checked.finding(
                UNKNOWN_REFERENCE,
                kind,
                key,
                named.loc,
                kind="actor",
                key=UNKNOWN_ACTOR,
                help="leave the key out: what is left out is not known; only `actors` take `unknown`",
            )
        return
    if named.key == key and named.kind == kind:
        yield checked.finding(SELF_REFERENCE, kind, key, named.loc, key=_last(named.loc), thing="record")
        return
    known = checked.known(named.kind)
    if named.key in known or checked.unread(named.kind, named.key):
        return
    by_name = owners_among(known).get(folded(named.key))
    meant = by_name or nearest(named.key, known) or _by_similar_name(known, named.key)
    way = f"there is a similar key: `{meant}`" if meant else _new_file(named.kind)
    others = _like_named(known, named.key, by_name) if by_name else ()
    if by_name:
        way = f"`{quoted(named.key)}` is a name of `{by_name}`: write the key"
        if others:
            way += f", or that of {' or '.join(f'`{other}`' for other in others)} if that is meant"
    suggestion = Suggestion(meant, "safe" if by_name and not others else "unsafe") if meant else None
    if not by_name and (several := several_keys(named.key, known)):
        way, suggestion = way_apart(named, several), None
    elif not meant and (unnamed := as_unnamed(checked.raw[kind, key].positions, named)):
        way, suggestion = unnamed
    found = checked.finding(
        UNKNOWN_REFERENCE,
        kind,
        key,
        named.loc,
        kind=named.kind,
        key=quoted(named.key),
        help=way,
        suggestion=suggestion,
    )
    yield Unknown(named, found, by_name)


def _like_named(known: Mapping[str, object], text: str, owner: str) -> tuple[str, ...]:
    """Other entries that begin with the words of a name, such as a city and the province called after it."""
    word = folded(text)
    return tuple(
        key
        for key, entry in known.items()
        if key != owner and any(folded(name).startswith(word) for name in (key, *names_of(entry)))
    )[:_MOST_LIKE]


def _new_file(kind: str) -> str:
    if kind == "incident":
        return "an id is the first line of a record; copy it from there"
    folder = {"series": "series", "tally": "tallies"}.get(kind, f"{kind}s")
    inline = {
        "source": ", or give it here: `source: {name: …, kind: …}`",
        "location": ", or describe it here: `location: {as_stated: …, within: …}`",
    }
    return f"give it a file: incidents/{folder}/<key>.yml{inline.get(kind, '')}"


def _by_similar_name(known: Mapping[str, object], text: str) -> str | None:
    """The entry with the name most like this text."""
    keys = {name: key for key, entry in known.items() for name in names_of(entry)}
    name = nearest(text, keys)
    return keys[name] if name is not None else None


def _term(checked: Checked, kind: str, key: str, named: Named) -> Iterator[Finding | Unknown]:
    if kind == "vocabulary" and named.key == named.loc[1]:
        field = _last(named.loc)
        way = f"name another term, or leave `{field}` out"
        yield checked.finding(SELF_REFERENCE, kind, key, named.loc, key=field, thing="term", help=way)
        return
    vocabulary = checked.records.vocabularies.get(named.kind)
    if vocabulary is None or named.key in vocabulary.terms:
        return
    known = list(vocabulary.terms)
    meant = nearest(named.key, known)
    found = checked.finding(
        UNKNOWN_VALUE,
        kind,
        key,
        named.loc,
        key=path_words(named.loc),
        number=len(known),
        words=_SCHEME_WORDS[named.kind],
        label="not in the vocabulary",
        help=f"there is a similar value: `{meant}`"
        if meant
        else f"the known {_SCHEME_WORDS[named.kind]}: {', '.join(known)}",
        suggestion=Suggestion(meant, "safe" if is_slip(named.key, meant) else "unsafe") if meant else None,
    )
    yield Unknown(named, found)


_SCHEME_WORDS = {"types": "event types", "means": "means", "effects": "effects", "targets": "targets"}


def _last(loc: Loc) -> str:
    return next(str(part) for part in reversed(loc) if isinstance(part, str))
