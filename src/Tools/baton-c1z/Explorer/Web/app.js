import { get } from "./api.js";
import { h, plain, when } from "./dom.js";
import { compare } from "./pages/compare.js";
import { entitlement } from "./pages/entitlement.js";
import { graph } from "./pages/graph.js";
import { overview } from "./pages/overview.js";
import { resource } from "./pages/resource.js";
import { search } from "./pages/search.js";
import { installKeys } from "./keys.js";
import { failure } from "./parts.js";
import { read, state, to } from "./routes.js";
import { installTheme } from "./theme.js";

const pages = { "": overview, search, resource, entitlement, graph, compare };
const byId = id => document.getElementById(id);
const [main, input, chooser, busy, said] = ["main", "q", "sync", "busy", "said"].map(byId);
let shown; // what ends the page that is shown
let syncs = [];

async function render({ keepsFocus = false } = {}) {
  shown?.abort();
  const ending = (shown = new AbortController());
  const route = read(location.hash);
  state.sync = route.query.get("sync") ?? "";
  chooser.value = state.sync || (syncs.find(sync => sync.isDefault)?.id ?? "");
  byId("to-compare").href = to(["compare"]);
  document.querySelector(".brand").href = to([]);
  if (route.parts[0] === "search") { if (document.activeElement !== input) input.value = route.query.get("q") ?? ""; }
  else input.value = "";
  busy.classList.add("on");
  try {
    const page = pages[route.parts[0] ?? ""];
    if (!page) throw new Error("There is no such page.");
    const { title, content } = await page(route, { signal: ending.signal, syncs });
    if (ending.signal.aborted) return;
    document.title = `${plain(title)} · Baton Explorer`;
    main.replaceChildren(...content);
  } catch (problem) {
    if (problem.name === "AbortError" || ending.signal.aborted) return;
    document.title = "Baton Explorer";
    main.replaceChildren(failure(problem));
  }
  busy.classList.remove("on");
  said.textContent = document.title;
  if (!keepsFocus) {
    window.scrollTo(0, 0);
    (main.querySelector("h1") ?? main).focus({ preventScroll: true });
  }
  document.documentElement.dataset.ready = location.hash || "#/"; // for who waits for the page
}

function searchFor(keepsHistory) {
  const route = read(location.hash);
  const kept = route.parts[0] === "search" ? { kind: route.query.get("kind"), type: route.query.get("type") } : {};
  const address = to(["search"], { q: input.value, ...kept });
  if (location.hash === address) return undefined;
  if (route.parts[0] === "search" && !keepsHistory) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  return render({ keepsFocus: true });
}

let typing;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => searchFor(false), 180);
});
byId("search").addEventListener("submit", async event => {
  event.preventDefault();
  clearTimeout(typing);
  await searchFor(true);
  main.querySelector("[data-rows] a")?.focus();
});
chooser.addEventListener("change", () => {
  const { parts, query } = read(location.hash);
  query.set("sync", syncs.find(sync => sync.isDefault)?.id === chooser.value ? "" : chooser.value);
  state.sync = "";
  location.hash = to(parts, Object.fromEntries(query));
});
byId("skip").addEventListener("click", event => {
  event.preventDefault(); // the part behind # is the page
  main.focus();
});

async function start() {
  installTheme(byId("theme"));
  installKeys(input, main);
  try {
    ({ syncs } = await get("syncs"));
    chooser.replaceChildren(...syncs.map(sync => h("option", { value: sync.id }, plain(`${when(sync.endedAt ?? sync.startedAt)} ${sync.type}${sync.endedAt ? "" : ", unfinished"}${sync.id.startsWith("base:") ? ` (${sync.file})` : ""}`))));
    chooser.hidden = syncs.length < 2;
  } catch (problem) {
    main.replaceChildren(failure(problem));
    return;
  }
  addEventListener("hashchange", () => render());
  await render({ keepsFocus: true });
}

start();
