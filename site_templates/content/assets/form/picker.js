/** A field in which an entry is found by any of its names, in any script (WAI-ARIA combobox with a list). */

import { element, freshId, named } from "./elements.js";
import { framed } from "./fields.js";
import { exactly, search } from "./name-search.js";
import { afterPress } from "./pointer.js";

/**
 * `holder[name]` is `{key, words}`: the key of the entry chosen, or the words of one that is not in the list.
 * `index` comes from `indexed`; `kinds` are the words for an entry's kind; `free` says what it means to choose
 * nothing of the list (left out where only the list will do).
 */
export function pickerField(desk, holder, name, { index, kinds = {}, free, onchoose, ...question }) {
  const id = freshId(name);
  const list = element("ul", {
    id: `${id}-list`,
    role: "listbox",
    "aria-label": `${question.label}: what was found`,
    class: "form-list",
    hidden: true,
  });
  const control = element("input", {
    id,
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    dir: "auto",
    required: !question.optional,
  });
  const chosen = element("p", { class: "form-chosen", id: `${id}-chosen`, "aria-live": "polite" });
  const state = { shown: [], active: -1 };
  const entryOf = (key) => index.find((entry) => entry.key === key);

  const say = () => {
    const entry = entryOf(holder[name].key);
    const kept = !entry && holder[name].words.trim();
    chosen.replaceChildren(
      ...(entry
        ? ["Chosen: ", ...inWords(entry, kinds)]
        : kept && free
          ? [`Not in the list. ${free}`]
          : kept
            ? ["Not in the list: choose an entry."]
            : []),
    );
  };
  const choose = (entry) => {
    holder[name] = { key: entry?.key ?? "", words: entry ? "" : control.value };
    if (entry) control.value = entry.name;
    desk.changed(holder, name);
  };
  const left = () => {
    say();
    onchoose?.();
    if (control.value.trim()) desk.left(holder, name);
  };
  const close = () => {
    Object.assign(state, { shown: [], active: -1 });
    list.hidden = true;
    list.replaceChildren();
    control.setAttribute("aria-expanded", "false");
    control.removeAttribute("aria-activedescendant");
  };
  const mark = (at) => {
    const options = [...list.children];
    state.active = (at + options.length) % options.length;
    options.forEach((one, number) => one.setAttribute("aria-selected", String(number === state.active)));
    control.setAttribute("aria-activedescendant", options[state.active].id);
    options[state.active].scrollIntoView({ block: "nearest" });
  };
  const take = (at) => {
    const found = state.shown[at];
    close();
    choose(found ? found.entry : undefined);
    left();
  };
  const open = (text) => {
    state.shown = search(text, index, text.trim() ? 8 : 12);
    const options = state.shown.map(({ entry, name: found }, at) =>
      option(`${id}-${at}`, () => take(at), inWords(entry, kinds, found)),
    );
    if (free && text.trim())
      options.push(
        option(`${id}-free`, () => take(-1), [element("span", { class: "form-none" }, "None of these: keep my words")]),
      );
    list.replaceChildren(...options);
    list.hidden = !options.length;
    control.setAttribute("aria-expanded", String(Boolean(options.length)));
    state.active = -1;
    control.removeAttribute("aria-activedescendant");
    desk.announce(text.trim() ? `${state.shown.length} found` : "");
  };

  control.addEventListener("input", () => {
    choose(undefined);
    chosen.replaceChildren();
    open(control.value);
  });
  control.addEventListener("click", () => list.hidden && open(holder[name].key ? "" : control.value));
  control.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open(control.value);
      if (list.children.length)
        mark(event.key === "ArrowDown" ? state.active + 1 : state.active < 0 ? -1 : state.active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (state.active >= 0) take(state.active < state.shown.length ? state.active : -1);
      else settle();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  // Words that name one entry, by its key or any whole name, are taken for it; part of a name never is.
  const settle = () => {
    close();
    if (!holder[name].key) {
      const entry = exactly(control.value, index);
      if (entry) choose(entry);
    }
    left();
  };
  control.addEventListener("blur", () => afterPress(settle));
  if (holder[name].key && !entryOf(holder[name].key)) holder[name] = { key: "", words: holder[name].key };
  control.value = entryOf(holder[name].key)?.name ?? holder[name].words;
  say();
  return framed(desk, holder, name, question, control, [list, chosen]);
}

function option(id, take, content) {
  const made = element("li", { id, role: "option", "aria-selected": "false" }, content);
  // Before the field loses its focus, so that the choice is made first.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", take);
  return made;
}

/** An entry's name, its name in its own script or the name that was found, and its kind. */
function inWords(entry, kinds, found) {
  const shown = entry.names.filter((other) => other.text !== entry.name);
  const other = shown.find((one) => one.text === found) ?? shown.find((one) => one.lang === "ar");
  return [
    named(entry.name),
    other ? [" · ", named(other.text, other.lang)] : [],
    kinds[entry.kind] ? element("span", { class: "form-kind" }, ` (${kinds[entry.kind]})`) : [],
  ].flat();
}
