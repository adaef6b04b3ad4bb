"""Production: from the folder of records to all pages and files, or to the findings that stop it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from synthetic_project import FILES, REGISTRY, SITE_URL

from generator.model.ids import SIGNS
from generator.pages.addresses import address_of, incident_data
from generator.pages.data_page import DataView, size_words
from generator.publishing.production import Production, produce

TODAY = date(2026, 11, 22)
LEAST = "records/2024/number-3.md"


def produced(
    root: Path, files: Mapping[str, str], *, lenient: bool = False, site_url: str | None = SITE_URL
) -> Production:
    """The production of these files below `incidents/`."""
    for name, text in files.items():
        path = root / "incidents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "incidents").mkdir(exist_ok=True)
    return produce(root / "incidents", today=TODAY, choose=lambda signs: signs[0], site_url=site_url, lenient=lenient)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Production:
    return produced(tmp_path_factory.mktemp("whole"), FILES)


def changed(old: str, new: str) -> dict[str, str]:
    """The synthetic files with another text in the record of number 3."""
    assert FILES[LEAST].count(old) == 1
    return {**FILES, LEAST: FILES[LEAST].replace(old, new)}


def test_a_good_archive_is_produced(whole: Production) -> None:
    """Without an error there are an archive, a page and a data file for each incident, and no finding of level error."""
    assert whole.check.errors == 0
    assert whole.archive is not None
    assert len(whole.archive.incidents) == 10
    for key in whole.archive.incidents:
        assert {address_of("incident", key), incident_data(key)} <= whole.addresses


def test_every_link_target_is_an_address(whole: Production) -> None:
    """The addresses are those of all pages and all data files, each once."""
    every = [page.address for page in whole.pages] + [data.path for data in whole.datasets]
    assert sorted(every) == sorted(whole.addresses)
    assert {path for page in whole.pages for _, _, path in page.data} <= whole.addresses


def test_the_last_review(whole: Production) -> None:
    """The archive was last reviewed when any of its records was."""
    assert whole.reviewed == "2026-11-22"
    assert Production(whole.reading, whole.check, None).reviewed == ""


def test_an_error_stops_everything(tmp_path: Path) -> None:
    """With one error nothing is published: no page, no file."""
    stopped = produced(tmp_path, changed("type: strike", "type: nonsense"))
    assert (stopped.archive, stopped.pages, stopped.datasets, stopped.addresses, stopped.reviewed) == (
        None,
        (),
        (),
        frozenset(),
        "",
    )
    assert [finding.path for finding in stopped.check.findings if finding.level == "error"] == [f"incidents/{LEAST}"]


def test_a_warning_stops_nothing(tmp_path: Path) -> None:
    """Warnings are findings and no hindrance."""
    found = produced(tmp_path, FILES)
    assert {finding.level for finding in found.check.findings} == {"warning"}
    assert found.archive is not None


def test_the_preview_sets_the_broken_record_aside(tmp_path: Path) -> None:
    """Leniently, the site goes on without the broken record, and the check still tells of it."""
    found = produced(tmp_path, changed("type: strike", "type: nonsense"), lenient=True)
    assert found.archive is not None
    assert "syn-0000003" not in found.archive.incidents
    assert len(found.archive.incidents) == 9
    assert address_of("incident", "syn-0000003") not in found.addresses
    assert [finding.path for finding in found.check.findings if finding.level == "error"] == [f"incidents/{LEAST}"]


def test_the_preview_sets_aside_what_rests_on_a_broken_file(tmp_path: Path) -> None:
    """Leniently, what names a broken source goes with it, and the rest stays."""
    found = produced(
        tmp_path, {**FILES, "sources/monitor.yml": "name: Synthetic monitor\nkind: nonsense\n"}, lenient=True
    )
    assert found.archive is not None
    assert "monitor" not in found.archive.sources
    assert found.archive.incidents == {}
    assert address_of("source", "agency") in found.addresses


@pytest.mark.parametrize("lenient", [False, True])
def test_without_settings_there_is_no_archive(tmp_path: Path, lenient: bool) -> None:
    """An archive without good settings is not published, not even leniently."""
    found = produced(tmp_path, {**FILES, "archive.yml": "title: [\n"}, lenient=lenient)
    assert (found.archive, found.pages, found.datasets) == (None, (), ())


@pytest.mark.parametrize("lenient", [False, True])
def test_an_empty_folder(tmp_path: Path, lenient: bool) -> None:
    """An empty folder gives findings and no site, and no fault of the program."""
    found = produced(tmp_path, {}, lenient=lenient)
    assert found.archive is None
    assert found.check.findings != ()


def test_an_archive_without_incidents(tmp_path: Path) -> None:
    """An archive that has no incident yet has its pages."""
    registry = {
        name: text.lstrip("\n")
        for name, text in REGISTRY.items()
        if not name.startswith(("reports/", "series/", "tallies/"))
    }
    found = produced(tmp_path, registry)
    assert found.archive is not None
    assert (dict(found.archive.incidents), found.reviewed) == ({}, "")
    assert {"", "incidents/", "timeline/", "locations/country/"} <= found.addresses


def test_ids_are_offered_from_the_signs_drawn(tmp_path: Path) -> None:
    """A record without an id is offered one made of what `choose` draws, with the archive's prefix."""
    found = produced(tmp_path, changed("id: syn-0000003\n", ""))
    offered = [
        finding.suggestion.replacement
        for finding in found.check.findings
        if finding.level == "error" and finding.suggestion
    ]
    assert offered == [f"id: syn-{SIGNS[0] * 7}\n"]


def test_the_same_records_give_the_same_production(tmp_path: Path, whole: Production) -> None:
    """Pages and files depend on records alone: not on the folder they lie in, nor on the day."""
    again = produced(tmp_path, FILES)
    later = produce(tmp_path / "incidents", today=date(2027, 1, 1), choose=lambda signs: signs[-1], site_url=SITE_URL)
    assert again.pages == whole.pages == later.pages
    assert again.datasets == whole.datasets == later.datasets


def test_the_address_of_the_site_is_in_the_data_only(tmp_path: Path, whole: Production) -> None:
    """Pages link relatively: without the site's address only sizes of downloads and citations differ, and the data bear relative addresses."""
    bare = produced(tmp_path, FILES, site_url=None)
    differing = [page.address for page, other in zip(bare.pages, whole.pages, strict=True) if page != other]
    cited = {page.address for page in bare.pages if page.template == "incident.html.j2"}
    assert set(differing) <= {"", "locations/", "sources/", "data/"} | cited
    assert [data.path for data in bare.datasets if SITE_URL.encode() in data.content] == []


def test_the_data_page_offers_the_files_of_the_whole_archive(whole: Production) -> None:
    """Files of the whole archive are offered for download, with their sizes; not those of one page: an incident's, explore's, and the list that the page for what is missing searches."""
    own = ("incidents/", "data/explore/", "data/addresses.json")
    view = next(page.view for page in whole.pages if page.address == "data/")
    assert isinstance(view, DataView)
    offered = [(file.address, file.size) for file in (*view.files, *view.schemas)]
    assert sorted(offered) == sorted(
        (data.path, size_words(len(data.content))) for data in whole.datasets if not data.path.startswith(own)
    )
