/** Times of day as a source states them; the counterpart of `generator/model/times.py`. */

import { LONGEST } from "./edtf.js";
import { count, latinDigits, quoted, two } from "./mistake.js";

export const PARTS_OF_DAY = [
  "night",
  "after-midnight",
  "early-morning",
  "dawn",
  "morning",
  "midday",
  "afternoon",
  "evening",
  "late-evening",
];
const CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
const VALID = new RegExp(`^(?:${CLOCK}(?:~|/${CLOCK})?|${PARTS_OF_DAY.join("|")})$`);

function valid(text) {
  const ends = text.split("/");
  return VALID.test(text) && (ends.length === 1 || ends[0] !== ends[1]);
}

/** What is wrong with a time, as `{message, suggestion}`; null where nothing is. */
export function faultInTime(text) {
  if (count(text) > LONGEST)
    return { message: `a time has at most ${LONGEST} characters, this one has ${count(text)}`, suggestion: null };
  if (valid(text)) return null;
  let [suggestion, message] = diagnosed(text);
  if (suggestion !== null && !valid(suggestion)) suggestion = null;
  if (suggestion !== null) message = `${message.split(": ")[0]}: write ${suggestion}`;
  return { message, suggestion };
}

function diagnosed(text) {
  const shown = quoted(text);
  const parts = `${PARTS_OF_DAY.slice(0, -1).join(", ")} or ${PARTS_OF_DAY.at(-1)}`;
  const unread = `${shown} is not a time the archive can read: write it as 22:30, or as ${parts}`;
  if (!text.trim()) return [null, "the time is empty: leave the key out when no source states a time"];
  const bare = plain(text);
  if (bare !== text && valid(bare)) return [bare, unread];
  const ends = bare.split("/");
  if (ends.length === 2 && ends[0] === ends[1])
    return [ends[0], `${shown} begins and ends at the same minute: write the time once`];
  if (/^24:?00/.test(bare))
    return [null, `${shown} is not a time: a day ends at 23:59, so write 00:00 and the next day's date`];
  const clock = /^([0-9]{1,2}):([0-9]{2})$/.exec(bare);
  if (clock && Number(clock[1]) > 23) return [null, `${shown} is not a time: hours run from 00 to 23`];
  if (clock && Number(clock[2]) > 59) return [null, `${shown} is not a time: minutes run from 00 to 59`];
  if (/^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\s*(z|utc|gmt|[a-z]{3,4}|[+-][0-9:]+)$/.test(bare))
    return [null, `${shown} names a zone: write the local time at the place, without a zone`];
  const seconds = /^([0-9]{2}:[0-9]{2}):[0-5][0-9]$/.exec(bare);
  if (seconds) return [seconds[1], `${shown} has seconds, which the archive does not keep: write the minute`];
  return [null, unread];
}

/** The text with its typographic variants brought to one form. */
function plain(text) {
  const latin = latinDigits(text.trim().toLowerCase());
  const spaced = latin.replace(/\s*(?:\/|[\u2013\u2014]|(?<=[0-9])\s*-\s*(?=[0-9]))\s*/g, "/");
  return spaced.split("/").map(plainEnd).join("/");
}

function plainEnd(text) {
  const about = /^(?:(?:about|around|circa|c\.|~)\s*(.+)|(.+?)\s*~)$/.exec(text);
  if (about) {
    const clock = plainEnd(about[1] ?? about[2]);
    return /^[0-9]/.test(clock) ? `${clock}~` : text;
  }
  const words = { noon: "midday", "at night": "night", daybreak: "dawn" };
  if (!/^[0-9]/.test(text)) return words[text] ?? text.replace(/[\s_]+/g, "-");
  const found =
    /^([0-9]{1,2})[:.h]?([0-9]{2})\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(text) ??
    /^([0-9]{1,2})()\s*(am|pm|a\.m\.|p\.m\.)$/.exec(text);
  if (!found) return text;
  let hour = Number(found[1]);
  if (found[3]) {
    if (hour < 1 || hour > 12) return text;
    hour = (hour % 12) + (found[3].startsWith("p") ? 12 : 0);
  }
  return `${two(hour)}:${found[2] || "00"}`;
}
