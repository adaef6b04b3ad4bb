/** A record into the text of its file; after `generator/writing/yaml_text.py` and `record_file.py`. */

const STEP = "  ";
// Words of letters that no reader takes for anything but text; whatever else there is, is quoted.
const PLAIN = /^[A-Za-z\u00c0-\u024f](?:[\w\u00c0-\u024f ,.()/'-]*[\w\u00c0-\u024f.)])?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const READ_OTHERWISE = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** The text of a `.md` record: its fields between two lines `---`, then its account. */
export const recordText = (fields, account) =>
  `---\n${mappingLines(fields).join("\n")}\n---\n${account ? `${account}\n` : ""}`;

function mappingLines(mapping) {
  return Object.entries(mapping).flatMap(([key, value]) => after(`${key}:`, value));
}

function after(lead, value) {
  if (typeof value === "object") {
    const inner = Array.isArray(value) ? listLines(value) : mappingLines(value);
    return inner.length
      ? [lead, ...inner.map((line) => STEP + line)]
      : [`${lead} ${Array.isArray(value) ? "[]" : "{}"}`];
  }
  return [`${lead} ${scalar(value)}`];
}

function listLines(items) {
  return items.flatMap((item) => {
    if (typeof item !== "object") return [`- ${scalar(item)}`];
    const inner = Array.isArray(item) ? listLines(item) : mappingLines(item);
    return inner.map((line, at) => (at ? STEP : "- ") + line);
  });
}

/** One value on one line; a text in double quotes wherever some reader could take it for anything else. */
export function scalar(value) {
  if (typeof value !== "string") return String(value);
  if (DATE.test(value) && isDay(value)) return value;
  if (PLAIN.test(value) && !READ_OTHERWISE.test(value) && !value.includes(" #")) return value;
  return `"${value.replace(/[\\"\n\t]/g, (sign) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" })[sign])}"`;
}

/** Whether the text is a day of the calendar; other readers stop at a day that does not exist. */
function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
