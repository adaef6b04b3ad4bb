"""Narratives to HTML: few elements, links that are safe, each of the two locks alone and both together."""

import json
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.narrative import tangled
from generator.pages.narrative import ELEMENTS, _markdown, narrative_html, sanitised

CORPORA = Path(__file__).resolve().parent.parent / "corpora"

OWN = (
    "<script>alert(1)</script>",
    "</p></div></article><script>alert(1)</script>",
    "<ScRiPt\n>alert(1)</sCrIpT >",
    "<script",
    "x <img src=x onerror=alert(1)",
    "<svg><style><img title='</style><img src onerror=alert(1)>'></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;<img src=1 onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<a href=javascript:alert(1)>x</a>",
    "<p onclick=alert(1)>x</p>",
    "<p style='position:fixed'>x</p>",
    "<p id=content class=warning>x</p>",
    "<div hidden>told only to machines</div>",
    "<!-- --><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//evil.example)",
    "[x](/incidents/)",
    "[x](../../data/)",
    "[x](#content)",
    "[x](?q=1)",
    "[x](https:evil.example)",
    "[x](http:\\\\evil.example)",
    "[x](mailto:a@example.org)",
    '[x](https://example.org "a title")',
    '[x](https://example.org/" onclick="alert(1))',
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x][y]\n\n[y]: data:text/html,1 'title'",
    "![x](https://example.org/x.png)",
    "![x][y]\n\n[y]: https://example.org/x.png",
    "*x*{ onclick='alert(1)' }",
    "x\n{: onclick='alert(1)' }",
    '--8<-- "archive.yml"',
    "# A heading",
    "A heading\n=====",
    "---",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{{ config.site_url }}",
    "${7*7}",
    "<%= 7*7 %>",
    "`<script>alert(1)</script>`",
    "> <script>alert(1)</script>",
    "1. <script>alert(1)</script>",
    "\\<script\\>alert(1)\\</script\\>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\x02script\x03",
    "\x02wzxhzdk:0\x03",
    "\x02amp\x03lt;script",
    "klzzwxh:0000",
)
"""Attacks on a page by its text, and every way Markdown has to make an element or an attribute."""


def payloads() -> tuple[str, ...]:
    """Every payload: the corpora's and our own."""
    listed = (CORPORA / "xss-payloadbox" / "payloads.txt").read_text(encoding="utf-8").splitlines()
    naughty = json.loads((CORPORA / "blns" / "blns.json").read_text(encoding="utf-8"))
    return (*OWN, *listed, *naughty)


_NO_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")
"""lxml takes no control signs; browsers show them as nothing."""


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))


def faults(html: str, attributes: frozenset[str], links_checked: bool = True) -> list[str]:
    """What two parsers find in the HTML beyond `ELEMENTS`, these attributes and links to http or https."""
    reader = _Tags()
    reader.feed(html)
    reader.close()
    tree = lxml.html.fragment_fromstring(html.translate(_NO_CONTROLS), create_parent="section")
    seen = reader.tags + [(str(e.tag), tuple(e.attrib.items())) for e in tree.iterdescendants()]
    found = [tag for tag, _ in seen if tag not in ELEMENTS]
    found += [f"{tag} {name}" for tag, pairs in seen for name, _ in pairs if tag != "a" or name not in attributes]
    if links_checked:
        found += [
            str(value)
            for _, pairs in seen
            for name, value in pairs
            if name == "href" and not (value or "").startswith(("https://", "http://"))
        ]
    return found


def test_there_are_enough_payloads() -> None:
    """The hostile texts are more than a thousand, no two alike."""
    assert len(set(payloads())) > 1000


def test_a_narrative_holds_nothing_that_runs_or_loads() -> None:
    """Whatever a narrative says, its HTML has only the few elements, and links only to http and https."""
    bad = {
        text: found for text in payloads() if (found := faults(str(narrative_html(text)), frozenset({"href", "rel"})))
    }
    assert bad == {}


def test_markdown_alone_makes_no_other_element() -> None:
    """Without the sanitiser, Markdown already makes none but the few elements."""
    allowed = frozenset({"href", "title"})
    bad = {
        text: found
        for text in payloads()
        if tangled(text) is None and (found := faults(_markdown().convert(text), allowed, links_checked=False))
    }
    assert bad == {}


def test_the_sanitiser_alone_lets_no_other_element_pass() -> None:
    """Without Markdown, the sanitiser already lets none but the few elements pass, and no link but to http and https."""
    bad = {text: found for text in payloads() if (found := faults(sanitised(text), frozenset({"href", "rel"})))}
    assert bad == {}


@given(st.text(alphabet="<>/=\"'`*_[]()!#:&;-+. \n\tahrefscipt\x02\x03{}\\123"))
def test_any_text_is_safe(text: str) -> None:
    """No combination of the signs that HTML and Markdown are made of gets through."""
    assert faults(str(narrative_html(text)), frozenset({"href", "rel"})) == []


def test_a_link_says_that_it_leaves() -> None:
    """A link of a narrative gives search engines and the page it opens nothing to work with."""
    assert str(narrative_html("[a report](https://example.org/a)")) == (
        '<p><a href="https://example.org/a" rel="nofollow ugc noopener noreferrer">a report</a></p>'
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Synthetic *one*\n\nand **two**", "<p>Synthetic <em>one</em></p>\n<p>and <strong>two</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("`code`", "<p><code>code</code></p>"),
        ("3 < 4 & 5 > 4", "<p>3 &lt; 4 &amp; 5 &gt; 4</p>"),
        ("<b>", "<p>&lt;b&gt;</p>"),
        ("{{ 7 * 7 }}", "<p>{{ 7 * 7 }}</p>"),
        ("قاعدة", "<p>قاعدة</p>"),
    ],
)
def test_what_a_narrative_may_say(text: str, html: str) -> None:
    """Plain Markdown gives its plain HTML, and everything else stands there as it was typed."""
    assert str(narrative_html(text)) == html


TANGLES = {
    "open brackets": "[" * 8000,
    "open brackets, apart": "[ " * 8000,
    "open links": "[a](" * 4000,
    "images": "![" * 4000,
    "nested quotations": ">" * 2000 + "a",
    "nested quotations, apart": "> " * 2000 + "a",
    "nested lists": "- " * 2000 + "a",
    "nested numbers": "1. " * 2000 + "a",
    "nested lists and quotations": "> - 1. " * 700 + "a",
    "wide gaps between signs": "-" + (" " * 20 + "-") * 6 + " " * 5000 + "\n" + "> " * 7 + "a",
    "indented lists": "\n".join("  " * depth + "- a" for depth in range(200)),
    "stars": "*" * 8000 + "a",
    "stars and underlines": "*_" * 4000 + "a",
    "backticks": "`" * 8000,
}


@pytest.mark.parametrize("text", TANGLES.values(), ids=TANGLES.keys())
def test_what_would_take_markdown_seconds_is_refused(text: str) -> None:
    """A text whose nesting would keep Markdown busy for seconds is told from a plain one."""
    assert tangled(text) is not None


@pytest.mark.parametrize("text", TANGLES.values(), ids=TANGLES.keys())
def test_what_is_too_tangled_stands_as_it_was_typed(text: str) -> None:
    """A text too tangled for Markdown is shown as plain paragraphs, nothing of it lost."""
    shown = lxml.html.fragment_fromstring(str(narrative_html(text)), create_parent="section")
    assert {str(e.tag) for e in shown.iterdescendants()} == {"p"}
    assert shown.text_content().split() == text.split()
