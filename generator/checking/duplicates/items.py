"""One published item is one report: the same address cited twice gets a file of its own."""

from collections.abc import Iterator, Mapping

from generator.checking.checked import Checked
from generator.model.report import Citation, Publication
from generator.model.web_address import canonical_address
from generator.reading.finding import Finding, Rule
from generator.reading.positions import Loc

_TOLD_TWICE = "one item told twice looks like two; with a file of its own every record that rests on it is listed there"

SAME_ITEM = Rule(
    "D601",
    "same-item-twice",
    "warning",
    "{other} cites the same item",
    _TOLD_TWICE,
    'reports: [{url: "https://example.org/a", source: sohr}]\n',
    "reports: [{report: sohr-a}]\n",
)
SAME_REPORT_FILE = Rule(
    "D602",
    "item-has-file",
    "warning",
    "this item has a file: cite it as `report: {key}`",
    _TOLD_TWICE,
    'reports: [{url: "https://example.org/a", source: sohr}]\n',
    "reports: [{report: sohr-a}]\n",
)
TWO_FILES = Rule(
    "D603",
    "two-files-for-one-item",
    "error",
    "the report `{other}` has the same address",
    "one item told twice looks like two",
    'url: "https://example.org/a?utm_source=x"\n',
    'url: "https://example.org/b"\n',
)
TWICE_HERE = Rule(
    "D604",
    "same-item-in-record",
    "error",
    "this item is cited above already: cite it once",
    "one item cited twice looks like two reports that agree",
    'reports: [{url: "https://example.org/a", source: sohr}, {url: "https://example.org/a", source: sana}]\n',
    'reports: [{url: "https://example.org/a", source: sohr}]\n',
)

Place = tuple[str, str, Loc]
"""A kind, a key and a place in that record."""

DUPLICATE_RULES = (SAME_ITEM, SAME_REPORT_FILE, TWO_FILES, TWICE_HERE)


def check_duplicates(checked: Checked) -> Iterator[Finding]:
    """Every finding about items that stand in more than one place."""
    files: dict[str, str] = {}
    for key, report in checked.records.reports.items():
        if report.url is None:
            continue
        owner = files.setdefault(canonical_address(report.url), key)
        if owner != key:
            yield checked.finding(TWO_FILES, "report", key, ("url",), other=owner)
    first_of: dict[str, Place] = {}
    for kind, entries in (("incident", checked.records.incidents), ("tally", checked.records.tallies)):
        for key, entry in entries.items():
            for place, address in _cited_once(checked, kind, key, entry.reports):
                if isinstance(address, Finding):
                    yield address
                elif address in files:
                    yield checked.finding(SAME_REPORT_FILE, *place, key=files[address])
                elif (first := first_of.setdefault(address, place)) != place:
                    yield checked.finding(
                        SAME_ITEM,
                        *place,
                        other=f"`{first[1]}`",
                        help="give the item a file in incidents/reports/ and cite it as `report: <key>` in both",
                        related=(checked.place(*first, "the first citation"),),
                    )


def addresses_of(checked: Checked, kind: str, key: str, citations: tuple[Citation, ...]) -> list[str]:
    """The canonical addresses of the items that a record cites without a file, each once."""
    return [found for _, found in _cited_once(checked, kind, key, citations) if isinstance(found, str)]


def check_items_of(
    checked: Checked, key: str, citations: tuple[Citation, ...], files: Mapping[str, str]
) -> Iterator[Finding]:
    """Findings about the items of one incident that no other record cites; `files` has reports by canonical address."""
    for place, address in _cited_once(checked, "incident", key, citations):
        if isinstance(address, Finding):
            yield address
        elif address in files:
            yield checked.finding(SAME_REPORT_FILE, *place, key=files[address])


def _cited_once(
    checked: Checked, kind: str, key: str, citations: tuple[Citation, ...]
) -> Iterator[tuple[Place, str | Finding]]:
    """Every address that a record gives itself, with its place; for an item that it cites already, the finding.

    Two statements of one item are two citations of it, each with a `ref`; what is known of the item is
    then the same in both, so that it cannot pass for two.
    """
    cited: dict[str, int] = {}
    for number, citation in enumerate(citations):
        publication = checked.records.publication(citation)
        if publication is None or publication.url is None:
            continue
        address, has_file = canonical_address(publication.url), citation.report is not None
        place: Place = (kind, key, ("reports", number, "report" if has_file else "url"))
        first = cited.setdefault(address, number)
        if first == number:
            if not has_file:
                yield place, address
        elif not _two_statements(citations[first], citation):
            earlier = checked.place(kind, key, ("reports", first), "the first citation")
            yield (
                place,
                checked.finding(
                    TWICE_HERE,
                    *place,
                    related=(earlier,),
                    help="take one of the two out; for two statements of one item give it a file in incidents/reports/ and each citation a `ref`",
                ),
            )


def _two_statements(one: Citation, other: Citation) -> bool:
    """Whether two citations of one address are told apart by refs and agree in all that is known of the item.

    Of two with a file the refs are a rule of their own, and the files are held apart by their addresses.
    """
    if one.report is not None and other.report is not None:
        return True
    known = ("source", *Publication.model_fields)
    return bool(one.ref and other.ref and one.report == other.report) and all(
        getattr(one, name) == getattr(other, name) for name in known
    )
