import { get } from "../api.js";
import { atMost, h, name } from "../dom.js";
import { card, chip, crumbs, entitlementLink, graphLink, heading, pathSteps, resourceLink, tabs } from "../parts.js";
import { to } from "../routes.js";
import { pagedTable } from "../table.js";

export async function resource(route, { signal }) {
  const [, type, id] = route.parts;
  const answer = await get("resource", { type, id }, signal);
  const key = { type, id };
  const isHolder = ["user", "agent"].includes(answer.resource.kind) || answer.granted === 0;
  const tab = route.query.get("tab") ?? (isHolder && answer.held > 0 ? "access" : "granted");
  const here = wanted => to(["resource", type, id], { tab: wanted });
  const lists = { access: accessList, granted: grantedList, contents: contentsList };
  const list = (lists[tab] ?? grantedList)(key, answer, signal);
  await list.ready;
  return {
    title: answer.resource.name,
    content: [
      crumbs(h("a", { href: to(["search"], { type }) }, name(answer.resource.typeName)), answer.parent && resourceLink(answer.parent)),
      heading(answer.resource.kind, answer.resource.name,
        h("p", { class: "about" }, chip(name(answer.resource.typeName), "accent"), !answer.isStored && chip("not in the file; only grants name it", "warn"), h("span", { class: "mono faint" }, name(`${type}:${id}`)))),
      tabs("About this resource", [
        { text: "Can access", href: here("access"), isCurrent: tab === "access" },
        { text: "Who has access", href: here("granted"), isCurrent: tab === "granted", count: atMost(answer.granted, answer.countLimit) },
        { text: "Contains", href: here("contents"), isCurrent: tab === "contents" },
      ]),
      h("div", { class: "columns" }, h("div", { class: "main-column" }, list.element), h("aside", { "aria-label": "Details" }, details("Details", answer.facts, answer.parent), details("Profile", answer.profile))),
    ],
  };
}

function accessList(key, answer, signal) {
  const table = pagedTable({
    columns: ["Entitlement", "How", ""],
    label: "What it can access",
    empty: "It holds nothing.",
    signal,
    load: from => get("access", { ...key, from }, signal),
    row: held => h("tr", {},
      h("td", {}, entitlementLink(held.entitlement)),
      h("td", {}, held.isDirect ? chip("direct", "good") : h("span", { title: held.isStored ? null : "worked out: the file was not expanded, and has no grant that says so" }, chip("inherited", "via")),
        (held.path.length > 1 || !held.isDirect) && pathSteps(held, held.entitlement.id)),
      h("td", { class: "right" }, graphLink(held.entitlement.id, key))),
  });
  return { element: card(null, table.element), ready: table.ready };
}

function grantedList(key, answer, signal) {
  const entitlements = pagedTable({
    columns: ["Entitlement", "Name", ""],
    label: "Entitlements",
    empty: "There is nothing to hold on it.",
    signal,
    load: from => get("entitlements", { ...key, from }, signal),
    row: entitlement => h("tr", {}, h("td", {}, entitlementLink(entitlement)), h("td", {}, name(entitlement.name)), h("td", { class: "right" }, graphLink(entitlement.id))),
  });
  const grants = pagedTable({
    columns: ["Who", "Entitlement", "How"],
    label: "Grants",
    empty: "Nobody holds anything on it.",
    signal,
    load: from => get("grants", { ...key, from }, signal),
    row: grant => h("tr", {}, h("td", {}, resourceLink(grant.principal)), h("td", {}, entitlementLink(grant.entitlement)), h("td", {}, how(grant))),
  });
  return { element: h("div", {}, card("Entitlements", entitlements.element), card("Grants", grants.element)), ready: Promise.all([entitlements.ready, grants.ready]) };
}

function contentsList(key, answer, signal) {
  const table = pagedTable({
    columns: ["Name", "Type", "Id"],
    label: "What is in it",
    empty: "No resource names it as its parent.",
    signal,
    load: from => get("children", { ...key, from }, signal),
    row: child => h("tr", {}, h("td", {}, resourceLink(child)), h("td", {}, chip(name(child.typeName))), h("td", { class: "mono" }, name(child.id))),
  });
  return { element: card(null, table.element), ready: table.ready };
}

// Direct, through what, and whether it stands for others.
export function how(grant) {
  return [
    grant.isDirect && chip("direct", "good"),
    grant.through.length > 0 && h("span", { class: "through" }, chip("through", "via"), grant.through.map(source => entitlementLink(source))),
    grant.from.length > 0 && h("span", { class: "through" }, chip("stands for holders of", "via"), grant.from.map(source => entitlementLink(source))),
  ];
}

function details(title, pairs, parent) {
  const rows = pairs.map(pair => h("div", {}, h("dt", {}, name(pair.name)), h("dd", {}, name(pair.value))));
  if (parent) rows.unshift(h("div", {}, h("dt", {}, "Part of"), h("dd", {}, resourceLink(parent))));
  return rows.length > 0 && card(title, h("dl", { class: "facts" }, rows));
}
