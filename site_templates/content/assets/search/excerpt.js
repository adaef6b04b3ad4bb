/** The passage of a record in which what was looked for stands, as text nodes and marks. */

import { soughtWords } from "../words.js";

const BREAK = "␟";
const HIDDEN = "␞";
const LONGEST = 32;
const BEFORE = 8;
const WORD = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
const ENDINGS = /(?:ings?|ed|es|s|'s)$/;

/** Nodes for the best passage of a record's words; of none that shows the words asked for, the beginning. */
export function excerptOf(content, asked) {
  const wanted = soughtWords(asked).map((word) => ({ word, stem: word.replace(ENDINGS, "") }));
  const passages = content
    .split(HIDDEN)[0]
    .split(BREAK)
    .map((passage) => passage.trim().split(/\s+/).map((text) => ({ text, hits: hitsOf(text, wanted) })));
  const best = passages.map(densest).reduce((one, other) => (other.worth > one.worth ? other : one));
  return nodes(best);
}

/**
 * Whether each word asked for stands in some of the records, or one that begins like it.
 *
 * For a word that nothing begins with, Pagefind takes the longest beginning of it that it knows: for `xqzv`, `x`.
 */
export function holds(records, asked) {
  const known = new Set(records.flatMap(({ content, meta }) => soughtWords([content, ...Object.values(meta)].join(" "))));
  return soughtWords(asked).every((word) => {
    const beginning = word.slice(0, Math.max(Math.min(word.length, 4), word.length - 4));
    return [...known].some((one) => one.startsWith(beginning));
  });
}

/** Which of the words asked for stand in one written word. */
function hitsOf(text, wanted) {
  if (!wanted.length) return [];
  const own = soughtWords(text);
  return wanted.flatMap(({ word, stem }, at) =>
    own.some((one) => one.startsWith(word) || (stem.length > 2 && one.replace(ENDINGS, "") === stem)) ? [at] : [],
  );
}

/** The stretch of a passage with the most different words asked for. */
function densest(words) {
  let best = { words, start: 0, worth: 0 };
  words.forEach((word, at) => {
    if (!word.hits.length) return;
    const worth = new Set(words.slice(at, at + LONGEST - BEFORE).flatMap((one) => one.hits)).size;
    if (worth > best.worth) best = { words, start: Math.max(0, at - BEFORE), worth };
  });
  if (best.start + LONGEST > words.length) best.start = Math.max(0, words.length - LONGEST);
  return best;
}

function nodes({ words, start }) {
  const shown = words.slice(start, start + LONGEST);
  const made = [start > 0 ? "… " : ""];
  for (const { text, hits } of shown) {
    if (hits.length) {
      const [, before, word, after] = text.match(WORD);
      const mark = document.createElement("mark");
      mark.textContent = word;
      made.push(before, mark, `${after} `);
    } else made.push(`${text} `);
  }
  if (start + LONGEST < words.length) made.push("…");
  return made;
}
