"""A citation as pages show it, with every value word for word."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from generator.archive.archive import Archive
from generator.model.actor import Actor
from generator.model.report import Citation
from generator.model.source import Source
from generator.pages.addresses import Link
from generator.pages.citation_view import ArchivedCopy, ChainStep, CitationView, chain_steps, citation_view, source_link

PLAIN = {"url": "https://www.item.example/a", "source": "observatory"}


def view(archive: Archive, parties: frozenset[str] = frozenset(), **more: Any) -> CitationView:
    return citation_view(archive, Citation.model_validate({**PLAIN, **more}), 3, parties)


def test_the_least_there_can_be(tiny_archive: Archive) -> None:
    """An item of which nothing but its address and source is known shows nothing else."""
    assert view(tiny_archive) == CitationView(
        number=3,
        source=Link("Synthetic Observatory", "sources/observatory/"),
        source_kind="Monitor",
        party=False,
        stance="reports",
        stance_words="Reports it",
        title="",
        language="",
        language_words="",
        direction="auto",
        url="https://www.item.example/a",
        host="item.example",
        no_url="",
        published="",
        retrieved="",
        excerpt_only=False,
        nature="",
        nature_basis="",
        relays=False,
        gist="",
        quote="",
        locator="",
        chains=(),
        roots=("Synthetic Observatory",),
        leaves_open=(),
        archived=(),
        report=None,
        claims=(),
        imagery=None,
        credibility=0,
    )


def test_everything_an_item_may_have(tiny_archive: Archive) -> None:
    """What the citation states of its item is shown in words, and nothing of it is lost."""
    shown = view(
        tiny_archive,
        title="عنوان",
        language="ar-SY",
        published="2024-01",
        retrieved="2026-11-20",
        seen="excerpt",
        nature="translation",
        nature_basis="Synthetic basis",
        gist="Synthetic gist",
        quote="Synthetic quotation",
        locator="third paragraph",
        leaves_open=["who", "when"],
        stance="corrects",
        imagery={"verified_by": "relay-daily"},
        archived=[{"url": "https://copy.example/1", "at": "2026-11-20"}, {"url": "https://www.copy.example/2"}],
        chains=[["front-channel"], [{"as_stated": "witnesses"}]],
    )
    assert shown == replace(
        view(tiny_archive),
        title="عنوان",
        language="ar-SY",
        language_words="Arabic",
        direction="rtl",
        published="January 2024",
        retrieved="20 November 2026",
        excerpt_only=True,
        nature="Translation",
        nature_basis="Synthetic basis",
        relays=True,
        gist="Synthetic gist",
        quote="Synthetic quotation",
        locator="third paragraph",
        leaves_open=("who", "when"),
        stance="corrects",
        stance_words="Gives a different account",
        imagery=Link("Synthetic Relay Daily", "sources/relay-daily/"),
        archived=(
            ArchivedCopy("https://copy.example/1", "copy.example", "20 November 2026"),
            ArchivedCopy("https://www.copy.example/2", "copy.example", ""),
        ),
        chains=(
            (ChainStep("Channel of the Synthetic Front", "sources/front-channel/", "", False),),
            (ChainStep("witnesses", "", "", False),),
        ),
        roots=("Channel of the Synthetic Front",),
    )


def test_an_item_with_a_file(tiny_archive: Archive) -> None:
    """Of an item with a file everything is taken from there, with links to its page and to the claims in its ledger."""
    shown = citation_view(
        tiny_archive, Citation.model_validate({"report": "rewritten-item", "claims": ["s1.1", "s2.1b"]}), 1, frozenset()
    )
    assert (shown.source, shown.url, shown.host, shown.title) == (
        Link("Synthetic Relay Daily", "sources/relay-daily/"),
        "https://relay.example/item",
        "relay.example",
        "خبر اصطناعي",
    )
    assert (shown.language, shown.direction, shown.published, shown.retrieved, shown.nature, shown.relays) == (
        "ar",
        "rtl",
        "1 February 2024",
        "20 November 2026",
        "Rewrite",
        True,
    )
    assert shown.report == Link("خبر اصطناعي", "reports/rewritten-item/", "with its claims")
    assert shown.claims == (
        Link("s1.1", "reports/rewritten-item/#claim-s1-1"),
        Link("s2.1b", "reports/rewritten-item/#claim-s2-1b"),
    )


def test_a_file_without_a_ledger(tiny_archive: Archive) -> None:
    """The link to a report's page promises no claims where there are none."""
    shown = citation_view(tiny_archive, Citation.model_validate({"report": "original-item"}), 1, frozenset())
    assert shown.report == Link("original-item", "reports/original-item/", "")


def test_an_item_without_an_address(tiny_archive: Archive) -> None:
    """An item without an address gives the reason."""
    shown = citation_view(
        tiny_archive, Citation.model_validate({"no_url": "printed only", "source": "observatory"}), 1, frozenset()
    )
    assert (shown.url, shown.host, shown.no_url) == ("", "", "printed only")


def test_a_source_without_a_file(tiny_archive: Archive) -> None:
    """A source given in the citation has its name and kind, and no page."""
    shown = view(tiny_archive, source={"name": "Synthetic blog", "kind": "online"})
    assert (shown.source, shown.source_kind, shown.party, shown.roots) == (
        Link("Synthetic blog", ""),
        "Online outlet",
        False,
        ("Synthetic blog",),
    )
    assert source_link(tiny_archive, Citation.model_validate({"report": "missing"})) == Link("source not known", "")


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("unknown", ""),
        ("2024-02-01", "1 February 2024"),
        ("2024", "2024"),
        ("2024-02-01?", "possibly 1 February 2024 (uncertain)"),
    ],
)
def test_a_day_of_publication_is_never_made_up(tiny_archive: Archive, published: str, words: str) -> None:
    """An unknown day of publication is none, and a year stays a year."""
    assert view(tiny_archive, published=published).published == words


@pytest.mark.parametrize(
    ("language", "shown", "words", "way"),
    [("en", "en", "", "ltr"), ("ckb", "ckb", "Central Kurdish", "rtl"), ("xyz", "xyz", "xyz", "ltr")],
)
def test_the_language_is_named_where_it_is_not_english(
    tiny_archive: Archive, language: str, shown: str, words: str, way: str
) -> None:
    """An item's language and direction are known to the page; it is named unless it is that of the page."""
    found = view(tiny_archive, language=language)
    assert (found.language, found.language_words, found.direction) == (shown, words, way)


@pytest.mark.parametrize(
    ("nature", "relays"),
    [("original", False), ("wire", False), ("translation", True), ("rewrite", True), ("aggregation", True)],
)
def test_which_items_only_relay(tiny_archive: Archive, nature: str, relays: bool) -> None:
    """Translations, rewrites and aggregations pass on what others say."""
    assert view(tiny_archive, nature=nature).relays is relays


def with_speaker(archive: Archive, represents: str, **part_of: str) -> Archive:
    """The archive with actors that belong to others and a source that speaks for one of them."""
    actors = dict(archive.records.actors) | {
        key: Actor.model_validate(
            {"key": key, "name": key, "kind": "armed-group", **({"part_of": wider} if wider else {})}
        )
        for key, wider in part_of.items()
    }
    source = Source.model_validate(
        {"key": "speaker", "name": "Synthetic speaker", "kind": "official", "represents": represents}
    )
    records = replace(
        archive.records,
        actors=MappingProxyType(actors),
        sources=MappingProxyType({**archive.records.sources, "speaker": source}),
    )
    return replace(archive, records=records)


@pytest.mark.parametrize(
    ("represents", "party", "expected"),
    [
        ("umbrella", "umbrella", True),
        ("wing", "umbrella", True),
        ("umbrella", "wing", True),
        ("other", "wing", False),
        ("stranger", "wing", False),
    ],
)
def test_who_is_marked_as_a_party(tiny_archive: Archive, represents: str, party: str, expected: bool) -> None:
    """A citation is a party's where its line of origin would be: the actor itself, a part of it or whom it belongs to takes part."""
    archive = with_speaker(tiny_archive, represents, umbrella="", wing="umbrella", other="umbrella", stranger="")
    assert view(archive, frozenset({party}), source="speaker").party is expected
    assert view(archive, frozenset(), source="speaker").party is False


def test_a_chain_in_words(tiny_archive: Archive) -> None:
    """Each step has its source's name and page, the item's own words beside or instead of it, its verb, and whether the editors infer it."""
    chain = Citation.model_validate(
        {
            **PLAIN,
            "chains": [
                [
                    "front-channel",
                    {"source": "observatory", "as_stated": "a monitor", "verb": "said", "inferred": True},
                    {"as_stated": "witnesses"},
                    {"source": "nobody", "as_stated": "an outlet"},
                ]
            ],
        }
    ).chains[0]
    assert chain_steps(tiny_archive, chain) == (
        ChainStep("Channel of the Synthetic Front", "sources/front-channel/", "", False),
        ChainStep("Synthetic Observatory", "sources/observatory/", "said", True, stated="a monitor"),
        ChainStep("witnesses", "", "", False),
        ChainStep("an outlet", "", "", False),
    )
