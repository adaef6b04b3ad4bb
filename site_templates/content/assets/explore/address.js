// The state of the page as its address tells it, such as `?status=confirmed,corroborated&from=2023-11&sort=-lines`, so
// that a selection can be sent to others and Back leads to the one before.
(() => {
  const SORTS = ["date", "status", "title", "location", "lines", "reports"];
  const LONGEST = 120;
  Explore.DEFAULT_SORT = "-date";

  /** The number of a month such as `2023-11`, or of a year's first or last month; null for anything else. */
  function monthOf(text, last) {
    const found = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
    if (!found) return null;
    const month = found[2] === undefined ? (last ? 11 : 0) : Number(found[2]) - 1;
    return month < 0 || month > 11 ? null : Number(found[1]) * 12 + month;
  }

  Explore.monthText = (month) =>
    `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

  /** The state that a query string tells, and what in it this archive does not know. */
  Explore.readAddress = (query) => {
    const { FACETS, facets } = Explore.data;
    const asked = new URLSearchParams(query);
    const state = { q: (asked.get("q") ?? "").slice(0, LONGEST), from: null, to: null, undated: true, chosen: {} };
    const unknown = [];
    for (const facet of FACETS) {
      const places = new Map(facets[facet].map((entry, place) => [entry.key, place]));
      const values = asked.getAll(facet).flatMap((text) => text.split(",")).filter(Boolean);
      state.chosen[facet] = new Set(values.filter((key) => places.has(key)).map((key) => places.get(key)));
      unknown.push(...values.filter((key) => !places.has(key)).map((key) => `${facet}=${key}`));
    }
    for (const [name, last] of [["from", false], ["to", true]]) {
      const text = asked.get(name);
      if (!text) continue;
      state[name] = monthOf(text, last);
      if (state[name] === null) unknown.push(`${name}=${text}`);
    }
    const undated = asked.get("undated");
    state.undated = undated !== "no";
    if (undated && undated !== "no") unknown.push(`undated=${undated}`);
    const sort = asked.get("sort") || Explore.DEFAULT_SORT;
    state.sort = SORTS.includes(sort.replace(/^-/, "")) ? sort : Explore.DEFAULT_SORT;
    if (state.sort !== sort) unknown.push(`sort=${sort}`);
    const known = [...FACETS, "q", "from", "to", "undated", "sort"];
    for (const [name, value] of asked) if (!known.includes(name)) unknown.push(`${name}=${value}`);
    return { state, unknown };
  };

  /** The query string of a state; empty for that of a fresh page. */
  Explore.writeAddress = (state) => {
    const { FACETS, facets } = Explore.data;
    const parts = [];
    const add = (name, values) =>
      parts.push(`${name}=${values.map((value) => encodeURIComponent(value).replaceAll("%20", "+")).join(",")}`);
    if (state.q.trim()) add("q", [state.q.trim()]);
    for (const facet of FACETS)
      if (state.chosen[facet].size) add(facet, [...state.chosen[facet]].map((place) => facets[facet][place].key));
    if (state.from !== null) add("from", [Explore.monthText(state.from)]);
    if (state.to !== null) add("to", [Explore.monthText(state.to)]);
    if (!state.undated) add("undated", ["no"]);
    if (state.sort !== Explore.DEFAULT_SORT) add("sort", [state.sort]);
    return parts.length ? `?${parts.join("&")}` : "";
  };
})();
