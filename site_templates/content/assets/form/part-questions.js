/** The questions about actors, targets, weapons and harm: several of each, and each tied to the report that says so. */

import { emptyPart } from "./answers.js";
import { folded, options, selectField, terms, textField } from "./fields.js";
import { pickerField } from "./picker.js";
import { repeated } from "./repeated.js";

/** The section's questions, folded until they are wanted. */
export function parts(desk, answers) {
  const { data, index } = desk;
  const words = (part) => textField(desk, part, "as_stated", { label: "In the report’s own words", optional: true });
  const tied = (part) => tiedTo(desk, answers, part);
  const count = (part, field) =>
    textField(desk, part, "count", {
      label: "How many",
      help: `${desk.help([field, 0, "count"])} In words or numbers: 3, at least 10, 2 to 4, about 20, none.`,
      optional: true,
    });
  const kind = (part, list) => selectField(desk, part, "kind", { label: "Kind", options: terms(list, "Choose …") });
  const actor = (part, name, question) =>
    pickerField(desk, part, name, { index: index.actors, kinds: data.words.actor_kind, ...question });
  const forms = {
    actors: [
      "Actor",
      "Add an actor",
      (part) => [
        actor(part, "actor", {
          label: "Actor",
          help: "Type a part of any of its names; “unknown” where a report says that nobody knows.",
          index: index.parties,
        }),
        selectField(desk, part, "role", { label: "Part it had", options: options(data.words.role, "Choose …") }),
        selectField(desk, part, "basis", {
          label: "On whose word",
          help: "Needed for an attacker.",
          optional: true,
          options: options(data.words.basis, "Not stated"),
        }),
      ],
    ],
    target: [
      "Target",
      "Add what was struck or aimed at",
      (part) => [
        kind(part, data.targets),
        actor(part, "operator", { label: "Who holds it", help: "The party struck.", optional: true }),
      ],
    ],
    means: ["Weapon", "Add a weapon", (part) => [kind(part, data.means), count(part, "means")]],
    effects: [
      "Harm or outcome",
      "Add harm or another outcome",
      (part) => [
        kind(part, data.effects),
        textField(desk, part, "who", {
          label: "Whom or what it befell",
          help: desk.help(["effects", 0, "who"]),
          optional: true,
        }),
        count(part, "effects"),
      ],
    ],
  };
  const drawn = Object.entries(forms).map(([field, [name, add, make]]) =>
    repeated(desk, answers[field], {
      make: (part) => [...make(part), words(part), tied(part)],
      title: (at) => `${name} ${at + 1}`,
      add,
      empty: emptyPart[field],
    }),
  );
  const claim = selectField(desk, answers, "responsibility", {
    label: "Claim of responsibility",
    optional: true,
    options: options(data.words.responsibility, "No report speaks of it"),
  });
  return folded("Add actors, targets, weapons, harm", [...drawn, claim]);
}

/** Which report says so; asked only where there are several. */
function tiedTo(desk, answers, part) {
  const name = (report, at) => `Report ${at + 1}${desk.sourceName(report) ? `: ${desk.sourceName(report)}` : ""}`;
  const list = () => [
    ["", "Not tied to one of them"],
    ...answers.reports.map((report, at) => [String(report.number), name(report, at)]),
  ];
  const field = selectField(desk, part, "report", { label: "According to", optional: true, options: list() });
  const follow = () => {
    field.fill(list());
    field.hidden = answers.reports.length < 2 && part.report === "";
  };
  desk.follow(field, follow);
  follow();
  return field;
}
