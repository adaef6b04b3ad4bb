// What fits a state, shown everywhere: the number, the facet that was touched and the rows in view at once; the other
// facets, bars, map and rows when those are painted.
(() => {
  const { data } = Explore;
  const WARM_ROWS = 600000;
  const [FEWEST_ROUNDS, MOST_ROUNDS] = [12, 40];
  const ASIDE = "aside";
  let offered = 0;

  /** The first and last day that the chosen months reach, open ends included; a first view of a large archive begins later. */
  Explore.daysOf = ({ from, to }) => [
    from === null ? data.firstView() : data.firstDay(from),
    to === null ? data.OPEN_END : data.firstDay(to + 1) - 1,
  ];

  function signs(state, facet) {
    if (!state.chosen[facet].size) return null;
    const chosen = new Uint8Array(data.facets[facet].length);
    for (const place of state.chosen[facet]) chosen[place] = 1;
    return chosen;
  }

  /** What a state wants, in the terms of the filter. */
  function wantedBy(state) {
    const [from, to] = Explore.daysOf(state);
    const timed = from !== data.OPEN_START || to !== data.OPEN_END;
    return {
      from: timed ? from : null,
      to,
      undated: state.undated,
      words: Explore.withWords(state.q),
      chosen: Object.fromEntries(data.FACETS.map((facet) => [facet, signs(state, facet)])),
    };
  }

  const all = (chosen = {}) => ({ from: null, to: null, undated: true, words: null, chosen });

  /** Offer the values that occur in what is here, whenever more has come. */
  function offer(brush) {
    if (offered === data.loads) return;
    offered = data.loads;
    const { counts } = Explore.filter(all(), brush.barOf, brush.bars, ASIDE);
    Explore.offer(counts);
    Explore.readMap(counts.location);
  }

  /** Show what fits a state: `total` incidents; `otherRows()` and then `rest(addressOf)` show what can wait. */
  Explore.showOutcome = (state, brush, found) => {
    offer(brush);
    const outcome = Explore.filter(wantedBy(state), brush.barOf, brush.bars);
    const { total } = outcome;
    Explore.setText(found, total ? Explore.say("found", { shown: total }) : Explore.say("nothing"));
    const otherFacets = Explore.showFacets(outcome.counts, state.chosen);
    const otherRows = Explore.showTable(outcome.visible, state.sort, total);
    const rest = (addressOf) => {
      otherFacets();
      brush.draw(outcome.bars);
      Explore.showMap(outcome.counts.location, outcome.firm, state.chosen.location, (place) =>
        addressOf(Explore.writeAddress({ ...state, chosen: { ...state.chosen, location: new Set([place]) } })),
      );
      const unplaced = document.getElementById("explore-unplaced");
      if (unplaced) Explore.setText(unplaced, outcome.unplaced ? Explore.say("unplaced", { n: outcome.unplaced }) : "");
    };
    return { total, rest, otherRows };
  };

  /** Filter a few times while nobody waits, so that the browser has made fast code of it before the first click. */
  Explore.warmUp = (brush) => {
    const idle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 50));
    const rounds = Math.min(Math.max(Math.ceil(WARM_ROWS / data.total), FEWEST_ROUNDS), MOST_ROUNDS);
    let round = 0;
    const once = () => {
      const facet = data.FACETS[round % data.FACETS.length];
      Explore.filter(all({ [facet]: new Uint8Array(data.facets[facet].length).fill(round % 2) }), brush.barOf, brush.bars, ASIDE);
      round += 1;
      if (round < rounds) idle(once);
    };
    idle(once);
  };
})();
