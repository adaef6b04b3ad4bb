/** What no text of a record may hold: markup, images, e-mail addresses; after `generator/checking/safety.py`. */

import { faultInAddress } from "./web-address.js";

const TAG =
  /<(?!https?:\/\/[^\s<>]*>)(?:\/?[A-Za-z][A-Za-z0-9:-]*(?=[\s/>])[^<>]{0,200}>?|!--|!\[CDATA|\?[A-Za-z]|!DOCTYPE)/i;
const EMAIL = /\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,24}\b/;
const LINKS = [
  /(!?)\[[^[\]]{0,400}\]\(\s*<?([^\s)<>]*)/g,
  /^( {0,3})\[[^\]\n]{1,200}\]:\s*<?(\S+)/gm,
  /<()([A-Za-z][A-Za-z0-9+.-]{1,30}:[^<>\s]*)>/g,
];
const MOST_BRACKETS = 400;
const DEEPEST = 6;
const MOST_BYTES = 20_000;
const SIGN = /^[ \t]*(?:>|(?:[-*+]|[0-9]+[.)])(?=[ \t]))[ \t]*/;

/** What is wrong with one text, in words; null where nothing is. */
export function faultInText(text) {
  const tag = TAG.exec(text);
  if (tag) return `holds the HTML tag “${tag[0].slice(0, 40)}”; write it in plain words`;
  if (!text.includes("://") && EMAIL.test(text))
    return "holds an e-mail address; addresses of persons do not belong in a public archive";
  return null;
}

/** What is wrong with the account, in words; null where nothing is. */
export function faultInAccount(text) {
  const tag = TAG.exec(text);
  if (tag) return `holds the HTML tag “${tag[0].slice(0, 40)}”; write it in plain words`;
  if (EMAIL.test(text)) return "holds an e-mail address; addresses of persons do not belong in a public archive";
  if (/[[\]!*_`]{24,}/.test(text)) return "holds a long run of Markdown signs; leave them out";
  if (text.split("[").length - 1 > MOST_BRACKETS)
    return `holds more than ${MOST_BRACKETS} square brackets; leave some out`;
  if (text.split("\n").some(isDeep)) return `holds lists or quotations more than ${DEEPEST} levels deep`;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_BYTES) return `is too long: ${bytes} bytes, and ${MOST_BYTES} at most (an Arabic letter has two)`;
  for (const pattern of LINKS)
    for (const link of text.matchAll(pattern)) {
      if (link[1] === "!") return "embeds an image; link to it instead";
      const fault = faultInAddress(link[2]);
      if (fault) return `has the link “${link[2].slice(0, 60)}”, which ${fault}`;
    }
  return null;
}

/** Whether a line stands deeper in lists or quotations than a reader needs. */
function isDeep(line) {
  if (/^[ \t]{28,}\S/.test(line)) return true;
  let rest = line;
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const found = SIGN.exec(rest);
    if (!found) return false;
    rest = rest.slice(found[0].length);
  }
  return rest !== "";
}
