import { signal } from "@preact/signals";

const query = matchMedia("(min-width: 900px)");

/** Whether the screen has room for tables and for a detail beside its list; as in the style sheets. */
export const isWide = signal(query.matches);

query.addEventListener("change", () => {
  isWide.value = query.matches;
});
