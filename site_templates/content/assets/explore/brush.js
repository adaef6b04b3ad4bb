// Incidents by month as bars, over which a span of time is chosen: by dragging, or by two sliders.
(() => {
  const { draw } = Explore;
  const TOP = 16;
  const HEIGHT = 150;
  const MOST_MONTHS = 240;
  const STATUSES = 6;
  const ABOVE = 1;
  const GAP = 0.16;

  let names = [];
  let first = 0;
  let unit = 1;
  let bars = 0;
  let highest = 1;
  let drawing;
  let parts = [];
  let shown = [];
  let shades = [];
  let sliders;
  let change;
  let span = [0, 0];
  let shaded;
  let partial = false;

  const monthName = (month) =>
    Explore.say("month", { month: names[month % 12], year: String(Math.floor(month / 12)).padStart(4, "0") });

  /** The bar of a month; months beyond the ends belong to the outermost bars. */
  const barOf = (month) => Math.floor((month - first) / unit);
  const barName = (bar) => (unit === 1 ? monthName(first + bar) : String(Math.floor(first / 12) + bar));

  function build(figure, totals) {
    drawing = figure.querySelector(".chart-drawing");
    drawing.classList.add("brush");
    const group = draw("svg", { y: TOP, class: "brush-bars", overflow: "visible" });
    group.append(draw("line", { x1: 0, x2: "100%", y1: 0, y2: 0, class: "chart-grid" }));
    group.append(draw("line", { x1: 0, x2: "100%", y1: HEIGHT, y2: HEIGHT, class: "chart-axis" }));
    const width = 100 / bars;
    for (let bar = 0; bar < bars; bar += 1) {
      const stack = [];
      const across = {
        x: `${((bar + GAP / 2) * width).toFixed(3)}%`,
        width: `${((1 - GAP) * width).toFixed(3)}%`,
      };
      const height = (HEIGHT * totals[bar]) / highest;
      group.append(draw("rect", { class: "brush-total", ...across, y: HEIGHT - height, height }));
      for (let status = 0; status < STATUSES; status += 1) {
        const part = draw("rect", {
          class: `seg seg-${Explore.data.facets.status[status].key}`,
          ...across,
          y: HEIGHT,
          height: 0,
        });
        stack.push(part);
        group.append(part);
      }
      parts.push(stack);
    }
    group.append(...yearMarks(width));
    shades = [0, 1].map(() => draw("rect", { class: "brush-shade", y: -ABOVE, height: HEIGHT + 2 * ABOVE, width: 0 }));
    const edges = [0, 1].map(() => draw("line", { class: "brush-edge", y1: -TOP + 4, y2: HEIGHT + 5 }));
    shades.push(...edges);
    group.append(...shades);
    drawing.append(draw("rect", { class: "brush-reach", width: "100%", height: HEIGHT + TOP + 24 }), group);
  }

  function yearMarks(width) {
    const marks = [];
    const years = unit === 1 ? 12 : 1;
    const every = Math.ceil(bars / years / 8);
    for (let bar = 0, seen = 0; bar < bars; bar += 1) {
      if (bar && (first / unit + bar) % years) continue;
      const x = `${((bar + GAP / 2) * width).toFixed(3)}%`;
      marks.push(draw("line", { x1: x, x2: x, y1: HEIGHT, y2: HEIGHT + 5, class: "chart-axis" }));
      const close = bar === 0 && unit === 1 && first % 12 && (12 - (first % 12)) * width < 7;
      if (seen % every === 0 && !close)
        marks.push(draw("text", { x, y: HEIGHT + 18 }, String(Math.floor((first + bar * unit) / 12))));
      seen += close ? 0 : 1;
    }
    return marks;
  }

  /** Ready the chart and its sliders; `onChange(span, over)` tells the chosen months and whether the hand has let go. */
  Explore.startBrush = (onChange, monthNames) => {
    names = monthNames;
    change = onChange;
    const { months } = Explore.data.manifest;
    const figure = document.getElementById("explore-chart");
    if (!figure || !months.counts.length) return { barOf: () => 0, bars: 0, show: () => {}, draw: () => {}, name: () => "", monthName };
    // Where a first view leaves out the early years, an open beginning means those; the very first month is then told.
    partial = Explore.data.firstView() !== Explore.data.OPEN_START;
    unit = months.counts.length > MOST_MONTHS ? 12 : 1;
    first = unit === 1 ? months.first : months.first - (months.first % 12);
    bars = barOf(months.first + months.counts.length - 1) + 1;
    const totals = new Array(bars).fill(0);
    months.counts.forEach((counts, at) => {
      totals[barOf(months.first + at)] += counts.reduce((sum, number) => sum + number, 0);
    });
    highest = Math.max(1, ...totals);
    build(figure, totals);
    sliders = ["from", "to"].map((name) => document.getElementById(`explore-${name}`));
    for (const slider of sliders) {
      slider.max = bars - 1;
      slider.addEventListener("input", () => slid(slider, false));
      slider.addEventListener("change", () => slid(slider, true));
    }
    follow();
    show(null, null);
    return { barOf, bars, show, draw: redraw, name: spanName, monthName };
  };

  /** The chosen months as words. */
  const spanName = () => Explore.say("time", { first: barName(span[0]), last: barName(span[1]) });

  const ends = () => [
    span[0] === 0 && !partial ? null : first + span[0] * unit,
    span[1] === bars - 1 ? null : first + (span[1] + 1) * unit - 1,
  ];

  function choose(from, to, over) {
    span = [Math.max(0, Math.min(from, to)), Math.min(bars - 1, Math.max(from, to))];
    shade();
    change(ends(), over);
  }

  function slid(slider, over) {
    const [from, to] = sliders.map((one) => Number(one.value));
    if (slider === sliders[0]) choose(Math.min(from, to), to, over);
    else choose(from, Math.max(from, to), over);
  }

  function follow() {
    let anchor = null;
    let before;
    const barAt = (event) => {
      const box = drawing.getBoundingClientRect();
      return Math.max(0, Math.min(bars - 1, Math.floor(((event.clientX - box.left) / box.width) * bars)));
    };
    drawing.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      anchor = barAt(event);
      before = [...span];
      drawing.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    drawing.addEventListener("pointermove", (event) => {
      if (anchor === null) return;
      const at = barAt(event);
      if (at !== span[1] || anchor !== span[0]) choose(anchor, at, false);
    });
    drawing.addEventListener("pointerup", (event) => {
      if (anchor === null) return;
      const at = barAt(event);
      const again = at === anchor && before[0] === at && before[1] === at;
      if (again) {
        show(null, null);
        change([null, null], true);
      } else choose(anchor, at, true);
      anchor = null;
    });
    drawing.addEventListener("pointercancel", () => {
      if (anchor !== null) choose(...before, true);
      anchor = null;
    });
  }

  /** Show a span of months as chosen; null for an open end. */
  function show(from, to) {
    const within = (bar) => Math.max(0, Math.min(bars - 1, bar));
    const begin = from === null && partial ? Explore.data.monthOf(Explore.data.firstView()) : from;
    span = [begin === null ? 0 : within(barOf(begin)), to === null ? bars - 1 : within(barOf(to))];
    shade();
  }

  function shade() {
    if (shaded === span.join()) return;
    shaded = span.join();
    const width = 100 / bars;
    const [left, right] = [span[0] * width, (span[1] + 1) * width];
    const whole = span[0] === 0 && span[1] === bars - 1;
    shades[0].setAttribute("width", `${left}%`);
    shades[1].setAttribute("x", `${right}%`);
    shades[1].setAttribute("width", `${Math.max(0, 100 - right)}%`);
    [left, right].forEach((x, at) => {
      shades[2 + at].setAttribute("x1", `${x}%`);
      shades[2 + at].setAttribute("x2", `${x}%`);
      shades[2 + at].classList.toggle("off", whole);
    });
    sliders.forEach((slider, at) => {
      slider.value = span[at];
      slider.setAttribute("aria-valuetext", barName(span[at]));
      slider.parentElement.querySelector("output").textContent = barName(span[at]);
    });
  }

  /** Draw the bars anew: six numbers a bar, one a status. */
  function redraw(numbers) {
    for (let bar = 0; bar < bars; bar += 1) {
      let top = HEIGHT;
      for (let status = 0; status < STATUSES; status += 1) {
        const at = bar * STATUSES + status;
        const height = (HEIGHT * numbers[at]) / highest;
        top -= height;
        const now = `${top.toFixed(2)} ${height.toFixed(2)}`;
        if (shown[at] === now) continue;
        shown[at] = now;
        parts[bar][status].setAttribute("y", top.toFixed(2));
        parts[bar][status].setAttribute("height", height.toFixed(2));
      }
    }
  }
})();
