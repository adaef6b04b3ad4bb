"""Rules of safety: no text acts in a browser."""

from collections.abc import Callable

import pytest
from invented_archive import STRIKE, Changes, Found, Row, adding, in_strike

IN_ARABIC_TOO: Changes = {"archive.yml": [("id_prefix: syb", "id_prefix: syb\nlanguages: [en, ar]")]}

ROWS: list[Row] = [
    (
        "A title holds no markup.",
        in_strike("Synthetic drone strike on a test base", "Synthetic <script>alert(1)</script> strike"),
        ("X501", STRIKE, 3, 8, "`title` holds the HTML tag `<script>`; write it in plain words"),
    ),
    (
        "An account holds no markup.",
        in_strike("a drone struck a test base.", "a <script>alert(1)</script> drone struck."),
        (
            "X501",
            STRIKE,
            12,
            42,
            "the account holds the HTML tag `<script>`; write it in plain words",
        ),
    ),
    (
        "A link in an account does not run.",
        in_strike("a drone struck", "[a drone](javascript:alert(1)) struck"),
        (
            "X502",
            STRIKE,
            12,
            50,
            "the link `javascript:alert(1)` must begin with http:// or https://",
        ),
    ),
    (
        "A translated title holds no markup.",
        {**IN_ARABIC_TOO, **adding("translations: {ar: {title: ضربة <b>تجريبية</b> للاختبار}}")},
        (
            "X501",
            STRIKE,
            8,
            28,
            "`translations.ar.title` holds the HTML tag `<b>`; write it in plain words",
        ),
    ),
    (
        "A link in a translated account does not run.",
        {
            **IN_ARABIC_TOO,
            **adding('translations: {ar: {title: ضربة تجريبية للاختبار, body: "[خبر](javascript:alert(1))"}}'),
        },
        ("X502", STRIKE, 8, 57, "the link `javascript:alert(1)` must begin with http:// or https://"),
    ),
    (
        "A link in a translated text about the archive does not run.",
        {"archive.yml": [("about: Every", 'translations: {ar: {about: "[خبر](javascript:alert(1))"}}\nabout: Every')]},
        ("X502", "archive.yml", 8, 28, "the link `javascript:alert(1)` must begin with http:// or https://"),
    ),
    (
        "A link in an account leads to another site in full.",
        in_strike("a drone struck", "[a drone](/incidents/x/) struck"),
        ("X502", STRIKE, 12, 50, "the link `/incidents/x/` must begin with http:// or https://"),
    ),
    (
        "A link defined at the foot of an account leads to a public page.",
        in_strike("a test base.\n", "a [test base].\n\n[test base]: data:text/html,x\n"),
        ("X502", STRIKE, 14, 14, "the link `data:text/html,x` must begin with http:// or https://"),
    ),
    (
        "An address in angle brackets leads to a public page.",
        in_strike("a drone struck", "<http://127.0.0.1/x> says that a drone struck"),
        ("X502", STRIKE, 12, 41, "the link `http://127.0.0.1/x` must lead to a public host, not `127.0.0.1`"),
    ),
    (
        "A tag that begins like an address is none.",
        in_strike("a drone struck", "<https://example.org/ onclick=x> a drone struck"),
        (
            "X501",
            STRIKE,
            12,
            40,
            "the account holds the HTML tag `<https://example.org/ onclick=x>`; write it in plain words",
        ),
    ),
    (
        "An account embeds no image.",
        in_strike("a drone struck", "![a drone](https://example.org/drone.jpg) struck"),
        ("X503", STRIKE, 12, 40, "the text embeds an image; link to it instead"),
    ),
    (
        "An account holds no e-mail address.",
        in_strike("a drone struck", "someone@example.org says that a drone struck"),
        ("X504", STRIKE, 12, 40, "the account holds an e-mail address"),
    ),
    (
        "A note holds no e-mail address.",
        adding("notes: [Write to someone@example.org]"),
        ("X504", STRIKE, 8, 9, "`notes[0]` holds an e-mail address"),
    ),
    (
        "An account holds no long run of signs that Markdown must pair.",
        in_strike("a drone struck", "[" * 24 + " struck"),
        ("X505", STRIKE, 12, 40, "the text holds a long run of Markdown signs"),
    ),
    (
        "An account holds no deeply nested lists.",
        in_strike("a test base.\n", "a test base.\n\n- - - - - - - a list\n"),
        ("X505", STRIKE, 14, 1, "the text holds lists or quotations more than 6 levels deep"),
    ),
]


@pytest.mark.parametrize(("rule", "changes", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_safety(rule: str, changes: Changes, expected: Found, findings_of: Callable[[Changes], list[Found]]) -> None:
    """Breaking a rule in one place gives one finding: its code, its place and its words."""
    assert findings_of(changes) == [expected]


def test_gaps_between_list_signs(findings_of: Callable[[Changes], list[Found]]) -> None:
    """List signs with wide gaps and nothing behind them are judged at once, however wide the gaps."""
    gaps = ("-" + " " * 500) * 7
    assert findings_of(in_strike("a test base.\n", f"a test base.\n\n{gaps}\n")) == []


def test_an_address_in_angle_brackets(findings_of: Callable[[Changes], list[Found]]) -> None:
    """An address in angle brackets is a link of Markdown and no tag."""
    assert findings_of(in_strike("a drone struck", "<https://example.org/x> says that a drone struck")) == []
