"""What the archive holds beside a tally: counted by look-up, and the same as counted one by one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.tally_page import Beside, Held

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))


@given(st.lists(st.one_of(SPANS, st.just((None, None)), st.tuples(DAYS, st.none())), max_size=12), SPANS)
def test_look_ups_count_what_counting_one_by_one_counts(
    spans: list[tuple[date | None, date | None]], period: tuple[date, date]
) -> None:
    """Within the period is what begins and ends in it; what only meets it may lie in it; the rest does not."""
    first, last = period
    bounded = [(lower, upper) for lower, upper in spans if lower is not None and upper is not None]
    within = sum(first <= lower and upper <= last for lower, upper in bounded)
    meeting = sum(lower <= last and upper >= first for lower, upper in bounded)
    assert Held(spans).beside(first, last) == Beside(within, meeting - within, len(spans) - len(bounded))
