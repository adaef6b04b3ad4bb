"""One published item is one report: the same address cited twice gets a file of its own."""

from collections.abc import Iterator

from generator.checking.checked import Checked
from generator.model.web_address import canonical_address
from generator.reading.finding import Finding, Rule
from generator.reading.positions import Loc

SAME_ITEM = Rule(
    "D601", "same-item-twice", "warning", "{other} cites the same item",
    "one item told twice looks like two; with a file of its own every record that rests on it is listed there",
    "reports: [{url: \"https://example.org/a\", source: sohr}]\n", "reports: [{report: sohr-a}]\n",
)
SAME_REPORT_FILE = Rule(
    "D602", "item-has-file", "warning", "this item has a file: cite it as `report: {key}`",
    "one item told twice looks like two; with a file of its own every record that rests on it is listed there",
    "reports: [{url: \"https://example.org/a\", source: sohr}]\n", "reports: [{report: sohr-a}]\n",
)
TWO_FILES = Rule(
    "D603", "two-files-for-one-item", "error", "the report `{other}` has the same address",
    "one item told twice looks like two",
    "url: \"https://example.org/a?utm_source=x\"\n", "url: \"https://example.org/b\"\n",
)

DUPLICATE_RULES = (SAME_ITEM, SAME_REPORT_FILE, TWO_FILES)


def check_duplicates(checked: Checked) -> Iterator[Finding]:
    """Every finding about items that stand in more than one place."""
    files: dict[str, str] = {}
    for key, report in checked.records.reports.items():
        if report.url is None:
            continue
        owner = files.setdefault(canonical_address(report.url), key)
        if owner != key:
            yield checked.finding(TWO_FILES, "report", key, ("url",), other=owner)
    inline: dict[str, tuple[str, str, Loc]] = {}
    for kind, entries in (("incident", checked.records.incidents), ("tally", checked.records.tallies)):
        for key, entry in entries.items():
            for number, citation in enumerate(entry.reports):
                if citation.url is None:
                    continue
                address, loc = canonical_address(citation.url), ("reports", number, "url")
                if address in files:
                    yield checked.finding(SAME_REPORT_FILE, kind, key, loc, key=files[address])
                    continue
                first = inline.setdefault(address, (kind, key, loc))
                if first[:2] != (kind, key):
                    yield checked.finding(
                        SAME_ITEM, kind, key, loc, other=f"`{first[1]}`",
                        help="give the item a file in incidents/reports/ and cite it as `report: <key>` in both",
                        related=(checked.place(*first, "the first citation"),),
                    )
