// The table of incidents: the rows that fit, in the order that a heading asks for; all of a small archive, else a hundred
// at a time. Rows in view are written first, the others once those are painted.
(() => {
  const { make } = Explore;
  const AT_ONCE = 100;
  const SMALL = 500;
  const MOST_PRINTED = 2000;
  const ROOM = 24;
  const BELOW = 2;
  const pool = [];
  const inView = new Set();
  let sight;
  let near = true;
  let body;
  let limit;
  let latest;
  let change;

  const least = () => (Explore.data.total > SMALL ? AT_ONCE : SMALL);

  /** Ready the table; `onChange(sort)` tells the order asked for. */
  Explore.startTable = (onChange) => {
    change = onChange;
    limit = least();
    const table = document.getElementById("explore-table");
    Explore.startRows(table.querySelector(".explore-row"));
    body = make("tbody", { class: "explore-live", role: "rowgroup" });
    table.append(body);
    for (const head of table.querySelectorAll("[data-sort]")) {
      const button = make("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => change(next(head)));
    }
    document.getElementById("explore-more").addEventListener("click", more);
    watch(table);
    addEventListener("beforeprint", () => latest && showUpTo(Math.max(limit, MOST_PRINTED)));
  };

  /** Keep account of which rows a reader sees, so that nothing has to be measured when they are written. */
  function watch(table) {
    sight = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        if (target === table) near = isIntersecting;
        else if (isIntersecting) inView.add(Number(target.dataset.at));
        else inView.delete(Number(target.dataset.at));
    });
    sight.observe(table);
  }

  function next(head) {
    const name = head.dataset.sort;
    if (latest.sort === name) return `-${name}`;
    if (latest.sort === `-${name}`) return name;
    return ["date", "lines", "reports"].includes(name) ? `-${name}` : name;
  }

  function more() {
    const first = latest.rows.length;
    showUpTo(limit + AT_ONCE);
    pool[first]?.link.focus();
  }

  function showUpTo(most) {
    limit = most;
    latest.rows = firstRows();
    write(0, latest.rows.length);
    cut();
    readTitles();
  }

  /** As many rows as are shown, of all that fit. */
  function firstRows() {
    const rows = [];
    const most = Math.min(limit, latest.total);
    if (most)
      for (const row of Explore.ordered(latest.sort)) {
        if (latest.visible[row] && rows.push(row) === most) break;
      }
    return rows;
  }

  /** Write some of the rows shown; those that are not in the table yet are put there. */
  function write(from, to) {
    const end = Math.min(to, latest.rows.length);
    const added = [];
    for (let at = from; at < end; at += 1) {
      if (at === pool.length) {
        pool.push(Explore.newRow());
        pool[at].row.dataset.at = at;
        sight.observe(pool[at].row);
      }
      Explore.writeRow(pool[at], latest.rows[at]);
    }
    for (let at = body.children.length; at < end; at += 1) added.push(pool[at].row);
    if (added.length) body.append(...added);
  }

  /** Take away the rows beyond those that are shown. */
  function cut() {
    while (body.children.length > latest.rows.length) body.lastChild.remove();
    document.getElementById("explore-more").hidden = latest.total <= limit;
  }

  /** From which row to which a reader sees, with room for those that may move up. */
  function seen() {
    const here = [...inView].filter((at) => at < body.children.length);
    if (!here.length) return near ? [0, ROOM] : [0, 0];
    const [first, last] = [Math.min(...here), Math.max(...here)];
    return last + 1 < body.children.length ? [first, last + 1 + BELOW] : [first, first + ROOM];
  }

  function readTitles() {
    const own = latest;
    if (!Explore.data.lacksTitles(own.rows)) return;
    // A title that cannot be read leaves the id in its place, which leads to the incident as well.
    const again = () => latest === own && write(0, own.rows.length);
    Explore.data.readTitles(own.rows).then(again, again);
  }

  /** Show the rows with a sign, so many in all, in an order: those in view now. The outcome, called, shows the others. */
  Explore.showTable = (visible, sort, total) => {
    limit = least();
    const own = { visible, sort, total };
    latest = own;
    own.rows = firstRows();
    const [from, to] = seen();
    if (from < own.rows.length) write(from, to);
    else if (to) write(0, ROOM);
    if (to) cut();
    return () => {
      if (latest !== own) return;
      for (const head of document.querySelectorAll("[data-sort]")) {
        const by = sort.replace("-", "") === head.dataset.sort;
        if (by) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      }
      write(0, own.rows.length);
      cut();
      readTitles();
    };
  };

  /** All rows that fit, in their order. */
  Explore.fitting = () => Explore.ordered(latest.sort).filter((row) => latest.visible[row]);
})();
