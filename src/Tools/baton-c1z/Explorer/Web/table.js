// Lists that the server gives a page at a time: no more than a page is ever in the document.
import { h, plural } from "./dom.js";
import { failure } from "./parts.js";

export function pagedTable({ columns, load, row, empty, label, signal }) {
  const body = h("tbody", { data: { rows: "" } });
  const status = h("span", { class: "faint", role: "status" });
  const back = h("button", { type: "button", class: "button", onclick: () => show(before.pop(), false) }, "Previous");
  const next = h("button", { type: "button", class: "button", onclick: () => show(following, true) }, "Next");
  const table = h("table", { "aria-label": label }, h("thead", {}, h("tr", {}, columns.map(column => h("th", { scope: "col" }, column)))), body);
  const pager = h("div", { class: "pager" }, back, next, status);
  const box = h("div", { class: "list" }, h("div", { class: "scroll" }, table), pager);
  const before = [];
  let current;
  let following;
  let page = 1;

  async function show(from, isForward) {
    back.disabled = next.disabled = true;
    try {
      const answer = await load(from, signal);
      if (isForward === true) { before.push(current); page++; }
      if (isForward === false) page--;
      current = from;
      following = answer.next;
      body.replaceChildren(...answer.rows.map(row));
      const isOnly = page === 1 && !following;
      back.disabled = before.length === 0;
      next.disabled = !following;
      pager.classList.toggle("alone", isOnly);
      status.textContent = isOnly ? plural(answer.rows.length, "row", "rows") : `Page ${page}, ${plural(answer.rows.length, "row", "rows")}`;
      if (isOnly && answer.rows.length === 0) box.replaceChildren(h("p", { class: "empty" }, empty));
      if (isForward !== undefined) body.querySelector("a")?.focus();
    } catch (problem) {
      if (problem.name !== "AbortError") box.replaceChildren(failure(problem));
    }
  }

  return { element: box, ready: show(undefined, undefined) };
}
