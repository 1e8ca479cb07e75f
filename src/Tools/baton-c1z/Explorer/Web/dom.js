// Elements out of data. Text becomes text nodes and nothing else: no name can be markup.

const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const joiners = new Set(["\u200c", "\u200d"]); // names in several scripts need them

export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

// Control characters and direction marks are shown as what they are.
export function visible(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(hidden)) {
    if (joiners.has(match[0])) continue;
    const code = match[0].codePointAt(0);
    nodes.push(text.slice(end, match.index));
    nodes.push(h("span", { class: "escape", title: "a character that cannot be seen" }, escaped(code)));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter(node => node !== "");
}

export const plain = text => text.replace(hidden, c => (joiners.has(c) ? c : escaped(c.codePointAt(0))));

const escaped = code => (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`);

// A name from the file, kept apart from the direction of what is around it.
export const name = (text, properties) => h("bdi", properties, visible(text));

export function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export const number = value => Number(value).toLocaleString("en");

export const plural = (count, one, many) => `${number(count)} ${Number(count) === 1 ? one : many}`;

// A time of the file, as people read it.
export const when = time => time.replace("T", " ").replace("Z", "");

// A count that was stopped at a limit.
export const atMost = (count, limit) => (count >= limit ? `${number(limit)}+` : number(count));
