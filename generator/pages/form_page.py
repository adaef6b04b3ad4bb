"""The page of the web form: a first record in the browser, and what to do where it cannot run."""

from dataclasses import dataclass

from generator.archive.archive import Archive
from generator.pages.addresses import CONTRIBUTE, CONTRIBUTE_FORM
from generator.pages.page import Page

SCRIPT = "assets/form/form.js"
STYLE = "assets/form/form.css"


@dataclass(frozen=True, slots=True)
class FormView:
    """What stands on the page before the form is drawn."""

    title: str
    """The archive's title."""


def form_page(archive: Archive) -> Page:
    """The page `/contribute/form/`; the form itself is drawn by its script from `data/form.json` and the schema."""
    return Page(
        CONTRIBUTE_FORM,
        "Report an incident",
        "Fill in a record in the browser, see at once what is left to mend, and propose it.",
        "form.html.j2",
        FormView(archive.settings.title),
        section=CONTRIBUTE,
        scripts=(SCRIPT,),
        styles=(STYLE,),
        translated=False,
    )
