// Addresses of pages: everything is in the part behind the #, so that each can be kept and sent.

export const state = { sync: "" };

export function read(hash) {
  const [path, query] = hash.replace(/^#/, "").split("?", 2);
  return { parts: path.split("/").filter(Boolean).map(decode), query: new URLSearchParams(query ?? "") };
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function to(parts, parameters = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value !== undefined && value !== null && value !== "") query.set(key, value);
  if (state.sync && !query.has("sync")) query.set("sync", state.sync);
  const text = query.toString();
  return `#/${parts.map(encodeURIComponent).join("/")}${text ? `?${text}` : ""}`;
}

export const toResource = (resource, parameters) => to(["resource", resource.type, resource.id], parameters);
export const toEntitlement = (id, parameters) => to(["entitlement", id], parameters);
export const toGraph = (entitlement, who) => to(["graph", entitlement], who ? { type: who.type, id: who.id } : {});
