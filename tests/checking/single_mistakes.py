"""Single mistakes of all kinds, each a small edit in a copy of real records, with the one finding that it gives.

The archive beside this file holds 23 records of this repository and all that they name, as they stood
on 22 November 2026; nothing in it is shown to readers. `§` in the new text marks where the finding
begins and is no part of it.
"""

from typing import NamedTuple

CONOCO = "records/2024/2024-10-09-conoco.md"
EXPLOSIONS = "records/2023/2023-12-al-omar-explosions.md"
DAMASCUS = "records/2023/2023-12-17-damascus.md"
AIRPORT = "records/2023/2023-12-28-damascus.md"
BEYDAR = "records/2023/2023-11-17-tell-beydar.md"
SEPTEMBER = "records/2024/2024-09-28-conoco.md"
KHARAB = "records/2024/2024-01-08-conoco-kharab-al-jir.md"
DRONES = "records/2024/2024-02-damascus-drones.md"
REPEATED = "records/2024/2024-01-22-conoco.md"
NEW_YEAR = "records/2024/2024-01-01-conoco.md"
DEFENCES = "records/2024/2024-01-01-al-omar.md"
RMELAN = "records/2023/2023-12-31-rmelan.md"
SALVOS = "records/2023/2023-12-30-al-omar-conoco.md"
TANF = "records/2023/2023-01-20-al-tanf.md"
HASAKAH = "records/undated/hasakah-base-drone-strike.md"
KONIKO = "records/undated/conoco-base-attack.md"
OMAR = "records/undated/al-omar-missile-strike.md"
LEDGER = "reports/socialbites-rewritten-report-eastern-syria.yml"
EXERCISE = "reports/sohr-318985.yml"
SOHR = "sources/sohr.yml"
RADIO = "sources/unidentified-damascus-radio.yml"
FIELD = "locations/conoco-gas-field.yml"
SYRIA = "locations/syria.yml"
VILLAGE = "locations/green-village.yml"
FORCES = "actors/us-armed-forces.yml"
RESISTANCE = "actors/islamic-resistance-in-iraq.yml"
BASES = "tallies/us-bases-and-outposts-in-syria.yml"
COUNT = "tallies/sohr-attacks-2024-01-27.yml"
NIGHT = "series/four-bases-night-of-30-december-2023.yml"
MEANS = "vocabulary/means.yml"
SETTINGS = "archive.yml"


class Mistake(NamedTuple):
    """One edit, and the code of the one finding that it gives."""

    what: str
    """The mistake in a few words."""
    path: str
    """The file edited, below `incidents/`."""
    old: str | None
    """Text that stands in it once; with `…` at its end it runs to the end of its line. None: the file is new."""
    new: str | None
    """What takes its place; `§` marks where the finding begins, without it the whole file is meant. None: no such file."""
    rule: str


A_COPY = """\
---
id: syb-7tq2w9d
title: §Rocket fire in the Conoco gas field, 9 October 2024
type: shelling-artillery-missile
status: single-source
date: 2024-10-09
location: conoco-gas-field
reports:
  - url: "https://example.org/rockets-in-the-conoco-field"
    source: rudaw
    chains: [[{as_stated: local sources}]]
---
Rudaw, citing local sources, reported rockets at the base in the Conoco field at dawn.
"""

MISTAKES: tuple[Mistake, ...] = (
    Mistake("A key stands twice.", CONOCO, "status: single-source\n", "status: single-source\n§status: unverified\n", "Y101"),
    Mistake("A key has no value.", DAMASCUS, "  relation: near", "  §relation:", "Y102"),
    Mistake("A number sign begins a comment.", EXPLOSIONS, "or exercise; that", "or exercise §#1; that", "Y103"),
    Mistake("A value begins with an asterisk.", DAMASCUS, "source: islam-times", "source: §*islam-times", "Y104"),
    Mistake("A value has an anchor.", DAMASCUS, "  value: 2023-12-17", "  value: §&day 2023-12-17", "Y105"),
    Mistake("A value has a tag.", DAMASCUS, "count: 2,", "count: §!!int 2,", "Y106"),
    Mistake("Keys are merged in.", SOHR, "  as_stated: Described", "  §<<: {actor: iran}\n  as_stated: Described", "Y107"),
    Mistake("A second document follows.", SYRIA, "  wikidata: Q858\n", "  wikidata: Q858\n§---\nname: Iraq\n", "Y108"),
    Mistake("A key is missing before its colon.", SOHR, "country: GB", "§: GB", "Y111"),
    Mistake("A line is indented with a tab.", DAMASCUS, "  relation: near", "§\trelation: near", "Y120"),
    Mistake("A bracket is not closed.", DAMASCUS, "leaves_open: [which sites]", "leaves_open: §[which sites", "Y121"),
    Mistake("A quotation mark is not closed.", DAMASCUS, "leaves_open: [which sites]", 'leaves_open: [§"which sites]', "Y122"),
    Mistake("A colon has no space behind it.", DAMASCUS, "  relation: near", "  relation§:near", "Y123"),
    Mistake("A text has a colon and no quotes.", DAMASCUS, "  basis: Day and hour", "  basis: §Day and hour: they", "Y124"),
    Mistake("A line is indented too deep.", DAMASCUS, "  relation: near", "    §relation: near", "Y125"),
    Mistake("A text begins with a backquote.", DAMASCUS, "gist: Part of", "gist: §`Part` of", "Y126"),
    Mistake("A backslash stands in double quotes.", CONOCO, '"The outcome is', '"The §\\outcome is', "Y127"),
    Mistake("A text goes on behind its quotes.", AIRPORT, '"Syria air defenses', '"Syria" §air defenses', "Y128"),
    Mistake("A yes is not the YAML word.", KHARAB, "inferred: true", "inferred: §yes", "S103"),
    Mistake("A word is a truth elsewhere.", RADIO, "status: unidentified\n", "status: unidentified\ncountry: §NO\n", "Y131"),
    Mistake("Quotes are curly.", EXPLOSIONS, "title: \"طائرات…", "title: §“طائرات مسيرة تدك قاعدة”", "Y132"),
    Mistake("A byte is no UTF-8.", SOHR, "relies on", "relies§\udce9 on", "Y201"),
    Mistake("A byte order mark begins the file.", SYRIA, "name: Syria", "\ufeff§name: Syria", "Y202"),
    Mistake("A control sign stands in a text.", SOHR, "relies on", "relies§\x07 on", "Y203"),
    Mistake("A sign reverses the letters.", DAMASCUS, "Islam Times, relaying", "Islam §\u202eTimes, relaying", "Y204"),
    Mistake("A space has no width.", FIELD, "Conoco gas field\n", "Conoco§\u200b gas field\n", "Y205"),
    Mistake("A line ends with CR LF.", SOHR, "kind: monitor\n", "kind: monitor§\r\n", "Y208"),
    Mistake("A letter and its accent are two signs.", RESISTANCE, "Islámica", "Isl§a\u0301mica", "Y210"),
    Mistake("A merge was not finished.", SOHR, "country: GB\n", "§<<<<<<< ours\ncountry: GB\n=======\ncountry: US\n>>>>>>> theirs\n", "Y211"),
    Mistake("The last line has no end.", SYRIA, "wikidata: Q858\n", "wikidata: Q858§", "Y214"),
    Mistake("The first line is missing.", DAMASCUS, "---\nid: ", "§id: ", "Y301"),
    Mistake("The line between keys and text is missing.", DAMASCUS, "---\nIslam Times,", "§Islam Times,", "Y303"),
    Mistake("Nothing stands below the keys.", DRONES, "---\nThe Syrian Ministry of Defence, as relayed…", "§---", "Y304"),
    Mistake("A folder is not one of the archive's.", "people/a-witness.yml", None, "name: A witness\n", "Y401"),
    Mistake("A file has another ending.", "sources/reuters.yaml", None, "name: Reuters\nkind: news-agency\n", "Y402"),
    Mistake("A file's name has capitals.", "sources/Reuters.yml", None, "name: Reuters\nkind: news-agency\n", "Y403"),
    Mistake("A source has a key of its own making.", SOHR, "country: GB", "§founded: 2006\ncountry: GB", "S101"),
    Mistake("A required key is misspelt.", CONOCO, "title: Rocket fire", "§titel: Rocket fire", "S101"),
    Mistake("An optional key is misspelt.", DAMASCUS, "  relation: near", "  §relaton: near", "S101"),
    Mistake("A key of an actor's part is misspelt.", DAMASCUS, "role: attacker", "§roll: attacker", "S101"),
    Mistake("A tally's figure has a key too many.", COUNT, "    counts: incidents", "    counts: incidents\n    §unit: attacks", "S101"),
    Mistake("A type is missing.", BEYDAR, "id: syb-k7339hb\ntitle: Drone attack on the base at Tell Beydar, 17 or 18 November 2023\ntype: air-drone-strike\n", "§id: syb-k7339hb\ntitle: Drone attack on the base at Tell Beydar, 17 or 18 November 2023\n", "S102"),
    Mistake("A location has no parent.", VILLAGE, "name: Green Village\nkind: base\nwithin: al-omar-field\n", "§name: Green Village\nkind: base\n", "S111"),
    Mistake("A text stands where a list belongs.", SOHR, "languages: [en, ar]", "languages: §en", "S103"),
    Mistake("A number is written as a word.", DAMASCUS, "count: 2,", "count: §two,", "S103"),
    Mistake("A stance is none of the known ones.", EXPLOSIONS, "stance: corrects", "stance: §disputes", "S104"),
    Mistake("A type is no term of the vocabulary.", BEYDAR, "type: air-drone-strike", "type: §drone-hit", "S104"),
    Mistake("A role is misspelt.", DRONES, "role: interceptor", "role: §intercepter", "S104"),
    Mistake("A kind of source is misspelt.", SOHR, "kind: monitor", "kind: §moniter", "S104"),
    Mistake("A term names a wider one that is none.", MEANS, "    broader: aircraft-bomb", "    broader: §aircraft-bom", "S104"),
    Mistake("A title is too short.", DAMASCUS, "title: Missile strike…", "title: §Strike", "S105"),
    Mistake("A quotation is too long.", LEDGER, "quote: part of a broader campaign", f"quote: §{'part of a broader campaign ' * 12}to", "S105"),
    Mistake("A language is written out.", BEYDAR, "language: it", "language: §Italian", "S106"),
    Mistake("A country code is none.", SOHR, "country: GB", "country: §UK", "S106"),
    Mistake("A latitude is beyond the pole.", FIELD, "lat: 35.33", "lat: §95.33", "S107"),
    Mistake("A day does not exist.", DAMASCUS, "  value: 2023-12-17", "  value: 2023-12-§32", "S108"),
    Mistake("A date is written another way.", DAMASCUS, "published: 2023-12-18", "published: §18/12/2023", "S108"),
    Mistake("An hour does not exist.", DAMASCUS, "time: 22:05~", "time: §25:05~", "S109"),
    Mistake("An address has no scheme.", DAMASCUS, 'url: "https://www.islamtimes', 'url: §"www.islamtimes', "S110"),
    Mistake("A count's limits are swapped.", SALVOS, "min: 40, max: 40", "min: 40, max: §14", "S111"),
    Mistake("A judgement on a relation has no basis.", OMAR, "  - id: syb-bwzpb32\n    relation: possibly-same\n    basis: \"Confidence medium. For it: a salvo…", "  - §id: syb-bwzpb32\n    relation: possibly-same", "S111"),
    Mistake("A record has no id.", TANF, "id: syb-nn049p3\ntitle", "§title", "S112"),
    Mistake("An id has a sign too few.", DAMASCUS, "id: syb-0w40sj3", "id: §syb-0w40sj", "S113"),
    Mistake("A vocabulary is gone.", "vocabulary/targets.yml", "", None, "S115"),
    Mistake("A location stands twice.", KHARAB, "  also: [kharab-al-jir-airfield]", "  also: [kharab-al-jir-airfield, §kharab-al-jir-airfield]", "S116"),
    Mistake("A location's key is misspelt.", DAMASCUS, "  key: damascus", "  key: §damascos", "R201"),
    Mistake("A location is given by another name.", CONOCO, "  key: conoco-gas-field", "  key: §Koniko", "R201"),
    Mistake("A location is given in Arabic.", CONOCO, "  key: conoco-gas-field", "  key: §حقل كونيكو", "R201"),
    Mistake("An actor is not in the registry.", DAMASCUS, "actor: israel-defense-forces", "actor: §israeli-air-force", "R201"),
    Mistake("A step of a chain is not in the registry.", EXPLOSIONS, "- [sputnik]", "- [§interfax]", "R201"),
    Mistake("A source possibly meant is not there.", RADIO, "  - source: sham-fm\n    basis: A later story", "  - source: §damascus-fm\n    basis: A later story", "R201"),
    Mistake("A tally names a location that is none.", COUNT, "location: syria", "location: §syrai", "R201"),
    Mistake("An id is taken.", SEPTEMBER, "id: syb-16fygb0", "id: §syb-yz6hc21", "R202"),
    Mistake("A location lies in one that lies in it.", "locations/al-omar-field.yml", "within: deir-ez-zor-governorate", "within: §green-village", "R203"),
    Mistake("A statement names a citation that is none.", EXPLOSIONS, "who: aircraft overhead, report: shaam1204", "who: aircraft overhead, report: §shaam1205", "R204"),
    Mistake("Two citations have one name.", BEYDAR, "ref: pledge1118", "ref: §ansa1117", "R205"),
    Mistake("A record is related to itself.", DEFENCES, "  - id: syb-bkcmkdc", "  - id: §syb-0svc2fw", "R206"),
    Mistake("A name belongs to another source.", "sources/sana.yml", "kind: news-agency", "kind: news-agency\nnames: {en: [§Syrian Observatory for Human Rights]}", "R207"),
    Mistake("A source has no file.", BEYDAR, "source: pledge-times", "source: §{name: Pledge Tribune, kind: online}", "R209"),
    Mistake("A source's other name stands in a chain.", DEFENCES, "{as_stated: local sources}", "{as_stated: §SOHR}", "R211"),
    Mistake("A statement speaks of a location elsewhere.", KHARAB, "{kind: uav, location: kharab-al-jir-airfield}", "{kind: uav, location: §damascus}", "R212"),
    Mistake("A claim leads to a record that is none.", LEDGER, "to: [us-bases-syria-31-december]", "to: [us-bases-syria-31-december, §us-bases-syria]", "R302"),
    Mistake("A claim leads to a record that does not cite it.", LEDGER, "    said_by: the narrative\n    to: [syb-4k7m2xq]", "    said_by: the narrative\n    to: [syb-4k7m2xq, §syb-t4wnyh8]", "R303"),
    Mistake("A citation names a claim that is none.", OMAR, "claims: [s4.1, s4.2]", "claims: [s4.1, s4.2, §s9.9]", "R304"),
    Mistake("A citation names a claim that leads elsewhere.", OMAR, "claims: [s4.1, s4.2]", "claims: [s4.1, s4.2, §s3.2]", "R305"),
    Mistake("A ledger passes over a sentence.", LEDGER, "paragraphs: [6, 5, 4, 4, 5, 4]", "paragraphs: §[6, 5, 4, 4, 5, 5]", "R307"),
    Mistake("An event is later than its report.", TANF, "  value: 2023-01-20", "  value: §2023-01-25", "P401"),
    Mistake("A day lies in the future.", EXERCISE, "retrieved: 2026-11-22", "retrieved: §2027-11-22", "P402"),
    Mistake("An uncertain date has no basis.", DRONES, "  value: 2024-02?\n  basis: Inferred…", "  value: §2024-02?", "P403"),
    Mistake("An hour has no day.", TANF, "  value: 2023-01-20\n  time: morning", "  value: 2023-01\n  time: §morning", "P404"),
    Mistake("A status is above its sources.", KHARAB, "status: single-source", "status: §confirmed", "P411"),
    Mistake("A record is contested by nobody.", KHARAB, "status: single-source", "status: §contested", "P412"),
    Mistake("A contested record does not say why.", EXPLOSIONS, "status: contested\nstatus_basis: Shaam…", "status: §contested", "P413"),
    Mistake("An attacker is named on nobody's word.", REPEATED, "{actor: islamic-resistance-in-iraq, role: attacker, basis: claimed-by-actor,", "§{actor: islamic-resistance-in-iraq, role: attacker,", "P415"),
    Mistake("A coordinate is too fine.", FIELD, "lat: 35.33", "lat: §35.33412", "P417"),
    Mistake("A correction names a field that is none.", DAMASCUS, "status: confirmed", "corrections: [{on: 2024-01-05, kind: correction, field: §dayte, was: a, now: b, why: c}]\nstatus: confirmed", "P418"),
    Mistake("A waiver waives nothing.", DAMASCUS, "status: confirmed", "waive: [{rule: §R209, reason: the outlet is gone}]\nstatus: confirmed", "P420"),
    Mistake("A location lies in another country.", FIELD, "  lat: 35.33", "  §lat: 53.33", "P424"),
    Mistake("An account holds a tag.", DAMASCUS, "on the outskirts of Damascus at", "on the §<b>outskirts</b> of Damascus at", "X501"),
    Mistake("A note holds a telephone number.", BEYDAR, "  - The two items may speak", "  - Call §+963 11 555 0100. The two items may speak", "X506"),
    Mistake("An account calls on somebody.", DAMASCUS, "and named none.", "and named none, said §@example.", "X507"),
    Mistake("An account gives an exact position.", DAMASCUS, "and named none.", "and named none; §33.51234, 36.29123.", "X508"),
    Mistake("An address tells who followed it.", DAMASCUS, 'soldiers-in-damascus"', 'soldiers-in-damascus§?utm_source=x"', "X509"),
    Mistake("A copy stands in place of the item.", EXERCISE, 'url: "https://www.syriahr.com', 'url: §"https://web.archive.org/web/20231204101500/https://www.syriahr.com', "A901"),
    Mistake("A copy is one of another page.", EXERCISE, "language: en\n", 'language: en\narchived: [{url: §"https://web.archive.org/web/20231204101500/https://www.syriahr.com/en/1/"}]\n', "A902"),
    Mistake("An item was read before it appeared.", DAMASCUS, "retrieved: 2026-11-22", "retrieved: §2022-11-22", "A904"),
    Mistake("One item stands in two records.", SEPTEMBER, '"https://www.shafaq.com/en/Iraq/Source-Iraqi-factions-target-US-base-in-Syria"', '§"https://www.islamtimes.org/en/news/1103463/israeli-missile-strike-wounds-two-soldiers-in-damascus"', "D601"),
    Mistake("Two files hold one item.", "reports/sohr-321656.yml", '"https://www.syriahr.com/en/321656/"', '§"https://www.syriahr.com/en/318985/"', "D603"),
    Mistake("An event has a record already.", "records/2024/a-copy.md", None, A_COPY, "D605"),
    Mistake("An account takes a side.", DAMASCUS, "attributed them to Israeli forces", "attributed them to the §Zionist enemy", "T801"),
    Mistake("A title is a sentence.", DAMASCUS, "title: Missile strike on", "title: Missiles §have hit", "T815"),
    Mistake("A title ends with a full stop.", DAMASCUS, "Damascus, 17 December 2023\n", "Damascus, 17 December 2023§.\n", "T811"),
)  # fmt: skip

MORE_MISTAKES: tuple[Mistake, ...] = (
    Mistake("Directive", SYRIA, "name: Syria", "§%YAML 1.2\n---\nname: Syria", "Y109"),
    Mistake("List as key", SOHR, "country: GB", "§[a, b]: GB", "Y110"),
    Mistake("Value in next line at col 0", SOHR, "country: GB", "country:\n§GB", "Y130"),
    Mistake("Line of prose between keys", DRONES, "    language: ru\n", "    §another line of words\n    language: ru\n", "Y130"),
    Mistake("List item not indented like others", CONOCO, "  - {kind: explosions-heard, who: in the base, report: syriatv1009}", "   §- {kind: explosions-heard, who: in the base, report: syriatv1009}", "Y125"),
    Mistake("Missing dash space", BEYDAR, "  - {kind: uav, report: pledge1118}", "  §-{kind: uav, report: pledge1118}", "Y125"),
    Mistake("Missing comma in flow", DAMASCUS, "{kind: injured, who: soldiers, count: 2,", "{kind: injured, who: soldiers count§: 2,", "Y124"),
    Mistake("Unclosed brace", DAMASCUS, "{kind: damage, report: islamtimes1218}", "§{kind: damage, report: islamtimes1218", "Y121"),
    Mistake("Title with colon", SEPTEMBER, "title: Drone attack on", "title: §Breaking: Drone attack on", "Y124"),
    Mistake("Percent value", EXPLOSIONS, "gist: Huge", "gist: §%Huge", "Y126"),
    Mistake("Null word", REPEATED, "claims_of_responsibility: claimed", "§claims_of_responsibility: null", "Y102"),
    Mistake("Empty list item", BEYDAR, "  - The two items may speak", "  §-\n  - The two items may speak", "Y102"),
    Mistake("Soft hyphen", DAMASCUS, "missiles from the direction", "mis§\u00adsiles from the direction", "Y205"),
    Mistake("Line separator", DAMASCUS, "of the Golan", "of§\u2028the Golan", "Y206"),
    Mistake("Lone CR", DAMASCUS, "of the Golan", "of§\rthe Golan", "Y209"),
    Mistake("Text before front matter", DAMASCUS, "---\nid: ", "§A record\n---\nid: ", "Y302"),
    Mistake("Leftover file", "sources/sohr.yml~", None, "name: x\n", "Y408"),
    Mistake("Empty file", "sources/empty.yml", None, "", "Y212"),
    Mistake("Reserved name", "sources/con.yml", None, "name: Con\nkind: tv\n", "Y410"),
    Mistake("Plural of required key", BEYDAR, "location:\n", "§locations:\n", "S101"),
    Mistake("Citation key unknown", DRONES, "    language: ru\n", "    language: ru\n    §author: unknown\n", "S101"),
    Mistake("Target key wrong", HASAKAH, "    operator: us-armed-forces", "    §operated_by: us-armed-forces", "S101"),
    Mistake("Tally key missing as_of", COUNT, "name: SOHR count of attacks on bases in Syria, 27 January 2024\nfigures:\n  - what: attacks on bases in Syria\n    count: 101\n    counts: incidents\nstated_by: sohr\nas_of: 2024-01-27\n", "§name: SOHR count of attacks on bases in Syria, 27 January 2024\nfigures:\n  - what: attacks on bases in Syria\n    count: 101\n    counts: incidents\nstated_by: sohr\n", "S102"),
    Mistake("Effect without kind", DAMASCUS, "{kind: damage, report: islamtimes1218}", "§{report: islamtimes1218}", "S102"),
    Mistake("Settings licence no url", SETTINGS, "  name: CC BY 4.0\n  url: \"https://creativecommons.org/licenses/by/4.0/\"", "  §name: CC BY 4.0", "S102"),
    Mistake("Chain not nested", EXPLOSIONS, "      - [sputnik]", "      - §sputnik", "S103"),
    Mistake("Coordinate as text", VILLAGE, "  lat: 35.1", "  lat: §35.1N", "S103"),
    Mistake("Negative count", DAMASCUS, "count: 2,", "count: §-2,", "S107"),
    Mistake("Status misspelt", BEYDAR, "status: single-source", "status: §single source", "S104"),
    Mistake("Target kind unknown", KHARAB, "  - {kind: military-base,", "  - {kind: §army-base,", "S104"),
    Mistake("Relation unknown in related", DEFENCES, "relation: same-report", "relation: §same-article", "S104"),
    Mistake("Location kind unknown", FIELD, "kind: site", "kind: §oilfield", "S104"),
    Mistake("Claim kind unknown", LEDGER, "  s3.3:\n    kind: analysis", "  s3.3:\n    kind: §opinion", "S104"),
    Mistake("Waiver code form", DAMASCUS, "status: confirmed", "waive: [{rule: §r209, reason: the outlet is gone}]\nstatus: confirmed", "S106"),
    Mistake("Wikidata form", SYRIA, "wikidata: Q858", "wikidata: §858", "S106"),
    Mistake("Month does not exist", BEYDAR, "    - value: 2023-11-18", "    - value: 2023-§13-18", "S108"),
    Mistake("Relative date as text", SALVOS, "published: 2023-12\n", "published: §last December\n", "S108"),
    Mistake("Ledger claim without words", LEDGER, "  s3.3:\n    kind: analysis\n    gist: A rising tempo…", "  s3.3:\n    §kind: analysis", "S111"),
    Mistake("Citation with file and url", KHARAB, "    ref: anews0109", "    ref: anews0109\n    url: §\"https://example.org/x\"", "S111"),
    Mistake("Tally citing unknown report", BASES, "  - report: sputnik-armenia-2023-12-31", "  - report: §sputnik-armenia-2023-12-30", "R201"),
    Mistake("Series citing unknown report", NIGHT, "  - report: the-intel-drop-2023-12-31", "  - report: §the-intel-drop", "R201"),
    Mistake("Source represents nobody", "sources/syrian-army.yml", "represents: syrian-government", "represents: §syrian-goverment", "R201"),
    Mistake("Location alias in also", KHARAB, "also: [kharab-al-jir-airfield]", "also: [§Kharab al-Jir airfield]", "R201"),
    Mistake("Related id not there", DEFENCES, "  - id: syb-bkcmkdc", "  - id: §syb-zzzzzz1", "R201"),
    Mistake("Discounted without denial", REPEATED, "status: corroborated", "status: §discounted", "P414"),
    Mistake("Mail in note", BEYDAR, "  - The two items may speak", "  - §Write to desk@example.org. The two items may speak", "X504"),
    Mistake("Shortener in body link", DAMASCUS, "and named none.", "and named none ([more](§https://bit.ly/3abcdef)).", "X510"),
    Mistake("Unsourced phrase", DRONES, "explosions were heard. Who", "explosions were §reportedly heard. Who", "T802"),
    Mistake("Term renamed", MEANS, "  uav:\n", "  §uavs:\n", "R201"),
    Mistake("Term with typo", "vocabulary/effects.yml", "  injured:\n", "  §injurred:\n", "R201"),
    Mistake("Ref renamed", BEYDAR, "  - ref: ansa1117", "  - ref: §ansa111", "R204"),
    Mistake("Prefix changed", SETTINGS, "id_prefix: syb", "id_prefix: §sya", "R214"),
    Mistake("To misspelt", LEDGER, "    said_by: the narrative\n    to: [syb-4k7m2xq]", "    said_by: the narrative\n    to: [§syb-4k7m2xr]", "R302"),
    Mistake("Claims misspelt", OMAR, "claims: [s4.1, s4.2]", "claims: [s4.1, §s4.22]", "R304"),
    Mistake("To missing in event", LEDGER, "  s4.1:\n    kind: event\n    quote: unverified statements suggesting that the American base near the Al Omar gas field had also suffered a strike involving missiles\n    said_by: not named\n    to: [syb-2d8v5hr]\n", "  §s4.1:\n    kind: event\n    quote: unverified statements suggesting that the American base near the Al Omar gas field had also suffered a strike involving missiles\n    said_by: not named\n", "R301"),
    Mistake("Claim number wrong", LEDGER, "  s3.2:\n", "  §s3.12:\n", "R308"),
    Mistake("Kind of claim analysis", LEDGER, "  s3.2:\n    kind: detail\n    quote: actors opposed to foreign presence\n    said_by: the narrative\n    to: [syb-4k7m2xq]", "  s3.2:\n    kind: analysis\n    quote: actors opposed to foreign presence\n    said_by: the narrative\n    to: [§syb-4k7m2xq]", "R306"),
    Mistake("Within misspelt", VILLAGE, "within: al-omar-field", "within: §al-omar-feild", "R201"),
    Mistake("Source kind wrong indentation", SOHR, "country: GB", " §country: GB", "Y125"),
    Mistake("Names not by language", SOHR, "names:\n  en: [SOHR]\n  ar: [المرصد السوري لحقوق الإنسان]", "names: §[SOHR]", "S103"),
    Mistake("Names language unknown form", SOHR, "  en: [SOHR]", "  §english: [SOHR]", "S106"),
    Mistake("Homepage no scheme", SOHR, 'homepage: "https://www.syriahr.com/"', 'homepage: §"www.syriahr.com"', "S110"),
    Mistake("Homepage localhost", SOHR, 'homepage: "https://www.syriahr.com/"', 'homepage: §"http://localhost/"', "S110"),
    Mistake("Affiliation no words", SOHR, "  as_stated: Described by wire services as opposed to the former Syrian government", "  §actor: syrian-government", "S102"),
    Mistake("Languages as names", SOHR, "languages: [en, ar]", "languages: [§English, ar]", "S106"),
    Mistake("Actor part_of unknown", FORCES, "country: US", "part_of: §united-states\ncountry: US", "R201"),
    Mistake("Actor kind unknown", FORCES, "kind: external-forces", "kind: §army", "S104"),
    Mistake("Actor extra key", FORCES, "country: US", "§leader: someone\ncountry: US", "S101"),
    Mistake("Country lower case", FORCES, "country: US", "country: §us", "S106"),
    Mistake("Series kind misspelt", NIGHT, "kind: same-report", "kind: §same-reports", "S104"),
    Mistake("Series not asserted", NIGHT, "name: Four bases in the night of 30 to 31 December 2023\nkind: same-report\nasserted_by:\n  - report: the-intel-drop-2023-12-31\n", "§name: Four bases in the night of 30 to 31 December 2023\nkind: same-report\n", "S111"),
    Mistake("Tally count as text", COUNT, "count: 101", "count: §about 101", "S103"),
    Mistake("Tally counts unknown", COUNT, "counts: incidents", "counts: §attacks", "S104"),
    Mistake("Tally period reversed", COUNT, "period: 2023-10-19/2024-01-27", "period: §2024-01-27/2023-10-19", "S108"),
    Mistake("Tally stated_by unknown", COUNT, "stated_by: sohr", "stated_by: §the-observatory", "R201"),
    Mistake("Term without definition", MEANS, "  mortar:\n    label: Mortar\n    definition: Shells fired by a mortar.\n", "  mortar:\n    §label: Mortar\n", "S102"),
    Mistake("Term extra", MEANS, "    label: Mortar\n", "    label: Mortar\n    §plural: Mortars\n", "S101"),
    Mistake("Settings unknown key", SETTINGS, "id_prefix: syb", "id_prefix: syb\n§theme: dark", "S101"),
    Mistake("Settings decimals out of range", SETTINGS, "coordinate_decimals: 2", "coordinate_decimals: §9", "S107"),
    Mistake("Settings prefix form", SETTINGS, "id_prefix: syb", "id_prefix: §SYB", "S106"),
    Mistake("Location note loaded", FIELD, "Reports speak of a base", "Reports speak of a §terrorist base", "T801"),
    Mistake("Coordinates without basis", VILLAGE, "  lat: 35.1\n  lon: 40.55\n  uncertainty_km: 5.0\n  basis: General reference knowledge, rounded; not checked against a survey or a map by this archive; the point stands for the area of the Al Omar field\n", "  §lat: 35.1\n  lon: 40.55\n  uncertainty_km: 5.0\n", "S102"),
    Mistake("Coordinates for province", "locations/deir-ez-zor-governorate.yml", "ids:\n", "coordinates:\n  §lat: 35.3\n  lon: 40.1\n  basis: map\nids:\n", "S111"),
    Mistake("Far from parent", VILLAGE, "  lat: 35.1\n", "  §lat: 33.1\n", "P422"),
    Mistake("Reference to unknown report in citation", RMELAN, "  - report: shafaqna-2023-12-31", "  - report: §shafaqna-2023-12-30", "R201"),
    Mistake("Derived from unknown", EXERCISE, "language: en\n", "language: en\nderived_from: [§sohr-1]\n", "R201"),
    Mistake("Published in future", EXERCISE, "language: en\n", "language: en\npublished: §2027-01-01\n", "P402"),
    Mistake("Archived without url", EXERCISE, "language: en\n", "language: en\narchived: [§{at: 2024-01-01}]\n", "S102"),
    Mistake("Text hash", LEDGER, "text_sha256: e29714266f2b5a3ba0a007c9b55bdc2cfa705912f7c0f05c7539caad0abcb73d", "text_sha256: §e29714266f2b5a3b", "S106"),
    Mistake("Nature unknown", EXERCISE, "nature: original", "nature: §own", "S104"),
    Mistake("Withdrawn duplicate no merge", DRONES, "status: single-source", "withdrawn: §{on: 2024-05-01, reason: duplicate}\nstatus: single-source", "S111"),
    Mistake("Redaction without reason", DRONES, "status: single-source", "redactions: [§{field: body, on: 2024-05-01}]\nstatus: single-source", "S102"),
    Mistake("Correction kind", DRONES, "status: single-source", "corrections: [{on: 2024-05-01, kind: §fix, field: date, was: a, now: b, why: c}]\nstatus: single-source", "S104"),
    Mistake("Waive unknown rule", DRONES, "status: single-source", "waive: [{rule: §Z999, reason: nobody knows}]\nstatus: single-source", "P419"),
    Mistake("Image in body", DRONES, "were shot down west of Damascus;", "were shot down west of Damascus §![smoke](https://example.org/a.jpg)", "X503"),
    Mistake("A link runs a script", DRONES, "were shot down west of Damascus;", "were shot down west of Damascus ([x](§javascript:alert));", "X502"),
    Mistake("Title in capitals", DRONES, "title: Two drones shot down near Damascus, about February 2024", "title: §TWO DRONES SHOT DOWN NEAR DAMASCUS", "T813"),
    Mistake("Between without also", DRONES, "  relation: near", "  relation: §between", "S111"),
    Mistake("Report file renamed in chain of uses", "reports/sohr-318985.yml", "source: sohr", "source: §sohr-monitor", "R201"),
    Mistake("Key with capital", DAMASCUS, "  relation: near", "  §Relation: near", "S101"),
    Mistake("Key with a space", DAMASCUS, "  relation: near", "  §rel ation: near", "S101"),
    Mistake("Key with hyphen for underscore", REPEATED, "claims_of_responsibility: claimed", "§claims-of-responsibility: claimed", "S101"),
    Mistake("Singular key for a list", REPEATED, "effects:\n", "§effect:\n", "S101"),
    Mistake("Reports misspelt", DRONES, "reports:\n", "§report:\n", "S101"),
    Mistake("Date misspelt", DRONES, "date:\n", "§dat:\n", "S101"),
    Mistake("Body key in front matter", DRONES, "means:\n", "§body: x\nmeans:\n", "S101"),
    Mistake("Id in another form", DRONES, "id: syb-yz6hc21", "id: §SYB-yz6hc21", "S113"),
    Mistake("Title of two lines", DRONES, "title: Two drones shot down near Damascus, about February 2024", "title: §|\n  Two drones shot down near Damascus,\n  about February 2024", "S106"),
    Mistake("Title too long", DRONES, "title: Two drones shot down near Damascus, about February 2024", "title: §Two drones shot down near Damascus, " + "far away, " * 9 + "in February 2024", "S105"),
    Mistake("Title with a question mark", DRONES, "about February 2024\ntype", "about February 2024§?\ntype", "T814"),
    Mistake("Type as a list", DRONES, "type: disrupted-weapons-use", "type: §[disrupted-weapons-use]", "S103"),
    Mistake("Date as list", DRONES, "  value: 2024-02?", "  value: §[2024-02-09, 2024-02-10]", "S108"),
    Mistake("American date", DRONES, "  value: 2024-02?", "  value: §02/09/2024", "S108"),
    Mistake("Date with month name", DRONES, "  value: 2024-02?", "  value: §9 February 2024", "S108"),
    Mistake("Interval reversed", EXPLOSIONS, "  value: 2023-12-01~/2023-12-04~", "  value: §2023-12-04~/2023-12-01~", "S108"),
    Mistake("Time with am", DAMASCUS, "  time: 22:05~", "  time: §10:05 pm", "S109"),
    Mistake("Unknown part of day", CONOCO, "  time: dawn", "  time: §daybreak", "S109"),
    Mistake("Anchor unknown", SEPTEMBER, "  anchor: reported", "  anchor: §published", "S104"),
    Mistake("Relative to nothing", OMAR, "    to: syb-4k7m2xq", "    to: §syb-4k7m2xx", "R201"),
    Mistake("Location of nothing", DRONES, "  key: damascus\n  relation: near\n  as_stated: в окрестностях Дамаска", "  §relation: near\n  as_stated: в окрестностях Дамаска", "S111"),
    Mistake("Location empty", REPEATED, "location: conoco-gas-field", "§location:", "Y102"),
    Mistake("Two locations in one text", KHARAB, "  key: conoco-gas-field\n", "  key: §conoco-gas-field, kharab-al-jir-airfield\n", "R201"),
    Mistake("Chain step empty", EXPLOSIONS, "- [sputnik]", "- §[]", "S105"),
    Mistake("Chain step with a wrong key", KHARAB, "{as_stated: local sources}", "{§stated: local sources}", "S101"),
    Mistake("Inferred in quotes", KHARAB, "inferred: true", 'inferred: §"true"', "S103"),
    Mistake("Stance in capitals", EXPLOSIONS, "stance: corrects", "stance: §Corrects", "S104"),
    Mistake("Seen misspelt", DRONES, "seen: excerpt", "seen: §exerpt", "S104"),
    Mistake("Nature unknown, in another part", DAMASCUS, "nature: aggregation", "nature: §aggregator", "S104"),
    Mistake("Source as list", DRONES, "source: news-ru", "source: §[news-ru]", "S103"),
    Mistake("Source by another name", DRONES, "source: news-ru", "source: §NEWS.ru", "R201"),
    Mistake("Source inline with known name", DRONES, "source: news-ru", "source: {name: §NEWS.ru, kind: online}", "R211"),
    Mistake("Source inline without kind", BEYDAR, "source: pledge-times", "source: §{name: Pledge Tribune}", "S111"),
    Mistake("Neither report nor source", REPEATED, "  - ref: irnaes0122\n    url: \"https://es.irna.ir/amp/85362479\"\n    source: irna\n", "  - §ref: irnaes0122\n    url: \"https://es.irna.ir/amp/85362479\"\n", "S111"),
    Mistake("No address", DRONES, "  - ref: newsru0209\n    url: \"https://dzen.ru/a/ZcZG8e55K1dxwDtz\"\n", "  - §ref: newsru0209\n", "S111"),
    Mistake("Credibility too high", DRONES, "    seen: excerpt\n", "    seen: excerpt\n    credibility: §7\n", "S107"),
    Mistake("Count with unit", SALVOS, "count: 26,", "count: §26 rockets,", "S103"),
    Mistake("Count min as text", REPEATED, "{kind: rocket, count: {min: 5}", "{kind: rocket, count: {min: §five}", "S103"),
    Mistake("Count decimal", DAMASCUS, "count: 2,", "count: §2.5,", "S103"),
    Mistake("Count key wrong", REPEATED, "{kind: rocket, count: {min: 5}", "{kind: rocket, count: {§least: 5}", "S101"),
    Mistake("Effect unknown", DAMASCUS, "{kind: damage, report", "{kind: §destruction, report", "S104"),
    Mistake("Actor by name", DAMASCUS, "actor: syrian-government, role: target", "actor: §Syrian government, role: target", "R201"),
    Mistake("Basis of an actor unknown", DAMASCUS, "basis: acknowledged-by-actor", "basis: §admitted-by-actor", "S104"),
    Mistake("Operator unknown", KHARAB, "operator: us-armed-forces", "operator: §us-army", "R201"),
    Mistake("Operator unknown word", KHARAB, "operator: us-armed-forces", "operator: §unknown", "R201"),
    Mistake("Series unknown", RMELAN, "series: [four-bases-night-of-30-december-2023]", "series: [§four-bases]", "R201"),
    Mistake("Responsibility unknown", REPEATED, "claims_of_responsibility: claimed", "claims_of_responsibility: §yes", "S104"),
    Mistake("Note as text", BEYDAR, "notes:\n  - The two", "notes: §The two", "S103"),
)  # fmt: skip
"""Mistakes that were written down before any of them was tried, and not to suit the check."""

TRIED_BY_OTHERS: tuple[Mistake, ...] = (
    Mistake("A comma parts a number", DAMASCUS, "who: soldiers, count: 2,", "who: soldiers, count: 1,§000,", "Y102"),
    Mistake("An actor's part names nobody by its key", DAMASCUS, "{actor: syrian-government, role: target", "{§name: syrian-government, role: target", "S101"),
    Mistake("An hour in curly quotes", CONOCO, "  time: dawn", "  time: §“dawn”", "Y132"),
    Mistake("A kind with a space of no width", DAMASCUS, "{kind: missile, report", "{kind: §\u200bmissile, report", "Y205"),
    Mistake("No space behind a colon in braces", DAMASCUS, "who: soldiers, count: 2,", "who: soldiers, §count:2,", "Y123"),
    Mistake("A semicolon in place of a colon", DAMASCUS, "{kind: damage, report", "{§kind; damage, report", "Y102"),
    Mistake("A sign in a title reverses its letters", DAMASCUS, "title: Missile strike on the outskirts", "title: Missile§\u202e strike on the outskirts", "Y204"),
    Mistake("A claim relayed from outlets only", EXPLOSIONS, "stance: reports", "stance: §claims", "P421"),
    Mistake("A source behind itself", DAMASCUS, "      - [syrian-army]", "      - [syrian-army, §islam-times]", "R215"),
    Mistake("No-break spaces as indentation", DAMASCUS, "  value: 2023-12-17\n", "§\u00a0\u00a0value: 2023-12-17\n", "Y133"),
    Mistake("A no-break space behind a colon", DAMASCUS, "status: confirmed\n", "status:§\u00a0confirmed\n", "Y133"),
    Mistake("A Cyrillic letter in a source's key", DAMASCUS, "source: islam-times", "source: §isl\u0430m-times", "Y215"),
    Mistake("A Cyrillic letter in an id", DAMASCUS, "id: syb-0w40sj3", "id: §syb-0w4\u043esj3", "S113"),
    Mistake("A year in the future", TANF, "  value: 2023-01-20", "  value: §2032-01-20", "P402"),
    Mistake("A new location with a name that is taken", "locations/al-tanf-base.yml", None, "name: §Al-Tanf\nkind: base\nwithin: homs-governorate\n", "R207"),
    Mistake("A country lies within a gas field", SYRIA, "kind: country\n", "kind: country\nwithin: §conoco-gas-field\n", "R203"),
    Mistake("A file of a taken name, in capitals", "locations/Al-Tanf-Garrison.yml", None, "name: Al-Tanf base\nkind: base\nwithin: homs-governorate\n", "Y404"),
    Mistake("Two hyphens begin the keys", DAMASCUS, "---\nid: ", "§--\nid: ", "Y301"),
    Mistake("Four hyphens end the keys", DAMASCUS, "---\nIslam Times,", "§----\nIslam Times,", "Y303"),
    Mistake("A position in degrees, both halves", DAMASCUS, "and named none.", "and named none; §36°52′52″N 41°43′28″E.", "X508"),
    Mistake("A name that city and province share", DAMASCUS, "  key: damascus", "  key: §Damascus", "R201"),
)  # fmt: skip
"""Mistakes that somebody else made in a trial of the check, and that gave two findings, none, or one elsewhere."""
