import type { Rolldown } from "vite";

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];
/** Whether a module is for a chunk, by what needs the module. */
type Needs = (isNeededBy: (root: RegExp) => boolean) => boolean;

// A module is needed by another one that imports it at once, by whatever chain.
const BEGIN = /\/console\/src\/begin\.ts$/;
const PERSON = /\/console\/src\/person\.tsx$/;
const DESK = /\/console\/src\/desk\.tsx$/;
const FRONT = /\/console\/src\/pages\/front-pages\.ts$/;
const HOME = /\/console\/src\/pages\/home\/home-page\.tsx$/;
/** What Vite adds for code that is loaded later. */
const PRELOAD = /vite\/preload-helper/;

/**
 * The chunks of a start, the first that fits. A start from many small files waits once for each few
 * of them: so one for the first script, one for what both apps need, one for the frame of the
 * people's app, one for home, and one for the pages before a login.
 */
const CHUNKS: Readonly<Record<string, Needs>> = {
  begin: (isNeededBy) => isNeededBy(BEGIN),
  core: (isNeededBy) => isNeededBy(DESK) && (isNeededBy(PERSON) || isNeededBy(HOME)),
  start: (isNeededBy) => isNeededBy(PERSON),
  home: (isNeededBy) => isNeededBy(HOME),
  front: (isNeededBy) => isNeededBy(FRONT),
};

/** The chunk of a module that a start needs; null: the bundler places the module. */
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
