import { type SQL, sql } from "drizzle-orm";
import { keyedHash } from "../../crypto/keyed-hash.ts";
import {
  ADDRESS_PATIENCE,
  CONTACT_PATIENCE,
  CROWD_PATIENCE,
  type Guess,
  type GuessPatience,
  OWN_PATIENCE,
} from "../../domain/guess.ts";
import { GUESS_DOUBLINGS_MAX } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

/** One counter that a guess may fall under. */
export interface GuessScope {
  readonly key: string;
  readonly isOwn: boolean;
  readonly patience: GuessPatience;
}

/** The counters of a guess, the source's own first. */
export function scopesOf(
  { config }: Pick<ServiceContext, "config">,
  { kind, subject, source, sinceMs = 0 }: Guess,
): readonly [GuessScope, ...GuessScope[]] {
  const key = (...parts: string[]) => keyedHash(config.guessingKey, [kind, ...parts]);
  const own = key("own", subject, source.by, source.name, String(sinceMs));
  const isSending = kind === "code_sending";
  const scopes: [GuessScope, ...GuessScope[]] = [
    { key: own, isOwn: true, patience: isSending ? CONTACT_PATIENCE : OWN_PATIENCE },
    // Addresses, devices and sessions are a crowd each: who once had the password may have made many.
    {
      key: key("crowd", subject, source.by),
      isOwn: false,
      patience: isSending ? CONTACT_PATIENCE : CROWD_PATIENCE,
    },
  ];
  if (source.by === "address") {
    scopes.push({
      key: key("address", source.name),
      isOwn: false,
      patience: ADDRESS_PATIENCE,
    });
  }
  return scopes;
}

/** Scopes as rows (key, is_own, free, first, longest, forgiven), for a FROM. */
export function scopeRows(scopes: readonly GuessScope[]): SQL {
  const rows = scopes.map(
    ({ key, isOwn, patience }) => sql`(decode(${key}, 'hex'), ${isOwn}::boolean,
      ${patience.triesFree}::int, ${patience.delaySecondsFirst}::int,
      ${patience.delaySecondsMax}::int, ${patience.forgivenSeconds}::int)`,
  );
  return sql`(VALUES ${sql.join(rows, sql`, `)})
    AS scope (key, is_own, free, first, longest, forgiven)`;
}

/** The wait that so many tries bring, as an interval, null for none; `scope` is a row of scopeRows. */
export function waitAfter(tries: SQL): SQL {
  const doublings = sql`least(${tries} - scope.free, ${GUESS_DOUBLINGS_MAX}::int)`;
  return sql`CASE WHEN ${tries} >= scope.free
    THEN make_interval(secs => least(scope.first * power(2, ${doublings}), scope.longest)) END`;
}
