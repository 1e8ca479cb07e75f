import { get } from "../api.js";
import { h, name, number, plain, plural, when } from "../dom.js";
import { card, chip, heading, tabs } from "../parts.js";
import { to, toEntitlement } from "../routes.js";

const kinds = ["resources", "entitlements", "grants"];
const signs = { created: "+", modified: "~", deleted: "−" };
const label = sync => plain(`${when(sync.endedAt ?? sync.startedAt)} ${sync.type}, ${sync.file}`);

export async function compare(route, { signal, syncs }) {
  const after = route.query.get("after") || syncs.find(sync => sync.isDefault)?.id || syncs.at(-1)?.id;
  const before = route.query.get("before") || precedes(syncs, after)?.id;
  const kind = kinds.includes(route.query.get("kind")) ? route.query.get("kind") : kinds[0];
  const here = change => to(["compare"], { before, after, kind, ...change });
  const choose = (id, text, value, others) => h("label", { class: "filter" }, text,
    h("select", { id, onchange: event => { location.hash = here({ [id]: event.target.value }); } }, others.map(sync => h("option", { value: sync.id, selected: sync.id === value }, label(sync)))));
  const top = [heading(null, "What changed"), h("div", { class: "bar" }, choose("before", "From ", before, syncs), choose("after", "to ", after, syncs))];
  if (!before) {
    return { title: "What changed", content: [...top, card("Nothing to compare with", h("p", {}, "The file has one sync. Start baton-c1z explorer with --base-file FILE to compare it with another file."))] };
  }
  const menu = h("div", {});
  const list = h("div", {});
  const show = answer => {
    menu.replaceChildren(tabs("What changed", kinds.map(k => ({ text: k[0].toUpperCase() + k.slice(1), href: here({ kind: k }), isCurrent: k === kind, count: summary(answer.counts[k]) }))));
    list.replaceChildren(changes(answer, kind, { before, after, signal }));
  };
  const ask = from => get("diff", { before, after, kind, from }, signal);
  const first = await ask();
  show(first);
  if (!first.isComplete) follow(ask, show, signal);
  return { title: "What changed", content: [...top, menu, list] };
}

// The last one that ended before it.
const precedes = (syncs, after) => {
  const end = syncs.find(sync => sync.id === after)?.endedAt ?? "";
  return syncs.filter(sync => sync.id !== after && sync.endedAt && sync.endedAt <= end).sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1))[0] ?? syncs.find(sync => sync.id !== after);
};

const summary = counts => `+${number(counts.created)} ~${number(counts.modified)} −${number(counts.deleted)}`;

async function follow(ask, show, signal) {
  try {
    for (let answer; !answer?.isComplete && !signal.aborted;) {
      await new Promise(done => setTimeout(done, 300));
      answer = await ask();
      if (!signal.aborted) show(answer);
    }
  } catch (problem) {
    if (problem.name !== "AbortError") throw problem;
  }
}

function changes(answer, kind, { before, after, signal }) {
  const body = h("tbody", { data: { rows: "" } }, answer.rows.map(change => row(change, kind)));
  const status = h("p", { class: "faint", role: "status" }, text(answer, body.children.length));
  let next = answer.next;
  const more = h("button", { type: "button", class: "button", onclick: async () => {
    const page = await get("diff", { before, after, kind, from: next }, signal);
    body.replaceChildren(...page.rows.map(change => row(change, kind)));
    next = page.next;
    more.disabled = !next;
    body.querySelector("tr")?.scrollIntoView({ block: "nearest" });
  } }, "Next");
  more.hidden = !next;
  return h("section", { class: "card flush list" },
    answer.failure && h("p", { class: "failure", role: "alert" }, name(answer.failure)),
    answer.rows.length > 0 && h("div", { class: "scroll" }, h("table", { "aria-label": `Changed ${kind}` }, h("thead", {}, h("tr", {}, ["Change", "Name", "Id", "Detail"].map(column => h("th", { scope: "col" }, column)))), body)),
    h("div", { class: "pager" }, more, status));
}

function text(answer, rows) {
  if (!answer.isComplete) return "Comparing…";
  if (answer.kept >= answer.limit) return `The first ${number(answer.limit)} changes are listed; baton-c1z diff lists all of them.`;
  return rows === 0 ? "No difference." : plural(answer.kept, "change", "changes");
}

const row = (change, kind) => h("tr", {},
  h("td", { class: "nowrap" }, h("span", { class: `sign ${change.what}` }, signs[change.what]), " ", change.what),
  h("td", {}, link(change, kind)),
  h("td", { class: "mono" }, name(change.id)),
  h("td", {}, name(change.detail)));

// What is gone is not in the sync that is shown.
function link(change, kind) {
  if (change.what === "deleted" || kind === "grants") return name(change.name);
  if (kind === "entitlements") return h("a", { href: toEntitlement(change.id) }, name(change.name));
  const colon = change.id.indexOf(":");
  return h("a", { href: to(["resource", change.id.slice(0, colon), change.id.slice(colon + 1)]) }, name(change.name));
}
