/** A count in a contributor's words into the archive's form: exact, a range, open on one side, about. */

import { latinDigits } from "./mistake.js";

const MOST = 10_000_000;
const NUMBER = "([0-9]{1,8})";
const FORMS = [
  [new RegExp(`^${NUMBER}$`), (one) => [one, one]],
  [
    new RegExp(`^(?:at least|more than or equal to|minimum|min\\.?|>=|≥)\\s*${NUMBER}$|^${NUMBER}\\s*(?:\\+|or more)$`),
    (one, other) => [one ?? other, null],
  ],
  [
    new RegExp(`^(?:at most|up to|maximum|max\\.?|<=|≤)\\s*${NUMBER}$|^${NUMBER}\\s*(?:or fewer|or less)$`),
    (one, other) => [null, one ?? other],
  ],
  [new RegExp(`^(?:from |between )?${NUMBER}\\s*(?:-|–|to|and|or)\\s*${NUMBER}$`), (one, other) => [one, other]],
];

/** `{value}` for the record, or `{message}`; `value` is a whole number or a mapping of min, max and approximate. */
export function readCount(text) {
  let words = latinDigits(text)
    .trim()
    .toLowerCase()
    .replace(/,(?=[0-9]{3}\b)/g, "");
  if (["none", "no", "nobody", "zero"].includes(words)) return { value: 0 };
  const about = /^(?:about|around|some|approximately|circa|ca?\.|~)\s*/.exec(words);
  if (about) words = words.slice(about[0].length);
  for (const [form, limits] of FORMS) {
    const found = form.exec(words);
    if (!found) continue;
    const [min, max] = limits(...found.slice(1)).map((part) =>
      part === null || part === undefined ? null : Number(part),
    );
    if ((min ?? 0) > MOST || (max ?? 0) > MOST) return { message: "this number is too large for a count" };
    if (min !== null && max !== null && max < min) return { message: "the smaller number comes first" };
    if (min === max && !about) return { value: min };
    return {
      value: { ...(min !== null && { min }), ...(max !== null && { max }), ...(about && { approximate: true }) },
    };
  }
  return { message: "write a number as the report gives it: 3, at least 10, 2 to 4, about 20, none" };
}
