"""Claims found from the records they reach or speak of."""

from types import MappingProxyType

from generator.archive.claims import Traced, claims_about, claims_reaching, reached_by
from generator.model.actor import Actor
from generator.model.location import Location
from generator.model.records import Records
from generator.model.report import Report
from generator.model.series import Series
from generator.model.source import Source


def records(**claims: dict[str, object]) -> Records:
    """A synthetic report with some claims, and a source, a series, a location and an actor that share one key."""
    report = Report.model_validate(
        {
            "key": "item",
            "source": "twin",
            "url": "https://item.example/",
            "claims": {key.replace("_", "."): value for key, value in claims.items()},
        }
    )
    series = Series.model_validate(
        {
            "key": "twin",
            "name": "Synthetic series",
            "kind": "wave",
            "asserted_by": [{"report": "item", "claims": ["s1.1"]}],
        }
    )
    return Records(
        reports=MappingProxyType({"item": report}),
        sources=MappingProxyType({"twin": Source(key="twin", name="Synthetic source", kind="tv")}),
        series=MappingProxyType({"twin": series}),
        locations=MappingProxyType({"twin": Location(key="twin", name="Synthetic country", kind="country")}),
        actors=MappingProxyType({"twin": Actor(key="twin", name="Synthetic army", kind="state-forces")}),
    )


def test_a_key_of_two_kinds_means_the_record_that_cites_the_claim_back() -> None:
    """Where a source and a series share a key, a claim reaches the one that names the claim."""
    held = records(s1_1={"kind": "analysis", "gist": "Synthetic", "to": ["twin"]})
    assert reached_by(held, "item", "s1.1", "twin") == (("series", "twin"),)
    assert dict(claims_reaching(held)) == {("series", "twin"): (Traced("item", "s1.1"),)}


def test_a_key_that_nothing_cites_back_means_every_record_it_fits() -> None:
    """Without a citation back no reading is lost."""
    held = records(s1_2={"kind": "analysis", "gist": "Synthetic", "to": ["twin"]})
    assert reached_by(held, "item", "s1.2", "twin") == (("series", "twin"), ("source", "twin"))


def test_an_unknown_key_reaches_nothing() -> None:
    """A key or an id without a record leads nowhere."""
    held = records(s1_1={"kind": "analysis", "gist": "Synthetic", "to": ["nobody"]})
    assert reached_by(held, "item", "s1.1", "nobody") == ()
    assert reached_by(held, "item", "s1.1", "syb-4k7m2xq") == ()


def test_a_claim_speaks_of_locations_and_actors() -> None:
    """`about` means locations and actors, each claim once."""
    held = records(s1_1={"kind": "background", "gist": "Synthetic", "about": ["twin", "twin"]})
    traced = (Traced("item", "s1.1"),)
    assert dict(claims_about(held)) == {("location", "twin"): traced, ("actor", "twin"): traced}
