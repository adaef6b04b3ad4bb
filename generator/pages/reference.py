"""How to cite a record: one line of plain text, BibTeX and RIS, with every text made safe for its format."""

import re
from dataclasses import dataclass

from generator.pages.incident_row import IncidentRow
from generator.texts.text import Text, joined, say

_TEX = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even after a backslash, so that one alone must not stand in a field.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """The same citation in each form."""

    plain: Text
    bibtex: str
    ris: str
    address: str
    """Permanent web address of the record; its path on the site where the site has no public address."""
    public: bool
    """Whether the address is a web address."""


def reference(row: IncidentRow, *, archive: str, reviewed: str, site_url: str | None) -> Reference:
    """The citation of an incident; `reviewed` is a day as `YYYY-MM-DD` or empty, and then no year is given."""
    address = f"{site_url.rstrip('/')}/{row.address}" if site_url else row.address
    return Reference(
        _plain(row, archive, reviewed, address if site_url else ""),
        _bibtex(row, archive, reviewed, address if site_url else ""),
        _ris(row, archive, reviewed, address if site_url else ""),
        address,
        bool(site_url),
    )


def _plain(row: IncidentRow, archive: str, reviewed: str, url: str) -> Text:
    parts: list[str] = [
        # A record is cited by one title, whatever the language of the page.
        say("“{title}” ({status})", title=str(row.title), status=row.status_label),
        archive,
        say("record {id}", id=row.id),
    ]
    if reviewed:
        parts.append(say("reviewed {day}", day=reviewed))
    if url:
        parts.append(url)
    return say("{citation}.", citation=_in_a_row(parts))


def _in_a_row(parts: list[str]) -> Text:
    words = joined("", parts[:1])
    for part in parts[1:]:
        words = say("{before}, {next}", before=words, next=part)
    return words


def _bibtex(row: IncidentRow, archive: str, reviewed: str, url: str) -> str:
    fields = [
        ("title", f"{{{_tex(row.title)}}}"),
        ("author", f"{{{_tex(archive)}}}"),
        ("year", reviewed[:4]),
        (
            "note",
            _tex("; ".join(filter(None, (f"Status: {row.status_label}", f"record {row.id}", _reviewed(reviewed))))),
        ),
        # In an address percent signs must stay as they are; braces and backslashes never stand in one.
        ("url", re.sub(r"[\s{}\\]", "", url)),
    ]
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@misc{{{row.id},\n{lines}\n}}\n"


def _ris(row: IncidentRow, archive: str, reviewed: str, url: str) -> str:
    fields = [
        ("TY", "ELEC"),
        ("TI", row.title),
        ("T2", archive),
        ("PY", reviewed[:4]),
        ("DA", reviewed.replace("-", "/")),
        ("N1", f"Status: {row.status_label}"),
        ("ID", row.id),
        ("UR", url),
    ]
    return "".join(f"{tag}  - {_line(value)}\n" for tag, value in fields if value) + "ER  - \n"


def _reviewed(reviewed: str) -> str:
    return f"reviewed {reviewed}" if reviewed else ""


def _line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _line(text))
