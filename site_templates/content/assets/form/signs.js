/** Signs a text may not hold: invisible, reordering, or no characters at all; the counterpart of `generator/reading/signs.py`. */

const MARKS = "\\u200e\\u200f\\u061c";
const JOINERS = "\\u200c\\u200d";
const NO_CHARACTERS = Array.from({ length: 14 }, (_, plane) => {
  const code = ((plane + 1) * 0x10000 + 0xfffe).toString(16);
  return `\\u{${code}}\\u{${code.slice(0, -1)}f}`;
}).join("");
const SUSPECT = new RegExp(
  "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f" + // control
    "\\x85\\u2028\\u2029" + // line breaks
    "\\u202a-\\u202e\\u2066-\\u2069" + // reordering
    MARKS +
    JOINERS +
    "\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u2060-\\u2065\\u206a-\\u206f\\u3164" +
    "\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}" + // invisible
    "\\ud800-\\udfff\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufffe\\uffff\\u{f0000}-\\u{10ffff}" +
    NO_CHARACTERS + // no characters
    "]|(?<=[\\ufe00-\\ufe0f])[\\ufe00-\\ufe0f]",
  "gu",
);
const JOINING =
  /^[\u0620-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]$/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/u;
const NAMES = {
  0x00ad: "soft hyphen",
  0x061c: "arabic letter mark",
  0x200b: "zero width space",
  0x200c: "zero width non-joiner",
  0x200d: "zero width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "pop directional formatting",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x2060: "word joiner",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "pop directional isolate",
  0xfeff: "byte order mark",
};

/** The first refused sign of a text as `{at, words}`; null where there is none. */
export function refusedSign(text) {
  for (const found of text.matchAll(SUSPECT)) {
    const sign = found[0];
    if (/[\u200c\u200d]/.test(sign) && joinerAllowed(text, found.index, sign)) continue;
    if (/[\u200e\u200f\u061c]/.test(sign) && RIGHT_TO_LEFT.test(lineAround(text, found.index))) continue;
    return { at: found.index, words: inWords(sign) };
  }
  return null;
}

function lineAround(text, at) {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end);
}

function joinerAllowed(text, at, sign) {
  const before = text.slice(Math.max(at - 1, 0), at);
  const after = String.fromCodePoint(...[text.codePointAt(at + 1)].filter((code) => code !== undefined));
  // Persian writes a joiner before a full stop to keep a letter's shape.
  return joins(before) && (joins(after) || (sign === "\u200d" && after === "." && before < "\u0700"));
}

const joins = (sign) => JOINING.test(sign) && /^[\p{L}\p{M}]$/u.test(sign);

function inWords(sign) {
  const code = sign.codePointAt(0);
  const name =
    NAMES[code] ??
    (code < 0xa0
      ? "control character"
      : code >= 0xd800 && code < 0xe000
        ? "half of a character"
        : "a sign no one sees");
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`;
}

/** A text as the archive keeps it: without spaces around it, with LF line ends and composed letters (Unicode NFC). */
export const cleaned = (text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
