"""The feed of what was last reviewed, corrected or withdrawn (Atom, RFC 4287).

Every date in it is one the records give: an entry's `updated` is the day of its last review. An
incident without such a day has no place in a feed that is ordered by it and is left out; the lists
and the data files hold it. Where the site has no public address, links are relative to the feed,
which RFC 4287 allows (its links are IRI references); ids never depend on that address.
"""

from xml.etree.ElementTree import Element, SubElement, tostring

from generator.archive.archive import Archive, LinkedIncident
from generator.datasets.absolute import absolute
from generator.datasets.permanent_urn import permanent_urn
from generator.model.incident import Correction
from generator.model.status import meaning_of
from generator.pages.account_table import when_words, where_words
from generator.pages.addresses import HOME, address_of
from generator.pages.date_words import date_words
from generator.pages.escaping import xml_text
from generator.pages.wording import CORRECTION_KINDS, WITHDRAWALS

PATH = "feed.xml"
MOST_ENTRIES = 50
BEFORE_ALL = "1970-01-01"
"""`updated` of a feed without entries, which must have one and knows of none."""

_ATOM = "http://www.w3.org/2005/Atom"


def atom_feed(archive: Archive, *, site_url: str | None) -> bytes:
    """`feed.xml`: the 50 incidents last reviewed, newest first."""
    settings = archive.settings
    latest = _latest(archive)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(feed, "id", permanent_urn(settings.id_prefix))
    _text(feed, "title", settings.title)
    _text(feed, "subtitle", settings.description)
    _text(feed, "updated", _instant(latest[0].reviewed if latest else BEFORE_ALL))
    _text(SubElement(feed, "author"), "name", settings.title)
    _text(feed, "rights", f"{settings.licence.name}, {settings.licence.url}")
    _link(feed, "self", absolute(site_url, PATH), "application/atom+xml")
    _link(feed, "alternate", absolute(site_url, HOME) or "./", "text/html")
    for linked in latest:
        _entry(feed, archive, linked, site_url)
    content: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _latest(archive: Archive) -> list[LinkedIncident]:
    """Newest review first; of one day, the later incident first, the undated and the withdrawn last."""
    undated = set(archive.timeline.undated)
    dated = [key for key in archive.timeline.ordered if key not in undated]
    withdrawn = [key for key, linked in archive.incidents.items() if linked.incident.withdrawn]
    newest = [archive.incidents[key] for key in (*reversed(dated), *archive.timeline.undated, *withdrawn)]
    reviewed = [linked for linked in newest if linked.reviewed]
    return sorted(reviewed, key=lambda linked: linked.reviewed, reverse=True)[:MOST_ENTRIES]


def _entry(feed: Element, archive: Archive, linked: LinkedIncident, site_url: str | None) -> None:
    incident = linked.incident
    entry = SubElement(feed, "entry")
    _text(entry, "id", permanent_urn(incident.id))
    _text(entry, "updated", _instant(linked.reviewed))
    _link(entry, "alternate", absolute(site_url, address_of("incident", incident.id)), "text/html")
    if incident.withdrawn is not None:
        _text(entry, "title", f"Withdrawn: {incident.id}")
        merged = incident.withdrawn.merged_into
        where = f" Its content now stands in {merged}." if merged else ""
        _text(entry, "summary", f"Withdrawn: {WITHDRAWALS[incident.withdrawn.reason]}.{where}")
        return
    _text(entry, "title", f"{meaning_of(incident.status).label}: {incident.title}")
    _text(entry, "summary", "\n".join(_summary(archive, linked)))
    term = archive.records.term("types", incident.type)
    label = term.label if term else incident.type
    SubElement(entry, "category", {"term": xml_text(incident.type), "label": xml_text(label)})


def _summary(archive: Archive, linked: LinkedIncident) -> list[str]:
    incident = linked.incident
    roots = [line.root.name + (" (a party to it)" if line.party else "") for line in linked.lines if line.asserting]
    return [
        f"When: {when_words(incident.date)}",
        f"Where: {where_words(archive, incident.location)}",
        f"Lines of origin: {len(roots)}" + (f" – {'; '.join(roots)}" if roots else ""),
        *(_correction(correction) for correction in reversed(incident.corrections)),
    ]


def _correction(correction: Correction) -> str:
    kind, day = CORRECTION_KINDS[correction.kind], date_words(correction.on)
    return f"{kind}, {day}: {correction.field} was “{correction.was}”, is now “{correction.now}”. {correction.why}"


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = xml_text(text)


def _link(parent: Element, relation: str, address: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": xml_text(address)})
