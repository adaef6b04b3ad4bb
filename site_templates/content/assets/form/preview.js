/** The record as a reader would see it, and the text of its file. */

import { element, named } from "./elements.js";

/** Draws both anew at each call of `show`. */
export function previewSection() {
  const page = element("div", { class: "form-page" });
  const code = element("code");
  const file = element("p", { class: "form-help" });
  const section = element(
    "section",
    { class: "form-section", "aria-labelledby": "form-preview" },
    element("h2", { id: "form-preview" }, "Preview"),
    element("p", { class: "form-help" }, "So far. It changes as you write; nothing has been sent."),
    page,
    element(
      "details",
      {},
      element("summary", {}, "The file"),
      file,
      element("pre", { tabindex: "0", role: "region", "aria-label": "Text of the file" }, code),
    ),
  );
  const show = (record, { text, path, data }) => {
    page.replaceChildren(...asPage(record, data));
    file.replaceChildren("Its place in the repository: ", element("code", { id: "form-file-path" }, path));
    code.textContent = text;
  };
  return { section, show };
}

function asPage({ fields, account }, data) {
  const nameOf = (list, key) => list.find((entry) => entry.key === key)?.name ?? key;
  const date = typeof fields.date === "string" ? { value: fields.date } : (fields.date ?? {});
  const location = typeof fields.location === "string" ? { key: fields.location } : (fields.location ?? {});
  const status = data.statuses.find((entry) => entry.key === (fields.status ?? "unverified"));
  const facts = [
    ["Kind of event", data.types.find((term) => term.key === fields.type)?.label],
    [
      "Date",
      [date.value, date.time, date.anchor && "(day of the report)", date.basis && `(${date.basis})`]
        .filter(Boolean)
        .join(" "),
    ],
    [
      "Location",
      location.key
        ? nameOf(data.locations, location.key)
        : location.as_stated &&
          [location.as_stated, location.within && `within ${nameOf(data.locations, location.within)}`]
            .filter(Boolean)
            .join(", "),
    ],
    ...(fields.reports ?? []).map((citation, at) => [`Report ${at + 1}`, reportWords(citation, data, nameOf)]),
  ].filter(([, words]) => words);
  return [
    element("p", {}, element("span", { class: `status status-${status.key}` }, status.label)),
    element("h3", {}, fields.title ? named(fields.title) : "(no title yet)"),
    element(
      "dl",
      { class: "facts" },
      facts.map(([name, words]) => element("div", {}, element("dt", {}, name), element("dd", {}, named(words)))),
    ),
    ...account
      .split(/\n{2,}/)
      .filter(Boolean)
      .map((paragraph) => element("p", { class: "narrative", dir: "auto" }, paragraph)),
  ];
}

function reportWords(citation, data, nameOf) {
  const source = citation.report ? data.reports[citation.report].source : citation.source;
  const name = typeof source === "object" ? source.name : source && nameOf(data.sources, source);
  const lines = (citation.chains ?? []).map((chain) =>
    chain.map((step) => (typeof step === "string" ? nameOf(data.sources, step) : step.as_stated)).join(", who names "),
  );
  return [name ?? citation.url, lines.length && `naming ${lines.join("; and ")}`, citation.gist && `“${citation.gist}”`]
    .filter(Boolean)
    .join(" · ");
}
