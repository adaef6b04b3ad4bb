"""Letters of other alphabets in the middle of Latin words: they look right, and are found by no search."""

from __future__ import annotations

import re
import unicodedata

from generator.reading import text_rules
from generator.reading.finding import Finding, Safety, Span, Suggestion, quoted

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһӏ", "ABESIJKMHOPCTYXaesijopcyxdhl", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_LATIN = str.maketrans(_CYRILLIC | _GREEK)
_LOOK_ALIKE = f"[{''.join((*_CYRILLIC, *_GREEK))}]"
_MIXED = re.compile(f"[A-Za-z][0-9]*{_LOOK_ALIKE}|{_LOOK_ALIKE}[0-9]*[A-Za-z]")
_RUN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"\w+(?:-\w+)*")
_OTHER_ALPHABETS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_MOST = 10


def judge_look_alikes(text: str, path: str, findings: list[Finding]) -> None:
    """Report words that mix Latin letters with others that look the same, the first of each line.

    In a line that has words of the other alphabet as well nobody can tell which is meant.
    """
    if text.isascii() or _MIXED.search(text) is None:
        return
    reported = 0
    for number, line in enumerate(text.split("\n"), start=1):
        word = _mixed_word(line)
        if word is None:
            continue
        latin = word.group().translate(_LATIN)
        odd = next(sign for sign in word.group() if sign != sign.translate(_LATIN))
        safety: Safety = "unsafe" if "://" in line else "safe"
        findings.append(
            text_rules.LOOK_ALIKE.finding(
                path,
                Span(number, word.start() + 1, number, word.end() + 1),
                word=quoted(word.group()),
                name=unicodedata.name(odd).capitalize(),
                code=f"U+{ord(odd):04X}",
                latin=odd.translate(_LATIN),
                help=f"Type the word anew, in Latin letters: `{quoted(latin)}`.",
                suggestion=Suggestion(latin, safety, verbatim=True),
            )
        )
        reported += 1
        if reported == _MOST:
            return


def _mixed_word(line: str) -> re.Match[str] | None:
    """The first word of a line in which both alphabets stand and which is Latin to the eye."""
    if _MIXED.search(line) is None:
        return None
    words = [word for word in _WORD.finditer(line) if any(map(_is_mixed, _RUN.findall(word.group())))]
    rest = _WORD.sub(lambda word: "" if any(word.span() == each.span() for each in words) else word.group(), line)
    if not words or _OTHER_ALPHABETS.search(rest):
        return None
    return words[0] if words[0].group().translate(_LATIN).isascii() else None


def _is_mixed(run: str) -> bool:
    return _MIXED.search(run) is not None and run.translate(_LATIN).isascii()
