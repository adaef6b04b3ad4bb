"""A small synthetic archive on disk, and the command line run on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checking import changed_archive
from generator.cli import main
from generator.commands import checked_archive as archive_checks

FILES = {
    "archive.yml": """\
title: Synthetic archive
description: Synthetic records for tests.
scope: Nothing real.
id_prefix: syn
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
about: Synthetic.
""",
    "locations/syria.yml": "name: Syria\nkind: country\n",
    "locations/deir-ez-zor-governorate.yml": "name: Deir ez-Zor Governorate\nkind: admin1\nwithin: syria\n",
    "locations/conoco-gas-field.yml": """\
name: Conoco gas field
kind: site
within: deir-ez-zor-governorate
names:
  en: [Koniko]
  ar: [حقل كونيكو للغاز]
  ru: [Конико]
hidden_names: [Konocco]
""",
    "sources/sohr.yml": "name: Syrian Observatory for Human Rights\nkind: monitor\nnames: {en: [SOHR]}\n",
    "reports/sohr-1.yml": 'source: sohr\nurl: "https://example.org/sohr-1"\n',
    "vocabulary/types.yml": """\
name: Types of incident
terms:
  air-drone-strike: {label: Air or drone strike, definition: Synthetic.}
  shelling-artillery-missile: {label: "Shelling, rocket or missile attack", definition: Synthetic.}
""",
    "records/2023/2023-12-30-synthetic.md": """\
---
id: syn-4k7m2xq
title: Synthetic rockets at a field
type: shelling-artillery-missile
date: 2023-12-30
location: conoco-gas-field
reports:
  - report: sohr-1
---
Synthetic account.
""",
}

BAD_DATE = (
    FILES["records/2023/2023-12-30-synthetic.md"]
    .replace("4k7m2xq", "4k7m2x0")
    .replace("date: 2023-12-30", "date: 30.12.2023")
)

Run = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "incidents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bad(root: Path) -> Path:
    """The archive with one record whose date cannot be read."""
    (root / "incidents/records/2023/bad.md").write_text(BAD_DATE, encoding="utf-8")
    return root


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `archive` in the project's root; the first argument is the command line, in words or a list."""
    monkeypatch.chdir(root)
    for name in ("GITHUB_ACTIONS", "SITE_URL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*words: str, answers: str = "") -> Result:
        return CliRunner().invoke(main, list(words), input=answers)

    return invoke


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each change to one incident, whether it was judged alone."""
    alone: list[bool] = []
    after = changed_archive.outcome_after

    def counted(*given: object) -> object:
        outcome = after(*given)  # type: ignore[arg-type]
        alone.append(outcome is not None)
        return outcome

    monkeypatch.setattr(archive_checks, "outcome_after", counted)
    return alone
