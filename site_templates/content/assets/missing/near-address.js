// Which addresses of the site come nearest to one that leads nowhere: a mistyped id, a folder in the
// singular, a file's name, an address of another form that still names a place or a month.

const MOST = 5;
const LONGEST = 300; // what is longer was not typed by a person
const FOLDERS = {
  incident: "incidents", record: "incidents", records: "incidents", event: "incidents", events: "incidents",
  location: "locations", place: "locations", places: "locations", base: "locations", bases: "locations",
  source: "sources", outlet: "sources", outlets: "sources", report: "reports", actor: "actors", group: "actors",
  groups: "actors", type: "types", tally: "tallies", count: "tallies", counts: "tallies", rule: "rules",
  month: "timeline", year: "timeline", date: "timeline", correction: "corrections", download: "data",
};

// The parts of an address as they would be written here: small letters, hyphens, no file's ending.
export function parts(path) {
  let plain = path.slice(0, LONGEST);
  try {
    plain = decodeURIComponent(plain);
  } catch {
    // a lone percent sign stays one
  }
  plain = plain.normalize("NFKC").toLowerCase().replace(/[\s_]+/g, "-").replace(/\\/g, "/");
  const found = plain.split("/").map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  const last = found.length - 1;
  found[last] = found[last].replace(/\.(html?|md|ya?ml|json|php|aspx?)$/, "");
  return found.filter((part) => part && part !== "index");
}

// How many letters must be put in, left out, changed or swapped with a neighbour (Damerau 1964), up to `most`.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let start = 0, end = 0;
  const shorter = Math.min(one.length, other.length);
  while (start < shorter && one[start] === other[start]) start += 1;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  [one, other] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  let before = [], last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (row.every((steps) => steps > most)) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// 0 for nothing alike, 1 for the same; a letter in five may differ.
function likeness(one, other) {
  const length = Math.max(one.length, other.length);
  const most = Math.max(1, Math.floor(length / 5));
  const apart = distance(one, other, most);
  return apart > most ? 0 : 1 - apart / length;
}

// How much of a page's name stands among the words of an address: `2023-12-29-conoco` names a third of conoco-gas-field.
function named(words, key) {
  const own = key.split("-");
  const said = own.filter((word) => words.has(word));
  if (!said.some((word) => /\p{L}{4}/u.test(word)) || said.length * 3 < own.length) return 0;
  return (0.75 * said.length) / own.length;
}

// A page of the timeline is meant by its year and month alone: other numbers are near to nothing.
function dated(time, bare) {
  if (time && bare === `timeline/${time[1]}/${time[2]}`) return 0.72;
  return time && bare === `timeline/${time[1]}` ? 0.5 : 0;
}

// The addresses nearest to a path, the nearest first.
export function nearest(path, addresses) {
  const wanted = parts(path);
  if (!wanted.length) return [];
  const folder = FOLDERS[wanted[0]] ?? wanted[0], whole = [folder, ...wanted.slice(1)].join("/");
  const words = new Set(wanted.flatMap((part) => part.split("-")));
  const time = /(?:^|[^0-9])(\d{4})(?:[-/]?(\d{2}))?(?:[^0-9]|$)/.exec(whole);
  const score = (address) => {
    const bare = address.slice(0, -1).toLowerCase(), key = bare.slice(bare.lastIndexOf("/") + 1);
    if (!bare) return 0;
    if (bare === whole) return 3;
    if (/^timeline\/\d/.test(bare)) return dated(time, bare);
    const home = bare.startsWith(`${folder}/`) ? 0.1 : 0;
    const alike = Math.max(likeness(whole, bare), ...wanted.map((part) => likeness(part, key)));
    // A part that is a folder says where to look, not what for.
    if (alike > 0.999 && bare === key && wanted.length > 1) return 0.2;
    if (alike) return alike + home;
    if (bare === folder) return 0.2;
    return named(words, key) && named(words, key) + home;
  };
  return addresses
    .map((address) => [score(address), address])
    .filter(([likely]) => likely > 0)
    .sort(([a, one], [b, other]) => b - a || one.length - other.length || (one < other ? -1 : 1))
    .slice(0, MOST)
    .map(([, address]) => address);
}
