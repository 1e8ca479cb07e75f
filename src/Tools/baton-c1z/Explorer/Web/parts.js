// What several pages are made of.
import { h, name, plain } from "./dom.js";
import { badge, icon } from "./icons.js";
import { to, toEntitlement, toGraph, toResource } from "./routes.js";

export const resourceLink = (resource, properties = {}) =>
  h("a", { class: "ref", href: toResource(resource), title: plain(`${resource.type}:${resource.id}`), ...properties }, badge(resource.kind), name(resource.name));

export const entitlementLabel = entitlement => entitlement.slug || entitlement.name;

// Entitlements of one resource look alike: the slug tells them apart, the resource where it is.
export const entitlementLink = (entitlement, properties = {}) =>
  h("a", { class: "ref", href: toEntitlement(entitlement.id), title: plain(entitlement.id), ...properties },
    badge(entitlement.on.kind), name(entitlement.on.name), h("span", { class: "slug" }, name(entitlementLabel(entitlement))));

export const chip = (text, kind = "") => h("span", { class: `chip ${kind}` }, text);

export const card = (title, ...content) => h("section", { class: "card" }, title && h("h2", {}, title), content);

export const failure = problem => h("div", { class: "card failure", role: "alert" }, h("h2", {}, "That did not work"), h("p", {}, name(problem.message)));

export function heading(kind, title, ...more) {
  return h("div", { class: "heading" }, kind && badge(kind), h("div", {}, h("h1", { tabindex: "-1" }, typeof title === "string" ? name(title) : title), more));
}

export const crumbs = (...links) => h("nav", { class: "crumbs", "aria-label": "Where this is" }, h("a", { href: to([]) }, "Overview"), links.filter(Boolean).map(link => [h("span", { "aria-hidden": "true" }, "/"), link]));

export const tabs = (label, items) => h("nav", { class: "tabs", "aria-label": label },
  items.map(item => h("a", { href: item.href, "aria-current": item.isCurrent ? "page" : null }, item.text, item.count !== undefined && h("span", { class: "count" }, item.count))));

// The way from a principal to what it holds, one link a step.
export function pathSteps({ path, omitted }, target) {
  if (path.length === 0) return h("span", { class: "faint" }, "derived; the file does not say from what");
  const steps = [h("li", {}, resourceLink(path[0].principal))];
  for (const [i, step] of path.entries()) {
    if (omitted > 0 && i === path.length / 2) steps.push(h("li", { class: "faint" }, `… ${omitted} more …`));
    steps.push(h("li", {}, icon("arrow"), step.entitlement.id === target ? h("b", {}, entitlementLink(step.entitlement)) : entitlementLink(step.entitlement)));
  }
  return h("ol", { class: "path" }, steps);
}

export const graphLink = (entitlement, who) => h("a", { class: "button small", href: toGraph(entitlement, who) }, "Graph");
