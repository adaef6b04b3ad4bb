"""Stacked bars: heights in proportion, nothing lost, years instead of months over a long time."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.status import STATUSES
from generator.pages.addresses import Link
from generator.pages.incident_row import IncidentRow
from generator.pages.month_chart import HEIGHT, MOST_BARS, month_chart


def row(number: int, status: str) -> IncidentRow:
    """A row of a synthetic incident."""
    return IncidentRow(
        str(number),
        f"incidents/{number}/",
        "Synthetic",
        status,
        status,
        "",
        "",
        True,
        "",
        "",
        (),
        Link("", "types/x/"),
        1,
        1,
        1,
        False,  # type: ignore[arg-type]
    )


MONTHS = st.dictionaries(
    st.tuples(st.integers(1990, 2030), st.integers(1, 12)),
    st.lists(st.sampled_from([entry.status for entry in STATUSES]), min_size=1, max_size=9),
    min_size=1,
    max_size=12,
)


def test_no_months_make_no_chart():
    """Without a datable incident there is nothing to draw."""
    assert month_chart({}) is None


@given(MONTHS)
def test_the_bars_hold_every_incident_and_reach_from_the_first_month_to_the_last(months):
    """Every incident is in one bar, months between without one are drawn empty, and no bar leaves the drawing."""
    rows = {month: [row(n, status) for n, status in enumerate(statuses)] for month, statuses in months.items()}
    chart = month_chart(rows)
    assert chart is not None
    first, last = min(months), max(months)
    span = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    assert chart.unit == ("month" if span <= MOST_BARS else "year")
    assert len(chart.bars) == (span if span <= MOST_BARS else last[0] - first[0] + 1)
    assert sum(bar.total for bar in chart.bars) == sum(map(len, months.values()))
    for bar in chart.bars:
        assert sum(number for _, _, number in bar.counts) == bar.total
        assert bool(bar.address) == bool(bar.total)
        assert all(part.y >= -0.01 and part.y + part.height <= HEIGHT + 0.02 for part in bar.segments)
        assert bar.x >= 0
        assert bar.x + bar.width <= 100
    assert max(bar.total for bar in chart.bars) == chart.highest


def test_the_summary_names_the_highest_bar_and_the_empty_ones():
    """The sentence beside the drawing says where most incidents are and how many months have none."""
    chart = month_chart({(2023, 12): [row(1, "confirmed"), row(2, "contested")], (2024, 3): [row(3, "confirmed")]})
    assert chart is not None
    assert chart.summary == "December 2023 to March 2024: most in December 2023 (2); 2 months without a record."
    assert [(part.status, part.y, part.height) for part in chart.bars[0].segments] == [
        ("confirmed", 75.0, 75.0),
        ("contested", 0.0, 75.0),
    ]
