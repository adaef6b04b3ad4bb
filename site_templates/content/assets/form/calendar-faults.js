/** A month 13, a 30 February, digits that cannot be X; the counterpart of `generator/model/calendar_faults.py`. */

import { MONTH_NAMES } from "./everyday-dates.js";
import { daysIn, mistake, quoted } from "./mistake.js";

const partly = (part) => part === undefined || part === "XX";

/** What is wrong with a date that has the right shape, or null. */
export function faultInDigits(text, year, month, day) {
  const end = text.length;
  if (year === "XXXX" && partly(month) && partly(day))
    return mistake(`${quoted(text)} states nothing`, 0, end, "unknown");
  if (year.includes("X") && year !== "XXXX") {
    if (!/^[0-9]{2}(?:[0-9]X|XX)$/.test(year))
      return mistake(
        `${quoted(year)} is not a year (unknown digits stand at its end)`,
        0,
        4,
        null,
        "write 202X for a decade, 20XX for a century or XXXX for no year",
      );
    if (month !== undefined)
      return mistake(
        `${quoted(text)} has a month or day in a year that is only partly known`,
        0,
        end,
        partly(month) && partly(day) ? year + text.slice(text.replace(/[?~%]+$/, "").length) : null,
        `write ${year} alone, or XXXX for the year if no year is stated`,
      );
  }
  if (year !== "XXXX" && Number(year.replaceAll("X", "0")) === 0)
    return mistake(`there is no year ${year}`, 0, 4, null, "the first year is 0001");
  if (month === undefined) return null;
  return faultInMonth(text, month, day) ?? faultInDay(text, year, month, day);
}

function faultInMonth(text, month, day) {
  if (month === "XX") {
    if (partly(day)) return null;
    return mistake(
      `${quoted(text)} has a day but no month`,
      5,
      10,
      null,
      `write ${text.slice(0, 4)}-XX-XX and keep the day in \`as_stated\``,
    );
  }
  if (month.includes("X"))
    return mistake(
      `${quoted(month)} in ${quoted(text)} is not a month`,
      5,
      7,
      null,
      day === undefined
        ? "write XX when the month is not known, or the months it may be, as [2023-10..2023-12]"
        : `write ${text[0] === "X" ? "unknown" : `${text.slice(0, 4)}-XX-XX`}, or the days it may be, as [2023-10-31,2023-12-31]`,
    );
  const number = Number(month);
  if (number >= 1 && number <= 12) return null;
  let wayOut = "";
  // A slip of the key is as likely (13 for 12), so this is said and not proposed.
  if (day !== undefined && !day.includes("X") && Number(day) >= 1 && Number(day) <= 12 && number <= 31)
    wayOut = `if day and month are swapped, write ${text.slice(0, 4)}-${day}-${month}${text.slice(10)}`;
  const season = number >= 21 && number <= 41 && day === undefined ? ", and codes for seasons are not used" : "";
  return mistake(`${quoted(month)} is not a month (months run from 01 to 12${season})`, 5, 7, null, wayOut);
}

const SPANS = { 0: ["01", "09"], 1: ["10", "19"], 2: ["20", "29"], 3: ["30", "31"] };

function faultInDay(text, year, month, day) {
  if (partly(day)) return null;
  if (day.includes("X")) {
    let replacement = null;
    if (day[1] === "X" && SPANS[day[0]] && !"?~%".includes(text.at(-1)) && year !== "XXXX" && month !== "XX") {
      const [first, end] = SPANS[day[0]];
      const longest = String(daysIn(Number(year), Number(month)));
      const last = end < longest ? end : longest;
      if (first < last) replacement = `[${text.slice(0, 8)}${first}..${text.slice(0, 8)}${last}]`;
    }
    return mistake(
      `${quoted(day)} in ${quoted(text)} is not a day`,
      0,
      text.length,
      replacement,
      "write XX when the day is not known, or the days it may be, as [2023-12-10..2023-12-19]",
    );
  }
  const longest = daysIn(year === "XXXX" ? 2000 : Number(year), Number(month));
  const number = Number(day);
  if (number >= 1 && number <= longest) return null;
  const name = MONTH_NAMES[Number(month) - 1];
  if (day === "00") return mistake("there is no day 00", 8, 10, null, "write XX when the day is not known");
  if (number > 31) return mistake(`${quoted(day)} is not a day: ${name} has ${longest} days`, 8, 10);
  const stated = year === "XXXX" ? name : `${name} ${year}`;
  const most = year === "XXXX" && month === "02" ? "at most " : "";
  return mistake(`${number} ${name} does not exist: ${stated} has ${most}${longest} days`, 8, 10);
}
