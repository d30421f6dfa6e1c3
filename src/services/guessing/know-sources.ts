import { type SQL, sql } from "drizzle-orm";
import type { Guess } from "../../domain/guess.ts";
import type { ServiceContext } from "../context.ts";
import { scopeRows, scopesOf } from "./guess-scopes.ts";

/**
 * A statement that remembers that the sources of these guesses know their secrets, without a try: what
 * slows them stays as it is.
 */
export function knowSources(ctx: Pick<ServiceContext, "config">, guesses: readonly Guess[]): SQL {
  if (guesses.length === 0) return sql`SELECT`;
  const owns = guesses.map((guess) => scopesOf(ctx, guess)[0]);
  // In the order of their keys, as everybody locks them.
  return sql`
    INSERT INTO guess_counters (key, tries, counted_at, right_at)
    SELECT key, 0, now(), now() FROM ${scopeRows(owns)} ORDER BY key
    ON CONFLICT (key) DO UPDATE SET right_at = excluded.right_at`;
}
