/** Elements of the page, made without markup from texts: what a contributor or a record says is shown as text. */

let given = 0;

/** An id that no other part of the page has. */
export const freshId = (stem) => `form-${stem}-${(given += 1)}`;

/** An element with attributes and children; texts become text nodes, `null` and `undefined` nothing. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button that sends nothing. */
export const button = (text, onclick, attributes = {}) =>
  element("button", { type: "button", ...attributes, onclick }, text);

/** A text of the model, in which `backticks` set off what is typed. */
export const marked = (text) =>
  text
    .split("`")
    .map((part, at, parts) =>
      at % 2 && at < parts.length - 1 ? element("code", {}, part) : at % 2 ? `\`${part}` : part,
    );

/** A problem with the name of its question; a message that begins with what was typed is set off from it. */
export const told = (label, message) => `“${label}”${message.startsWith("“") ? ":" : ""} ${message}`;

/** A name in its own language and direction, which does not disturb the words around it. */
export const named = (text, lang) => element("bdi", { lang: lang || null, dir: "auto" }, text);
