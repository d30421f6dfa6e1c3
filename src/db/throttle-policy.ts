import { type SQL, sql } from "drizzle-orm";
import { DELAY_DOUBLINGS_MAX } from "../domain/bounds.ts";
import type { ThrottlePolicy } from "../domain/throttle.ts";

/** A throttle policy as SQL: columns of a row, or values. Times are in seconds. */
export interface PolicySql {
  readonly free: SQL;
  readonly first: SQL;
  readonly longest: SQL;
  readonly forgiven: SQL;
}

/** A policy as values of a statement. */
export function policySql(policy: ThrottlePolicy): PolicySql {
  return {
    free: sql`${policy.triesFree}::int`,
    first: sql`${policy.delaySecondsFirst}::int`,
    longest: sql`${policy.delaySecondsMax}::int`,
    forgiven: sql`${policy.forgivenSeconds}::int`,
  };
}

/** The attempts of a row of throttle_counters that still count, from its columns. */
export function triesNow({ free, forgiven }: PolicySql, tries: SQL, countedAt: SQL): SQL {
  // now() is the start of the transaction. If it waited for locks, counted_at can be later.
  return sql`greatest(0, least(${tries}, ${free} + ${DELAY_DOUBLINGS_MAX}::int)
    - floor(greatest(0, extract(epoch FROM now() - ${countedAt})) / ${forgiven})::int)`;
}

/** The delay after a number of attempts, as an interval; null for none. */
export function delayAfterTries({ free, first, longest }: PolicySql, tries: SQL): SQL {
  const doublings = sql`least(${tries} - ${free}, ${DELAY_DOUBLINGS_MAX}::int)`;
  return sql`CASE WHEN ${tries} >= ${free}
    THEN make_interval(secs => least(${first} * power(2, ${doublings}), ${longest})) END`;
}
