import { type SQL, sql } from "drizzle-orm";
import { done, type Outcome, refuseForNow } from "../../../domain/outcome.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { countersOf, type ThrottleCounter } from "./attempt-counters.ts";
import { countedCte, decisionCtes, lockCountersStatement } from "./count-attempt.ts";

/**
 * The counters that a change is counted on, each one once. They are read and written in the
 * transaction of the change itself, so a change that is refused uses nothing up, and of parallel
 * changes no more are made than of successive ones.
 */
export type Allowance = readonly ThrottleCounter[];

export function allowanceOf(
  ctx: Pick<ServiceContext, "config">,
  attempts: readonly Attempt[],
): Allowance {
  const counters = attempts.flatMap((attempt) => countersOf(ctx, attempt));
  // Two notices of one change share the counters of its network.
  return [...new Map(counters.map((counter) => [counter.key, counter])).values()];
}

/** Locks the counters: the statement before the one that has the CTEs below. */
export function lockAllowance(allowance: Allowance): SQL {
  return allowance.length === 0 ? sql`SELECT` : lockCountersStatement(allowance);
}

/** CTEs that end in `decision`; the change may be made when its wait_seconds is 0 or less. */
export function allowanceCtes(allowance: Allowance): SQL {
  return allowance.length === 0
    ? sql`decision AS (SELECT 0 AS wait_seconds)`
    : decisionCtes(allowance);
}

/** The CTE `counted`, which counts the change, provided that `isMade` holds. */
export function countChangeCte(allowance: Allowance, isMade: SQL): SQL {
  return allowance.length === 0 ? sql`counted AS (SELECT)` : countedCte(isMade);
}

/**
 * Looks whether a change may be made, without counting it: before costly work, for a change that
 * will be refused anyway. Refuses with too_many_attempts and the delay.
 */
export async function checkAllowance(
  { db }: Pick<ServiceContext, "db">,
  allowance: Allowance,
): Promise<Outcome<null, "too_many_attempts">> {
  if (allowance.length === 0) return done(null);
  const { rows } = await db.execute<{ wait_seconds: number }>(
    sql`WITH ${decisionCtes(allowance)} SELECT wait_seconds FROM decision`,
  );
  // Without a row none of the counters exists yet.
  const waitSeconds = rows[0]?.wait_seconds ?? 0;
  return waitSeconds > 0 ? refuseForNow("too_many_attempts", waitSeconds) : done(null);
}
