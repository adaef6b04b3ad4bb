/** The desk at which the form is filled in: the answers, what is known, what is wrong, and who must hear of a change. */

import { ceilingOf } from "./ceiling.js";
import { element, named } from "./elements.js";
import { knownReport, recordOf } from "./answers.js";
import { citing, sameDayAndPlace } from "./duplicates.js";
import { indexed } from "./name-search.js";
import { problemsOf } from "./problems.js";
import { fieldAt, validate } from "./schema.js";

/** A desk for these answers; `heard` is called after every change. */
export function deskFor(answers, { data, schema, today, announce, heard }) {
  const fields = new Map();
  const followers = [];
  const touched = new Map();
  const shown = (holder, name) => touched.get(holder)?.has(name);
  const touch = (holder, name) => (touched.get(holder) ?? touched.set(holder, new Set()).get(holder)).add(name);
  const state = { record: null, problems: [] };
  const unknown = { key: "unknown", name: "Unknown", names: [{ text: "nobody knows", lang: "en" }], kind: "" };
  const index = {
    locations: indexed(data.locations),
    sources: indexed(data.sources),
    actors: indexed(data.actors),
    parties: indexed([unknown, ...data.actors]),
  };

  const judge = () => {
    state.record = recordOf(answers, data);
    state.problems = inPageOrder(problemsOf(answers, state.record, { data, schema, validate, today }));
  };
  const placeOf = ({ holder, name }) => fields.get(holder)?.get(name)?.control;
  const inPageOrder = (problems) =>
    problems.sort((one, other) => {
      const [a, b] = [placeOf(one), placeOf(other)];
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
    });
  const show = () => {
    const wrong = new Map();
    for (const problem of state.problems)
      (wrong.get(problem.holder) ?? wrong.set(problem.holder, new Map()).get(problem.holder)).set(
        problem.name,
        problem,
      );
    for (const [holder, byName] of fields)
      for (const [name, field] of byName) field.show(shown(holder, name) ? wrong.get(holder)?.get(name) : undefined);
  };
  const refresh = () => {
    judge();
    show();
    for (const [node, follow] of followers) if (node.isConnected) follow();
    heard(state);
  };

  return {
    data,
    index,
    announce,
    state,
    refresh,
    help: (path) => fieldAt(schema, path)?.description ?? "",
    limit: (path) => fieldAt(schema, path)?.maxLength,
    register(holder, name, field) {
      (fields.get(holder) ?? fields.set(holder, new Map()).get(holder)).set(name, field);
    },
    fieldOf: ({ holder, name }) => fields.get(holder)?.get(name),
    follow: (node, action) => followers.push([node, action]),
    changed: refresh,
    left(holder, name) {
      touch(holder, name);
      refresh();
    },
    /** Shows every problem from now on. */
    touchAll() {
      for (const [holder, byName] of fields) for (const name of byName.keys()) touch(holder, name);
      refresh();
    },
    sourceName(report) {
      return data.sources.find((entry) => entry.key === report.source.key)?.name ?? report.source.words.trim();
    },
    ceilingWords() {
      if (
        !answers.reports.some(
          (report) => report.source.key || report.source.words.trim() || knownReport(report.url.trim(), data),
        )
      )
        return [];
      const { status, because } = ceilingOf(state.record.fields, data);
      const label = data.statuses.find((entry) => entry.key === status).label;
      return [`The reports named so far bear out at most “${label}”: ${because}.`];
    },
    duplicateWords(report, file) {
      const found = citing(report.url, data);
      const own = file
        ? [
            element(
              "p",
              {},
              "The archive knows this report already",
              data.reports[file].title ? [": ", named(data.reports[file].title)] : "",
              ". It is cited by its file.",
            ),
          ]
        : [];
      return [
        ...own,
        ...incidentLinks(
          "These incidents rest on it already. If yours is one of them, that record should be extended instead:",
          found,
        ),
      ];
    },
    neighbourWords: () =>
      incidentLinks(
        "On that day the archive has these at that location. If yours is one of them, that record should be extended instead:",
        sameDayAndPlace(answers, data),
      ),
  };
}

function incidentLinks(words, found) {
  if (!found.length) return [];
  const base = new URL("../../incidents/", import.meta.url);
  const links = found.map(({ id, title }) =>
    element(
      "li",
      {},
      element("a", { href: new URL(`${id}/`, base).href, target: "_blank", rel: "noopener" }, title),
      " (opens beside this page)",
    ),
  );
  return [element("p", {}, words), element("ul", {}, links)];
}
