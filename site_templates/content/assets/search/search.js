/** The search page: what is asked becomes results, and both the page's address. */

import { asked, tell } from "./address.js";
import { facetsOf, narrowed } from "./facets.js";
import { openIndex } from "./index.js";
import { resultList } from "./results.js";

const AT_FIRST = 10;
const THEN = 20;
const PAUSE = 200;

const form = document.getElementById("search");
const words = document.getElementById("search-words-of");
const field = form.querySelector("input[type=search]");
const status = form.querySelector("[role=status]");
const more = form.querySelector(".search-more");
const clear = form.querySelector(".search-clear");
const sort = form.querySelector("[name=sort]");
const idle = form.querySelector(".search-idle");
const none = document.getElementById("search-none");
const facets = facetsOf(form, words);
const list = resultList(form, words);
const plural = new Intl.PluralRules(document.documentElement.lang);
const SAMPLES = { zero: 0, one: 1, two: 2, few: 3, many: 11, other: 100 };

let opening;
let turn = 0;
let left = [];
let typing;

/** `n results` in the page's language: its form for a number, with the number in the sample's place. */
function counted(number) {
  const form = plural.select(number);
  return words.dataset[form].replace(String(SAMPLES[form]), number.toLocaleString("en"));
}

/** Whether anything is asked: nothing is loaded before that. */
const wanted = () => Boolean(field.value.trim() || facets.some((facet) => facet.chosen.length));

/** The index, opened once. */
const opened = () => (opening ??= openIndex(new URL("../../pagefind/", import.meta.url)));

async function search() {
  const mine = (turn += 1);
  const still = () => mine === turn;
  const text = field.value;
  clear.hidden = !facets.some((facet) => facet.chosen.length);
  sort.closest("p").classList.toggle("no-use", !text.trim());
  idle.hidden = wanted();
  if (!wanted()) return wait();
  status.textContent = words.dataset.asking;
  for (const facet of facets) if (!facet.column) facet.show(null);
  try {
    const index = await opened();
    const byDate = !text.trim() || sort.value === "date";
    const used = facets.filter((facet) => facet.chosen.length || facet.details.open).map((facet) => facet.name);
    const [records] = await Promise.all([index.ask(text), index.load(byDate ? [...used, "order"] : used)]);
    if (!still()) return;
    for (const facet of facets) if (index.columns[facet.name]) facet.judge(index.columns[facet.name]);
    const { passing, counts } = narrowed(records, facets);
    if (byDate) passing.sort((one, other) => index.columns.order.rows[one.row][0] - index.columns.order.rows[other.row][0]);
    const first = passing.slice(0, AT_FIRST);
    const rows = await list.show(first, text, { still });
    if (!still()) return;
    left = rows.length ? passing.slice(AT_FIRST) : [];
    const nothing = new Map();
    facets.forEach((facet, at) => facet.column && facet.show(rows.length || !first.length ? counts[at] : nothing));
    tellOf(rows.length + left.length);
  } catch (fault) {
    fail(fault);
  }
}

function tellOf(number) {
  status.textContent = counted(number);
  more.hidden = !left.length;
  none.hidden = number > 0;
}

/** Nothing is asked: the page as it was built. */
function wait() {
  for (const facet of facets) facet.show(facet.whole);
  list.clear();
  left = [];
  status.textContent = words.dataset.waiting;
  more.hidden = none.hidden = true;
}

function fail(fault) {
  console.info("The search could not be loaded.", fault);
  const notice = document.getElementById("search-fails");
  for (const told of notice.querySelectorAll("[data-when]")) told.hidden = told.dataset.when !== "other";
  notice.hidden = false;
  form.hidden = true;
}

function ask({ step }) {
  clearTimeout(typing);
  tell(field.value, facets, sort.value, { step });
  search();
}

function restore() {
  const { text, chosen, sort: way } = asked(facets);
  field.value = text;
  sort.value = way;
  for (const facet of facets) facet.choose(chosen.get(facet.name));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask({ step: true });
});
field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => ask({ step: false }), PAUSE);
});
form.addEventListener("change", (event) => event.target !== field && ask({ step: true }));
for (const facet of facets) facet.details.addEventListener("toggle", () => facet.details.open && !facet.column && wanted() && search());
// Who goes into the field is about to ask.
field.addEventListener("focus", () => opened().catch(fail), { once: true });
more.firstElementChild.addEventListener("click", async () => {
  const mine = turn;
  const rows = await list.show(left.splice(0, THEN), field.value, { behind: true, still: () => mine === turn });
  more.hidden = !left.length;
  rows[0]?.querySelector("a").focus();
});
clear.firstElementChild.addEventListener("click", () => {
  for (const facet of facets) facet.choose([]);
  field.focus();
  ask({ step: true });
});
addEventListener("popstate", () => {
  restore();
  search();
});

// On a phone the filters would push the results out of sight.
if (matchMedia("(max-width: 59.9375em)").matches) form.querySelector(".search-narrow").open = false;
restore();
await search();
form.dataset.ready = "";
