"""A tiny archive with one of everything, built through the real pipeline, and its pages as parsed HTML."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from generator.archive.archive import Archive
from generator.archive.link import link
from generator.checking.check import check
from generator.pages.page import Page
from generator.pages.site import site_pages
from generator.publishing.rendering import Renderer
from generator.reading.folder import read_archive

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "site_templates" / "pages"
TODAY = date(2026, 11, 22)

STRIKE, ARABIC, UNDATED, MERGED, NEW_YEAR = "syb-4k7m2xq", "syb-9p3w6tn", "syb-2d8v5hr", "syb-7c4x9kb", "syb-3m6n8pd"
"""Ids of the incidents: a corroborated strike, a contested one with an Arabic title, one without a date, a withdrawn duplicate, one over the turn of a year."""

FILES: Mapping[str, str] = {
    "archive.yml": """\
title: Synthetic archive
description: An archive of invented records.
scope: Nothing that has happened.
id_prefix: syb
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
period: 2023-10/2024-02
about: Every record here is *invented*.
known_weaknesses: |
  - **Synthetic.** Nothing of it happened.
""",
    "vocabulary/types.yml": """\
name: Synthetic types
note: Words for tests.
terms:
  remote-violence:
    label: Synthetic attack from a distance
    definition: A wider word for tests.
    exact: {acled: Explosions/Remote violence}
  air-drone-strike:
    label: Synthetic drone strike
    definition: A narrower word for tests.
    broader: remote-violence
""",
    "vocabulary/means.yml": """\
name: Synthetic means
terms:
  uav:
    label: Synthetic drone
    definition: A word for tests.
""",
    "vocabulary/effects.yml": """\
name: Synthetic effects
terms:
  injured:
    label: Injured
    definition: A word for tests.
""",
    "vocabulary/targets.yml": """\
name: Synthetic targets
terms:
  military-base:
    label: Synthetic base
    definition: A word for tests.
""",
    "locations/testland.yml": """\
name: Testland
kind: country
names:
  ar: [أرض الاختبار]
ids: {iso3166: TL}
""",
    "locations/northshire.yml": """\
name: Northshire
kind: admin1
within: testland
""",
    "locations/alpha-base.yml": """\
name: Alpha base
kind: base
within: northshire
names:
  en: [Base A]
coordinates: {lat: 10.25, lon: -20.5, uncertainty_km: 3, basis: A synthetic gazetteer}
ids: {wikidata: Q42, geonames: "123"}
note: Synthetic note on Alpha base.
""",
    "locations/beta-field.yml": """\
name: Beta field
kind: site
within: northshire
""",
    "sources/observatory.yml": """\
name: Synthetic Observatory
kind: monitor
country: GB
languages: [en, ar]
homepage: https://observatory.example/
names:
  ar: [المرصد]
affiliation:
  as_stated: Close to nobody, according to nobody
""",
    "sources/front-channel.yml": """\
name: Channel of the Synthetic Front
kind: armed-group-channel
represents: test-front
""",
    "sources/relay-daily.yml": """\
name: Synthetic Relay Daily
kind: rewriter
""",
    "sources/unknown-radio.yml": """\
name: Synthetic unidentified radio
kind: radio
status: unidentified
as_stated: a radio in the capital
stated_in:
  - {report: rewritten-item, claims: [s1.1b]}
possibly:
  - {source: observatory, basis: A synthetic likeness of words, url: "https://possibly.example/"}
""",
    "actors/test-forces.yml": """\
name: Forces of Testland
kind: state-forces
country: GB
""",
    "actors/test-brigade.yml": """\
name: Synthetic Brigade
kind: state-forces
part_of: test-forces
""",
    "actors/test-front.yml": """\
name: Synthetic Front
kind: armed-group
names:
  ar: [الجبهة]
""",
    "series/winter-wave.yml": """\
name: Synthetic winter wave
kind: wave
asserted_by:
  - {report: rewritten-item, claims: [s1.2], said_by: synthetic observers}
note: Synthetic note on the wave.
""",
    "tallies/observatory-january.yml": """\
name: Synthetic count of January
figures:
  - {what: synthetic attacks, counts: incidents, count: {min: 10}, as_stated: at least ten}
  - {what: synthetic bases struck, counts: sites, count: 2, report: rewritten-item}
stated_by: observatory
as_of: 2024-01-31
period: 2024-01-01/2024-01-31
location: testland
reports:
  - report: rewritten-item
    claims: [s2.1c]
    gist: At least ten synthetic attacks
    chains: [[observatory]]
  - url: https://observatory.example/count
    source: observatory
note: Synthetic note on the count.
""",
    "reports/rewritten-item.yml": """\
source: relay-daily
url: https://relay.example/item
title: خبر اصطناعي
language: ar
published: 2024-02-01
retrieved: 2026-11-20
seen: whole
nature: rewrite
nature_basis: Synthetic basis
text_sha256: 0000000000000000000000000000000000000000000000000000000000000000
note: Synthetic note on the item.
paragraphs: [2, 1]
claims:
  s1.1:
    kind: event
    quote: كلام اصطناعي
    said_by: a synthetic voice
    to: [syb-2d8v5hr]
    issue: Synthetic doubt
  s1.1b:
    kind: meta
    gist: A synthetic radio is named
    to: [unknown-radio]
  s1.2:
    kind: analysis
    gist: A synthetic wave is seen
    to: [winter-wave]
  s2.1:
    kind: background
    gist: Synthetic circumstances
    about: [testland, test-forces]
  s2.1b:
    kind: event
    gist: Something synthetic somewhere
    disposition: too-vague
    possibly: [syb-9p3w6tn]
  s2.1c:
    kind: detail
    gist: A synthetic number
    to: [observatory-january]
""",
    "reports/original-item.yml": """\
source: observatory
url: https://observatory.example/strike
language: en
""",
    "records/2024/strike.md": """\
---
id: syb-4k7m2xq
title: Synthetic drone strike on Alpha base
type: air-drone-strike
status: corroborated
date:
  value: 2024-01-05
  time: 22:05
  as_stated: on Friday night
location: alpha-base
reports:
  - report: original-item
    ref: observatory
    gist: A synthetic drone struck the base
  - url: https://channel.example/1
    source: front-channel
    ref: channel
    stance: claims
    gist: The front claims it
  - url: https://relay.example/strike
    source: relay-daily
    nature: rewrite
    chains: [[{source: observatory, verb: said}]]
target: [{kind: military-base, operator: test-forces}]
means: [{kind: uav, count: 2, report: channel}]
effects: [{kind: injured, who: soldiers, count: {min: 1, max: 3}, report: observatory}]
actors:
  - {actor: test-front, role: attacker, basis: claimed-by-actor, as_stated: our fighters, report: channel}
claims_of_responsibility: claimed
related: [{id: syb-3m6n8pd, relation: follows}]
corrections:
  - {on: 2026-11-21, kind: correction, field: date, was: 4 January 2024, now: 5 January 2024, why: Synthetic misreading}
---
The Synthetic Observatory reports a strike. The front *claims* it.
""",
    "records/2024/arabic.md": """\
---
id: syb-9p3w6tn
title: Synthetic ضربة on Beta field
type: remote-violence
status: contested
status_basis: A synthetic denial stands against a synthetic report.
date: 2024-02-10
location:
  key: beta-field
  alternatives: [{key: alpha-base, report: relay}]
reports:
  - url: https://observatory.example/beta
    source: observatory
  - url: https://relay.example/beta
    source: relay-daily
    ref: relay
    stance: denies
actors: [{actor: test-front, role: attacker, basis: denied-by-actor, report: relay}]
---
One source reports it, another denies it.
""",
    "reports/untied-item.yml": """\
source: observatory
url: https://observatory.example/untied
title: Synthetic item without a day
language: en
untied:
  gist: A synthetic strike somewhere
  why: The item gives no day
  chains: [[unknown-radio]]
  leaves_open: [the day]
  possibly: [syb-2d8v5hr]
""",
    "records/undated/undated.md": """\
---
id: syb-2d8v5hr
title: Synthetic strike without a date
type: air-drone-strike
status: single-source
date: unknown
location:
  key: northshire
  relation: in
reports:
  - report: rewritten-item
    claims: [s1.1]
    chains: [[{source: unknown-radio}, {as_stated: synthetic witnesses}]]
    gist: A synthetic radio told of a strike
series: [winter-wave]
---
A rewritten item tells of a strike without a date.
""",
    "records/2024/merged.md": """\
---
id: syb-7c4x9kb
title: Synthetic duplicate of the strike
type: air-drone-strike
status: single-source
date: 2024-01-05
location: alpha-base
reports:
  - url: https://observatory.example/strike-again
    source: observatory
withdrawn: {on: 2026-11-21, reason: duplicate, merged_into: syb-4k7m2xq}
---
The same strike once more.
""",
    "records/2023/new-year.md": """\
---
id: syb-3m6n8pd
title: Synthetic strike in the night of the new year
type: air-drone-strike
status: single-source
date:
  value: 2023-12-31/2024-01-01
  time: night
location: {key: alpha-base, also: [beta-field]}
reports:
  - url: https://observatory.example/new-year
    source: observatory
    gist: A synthetic strike at two places
target: [{kind: military-base, operator: test-forces}]
actors: [{actor: test-brigade, role: responder}]
---
The Synthetic Observatory reports a strike in the night.
""",
}
"""Files below `incidents/` in which the check finds no error."""

DOWNLOADS = (
    "data/explore/manifest.js",
    "data/incidents.json",
    "data/incidents.jsonl",
    "data/incidents.csv",
    "data/locations.csv",
    "data/sources.csv",
    "feed.xml",
)
"""Files that pages may link to and that other stages write."""


def written(root: Path, files: Mapping[str, str]) -> Path:
    """The folder with the files in it."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def archive_at(root: Path) -> Archive:
    """The linked archive of a folder; a finding that is an error fails the test."""
    outcome = check(read_archive(root), today=TODAY, mint=lambda: "syb-0000000")
    assert [
        (finding.rule, finding.path, finding.message) for finding in outcome.findings if finding.level == "error"
    ] == []
    return link(outcome.records)


def page_at(pages: Iterable[Page], address: str) -> Page:
    """The page with an address."""
    return next(page for page in pages if page.address == address)


class AnyAddress(frozenset[str]):
    """A set of addresses that has them all: for pages rendered alone, whose links other tests follow."""

    def __contains__(self, _: object) -> bool:
        return True


class LenientRenderer(Renderer):
    """Renders a page whatever it links to."""

    def __init__(self) -> None:
        super().__init__(TEMPLATES, ())
        self._addresses = AnyAddress()


class Site:
    """The pages of an archive, each rendered and parsed when it is first asked for."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.pages: Mapping[str, Page] = {page.address: page for page in site_pages(archive)}
        self.files = frozenset(path for page in self.pages.values() for _, _, path in page.data)
        self._renderer = Renderer(TEMPLATES, (*self.pages, *self.files, *DOWNLOADS))
        self._parsed: dict[str, html.HtmlElement] = {}

    def __getitem__(self, address: str) -> html.HtmlElement:
        """The page at an address; raises KeyError where there is none."""
        if address not in self._parsed:
            self._parsed[address] = html.fromstring(f"<main>{self._renderer.render(self.pages[address])}</main>")
        return self._parsed[address]


def texts(element: html.HtmlElement, path: str) -> list[str]:
    """The text of every element at an XPath, with runs of spaces as one."""
    return [" ".join(found.text_content().split()) for found in element.xpath(path)]


def cells(element: html.HtmlElement, path: str) -> list[list[str]]:
    """The texts of the parts of every element at an XPath: the cells of a table's rows."""
    return [[" ".join(part.text_content().split()) for part in row] for row in element.xpath(path)]


def links(element: html.HtmlElement, path: str, address: str) -> list[str]:
    """Where the links at an XPath of the page at `address` lead, as addresses from the site's root with their anchors."""
    return [urljoin(f"/{address}", href).removeprefix("/") for href in element.xpath(f"{path}/@href")]
