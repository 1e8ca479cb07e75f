import { icon } from "./icons.js";

// Light and dark follow the system until somebody chooses.
const key = "baton-explorer-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

export function installTheme(button) {
  let chosen = localStorage.getItem(key);
  const show = () => {
    const theme = chosen ?? (system.matches ? "dark" : "light");
    document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(theme === "dark" ? "sun" : "moon"));
    button.setAttribute("aria-pressed", String(theme === "dark"));
  };
  button.addEventListener("click", () => {
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem(key, chosen);
    show();
  });
  system.addEventListener("change", show);
  show();
}
