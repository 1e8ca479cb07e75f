import { get } from "../api.js";
import { atMost, h, name } from "../dom.js";
import { card, chip, crumbs, entitlementLink, failure, heading, pathSteps, resourceLink } from "../parts.js";
import { to, toGraph } from "../routes.js";
import { pagedTable } from "../table.js";
import { how } from "./resource.js";

export async function entitlement(route, { signal }) {
  const id = route.parts[1];
  const answer = await get("entitlement", { id }, signal);
  const { on } = answer.entitlement;
  const holders = pagedTable({
    columns: ["Who", "How", ""],
    label: "Who holds it",
    empty: "Nobody holds it.",
    signal,
    load: from => get("grants", { entitlement: id, from }, signal),
    row: grant => holderRow(grant, id, signal),
  });
  await holders.ready;
  return {
    title: answer.entitlement.name,
    content: [
      crumbs(h("a", { href: to(["search"], { type: on.type }) }, name(on.typeName)), resourceLink(on)),
      heading(on.kind, answer.entitlement.name,
        h("p", { class: "about" }, answer.entitlement.slug && chip(name(answer.entitlement.slug), "accent"), !answer.isStored && chip("not in the file; only grants name it", "warn"), h("span", {}, "on "), resourceLink(on), h("span", { class: "mono faint" }, name(id)))),
      h("div", { class: "bar" }, h("a", { class: "button primary", href: toGraph(id) }, "Draw who has access"), h("span", { class: "faint" }, `${atMost(answer.holders, answer.countLimit)} grants`)),
      answer.description && h("p", {}, name(answer.description)),
      answer.grantableTo.length > 0 && h("p", { class: "faint" }, "Can be granted to ", answer.grantableTo.map(type => chip(name(type)))),
      answer.carriers.length > 0 && card("Passed on to members", h("p", { class: "faint" }, "Everyone who holds one of these holds it, too."),
        h("ul", { class: "plain", data: { rows: "" } }, answer.carriers.map(grant => h("li", {}, grant.from.map(source => entitlementLink(source)), h("span", { class: "faint" }, " by the grant to "), resourceLink(grant.principal))),
          answer.hasMoreCarriers && h("li", { class: "faint" }, "and more"))),
      card("Who holds it", holders.element),
    ].filter(Boolean),
  };
}

function holderRow(grant, id, signal) {
  const cell = h("td", {}, how(grant));
  const show = h("button", { type: "button", class: "button small", "aria-expanded": "false", onclick: () => explain() }, "Show path");
  async function explain() {
    show.disabled = true;
    try {
      const held = await get("why", { type: grant.principal.type, id: grant.principal.id, entitlement: id }, signal);
      cell.append(pathSteps(held, id));
    } catch (problem) {
      if (problem.name !== "AbortError") cell.append(failure(problem));
    }
    show.setAttribute("aria-expanded", "true");
  }
  return h("tr", {}, h("td", {}, resourceLink(grant.principal)), cell,
    h("td", { class: "right nowrap" }, !grant.isDirect && show, " ", h("a", { class: "button small", href: toGraph(id, grant.principal) }, "Graph")));
}
