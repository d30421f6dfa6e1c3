import type { Rolldown } from "vite";

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];
/** The modules that a chunk is for: each import of theirs, by whatever chain, is needed with them. */
type Needs = (isNeededBy: (root: RegExp) => boolean) => boolean;

const PERSON = /\/console\/src\/person\.tsx$/;
const DESK = /\/console\/src\/desk\.tsx$/;
const FRONT = /\/console\/src\/pages\/front-pages\.ts$/;
const HOME = /\/console\/src\/pages\/home\/home-page\.tsx$/;
const BEGIN = /\/console\/src\/begin\.ts$/;
/** What Vite adds for code that is loaded later: the first script already loads some. */
const PRELOAD = /vite\/preload-helper/;

/**
 * The chunks of a start, the first that fits. A start from many small files waits once for each few
 * of them: so one for the first script, one for what both apps need, one for the frame of the
 * people's app, one for the pages before a login, and one for home.
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
  if (PRELOAD.test(id)) return "begin";
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
