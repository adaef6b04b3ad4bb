// Out of a folder no browser runs the search's modules or fetches its index: this script is no module and says so.
if (location.protocol === "file:") {
  const notice = document.getElementById("search-fails");
  for (const told of notice.querySelectorAll("[data-when]")) told.hidden = told.dataset.when !== "file";
  notice.hidden = false;
  document.getElementById("search").hidden = true;
}
