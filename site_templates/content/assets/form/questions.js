/** The questions of the form in their order; what each means comes from the record's own schema. */

import { emptyReport } from "./answers.js";
import { readDate } from "./edtf.js";
import { element, named } from "./elements.js";
import { folded, options, selectField, terms, textField, tickField } from "./fields.js";
import { pickerField } from "./picker.js";
import { parts } from "./part-questions.js";
import { repeated } from "./repeated.js";
import { reportQuestions } from "./report-questions.js";

/** Every section of the form for these answers. */
export function sections(desk, answers) {
  return [
    section("What happened", whatHappened(desk, answers)),
    section("When", when(desk, answers.date)),
    section("Where", where(desk, answers.location)),
    section("Who reports it", reports(desk, answers)),
    section("What is reported", account(desk, answers)),
    section("Who and what, as far as a report says so", parts(desk, answers)),
    section("How well it stands", standing(desk, answers)),
  ];
}

const section = (heading, content) =>
  element("section", { class: "form-section" }, element("h2", {}, heading), content);

function whatHappened(desk, answers) {
  const definition = element("p", { class: "form-chosen" });
  const type = selectField(desk, answers, "type", {
    label: "Kind of event",
    help: "Choose the one that says in which way it was made.",
    options: terms(desk.data.types, "Choose …"),
  });
  const explain = () => {
    definition.textContent = desk.data.types.find((term) => term.key === answers.type)?.definition ?? "";
  };
  type.addEventListener("input", explain);
  type.append(definition);
  explain();
  return [
    textField(desk, answers, "title", {
      label: "Title",
      help: desk.help(["title"]),
      most: desk.limit(["title"]),
      prose: true,
    }),
    type,
  ];
}

function when(desk, date) {
  const basis = textField(desk, date, "basis", {
    label: "What the date rests on",
    help: "Needed where the date is not certain.",
  });
  desk.follow(basis, () => (basis.hidden = !isLoose(date.value) && !date.basis));
  return [
    textField(desk, date, "value", {
      label: "Date",
      help: "As far as the report says it: 2023-12-31, or 2023-12 for a month, XXXX-12-31 where no year is given, 2023-12-31~ for about, 2023-12-13/2023-12-14 for between, unknown.",
    }),
    basis,
    folded("Time of day, the report’s own words", [
      textField(desk, date, "time", { label: "Time of day", help: desk.help(["date", "time"]), optional: true }),
      textField(desk, date, "as_stated", { label: "Date in the report’s own words", optional: true }),
      tickField(desk, date, "reported", {
        label: "This is only the day of the report; the day of the event is not stated",
      }),
    ]),
  ];
}

function isLoose(text) {
  const { date } = readDate(text.trim());
  return Boolean(date) && (date.uncertain || date.approximate || date.precision === "set");
}

/** A name of some location beside one of its names in another script, as an example of what can be typed. */
function exampleNames(locations) {
  for (const entry of locations) {
    const other = entry.names.find((name) => /[^\p{Script=Latin}\p{P}\s\d]/u.test(name.text));
    if (other) return [" For example ", named(entry.name), " or ", named(other.text, other.lang), "."];
  }
  return [];
}

function where(desk, location) {
  const kinds = desk.data.words.location_kind;
  const within = pickerField(desk, location, "within", {
    label: "Smallest known location around it",
    help: "For a place that is not in the list: a province will do.",
    index: desk.index.locations,
    kinds,
  });
  const follow = () => (within.hidden = Boolean(location.place.key) || !location.place.words.trim());
  const place = pickerField(desk, location, "place", {
    label: "Location",
    help: ["Type a part of any of its names, in any script.", ...exampleNames(desk.data.locations)],
    index: desk.index.locations,
    kinds,
    free: "Your words are kept; name the location around it below.",
    onchoose: follow,
  });
  follow();
  const relations = Object.fromEntries(Object.entries(desk.data.words.relation).filter(([key]) => key !== "between"));
  const neighbours = element("div", { class: "form-hint", "aria-live": "polite" });
  desk.follow(neighbours, () => neighbours.replaceChildren(...desk.neighbourWords()));
  return [
    place,
    within,
    neighbours,
    folded("Near it or over it, the report’s own words", [
      selectField(desk, location, "relation", {
        label: "Where in relation to it",
        optional: true,
        options: options(relations, "As usual: at a place, somewhere in a province"),
      }),
      textField(desk, location, "as_stated", { label: "Location in the report’s own words", optional: true }),
    ]),
  ];
}

function reports(desk, answers) {
  return repeated(desk, answers.reports, {
    make: (report) => reportQuestions(desk, report),
    title: (at) => `Report ${at + 1}`,
    add: "Add another report",
    empty: () => emptyReport(Math.max(0, ...answers.reports.map((report) => report.number)) + 1),
    least: 1,
  });
}

const account = (desk, answers) =>
  textField(desk, answers, "account", {
    label: "Account",
    rows: 7,
    most: desk.limit(["narrative"]),
    prose: true,
    help: "In your own neutral words: what is reported, and by whom. Never name private persons, victims or staff.",
  });

function standing(desk, answers) {
  const ceiling = element("p", { class: "form-chosen", id: "form-ceiling", "aria-live": "polite" });
  const status = selectField(desk, answers, "status", {
    label: "Status",
    optional: true,
    help: "Leave it if you are not sure: the record then stands as unverified until an editor has looked at it.",
    options: [
      ["", "Leave it to the editors (unverified)"],
      ...desk.data.statuses.filter((entry) => entry.key !== "unverified").map((entry) => [entry.key, entry.label]),
    ],
  });
  const basis = textField(desk, answers, "status_basis", {
    label: "Why this status",
    help: desk.help(["status_basis"]),
    rows: 2,
    optional: true,
  });
  desk.follow(basis, () => (basis.hidden = !answers.status && !answers.status_basis));
  desk.follow(status, () => ceiling.replaceChildren(...desk.ceilingWords()));
  return [status, ceiling, basis];
}
