"""Findings about signs that hide, act or look like others, and what to put in their place."""

from __future__ import annotations

import unicodedata

from generator.reading import text_rules
from generator.reading.finding import Edit, Finding, Rule, Safety, Span, Suggestion
from generator.reading.signs import Sign, SignKind, refused_signs

MOST_OF_A_KIND = 10
"""Most findings of one kind of sign; the rest comes into sight when these are mended."""

_LONGEST_LOOK = 200
_JOINING = "\u200c\u200d\ufe0f"
_LITTER = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Signs that come along when text is copied and show nothing: soft hyphen, zero-width space, joiners, word joiner."""
_RULES: dict[SignKind, Rule] = {
    "control": text_rules.CONTROL_SIGN,
    "reordering": text_rules.REORDERING_SIGN,
    "invisible": text_rules.INVISIBLE_SIGN,
    "line-break": text_rules.LINE_SEPARATOR,
    "unassigned": text_rules.NO_CHARACTER,
}


def refuse_signs(text: str, path: str, findings: list[Finding]) -> str:
    """Report refused signs, the first of each line and kind, and replace them all."""
    signs = list(refused_signs(text))
    if not signs:
        return text
    of_line: dict[tuple[SignKind, int], list[Sign]] = {}
    for sign in signs:
        of_line.setdefault((sign.kind, text.rfind("\n", 0, sign.index)), []).append(sign)
    counts: dict[SignKind, int] = {}
    for (kind, _), group in of_line.items():
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST_OF_A_KIND:
            findings.append(_refused(group, text, path, more=counts[kind] == MOST_OF_A_KIND))
    places = {sign.index for sign in signs}
    return "".join("\ufffd" if index in places else sign for index, sign in enumerate(text))


def _refused(group: list[Sign], text: str, path: str, *, more: bool) -> Finding:
    """The finding for the refused signs of one kind in one line; it stands at the first."""
    sign, *others = group
    way_out = "Remove it; it often comes along when text is copied from a web page."
    if sign.kind == "line-break":
        way_out = "Replace it by a space or a new line."
    elif sign.kind == "unassigned":
        way_out = "Replace it by the letter that is meant."
    if more:
        way_out += " There may be more of them further down."
    suggestion = None
    if sign.kind in ("control", "reordering", "invisible"):
        safe = all(_is_litter(text, each.index) for each in group)
        also = tuple(Edit(one_sign(text, each.index), "") for each in others)
        suggestion = Suggestion("", "safe" if safe else "unsafe", verbatim=True, also=also)
    return _RULES[sign.kind].finding(
        path, one_sign(text, sign.index), sign=sign.words, help=way_out, suggestion=suggestion
    )


def _is_litter(text: str, index: int) -> bool:
    """Whether nothing that a reader sees changes when the sign is taken out.

    A joiner between pictures makes one picture of them; in an address every sign counts.
    """
    if text[index] not in _LITTER:
        return False
    around = text[max(index - 1, 0) : index] + text[index + 1 : index + 2]
    before = text[max(index - _LONGEST_LOOK, 0) : index]
    word = before.split()[-1] if before and not before[-1].isspace() else ""
    in_address = "://" in word or len(word) == _LONGEST_LOOK
    return not in_address and not any(unicodedata.category(sign)[0] == "S" or sign in _JOINING for sign in around)


def judge_composition(text: str, path: str, findings: list[Finding]) -> None:
    """Report letters with separate accents that Unicode has as one (NFC), one a line."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    reported = 0
    for number, line in enumerate(text.split("\n"), start=1):
        composed = unicodedata.normalize("NFC", line)
        if composed == line:
            continue
        column = next(
            (at for at, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b),
            len(composed),
        )
        column = min(column, len(line) - 1)
        findings.append(
            text_rules.NOT_COMPOSED.finding(
                path,
                Span(number, column + 1, number, column + 2),
                help="Type the letter anew, as one sign (Unicode NFC).",
                suggestion=_composition(line, composed, number),
            )
        )
        reported += 1
        if reported == MOST_OF_A_KIND:
            return


def _composition(line: str, composed: str, number: int) -> Suggestion | None:
    """The line with its letters as one sign each; an address is another one then, so it is not safe there."""
    if "\ufffd" in line:
        # A refused sign has been replaced in it; the next reading, without that sign, offers the rest.
        return None
    safety: Safety = "unsafe" if "://" in line else "safe"
    return Suggestion(composed, safety, Span(number, 1, number, len(line) + 1), verbatim=True)


def one_sign(text: str, index: int) -> Span:
    """The span of the sign at a 0-based index of the text."""
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Span(line, column, line, column + 1)
