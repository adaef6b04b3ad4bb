/** What is left to mend in the answers, each with the answer it stands at: `{holder, name, message, suggestion}`. */

import { faultInAccount, faultInText } from "./account-check.js";
import { ceilingOf, exceeds } from "./ceiling.js";
import { dayIsKnown, isOneDay, readDate } from "./edtf.js";
import { knownReport } from "./answers.js";
import { cleaned, refusedSign } from "./signs.js";
import { readCount } from "./stated-count.js";
import { faultInTime } from "./times.js";
import { canonicalAddress, faultInAddress, withoutTracking } from "./web-address.js";

/** Every problem, one for each answer; `record` is what `recordOf` made, `validate` the schema's validator. */
export function problemsOf(answers, record, { data, schema, validate, today }) {
  const found = new Map();
  const say = (holder, name, message, suggestion = null) => {
    const of = found.get(holder) ?? found.set(holder, new Map()).get(holder);
    if (!of.has(name)) of.set(name, { holder, name, message, suggestion });
  };
  for (const [holder, name, text] of textsOf(answers, answers)) {
    const sign = refusedSign(text);
    if (sign)
      say(
        holder,
        name,
        `holds a sign that may not stand in a record: ${sign.words}. Delete it, or type the words anew.`,
      );
    const fault = name === "account" ? faultInAccount(text) : faultInText(text);
    if (fault) say(holder, name, `${fault}.`);
  }
  dateProblems(answers, say, today);
  locationProblems(answers.location, say);
  reportProblems(answers, say, data, today);
  partProblems(answers, say);
  statusProblems(answers, record, say, data);
  required(answers, say);
  schemaProblems(answers, record, { schema, validate, say, found });
  return [...found.values()].flatMap((of) => [...of.values()]);
}

function* textsOf(holder) {
  for (const [name, value] of Object.entries(holder)) {
    if (typeof value === "string") yield [holder, name, value];
    else if (value && typeof value === "object" && "words" in value) yield [holder, name, value.words];
    else if (value && typeof value === "object")
      yield* Array.isArray(value) ? value.flatMap((item) => [...textsOf(item)]) : textsOf(value);
  }
}

function required(answers, say) {
  const needs = (holder, name, words) => {
    if (!cleaned(holder[name])) say(holder, name, `is needed. ${words}`);
  };
  needs(answers, "title", "Say in a few neutral words what is reported to have happened.");
  needs(answers, "type", "Choose the kind of event.");
  needs(answers.date, "value", "Write the date as the report gives it, or “unknown”.");
  for (const report of answers.reports) needs(report, "url", "Copy the web address of the report.");
  needs(answers, "account", "Say in your own words what is reported, and by whom.");
}

function dateProblems({ date }, say, today) {
  const text = cleaned(date.value);
  const read = text ? readDate(text) : {};
  if (text && !read.date) say(date, "value", `${inPlainWords(read.message)}.`, read.suggestion);
  if (read.date && isFuture(read.date, today)) say(date, "value", "lies in the future.");
  const loose = read.date && (read.date.uncertain || read.date.approximate || read.date.precision === "set");
  if (loose && !cleaned(date.basis))
    say(date, "basis", "is needed for a date that is not certain. Say what it rests on.");
  const time = cleaned(date.time);
  const fault = time ? faultInTime(time) : null;
  if (fault) say(date, "time", `${inPlainWords(fault.message)}.`, fault.suggestion);
  else if (time && read.date && !dayIsKnown(read.date))
    say(date, "time", "needs a date known to the day. Put the hour into the report’s own words.");
  if (date.reported && read.date?.precision === "unknown")
    say(date, "value", "is needed: the day of the report, as you ticked that it is that.");
}

const isFuture = (date, today) => [date, ...date.parts].some((part) => part.lower !== null && part.lower > today);

/** Names of fields in backticks become the form's words. */
const inPlainWords = (message) =>
  message
    .replaceAll("`time`", "“Time of day”")
    .replaceAll("`as_stated`", "“In the report’s own words”")
    .replace(/`([^`]*)`/g, "“$1”");

function locationProblems(location, say) {
  const { key, words } = location.place;
  if (!key && !cleaned(words)) say(location, "place", "is needed. Type a part of any of its names.");
  else if (!key && !location.within.key)
    say(location, "within", "is needed for a place that is not in the list: the smallest known location around it.");
  if (location.relation === "between")
    say(location, "relation", "cannot be told here: the form takes one location. Choose another.");
}

function reportProblems(answers, say, data, today) {
  const first = new Map();
  const event = readDate(cleaned(answers.date.value)).date;
  for (const report of answers.reports) {
    const url = cleaned(report.url);
    const fault = url ? faultInAddress(url) : null;
    if (fault) say(report, "url", `${fault.replaceAll("`", "")}.`);
    const file = knownReport(url, data);
    if (file && data.reports[file].untied)
      say(report, "url", "leads to a report that the archive holds and can tie to no incident.");
    if (url && !fault && withoutTracking(url) !== url)
      say(report, "url", "says who followed the link. Leave that part out.", withoutTracking(url));
    if (url && !fault) {
      const address = canonicalAddress(url);
      if (first.has(address)) say(report, "url", "stands above already. Cite each report once.");
      first.set(address, report);
    }
    if (!file) sourceProblems(report, say);
    const day = cleaned(report.published) ? readDate(cleaned(report.published)) : {};
    if (day.message && !file) say(report, "published", `${inPlainWords(day.message)}.`, day.suggestion);
    if (day.date && isFuture(day.date, today)) say(report, "published", "lies in the future.");
    afterReport(
      report,
      event,
      file ? readDate(data.reports[file].published ?? "").date : day.date,
      data,
      answers.date,
      say,
    );
    lineProblems(report, say);
    whoseClaim(report, file, say, data);
  }
}

/** A claim is made by a source that speaks for an actor, or relayed with the origin named. */
function whoseClaim(report, file, say, data) {
  const key = file ? data.reports[file].source : report.source.key;
  const speaks = data.sources.find((entry) => entry.key === key)?.represents;
  if (report.stance === "claims" && !speaks && !report.lines.some(isNamed))
    say(
      report,
      "stance",
      "asks whose claim it is: name the origin below, or choose “Reports it” if nobody claims it as its own act.",
    );
}

const isNamed = (line) => line.steps.some((step) => step.named.key || cleaned(step.named.words));

function sourceProblems(report, say) {
  if (!report.source.key && !cleaned(report.source.words))
    say(report, "source", "is needed. Type a part of the name of whoever published it.");
  else if (!report.source.key && !report.source_kind)
    say(report, "source_kind", "is needed for a source that is not in the list.");
}

/** No report that asserts an incident is older than the incident; a date that is the report’s is the day it appeared. */
function afterReport(report, event, published, data, date, say) {
  if (!event || !published || published.approximate || published.upper === null) return;
  const loose = event.uncertain || event.approximate || !["day", "set"].includes(event.precision);
  const last = loose ? event.lower : event.upper;
  if (data.attribution.asserting.includes(report.stance) && last !== null && last > published.upper)
    say(
      date,
      "value",
      `may be as late as ${last}, but a report of it was published on ${published.upper}. Correct one of the two.`,
    );
  const certain = isOneDay(published) && !published.uncertain && !report.lines.some(isNamed);
  if (
    date.reported &&
    certain &&
    event.lower !== null &&
    (event.lower > published.upper || event.upper < published.lower)
  )
    say(date, "value", `is said to be the day of the report, but that was published on ${published.lower}.`);
}

function lineProblems(report, say) {
  const written = report.lines.map((line) =>
    JSON.stringify(line.steps.map((step) => step.named.key || cleaned(step.named.words)).filter(Boolean)),
  );
  report.lines.forEach((line, at) => {
    if (written[at] !== "[]" && written.indexOf(written[at]) < at)
      say(line.steps[0], "named", "says the same as the origin above. Remove one of the two.");
    const names = JSON.parse(written[at]);
    if (new Set(names).size < names.length)
      say(line.steps.at(-1), "named", "names one origin twice in a row of origins. Remove one of the two.");
    if (line.steps.length > 10) say(line.steps[10], "named", "is one step too many: ten at most.");
  });
}

const PART_NEEDS = { actors: ["actor", "role"], target: ["kind"], means: ["kind"], effects: ["kind"] };

function partProblems(answers, say) {
  for (const [field, names] of Object.entries(PART_NEEDS)) {
    const written = answers[field].map((part) => JSON.stringify({ ...part }));
    answers[field].forEach((part, at) => {
      for (const name of names)
        if (!(typeof part[name] === "object" ? part[name].key : part[name]))
          say(part, name, "is needed, or remove this entry.");
      if (field === "actors" && part.role === "attacker" && !part.basis)
        say(part, "basis", "is needed for an attacker: on whose word?");
      const count = part.count?.trim() ? readCount(part.count) : {};
      if (count.message) say(part, "count", `${count.message}.`);
      if (part.actor?.words || part.operator?.words)
        say(
          part,
          part.actor ? "actor" : "operator",
          "is not in the list. Choose an entry of the list, or remove the words.",
        );
      if (written.indexOf(written[at]) < at)
        say(part, names[0], "says the same as an entry above. Remove one of the two.");
    });
  }
}

function statusProblems(answers, record, say, data) {
  const { status } = answers;
  if (!status) return;
  const ceiling = ceilingOf(record.fields, data);
  if (exceeds(status, ceiling.status, data)) {
    const label = data.statuses.find((entry) => entry.key === ceiling.status).label;
    say(
      answers,
      "status",
      `is more than the reports bear out: at most “${label}” (${ceiling.because}).`,
      ceiling.status,
    );
  }
  if (["contested", "discounted"].includes(status) && !cleaned(answers.status_basis))
    say(answers, "status_basis", "is needed for this status: why does it stand so?");
  const conflict = answers.reports.some((report) => ["denies", "corrects"].includes(report.stance));
  const competing = status === "contested" && ["denied", "competing"].includes(answers.responsibility);
  if (["contested", "discounted"].includes(status) && !conflict && !competing)
    say(answers, "status", "needs a report that denies the incident or gives a different account of it.");
}

/** What only the schema tells: lengths, patterns, closed lists. */
function schemaProblems(answers, record, { schema, validate, say, found }) {
  for (const error of validate(schema, { ...record.fields, narrative: record.account })) {
    let path = [...error.path];
    if (error.params?.missing) path.push(error.params.missing);
    while (path.length && !record.places.has(path.join("."))) path.pop();
    const [holder, name] = record.places.get(path.join(".")) ?? [];
    const told = found.get(holder);
    if (error.params?.missing && holder) error.words = "is needed";
    if (!holder) say(record, "whole", `The record ${error.words}.`);
    else if (holder === answers ? !told?.has(name) : !told?.size) say(holder, name, `${error.words}.`);
  }
}
