/** Finding an entry by whatever a contributor calls it, in any script; after `generator/commands/key_search.py`. */

import { sameLetters, wordsOf } from "../words.js";

const MOST_SHOWN = 8;
const NEAR = 0.7;
const NEAR_WORD = 0.85;
const SHORTEST_PART = 3;
const LONGEST = 80;
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\ufe00-\ufe0f]/g;

/** A text without case, accents, hyphens and spaces, for comparing names. */
export const folded = (text) =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "");

/** The same, with letters that stand for one another made one. */
export const plain = (text) => folded(sameLetters(text));

/** The entries with their names made ready for searching: `[{key, name, names: [{text, lang}], …}]`. */
export function indexed(entries) {
  return entries.map((entry) => ({
    ...entry,
    search: [entry.key, entry.name, ...entry.names.map((name) => name.text), ...(entry.hidden ?? [])].map((text) => ({
      text,
      plain: plain(text),
      words: wordsOf(text),
    })),
  }));
}

/** The one entry whose key is this text or one of whose names is, without case, accents and hyphens; or undefined. */
export function exactly(text, index) {
  const byKey = index.find((entry) => entry.key === text);
  const wanted = plain(text);
  const found = byKey || !wanted ? [] : index.filter((entry) => entry.search.some((name) => name.plain === wanted));
  return byKey ?? (found.length === 1 ? found[0] : undefined);
}

/** The entries that this text may mean, the likeliest first, each as `{entry, name}` with the name that was found. */
export function search(text, index, most = MOST_SHOWN) {
  const wanted = wordsOf([...text].slice(0, LONGEST).join(""));
  if (!wanted.length) return index.slice(0, most).map((entry) => ({ entry, name: entry.name }));
  const held = ranked(wanted, index, (words) =>
    wanted.every((word, at) => holds(words, word, at === wanted.length - 1)),
  );
  const every = held.length ? held : ranked(wanted, index, () => true);
  const best = Math.max(0, ...every.map((one) => one.rank));
  const least = held.length ? 0 : best > 1 ? 1 : NEAR;
  return every
    .filter((one) => one.rank >= least)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most);
}

/** Whether a name has a word; the last word typed may still be growing. */
const holds = (words, word, last) => words.includes(word) || (last && words.some((own) => own.startsWith(word)));

function ranked(wanted, index, fits) {
  return index.flatMap((entry) => {
    const names = entry.search.filter((name) => fits(name.words));
    if (!names.length) return [];
    const ranks = names.map((name) => likeness(wanted, name.words));
    const at = ranks.indexOf(Math.max(...ranks));
    return [{ entry, rank: ranks[at], name: names[at].text }];
  });
}

/** From 0 to 2: above 1 where one text holds the other, the more the nearer their lengths. */
function likeness(wanted, name) {
  const [one, other] = [wanted.join(""), name.join("")];
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  if (shorter.length >= SHORTEST_PART && (beginsAWord(one, name) || isWords(other, wanted)))
    return 1 + shorter.length / longer.length;
  const byWords = Math.min(...wanted.map((word) => Math.max(0, ...name.map((own) => ratio(word, own, NEAR_WORD)))));
  return Math.max(ratio(one, other.slice(0, LONGEST), NEAR), byWords);
}

const beginsAWord = (text, name) =>
  /^[\x00-\x7f]*$/.test(text)
    ? name.some((_, at) => name.slice(at).join("").startsWith(text))
    : name.join("").includes(text);

const isWords = (name, text) =>
  text.some((_, start) => text.slice(start).some((__, size) => text.slice(start, start + size + 1).join("") === name));

/** How much alike two texts are spelt, from 0 to 1 by the letters they share in order; 0 below `least`. */
function ratio(one, other, least) {
  const whole = one.length + other.length;
  if (!whole || (2 * Math.min(one.length, other.length)) / whole < least) return 0;
  let row = new Array(other.length + 1).fill(0);
  for (const sign of one) {
    const next = [0];
    for (let at = 0; at < other.length; at += 1)
      next.push(sign === other[at] ? row[at] + 1 : Math.max(row[at + 1], next[at]));
    row = next;
  }
  const shared = (2 * row.at(-1)) / whole;
  return shared >= least ? shared : 0;
}
