/** Entries of which there may be several: reports, origins, actors, weapons, harm. */

import { button, element, freshId } from "./elements.js";
import { settle } from "./pointer.js";

/**
 * A list of entries with a button to add one and, on each, a button to remove it.
 * `make(item)` draws the questions of one entry; `title(at)` names it; `least` entries always stay.
 */
export function repeated(desk, items, { make, title, add, empty, least = 0, level = "fieldset" }) {
  const holder = element("div", { class: "form-entries" });
  const parts = new Map();
  const adder = button(
    add,
    () => {
      settle();
      const item = empty();
      items.push(item);
      holder.append(drawn(item));
      number();
      desk.changed(item);
      desk.announce(`${title(items.length - 1)} added`);
      parts.get(item).frame.querySelector("input, select, textarea")?.focus();
    },
    { class: "form-add" },
  );

  const drawn = (item) => {
    const legend = element("legend", { id: freshId("legend"), tabindex: "-1" });
    const remover = button(
      "Remove",
      () => {
        const at = items.indexOf(item);
        const name = title(at);
        items.splice(at, 1);
        parts.get(item).frame.remove();
        parts.delete(item);
        number();
        desk.changed(item);
        desk.announce(`${name} removed`);
        (parts.get(items[Math.min(at, items.length - 1)])?.legend ?? adder).focus();
      },
      { class: "form-small form-remove" },
    );
    const frame = element(level, { class: "form-entry" }, legend, make(item), remover);
    parts.set(item, { frame, legend, remover });
    return frame;
  };
  const number = () =>
    items.forEach((item, at) => {
      const { legend, remover } = parts.get(item);
      legend.textContent = title(at);
      remover.hidden = items.length <= least;
      remover.setAttribute("aria-label", `Remove: ${title(at)}`);
    });
  holder.append(...items.map(drawn));
  number();
  return element("div", { class: "form-repeated" }, holder, adder);
}
