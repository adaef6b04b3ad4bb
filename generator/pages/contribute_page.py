"""The pages for contributors: the ways in, and how records are written."""

from dataclasses import dataclass
from urllib.parse import urlencode

from generator.archive.archive import Archive
from generator.model.incident import Incident
from generator.model.meanings import meanings_of
from generator.pages.about_pages import scope_lines
from generator.pages.addresses import CONTRIBUTE, CONTRIBUTE_STYLE
from generator.pages.marked_text import Piece, marked
from generator.pages.page import Page
from generator.texts.text import say

INCIDENT_FORM = "incident.yml"
CORRECTION_FORM = "correction.yml"
"""Issue forms in `.github/ISSUE_TEMPLATE/`."""


@dataclass(frozen=True, slots=True)
class ContributeView:
    """The ways in, and what a first record needs."""

    required: tuple[tuple[str, str, tuple[Piece, ...]], ...]
    """Name, anchor in the codebook and meaning of each field a record must have."""
    example: str
    repository: str
    """Web address of the repository, without a slash at its end; empty where it is not known."""
    incident_form: str
    """Web address of the issue form for an incident; empty without a repository."""
    correction_form: str
    """Web address of the issue form for a correction; empty without a repository."""


@dataclass(frozen=True, slots=True)
class StyleView:
    """What the page on style and inclusion shows of the archive it is in."""

    scope: tuple[str, ...]
    """What the archive takes and what it leaves, in its own words."""
    decimals: int
    """Decimals of a degree that it gives at most."""


def contribute_page(archive: Archive, repository: str = "") -> Page:
    """The page `/contribute/`; `repository` is the web address of the repository at the code host."""
    required = tuple(
        (name, f"incident-{name.replace('_', '-')}", marked(meanings_of(Incident)[name]))
        for name, field in Incident.model_fields.items()
        if field.is_required()
    )
    return Page(
        CONTRIBUTE,
        say("Contribute"),
        say("How to report an incident or a correction: in the browser, with an issue form, or on the command line."),
        "contribute.html.j2",
        ContributeView(
            required,
            least_record(archive.settings.id_prefix),
            repository.rstrip("/"),
            issue_form(repository, INCIDENT_FORM),
            issue_form(repository, CORRECTION_FORM),
        ),
        section=CONTRIBUTE,
    )


def style_page(archive: Archive) -> Page:
    """The page `/contribute/style/`."""
    return Page(
        CONTRIBUTE_STYLE,
        "How records are written",
        "What belongs in the archive and what does not, and the words a record uses.",
        "contribute_style.html.j2",
        StyleView(scope_lines(archive.settings.scope), archive.settings.coordinate_decimals),
        section=CONTRIBUTE,
        translated=False,
    )


def issue_form(repository: str, form: str) -> str:
    """The web address of an issue form in a repository on GitHub; empty without a repository.

    GitHub documents `template` as the form's file name; a further parameter fills in the answer of that `id`.
    """
    return f"{repository.rstrip('/')}/issues/new?{urlencode({'template': form})}" if repository else ""


def least_record(prefix: str) -> str:
    """The least a record needs; the event is invented and the keys are placeholders, so that nothing is put in anybody's mouth."""
    return (
        "---\n"
        f"id: {prefix}-0000000\n"
        "title: Synthetic event, to show the form\n"
        "type: key-of-a-type\n"
        "date: 2023-12-31\n"
        "location: key-of-a-location\n"
        "reports:\n"
        '  - {url: "https://example.org/report", source: key-of-a-source}\n'
        "---\n"
        "What is reported, and by whom, in neutral words.\n"
    )
