"""Reports with a file that lead to no incident of the archive."""

from generator.archive.archive import Archive


def untied_reports(archive: Archive) -> tuple[str, ...]:
    """Keys of the reports that say so of themselves, and of those that no incident which stands cites and none of whose claims is or may be one.

    A report is cited where a copy of it is.
    """
    records, standing = archive.records, frozenset(archive.timeline.ordered)
    tied = {key for key, places in archive.citing.items() if any(place.kind == "incident" for place in places)}
    for key, report in records.reports.items():
        if any(not standing.isdisjoint((*claim.to, *claim.possibly)) for claim in report.claims.values()):
            tied.add(key)
    copies = list(tied)
    while copies:
        for original in records.reports[copies.pop()].derived_from:
            if original in records.reports and original not in tied:
                tied.add(original)
                copies.append(original)
    return tuple(key for key, report in records.reports.items() if key not in tied or report.untied is not None)
