/** The index of the search: Pagefind finds words, and columns beside it say what each record can be filtered and sorted by. */

import { soughtWords } from "../words.js";
import { columnOf, namesOfRecords, recordOf } from "./bundle.js";

/** The index in a folder, opened; fails where it cannot be loaded. */
export async function openIndex(folder) {
  const { createInstance } = await import(new URL("pagefind.js", folder));
  const now = String(Date.now());
  const entry = await json(new URL(`pagefind-entry.json?ts=${now}`, folder));
  const names = await namesOfRecords(folder, Object.values(entry.languages)[0].hash);
  const rows = new Map(names.map((name, row) => [name, row]));
  const columns = {};
  let finder;

  /** Pagefind, loaded for the first words. Without a worker: the page's own policy then holds for all that runs. */
  async function opened() {
    const pagefind = createInstance({ basePath: folder.href, noWorker: true, metaCacheTag: now });
    await pagefind.init();
    await pagefind.options({ ranking: { metaWeights: { title: 5, names: 9 } } });
    return pagefind;
  }

  /** Load the columns of these names that are not there yet. */
  async function load(wanted) {
    const missing = wanted.filter((name) => !columns[name]);
    const loaded = await Promise.all(missing.map((name) => columnOf(folder, entry.columns[name], rows.size)));
    missing.forEach((name, at) => (columns[name] = loaded[at]));
  }

  /** The records with these words, the best first, each with its row and a way to load it; all of them without words. */
  async function ask(text) {
    const words = soughtWords(text);
    if (text.trim() && !words.length) return [];
    const found = words.length ? (await (await (finder ??= opened())).search(words.join(" "))).results.map(({ id }) => id) : names;
    return found.map((name) => ({ row: rows.get(name), load: () => recordOf(folder, name) }));
  }

  return { ask, load, columns };
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
