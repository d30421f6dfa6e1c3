import { effect, signal } from "@preact/signals";

type Theme = "system" | "light" | "dark";

const THEME = "mahfaza.theme";
const kept = localStorage.getItem(THEME);

/** The colours that the person chose; `system` follows the device. */
export const theme = signal<Theme>(kept === "light" || kept === "dark" ? kept : "system");

export function chooseTheme(next: Theme): void {
  theme.value = next;
  keepTheme();
}

/** Writes the choice again, after a log-out has cleared all that this origin stored. */
export function keepTheme(): void {
  if (theme.value === "system") localStorage.removeItem(THEME);
  else localStorage.setItem(THEME, theme.value);
}

effect(() => {
  if (theme.value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});
