"""Lists, corrections, data, about, method and contribute: what each must state."""

from dataclasses import replace

from synthetic_site import FILES, MERGED, STRIKE, archive_at, texts, written

from generator.model.incident import Incident
from generator.model.report import ASSERTING
from generator.model.settings import Settings
from generator.model.status import STATUSES
from generator.pages.about_pages import about_page, method_page, telling_example
from generator.pages.contribute_page import contribute_page, least_record
from generator.pages.corrections_page import corrections_page
from generator.pages.data_page import Download, data_page, size_words
from generator.pages.incident_list_page import incident_list_page
from generator.pages.incident_row import incident_rows
from generator.pages.status_counts import rows_of

OWN_PAGES = ("", "timeline", "corrections", "data", "codebook", "rules", "about", "method", "contribute")
"""First parts of the addresses of these pages."""


def test_the_list_of_incidents_has_every_incident_that_stands_in_order(tiny_archive, tiny_rows, rendered):
    """Each incident is one row of date, status, title, location, lines, reports and id; the undated stand last."""
    page = rendered(incident_list_page(tiny_archive, tiny_rows))
    assert texts(page, "//tbody/tr/td[last()]") == ["syb-3m6n8pd", "syb-4k7m2xq", "syb-9p3w6tn", "syb-2d8v5hr"]
    assert texts(page, "//tbody/tr[2]/*") == [
        "5 Jan 2024, 22:05",
        "Corroborated",
        "Synthetic drone strike on Alpha base",
        "Alpha base",
        "2",
        "3",
        "syb-4k7m2xq",
    ]
    assert "1 withdrawn record is not counted" in texts(page, "//p[@class='hint']")[0]


def test_corrections_and_withdrawals_are_listed_with_reason_and_link(tiny_archive, tiny_rows, rendered):
    """A correction leads to the record's corrections; a withdrawal says why and where the content stands now."""
    page = rendered(corrections_page(tiny_archive, tiny_rows))
    assert page.xpath("//section[@aria-labelledby='published']//li//a/@href") == [f"../incidents/{STRIKE}/#corrections"]
    assert texts(page, "//section[@aria-labelledby='withdrawn']//li") == [
        (
            f"{MERGED}, withdrawn 21 November 2026 because it duplicates another record. "
            "Its content now stands in Synthetic drone strike on Alpha base."
        )
    ]


def test_the_data_page_documents_every_column_of_every_file(tiny_archive, rendered):
    """Each file is linked with type and size; a table's columns stand with their meanings."""
    files = (
        Download(
            "data/incidents.csv",
            "text/csv",
            "All incidents (CSV)",
            1234,
            (("id", "Permanent `id`."), ("title", "A phrase.")),
        ),
        Download("feed.xml", "application/atom+xml", "Feed", 0),
    )
    page = data_page(tiny_archive, files)
    shown = rendered(page)
    assert shown.xpath("//section[@aria-labelledby='files']//tbody//th/a/@href") == ["incidents.csv", "../feed.xml"]
    assert texts(shown, "//section[@aria-labelledby='columns-incidents-csv']//tbody/tr") == [
        "idPermanent id.",
        "titleA phrase.",
    ]
    assert [entry[2] for entry in page.data] == ["data/incidents.csv", "feed.xml"]
    assert "4 incidents" in texts(shown, "//p[@class='standfirst']")[0]


def test_the_data_page_lists_schemas_apart_from_the_records(tiny_archive, rendered):
    """A schema holds no record: it stands in a section of its own, and the page's head does not offer it as data."""
    files = (
        Download("feed.xml", "application/atom+xml", "Feed", 0),
        Download("data/schema/source.schema.json", "application/schema+json", "Schema of sources", 9800),
    )
    page = data_page(tiny_archive, files)
    shown = rendered(page)
    assert shown.xpath("//section[@aria-labelledby='files']//tbody//th/a/@href") == ["../feed.xml"]
    assert texts(shown, "//section[@aria-labelledby='schemas']//li") == ["Schema of sources 10 kB"]
    assert shown.xpath("//section[@aria-labelledby='schemas']//li/a/@href") == ["schema/source.schema.json"]
    assert [entry[2] for entry in page.data] == ["feed.xml"]
    assert rendered(data_page(tiny_archive, files[:1])).xpath("//*[@id='schemas']") == []


def test_sizes_are_rounded_to_what_a_reader_needs():
    """Bytes below a thousand are exact; beyond, kilobytes and megabytes."""
    assert [size_words(size) for size in (0, 412, 38_400, 999_600, 1_240_000)] == [
        "",
        "412 bytes",
        "38 kB",
        "1.0 MB",
        "1.2 MB",
    ]


def test_the_about_page_shows_the_settings_and_how_records_are_counted(tiny_archive, tiny_rows, rendered):
    """The archive's own text stands as Markdown, with scope, period and licence."""
    page = rendered(about_page(tiny_archive, tiny_rows))
    assert page.xpath("string(//div[@class='narrative']/p/em)") == "invented"
    assert texts(page, "//section[@aria-labelledby='scope']/p") == [
        "Nothing that has happened.",
        "Time the archive means to cover: between October 2023 and February 2024.",
    ]
    assert texts(page, "//section[@aria-labelledby='holds']//dl/div[1]") == ["Incidents4"]
    assert (
        page.xpath("//section[@aria-labelledby='licence']//a/@href")[0]
        == "https://creativecommons.org/licenses/by/4.0/"
    )


def test_the_method_page_has_each_status_with_what_it_requires(tiny_archive, tiny_rows, rendered):
    """The table of statuses is that of the model and has an address of its own."""
    page = rendered(method_page(tiny_archive, tiny_rows))
    assert texts(page, "//section[h2/@id='statuses']//tbody/tr/th") == [entry.label for entry in STATUSES]
    assert texts(page, "//section[h2/@id='statuses']//tbody/tr/td[2]") == [
        entry.requires.replace("`", "") for entry in STATUSES
    ]
    assert texts(page, "//section[@aria-labelledby='weaknesses']//li") == ["Synthetic. Nothing of it happened."]


def test_the_example_of_lines_of_origin_is_the_widest_gap_in_the_archive(tiny_archive, tiny_rows, rendered):
    """Three reports of the strike lead to two lines of origin, and the page names both."""
    example = telling_example(tiny_archive, rows_of(tiny_rows, tiny_archive.timeline.ordered))
    assert example is not None
    assert (example.row.id, example.row.asserting, example.row.lines) == (STRIKE, 3, 2)
    assert [link.text for link in example.roots] == ["Synthetic Observatory", "Channel of the Synthetic Front"]


def test_the_numbers_of_the_method_page_are_those_of_the_records(real_archive, rendered):
    """Citations and incidents of the real archive are counted as they stand in its records."""
    page = rendered(method_page(real_archive, incident_rows(real_archive)))
    facts = dict(
        zip(
            texts(page, "//section[@aria-labelledby='coverage']//dt"),
            texts(page, "//section[@aria-labelledby='coverage']//dd"),
            strict=True,
        )
    )
    incidents = [entry.incident for entry in real_archive.incidents.values() if entry.incident.withdrawn is None]
    assert facts["Incidents"] == str(len(incidents))
    assert facts["Citations"].startswith(f"{sum(len(incident.reports) for incident in incidents)}:")


def test_the_least_record_has_every_required_field(tiny_archive, rendered):
    """The example on the page names each required field and nothing but placeholders for sources and places."""
    example = least_record("syb")
    required = [name for name, field in Incident.model_fields.items() if field.is_required() and name != "body"]
    assert [line.partition(":")[0] for line in example.splitlines() if line[:1].isalpha()][: len(required)] == required
    page = rendered(contribute_page(tiny_archive))
    assert page.xpath("string(//pre)") == example
    assert page.xpath("//dl[@class='facts']//dt/a/@href") == [
        f"../codebook/#incident-{name}" for name in (*required, "body")
    ]


def test_an_archive_with_hostile_settings_shows_them_as_text(tiny_archive, tiny_rows, rendered):
    """Markup in the archive's own texts is shown and never becomes an element."""
    hostile = Settings.model_validate(
        {
            **tiny_archive.settings.model_dump(exclude={"period"}),
            "title": "<script>alert(1)</script>",
            "scope": "<img src=x onerror=alert(1)>",
        }
    )
    archive = replace(tiny_archive, settings=hostile)
    for page in (about_page(archive, tiny_rows), method_page(archive, tiny_rows), data_page(archive, ())):
        shown = rendered(page)
        assert shown.xpath("//script | //img") == []


def test_no_incident_of_the_published_archive_has_a_wider_gap_than_the_example(real_archive):
    """The example is the incident with most asserting reports beyond its lines of origin."""
    rows = rows_of(incident_rows(real_archive), real_archive.timeline.ordered)
    gaps = {
        row.id: sum(citation.stance in ASSERTING for citation in real_archive.incidents[row.id].incident.reports)
        - row.lines
        for row in rows
    }
    example = telling_example(real_archive, rows)
    assert (example.row.asserting - example.row.lines if example else 0) == max(0, *gaps.values())


def test_no_two_landmarks_of_a_page_bear_one_name(tiny):
    """Regions and navigations of a page can be told apart by their names."""
    twice = []
    for address in tiny.pages:
        page = tiny[address]
        labels = [
            (
                element.tag,
                element.get("aria-label")
                or " ".join(page.xpath(f"string(//*[@id='{element.get('aria-labelledby')}'])").split()),
            )
            for element in page.xpath("//nav | //section[@aria-labelledby] | //*[@role='region']")
        ]
        names = [("region" if tag != "nav" else tag, label) for tag, label in labels]
        twice += [(address, name) for name in dict.fromkeys(names) if names.count(name) > 1]
    assert [entry for entry in twice if entry[0].partition("/")[0] in OWN_PAGES] == []


def test_a_day_that_another_report_contradicts_is_not_counted_as_undoubted(tmp_path, rendered):
    """One day without a qualifier counts as that only where no report gives a date that excludes it."""
    strike, row = FILES["records/2024/strike.md"], "  as_stated: on Friday night\n"
    given = {}
    for other in ("2024-01-06", "2024-01"):
        files = {**FILES, "records/2024/strike.md": strike.replace(row, f"{row}  alternatives: ['{other}']\n")}
        archive = archive_at(written(tmp_path / other / "incidents", files))
        page = rendered(method_page(archive, incident_rows(archive)))
        facts = dict(
            zip(
                texts(page, "//section[@aria-labelledby='coverage']//dt"),
                texts(page, "//section[@aria-labelledby='coverage']//dd"),
                strict=True,
            )
        )
        given[other] = (facts["One day is stated, without a qualifier"], facts["One day, with doubt"].partition(":")[0])
    assert given == {"2024-01-06": ("1", "1"), "2024-01": ("2", "0")}


def test_a_named_source_without_a_record_is_not_one_known_only_by_description(tmp_path, rendered):
    """Of the lines of origin without an identified source, the method page counts those of described sources alone."""
    old = "source: observatory\n    gist"
    record = FILES["records/2023/new-year.md"]
    assert old in record
    files = {
        **FILES,
        "records/2023/new-year.md": record.replace(old, "source: {name: Synthetic blog, kind: online}\n    gist"),
    }
    archive = archive_at(written(tmp_path / "incidents", files))
    page = rendered(method_page(archive, incident_rows(archive)))
    assert texts(page, "//dt[text()='A line of origin known only by description']/following-sibling::dd") == ["1"]
