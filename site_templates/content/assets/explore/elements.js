// Elements, and the words that the page gives its scripts. Text from records and from the address is only ever set as text.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  let place;

  /** Take the words from the page's element. */
  Explore.readWords = (element) => {
    place = element;
  };

  /** Words of the page by name, with what stands in them. */
  Explore.say = (name, values = {}) =>
    (place.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`] ?? "").replace(
      /\{([a-z]+)\}/g,
      (whole, key) => values[key] ?? whole,
    );

  const built = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes))
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== undefined) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  Explore.make = (name, attributes = {}, ...children) => built(document.createElement(name), attributes, children);
  Explore.draw = (name, attributes = {}, ...children) =>
    built(document.createElementNS(SVG, name), attributes, children);

  /** The name of an entry in the page's language where it has one, with that name's language. */
  Explore.nameOf = (entry) => {
    const own = document.documentElement.lang;
    const name = own === "en" ? undefined : entry.names?.[own]?.[0];
    return { text: name ?? (entry.name || Explore.say("unnamed")), own: own === "en" || name !== undefined };
  };

  /** A name as an element that keeps its direction to itself. */
  Explore.bdi = (entry) => {
    const { text, own } = Explore.nameOf(entry);
    return Explore.make("bdi", own || !entry.name ? {} : { lang: "en", dir: "ltr" }, text);
  };

  /** Do what can wait until the screen shows what cannot. */
  Explore.afterPaint = (task) => requestAnimationFrame(() => setTimeout(task));

  const statuses = new Map();

  /** The name of a status beside the filter by status. */
  function named(status) {
    if (!statuses.has(status))
      statuses.set(status, document.querySelector(`[data-facet="status"] input[value="${status}"] + .facet-name`));
    return statuses.get(status);
  }

  /** The words and the mark of a status, as they stand beside the filter by status. */
  Explore.statusName = (status) => named(status).querySelector(":scope > span").textContent;
  Explore.mark = (status) => named(status).querySelector(".mark").cloneNode(true);

  /** Set an element's text where it is another; the node is kept, so that little has to be laid out anew. */
  Explore.setText = (element, text) => {
    const node = element.firstChild;
    if (!node || node.nodeType !== Node.TEXT_NODE || node.nextSibling) element.textContent = text;
    else if (node.data !== text) node.data = text;
  };
})();
