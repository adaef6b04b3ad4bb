// One row of the table: its cells, copied from a row that was built with the page, and what is written into them.
(() => {
  const { make, setText } = Explore;
  const RELATIONS = ["", "near", "in", "over", "between"];
  let example;
  let pattern;

  /** Learn what a row looks like, and what addresses of incidents and locations look like. */
  Explore.startRows = (row) => {
    example = row;
    const { incident, id, location, place } = document.getElementById("explore").dataset;
    pattern = { incident: incident.split(id), location: cut(location, place.split("/").at(-2)) };
  };

  /** What stands before and after a key in an address. */
  function cut(address, key) {
    const at = address.lastIndexOf(key);
    return [address.slice(0, at), address.slice(at + key.length)];
  }

  Explore.incidentAddress = (id) => pattern.incident.join(id);

  /** A new row, and its parts. */
  Explore.newRow = () => {
    const row = example.cloneNode(true);
    const [date, status, title, place, lines, reports] = row.cells;
    return {
      row,
      date: date.querySelector(".date") ?? date,
      mark: status.querySelector(".row-mark"),
      status: status.querySelector(".row-status"),
      link: title.querySelector("a"),
      title: title.querySelector("bdi"),
      place,
      lines,
      reports,
      marks: new Map(),
    };
  };

  /** Write the title in the page's language where there is one; the id until a title is here. */
  function writeTitle(cells, row) {
    const { columns, translated } = Explore.data;
    const title = translated.get(columns.ids[row]);
    setText(cells.title, title ?? columns.titles[row] ?? columns.ids[row]);
    const foreign = title === undefined && document.documentElement.lang !== "en";
    if (cells.foreign === foreign) return;
    cells.foreign = foreign;
    for (const [name, value] of [["lang", "en"], ["dir", "ltr"]])
      if (foreign) cells.title.setAttribute(name, value);
      else cells.title.removeAttribute(name);
  }

  /** Write an incident into a row, unless it stands there already. */
  Explore.writeRow = (cells, row) => {
    writeTitle(cells, row);
    if (cells.holds === row) return;
    cells.holds = row;
    const { columns, facets } = Explore.data;
    setText(cells.date, Explore.dateWords(row));
    cells.date.classList.toggle("uncertain", !(columns.signs[row] & 1));
    writeStatus(cells, facets.status[columns.status.flat[columns.status.offset[row]]].key);
    cells.link.setAttribute("href", Explore.incidentAddress(columns.ids[row]));
    writePlace(cells, row);
    setText(cells.lines, String(columns.lines[row]));
    setText(cells.reports, String(columns.reports[row]));
  };

  function writeStatus(cells, status) {
    if (cells.shown === status) return;
    cells.shown = status;
    if (!cells.marks.has(status)) cells.marks.set(status, Explore.mark(status));
    cells.mark.replaceChildren(cells.marks.get(status));
    setText(cells.status, Explore.statusName(status));
  }

  /** Most rows have one place and nothing else to say about it: its link is used again. */
  function writePlace(cells, row) {
    const { columns, facets } = Explore.data;
    const plain = columns.places.size[row] === 1 && !columns.relations.has(row) && !columns.unfiled.has(row);
    if (!plain) {
      cells.plain = null;
      cells.place.replaceChildren(...placeOf(row));
      return;
    }
    const entry = facets.location[columns.places.flat[columns.places.offset[row]]];
    if (cells.plain === entry) return;
    const { text, own } = Explore.nameOf(entry);
    const link = cells.plain && cells.ownName === own ? cells.place.firstChild : null;
    [cells.plain, cells.ownName] = [entry, own];
    if (!link) {
      cells.place.replaceChildren(...placeOf(row));
      return;
    }
    link.setAttribute("href", pattern.location.join(entry.key));
    setText(link.firstChild, text);
  }

  /** Where a row is: its relation to its places, and the reports' words for one without a file. */
  function placeOf(row) {
    const { columns, facets } = Explore.data;
    const relation = RELATIONS[columns.relations.get(row) ?? 0];
    const start = columns.places.offset[row];
    const links = [...columns.places.flat.subarray(start, start + columns.places.size[row])].map((place) => {
      const entry = facets.location[place];
      return make("a", { href: pattern.location.join(entry.key) }, Explore.bdi(entry));
    });
    let whole = together(links);
    if (columns.unfiled.has(row)) {
      const stated = [make("bdi", {}, columns.unfiled.get(row))];
      const [around, ...others] = links;
      whole = others.length
        ? woven(Explore.say("unfiledand"), { stated, around: [around], others: together(others) })
        : woven(Explore.say("unfiled"), { stated, around: [around] });
    }
    return relation ? woven(Explore.say(relation), { place: whole }) : whole;
  }

  /** Links in a sentence: `a`, `a and b`, `a, b and c`. */
  function together(links) {
    let whole = links.slice(0, 1);
    for (const next of links.slice(1, -1)) whole = woven(Explore.say("next"), { before: whole, next: [next] });
    return links.length > 1 ? woven(Explore.say("and"), { before: whole, last: [links.at(-1)] }) : whole;
  }

  /** A phrase with elements where it has names in braces. */
  function woven(phrase, parts) {
    return phrase.split(/(\{[a-z]+\})/).flatMap((piece) => (/^\{.*\}$/.test(piece) ? (parts[piece.slice(1, -1)] ?? []) : piece ? [piece] : []));
  }
})();
