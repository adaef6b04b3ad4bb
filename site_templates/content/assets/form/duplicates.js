/** Hints that an incident may be in the archive already: an address that is known, the same day at the same location. */

import { readDate } from "./edtf.js";
import { cleaned } from "./signs.js";
import { canonicalAddress, faultInAddress, shortHash } from "./web-address.js";

const MOST_DAYS = 4;
const MOST_SHOWN = 8;
const DAY = 24 * 60 * 60 * 1000;

const asEntry = ([id, title]) => ({ id, title });

/** The incidents that cite this address already. */
export function citing(url, data) {
  if (!cleaned(url) || faultInAddress(cleaned(url))) return [];
  return (data.known[shortHash(canonicalAddress(cleaned(url)))] ?? []).map((at) => asEntry(data.incidents[at]));
}

/** The incidents that may be on the same day at the same location, or one that lies in it or around it. */
export function sameDayAndPlace(answers, data) {
  const date = readDate(cleaned(answers.date.value)).date;
  const key = answers.location.place.key || answers.location.within.key;
  if (!key || !date || !near(date.lower, date.upper)) return [];
  const parents = new Map(data.locations.map((entry) => [entry.key, entry.within]));
  const around = (place) => {
    const above = [place];
    while (parents.get(above.at(-1)) && !above.includes(parents.get(above.at(-1))))
      above.push(parents.get(above.at(-1)));
    return above;
  };
  const related = (other) => around(other).includes(key) || around(key).includes(other);
  return data.incidents
    .filter(
      ([, , lower, upper, places]) =>
        near(lower, upper) && lower <= date.upper && date.lower <= upper && places.some(related),
    )
    .slice(0, MOST_SHOWN)
    .map(asEntry);
}

/** Whether two bounds hold few days: a month or a year would hint at half of the archive. */
const near = (lower, upper) => lower && upper && (Date.parse(upper) - Date.parse(lower)) / DAY < MOST_DAYS;
