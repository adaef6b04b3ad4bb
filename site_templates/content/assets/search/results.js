/** Results as rows of a list: mark, title, kind, status, date, place and a passage, all as text. */

import { excerptOf, holds } from "./excerpt.js";

/** A list that shows results one batch after another; `words` holds the labels in the page's language. */
export function resultList(form, words) {
  const list = form.querySelector(".search-list");
  const model = document.getElementById("search-result").content.firstElementChild;
  const language = document.documentElement.lang;
  const labels = (name) => new Map([...words.querySelectorAll(`[data-${name}]`)].map((one) => [one.dataset[name], one]));
  const kinds = labels("kind");
  const statuses = labels("status");

  function row({ url: address, meta, content }, asked) {
    const item = model.cloneNode(true);
    const said = (part) => meta[`${part}-${language}`] ?? meta[part];
    const kind = kinds.get(meta.kind);
    const status = statuses.get(meta.status);
    const title = item.querySelector(".incident-title");
    // The last part of the address is the record's; its list's address is that of this page's language.
    title.href = new URL(`${address.split("/").at(-2)}/`, new URL(kind.dataset.base, location));
    const name = title.firstElementChild;
    name.textContent = said("title");
    if (meta[`title-${language}`]) name.lang = language;
    else if (meta.language) Object.assign(name, { lang: meta.language, dir: "auto" });
    if (status) item.querySelector(".search-mark").append(status.querySelector("svg").cloneNode(true));
    const line = [
      part("search-kind", kind.textContent),
      status && part("search-state", status.textContent.trim()),
      said("date") && part("search-date", said("date")),
      said("place") && part("search-place", said("place"), "bdi"),
    ].filter(Boolean);
    item.querySelector(".incident-line").append(...line.flatMap((one, at) => (at ? [" · ", one] : [one])));
    item.querySelector(".search-excerpt").append(...excerptOf(content, asked));
    return item;
  }

  /** Put these results in place of those shown, or behind them; the rows that came, none where a word asked for is unknown. */
  async function show(records, asked, { behind = false, still = () => true } = {}) {
    const loaded = await Promise.all(records.map((record) => record.load()));
    if (!still()) return [];
    const rows = behind || holds(loaded, asked) ? loaded.map((one) => row(one, asked)) : [];
    fill(behind ? [...list.children, ...rows] : rows);
    return rows;
  }

  // A list of nothing is none.
  function fill(rows) {
    list.replaceChildren(...rows);
    list.hidden = !rows.length;
  }

  return { show, clear: () => fill([]) };
}

function part(name, text, tag = "span") {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
