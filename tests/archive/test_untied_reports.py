"""Reports that lead to no incident."""

from typing import Any

from synthetic_counts import archive, incident, tally

from generator.archive.untied_reports import untied_reports
from generator.model.report import Report


def report(key: str, **more: Any) -> Report:
    return Report.model_validate({"key": key, "source": "monitor", "url": f"https://{key}.example/", **more})


def claiming(**more: Any) -> dict[str, Any]:
    return {"seen": "whole", "claims": {"s1.1": {"kind": "event", "gist": "Synthetic", **more}}}


def test_a_report_is_tied_by_a_citation_or_a_claim() -> None:
    """An incident that cites it ties it, and so does one that a claim of it is or may be; a count does not."""
    found = untied_reports(
        archive(
            report("cited"),
            report("carried", **claiming(to=["syn-0000001"])),
            report("possible", **claiming(possibly=["syn-0000001"])),
            report("vague", **claiming(disposition="too-vague")),
            report("counting"),
            report("alone"),
            tally("count", "2024-01-10", reports=[{"report": "counting"}]),
            incident(1, "2024-01-05", reports=[{"report": "cited"}]),
        )
    )
    assert found == ("vague", "counting", "alone")


def test_a_withdrawn_incident_ties_nothing() -> None:
    """A report that only a withdrawn incident cites leads to none that stands."""
    gone = incident(
        1, "2024-01-05", reports=[{"report": "item"}], withdrawn={"on": "2024-02-01", "reason": "not-an-incident"}
    )
    assert untied_reports(archive(report("item"), gone)) == ("item",)


def test_what_a_tied_copy_derives_from_is_tied() -> None:
    """The original behind a cited copy leads to the incident too, through any number of copies; a copy of it does not."""
    found = untied_reports(
        archive(
            report("original"),
            report("copy", derived_from=["original"], nature="rewrite"),
            report("copy-of-copy", derived_from=["copy"], nature="rewrite"),
            report("other-copy", derived_from=["original"], nature="rewrite"),
            incident(1, "2024-01-05", reports=[{"report": "copy-of-copy"}]),
        )
    )
    assert found == ("other-copy",)


def test_a_report_that_says_so_of_itself_is_untied() -> None:
    """An item with `untied` is listed even where a cited copy derives from it."""
    of_itself = report("item", untied={"gist": "Synthetic", "why": "Synthetic"})
    copy = report("copy", derived_from=["item"], nature="rewrite")
    assert untied_reports(archive(of_itself, copy, incident(1, "2024-01-05", reports=[{"report": "copy"}]))) == (
        "item",
    )
