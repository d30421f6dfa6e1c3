import { signal } from "@preact/signals";

/**
 * The phone that was typed last. Signing up, logging in and a reset ask for the same one: it is
 * kept in memory from one page to the next, and is in no address.
 */
export const typedPhone = signal("");
