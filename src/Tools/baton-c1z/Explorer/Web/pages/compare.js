import { get } from "../api.js";
import { h, name, number, plain, when } from "../dom.js";
import { card, failure, heading, tabs } from "../parts.js";
import { to, toEntitlement } from "../routes.js";
import { pagedTable } from "../table.js";

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
    list.replaceChildren(...changes(answer, { kind, after, ask, signal }));
  };
  const ask = from => get("diff", { before, after, kind, from }, signal);
  const first = await ask();
  show(first);
  if (!first.isComplete) follow(ask, show, list, signal);
  return { title: "What changed", content: [...top, menu, list] };
}

// The last one that ended before it.
const precedes = (syncs, after) => {
  const end = syncs.find(sync => sync.id === after)?.endedAt ?? "";
  return syncs.filter(sync => sync.id !== after && sync.endedAt && sync.endedAt <= end).sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1))[0] ?? syncs.find(sync => sync.id !== after);
};

const summary = counts => `+${number(counts.created)} ~${number(counts.modified)} −${number(counts.deleted)}`;

async function follow(ask, show, list, signal) {
  try {
    for (let answer; !answer?.isComplete && !signal.aborted;) {
      await new Promise(done => setTimeout(done, 300));
      answer = await ask();
      if (!signal.aborted) show(answer);
    }
  } catch (problem) {
    if (problem.name !== "AbortError") list.replaceChildren(failure(problem));
  }
}

function changes(answer, { kind, after, ask, signal }) {
  if (!answer.isComplete) return [card(null, h("p", { class: "faint", role: "status" }, "Comparing… the counts above grow meanwhile."))];
  const table = pagedTable({ columns: ["Change", "Name", "Id", "Detail"], label: `Changed ${kind}`, empty: "No difference.", signal, load: ask, row: change => row(change, kind, after) });
  return [
    answer.failure && failure(new Error(answer.failure)),
    answer.kept >= answer.limit && h("p", { class: "faint" }, `The first ${number(answer.limit)} changes are listed; baton-c1z diff lists all of them.`),
    card(null, table.element),
  ].filter(Boolean);
}

const row = (change, kind, after) => h("tr", {},
  h("td", { class: "nowrap" }, h("span", { class: `sign ${change.what}` }, signs[change.what]), " ", change.what),
  h("td", {}, link(change, kind, after)),
  h("td", { class: "mono" }, name(change.id)),
  h("td", {}, name(change.detail)));

// What is gone is not in the sync that is shown.
function link(change, kind, sync) {
  if (change.what === "deleted" || kind === "grants") return name(change.name);
  if (kind === "entitlements") return h("a", { href: toEntitlement(change.id, { sync }) }, name(change.name));
  const colon = change.id.indexOf(":");
  return h("a", { href: to(["resource", change.id.slice(0, colon), change.id.slice(colon + 1)], { sync }) }, name(change.name));
}
