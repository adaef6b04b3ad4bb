// The filters by value: a list of check boxes for each facet, with how many incidents each value would leave.
(() => {
  const { make } = Explore;
  const FIRST_SHOWN = 24;
  const DEEPEST = 6;
  const panels = [];
  let change;
  let touched;

  /** Positions of values in the order in which they are offered: the most frequent first; those within others as a tree. */
  function ordered(facet, numbers) {
    const entries = Explore.data.facets[facet];
    const names = entries.map((entry) => Explore.nameOf(entry).text);
    const rank = (one, other) => numbers[other] - numbers[one] || names[one].localeCompare(names[other]);
    const all = entries.map((_, place) => place).filter((place) => numbers[place]);
    if (!entries.some((entry) => entry.within !== undefined)) return all.sort(rank).map((place) => ({ place, depth: 0 }));
    const inside = new Map();
    for (const place of all) {
      const around = entries[place].within;
      const key = all.includes(around) ? around : -1;
      inside.set(key, [...(inside.get(key) ?? []), place]);
    }
    const walk = (key, depth) =>
      (inside.get(key) ?? []).sort(rank).flatMap((place) => [{ place, depth }, ...walk(place, depth + 1)]);
    return walk(-1, 0);
  }

  function value(panel, { place, depth }) {
    const entry = Explore.data.facets[panel.facet][place];
    const box = make("input", { type: "checkbox", value: entry.key });
    const count = make("span", { class: "count" });
    const label = make(
      "label",
      { class: `facet-value${depth ? ` depth-${Math.min(depth, DEEPEST)}` : ""}` },
      box,
      make("span", { class: "facet-name" }, Explore.bdi(entry)),
      " ",
      count,
    );
    panel.values.push({ place, box, count, label });
    box.addEventListener("change", () => changed(panel, place, box.checked));
    return label;
  }

  /** Take over the boxes that stand in the page, which are those of the statuses. */
  function adopt(panel) {
    for (const box of panel.group.querySelectorAll("input")) {
      const place = Explore.data.facets[panel.facet].findIndex((entry) => entry.key === box.value);
      const label = box.closest("label");
      panel.values.push({ place, box, count: label.querySelector(".count"), label });
      box.addEventListener("change", () => changed(panel, place, box.checked));
    }
    panel.built = true;
  }

  function changed(panel, place, wanted) {
    touched = panel;
    change(panel.facet, place, wanted);
  }

  function build(panel) {
    const all = ordered(panel.facet, panel.totals);
    panel.values = [];
    const few = panel.whole ? all : all.filter(({ place }, at) => at < FIRST_SHOWN || panel.chosen.has(place));
    const more = make("button", { type: "button", class: "facet-more" });
    more.textContent = panel.whole ? Explore.say("fewer") : Explore.say("more", { n: all.length });
    more.addEventListener("click", () => {
      panel.whole = !panel.whole;
      build(panel);
      update(panel);
      panel.group.querySelector(".facet-more").focus();
    });
    panel.group.replaceChildren(...few.map((found) => value(panel, found)));
    if (all.length > FIRST_SHOWN) panel.group.append(more);
    panel.built = true;
  }

  function update(panel) {
    const { element, facet, chosen, numbers } = panel;
    Explore.setText(panel.badge, chosen.size ? String(chosen.size) : "");
    if (!element.open) return;
    if (!panel.built || [...chosen].some((place) => !panel.values.some((known) => known.place === place))) build(panel);
    for (const known of panel.values) {
      const wanted = chosen.has(known.place);
      if (known.box.checked !== wanted) known.box.checked = wanted;
      const number = numbers[known.place];
      if (known.number === number) continue;
      known.number = number;
      Explore.setText(known.count, String(number));
      known.label.classList.toggle("none-left", !number);
    }
  }

  /** Ready the facets; `onChange(facet, place, wanted)` tells which value was chosen or given up. */
  Explore.startFacets = (onChange) => {
    change = onChange;
    for (const element of document.querySelectorAll("[data-facet]")) {
      const facet = element.dataset.facet;
      const badge = make("span", { class: "facet-chosen" });
      const panel = { element, facet, badge, group: element.querySelector('[role="group"]'), values: [], chosen: new Set() };
      element.querySelector("summary").append(" ", badge);
      if (facet === "status") adopt(panel);
      element.addEventListener("toggle", () => panel.numbers && update(panel));
      panels.push(panel);
    }
  };

  /** Which values there are, by how many incidents have each in all that was read. */
  Explore.offer = (totals) => {
    for (const panel of panels) {
      panel.totals = totals[panel.facet].slice();
      if (panel.facet !== "status") panel.built = false;
      panel.element.hidden = !panel.totals.some(Boolean);
    }
  };

  /** Show how many each value would leave: now where the hand is; the outcome, called, shows the others. */
  Explore.showFacets = (counts, chosen) => {
    for (const panel of panels) {
      panel.numbers = counts[panel.facet];
      panel.chosen = chosen[panel.facet];
    }
    const first = touched;
    touched = undefined;
    if (first) update(first);
    return () => panels.filter((panel) => panel !== first).forEach(update);
  };
})();
