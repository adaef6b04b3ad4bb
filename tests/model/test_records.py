"""Records by key: the looking up of sources, items and words, and the chain of larger entries."""

from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.records import MODELS, Records, ancestors
from generator.model.report import Citation, Report
from generator.model.source import Source
from generator.model.vocabulary import Vocabulary

SOURCE = Source.model_validate({"key": "monitor", "name": "Synthetic monitor", "kind": "monitor"})
REPORT = Report.model_validate({"key": "item", "source": "monitor", "url": "https://item.example/"})
ORPHAN = Report.model_validate({"key": "orphan", "source": "nobody", "url": "https://orphan.example/"})
TYPES = Vocabulary.model_validate(
    {"key": "types", "name": "Synthetic types", "terms": {"strike": {"label": "Strike", "definition": "Synthetic."}}}
)
RECORDS = Records(
    sources={"monitor": SOURCE}, reports={"item": REPORT, "orphan": ORPHAN}, vocabularies={"types": TYPES}
)

BY_REPORT = Citation.model_validate({"report": "item"})
BY_KEY = Citation.model_validate({"url": "https://a.example/", "source": "monitor"})
INLINE = Citation.model_validate({"url": "https://b.example/", "source": {"name": "Synthetic blog", "kind": "online"}})
OF_ORPHAN = Citation.model_validate({"report": "orphan"})
OF_NOTHING = Citation.model_validate({"report": "missing"})
OF_STRANGER = Citation.model_validate({"url": "https://c.example/", "source": "nobody"})


@pytest.mark.parametrize(
    ("citation", "source"),
    [(BY_REPORT, SOURCE), (BY_KEY, SOURCE), (INLINE, None), (OF_ORPHAN, None), (OF_NOTHING, None), (OF_STRANGER, None)],
)
def test_the_source_of_a_citation(citation: Citation, source: Source | None) -> None:
    """A citation's source is that of its report's file or the one it names, and none where that has no file."""
    assert RECORDS.citation_source(citation) == source


@pytest.mark.parametrize(
    ("citation", "item"),
    [(BY_REPORT, REPORT), (OF_ORPHAN, ORPHAN), (BY_KEY, BY_KEY), (INLINE, INLINE), (OF_NOTHING, None)],
)
def test_the_item_that_is_cited(citation: Citation, item: Citation | Report | None) -> None:
    """The item is described by its report's file, or by the citation where it has none."""
    assert RECORDS.publication(citation) == item


def test_a_word_of_a_vocabulary() -> None:
    """A word is found in its own list and in no other."""
    assert RECORDS.term("types", "strike") == TYPES.terms["strike"]
    assert RECORDS.term("types", "raid") is None
    assert RECORDS.term("means", "strike") is None


def test_records_are_empty_until_given() -> None:
    """Without files there are no records of any kind, and no settings."""
    empty = Records()
    assert empty.settings is None
    assert [getattr(empty, name) for name in Records.__slots__[1:]] == [MappingProxyType({})] * 9
    with pytest.raises(FrozenInstanceError):
        empty.incidents = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        empty.incidents["syn-0000001"] = None  # type: ignore[index]


def test_every_kind_has_its_model() -> None:
    """Each kind of record has a model of its own, called like it."""
    assert {kind: model.__name__.lower() for kind, model in MODELS.items()} == {kind: kind for kind in MODELS}
    assert list(MODELS) == [
        "settings",
        "incident",
        "report",
        "source",
        "location",
        "actor",
        "series",
        "tally",
        "vocabulary",
    ]


@pytest.mark.parametrize(
    ("key", "chain"),
    [
        ("city", ("province", "country")),
        ("country", ()),
        ("lost", ("nowhere",)),
        ("self", ()),
        ("east", ("west",)),
        ("into", ("east", "west")),
        ("unheard-of", ()),
    ],
)
def test_the_chain_above_a_key(key: str, chain: tuple[str, ...]) -> None:
    """The larger entries come nearest first; the chain stops where it is broken or turns back."""
    parent = {
        "city": "province",
        "province": "country",
        "country": None,
        "lost": "nowhere",
        "self": "self",
        "east": "west",
        "west": "east",
        "into": "east",
    }
    assert ancestors(key, parent) == chain


keys = st.sampled_from("abcdef")


@given(keys, st.dictionaries(keys, st.one_of(st.none(), keys)))
def test_a_chain_never_repeats(key: str, parent: Mapping[str, str | None]) -> None:
    """Whatever the links, a chain ends, holds nothing twice, never the key itself, and follows the links."""
    chain = ancestors(key, parent)
    assert len(set(chain) | {key}) == len(chain) + 1
    assert [parent.get(one) for one in (key, *chain)][: len(chain)] == list(chain)
