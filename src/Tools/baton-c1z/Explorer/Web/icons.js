import { svg } from "./dom.js";

const paths = {
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8a7 7 0 0 1 14 0",
  group: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 8.5a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18.2 13.6a6.5 6.5 0 0 1 3.3 5.9",
  role: "M12 3 4.5 6v5.5c0 4.6 3.1 7.9 7.5 9.5 4.4-1.6 7.5-4.9 7.5-9.5V6L12 3Zm-3 9 2.2 2.2L15.3 10",
  app: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  secret: "M14.5 4.5a5 5 0 1 1-3.6 8.4L5 19H3v-3l6.1-6.1a5 5 0 0 1 5.4-5.4ZM16 8h.01",
  agent: "M6 9h12v10H6zM12 9V5M9.5 13.5h.01M14.5 13.5h.01M3.5 13v3M20.500 13v3M12 4.500h.01",
  other: "M12 3 4 7.500v9L12 21l8-4.500v-9L12 3ZM4 7.500 12 12l8-4.500M12 12v9",
  key: "M14.500 9.500 20 4M17 7l2.500 2.500M9.500 20a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11Z",
  arrow: "M5 12h14M13 6l6 6-6 6",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
  moon: "M20 14.500A8.500 8.500 0 1 1 9.500 4a6.800 6.800 0 0 0 10.500 10.500Z",
};

export const icon = (kind, extra = "") =>
  svg("svg", { class: `icon ${extra}`, viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("path", { d: paths[kind] ?? paths.other }));

// The picture of a resource, in the colour of its kind.
export const badge = kind => {
  const box = document.createElement("span");
  box.className = `badge kind-${paths[kind] && kind !== "key" ? kind : "other"}`;
  box.append(icon(kind));
  return box;
};
