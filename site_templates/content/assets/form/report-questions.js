/** The questions about one report: where it stands, who published it, what it says, and whom it names for it. */

import { emptyLine, emptyStep, knownReport } from "./answers.js";
import { button, element } from "./elements.js";
import { group, selectField, textField } from "./fields.js";
import { pickerField } from "./picker.js";
import { repeated } from "./repeated.js";
import { cleaned } from "./signs.js";

const LANGUAGES =
  "am ar az ckb de el en es fa fr ha he hi hu hy id it ja ka kmr ko my nl pl ps pt ro ru so sr sw th tr uk ur uz vi zh".split(
    " ",
  );

/** Languages a report may be in, by their tags, with their names in order. */
function languages() {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  return LANGUAGES.map((tag) => [tag, names.of(tag)]).sort(([, one], [, other]) => one.localeCompare(other));
}

/** Everything that is asked about one report. */
export function reportQuestions(desk, report) {
  const { data } = desk;
  const hint = element("div", { class: "form-hint", "aria-live": "polite" });
  const url = textField(desk, report, "url", {
    label: "Web address of the report",
    type: "url",
    help: "Exactly as the browser shows it.",
  });
  url.append(hint);
  const kind = selectField(desk, report, "source_kind", {
    label: "Kind of source",
    options: [["", "Choose …"], ...Object.entries(data.words.source_kind)],
  });
  const followSource = () => (kind.hidden = Boolean(report.source.key) || !report.source.words.trim());
  const source = pickerField(desk, report, "source", {
    label: "Source: who published it",
    help: "Type a part of any of its names, in any script.",
    index: desk.index.sources,
    kinds: data.words.source_kind,
    free: "Your words are kept; say below what kind of source it is.",
    onchoose: followSource,
  });
  const item = element(
    "div",
    {},
    source,
    kind,
    textField(desk, report, "published", {
      label: "Day it was published",
      help: "As the report gives it, for example 2023-12-31.",
      optional: true,
    }),
    element(
      "details",
      {},
      element("summary", {}, "Its title, its language"),
      textField(desk, report, "title", {
        label: "Title of the report",
        help: desk.help(["reports", 0, "title"]),
        optional: true,
      }),
      selectField(desk, report, "language", {
        label: "Language",
        optional: true,
        options: [["", "Not stated"], ...languages()],
      }),
    ),
  );
  followSource();
  desk.follow(url, () => {
    const file = knownReport(cleaned(report.url), data);
    item.hidden = Boolean(file);
    hint.replaceChildren(...desk.duplicateWords(report, file));
  });
  return [
    url,
    item,
    selectField(desk, report, "stance", { label: "What the report does", options: Object.entries(data.words.stance) }),
    textField(desk, report, "gist", {
      label: "What it says, in one sentence",
      help: desk.help(["reports", 0, "gist"]),
      optional: true,
      prose: true,
    }),
    group(
      "Whom the report names for it",
      element(
        "p",
        { class: "form-help" },
        "The report itself saw it, or names nobody: leave this empty. It relays others: name them, nearest first. Ten reports that relay one statement count as one.",
      ),
      repeated(desk, report.lines, {
        make: (line) => chainQuestions(desk, line),
        title: (at) => (at ? `Separate origin ${at + 1}` : "Origin"),
        add: "It names another, separate origin",
        empty: emptyLine,
        least: 1,
      }),
    ),
  ];
}

/** One line of attribution: each step names the next. */
function chainQuestions(desk, line) {
  const steps = element("div", { class: "form-steps" });
  const draw = (step) => {
    const at = line.steps.indexOf(step);
    steps.append(
      pickerField(desk, step, "named", {
        label: at ? `Who names in turn (step ${at + 1})` : "The report names",
        optional: true,
        index: desk.index.sources,
        kinds: desk.data.words.source_kind,
        help: at ? undefined : "A source of the list, or the report’s own words, as: security sources.",
        free: "The words are kept as the report’s own.",
      }),
    );
  };
  line.steps.forEach(draw);
  const add = button(
    "And whom do they name in turn?",
    () => {
      line.steps.push(emptyStep());
      draw(line.steps.at(-1));
      steps.lastElementChild.querySelector("input").focus();
      desk.changed(line);
    },
    { class: "form-small" },
  );
  return [steps, add];
}
