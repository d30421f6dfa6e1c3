import { signal } from "@preact/signals";
import { optionally } from "../device/optional-load.ts";
import { type Language, language } from "./language.ts";
import type { ProblemTable } from "./problem-texts/table.ts";

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly TABLE: ProblemTable }>>> = {
  en: () => import("./problem-texts/en.ts"),
  ar: () => import("./problem-texts/ar.ts"),
};

/** How long an answer waits for the words of its refusal. */
const WAIT_MS = 3000;

const tables = signal<Partial<Record<Language, ProblemTable>>>({});

/** The words for refusals in the language of the person; null while they are being loaded. */
export function problemTable(): ProblemTable | null {
  const table = tables.value[language.value] ?? null;
  if (table === null) void loadProblemTable();
  return table;
}

/**
 * Loads the words for refusals. They are no part of the first load: most people meet none. Without
 * them, after a few seconds or without a connection, a refusal is shown in general words.
 */
export async function loadProblemTable(): Promise<void> {
  const wanted = language.peek();
  if (tables.peek()[wanted]) return;
  const load = optionally(LOADERS[wanted]).then((loaded) => {
    if (loaded) tables.value = { ...tables.peek(), [wanted]: loaded.TABLE };
  });
  await Promise.race([load, new Promise((resolve) => setTimeout(resolve, WAIT_MS))]);
}
