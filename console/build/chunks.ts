import type { Rolldown } from "vite";

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** The scripts that the pages name; each runs as it is loaded, so that they stay chunks of their own. */
const ENTRY = /\/console\/src\/(?:person|desk)\.tsx$/;
const PERSON_HTML = /\/console\/index\.html$/;
const DESK_HTML = /\/console\/desk\.html$/;

/**
 * The chunk of a module that a page needs to start: one for what both apps start with, and one for
 * the rest of the people's. A start from many small files waits once for each few of them. Null:
 * the bundler places the module.
 */
export function startChunk(id: string, context: Context): string | null {
  if (!/\.tsx?$|node_modules/.test(id) || ENTRY.test(id)) return null;
  const entries = entriesOf(id, context);
  if (![...entries].some((entry) => PERSON_HTML.test(entry))) return null;
  return [...entries].some((entry) => DESK_HTML.test(entry)) ? "core" : "start";
}

/** The entries that import a module at once, by whatever chain. */
function entriesOf(id: string, context: Context): Set<string> {
  const seen = new Set([id]);
  // A set is walked in the order in which it grows.
  for (const each of seen) {
    for (const importer of context.getModuleInfo(each)?.importers ?? []) seen.add(importer);
  }
  return seen;
}
