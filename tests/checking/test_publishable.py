"""What may be shown when something is broken: the rest, or nothing."""

from datetime import date
from pathlib import Path

import pytest
from invented_archive import GOOD, ITEM, LEDGER_TEXT, SECOND, SECOND_TEXT, WriteArchive

from generator.checking.check import Check, publishable
from generator.publishing.production import produce
from generator.reading.folder import read_archive

TODAY = date(2026, 11, 22)
WITH_MEANS = SECOND_TEXT.replace("location: testland\n", "location: testland\nmeans: [{kind: uav}]\n")
BROKEN = "name: Synthetic list\nterms:\n\tother: {}\n"


def left_of(root: Path) -> tuple[Check, Check]:
    return publishable(read_archive(root), today=TODAY, mint=lambda: "syb-0000000")


@pytest.mark.parametrize("text", [BROKEN, "name: Synthetic list\nterm: {}\n", None])
def test_a_broken_vocabulary_takes_its_records_with_it(text: str | None, write_archive: WriteArchive) -> None:
    """Without a vocabulary every record that uses its words is set aside, and the others stay."""
    files = {**GOOD, SECOND: WITH_MEANS}
    del files["vocabulary/means.yml"]
    if text is not None:
        files["vocabulary/means.yml"] = text
    whole, left = left_of(write_archive(files))
    assert whole.errors > 0
    assert (left.errors, list(left.records.incidents)) == (0, ["syb-4k7m2xq"])


def test_what_rests_on_the_records_goes_too(write_archive: WriteArchive) -> None:
    """A ledger that names a record which is set aside is set aside with it, and no error is left."""
    _, left = left_of(write_archive({**GOOD, "vocabulary/types.yml": BROKEN, ITEM: LEDGER_TEXT}))
    assert (left.errors, dict(left.records.incidents), dict(left.records.reports)) == (0, {}, {})


def test_a_site_without_any_record_can_be_shown(write_archive: WriteArchive) -> None:
    """Where every record is set aside there is still a site to show."""
    root = write_archive({**GOOD, "vocabulary/types.yml": BROKEN})
    shown = produce(root, today=TODAY, choose=lambda signs: signs[0], site_url=None, lenient=True)
    assert shown.archive is not None
    assert [page.address for page in shown.pages if page.template == "home.html.j2"] == [""]


def test_without_settings_nothing_is_shown(write_archive: WriteArchive) -> None:
    """Where the settings are missing an error is left that belongs to no record, and no archive is made."""
    root = write_archive({path: text for path, text in GOOD.items() if path != "archive.yml"})
    assert left_of(root)[1].errors == 1
    shown = produce(root, today=TODAY, choose=lambda signs: signs[0], site_url=None, lenient=True)
    assert shown.archive is None
