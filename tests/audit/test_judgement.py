"""Medians, the table, and what is asked for of a page."""

from dataclasses import replace

import pytest

from tests.audit.judgement import Audited, Fault, Run, faults_in, shortfalls, table


def run(performance: int = 100, accessibility: int = 100, lcp: float = 900, faults: tuple[Fault, ...] = ()) -> Run:
    """A run with these results, all else at its best."""
    scores = {"performance": performance, "accessibility": accessibility, "best-practices": 100, "seo": 100}
    return Run(scores, lcp, 10, 0.01, 20_000, 6, faults)


def home(*runs: Run) -> Audited:
    """A page that has to be fast."""
    return Audited("home", "", runs, fast=True)


def test_performance_is_the_median() -> None:
    """One slow run of five does not lower a page's performance, and measures are medians too."""
    page = home(*(run(score, lcp=lcp) for score, lcp in ((40, 4000), (97, 910), (99, 900), (96, 930), (98, 905))))
    assert (page.score("performance"), page.median("lcp")) == (97, 910)


def test_of_an_even_number_of_runs_the_median_is_rounded_down() -> None:
    """A median between 94 and 95 is 94: half a point is not given."""
    assert home(run(94), run(95)).score("performance") == 94


def test_the_other_scores_are_the_lowest() -> None:
    """What one run finds wrong in a page is wrong in it."""
    assert home(run(), run(accessibility=97), run()).score("accessibility") == 97


def test_all_is_as_asked_for() -> None:
    """95 in performance and 100 in all else is enough."""
    assert shortfalls([home(run(95))]) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (home(run(94)), ["home: performance 94, 95 is asked for"]),
        (home(run(accessibility=99)), ["home: accessibility 99, 100 is asked for"]),
        (replace(home(run(40, 99)), fast=False), ["home: accessibility 99, 100 is asked for"]),
    ],
    ids=["slow", "not accessible", "slow, where nothing is asked for"],
)
def test_what_is_missing_is_said(page: Audited, expected: list[str]) -> None:
    """Each score below what is asked for is one line; performance counts on the home and incident pages alone."""
    assert shortfalls([page]) == expected


def test_the_table_has_a_line_a_page() -> None:
    """The table aligns names to the left and numbers to the right."""
    assert table([home(run(97, lcp=912.4)), Audited("incident (ar)", "ar/x/", (run(lcp=1200),))]) == (
        "page           perf  acc  best  SEO  LCP ms  TBT ms    CLS  bytes  requests\n"
        "home             97  100   100  100     912      10  0.010  20000         6\n"
        "incident (ar)   100  100   100  100    1200      10  0.010  20000         6"
    )


def test_a_fault_is_told_once() -> None:
    """A fault of several runs and pages is one line with the names of the pages, and its places."""
    fault = Fault("color-contrast", "accessibility", "Too little contrast", ("<p>",))
    pages = [home(run(faults=(fault,)), run(faults=(fault,))), Audited("month", "m/", (run(faults=(fault,)),))]
    assert faults_in(pages) == ["accessibility, color-contrast: Too little contrast (home, month)", "    <p>"]
