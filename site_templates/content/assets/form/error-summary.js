/** What is left to mend, in one place, each with a link to its question. */

import { element, told } from "./elements.js";

/** The section; `show` fills it and moves there, `follow` keeps it true while it is shown. */
export function errorSummary(fieldOf) {
  const heading = element("h2", { id: "form-errors" });
  const list = element("ul");
  const section = element(
    "div",
    { class: "form-summary", role: "group", "aria-labelledby": "form-errors", tabindex: "-1", hidden: true },
    heading,
    list,
  );
  const fill = (problems) => {
    heading.textContent =
      problems.length === 1 ? "One thing is left to mend" : `${problems.length} things are left to mend`;
    list.replaceChildren(...problems.map((problem) => element("li", {}, words(problem, fieldOf(problem)))));
    section.hidden = !problems.length;
  };
  const show = (problems) => {
    fill(problems);
    section.focus();
  };
  return { section, show, follow: (problems) => section.hidden || fill(problems) };
}

function words(problem, field) {
  if (!field) return problem.message;
  const open = (event) => {
    event.preventDefault();
    reveal(field.control);
  };
  return element("a", { href: `#${field.control.id}`, onclick: open }, told(field.label, problem.message));
}

/** Opens whatever hides a control and goes there. */
function reveal(control) {
  for (let above = control.parentElement; above; above = above.parentElement)
    if (above instanceof HTMLDetailsElement) above.open = true;
  control.focus();
  control.scrollIntoView({ block: "center" });
}
