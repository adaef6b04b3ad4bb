"""One mistake in a text a contributor wrote: where it stands, what is wrong, what to write."""

from dataclasses import dataclass, replace

NOT_READ = "is not a date the archive can read"


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong between two offsets of a text, and what to put there if that is certain."""

    problem: str
    start: int
    end: int
    replacement: str | None = None
    way_out: str = ""

    def moved(self, offset: int) -> "Mistake":
        """The same mistake in a longer text, in which this one begins at `offset`."""
        return replace(self, start=self.start + offset, end=self.end + offset)

    def sentence(self, suggestion: str | None) -> str:
        """The problem and the way out; `suggestion` is the whole valid text, if there is one."""
        way_out = f"write {suggestion}" if suggestion is not None else self.way_out
        return f"{self.problem}: {way_out}" if way_out else self.problem


def quoted(text: str) -> str:
    """A stranger's text between backticks, with nothing invisible left in it."""
    shown = "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text)
    return f"`{shown.replace('`', chr(39))}`"


def whole_text(text: str, problem: str, replacement: str | None, way_out: str = "") -> Mistake:
    """A mistake that is the whole text."""
    return Mistake(f"{quoted(text)} {problem}", 0, len(text), replacement, way_out)


def unreadable(text: str) -> Mistake:
    """A text in which no date can be made out at all."""
    return Mistake(
        f"{quoted(text)} is not a date the archive can read",
        0,
        len(text),
        None,
        "write it as 2023-12-31, 2023-12 or 2023, or `unknown`",
    )
