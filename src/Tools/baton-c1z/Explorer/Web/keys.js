// What the keyboard does besides what a browser does by itself: / searches, arrows walk through rows, Escape goes back to the search.

const rowLinks = list => [...list.querySelectorAll("tr, li, .row")].map(row => row.querySelector("a")).filter(Boolean);

export function installKeys(input, main) {
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = document.activeElement;
    const isTyping = at.matches("input, select, textarea");
    if (event.key === "/" && !isTyping) go(event, input, true);
    else if (event.key === "ArrowDown" && at === input) go(event, main.querySelector("[data-rows] a"));
    else if (event.key === "Escape" && !isTyping) go(event, input, true);
    else if (!isTyping) walk(event, at);
  });
}

function walk(event, at) {
  const list = at.closest("[data-rows]");
  if (!list) return;
  const links = rowLinks(list);
  const row = links.findIndex(link => link === at || link.closest("tr, li, .row")?.contains(at));
  const goal = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: links.length - 1 }[event.key];
  if (goal !== undefined && links[goal]) go(event, links[goal]);
}

function go(event, element, selects = false) {
  if (!element) return;
  event.preventDefault();
  element.focus();
  if (selects) element.select?.();
}
