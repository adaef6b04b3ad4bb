// The explore page: one state, told by the address; every change of it filters anew and shows the outcome everywhere.
(() => {
  const PAUSE = 150;
  const MANY = 2000;
  const page = document.getElementById("explore");
  const found = document.getElementById("explore-found");
  const notice = document.getElementById("explore-notice");
  const words = document.getElementById("explore-q");
  const later = document.getElementById("explore-later");
  let undated;
  let brush;
  let state;
  let typing;
  let turn = 0;

  const { data, make } = Explore;

  const button = (act) => document.querySelector(`[data-act="${act}"]`);

  /** Read what the state needs and show what fits it. */
  async function show() {
    turn += 1;
    const own = turn;
    const span = Explore.daysOf(state);
    if (!data.has(...span)) found.textContent = Explore.say("part");
    let whole = true;
    try {
      if (!data.has(...span)) await data.load(...span);
      if (state.q.trim() || state.sort.endsWith("title") || data.lacksAtFirst()) await readTitles();
    } catch {
      whole = false;
    }
    if (own !== turn) return;
    if (!whole) notice.textContent = Explore.say("late");
    shown(Explore.showOutcome(state, brush, found));
  }

  async function readTitles() {
    const all = [...data.rows()];
    if (!data.lacksTitles(all)) return;
    try {
      await data.readTitles(all);
    } finally {
      Explore.refold();
      Explore.reorder();
    }
  }

  /** What is in sight is shown; show the rest once that is painted, unless the state has changed since. */
  function shown({ total, rest, otherRows }) {
    const own = turn;
    const then = page.dataset.ready ? Explore.afterPaint : (task) => task();
    then(() => own === turn && otherRows());
    then(() => {
      if (own !== turn) return;
      rest((address) => location.pathname + address);
      button("clear").disabled = !Explore.showChosen(state, brush.name, (take) => {
        take();
        words.value = state.q;
        moved(true);
      });
      for (const act of ["csv", "json"]) button(act).disabled = !total;
      later.hidden = state.from !== null || data.firstView() === data.OPEN_START;
      page.dataset.shown = String(own);
    });
  }

  /** The state has changed: say so in the address, as a step that Back undoes or in place, and show it. */
  function moved(step) {
    const address = location.pathname + Explore.writeAddress(state) + location.hash;
    if (notice.textContent) notice.textContent = "";
    follow();
    const shown = show();
    Explore.afterPaint(() => {
      if (step) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
      page.dataset.address = address;
    });
    return shown;
  }

  /** Let the controls say what the state says. */
  function follow() {
    brush.show(state.from, state.to);
    if (undated) undated.checked = state.undated;
    if (document.activeElement !== words) words.value = state.q;
  }

  function read() {
    const told = Explore.readAddress(location.search);
    state = told.state;
    notice.textContent = told.unknown.length ? `${Explore.say("unknown")} ${told.unknown.join(" · ").slice(0, 400)}` : "";
    words.value = state.q;
    follow();
    return show();
  }

  function flip(facet, place, wanted) {
    if (wanted) state.chosen[facet].add(place);
    else state.chosen[facet].delete(place);
    moved(true);
  }

  // While a hand drags, the address follows in place; the step that Back undoes is made when it lets go.
  let before = null;
  function brushed([from, to], over) {
    before ??= Explore.writeAddress(state);
    [state.from, state.to] = [from, to];
    if (over) {
      const [start, hash] = [location.pathname + before, location.hash];
      Explore.afterPaint(() => history.replaceState(null, "", start + hash));
      const same = before === Explore.writeAddress(state);
      before = null;
      moved(!same);
    } else moved(false);
  }

  // The first letter is a step that Back undoes; those after it change the address in place until the field is left.
  let stepped = false;
  function typed() {
    clearTimeout(typing);
    if (words.value === state.q) return;
    state.q = words.value;
    moved(!stepped);
    stepped = true;
  }

  const acts = {
    rest: () => {
      state.from = data.manifest.months.first;
      moved(true);
      words.focus();
    },
    clear: () => {
      state = { ...Explore.readAddress("").state, sort: state.sort };
      words.value = "";
      moved(true);
      words.focus();
    },
    copy: async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        notice.textContent = Explore.say("copied");
      } catch {
        const field = make("input", { type: "text", readonly: true, value: location.href, "aria-label": Explore.say("copy") });
        notice.replaceChildren(`${Explore.say("copy")} `, field);
        field.select();
      }
    },
    csv: () => save("csv"),
    json: () => save("json"),
  };

  async function save(kind) {
    notice.textContent = Explore.say("saved", { n: await Explore.download(Explore.fitting(), kind) });
  }

  async function start() {
    Explore.readWords(page);
    Explore.readPhrases(page.dataset.phrases);
    try {
      await data.open(page.dataset.manifest);
      page.classList.toggle("many", data.total > MANY);
      undated = document.getElementById("explore-undated");
      brush = Explore.startBrush(brushed, page.dataset.months.split("|"));
      Explore.startFacets(flip);
      Explore.startMap((place) => flip("location", place, !state.chosen.location.has(place)));
      Explore.startTable((sort) => {
        state.sort = sort;
        moved(true);
      });
      later.querySelector("span").textContent = Explore.say("later", { month: brush.monthName(data.monthOf(data.firstView())) });
      await read();
    } catch (fault) {
      found.textContent = Explore.say("failed");
      page.classList.add("failed");
      throw fault;
    }
    words.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(typed, PAUSE);
    });
    words.addEventListener("change", typed);
    words.addEventListener("focus", () => {
      stepped = false;
    });
    undated?.addEventListener("change", () => {
      state.undated = undated.checked;
      moved(true);
    });
    for (const [act, run] of Object.entries(acts)) button(act).addEventListener("click", run);
    addEventListener("popstate", read);
    page.dataset.ready = "yes";
    Explore.warmUp(brush);
  }

  start();
})();
