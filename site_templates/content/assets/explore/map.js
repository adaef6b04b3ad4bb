// The map that was drawn at build, made to filter: circles that choose a place and follow the other filters, and a zoom.
(() => {
  const { draw } = Explore;
  const MOST = 30;
  const CLOSE = 24;
  const LARGEST = 20;
  const LARGEST_NARROW = 13;
  const WIDE = 430;
  const DEEPEST = 5;
  const CENTRE = 50;

  let drawing;
  let ground;
  let box;
  let zoom = 0;
  let middle = [CENTRE, CENTRE];
  let totals;
  let marks = [];
  let layer;
  let latest;
  let change;
  let moved = [];

  const scale = () => 2 ** zoom;
  const edge = (at) => Math.min(Math.max(middle[at] - CENTRE / scale(), 0), 100 - 100 / scale());
  /** Where a place in percent of the whole map stands in percent of what is shown. */
  const shownAt = ([x, y]) => [(x - edge(0)) * scale(), (y - edge(1)) * scale()];
  const onMap = ([lon, lat]) => [(100 * (lon - box[0])) / (box[2] - box[0]), (100 * (box[3] - lat)) / (box[3] - box[1])];

  /** Ready the map; `onChange(place)` tells which location was chosen or given up. */
  Explore.startMap = (onChange) => {
    drawing = document.querySelector("#explore-map .map-drawing");
    const text = document.getElementById("explore").dataset.box;
    if (!drawing || !text) return;
    change = onChange;
    box = text.split(" ").map(Number);
    ground = drawing.querySelector("svg[viewBox]");
    drawing.classList.add("live");
    for (const element of drawing.querySelectorAll(".map-name, .map-ring")) {
      const [x, y, r] = ["x", "y", "r"].map((name) => element.getAttribute(name === "r" ? "r" : element.tagName === "circle" ? `c${name}` : name));
      moved.push({ element, at: [parseFloat(x), parseFloat(y)], r: r && parseFloat(r) });
    }
    for (const element of drawing.querySelectorAll(":scope > svg > .map-scale")) moved.push({ scale: element.parentElement });
    layer = draw("g", { class: "live-marks" });
    drawing.append(layer);
    for (const button of document.querySelectorAll("[data-zoom]"))
      button.addEventListener("click", () => zoomBy(button.dataset.zoom === "in" ? 1 : -1));
    new ResizeObserver(() => totals && place()).observe(drawing);
  };

  function zoomBy(step) {
    if (step > 0 && zoom === 0) middle = weighted();
    zoom = Math.min(Math.max(zoom + step, 0), DEEPEST);
    for (const button of document.querySelectorAll("[data-zoom]"))
      button.disabled = button.dataset.zoom === "in" ? zoom === DEEPEST : zoom === 0;
    place();
  }

  /** The middle of the chosen places, or of most incidents that are left. */
  function weighted() {
    const { facets } = Explore.data;
    const chosen = [...latest.chosen].filter((at) => facets.location[at].point);
    const places = chosen.length ? chosen : marks.map((mark) => mark.place).filter((at) => latest.counts[at]);
    if (!places.length) return [CENTRE, CENTRE];
    const weight = (at) => latest.counts[at] || 1;
    const all = places.reduce((sum, at) => sum + weight(at), 0);
    return [0, 1].map((axis) => places.reduce((sum, at) => sum + onMap(facets.location[at].point)[axis] * weight(at), 0) / all);
  }

  /** How many incidents each location has in all that was read. */
  Explore.readMap = (numbers) => {
    totals = numbers.slice();
    if (drawing) place();
  };

  /** Put the ground, names and circles where this zoom has them. */
  function place() {
    const { width, height } = drawing.getBoundingClientRect();
    if (!width) return;
    if (ground) {
      ground.dataset.whole ??= ground.getAttribute("viewBox");
      const [, , w, h] = ground.dataset.whole.split(" ").map(Number);
      ground.setAttribute("viewBox", `${(edge(0) * w) / 100} ${(edge(1) * h) / 100} ${w / scale()} ${h / scale()}`);
    }
    for (const { element, at, r, scale: bar } of moved) {
      if (bar) {
        bar.classList.toggle("off", zoom > 0);
        continue;
      }
      const [x, y] = shownAt(at);
      const names = r ? ["cx", "cy"] : ["x", "y"];
      element.setAttribute(names[0], `${x}%`);
      element.setAttribute(names[1], `${y}%`);
      if (r) element.setAttribute("r", `${r * scale()}%`);
    }
    build(width, height);
    if (latest) update();
  }

  /** Locations to draw: those with a point in sight; one too close to a larger one around it is counted there. */
  function inSight(width, height) {
    const { facets, around } = Explore.data;
    const spot = (at) => {
      const [x, y] = shownAt(onMap(facets.location[at].point));
      return [(x * width) / 100, (y * height) / 100];
    };
    const drawn = new Map();
    const known = facets.location.map((_, at) => at).filter((at) => facets.location[at].point && totals[at]);
    known.sort((one, other) => around[one].length - around[other].length || totals[other] - totals[one]);
    for (const at of known) {
      const point = spot(at);
      if (point[0] < 0 || point[1] < 0 || point[0] > width || point[1] > height) continue;
      const holder = around[at].slice(1).find((larger) => drawn.has(larger) && Math.hypot(drawn.get(larger)[0] - point[0], drawn.get(larger)[1] - point[1]) < CLOSE);
      if (holder === undefined) drawn.set(at, point);
    }
    return [...drawn].sort(([one], [other]) => totals[other] - totals[one]).slice(0, MOST);
  }

  /** Rectangles of what was drawn at build and is still shown: names of countries, the scale. */
  function takenUp() {
    const { left, top } = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll(".map-name, .map-scale, .map-scale-words")]
      .map((element) => element.getBoundingClientRect())
      .filter((one) => one.width)
      .map((one) => [one.left - left, one.top - top, one.right - left, one.bottom - top]);
  }

  function build(width, height) {
    const found = inSight(width, height);
    const most = Math.max(1, ...found.map(([at]) => totals[at]));
    const largest = width > WIDE ? LARGEST : LARGEST_NARROW;
    const sizes = Explore.radii(found.map(([at]) => totals[at]), most, largest);
    const stand = Explore.spread(found.map(([, point]) => point), sizes, width, height);
    const names = found.map(([at]) => Explore.nameOf(Explore.data.facets.location[at]).text.replace(/ \(.*\)$/, ""));
    const labels = Explore.labelled(stand, sizes, names.map((name, at) => `${name} ${totals[found[at][0]]}`), width, height, takenUp());
    const focused = document.activeElement?.dataset?.place;
    marks = found.map(([at, point], index) => mark(at, point, stand[index], names[index], labels[index], { most, largest, size: sizes[index] }));
    layer.replaceChildren(...marks.map(({ element }) => element));
    if (focused !== undefined) layer.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
  }

  function mark(place, [x, y], [sx, sy], name, label, sized) {
    const disc = draw("circle", { class: "map-disc" });
    const firm = draw("path", { class: "map-firm" });
    const number = draw("tspan");
    const group = draw("g", { transform: `translate(${sx.toFixed(1)} ${sy.toFixed(1)})` });
    group.append(draw("circle", { class: "map-reach", r: Math.max(12, sized.size + 3).toFixed(1) }), disc, firm);
    if (label) group.append(draw("text", { x: label.x, y: label.y, "text-anchor": label.anchor }, `${name} `, number));
    const link = draw("a", { class: "map-mark live-mark", "data-place": place });
    if (Math.hypot(sx - x, sy - y) > 2)
      link.append(draw("path", { class: "map-leader", d: `M${x} ${y}L${sx} ${sy}` }), draw("circle", { class: "map-true", cx: x, cy: y, r: 1.6 }));
    const title = draw("title");
    link.append(title, group);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      change(place);
    });
    return { place, element: link, disc, firm, number, title, label, sized };
  }

  function update() {
    const { counts, firm, chosen, address } = latest;
    for (const mark of marks) {
      const { place, element, disc, firm: part, number, title, sized } = mark;
      const now = `${counts[place]} ${firm[place]} ${chosen.has(place)}`;
      element.setAttribute("href", address(place));
      if (mark.now === now) continue;
      mark.now = now;
      const [radius] = Explore.radii([counts[place]], sized.most, sized.largest);
      const share = counts[place] ? firm[place] / counts[place] : 0;
      disc.setAttribute("r", radius.toFixed(1));
      disc.classList.toggle("map-firm", share === 1);
      part.setAttribute("d", Explore.sector(radius, share));
      number.textContent = counts[place];
      const words = Explore.say("place", {
        name: Explore.nameOf(Explore.data.facets.location[place]).text,
        n: counts[place],
        firm: firm[place],
      });
      title.textContent = words;
      element.setAttribute("aria-label", words);
      element.setAttribute("aria-current", String(chosen.has(place)));
      element.classList.toggle("none-left", !counts[place]);
    }
  }

  /** Show numbers of incidents, and of those confirmed or corroborated, by location, and which are chosen. */
  Explore.showMap = (counts, firm, chosen, address) => {
    latest = { counts, firm, chosen, address };
    if (drawing) update();
  };
})();
