import { signal } from "@preact/signals";

/** The history as the person left it, with its filters: "back" of a transaction leads there. */
export const lastHistory = signal("/history");
