import { type SQL, sql } from "drizzle-orm";
import { keyedHash } from "../../../crypto/keyed-hash.ts";
import { delayAfterTries, type PolicySql } from "../../../db/throttle-policy.ts";
import { siteOf } from "../../../domain/origin.ts";
import {
  ADDRESS_POLICY,
  type Attempt,
  CODES_POLICY,
  CONTACT_POLICY,
  isPerUser,
  PER_USER_POLICIES,
  SITE_POLICY,
  SOURCE_POLICY,
  type ThrottlePolicy,
  UNTRUSTED_POLICY,
} from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";

/** One counter that applies to an attempt. */
export interface ThrottleCounter {
  readonly key: string;
  /**
   * Whose attempts it counts: those of one source at one secret, of all sources, or of the sources
   * that are trusted for this secret, or are not.
   */
  readonly covers: "source" | "all" | "trusted" | "untrusted";
  readonly policy: ThrottlePolicy;
}

/** The counters that may apply to an attempt; the source's own counter is the first. */
export function countersOf(
  { config }: Pick<ServiceContext, "config">,
  { kind, subject, source, sinceMs = 0, person }: Attempt,
): readonly [ThrottleCounter, ...ThrottleCounter[]] {
  // The parts are stored, hashed, as the counter's key: another text would start a new counter at
  // zero.
  const counter = (
    covers: ThrottleCounter["covers"],
    policy: ThrottlePolicy,
    ...parts: string[]
  ) => ({
    key: keyedHash(config.throttleKey, [kind, ...parts]),
    covers,
    policy,
  });
  const own = ["own", subject, source.by, source.name, String(sinceMs)];
  if (isPerUser(kind)) return [counter("source", PER_USER_POLICIES[kind], ...own)];
  // All untrusted addresses share a counter, all untrusted devices another, and all untrusted
  // sessions a third: a thief who once had the password may have many devices and sessions, and
  // must not delay the addresses.
  const untrusted = ["untrusted", subject, source.by];
  const counters: [ThrottleCounter, ...ThrottleCounter[]] =
    kind === "code_sending"
      ? [
          counter("source", CONTACT_POLICY, ...own),
          counter("untrusted", CONTACT_POLICY, ...untrusted),
          // The owner of a contact can make many networks trusted, but each message still costs
          // money.
          counter("trusted", CONTACT_POLICY, "known", subject),
        ]
      : [
          counter("source", SOURCE_POLICY, ...own),
          counter("untrusted", UNTRUSTED_POLICY, ...untrusted),
        ];
  if (person) counters.push(counter("all", CODES_POLICY, "person", person));
  if (source.by === "address") {
    counters.push(counter("untrusted", ADDRESS_POLICY, "address", source.name));
    const site = siteOf(source.name);
    if (site) counters.push(counter("untrusted", SITE_POLICY, "site", site));
  }
  return counters;
}

/** Whether a counter applies to a source that is, or is not, trusted for the secret. */
export function appliesTo({ covers }: ThrottleCounter, isTrusted: boolean): boolean {
  return covers === "source" || covers === "all" || (covers === "trusted") === isTrusted;
}

/** The condition of appliesTo in SQL, for a row `counter` of counterRows. */
export function appliesToSql(isTrusted: SQL): SQL {
  return sql`(counter.covers IN ('source', 'all') OR (counter.covers = 'trusted') = ${isTrusted})`;
}

/**
 * Counters as rows `counter` (key, covers, free, first, longest, forgiven) of a FROM list; seconds.
 */
export function counterRows(counters: readonly ThrottleCounter[]): SQL {
  const rows = counters.map(
    ({ key, covers, policy }) => sql`(decode(${key}, 'hex'), ${covers}::text,
      ${policy.triesFree}::int, ${policy.delaySecondsFirst}::int,
      ${policy.delaySecondsMax}::int, ${policy.forgivenSeconds}::int)`,
  );
  return sql`(VALUES ${sql.join(rows, sql`, `)})
    AS counter (key, covers, free, first, longest, forgiven)`;
}

/** The policy of a row `counter` of counterRows. */
export const COUNTER_POLICY: PolicySql = {
  free: sql`counter.free`,
  first: sql`counter.first`,
  longest: sql`counter.longest`,
  forgiven: sql`counter.forgiven`,
};

/**
 * The delay after a number of attempts, as an interval; null for none. Uses a row of counterRows.
 */
export function delayAfter(attempts: SQL): SQL {
  return delayAfterTries(COUNTER_POLICY, attempts);
}
