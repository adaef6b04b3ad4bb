/** What happens to a finished record: the code host's page for a new file, a copy, a download. Nothing is sent from here. */

import { button, element } from "./elements.js";

export const LONGEST_ADDRESS = 7500;

/**
 * The address of the code host's page for this new file, with its text as far as the address may be long; null
 * without a repository. The whole path stands in `filename`: of a folder in the address itself GitHub drops the last part.
 */
export function newFileAddress(base, path, text) {
  if (!base) return null;
  const empty = `${base}?filename=${encodeURIComponent(path)}`;
  const filled = `${empty}&value=${encodeURIComponent(text)}`;
  return filled.length < LONGEST_ADDRESS ? { address: filled, filled: true } : { address: empty, filled: false };
}

/** The section that hands a record over; `show` fills it and moves there, `hide` takes it away. Calls `used` once one of its ways is taken. */
export function handOverSection(base, used) {
  const heading = element("h2", { id: "form-ready", tabindex: "-1" }, "The record is ready");
  const content = element("div");
  const section = element(
    "section",
    { class: "form-ready", "aria-labelledby": "form-ready", hidden: true },
    heading,
    content,
  );
  // A link opened in another tab, or by its menu, makes no plain click.
  for (const kind of ["click", "auxclick"])
    section.addEventListener(kind, (event) => event.target.closest("a, button") && used());
  const show = ({ path, text }) => {
    content.replaceChildren(...ways(newFileAddress(base, path, text), path, text));
    section.hidden = false;
    heading.focus();
  };
  return { section, show, hide: () => (section.hidden = true) };
}

function ways(target, path, text) {
  const place = element("code", {}, path);
  const said = element("span", { role: "status" });
  const copy = button("Copy the text", async () => {
    const done = await copied(text);
    said.textContent = done ? "Copied." : "The browser did not allow it: mark the text in the preview and copy it.";
  });
  const blob = new Blob([text], { type: "text/markdown" });
  const download = element(
    "a",
    { href: URL.createObjectURL(blob), download: path.split("/").at(-1), class: "form-button" },
    "Download the file",
  );
  const link = (words) =>
    element("a", { href: target.address, rel: "nofollow noopener noreferrer", class: "form-button form-main" }, words);
  const both = element("p", { class: "form-buttons" }, copy, download, said);
  if (target?.filled)
    return [
      element(
        "p",
        {},
        "Nothing has been sent yet. The next page is that of the code host: it shows the file filled in, and you propose it there under your own name.",
      ),
      element("p", { class: "form-buttons" }, link("Open the new file at the code host")),
      element("p", {}, "Or take the text with you; it belongs into ", place, "."),
      both,
    ];
  const way = target
    ? "The record is too long to travel in a web address. Copy its text, open the empty page of the code host, and paste it there."
    : "Copy the text or download the file, and propose it to the archive’s repository as a new file.";
  return [
    element("p", {}, "Nothing has been sent yet. ", way),
    both,
    target ? element("p", { class: "form-buttons" }, link("Open an empty new file at the code host")) : null,
    element("p", {}, "It belongs into ", place, "."),
  ].filter(Boolean);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
