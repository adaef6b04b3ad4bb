// The rows that fit as a file: CSV or JSON, made in the browser.
(() => {
  const FORMULA = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
  const REPORTED = 4;
  const RELATIONS = ["at", "near", "in", "over", "between"];
  const BETWEEN_VALUES = " | ";
  const COLUMNS = [
    "id", "title", "status", "type", "date", "date_earliest", "date_latest", "date_anchor", "locations",
    "location_relation", "location_as_stated", "lines_of_origin", "origins", "reports", "source_keys", "actors", "means", "url",
  ];

  /** Text that a spreadsheet would take for a formula gets an apostrophe in front; as `csv_cell` in Python does it. */
  const safe = (text) => (FORMULA.test(text) ? `'${text}` : text);

  function cell(value) {
    const text = typeof value === "number" ? String(value) : safe(Array.isArray(value) ? value.join(BETWEEN_VALUES) : (value ?? ""));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** The address that a page keeps, wherever it is read. */
  function permanent(address) {
    const published = document.querySelector('link[rel="canonical"]')?.href ?? document.baseURI;
    return new URL(address, published).href;
  }

  function recordOf(row) {
    const { columns, facets, isoDay } = Explore.data;
    const keys = (list, facet) =>
      [...list.flat.subarray(list.offset[row], list.offset[row] + list.size[row])].map((place) => {
        const entry = facets[facet][place];
        return entry.key.startsWith("~") ? entry.name : entry.key;
      });
    return {
      id: columns.ids[row],
      title: columns.titles[row],
      status: keys(columns.status, "status")[0],
      type: keys(columns.type, "type")[0],
      date: Explore.dateCode(row),
      date_earliest: isoDay(columns.first[row]),
      date_latest: isoDay(columns.last[row]),
      date_anchor: columns.signs[row] & REPORTED ? "reported" : "occurred",
      locations: keys(columns.places, "location"),
      location_relation: RELATIONS[columns.relations.get(row) ?? 0],
      location_as_stated: columns.unfiled.get(row) ?? "",
      lines_of_origin: columns.lines[row],
      origins: keys(columns.root, "root"),
      reports: columns.reports[row],
      source_keys: keys(columns.source, "source"),
      actors: keys(columns.actor, "actor"),
      means: keys(columns.weapons, "means"),
      url: permanent(Explore.incidentAddress(columns.ids[row])),
    };
  }

  const csv = (records) =>
    [COLUMNS, ...records.map((record) => COLUMNS.map((name) => record[name]))]
      .map((row) => `${row.map(cell).join(",")}\r\n`)
      .join("");

  /** In JSON what is not stated is left out. */
  const json = (records) =>
    `${JSON.stringify(
      records.map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "" && value.length !== 0))),
      null,
      1,
    )}\n`;

  /** Hand the reader a file of some rows, `csv` or `json`. */
  Explore.download = async (rows, kind) => {
    await Explore.data.readTitles(rows);
    const records = rows.map(recordOf);
    const text = kind === "csv" ? csv(records) : json(records);
    const file = new Blob([text], { type: kind === "csv" ? "text/csv;charset=utf-8" : "application/json" });
    const link = Explore.make("a", { href: URL.createObjectURL(file), download: `incidents.${kind}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return records.length;
  };
})();
