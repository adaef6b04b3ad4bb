// The orders of the rows: by date, by a number or by words; each is made once and kept.
(() => {
  const NUMBERS = ["status", "lines", "reports"];
  const orders = new Map();

  const collator = () => new Intl.Collator(document.documentElement.lang);

  /** All rows that are here by date, the earliest or the latest first; the undated stand last either way. */
  function byDate(descending) {
    const { manifest, ranges, columns } = Explore.data;
    const here = new Set(ranges.map(([start]) => start));
    const chunks = manifest.chunks.filter((chunk) => here.has(chunk.start));
    const dated = chunks.filter((chunk) => chunk.key !== "undated");
    if (!descending) dated.reverse();
    const rows = [];
    for (const { start, rows: size } of dated)
      for (let at = 0; at < size; at += 1) rows.push(descending ? start + size - 1 - at : start + at);
    const undated = chunks.find((chunk) => chunk.key === "undated");
    if (undated) for (let at = 0; at < undated.rows; at += 1) rows.push(undated.start + at);
    return rows.filter((row) => columns.ids[row]);
  }

  function byNumber(name, descending, dated) {
    const { columns } = Explore.data;
    const valueOf = name === "status" ? (row) => columns.status.flat[columns.status.offset[row]] : (row) => columns[name][row];
    const keys = Float64Array.from(dated, (row, rank) => (descending ? -valueOf(row) : valueOf(row)) * 2 ** 24 + rank);
    return Array.from(keys.sort(), (key) => dated[((key % 2 ** 24) + 2 ** 24) % 2 ** 24]);
  }

  function byText(name, descending, dated) {
    const { columns, facets, translated } = Explore.data;
    const places = facets.location.map((entry) => Explore.nameOf(entry).text);
    const textOf = (row) =>
      name === "title"
        ? (translated.get(columns.ids[row]) ?? columns.titles[row] ?? "")
        : (places[columns.places.flat[columns.places.offset[row]]] ?? "");
    const texts = [...new Set(dated.map(textOf))].sort(collator().compare);
    const rank = new Map(texts.map((text, at) => [text, descending ? -at : at]));
    const keys = Float64Array.from(dated, (row, at) => rank.get(textOf(row)) * 2 ** 24 + at);
    return Array.from(keys.sort(), (key) => dated[((key % 2 ** 24) + 2 ** 24) % 2 ** 24]);
  }

  /** All rows that are here in the order of a sort such as `-date`. */
  Explore.ordered = (sort) => {
    const key = `${sort} ${Explore.data.loads}`;
    if (!orders.has(key)) {
      const name = sort.replace("-", "");
      const descending = sort.startsWith("-");
      const dated = byDate(name === "date" ? descending : true);
      const make = NUMBERS.includes(name) ? byNumber : byText;
      orders.set(key, name === "date" ? dated : make(name, descending, dated));
    }
    return orders.get(key);
  };

  /** Forget orders that rest on titles which were not there. */
  Explore.reorder = () => orders.clear();
})();
