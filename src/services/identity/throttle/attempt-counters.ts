import { type SQL, sql } from "drizzle-orm";
import { keyedHash } from "../../../crypto/keyed-hash.ts";
import { DELAY_DOUBLINGS_MAX } from "../../../domain/bounds.ts";
import { siteOf } from "../../../domain/origin.ts";
import {
  ADDRESS_POLICY,
  type Attempt,
  CHANGE_POLICIES,
  CODES_POLICY,
  CONTACT_POLICY,
  isPerUser,
  SITE_POLICY,
  SOURCE_POLICY,
  type ThrottlePolicy,
  UNTRUSTED_POLICY,
} from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";

/** One counter that a attempt may fall under. */
export interface ThrottleCounter {
  readonly key: string;
  /** Whose tries it counts: the source's own, everybody's, or those of sources that do or do not know the secret. */
  readonly whose: "own" | "everybody" | "known" | "strangers";
  readonly policy: ThrottlePolicy;
}

/** The counters of a attempt, the source's own first. */
export function countersOf(
  { config }: Pick<ServiceContext, "config">,
  { kind, subject, source, sinceMs = 0, person }: Attempt,
): readonly [ThrottleCounter, ...ThrottleCounter[]] {
  const scope = (whose: ThrottleCounter["whose"], policy: ThrottlePolicy, ...parts: string[]) => ({
    key: keyedHash(config.throttleKey, [kind, ...parts]),
    whose,
    policy,
  });
  const own = ["own", subject, source.by, source.name, String(sinceMs)];
  if (isPerUser(kind)) return [scope("own", CHANGE_POLICIES[kind], ...own)];
  // Addresses, devices and sessions are a crowd each: who once had the password may have made many.
  const crowd = ["crowd", subject, source.by];
  const scopes: [ThrottleCounter, ...ThrottleCounter[]] =
    kind === "code_sending"
      ? [
          scope("own", CONTACT_POLICY, ...own),
          scope("strangers", CONTACT_POLICY, ...crowd),
          // Whoever reads a contact's codes can make many a network known; the messages cost all the same.
          scope("known", CONTACT_POLICY, "known", subject),
        ]
      : [scope("own", SOURCE_POLICY, ...own), scope("strangers", UNTRUSTED_POLICY, ...crowd)];
  if (person) scopes.push(scope("everybody", CODES_POLICY, "person", person));
  if (source.by === "address") {
    scopes.push(scope("strangers", ADDRESS_POLICY, "address", source.name));
    const site = siteOf(source.name);
    if (site) scopes.push(scope("strangers", SITE_POLICY, "site", site));
  }
  return scopes;
}

/** Whether a scope counts the tries of a source that does, or does not, know the secret. */
export function counts({ whose }: ThrottleCounter, isKnown: boolean): boolean {
  return whose === "own" || whose === "everybody" || (whose === "known") === isKnown;
}

/** The same of `scope`, a row of counterRows. */
export function counterApplies(isKnown: SQL): SQL {
  return sql`(scope.whose IN ('own', 'everybody') OR (scope.whose = 'known') = ${isKnown})`;
}

/** Scopes as rows (key, whose, free, first, longest, forgiven), for a FROM. */
export function counterRows(scopes: readonly ThrottleCounter[]): SQL {
  const rows = scopes.map(
    ({ key, whose, policy }) => sql`(decode(${key}, 'hex'), ${whose}::text,
      ${policy.triesFree}::int, ${policy.delaySecondsFirst}::int,
      ${policy.delaySecondsMax}::int, ${policy.forgivenSeconds}::int)`,
  );
  return sql`(VALUES ${sql.join(rows, sql`, `)})
    AS scope (key, whose, free, first, longest, forgiven)`;
}

/** The wait that so many tries bring, as an interval, null for none; `scope` is a row of counterRows. */
export function delayAfter(tries: SQL): SQL {
  const doublings = sql`least(${tries} - scope.free, ${DELAY_DOUBLINGS_MAX}::int)`;
  return sql`CASE WHEN ${tries} >= scope.free
    THEN make_interval(secs => least(scope.first * power(2, ${doublings}), scope.longest)) END`;
}
