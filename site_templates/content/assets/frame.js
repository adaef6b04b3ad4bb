// Light or dark: as the reader's system has it, until the reader chooses; a choice is remembered.
// It runs before the page is drawn, so that the page never shows in the wrong colours.
(() => {
  const KEY = "colours";
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  page.classList.remove("no-js");
  show(remembered());

  // Null where nothing was chosen, nothing at all where storage is switched off.
  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return undefined;
    }
  }

  function remember(choice) {
    try {
      if (choice) localStorage.setItem(KEY, choice);
      else localStorage.removeItem(KEY);
    } catch {
      // the choice lasts as long as the page
    }
  }

  function show(choice) {
    if (choice === "light" || choice === "dark") page.dataset.colours = choice;
    else delete page.dataset.colours;
    mark();
  }

  function dark() {
    return page.dataset.colours ? page.dataset.colours === "dark" : system.matches;
  }

  function mark() {
    document.querySelector(".colours")?.setAttribute("aria-pressed", String(dark()));
  }

  function switchOver() {
    const wanted = dark() ? "light" : "dark";
    const choice = wanted === (system.matches ? "dark" : "light") ? null : wanted;
    remember(choice);
    show(choice);
  }

  system.addEventListener("change", mark);
  addEventListener("storage", (event) => event.key === KEY && show(event.newValue));
  addEventListener("pageshow", (event) => {
    // A page that Back brings up again may have been left before another choice.
    const kept = remembered();
    if (event.persisted && kept !== undefined) show(kept);
  });
  document.addEventListener("DOMContentLoaded", () => {
    mark();
    document.querySelector(".colours").addEventListener("click", switchOver);
  });
})();
