"""Texts of the model and the rules, in which `backticks` set off what is typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: plain words, or something typed."""

    text: str
    code: bool


def marked(text: str) -> tuple[Piece, ...]:
    """A text in pieces, so that a template can escape each and set what stands in backticks as code.

    A backtick without a partner stays a plain sign.
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}`{parts[-1]}"]
    return tuple(Piece(part, number % 2 == 1) for number, part in enumerate(parts) if part)
