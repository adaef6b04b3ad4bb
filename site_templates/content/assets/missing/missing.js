// On the page for what is not there: offers the addresses nearest to the one asked for, in each language.
import { nearest } from "./near-address.js";

const sections = [...document.querySelectorAll("[data-tree]")];
const root = new URL(sections[0].dataset.tree, location);

// The path below the site's root, without the language's own folder.
function asked() {
  const path = location.pathname.startsWith(root.pathname) ? location.pathname.slice(root.pathname.length) : location.pathname;
  const trees = sections.slice(1).map((section) => new URL(section.dataset.tree, location).pathname.slice(root.pathname.length));
  const tree = trees.find((name) => path.startsWith(name));
  return tree ? path.slice(tree.length) : path;
}

function offer(section, found, everywhere) {
  const list = section.querySelector(".near ul");
  for (const address of found) {
    const link = document.createElement("a");
    const name = document.createElement("bdi");
    name.dir = "ltr";
    name.textContent = address;
    link.href = new URL(address, new URL(everywhere.has(address) ? section.dataset.tree : root, location)).href;
    link.append(name);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
    call(item, address);
  }
  section.querySelector(".near").hidden = false;
}

// An id says little: its record's title stands beside it once it is there.
async function call(item, address) {
  if (!/^incidents\/[^/]+\/$/.test(address)) return;
  try {
    const { title } = await (await fetch(new URL(`${address}incident.json`, root))).json();
    if (!title) return;
    const words = document.createElement("bdi");
    words.lang = document.documentElement.lang;
    words.textContent = title;
    item.append(" · ", words);
  } catch {
    // the address alone will do
  }
}

const told = await (await fetch(sections[0].dataset.addresses)).json();
const found = nearest(asked(), [...told.everywhere, ...told.first_language]);
if (found.length) sections.forEach((section) => offer(section, found, new Set(told.everywhere)));
