"""Words as HTML: what a record says inside words of ours gives its language, and nothing of it becomes markup."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.publishing.marked_catalogue import MarkedCatalogue
from generator.texts.catalogue import Catalogue
from generator.texts.text import Name, joined, said, say, say_as, say_number

MESSAGES = {
    ("", "Read by {who}"): ("قرأه {who}",),
    ("", "nobody"): ("لا أحد & <أحد>",),
    ("", "{n} report by {who}"): ("", "تقرير {who}", "", "", "", "{n} تقرير {who}"),
}
SYNTHETIC = MarkedCatalogue.of(
    Catalogue("ar", MappingProxyType(MESSAGES), lambda n: 1 if n == 1 else 5),
    "en",
)


def test_a_record_s_words_give_their_language() -> None:
    """A value that is not ours stands in an element with the language of the records, escaped."""
    assert said(say("Read by {who}", who="<b>A & B</b>"), SYNTHETIC) == (
        'قرأه <bdi lang="en" dir="ltr">&lt;b&gt;A &amp; B&lt;/b&gt;</bdi>'
    )


def test_words_of_ours_stand_bare() -> None:
    """Words of ours inside words of ours have no element and are escaped once."""
    assert said(say("Read by {who}", who=say("nobody")), SYNTHETIC) == "قرأه لا أحد &amp; &lt;أحد&gt;"


def test_a_name_gives_no_language_where_it_is_the_page_s() -> None:
    """A name said in the page's language is isolated only; one that lacks it says that it is the records'."""
    assert said(say("Read by {who}", who=Name("Post", {"ar": "بريد"})), SYNTHETIC) == "قرأه <bdi>بريد</bdi>"
    assert said(say("Read by {who}", who=Name("Post", {})), SYNTHETIC) == 'قرأه <bdi lang="en" dir="ltr">Post</bdi>'


def test_numbers_and_lines_are_marked_too() -> None:
    """A message with a number and parts of a line give their languages in the same way."""
    assert said(say_number(1, "{n} report by {who}", "{n} reports by {who}", who="A"), SYNTHETIC) == (
        'تقرير <bdi lang="en" dir="ltr">A</bdi>'
    )
    assert said(joined(" · ", (say("nobody"), "<A>")), SYNTHETIC) == (
        'لا أحد &amp; &lt;أحد&gt; · <bdi lang="en" dir="ltr">&lt;A&gt;</bdi>'
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_whatever_a_record_says_stays_text(text: str) -> None:
    """However words are put together, a record's text is in the page as it stands and is no markup."""
    words = joined(", ", (say("Read by {who}", who=say_as("part", "{what}!", what=text)), text))
    page = html.fromstring(f"<main>{said(words, SYNTHETIC)}</main>")
    assert {element.tag for element in page.iter()} <= {"main", "bdi"}
    assert [element.text or "" for element in page.iter("bdi")] == ([text, text] if text else [text])
