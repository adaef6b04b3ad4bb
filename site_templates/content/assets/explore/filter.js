// Which incidents fit all filters, and how many each value of a facet would leave. A facet's numbers leave its own
// filter out of account: each row is asked once which filters it fails, and one that fails a single one still counts
// for the values of that one.
(() => {
  const TIME = 1;
  const WORDS = 2;
  const FIRM = 2;
  const BARS = 6;

  function fits(list, row, chosen) {
    const start = list.offset[row];
    const end = start + list.size[row];
    for (let at = start; at < end; at += 1) if (chosen[list.flat[at]]) return true;
    return false;
  }

  function count(list, row, numbers) {
    const start = list.offset[row];
    const end = start + list.size[row];
    for (let at = start; at < end; at += 1) numbers[list.flat[at]] += 1;
  }

  const rooms = {};

  /** Where the numbers of an outcome are kept; used again by the next, so that a click leaves nothing to sweep up. */
  function emptied(bars, name) {
    const { facets, FACETS, begins, values, total } = Explore.data;
    let room = rooms[name];
    if (!room) {
      const all = new Uint32Array(values);
      room = {
        visible: new Uint8Array(total),
        all,
        counts: FACETS.map((facet) => all.subarray(begins[facet], begins[facet] + facets[facet].length)),
        firm: new Uint32Array(facets.location.length),
        drawn: new Uint32Array(bars * BARS),
      };
      rooms[name] = room;
    }
    for (const part of ["visible", "all", "firm", "drawn"]) room[part].fill(0);
    return room;
  }

  /** One pass over the rows.

   `wanted` is `{from, to, undated, words, chosen}`: days or null, whether to keep the undated, a sign for each row that
   has the words or null, and for each facet a sign for each chosen value or null. `barOf` leads from a month to its bar.
   The outcome is `{visible, total, unplaced, counts, firm, bars}`; `bars` has six numbers a bar, one a status, and
   `unplaced` is how many of the rows stand at no point of the map. It holds until the next call with the same `room`. */
  Explore.filter = (wanted, barOf, bars, room = "shown") => {
    const { columns, FACETS, OPEN_START, OPEN_END, ranges } = Explore.data;
    const { visible, all, counts, firm, drawn } = emptied(bars, room);
    const place = FACETS.indexOf("location");
    const lists = FACETS.map((facet) => columns[facet]);
    const asked = FACETS.map((facet, at) => ({ at, bit: 4 << at, list: lists[at], chosen: wanted.chosen[facet] })).filter(
      ({ chosen }) => chosen,
    );
    const { first, last, month, status, every, pointed } = columns;
    const timed = wanted.from !== null;
    let found = 0;
    let unplaced = 0;

    const failed = (row) => {
      let fails = 0;
      if (first[row] === OPEN_START || last[row] === OPEN_END) {
        if (!wanted.undated) fails = TIME;
      }
      if (timed && (last[row] < wanted.from || first[row] > wanted.to)) fails = TIME;
      if (wanted.words && !wanted.words[row]) fails |= WORDS;
      for (const { bit, list, chosen } of asked) {
        if (!fits(list, row, chosen)) fails |= bit;
        if (fails & (fails - 1)) return fails;
      }
      return fails;
    };

    for (const [start, end] of ranges)
      for (let row = start; row < end; row += 1) {
        const fails = failed(row);
        if (fails & (fails - 1) || fails === WORDS) continue;
        const standing = status.flat[status.offset[row]];
        if (fails === 0) {
          visible[row] = 1;
          found += 1;
          if (!pointed[row]) unplaced += 1;
          count(every, row, all);
          if (standing < FIRM) count(lists[place], row, firm);
        } else if (fails !== TIME) {
          const at = 29 - Math.clz32(fails);
          count(lists[at], row, counts[at]);
          if (at === place && standing < FIRM) count(lists[place], row, firm);
        }
        if (fails <= TIME && month[row] >= 0) drawn[barOf(month[row]) * BARS + standing] += 1;
      }
    return {
      visible,
      total: found,
      unplaced,
      counts: Object.fromEntries(FACETS.map((facet, at) => [facet, counts[at]])),
      firm,
      bars: drawn,
    };
  };
})();
