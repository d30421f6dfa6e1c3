import type { Rolldown } from "vite";

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];
/** Whether a chunk has a module, by the roots that need the module. */
type Needs = (isNeededBy: (root: RegExp) => boolean) => boolean;

// The roots. A root needs each module that it imports at once, itself or by a chain of imports.
const BEGIN = /\/console\/src\/begin\.ts$/;
const PERSON = /\/console\/src\/person\.tsx$/;
const DESK = /\/console\/src\/desk\.tsx$/;
const FRONT = /\/console\/src\/pages\/front-pages\.ts$/;
const HOME = /\/console\/src\/pages\/home\/home-page\.tsx$/;
/** The pages that are loaded ahead, once the first one is quiet (src/app/routes.tsx). */
const NEXT = [
  /\/console\/src\/pages\/send\/send-page\.tsx$/,
  /\/console\/src\/pages\/funding\/deposit-page\.tsx$/,
  /\/console\/src\/pages\/exchange\/exchange-page\.tsx$/,
  /\/console\/src\/pages\/history\/history-page\.tsx$/,
  /\/console\/src\/pages\/wallets\/wallets-page\.tsx$/,
  /\/console\/src\/pages\/me\/me-page\.tsx$/,
];
/** What Vite adds for code that is loaded later. */
const PRELOAD = /vite\/preload-helper/;

/**
 * The chunks that are loaded together, the first that fits. Many small files wait once for each few of
 * them: so one for the first script, one for what both apps start with, one for the frame of the
 * people's app, one for home, one for the pages before a login, and two for what pages share that
 * are loaded ahead: with the desk, and with one another.
 */
const CHUNKS: Readonly<Record<string, Needs>> = {
  begin: (isNeededBy) => isNeededBy(BEGIN),
  core: (isNeededBy) => isNeededBy(DESK) && (isNeededBy(PERSON) || isNeededBy(HOME)),
  start: (isNeededBy) => isNeededBy(PERSON),
  home: (isNeededBy) => isNeededBy(HOME),
  front: (isNeededBy) => isNeededBy(FRONT),
  both: (isNeededBy) => isNeededBy(DESK) && NEXT.some(isNeededBy),
  next: (isNeededBy) => NEXT.filter(isNeededBy).length > 1,
};

/** The chunk of a module; null: the bundler places it. */
export function startChunk(id: string, context: Context): string | null {
  if (PRELOAD.test(id)) return "core";
  if (!/\.(?:tsx?|css)$|node_modules/.test(id)) return null;
  const users = usersOf(id, context);
  const isNeededBy = (root: RegExp) => users.some((user) => root.test(user));
  return Object.keys(CHUNKS).find((name) => CHUNKS[name]?.(isNeededBy)) ?? null;
}

/** The modules that import a module at once, by whatever chain, and itself. */
function usersOf(id: string, context: Context): readonly string[] {
  const seen = new Set([id]);
  // A set is walked in the order in which it grows.
  for (const each of seen) {
    for (const importer of context.getModuleInfo(each)?.importers ?? []) seen.add(importer);
  }
  return [...seen];
}
