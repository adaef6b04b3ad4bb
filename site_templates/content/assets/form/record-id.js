/** Opaque, permanent record ids and the name of a new file; after `generator/model/ids.py` and `generator/commands/draft.py`. */

import { readDate } from "./edtf.js";
import { two } from "./mistake.js";

const SIGNS = "0123456789bcdfghjkmnpqrstvwxyz";
const LENGTH = 7;
const LONGEST_STEM = 60;
const UNDATED = "undated";
const LETTERS = { ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i", ʿ: "", ʾ: "", "’": "", "'": "" };
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "[0-9]{1,2}(?:st|nd|rd|th)?";
const DAYS = `${DAY}(?:\\s*(?:-|–|to|and|or)\\s*${DAY})?`;
const YEAR = "[0-9]{4}";
const ONE_DATE = `(?:${DAYS}\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?|${MONTH}\\s+${DAYS}(?:,?\\s+${YEAR})?|${MONTH},?\\s+${YEAR}|${YEAR}-[0-9]{2}(?:-[0-9]{2})?)`;
const DATE_AT_END = new RegExp(
  `(?:^|[\\s,;:(–—-]+)(?:(?:on|in|of|from|between)\\s+)?(?:the\\s+)?${ONE_DATE}(?:\\s*(?:-|–|to|and|or)\\s*${ONE_DATE})?[\\s.)]*$`,
  "i",
);

/** A fresh id: the archive's prefix, a hyphen and seven signs drawn by the browser's own source of chance. */
export function mintId(prefix, taken, draw = (bytes) => crypto.getRandomValues(bytes)) {
  // Bytes from 240 on are drawn again, so that each of the 30 signs is as likely as any other.
  const most = 256 - (256 % SIGNS.length);
  for (;;) {
    let drawn = "";
    while (drawn.length < LENGTH)
      for (const byte of draw(new Uint8Array(2 * LENGTH)))
        if (byte < most && drawn.length < LENGTH) drawn += SIGNS[byte % SIGNS.length];
    if (!taken.has(`${prefix}-${drawn}`) && drawn !== SIGNS[0].repeat(LENGTH)) return `${prefix}-${drawn}`;
  }
}

/** The place of a new file below `incidents/records/`; only decoration, and free because the id's signs end it. */
export function filePath(id, title, date, location) {
  const [folder, day] = yearAndDay(date);
  const signs = id.split("-")[1];
  const slug = slugOf(day ? title.replace(DATE_AT_END, "") : title) || slugOf(location);
  return `${folder}/${[day, slug, signs].filter(Boolean).join("-")}.md`;
}

/** A text as part of a file's name: letters a to z, digits and hyphens, whole words; may be empty. */
export function slugOf(text) {
  const bare = text
    .toLowerCase()
    .replace(/[ßæøłđıʿʾ’']/g, (sign) => LETTERS[sign])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  let slug = "";
  for (const word of bare.match(/[a-z0-9]+/g) ?? []) {
    if (slug && slug.length + 1 + word.length > LONGEST_STEM) break;
    slug = slug ? `${slug}-${word.slice(0, LONGEST_STEM)}` : word.slice(0, LONGEST_STEM);
  }
  return slug;
}

/** The folder of a date and its part of a file's name, empty where it has no year. */
function yearAndDay(text) {
  const first = firstOf(readDate(text).date);
  if (!first?.year || first.lower === null) return [UNDATED, ""];
  const year = String(first.year).padStart(4, "0");
  return [
    year,
    [year, first.month && two(first.month), first.month && first.day && two(first.day)].filter(Boolean).join("-"),
  ];
}

function firstOf(date) {
  if (!date?.parts.length) return date;
  return date.parts.map(firstOf).find((part) => part?.year);
}
