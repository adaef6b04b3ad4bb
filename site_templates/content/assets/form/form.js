/** The web form: draws the questions, checks the answers as they are given, hands the finished record over. */

import { emptyAnswers, emptyLine, emptyPart, emptyReport, emptyStep } from "./answers.js";
import { deskFor } from "./desk.js";
import { deleteDraft, keepDraft, keptDraft, restored } from "./draft.js";
import { button, element } from "./elements.js";
import { errorSummary } from "./error-summary.js";
import { handOverSection } from "./hand-over.js";
import { settle } from "./pointer.js";
import { previewSection } from "./preview.js";
import { sections } from "./questions.js";
import { filePath, mintId } from "./record-id.js";
import { recordText } from "./record-text.js";

const SITE = new URL("../../", import.meta.url);
const KEPT_AFTER = 300;
const SHAPES = { reports: emptyReport, lines: emptyLine, steps: emptyStep, ...emptyPart };

async function loaded(path) {
  const answer = await fetch(new URL(path, SITE));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** Draws the form into the page, from a draft where there is one. */
function draw(place, data, schema) {
  const prefix = data.id_prefix;
  const taken = new Set(data.incidents.map(([id]) => id));
  const fresh = () => emptyAnswers(mintId(prefix, taken));
  const draft = keptDraft(prefix);
  const answers = draft ? restored(fresh(), draft.answers, SHAPES) : fresh();
  const published = taken.has(answers.id);
  if (published) answers.id = mintId(prefix, taken);
  let handedOver = !published && draft?.handedOver === true;
  if (!answers.reports.length) answers.reports.push(emptyReport());
  const live = element("p", { class: "form-live", role: "status" });
  const announce = (words) => (live.textContent = words);
  const preview = previewSection();
  const base = document.querySelector("script[data-new-file]")?.dataset.newFile ?? "";
  const handOver = handOverSection(base, () => markHandedOver());
  const kept = element("p", { class: "form-help" }, keptWords(Boolean(draft)));

  let waiting = 0;
  let handed = "";
  const fileOf = ({ fields, account }) => {
    const location = answers.location.place.key || answers.location.within.key;
    const path = filePath(answers.id, fields.title ?? "", answers.date.value.trim(), location);
    return { path: `${data.records}/${path}`, text: recordText(fields, account) };
  };
  const heard = ({ record, problems }) => {
    const file = fileOf(record);
    summary.follow(problems);
    preview.show(record, { ...file, data });
    if (file.text !== handed) handOver.hide();
    clearTimeout(waiting);
    waiting = setTimeout(keep, KEPT_AFTER);
  };
  const keep = () => {
    clearTimeout(waiting);
    if (!keepDraft(prefix, answers, handedOver))
      kept.textContent = "This browser keeps no drafts: what you type is lost when you leave the page.";
  };
  const today = new Date().toISOString().slice(0, 10);
  const desk = deskFor(answers, { data, schema, today, announce, heard });
  const summary = errorSummary((problem) => desk.fieldOf(problem));

  const check = () => {
    settle();
    desk.touchAll();
    if (desk.state.problems.length) return summary.show(desk.state.problems);
    const file = fileOf(desk.state.record);
    handed = file.text;
    return handOver.show(file);
  };
  const forget = (words) => {
    clearTimeout(waiting);
    deleteDraft(prefix);
    draw(place, data, schema);
    place.querySelector(".form-live").textContent = words;
    place.querySelector("input").focus();
  };
  const another = element(
    "p",
    { class: "form-buttons form-handed-over" },
    element("span", {}, published ? PUBLISHED : HANDED_OVER),
    button("Start another record", () => forget("The form is empty, for another record.")),
  );
  const markHandedOver = () => {
    if (handedOver) return;
    handedOver = true;
    another.firstChild.textContent = HANDED_OVER;
    keep();
    handOver.section.after(another);
    announce(HANDED_OVER);
  };
  const form = element(
    "form",
    { novalidate: true, autocomplete: "off", "aria-label": "Report an incident" },
    sections(desk, answers),
    preview.section,
    element(
      "p",
      { class: "form-buttons" },
      element("button", { type: "submit", class: "form-main" }, "Check the record"),
      button("Delete the draft", () => forget("The draft is deleted. The form is empty.")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  addEventListener("pagehide", () => waiting && place.contains(form) && keep());
  place.replaceChildren(kept, summary.section, form, handOver.section, live);
  if (handedOver || published) kept.after(another);
  desk.refresh();
  clearTimeout(waiting);
  waiting = 0;
}

const HANDED_OVER =
  "This record has been taken out of the form. What you change here changes the same record; another incident needs a record of its own.";
const PUBLISHED =
  "A record with the id of this draft is in the archive already, so the draft has a new id. If it is the same record, do not propose it again.";

const keptWords = (found) =>
  `${found ? "Your draft is back. " : ""}What you type stays in this browser until you delete the draft at the end of the form. Nothing is sent to anyone before you propose the record yourself.`;

const place = document.getElementById("incident-form");
try {
  const [data, schema] = await Promise.all([
    loaded("data/form.json"),
    loaded("data/schema/archive/incident.schema.json"),
  ]);
  draw(place, data, schema);
} catch (fault) {
  place.prepend(
    element(
      "p",
      { class: "form-error", role: "alert" },
      "The form could not be loaded; the ways below work without it.",
    ),
  );
  throw fault;
}
