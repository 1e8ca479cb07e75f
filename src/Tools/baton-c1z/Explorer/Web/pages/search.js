import { get } from "../api.js";
import { h, name, number, plural } from "../dom.js";
import { chip, entitlementLink, failure, heading, resourceLink, tabs } from "../parts.js";
import { to } from "../routes.js";

export async function search(route, { signal }) {
  const q = route.query.get("q") ?? "";
  const type = route.query.get("type") ?? "";
  const kind = route.query.get("kind") === "entitlements" ? "entitlements" : "resources";
  const { types } = await get("overview", {}, signal);
  const here = change => to(["search"], { q, type, kind: kind === "resources" ? "" : kind, ...change });
  const title = q ? ["Search for ", h("q", {}, name(q))] : type ? ["All of ", name(types.find(t => t.id === type)?.name ?? type)] : ["Everything"];
  const results = resultList({ kind, q, type, signal });
  await results.first;
  return {
    title: q ? `Search for ${q}` : "Search",
    content: [
      heading(null, h("span", {}, title)),
      h("div", { class: "bar" },
        tabs("What to look for", [{ text: "Resources", href: here({ kind: "" }), isCurrent: kind === "resources" }, { text: "Entitlements", href: here({ kind: "entitlements" }), isCurrent: kind === "entitlements" }]),
        h("label", { class: "filter" }, "Type ", h("select", { id: "type", onchange: event => { location.hash = here({ type: event.target.value }); } },
          h("option", { value: "" }, "any"), types.map(t => h("option", { value: t.id, selected: t.id === type }, name(t.name).textContent))))),
      results.element,
    ],
  };
}

// The server looks for a moment at a time, and says where to go on: what is found shows at once.
function resultList({ kind, q, type, signal }) {
  const body = h("tbody", { data: { rows: "" } });
  const status = h("span", { class: "faint", role: "status" });
  const more = h("button", { type: "button", class: "button", onclick: () => fill(true) }, "More");
  const columns = kind === "resources" ? ["Name", "Id", "Type"] : ["Entitlement", "Name", "Id"];
  const element = h("div", { class: "list card flush" },
    h("div", { class: "scroll" }, h("table", { "aria-label": "Results" }, h("thead", {}, h("tr", {}, columns.map(column => h("th", { scope: "col" }, column)))), body)),
    h("div", { class: "pager" }, more, status));
  const cells = kind === "resources"
    ? row => [h("td", {}, resourceLink(row)), h("td", { class: "mono" }, name(row.id)), h("td", {}, chip(name(row.typeName)))]
    : row => [h("td", {}, entitlementLink(row)), h("td", {}, name(row.name)), h("td", { class: "mono" }, name(row.id))];
  let from;
  let scanned = 0;
  let found = 0;

  async function fill(replaces) {
    more.disabled = true;
    try {
      if (replaces) { body.replaceChildren(); found = 0; }
      do {
        const answer = await get(kind === "resources" ? "search" : "search-entitlements", { q, type, from }, signal);
        body.append(...answer.rows.map(row => h("tr", {}, cells(row))));
        from = answer.next;
        scanned += answer.scanned;
        found += answer.rows.length;
        status.textContent = from ? `${plural(found, "row", "rows")} here; looked at ${number(scanned)} so far` : found ? plural(found, "row", "rows") : "Nothing has that in its name or id.";
      } while (from && found < 50 && !signal.aborted);
      more.hidden = !from;
      more.disabled = !from;
      if (replaces) body.querySelector("a")?.focus();
    } catch (problem) {
      if (problem.name !== "AbortError") element.replaceChildren(failure(problem));
    }
  }

  return { element, first: Promise.race([fill(false), new Promise(done => setTimeout(done, 400))]) };
}
