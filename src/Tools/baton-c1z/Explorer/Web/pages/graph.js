import { get } from "../api.js";
import { h, name, svg } from "../dom.js";
import { badge } from "../icons.js";
import { card, chip, crumbs, entitlementLink, entitlementLabel, heading, resourceLink } from "../parts.js";
import { toEntitlement, toGraph } from "../routes.js";

export async function graph(route, { signal }) {
  const id = route.parts[1];
  const answer = await get("graph", { entitlement: id, type: route.query.get("type"), id: route.query.get("id") }, signal);
  const target = answer.sources.find(source => source.entitlement.id === id);
  const picture = draw(answer, signal);
  return {
    title: `Who has access: ${target.entitlement.name}`,
    content: [
      crumbs(resourceLink(target.entitlement.on), entitlementLink(target.entitlement)),
      heading(target.entitlement.on.kind, h("span", {}, "Who has access: ", name(target.entitlement.name)), h("p", { class: "about" }, asked(answer, id))),
      h("section", { class: "card flush", "aria-label": "Graph" }, picture),
      card("In words", words(answer)),
    ],
  };
}

function asked(answer, id) {
  if (!answer.who) return ["Each box is an entitlement with some of those who hold it directly. A line means that its holders hold the next one, too."];
  const who = resourceLink(answer.who);
  const all = h("a", { class: "button small", href: toGraph(id) }, "Show all");
  if (!answer.isHeld) return [who, " does not hold it. ", all];
  return answer.isExplained ? [chip("path of", "accent"), who, all] : [who, " holds it, but the file does not say from what. ", all];
}

// Boxes in columns, the farthest first; lines between them are drawn when the browser knows where the boxes are.
function draw(answer, signal) {
  const onPath = new Set(answer.edges.filter(edge => edge.isOnPath).flatMap(edge => [edge.from, edge.to]));
  if (answer.isExplained) onPath.add(answer.target);
  const deepest = Math.max(...answer.sources.map(source => source.depth));
  const isTall = answer.sources.length > 4;
  const boxes = new Map(answer.sources.map(source => [source.entitlement.id, box(source, { target: answer.target, onPath, most: isTall ? 3 : 8 })]));
  const columns = Array.from({ length: deepest + 1 }, (_, i) => h("div", { class: "graph-column", data: { rows: "" } },
    answer.sources.filter(source => source.depth === deepest - i).map(source => boxes.get(source.entitlement.id))));
  const lines = svg("svg", { class: "graph-lines", "aria-hidden": "true" });
  const stage = h("div", { class: `graph-stage ${isTall ? "tall" : ""}` }, lines, columns);
  const redraw = () => connect(lines, stage, boxes, answer.edges);
  const watcher = new ResizeObserver(redraw);
  watcher.observe(stage);
  signal.addEventListener("abort", () => watcher.disconnect());
  return h("div", { class: "graph scroll", tabindex: "0", role: "group", "aria-label": "Graph of who has access" }, stage);
}

function box(source, { target, onPath, most }) {
  const { entitlement } = source;
  return h("div", { class: `graph-box row ${entitlement.id === target ? "target" : ""} ${onPath.has(entitlement.id) ? "on-path" : ""}` },
    h("a", { class: "graph-title", href: toEntitlement(entitlement.id) }, badge(entitlement.on.kind), h("span", {}, name(entitlement.on.name), h("small", {}, name(entitlementLabel(entitlement))))),
    source.holders.length > 0 && h("ul", {}, source.holders.slice(0, most).map(holder => h("li", { class: holder.isOnPath ? "on-path" : "" }, resourceLink(holder.principal)))),
    (source.hasMoreHolders || source.holders.length > most) && h("a", { class: "more", href: toEntitlement(entitlement.id) }, "more holders…"),
    source.hasMoreSources && h("a", { class: "more", href: entitlement.id === target ? toEntitlement(entitlement.id) : toGraph(entitlement.id) }, "more sources…"));
}

function connect(lines, stage, boxes, edges) {
  const frame = stage.getBoundingClientRect();
  lines.setAttribute("width", stage.scrollWidth);
  lines.setAttribute("height", stage.scrollHeight);
  lines.replaceChildren(...[...edges].sort((a, b) => a.isOnPath - b.isOnPath).map(edge => {
    const from = boxes.get(edge.from).getBoundingClientRect();
    const to = boxes.get(edge.to).getBoundingClientRect();
    const isBack = from.left >= to.left; // in a circle
    const [x1, y1] = [(isBack ? from.left : from.right) - frame.left, from.top + Math.min(28, from.height / 2) - frame.top];
    const [x2, y2] = [(isBack ? to.right : to.left) - frame.left, to.top + Math.min(28, to.height / 2) - frame.top];
    const bend = isBack ? -60 : Math.max(30, (x2 - x1) / 2);
    const line = svg("path", { d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, class: `${edge.isOnPath ? "on-path" : ""} ${edge.isShallow ? "shallow" : ""}` });
    const tip = svg("path", { d: isBack ? `M${x2 + 7} ${y2 - 4}L${x2} ${y2}L${x2 + 7} ${y2 + 4}` : `M${x2 - 7} ${y2 - 4}L${x2} ${y2}L${x2 - 7} ${y2 + 4}`, class: edge.isOnPath ? "on-path" : "" });
    return svg("g", {}, line, tip);
  }));
}

// The same as text, for who does not see the picture.
function words(answer) {
  const byId = new Map(answer.sources.map(source => [source.entitlement.id, source.entitlement]));
  return h("ul", { class: "plain", id: "words" }, answer.sources.map(source => {
    const from = answer.edges.filter(edge => edge.to === source.entitlement.id);
    return h("li", {}, entitlementLink(source.entitlement), h("ul", {},
      source.holders.length > 0 && h("li", {}, "held directly by ", source.holders.map((holder, i) => [i > 0 && ", ", resourceLink(holder.principal)]), source.hasMoreHolders && " and others"),
      source.holders.length === 0 && source.hasMoreHolders && h("li", {}, "held directly by some that are not shown here"),
      from.map(edge => h("li", {}, "and by everyone who holds ", entitlementLink(byId.get(edge.from)), edge.isShallow && " directly", edge.isOnPath && chip("this path", "accent"))),
      source.hasMoreSources && h("li", {}, "and through more than is shown here")));
  }));
}
