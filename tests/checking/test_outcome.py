"""The outcome of a check as a text to keep: it comes back as it was, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.outcome import Outcome, outcome_of_text, outcome_text
from generator.reading.finding import Edit, Finding, Related, Span, Suggestion

TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
NUMBERS = st.integers(1, 10**6)
SPANS = st.builds(Span, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
PERHAPS_SPANS = st.none() | SPANS
SUGGESTIONS = st.builds(
    Suggestion,
    TEXTS,
    st.sampled_from(["safe", "unsafe"]),
    PERHAPS_SPANS,
    st.booleans(),
    st.lists(st.builds(Edit, SPANS, TEXTS), max_size=2).map(tuple),
    st.sampled_from([None, "line-ends", "byte-order-mark"]),
)
FINDINGS = st.builds(
    Finding,
    TEXTS,
    PERHAPS_SPANS,
    TEXTS,
    TEXTS,
    st.sampled_from(["error", "warning", "info"]),
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.none() | SUGGESTIONS,
    st.lists(st.builds(Related, TEXTS, PERHAPS_SPANS, TEXTS), max_size=2).map(tuple),
)
OUTCOMES = st.builds(Outcome, st.lists(FINDINGS, max_size=3).map(tuple), st.lists(TEXTS, max_size=3).map(tuple))


@given(OUTCOMES)
def test_it_comes_back_as_it_was(outcome: Outcome) -> None:
    """Any outcome, lone surrogates in its texts included, is written in ASCII and read back equal."""
    text = outcome_text(outcome)
    assert text is not None
    assert (text.isascii(), outcome_of_text(text)) == (True, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"findings": [], "files": 1}',
        '{"findings": [1], "files": []}',
        '{"findings": [{}], "files": []}',
        '{"findings": [{"path": "a"}], "files": []}',
        "[" * 100_000,
    ],
)
def test_other_texts_are_no_outcome(text: str) -> None:
    """What is not written by the same hand is no outcome, and raises nothing."""
    assert outcome_of_text(text) is None
