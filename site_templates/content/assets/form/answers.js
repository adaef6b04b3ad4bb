/** What a contributor has answered so far, and the record it makes. */

import { cleaned } from "./signs.js";
import { readCount } from "./stated-count.js";
import { slugOf } from "./record-id.js";
import { canonicalAddress, faultInAddress } from "./web-address.js";

const picked = () => ({ key: "", words: "" });
export const emptyStep = () => ({ named: picked() });
export const emptyLine = () => ({ steps: [emptyStep()] });
export const emptyReport = (number = 1) => ({
  number,
  url: "",
  source: picked(),
  source_kind: "",
  published: "",
  title: "",
  language: "",
  stance: "reports",
  gist: "",
  lines: [emptyLine()],
});
export const emptyPart = {
  actors: () => ({ actor: picked(), role: "", basis: "", as_stated: "", report: "" }),
  target: () => ({ kind: "", operator: picked(), as_stated: "", report: "" }),
  means: () => ({ kind: "", count: "", as_stated: "", report: "" }),
  effects: () => ({ kind: "", who: "", count: "", as_stated: "", report: "" }),
};

export const emptyAnswers = (id) => ({
  id,
  title: "",
  type: "",
  date: { value: "", basis: "", time: "", as_stated: "", reported: false },
  location: { place: picked(), within: picked(), relation: "", as_stated: "" },
  reports: [emptyReport()],
  account: "",
  actors: [],
  target: [],
  means: [],
  effects: [],
  responsibility: "",
  status: "",
  status_basis: "",
});

/** The key of the file that an item has already, by its address; undefined where it has none. */
export function knownReport(url, data) {
  if (!url || faultInAddress(url)) return undefined;
  const address = canonicalAddress(url);
  return Object.keys(data.reports).find((key) => data.reports[key].address === address);
}

/**
 * The record that the answers make: `{fields, account, places}`.
 * `places` leads from a path in the record, as `reports.0.url`, to the answer it came from, as `[holder, name]`.
 */
export function recordOf(answers, data) {
  const places = new Map();
  const names = citationNames(answers, data);
  const writer = (path, holder) => {
    const target = {};
    return {
      target,
      put(name, value, answer = name) {
        places.set([...path, name].join("."), [holder, answer]);
        if (value !== undefined && value !== "" && !(Array.isArray(value) && !value.length))
          target[name] = typeof value === "string" ? cleaned(value) : value;
        if (target[name] === "") delete target[name];
      },
    };
  };
  const entry = (field, part, at) => {
    places.set(`${field}.${at}`, [part, "kind" in part ? "kind" : "actor"]);
    return writer([field, at], part);
  };
  const record = writer([], answers);
  record.put("id", answers.id);
  record.put("title", answers.title);
  record.put("type", answers.type);
  record.put("status", answers.status);
  record.put("status_basis", answers.status_basis);
  record.put("date", dateOf(answers.date, writer(["date"], answers.date)));
  record.put("location", locationOf(answers.location, writer(["location"], answers.location), data));
  record.put(
    "reports",
    answers.reports.map((report, at) => citationOf(report, ["reports", at], { writer, places }, data, names)),
  );
  for (const field of ["target", "means", "actors"])
    record.put(
      field,
      answers[field].map((part, at) => partOf(field, part, entry(field, part, at), names)),
    );
  record.put("claims_of_responsibility", answers.responsibility, "responsibility");
  record.put(
    "effects",
    answers.effects.map((part, at) => partOf("effects", part, entry("effects", part, at), names)),
  );
  places
    .set("date", [answers.date, "value"])
    .set("location", [answers.location, "place"])
    .set("narrative", [answers, "account"]);
  return { fields: record.target, account: cleaned(answers.account), places };
}

/** A mapping with one value alone is written short. */
const short = (target, name) =>
  Object.keys(target).length === 1 && target[name] !== undefined ? target[name] : target;

function dateOf(date, { target, put }) {
  put("value", date.value);
  if (date.reported) put("anchor", "reported", "reported");
  put("as_stated", date.as_stated);
  put("basis", date.basis);
  put("time", date.time);
  return Object.keys(target).length ? short(target, "value") : undefined;
}

function locationOf(location, { target, put }, data) {
  const area = data.locations.find((entry) => entry.key === location.place.key)?.area;
  const relation = location.relation || (area ? "in" : "");
  put("key", location.place.key, "place");
  if (relation !== "at") put("relation", relation);
  put(
    "as_stated",
    location.place.key ? location.as_stated : location.place.words,
    location.place.key ? "as_stated" : "place",
  );
  if (!location.place.key && location.place.words) put("within", location.within.key);
  return Object.keys(target).length ? short(target, "key") : undefined;
}

function citationOf(report, path, { writer, places }, data, names) {
  const { target, put } = writer(path, report);
  places.set(path.join("."), [report, "url"]);
  const file = knownReport(cleaned(report.url), data);
  if (names.get(report.number)?.ref) put("ref", names.get(report.number).name, "url");
  if (file) put("report", file, "url");
  else {
    put("url", report.url);
    put("source", report.source.key || inlineSource(report, path, writer));
    put("title", report.title);
    put("published", report.published);
    put("language", report.language);
  }
  if (report.stance !== "reports") put("stance", report.stance);
  put("gist", report.gist);
  put(
    "chains",
    report.lines.map((line) => line.steps.map(stepOf).filter(Boolean)).filter((line) => line.length),
    "lines",
  );
  return target;
}

function inlineSource(report, path, writer) {
  const { target, put } = writer([...path, "source"], report);
  put("name", report.source.words, "source");
  if (report.source.words) put("kind", report.source_kind, "source_kind");
  return target.name ? target : undefined;
}

const stepOf = ({ named }) => named.key || (cleaned(named.words) ? { as_stated: cleaned(named.words) } : undefined);

function partOf(field, part, { target, put }, names) {
  if (field === "actors") put("actor", part.actor.key, "actor");
  else put("kind", part.kind);
  if (field === "actors") put("role", part.role);
  if (field === "actors") put("basis", part.basis);
  if (field === "target") put("operator", part.operator.key, "operator");
  if (field === "effects") put("who", part.who);
  if ("count" in part && part.count.trim()) put("count", readCount(part.count).value);
  put("as_stated", part.as_stated);
  if (part.report !== "") put("report", names.get(Number(part.report))?.name, "report");
  return target;
}

/** By the number of each report that a statement is tied to: the name it has in the record. */
function citationNames(answers, data) {
  const tied = new Set(
    Object.keys(emptyPart)
      .flatMap((field) => answers[field].map((part) => part.report))
      .filter((number) => number !== "")
      .map(Number),
  );
  const taken = new Set(answers.reports.map((report) => knownReport(cleaned(report.url), data)).filter(Boolean));
  const names = new Map();
  for (const report of answers.reports.filter((one) => tied.has(one.number))) {
    const file = knownReport(cleaned(report.url), data);
    const stem = report.source.key || slugOf(report.source.words).slice(0, 60) || "report";
    let [name, number] = [file ?? stem, 1];
    while (!file && taken.has(name)) name = `${stem}-${(number += 1)}`;
    taken.add(name);
    names.set(report.number, { name, ref: !file });
  }
  return names;
}
