/** The filters: what is chosen, what passes, and how many results each value would leave. */

/** The filters of a form. */
export function facetsOf(form, words) {
  return [...form.querySelectorAll("[data-facet]")].map((details) => new Facet(details, words));
}

class Facet {
  constructor(details, words) {
    this.details = details;
    this.name = details.dataset.facet;
    this.words = words;
    this.box = details.querySelector(".search-options");
    this.options = [...details.querySelectorAll(".search-option")].map((label) => ({
      label,
      input: label.querySelector("input"),
      value: label.dataset.value,
      within: label.dataset.within,
      count: label.querySelector(".search-count"),
    }));
    this.byValue = new Map(this.options.map((option) => [option.value, option]));
    // As the page was built: counts among all records; values of a filter that stands open keep their places.
    this.whole = new Map(this.options.map(({ value, count }) => [value, Number(count.textContent)]));
    this.steady = details.open;
  }

  get chosen() {
    return this.options.filter((option) => option.input.checked).map((option) => option.value);
  }

  choose(values) {
    for (const option of this.options) option.input.checked = values.includes(option.value);
    if (this.chosen.length) this.details.open = true;
  }

  /** A value and all the wider ones it is part of. */
  upwards(value) {
    const found = [];
    for (let at = value; at !== undefined && !found.includes(at); at = this.byValue.get(at)?.within) found.push(at);
    return found;
  }

  /** Make ready to judge rows by a column: for each number of a value, itself and the wider ones. */
  judge(column) {
    if (this.column === column) return;
    this.column = column;
    this.wider = column.values.map((value) => this.upwards(value));
  }

  /** The values of a row, wider ones included, each once. */
  valuesOf(row) {
    const numbers = this.column.rows[row];
    return numbers.length === 1 ? this.wider[numbers[0]] : [...new Set(numbers.flatMap((number) => this.wider[number]))];
  }

  /** Show how many results each value would leave, nothing where that is not known; those without any go, unless they are chosen. */
  show(counts) {
    const shown = this.options.filter(({ value, label, input, count }) => {
      const number = counts?.get(value) ?? 0;
      count.textContent = counts ? String(number) : "";
      label.hidden = Boolean(counts) && !number && !input.checked && !this.steady;
      label.classList.toggle("none-left", Boolean(counts) && !number);
      return !label.hidden;
    });
    if (counts && this.details.dataset.byNumber !== undefined)
      for (const option of shown.sort((a, b) => (counts.get(b.value) ?? 0) - (counts.get(a.value) ?? 0)))
        if (!this.box.contains(document.activeElement)) this.box.append(option.label);
    const mark = this.details.querySelector(".search-chosen");
    mark.textContent = this.words.dataset.chosen.replace("{n}", this.chosen.length);
    mark.hidden = !this.chosen.length;
  }
}

/** The records that pass every filter, and for each filter the counts among those that pass all others. */
export function narrowed(records, facets) {
  const wanted = facets.map((facet) => new Set(facet.chosen));
  const counts = facets.map(() => new Map());
  const passing = records.filter((record) => {
    let failing = -1;
    let fails = 0;
    const values = facets.map((facet, at) => {
      const own = facet.column ? facet.valuesOf(record.row) : [];
      if (wanted[at].size && !own.some((value) => wanted[at].has(value))) {
        failing = at;
        fails += 1;
      }
      return own;
    });
    if (fails > 1) return false;
    values.forEach((own, at) => {
      if (fails && failing !== at) return;
      for (const value of own) counts[at].set(value, (counts[at].get(value) ?? 0) + 1);
    });
    return !fails;
  });
  return { passing, counts };
}
