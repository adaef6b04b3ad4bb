/** The highest status that the reports of a record bear out; the counterpart of `generator/model/attribution.py`. */

const UNKNOWN_ACTOR = "unknown";
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** `{status, because}` for a record as it stands in its file; `data` is `data/form.json`. */
export function ceilingOf(record, data) {
  const desk = deskOf(data);
  const reports = list(record.reports).map((citation) => ({ stance: "reports", chains: [], ...citation }));
  const incident = { reports, actors: list(record.actors), target: list(record.target) };
  for (const because of confirmations(incident, desk)) return { status: "confirmed", because };
  const lines = linesOf(incident, desk).filter((line) => line.asserting);
  const identified = lines.filter((line) => line.root.identified);
  const outside = identified.filter((line) => !line.party);
  if (!lines.length)
    return { status: "unverified", because: "no report asserts it without saying that it is unverified" };
  if (identified.length >= 2 && outside.length)
    return {
      status: "corroborated",
      because: `${identified.length} lines of origin, ${outside.length} of them not a party to it`,
    };
  if (identified.length >= 2) return { status: "single-source", because: "every line of origin is a party to it" };
  if (!identified.length)
    return { status: "single-source", because: "its origins are known only by description or have no record yet" };
  const which = lines.length > 1 ? "one line of origin that counts" : "one line of origin";
  return { status: "single-source", because: `${which}: ${identified[0].root.name}` };
}

/** Whether a status of the ladder stands above a ceiling; false for statuses beside the ladder. */
export function exceeds(status, ceiling, data) {
  const { ladder } = data.attribution;
  return ladder.includes(status) && ladder.indexOf(status) > ladder.indexOf(ceiling);
}

/** The source that published a cited item, by key; undefined where it has no file. */
export const sourceOf = (citation, data) =>
  citation.report !== undefined
    ? data.reports[citation.report]?.source
    : typeof citation.source === "string"
      ? citation.source
      : citation.source?.key;

function deskOf(data) {
  const byKey = (entries) => new Map(entries.map((entry) => [entry.key, entry]));
  return { data, words: data.attribution, sources: byKey(data.sources), actors: byKey(data.actors) };
}

function rootOf(key, desk) {
  const source = desk.sources.get(key);
  return { id: `key ${key}`, name: source.name, identified: !source.unidentified, represents: source.represents };
}

const named = (link) => (typeof link === "string" ? link : link.source);

/** The root of one chain of a citation; the empty chain stands for an item that speaks for itself. */
function rootOfChain(citation, chain, desk) {
  const known = [...chain]
    .reverse()
    .map(named)
    .find((key) => desk.sources.has(key));
  if (known) return rootOf(known, desk);
  const source = sourceOf(citation, desk.data);
  if (desk.sources.has(source)) return rootOf(source, desk);
  const name = citation.source?.name ?? "a source without a record";
  return { id: `name ${name}`, name, identified: false };
}

/** The distinct roots of a citation, in the order of its chains. */
function rootsOf(citation, desk) {
  const report = citation.report === undefined ? undefined : desk.data.reports[citation.report];
  const publication = citation.report === undefined ? citation : report;
  const withSource = citation.chains.filter((chain) => chain.some((link) => desk.sources.has(named(link))));
  if (!withSource.length && report?.derived_from) return distinct(origins(citation.report, desk, new Set()));
  if (!citation.chains.length) return [rootOfChain(citation, [], desk)];
  const relays = publication !== undefined && desk.words.relaying.includes(publication.nature);
  const chains = relays && withSource.length ? withSource : citation.chains;
  return distinct(chains.map((chain) => rootOfChain(citation, chain, desk)));
}

const distinct = (roots) => [...new Map(roots.map((root) => [root.id, root])).values()];

/** Roots of the reports that a copy derives from; of one that derives from nothing known, its own source. */
function origins(key, desk, seen) {
  const report = desk.data.reports[key];
  const known = list(report.derived_from).filter((other) => desk.data.reports[other] && !seen.has(other));
  if (!known.length) return desk.sources.has(report.source) ? [rootOf(report.source, desk)] : [];
  return known.flatMap((other) => origins(other, desk, new Set([...seen, key, other])));
}

const denies = (part) => part.basis === "denied-by-actor";

/** Keys of the actors that were struck: targets' operators and actors in the role of target. */
function struckBy(incident) {
  const struck = incident.actors.filter((part) => part.role === "target" && !denies(part)).map((part) => part.actor);
  return new Set(
    [...incident.target.map((target) => target.operator), ...struck].filter((key) => key && key !== UNKNOWN_ACTOR),
  );
}

function partiesTo(incident) {
  const parts = incident.actors.map((part) => part.actor).filter((key) => key !== UNKNOWN_ACTOR);
  return new Set([...parts, ...struckBy(incident)]);
}

function above(key, actors) {
  const chain = [];
  let parent = actors.get(key)?.part_of;
  while (parent !== undefined && !chain.includes(parent) && parent !== key) {
    chain.push(parent);
    parent = actors.get(parent)?.part_of;
  }
  return chain;
}

/** Whether whoever speaks for an actor is a party among `parties`: that actor, a part of it or whom it belongs to. */
function speaksFor(represented, parties, desk) {
  if (represented === undefined) return false;
  if ([represented, ...above(represented, desk.actors)].some((key) => parties.has(key))) return true;
  return [...parties].some((key) => above(key, desk.actors).includes(represented));
}

/** The independent lines of origin, in the order in which the citations reach them. */
function linesOf(incident, desk) {
  const lines = new Map();
  for (const citation of incident.reports)
    for (const root of rootsOf(citation, desk)) {
      const line = lines.get(root.id) ?? { root, asserting: false };
      line.asserting ||= desk.words.asserting.includes(citation.stance);
      lines.set(root.id, line);
    }
  const parties = partiesTo(incident);
  return [...lines.values()].map((line) => ({ ...line, party: speaksFor(line.root.represents, parties, desk) }));
}

/** What confirms the incident, in words: acknowledgements by the party struck, then verified imagery. */
function* confirmations(incident, desk) {
  const isState = (key) => desk.words.state_kinds.includes(desk.actors.get(key)?.kind);
  const struck = struckBy(incident);
  const attackers = incident.actors.filter(
    (part) => part.role === "attacker" && !denies(part) && isState(part.actor),
  );
  const ownStrike = new Set(attackers.map((part) => part.actor));
  for (const citation of incident.reports.filter((one) => one.stance === "confirms"))
    for (const root of rootsOf(citation, desk).filter((one) => one.identified)) {
      if (speaksFor(root.represents, struck, desk))
        yield `acknowledged on the record by the party struck: ${root.name}`;
      else if (isState(root.represents) && speaksFor(root.represents, ownStrike, desk))
        yield `acknowledged on the record by the forces that carried it out: ${root.name}`;
    }
  const parties = partiesTo(incident);
  for (const citation of incident.reports) {
    const verifier = citation.imagery?.verified_by;
    if (!desk.words.asserting.includes(citation.stance) || !desk.sources.has(verifier)) continue;
    const root = rootOf(verifier, desk);
    if (root.identified && !speaksFor(root.represents, parties, desk)) yield `imagery verified by ${root.name}`;
  }
}
