"""A contributor at the web form: every action of the hand is counted, one typing as one."""

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page
from window import opened

FORM = "contribute/form/"

TITLE = "Synthetic rocket fire at a base in a gas field, 15 March 2024"
ADDRESS = "https://example.org/synthetic/report?id=1"
ACCOUNT = 'Synthetic account: قال المرصد إن "صواريخ" سقطت: # 3 of them.\n\nSecond paragraph, as an example.'
GIST = "Synthetic: سقطت صواريخ على القاعدة"
WORDS = "مصادر محلية"


@dataclass
class Contributor:
    """Whoever fills in the form."""

    page: Page
    wrong: list[str]
    actions: int = 0

    def at(self, label: str, number: int = 0) -> Locator:
        """The control with this label; the one of this number where several have it."""
        words = re.escape(label).replace("/", r"\/")
        name = re.compile(rf"^{words}( \(if known\))?$")
        found = self.page.get_by_role("textbox", name=name)
        for role in ("combobox", "checkbox", "button"):
            found = found.or_(self.page.get_by_role(role, name=name))
        return found.nth(number)

    def types(self, label: str, text: str, number: int = 0) -> None:
        """Goes to a field and types: one action."""
        self.at(label, number).fill(text)
        self.actions += 1

    def presses(self, *keys: str) -> None:
        """Presses keys, each one action."""
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1

    def chooses(self, label: str, words: str, number: int = 0) -> None:
        """Chooses from a list: one action to open it, one to choose."""
        self.at(label, number).select_option(label=words)
        self.actions += 2

    def clicks(self, label: str, number: int = 0) -> None:
        """Presses a button."""
        self.at(label, number).click()
        self.actions += 1

    def unfolds(self, words: str) -> None:
        """Unfolds further questions."""
        self.page.locator("summary", has_text=words).first.click()
        self.actions += 1

    @property
    def text(self) -> str:
        """The text of the file as the preview has it."""
        return self.page.locator("#incident-form pre code").text_content() or ""

    @property
    def path(self) -> str:
        """The place of the file in the repository."""
        return self.page.locator("#form-file-path").text_content() or ""

    def left_to_mend(self) -> list[str]:
        """What the summary says is left."""
        return self.page.locator(".form-summary li").all_inner_texts()


def contributor(browser: Browser, host: str, *, width: int = 1280, scheme: str = "light") -> Contributor:
    """A contributor before the form, drawn and empty."""
    page, wrong = opened(browser, host + FORM, width=width, scheme=scheme)
    page.set_default_timeout(5000)
    page.get_by_role("button", name="Check the record").wait_for()
    return Contributor(page, wrong)


def least(who: Contributor) -> None:
    """Answers what a record cannot do without."""
    who.types("Title", TITLE)
    who.chooses("Kind of event", "Shelling, rocket or missile attack")
    who.types("Date", "2024-03-15")
    who.types("Location", "حقل كونيكو للغاز")
    who.types("Web address of the report", ADDRESS)
    who.types("Source: who published it", "المرصد السوري لحقوق الإنسان")
    who.types("Account", ACCOUNT)
