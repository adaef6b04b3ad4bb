/** One question of the form: its label, its help, where it is answered and what is wrong with the answer. */

import { button, element, freshId, marked, told } from "./elements.js";
import { afterPress } from "./pointer.js";

/**
 * The frame of a question around its control.
 * Registers at the desk, so that a problem with `holder[name]` can be shown here.
 */
export function framed(desk, holder, name, { label, help, optional }, control, more = []) {
  const id = control.id;
  const hint = help
    ? element("p", { class: "form-help", id: `${id}-help` }, typeof help === "string" ? marked(help) : help)
    : null;
  const fault = element("p", { class: "form-error", id: `${id}-error`, hidden: true });
  control.setAttribute("aria-describedby", [hint && hint.id, fault.id].filter(Boolean).join(" "));
  const caption = element(
    "label",
    { for: id },
    label,
    optional ? element("span", { class: "form-optional" }, " (if known)") : null,
  );
  const frame = element("div", { class: "form-field" }, caption, hint, control, more, fault);
  desk.register(holder, name, {
    label,
    control,
    frame,
    show(problem) {
      control.toggleAttribute("aria-invalid", false);
      if (problem) control.setAttribute("aria-invalid", "true");
      frame.classList.toggle("has-error", Boolean(problem));
      fault.hidden = !problem;
      const words = problem ? [element("strong", {}, "To mend: "), told(label, problem.message)] : [];
      fault.replaceChildren(...words, ...(problem?.suggestion ? [" ", mending(problem.suggestion)] : []));
    },
  });
  const mending = (suggestion) =>
    button(
      `Write ${wordsFor(control, suggestion)}`,
      () => {
        control.value = suggestion;
        control.dispatchEvent(new Event("input", { bubbles: true }));
        control.dispatchEvent(new Event("change", { bubbles: true }));
        control.focus();
      },
      { class: "form-small" },
    );
  return frame;
}

const wordsFor = (control, value) =>
  control instanceof HTMLSelectElement
    ? ([...control.options].find((option) => option.value === value)?.text ?? value)
    : value;

/** Keeps an answer where it belongs, judges it when the contributor has left it. */
function kept(desk, holder, name, control, value = () => control.value) {
  control.addEventListener("input", () => {
    holder[name] = value();
    desk.changed(holder, name);
  });
  control.addEventListener("change", () => {
    holder[name] = value();
    afterPress(() => desk.left(holder, name));
  });
}

/** A text on one line; `rows` makes it a field of several. */
export function textField(desk, holder, name, { rows, type = "text", most, placeholder, ...question }) {
  const shared = {
    id: freshId(name),
    dir: type === "url" ? "ltr" : "auto",
    autocomplete: "off",
    spellcheck: type === "text" && question.prose ? null : "false",
    required: !question.optional,
  };
  const control = rows
    ? element("textarea", { ...shared, rows, spellcheck: null })
    : element("input", { ...shared, type, inputmode: type === "url" ? "url" : null });
  control.value = holder[name];
  kept(desk, holder, name, control);
  const counted = most ? element("p", { class: "form-count" }) : null;
  const count = () => counted.replaceChildren(`${[...control.value].length} of at most ${most} characters`);
  if (counted) {
    count();
    control.addEventListener("input", count);
  }
  return framed(desk, holder, name, question, control, [counted]);
}

/** One of a closed list: `options` are `[value, words]`; an empty first one says what nothing means. */
export function selectField(desk, holder, name, { options, ...question }) {
  const control = element("select", { id: freshId(name), required: !question.optional });
  let filled = "";
  const fill = (list) => {
    if (filled === JSON.stringify(list)) return;
    filled = JSON.stringify(list);
    control.replaceChildren(...list.map(([value, words]) => element("option", { value }, words)));
    control.value = list.some(([value]) => value === String(holder[name])) ? holder[name] : "";
    holder[name] = control.value;
  };
  fill(options);
  kept(desk, holder, name, control);
  const frame = framed(desk, holder, name, question, control);
  frame.fill = fill;
  return frame;
}

/** A statement to tick. */
export function tickField(desk, holder, name, { label }) {
  const control = element("input", { id: freshId(name), type: "checkbox" });
  control.checked = holder[name];
  kept(desk, holder, name, control, () => control.checked);
  return element("div", { class: "form-field form-tick" }, control, element("label", { for: control.id }, label));
}

/** Several questions under one heading. */
export const group = (legend, ...parts) => element("fieldset", {}, element("legend", {}, legend), parts);

/** Further questions that are out of the way until they are wanted. */
export const folded = (summary, content) => element("details", {}, element("summary", {}, summary), content);

/** The choices of a closed list by its words; `first` says what choosing nothing means. */
export const options = (words, first) => [...(first === undefined ? [] : [["", first]]), ...Object.entries(words)];

/** The choices of a vocabulary. */
export const terms = (list, first) => [["", first], ...list.map((term) => [term.key, term.label])];
