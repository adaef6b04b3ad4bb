/**
 * Dates that say no more than the source says (a profile of EDTF); the counterpart of `generator/model/edtf.py`.
 * Days are texts `YYYY-MM-DD`, which compare as the days do; a side nothing bounds is null.
 */

import { faultInDigits } from "./calendar-faults.js";
import { mistakeIn } from "./date-mistakes.js";
import { count, daysIn, mistake, moved, quoted, sentence, two, unreadable } from "./mistake.js";

export const LONGEST = 60;
const SHAPE = /^([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)$/;

class Refused extends Error {
  constructor(found) {
    super(found.problem);
    this.mistake = found;
  }
}

const refuse = (found) => {
  throw new Refused(found);
};

/** One date read: `{date}`, or `{message, suggestion}`; the suggestion is a whole valid text or null. */
export function readDate(text) {
  if (count(text) > LONGEST)
    return { message: `a date has at most ${LONGEST} characters, this one has ${count(text)}`, suggestion: null };
  const first = attempt(text);
  if (first.date) return first;
  const found = mistakeIn(text) ?? first.mistake;
  const [suggestion, last] = repaired(text, found);
  const message =
    suggestion === null && last !== found
      ? `${found.problem}, and ${sentence(last, null)}`
      : sentence(found, suggestion);
  return { message, suggestion };
}

function attempt(text) {
  try {
    return { date: parsed(text) };
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { mistake: refused.mistake };
  }
}

/** The valid date which mending one mistake after the other leads to, and the last mistake. */
function repaired(text, first) {
  let found = first;
  for (let step = 0; step < 6 && found.replacement !== null; step += 1) {
    text = text.slice(0, found.start) + found.replacement + text.slice(found.end);
    if (count(text) > LONGEST) break;
    const again = attempt(text);
    if (again.date) return [text, found];
    found = mistakeIn(text) ?? again.mistake;
  }
  return [null, found];
}

const edtf = (text, precision, lower = null, upper = null, rest = {}) => ({
  text,
  precision,
  lower,
  upper,
  uncertain: false,
  approximate: false,
  year: null,
  month: null,
  day: null,
  parts: [],
  ...rest,
});

function parsed(text) {
  if (text === "unknown") return edtf(text, "unknown");
  if (text.startsWith("[")) return oneOf(text);
  return text.includes("/") ? interval(text) : simple(text, 0);
}

function simple(text, offset) {
  const shape = SHAPE.exec(text);
  if (!shape) refuse(moved(mistakeIn(text) ?? unreadable(text), offset));
  const [, year, month, day, sign] = shape;
  const fault = faultInDigits(text, year, month, day);
  if (fault) refuse(moved(fault, offset));
  const known = (part) => (part === undefined || part === "XX" ? null : Number(part));
  return bounded(text, year, known(month), known(day), {
    uncertain: "?%".includes(sign) && sign !== "",
    approximate: "~%".includes(sign) && sign !== "",
  });
}

function bounded(text, year, month, day, signs) {
  if (year === "XXXX") return edtf(text, "yearless", null, null, { ...signs, month, day });
  const [first, last] = [year.replaceAll("X", "0"), year.replaceAll("X", "9")];
  const lower = `${first}-${two(month ?? 1)}-${two(day ?? 1)}`;
  const upper = `${last}-${two(month ?? 12)}-${two(day ?? daysIn(Number(last), month ?? 12))}`;
  if (first !== last) return edtf(text, last - first === 9 ? "decade" : "century", lower, upper, signs);
  return edtf(text, day ? "day" : month ? "month" : "year", lower, upper, {
    ...signs,
    year: Number(first),
    month,
    day,
  });
}

function interval(text) {
  const ends = text.split("/");
  if (ends.length > 2) refuse(unreadable(text));
  const [left, right] = ends;
  if (["", ".."].includes(left) && ["", ".."].includes(right))
    refuse(mistake(`${quoted(text)} states nothing`, 0, text.length, "unknown"));
  const [start, end] = [endOf(left, 0), endOf(right, left.length + 1)];
  holdOrder(text, 0, text.length, start, end);
  return joined(text, "interval", start.lower, end.upper, [start, end]);
}

function endOf(text, offset) {
  if (text === "" || text === "..") return edtf(text, "unknown");
  if (text === "unknown") refuse(mistake("an end that is not known is left empty", offset, offset + text.length, ""));
  return simple(text, offset);
}

function holdOrder(text, offset, end, first, last) {
  if (first.lower !== null && last.upper !== null && last.upper < first.lower)
    refuse(mistake(`${quoted(text)} ends before it begins`, offset, end, null, "write the earlier date first"));
}

function oneOf(text) {
  if (!text.endsWith("]")) {
    const stated = text.replace(/[?~%]+$/, "");
    if (stated.endsWith("]"))
      refuse(
        mistake(
          "a sign `?`, `~` or `%` stands after a date, not after the bracket",
          stated.length,
          text.length,
          null,
          "write it in the brackets",
        ),
      );
    refuse(
      mistake(
        `${quoted(text)} has no closing bracket at its end`,
        0,
        text.length,
        null,
        "write it as [2023-12-30,2023-12-31]",
      ),
    );
  }
  const pieces = text.slice(1, -1).split(",");
  let offset = 1;
  const members = pieces.map((piece) => {
    const read = member(piece, offset);
    offset += piece.length + 1;
    return read;
  });
  if (members.length === 1 && members[0].precision !== "interval")
    refuse(mistake("one date needs no brackets", 0, text.length, text.slice(1, -1)));
  if (new Set(members.map((one) => one.text)).size < members.length)
    refuse(mistake(`${quoted(text)} names a date twice`, 1, text.length - 1, [...new Set(pieces)].join(",")));
  const [lowers, uppers] = [members.map((one) => one.lower).sort(), members.map((one) => one.upper).sort()];
  return joined(
    text,
    "set",
    lowers.includes(null) ? null : lowers[0],
    uppers.includes(null) ? null : uppers.at(-1),
    members,
  );
}

function member(text, offset) {
  const dots = text.indexOf("..");
  if (dots < 0) return simple(text, offset);
  const [left, right] = [text.slice(0, dots), text.slice(dots + 2)];
  if (!left || !right)
    refuse(
      mistake(
        "a range in brackets needs both ends",
        offset,
        offset + text.length,
        null,
        left || right ? `write ${left || ".."}/${right || ".."} without brackets` : "write both dates",
      ),
    );
  const [first, last] = [simple(left, offset), simple(right, offset + left.length + 2)];
  holdOrder(text, offset, offset + text.length, first, last);
  return joined(text, "interval", first.lower, last.upper, [first, last]);
}

function joined(text, precision, lower, upper, parts) {
  return edtf(text, precision, lower, upper, {
    uncertain: parts.some((part) => part.uncertain),
    approximate: parts.some((part) => part.approximate),
    parts,
  });
}

/** Whether the date names a single calendar day, be it approximate or uncertain. */
export const isOneDay = (date) => date.lower !== null && date.lower === date.upper;

/** A single day, a day without a year, or an interval or set of single days: a time of day can stand beside it. */
export const dayIsKnown = (date) =>
  date.parts.length
    ? date.parts.every(isOneDay)
    : isOneDay(date) || (date.precision === "yearless" && date.day !== null);
