// The data of the explore page: a manifest, chunks of columns, pages of titles and the titles in the page's language.
// Each is a script that calls one of the functions here, because a page opened out of a folder may fetch nothing.
globalThis.Explore = {};

(() => {
  const TREES = ["type", "location", "means"];
  const FACETS = ["status", "type", "location", "source", "root", "actor", "means"];
  const OPEN_START = -0x7fffffff;
  const OPEN_END = 0x7fffffff;
  const DRAWN = 2;
  const AT_FIRST = 20000;
  const DAY = 864e5;

  const asked = new Map();
  let folder = "";
  let columns;
  const data = { FACETS, OPEN_START, OPEN_END, ranges: [], loads: 0, translated: new Map() };

  /** Values of rows, each row with any number of them: where a row's begin, how many there are, and all in one array. */
  function lists(total, kind = Uint16Array) {
    return { offset: new Uint32Array(total), size: new Uint8Array(total), flat: new kind(1024), used: 0 };
  }

  function put(list, row, values) {
    const size = Math.min(values.length, 255);
    if (list.used + size > list.flat.length) {
      const wider = new list.flat.constructor(Math.max(2 * list.flat.length, list.used + size));
      wider.set(list.flat);
      list.flat = wider;
    }
    list.offset[row] = list.used;
    list.size[row] = size;
    for (let at = 0; at < size; at += 1) list.flat[list.used + at] = values[at];
    list.used += size;
  }

  /** The script of a file beside the manifest, run once; the promise ends when it has called back. */
  function run(file) {
    if (!asked.has(file))
      asked.set(
        file,
        new Promise((done, fail) => {
          const script = document.createElement("script");
          script.src = folder + file;
          script.addEventListener("load", done);
          script.addEventListener("error", () => {
            asked.delete(file);
            fail(new Error(file));
          });
          document.head.append(script);
        }),
      );
    return asked.get(file);
  }

  Explore.manifest = (manifest) => {
    const { total, facets } = manifest;
    facets.root = facets.root.map((entry) => (typeof entry === "number" ? facets.source[entry] : entry));
    data.manifest = manifest;
    data.total = total;
    data.facets = facets;
    columns = {
      ids: new Array(total),
      titles: new Array(total),
      first: new Int32Array(total),
      last: new Int32Array(total),
      month: new Int32Array(total).fill(-1),
      signs: new Uint8Array(total),
      lines: new Uint16Array(total),
      reports: new Uint16Array(total),
      pointed: new Uint8Array(total),
      dates: new Map(),
      relations: new Map(),
      unfiled: new Map(),
      places: lists(total),
      weapons: lists(total),
    };
    for (const facet of FACETS) columns[facet] = lists(total);
    // Values of all facets together, each counted from where its facet begins: one walk counts them all.
    columns.every = lists(total, Uint32Array);
    data.begins = {};
    data.values = 0;
    for (const facet of FACETS) {
      data.begins[facet] = data.values;
      data.values += facets[facet].length;
    }
    data.columns = columns;
    data.wider = Object.fromEntries(TREES.map((facet) => [facet, facets[facet].map((_, at) => withWider(facets[facet], at))]));
    data.around = data.wider.location;
  };

  /** A value and all that are wider, as positions: a location and those around it, a term and its broader ones. */
  function withWider(entries, value) {
    const found = [];
    for (let at = value; at !== undefined && !found.includes(at); at = entries[at].within) found.push(at);
    return found;
  }

  Explore.chunk = (chunk) => {
    const entry = data.manifest.chunks.find((known) => known.key === chunk.key);
    const ids = chunk.ids.split(" ");
    let before = 0;
    for (let at = 0; at < entry.rows; at += 1) {
      const row = entry.start + at;
      columns.ids[row] = data.manifest.prefix + ids[at];
      if (chunk.titles) columns.titles[row] = chunk.titles[at];
      columns.signs[row] = chunk.signs[at];
      columns.lines[row] = chunk.lines[at];
      columns.reports[row] = chunk.reports[at];
      if (chunk.key === "undated") {
        columns.first[row] = chunk.first[at] ?? OPEN_START;
        columns.last[row] = chunk.last[at] ?? OPEN_END;
      } else {
        before += chunk.first[at];
        columns.first[row] = before;
        columns.last[row] = before + chunk.last[at];
        if (chunk.signs[at] & DRAWN) columns.month[row] = data.monthOf(before);
      }
      const every = [];
      for (const facet of FACETS) {
        const stated = [].concat(chunk[facet][at]);
        const values = TREES.includes(facet) ? rolledUp(data.wider[facet], stated) : stated;
        if (facet === "means") put(columns.weapons, row, stated);
        if (facet === "location") {
          put(columns.places, row, stated);
          columns.pointed[row] = Number(values.some((place) => data.facets.location[place].point));
        }
        put(columns[facet], row, values);
        for (const value of values) every.push(data.begins[facet] + value);
      }
      put(columns.every, row, every);
    }
    for (const name of ["dates", "relations", "unfiled"])
      for (const at of Object.keys(chunk[name])) columns[name].set(entry.start + Number(at), chunk[name][at]);
    data.ranges.push([entry.start, entry.start + entry.rows]);
    data.ranges.sort((one, other) => one[0] - other[0]);
    data.loads += 1;
  };

  function rolledUp(wider, stated) {
    if (stated.length === 1) return wider[stated[0]];
    return [...new Set(stated.flatMap((value) => wider[value]))];
  }

  Explore.titles = ({ page, titles }) => {
    const start = page * data.manifest.titlesAPage;
    titles.forEach((title, at) => {
      columns.titles[start + at] = title;
    });
  };

  Explore.translated = (titles) => {
    data.translated = new Map(Object.entries(titles).map(([id, title]) => [data.manifest.prefix + id, title]));
  };

  /** The month of a day, counted from year 0. */
  data.monthOf = (day) => {
    const date = new Date(day * DAY);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };

  /** The first day of a month that is counted from year 0. */
  data.firstDay = (month) => {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    return Math.round(date.getTime() / DAY);
  };

  /** A day as `YYYY-MM-DD`; empty where a span is open. */
  data.isoDay = (day) =>
    day === OPEN_START || day === OPEN_END ? "" : new Date(day * DAY).toISOString().slice(0, 10);

  /** Read the manifest at an address; titles that a first view waits for come beside the chunks. */
  data.open = async (address) => {
    folder = address.slice(0, address.lastIndexOf("/") + 1);
    await run(address.slice(folder.length));
    if (data.lacksAtFirst()) data.readTitles([]).catch(() => {}); // Told by whoever asks for them next.
  };

  const overlapping = (from, to) =>
    data.manifest.chunks.filter(
      ({ key, days }) => key === "undated" || !days.length || (days[0] <= to && days[1] >= from),
    );

  /** Whether all chunks that may hold incidents between two days are here. */
  data.has = (from, to) =>
    overlapping(from, to).every(({ start }) => data.ranges.some(([loaded]) => loaded === start));

  /** Read those that are not. */
  data.load = (from, to) => Promise.all(overlapping(from, to).map(({ file }) => run(file)));

  /** The earliest day that a first view reads: that of all where there are not too many, else of the latest years. */
  data.firstView = () => {
    const { chunks, total } = data.manifest;
    if (total <= AT_FIRST) return OPEN_START;
    let rows = 0;
    let earliest = OPEN_END;
    for (const chunk of chunks.filter(({ key }) => key !== "undated")) {
      if (rows >= AT_FIRST) break;
      rows += chunk.rows;
      earliest = data.firstDay(Number(chunk.key) * 12);
    }
    return earliest;
  };

  /** The file of titles in the page's language, while it is still to be read. */
  const translatedFile = () =>
    data.translated.size ? undefined : data.manifest.translated[document.documentElement.lang];

  /** Whether the titles of some rows are still to be read, and reading them, with those in the page's language. */
  data.lacksTitles = (rows) => Boolean(translatedFile()) || rows.some((row) => columns.titles[row] === undefined);
  data.readTitles = (rows) => {
    const { titles, titlesAPage } = data.manifest;
    const files = new Set([translatedFile()]);
    for (const row of rows) if (columns.titles[row] === undefined) files.add(titles[Math.floor(row / titlesAPage)]);
    files.delete(undefined);
    const all = [...files].map((file) => run(file));
    return Promise.allSettled(all).then(() => Promise.all(all));
  };

  /** Whether a first view waits for titles in the page's language: only where the chunks hold titles. */
  data.lacksAtFirst = () => !data.manifest.titles.length && data.lacksTitles([]);

  /** All rows that are here, in the order of the files. */
  data.rows = function* rows() {
    for (const [start, end] of data.ranges) for (let row = start; row < end; row += 1) yield row;
  };

  Explore.data = data;
})();
