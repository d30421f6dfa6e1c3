import { signal } from "@preact/signals";
import { type Language, language } from "../i18n/language.ts";
import type { ProblemTable } from "./texts/table.ts";

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly TABLE: ProblemTable }>>> = {
  en: () => import("./texts/en.ts"),
  ar: () => import("./texts/ar.ts"),
};

/** How long an answer waits for the words of its refusal. */
const WAIT_MS = 3000;

/** How many loads are under way. */
let loads = 0;

/** Whether a file that fails to load now may be that of the words, which a page can do without. */
export function isLoadingWords(): boolean {
  return loads > 0;
}

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
  loads++;
  const load = LOADERS[wanted]()
    .then(
      ({ TABLE }) => {
        tables.value = { ...tables.peek(), [wanted]: TABLE };
      },
      () => undefined,
    )
    .finally(() => loads--);
  await Promise.race([load, new Promise((resolve) => setTimeout(resolve, WAIT_MS))]);
}
