"""A Markdown file parted into keys and text."""

import pytest

from generator.reading.front_matter import split_front_matter


def test_the_parts_and_their_lines():
    """Keys and text come with the line of the file each begins on."""
    parts = split_front_matter("---\na: b\nc: d\n---\n\n\nOne.\n\nTwo.\n", path="x.md")
    assert (parts.yaml, parts.yaml_line) == ("a: b\nc: d\n", 2)
    assert (parts.body, parts.body_line) == ("One.\n\nTwo.", 7)
    assert parts.findings == ()


def test_only_three_hyphens_alone_close_the_keys():
    """A line of more hyphens or with text after them is no closing line."""
    parts = split_front_matter("---\na: b\n----\n--- c\n---\nText\n---\nmore\n", path="x.md")
    assert parts.yaml == "a: b\n----\n--- c\n"
    assert parts.body == "Text\n---\nmore"


def test_an_empty_front_matter_is_empty_keys():
    """Two fences with nothing between them are parted all the same."""
    parts = split_front_matter("---\n---\nText\n", path="x.md")
    assert (parts.yaml, parts.body, parts.body_line) == ("", "Text", 3)


REFUSED = [
    ("a: b\n---\nText\n", "Y301", (1, 1), "the first line must be `---`"),
    ("Only text\n", "Y301", (1, 1), "the first line must be `---`"),
    ("--\na: b\n---\nText\n", "Y301", (1, 1), "the first line must be `---`"),
    ("—\na: b\n---\nText\n", "Y301", (1, 1), "the first line must be `---`"),
    ("---\na: b\n----\nText\n", "Y303", (3, 1), "the keys must end with a line `---`"),
    (
        "A note\n---\na: b\n---\nText\n",
        "Y302",
        (1, 1),
        "something stands before the line `---` that begins the keys",
    ),
    (
        "\n---\na: b\n---\nText\n",
        "Y302",
        (1, 1),
        "something stands before the line `---` that begins the keys",
    ),
    ("---\na: b\n\nText here\n", "Y303", (4, 1), "the keys must end with a line `---`"),
    ("---\na: b\n", "Y303", (1, 1), "the keys must end with a line `---`"),
    ("---\na: b\n---\n", "Y304", (3, 1), "no text stands after the keys"),
    ("---\na: b\n---\n \n\n", "Y304", (3, 1), "no text stands after the keys"),
    (
        f"---\na: b\n---\n\n{'x' * 20_001}\n",
        "Y305",
        (5, 1),
        "the text has at most 20,000 bytes, and this one has 20,001",
    ),
]


@pytest.mark.parametrize(("text", "code", "place", "message"), REFUSED)
def test_each_fault_has_its_finding(text, code, place, message):
    """A fault of the two fences or the text gives one finding at its place."""
    found = split_front_matter(text, path="x.md").findings
    assert [(f.rule, (f.span.line, f.span.column), f.message) for f in found] == [(code, place, message)]
