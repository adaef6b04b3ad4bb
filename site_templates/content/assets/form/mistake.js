/** One mistake in a text a contributor wrote; the counterpart of `generator/model/mistake.py`. */

export const NOT_READ = "is not a date the archive can read";
export const count = (text) => [...text].length;

/** What is wrong between two offsets of a text, and what to put there if that is certain. */
export function mistake(problem, start, end, replacement = null, wayOut = "") {
  return { problem, start, end, replacement, wayOut };
}

/** The same mistake in a longer text, in which this one begins at `offset`. */
export const moved = (found, offset) => ({ ...found, start: found.start + offset, end: found.end + offset });

/** The problem and the way out; `suggestion` is the whole valid text, if there is one. */
export function sentence(found, suggestion) {
  const wayOut = suggestion !== null ? `write ${suggestion}` : found.wayOut;
  return wayOut ? `${found.problem}: ${wayOut}` : found.problem;
}

/** A stranger's text between backticks, with nothing invisible left in it. */
export function quoted(text) {
  const shown = text.replace(/[\p{C}\p{Z}]/gu, (sign) =>
    sign === " " ? sign : `<U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
  );
  return `\`${shown.replaceAll("`", "'")}\``;
}

/** A mistake that is the whole text. */
export const wholeText = (text, problem, replacement, wayOut = "") =>
  mistake(`${quoted(text)} ${problem}`, 0, text.length, replacement, wayOut);

/** A text in which no date can be made out at all. */
export const unreadable = (text) =>
  mistake(`${quoted(text)} ${NOT_READ}`, 0, text.length, null, "write it as 2023-12-31, 2023-12 or 2023, or `unknown`");

/** The text with the decimal digits of every script written as 0 to 9. */
export function latinDigits(text) {
  return text.replace(/\p{Nd}/gu, (sign) => {
    let before = sign.codePointAt(0);
    while (before > 0x39 && /\p{Nd}/u.test(String.fromCodePoint(before - 1))) before -= 1;
    return before > 0x39 ? String((sign.codePointAt(0) - before) % 10) : sign;
  });
}

/** How many days a month has. */
export const daysIn = (year, month) =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** A number with a leading zero where it has one digit. */
export const two = (number) => String(number).padStart(2, "0");
