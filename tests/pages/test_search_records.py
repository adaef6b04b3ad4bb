"""What the search of the site finds: every record with its words, its names and what it can be filtered by."""

from datetime import date

import pytest
from synthetic_site import ARABIC, MERGED, NEW_YEAR, STRIKE, UNDATED

from generator.archive.archive import Archive
from generator.model.dates import parse_edtf
from generator.pages.incident_row import Rows, incident_rows
from generator.pages.search_content import BREAK, HIDDEN, content_of, plain
from generator.pages.search_records import SearchRecord, day_of, search_records, years_of


@pytest.fixture(scope="module")
def found(tiny_archive: Archive, tiny_rows: Rows) -> dict[str, SearchRecord]:
    """The records of the tiny archive by their address."""
    return {record.address: record for record in search_records(tiny_archive, tiny_rows)}


def test_every_record_with_a_page_is_found(found: dict[str, SearchRecord], tiny_archive: Archive) -> None:
    """Every incident that stands, location, source, actor, series, tally and report is found once; a withdrawn incident is not."""
    records = tiny_archive.records
    assert set(found) == {
        *(f"incidents/{key}/" for key in (STRIKE, ARABIC, UNDATED, NEW_YEAR)),
        *(f"locations/{key}/" for key in records.locations),
        *(f"sources/{key}/" for key in records.sources),
        *(f"actors/{key}/" for key in records.actors),
        *(f"series/{key}/" for key in records.series),
        *(f"tallies/{key}/" for key in records.tallies),
        *(f"reports/{key}/" for key in records.reports),
    }
    assert f"incidents/{MERGED}/" not in found


def test_an_incident_is_found_by_all_that_is_said_of_it(found: dict[str, SearchRecord]) -> None:
    """Its account, what its reports say, its places, sources and actors in every script, and its id are among its words."""
    strike = found[f"incidents/{STRIKE}/"]
    assert strike.content.split(f" {HIDDEN} ")[0].split(f" {BREAK} ") == [
        "The Synthetic Observatory reports a strike. The front claims it.",
        "A synthetic drone struck the base",
        "The front claims it",
        "on Friday night",
        "our fighters",
        "Alpha base, Base A; Northshire; Testland, أرض الاختبار",
        "Synthetic Observatory, المرصد; Channel of the Synthetic Front; Synthetic Relay Daily",
        "Synthetic Front, الجبهة",
        STRIKE,
    ]


def test_what_a_result_shows_is_what_lists_show(found: dict[str, SearchRecord], tiny_rows: Rows) -> None:
    """Title, status and date of an incident are those of its row in every list."""
    for key in (STRIKE, ARABIC, UNDATED, NEW_YEAR):
        record, row = found[f"incidents/{key}/"], tiny_rows[key]
        assert (record.title, record.status, record.date) == (row.title, row.status, row.date)
    assert found[f"incidents/{UNDATED}/"].place == "somewhere in Northshire"


def test_a_record_has_a_day_to_be_sorted_by(found: dict[str, SearchRecord]) -> None:
    """An incident is sorted by the earliest day that it may be, a report by the day it came out, what has no date by none."""
    assert found[f"incidents/{NEW_YEAR}/"].day == date(2023, 12, 31)
    assert found[f"incidents/{UNDATED}/"].day is None
    assert found["reports/rewritten-item/"].day == date(2024, 2, 1)
    assert found["reports/untied-item/"].day is found["locations/alpha-base/"].day is None
    assert found["tallies/observatory-january/"].day == date(2024, 1, 31)


@pytest.mark.parametrize("text", ["unknown", "XXXX-12-31", "../2023-12-31", "2023-12-31/.."])
def test_a_date_open_on_a_side_has_no_day(text: str) -> None:
    """A date that is not bounded on both sides is sorted with those nothing is known of."""
    assert day_of(parse_edtf(text)) is None


def test_filters_hold_keys_and_codes(found: dict[str, SearchRecord]) -> None:
    """An incident can be filtered by kind, status, type, location, year, the sources it cites and the origins it rests on."""
    assert dict(found[f"incidents/{STRIKE}/"].filters) == {
        "kind": ("incident",),
        "status": ("corroborated",),
        "type": ("air-drone-strike",),
        "location": ("alpha-base",),
        "year": ("2024",),
        "source": ("observatory", "front-channel", "relay-daily"),
        "root": ("observatory", "front-channel"),
    }
    assert found["sources/observatory/"].filters == {
        "kind": ("source",), "source": ("observatory",), "root": ("observatory",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2023-12-31", ("2023",)),
        ("2023-12-31/2024-01-01", ("2023", "2024")),
        ("2023", ("2023",)),
        ("unknown", ("undated",)),
        ("XXXX-12-31", ("undated",)),
        ("2010/2023", ("undated",)),
        ("../2023-12-31", ("undated",)),
    ],
)
def test_the_years_of_a_date(date: str, years: tuple[str, ...]) -> None:
    """A date is in every year it may lie in, and undated where that is not known or more than three."""
    assert years_of(parse_edtf(date)) == years


@pytest.mark.parametrize(
    ("shown", "hidden", "content"),
    [
        ("A plain word", "", "A plain word"),
        ("مكافحة الشدادي", "", f"مكافحة الشدادي {HIDDEN} مكافحه شدادي"),
        ("Ḥasaka", "", "Ḥasaka"),
        ("ʿAyn", "", f"ʿAyn {HIDDEN} ayn"),
        ("syb-4k7m2xq", "", f"syb-4k7m2xq {HIDDEN} 4k7m2xq"),
        ("Name", "Mispelt", f"Name {HIDDEN} Mispelt"),
    ],
)
def test_words_are_found_in_the_spelling_in_which_they_are_asked(shown: str, hidden: str, content: str) -> None:
    """A word that Pagefind would keep otherwise than a query asks for it stands a second time, unseen, as the query has it."""
    assert content_of("", (shown,), hidden) == content


def test_a_narrative_is_found_without_its_signs() -> None:
    """Markdown's signs and the addresses of links are no words of a record; a hyphen and an underline inside a word are."""
    text = "- One *strong* word, [a link](https://example.org/x)\n\n> `code` and snake_case, 5-6\n1. two"
    assert plain(text) == "One strong word, a link\n\ncode and snake_case, 5-6\ntwo"


def test_records_of_the_archive_are_small(real_archive: Archive) -> None:
    """No record of this archive is longer than 20,000 signs, and every name of a location finds its incidents."""
    found = search_records(real_archive, incident_rows(real_archive))
    assert max(len(record.content) for record in found) < 20_000
    base = real_archive.locations["conoco-gas-field"]
    by_key = {record.key: record for record in found if record.kind == "incident"}
    for key in base.own:
        assert all(name in by_key[key].content for name in ("Koniko", "كونيكو", "Conoco", "Конико"))
