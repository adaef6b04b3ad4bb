/** What is asked, as the page's address says it: `?q=koniko&status=confirmed&status=contested&sort=date`. */

/** The words, the way to sort and the chosen values in an address. */
export function asked(facets) {
  const told = new URLSearchParams(location.search);
  const text = (told.get("q") ?? "").slice(0, 200);
  return { text, sort: told.get("sort") === "date" ? "date" : "", chosen: new Map(facets.map(({ name }) => [name, told.getAll(name)])) };
}

/** Write what is asked into the address: as a step that Back takes back, or in place of the present one. */
export function tell(text, facets, sort, { step }) {
  const told = new URLSearchParams();
  if (text.trim()) told.set("q", text.trim());
  for (const facet of facets) for (const value of facet.chosen) told.append(facet.name, value);
  if (sort) told.set("sort", sort);
  const address = `${location.pathname}${told.size ? `?${told}` : ""}`;
  if (address === location.pathname + location.search) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}
