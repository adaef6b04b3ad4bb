/** Dates as people write them in everyday life; the counterpart of `generator/model/everyday_dates.py`. */

import { NOT_READ, two, wholeText } from "./mistake.js";

export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTHS = new Map([
  ["sept", 9],
  ...MONTH_NAMES.flatMap((name, at) => [name, name.slice(0, 3)].map((n) => [n.toLowerCase(), at + 1])),
]);
const WEEKDAYS = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/;
const SMALL_WORDS = new Set(["st", "nd", "rd", "th", "of", "the", "on"]);
const TWO_MONTHS = /^(?:from |between )?[A-Z]+,? [0-9]{4} ?(?:to|until|till|and|-|\/) ?[A-Z]+,? [0-9]{4}$/i;
const YEAR_FIRST = "write the year first, as 2023-12-31";
const DATE = "([0-9X][0-9X?~%-]*)";

/** `31.12.2023`, `12/31/2023`; `12/10/2023` has two readings. */
export function dayFirst(text) {
  const found = /^([0-9]{1,2})([./\s-])([0-9]{1,2})\2([0-9]{4})$/.exec(text);
  if (!found) {
    if (/^[0-9]{1,2}[./][0-9]{1,2}$/.test(text))
      return wholeText(text, NOT_READ, null, "write a day without a year as XXXX-12-31");
    if (/^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}$/.test(text))
      return wholeText(text, NOT_READ, null, "write the year with four digits and first, as 2023-12-31");
    return null;
  }
  const [first, second, year] = [Number(found[1]), Number(found[3]), found[4]];
  if (first <= 12 && second <= 12 && first !== second && Math.min(first, second) > 0) {
    const readings = `${first} ${MONTH_NAMES[second - 1]} or ${second} ${MONTH_NAMES[first - 1]}`;
    const either = `${year}-${two(second)}-${two(first)} or ${year}-${two(first)}-${two(second)}`;
    return wholeText(text, `can mean ${readings}`, null, `write ${either}`);
  }
  const [day, month] = second <= 12 ? [first, second] : [second, first];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return wholeText(text, NOT_READ, null, YEAR_FIRST);
  return wholeText(text, NOT_READ, `${year}-${two(month)}-${two(day)}`);
}

/** `2023/12/31`, `2023.12.31`, `20231231`. */
export function yearFirst(text) {
  const found =
    /^([0-9]{4})[./\s]([0-9]{1,2})[./\s]([0-9]{1,2})$/.exec(text) ?? /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(text);
  return found && wholeText(text, NOT_READ, `${found[1]}-${two(Number(found[2]))}-${two(Number(found[3]))}`);
}

/** `12/2023`, `2023/12`, `2023/24`. */
export function monthAndYear(text) {
  let found = /^([0-9]{1,2})[./\s-]([0-9]{4})$/.exec(text);
  if (found) return wholeText(text, NOT_READ, `${found[2]}-${two(Number(found[1]))}`, YEAR_FIRST);
  found = /^([0-9]{4})[./\s]([0-9]{1,2})$/.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const nextYear = (year + 1) % 100;
  if (Number(found[2]) === nextYear && found[2].length === 2) {
    if (nextYear > 12) return wholeText(text, NOT_READ, `${found[1]}/${year + 1}`);
    return wholeText(
      text,
      "can mean a month or two years",
      null,
      `write ${found[1]}-${found[2]} or ${found[1]}/${year + 1}`,
    );
  }
  return wholeText(text, NOT_READ, `${found[1]}-${two(Number(found[2]))}`, YEAR_FIRST);
}

/** `31 December 2023`, `Dec 2023`, `On December 31`. */
export function monthName(text) {
  if (!/^[A-Za-z0-9\s,./&()'-]+$/.test(text)) return null;
  const words = (text.match(/[A-Za-z]+|[0-9]+/g) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !SMALL_WORDS.has(word) && !WEEKDAYS.test(word));
  const months = words.filter((word) => MONTHS.has(word)).map((word) => MONTHS.get(word));
  if (!months.length) return null;
  const years = words.filter((word) => /^[0-9]{4}$/.test(word));
  const days = words.filter((word) => /^[0-9]{1,2}$/.test(word)).map(Number);
  const plain = months.length === 1 && years.length <= 1 && days.length <= 1;
  const problem = "has a month in words";
  if (months.length === 2 && years.length === 2 && !days.length && TWO_MONTHS.test(text))
    return wholeText(text, problem, `${years[0]}-${two(months[0])}/${years[1]}-${two(months[1])}`);
  if (months.length === 1 && years.length === 1 && !days.length && words.length > 2)
    return wholeText(text, problem, null, `write ${years[0]}-${two(months[0])} and keep the words in \`as_stated\``);
  if (!plain || words.length !== months.length + years.length + days.length || !(years.length || days.length))
    return wholeText(text, problem, null, "write it in digits, as 2023-12-31, 2023-12 or XXXX-12-31");
  if (/^[A-Za-z]+[\s.,-]+[0-9]{2}$/.test(text)) {
    const day = `XXXX-${two(months[0])}-${two(days[0])}`;
    return wholeText(
      text,
      "can mean a year or a day",
      null,
      `write the year with four digits, or ${day} for a day without a year`,
    );
  }
  const day = days.length ? `-${two(days[0])}` : "";
  return wholeText(text, problem, `${years[0] ?? "XXXX"}-${two(months[0])}${day}`);
}

/** `circa 2023-12`, `2023-12-30 or 2023-12-31`, `today`. */
export function inWords(text) {
  let found = /^(?:c\.|ca\.?|circa|about|around|approx\.?|approximately)\s*([0-9].*)$/i.exec(text);
  if (found) return wholeText(text, "says `about` in a word", `${found[1]}~`);
  found = new RegExp(`^${DATE}\\s+or\\s+${DATE}$`, "i").exec(text);
  if (found) return wholeText(text, "says `or` in a word", `[${found[1]},${found[2]}]`);
  found =
    new RegExp(`^(?:from\\s+)?${DATE}\\s+(?:to|until|till)\\s+${DATE}$`, "i").exec(text) ??
    new RegExp(`^between\\s+${DATE}\\s+and\\s+${DATE}$`, "i").exec(text);
  if (found) return wholeText(text, "says `between` in words", `${found[1]}/${found[2]}`);
  if (["today", "yesterday", "tonight", "last night", "now"].includes(text.toLowerCase()))
    return wholeText(text, "is a different day for every reader", null, YEAR_FIRST);
  return null;
}

const TIME_ON_IT = new RegExp(
  "^(.*[0-9X])(?:t|,?\\s+(?:at\\s+)?)(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-9]{2}(?:\\.[0-9]+)?)?" +
    "(?:\\s*[ap]m)?\\s*(z|[+-][0-9:]+|[a-z]{3,4})?$",
  "i",
);

/** `2023-12-31T22:30`; with a zone the day itself is in doubt. */
export function timeOnIt(text) {
  const found = TIME_ON_IT.exec(text);
  if (!found) return null;
  if (found[2]) {
    const wayOut = "a zone can change the day, so give the day at the place and put the time in `time`";
    return wholeText(text, "has a time with a zone", null, wayOut);
  }
  return wholeText(text, "has a time on it, which belongs in `time`", found[1]);
}

/** `--12-31`, as in older ISO 8601. */
export function noYear(text) {
  const found = /^--([0-9]{2})-?([0-9]{2})$/.exec(text);
  return found && wholeText(text, NOT_READ, `XXXX-${found[1]}-${found[2]}`);
}
