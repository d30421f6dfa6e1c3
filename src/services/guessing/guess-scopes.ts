import { type SQL, sql } from "drizzle-orm";
import { keyedHash } from "../../crypto/keyed-hash.ts";
import {
  ADDRESS_PATIENCE,
  CHANGES_PATIENCE,
  CODES_PATIENCE,
  CONTACT_PATIENCE,
  CROWD_PATIENCE,
  type Guess,
  type GuessPatience,
  isPersonal,
  OWN_PATIENCE,
  SITE_PATIENCE,
} from "../../domain/guess.ts";
import { GUESS_DOUBLINGS_MAX } from "../../domain/limits.ts";
import { siteOf } from "../../domain/network-address.ts";
import type { ServiceContext } from "../context.ts";

/** One counter that a guess may fall under. */
export interface GuessScope {
  readonly key: string;
  /** Whose tries it counts: the source's own, everybody's, or those of sources that do or do not know the secret. */
  readonly whose: "own" | "everybody" | "known" | "strangers";
  readonly patience: GuessPatience;
}

/** The counters of a guess, the source's own first. */
export function scopesOf(
  { config }: Pick<ServiceContext, "config">,
  { kind, subject, source, sinceMs = 0, person }: Guess,
): readonly [GuessScope, ...GuessScope[]] {
  const scope = (whose: GuessScope["whose"], patience: GuessPatience, ...parts: string[]) => ({
    key: keyedHash(config.guessingKey, [kind, ...parts]),
    whose,
    patience,
  });
  const own = ["own", subject, source.by, source.name, String(sinceMs)];
  if (isPersonal(kind)) return [scope("own", CHANGES_PATIENCE[kind], ...own)];
  // Addresses, devices and sessions are a crowd each: who once had the password may have made many.
  const crowd = ["crowd", subject, source.by];
  const scopes: [GuessScope, ...GuessScope[]] =
    kind === "code_sending"
      ? [
          scope("own", CONTACT_PATIENCE, ...own),
          scope("strangers", CONTACT_PATIENCE, ...crowd),
          // Whoever reads a contact's codes can make many a network known; the messages cost all the same.
          scope("known", CONTACT_PATIENCE, "known", subject),
        ]
      : [scope("own", OWN_PATIENCE, ...own), scope("strangers", CROWD_PATIENCE, ...crowd)];
  if (person) scopes.push(scope("everybody", CODES_PATIENCE, "person", person));
  if (source.by === "address") {
    scopes.push(scope("strangers", ADDRESS_PATIENCE, "address", source.name));
    const site = siteOf(source.name);
    if (site) scopes.push(scope("strangers", SITE_PATIENCE, "site", site));
  }
  return scopes;
}

/** Whether a scope counts the tries of a source that does, or does not, know the secret. */
export function counts({ whose }: GuessScope, isKnown: boolean): boolean {
  return whose === "own" || whose === "everybody" || (whose === "known") === isKnown;
}

/** The same of `scope`, a row of scopeRows. */
export function scopeCounts(isKnown: SQL): SQL {
  return sql`(scope.whose IN ('own', 'everybody') OR (scope.whose = 'known') = ${isKnown})`;
}

/** Scopes as rows (key, whose, free, first, longest, forgiven), for a FROM. */
export function scopeRows(scopes: readonly GuessScope[]): SQL {
  const rows = scopes.map(
    ({ key, whose, patience }) => sql`(decode(${key}, 'hex'), ${whose}::text,
      ${patience.triesFree}::int, ${patience.delaySecondsFirst}::int,
      ${patience.delaySecondsMax}::int, ${patience.forgivenSeconds}::int)`,
  );
  return sql`(VALUES ${sql.join(rows, sql`, `)})
    AS scope (key, whose, free, first, longest, forgiven)`;
}

/** The wait that so many tries bring, as an interval, null for none; `scope` is a row of scopeRows. */
export function waitAfter(tries: SQL): SQL {
  const doublings = sql`least(${tries} - scope.free, ${GUESS_DOUBLINGS_MAX}::int)`;
  return sql`CASE WHEN ${tries} >= scope.free
    THEN make_interval(secs => least(scope.first * power(2, ${doublings}), scope.longest)) END`;
}
