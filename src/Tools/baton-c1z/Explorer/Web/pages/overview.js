import { get } from "../api.js";
import { h, name, number, when } from "../dom.js";
import { badge } from "../icons.js";
import { card, chip, heading } from "../parts.js";
import { to } from "../routes.js";

export async function overview(route, { signal, syncs }) {
  const { sync, counts, types, steps } = await get("overview", {}, signal);
  const listed = syncs.find(known => known.syncId === sync?.syncId);
  const about = sync
    ? h("p", { class: "about" }, chip(name(sync.type), "accent"), sync.endedAt ? `ended ${when(sync.endedAt)} UTC` : "did not finish", sync.duration && `, took ${sync.duration}`, h("span", { class: "mono faint" }, sync.syncId))
    : h("p", { class: "about" }, "The file holds no sync.");
  return {
    title: listed?.file ?? "Overview",
    content: [
      heading(null, listed?.file ?? "Overview", about),
      h("dl", { class: "stats" }, [["Resources", counts.resources], ["Entitlements", counts.entitlements], ["Grants", counts.grants], ["Resource types", counts.resourceTypes]]
        .map(([label, count]) => h("div", { class: "stat" }, h("dt", {}, label), h("dd", {}, number(count))))),
      card("Resource types", typeTable(types)),
      Object.keys(steps).length > 0 && card("Where the time went", bars(steps)),
      syncs.length > 1 && card("Syncs", syncTable(syncs, sync)),
    ].filter(Boolean),
  };
}

const typeTable = types => h("div", { class: "scroll" }, h("table", { "aria-label": "Resource types" },
  h("thead", {}, h("tr", {}, ["Type", "Traits", "Resources", "Entitlements", "Grants"].map((column, i) => h("th", { scope: "col", class: i > 1 && "right" }, column)))),
  h("tbody", { data: { rows: "" } }, types.map(type => h("tr", {},
    h("td", {}, h("a", { class: "ref", href: to(["search"], { type: type.id }) }, badge(type.kind), name(type.name)), type.description && h("div", { class: "faint under" }, name(type.description))),
    h("td", {}, type.traits.map(trait => chip(trait))),
    [type.resources, type.entitlements, type.grants].map(count => h("td", { class: "right number" }, number(count))))))));

function bars(steps) {
  const longest = Math.max(1, ...Object.values(steps));
  return h("dl", { class: "bars" }, Object.entries(steps).map(([step, milliseconds]) => h("div", {},
    h("dt", {}, name(step)), h("dd", {}, h("meter", { min: 0, max: longest, value: milliseconds, "aria-label": step }), h("span", { class: "number" }, milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`)))));
}

const syncTable = (syncs, current) => h("div", { class: "scroll" }, h("table", { "aria-label": "Syncs" },
  h("thead", {}, h("tr", {}, ["Sync", "Type", "Started", "Ended", ""].map(column => h("th", { scope: "col" }, column)))),
  h("tbody", { data: { rows: "" } }, syncs.map(sync => h("tr", {},
    h("td", {}, h("a", { class: "mono", href: to([], { sync: sync.id }) }, sync.syncId), sync.syncId === current?.syncId && chip("shown", "accent")),
    h("td", {}, name(sync.type)), h("td", {}, when(sync.startedAt)), h("td", {}, sync.endedAt ? when(sync.endedAt) : "unfinished"),
    h("td", {}, sync.syncId !== current?.syncId && h("a", { class: "button small", href: to(["compare"], { before: sync.id, after: current?.syncId }) }, "Compare")))))));
