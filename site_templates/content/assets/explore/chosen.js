// The filters in force, each as a button that takes it away.
(() => {
  const { make } = Explore;
  let taken = false;

  /** What a state asks for, as pairs: its words, and how to do without it. */
  function filters(state, timeName) {
    const { FACETS, facets } = Explore.data;
    const found = [];
    if (state.q.trim()) found.push([Explore.say("words", { words: state.q.trim() }), () => (state.q = "")]);
    if (state.from !== null || state.to !== null) found.push([timeName(), () => (state.from = state.to = null)]);
    if (!state.undated) found.push([Explore.say("without"), () => (state.undated = true)]);
    for (const facet of FACETS)
      for (const place of state.chosen[facet]) {
        const entry = facets[facet][place];
        const name = facet === "status" ? Explore.statusName(entry.key) : Explore.bdi(entry);
        found.push([name, () => state.chosen[facet].delete(place)]);
      }
    return found;
  }

  /** Show the filters of a state; `onTake(take)` is told how to do without one. How many there are. */
  Explore.showChosen = (state, timeName, onTake) => {
    const list = document.getElementById("explore-chosen");
    const found = filters(state, timeName);
    const buttons = found.map(([label, take]) => {
      const name = typeof label === "string" ? label : label.textContent;
      const cross = make("span", { "aria-hidden": "true" }, " ×");
      const one = make("button", { type: "button", "aria-label": Explore.say("remove", { name }) }, label, cross);
      one.addEventListener("click", () => {
        taken = true;
        onTake(take);
      });
      return one;
    });
    if (buttons.length || list.childNodes.length) list.replaceChildren(...buttons.flatMap((one) => [one, " "]));
    if (taken) (list.querySelector("button") ?? document.querySelector('[data-act="copy"]')).focus();
    taken = false;
    return found.length;
  };
})();
