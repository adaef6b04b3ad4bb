"""What is taken from a report of Lighthouse."""

from typing import Any

import pytest

from tests.audit.judgement import Fault, Run
from tests.audit.lighthouse import LighthouseError, run_of


def report() -> dict[str, Any]:
    """A synthetic report: fast, with one contrast fault and one audit that does not count."""
    audits = {
        "largest-contentful-paint": {"numericValue": 912.4, "score": 0.98, "title": "LCP"},
        "total-blocking-time": {"numericValue": 31, "score": 0.95, "title": "TBT"},
        "cumulative-layout-shift": {"numericValue": 0.002, "score": 1, "title": "CLS"},
        "network-requests": {"details": {"items": [{"transferSize": 4000}, {"transferSize": 500}]}},
        "color-contrast": {
            "score": 0,
            "title": "Too little contrast",
            "details": {"items": [{"node": {"snippet": "<p\n class=x>", "explanation": "2.1 of 4.5"}}]},
        },
        "not-counted": {"score": 0, "title": "Does not count"},
        "manual": {"score": None, "title": "For people"},
    }
    refs = [{"id": name, "weight": 1} for name in ("color-contrast", "manual")] + [{"id": "not-counted", "weight": 0}]
    speed = [{"id": name, "weight": 10} for name in audits if name.startswith(("largest", "total", "cumulative"))]
    return {
        "audits": audits,
        "categories": {
            "performance": {"score": 0.97, "auditRefs": speed},
            "accessibility": {"score": 0.945, "auditRefs": refs},
            "best-practices": {"score": 1, "auditRefs": []},
            "seo": {"score": None, "auditRefs": []},
        },
    }


def test_a_report_gives_its_scores_measures_and_faults() -> None:
    """Scores are whole numbers of 100, none is 0; bytes are summed; only audits that count and fail are faults."""
    assert run_of(report()) == Run(
        {"performance": 97, "accessibility": 94, "best-practices": 100, "seo": 0},
        912.4, 31, 0.002, 4500, 2,
        (Fault("color-contrast", "accessibility", "Too little contrast", ("<p class=x> 2.1 of 4.5",)),),
    )  # fmt: skip


def test_a_page_that_could_not_be_loaded_is_no_run() -> None:
    """A report that says it saw nothing raises its own words."""
    with pytest.raises(LighthouseError, match="synthetic failure"):
        run_of({**report(), "runtimeError": {"code": "X", "message": "synthetic failure"}})
