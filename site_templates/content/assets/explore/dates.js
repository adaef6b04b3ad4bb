// Dates in short words of the page's language: the data say which phrase and what stands in it, the page has the phrases.
(() => {
  const phrases = new Map();

  /** Take the phrases, one a line: `about=c. {date}`. */
  Explore.readPhrases = (text) => {
    for (const line of text.split("\n")) {
      const at = line.indexOf("=");
      if (at > 0) phrases.set(line.slice(0, at), line.slice(at + 1));
    }
  };

  const filled = (key, values) => (phrases.get(key) ?? "").replace(/\{([a-z]+)\}/g, (_, name) => values[name] ?? "");

  /** The words of a code such as `[about|date=[month-year|month=[month-3]|year=2024]]`. */
  function words(code) {
    let at = 0;
    const until = (signs) => {
      const start = at;
      while (at < code.length && !signs.includes(code[at])) at += 1;
      return code.slice(start, at);
    };
    const phrase = () => {
      at += 1;
      const key = until("|]");
      const values = {};
      while (code[at] === "|") {
        at += 1;
        const name = until("=");
        at += 1;
        values[name] = code[at] === "[" ? phrase() : until("|]");
      }
      at += 1;
      return filled(key, values);
    };
    return phrase();
  }

  /** A row's date in words. */
  Explore.dateWords = (row) => {
    const { columns, isoDay } = Explore.data;
    const told = columns.dates.get(row);
    if (told) return words(told[1]);
    const [year, month, day] = isoDay(columns.first[row]).split("-");
    return filled("day-month-year", { day: Number(day), month: filled(`month-${Number(month)}`, {}), year });
  };

  /** A row's date as its record states it (EDTF). */
  Explore.dateCode = (row) => {
    const { columns, isoDay } = Explore.data;
    return columns.dates.get(row)?.[0] ?? isoDay(columns.first[row]);
  };
})();
