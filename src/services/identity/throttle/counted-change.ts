import { type SQL, sql } from "drizzle-orm";
import type { Attempt } from "../../../domain/throttle.ts";
import type { BoundedAct } from "../../audit/bounded-act.ts";
import type { ServiceContext } from "../../context.ts";
import { countersOf } from "./attempt-counters.ts";
import { countedCte, decisionCtes, lockCountersStatement } from "./count-attempt.ts";

/** The parts by which a batch bounds and counts one change; `lock` precedes the others. */
export interface CountedChange extends BoundedAct {
  /** A statement that locks the counters, so that parallel changes cannot exceed the bound. */
  readonly lock: SQL;
  /** CTEs that end in `counted` and count the change if `isMade` holds. */
  count(isMade: SQL): SQL;
}

const UNCOUNTED: CountedChange = {
  lock: sql`SELECT`,
  read: sql`SELECT 0 AS wait_seconds`,
  isAllowed: sql`true`,
  count: () => sql`counted AS (SELECT)`,
};

/**
 * Counts a change as each of these attempts, because it sends notices that cost money and are never
 * left out. The change is counted by the statement that makes it, so a change that is refused or
 * rolled back counts nothing. A change without attempts is not bounded. The removal of a factor is
 * not counted: there are no more removals than additions, and a thief's factor must be removable at
 * once.
 */
export function countedChange(
  ctx: Pick<ServiceContext, "config">,
  attempts: readonly Attempt[],
): CountedChange {
  const applied = attempts.flatMap((attempt) => countersOf(ctx, attempt));
  // Two notices of one change share the counters of their network, which count the change once.
  const counters = [...new Map(applied.map((counter) => [counter.key, counter])).values()];
  if (counters.length === 0) return UNCOUNTED;
  const decision = decisionCtes(counters);
  return {
    lock: lockCountersStatement(counters),
    read: sql`WITH ${decision} SELECT wait_seconds FROM decision`,
    isAllowed: sql`NOT EXISTS (WITH ${decision} SELECT FROM decision WHERE wait_seconds > 0)`,
    count: (isMade) => sql`${decision}, ${countedCte(isMade)}`,
  };
}
