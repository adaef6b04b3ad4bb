/** The mistakes contributors make in dates; the counterpart of `generator/model/date_mistakes.py`. */

import * as everyday from "./everyday-dates.js";
import { latinDigits, mistake, quoted, wholeText } from "./mistake.js";

const UNKNOWN = new Set([
  "unknown",
  "not known",
  "unclear",
  "undated",
  "no date",
  "n/a",
  "na",
  "none",
  "null",
  "nil",
  "tbd",
  "tbc",
  "?",
  "-",
  "--",
  "xxxx",
  "xxxx-xx-xx",
  "????",
  "????-??-??",
]);
const LONG_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";
const OTHER_HYPHENS = "\u2010\u2011\ufe63\uff0d";
const BETWEEN_DASH = new RegExp(`^(.*?[0-9X?~%])\\s*[${LONG_DASHES}]\\s*([0-9]{4}(?:-.*)?)$`, "s");

function nothingStated(text) {
  if (!text.trim())
    return mistake("the date is empty", 0, text.length, null, "write it as 2023-12-31, 2023-12 or 2023, or `unknown`");
  const bare = text.trim().toLowerCase();
  if (
    UNKNOWN.has(bare) ||
    UNKNOWN.has(
      text
        .trim()
        .replace(/[?~%]+$/, "")
        .toLowerCase(),
    )
  )
    return wholeText(text, "is not how the archive writes a date nothing is known of", "unknown");
  return null;
}

function foreignDigits(text) {
  const latin = latinDigits(text);
  return latin !== text ? wholeText(text, "has other digits than 0 to 9", latin) : null;
}

function longDash(text) {
  if (![...text].some((sign) => LONG_DASHES.includes(sign))) return null;
  const between = BETWEEN_DASH.exec(text);
  if (between && /^[0-9X]{4}(?:-|$)/.test(between[1]))
    return wholeText(text, "has a long dash between two dates", `${between[1]}/${between[2]}`);
  const plain = text.replace(new RegExp(`[${LONG_DASHES}]`, "g"), "-");
  if (![...text].some((sign) => LONG_DASHES.includes(sign) && !OTHER_HYPHENS.includes(sign)))
    return wholeText(text, "has another hyphen than the plain `-`", plain);
  return wholeText(text, "has a long dash", plain);
}

function hyphenAsInterval(text) {
  const between =
    /^([0-9X]{4}(?:-[0-9X]{2}){0,2})(?:\s+-\s+|\s*--\s*)([0-9X]{4}(?:-[0-9X]{2}){0,2})$/.exec(text) ??
    /^([0-9]{4}(?:-[0-9X]{2}){2}|[0-9]{4})-([0-9]{4}(?:-[0-9X]{2}){0,2})$/.exec(text);
  return between && wholeText(text, "has a hyphen between two dates", `${between[1]}/${between[2]}`);
}

function spaces(text) {
  let stripped = text.trim();
  if (/^[0-9X?~%/,.[\]\s-]*$/.test(text))
    stripped = stripped
      .replace(/\s*([-/,[\]])\s*/g, "$1")
      .replace(/\s*(\.\.)\s*|\s+([?~%])/g, (_, dots, sign) => dots ?? sign);
  return stripped !== text ? wholeText(text, "has spaces in it", stripped) : null;
}

function unknownDigits(text) {
  const stated = /^([0-9Xx?*_]{4})(-(?:[0-9Xx*_]{2}|\?\?))?(-(?:[0-9Xx*_]{2}|\?\?))?([?~%]?)$/.exec(text);
  if (!stated) return null;
  const mended =
    [1, 2, 3]
      .map((part) => stated[part] ?? "")
      .join("")
      .replace(/[x?*_]/g, "X") + stated[4];
  return mended !== text ? wholeText(text, "has unknown digits not written as X", mended) : null;
}

function missingZero(text) {
  const doubted = /^([0-9]{4}-[0-9]{2}-)([0-9])\?$/.exec(text);
  if (doubted)
    return wholeText(
      text,
      "can mean two things",
      null,
      `write ${doubted[1]}0${doubted[2]}? for a doubtful day, XX for a day not known`,
    );
  const found = /^([0-9X]{4})-([0-9]{1,2}|XX)(?:-([0-9]{1,2}|XX))?([~%]?)$/.exec(text);
  if (!found || Math.min(found[2].length, (found[3] ?? "XX").length) === 2) return null;
  const day = found[3] ? `-${found[3].padStart(2, "0")}` : "";
  return wholeText(
    text,
    "has a month or day of one digit",
    `${found[1]}-${found[2].padStart(2, "0")}${day}${found[4]}`,
  );
}

function lengthOfYear(text) {
  const found = /^([0-9]+)((?:-[0-9X]{2}){0,2}[?~%]?)$/.exec(text);
  if (!found || found[1].length === 4 || (found[1].length > 5 && !found[2])) return null;
  const length = found[1].length;
  return mistake(
    `${quoted(found[1])} has ${length} ${length === 1 ? "digit" : "digits"}`,
    0,
    length,
    null,
    "a year has four, as 2023",
  );
}

function misplacedSign(text) {
  let found = /^([?~%])([0-9X-]+)$/.exec(text);
  if (found) return wholeText(text, `has the sign ${quoted(found[1])} in front`, found[2] + found[1]);
  found = /^([0-9X-]+)(\?~|~\?)$/.exec(text);
  if (found) return wholeText(text, "has two signs, for which there is one", `${found[1]}%`);
  // The sign is where it belongs: what is wrong are the digits.
  if (/^[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]$/.test(text)) return null;
  if (/^[0-9X?~%-]*[?~%][0-9X?~%-]*$/.test(text) && /^[0-9X?~%]{4}/.test(text))
    return wholeText(text, "has its sign in a wrong place", null, "write one sign, at the end, for the whole date");
  return null;
}

function severalDays(text) {
  const pieces = text.split(",");
  if (pieces.length > 1 && pieces.every((piece) => /^[0-9X]{4}[0-9X?~%.-]*$/.test(piece)))
    return wholeText(text, "needs brackets, as one of several dates", `[${text}]`);
  const found = /^([0-9X][0-9X?~%-]*)\.\.([0-9X][0-9X?~%-]*)$/.exec(text);
  if (!found) return null;
  return wholeText(
    text,
    "can mean two things",
    null,
    `write ${found[1]}/${found[2]} for a span of time, [${text}] for one day within it`,
  );
}

function notTaken(text) {
  if (text.startsWith("{"))
    return wholeText(text, "names several dates at once", null, "write an interval, or a record for each date");
  if (/^[-+][0-9]/.test(text))
    return wholeText(text, "has a sign before the year", null, "a year has four digits, as 2023");
  if (/^Y-?[0-9]/.test(text)) return wholeText(text, "is a long year", null, "a year has four digits, as 2023");
  return null;
}

const LOOKS = [
  nothingStated,
  foreignDigits,
  everyday.timeOnIt,
  longDash,
  hyphenAsInterval,
  spaces,
  unknownDigits,
  everyday.dayFirst,
  everyday.yearFirst,
  everyday.monthAndYear,
  missingZero,
  everyday.noYear,
  lengthOfYear,
  everyday.monthName,
  everyday.inWords,
  misplacedSign,
  severalDays,
  notTaken,
];

/** The first known mistake in a text which is not a date of the profile, or null. */
export function mistakeIn(text) {
  for (const look of LOOKS) {
    const found = look(text);
    if (found) return found;
  }
  return null;
}
