import { type SQL, sql } from "drizzle-orm";
import { DELAY_DOUBLINGS_MAX } from "../../../domain/bounds.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { PerUserAttemptKind } from "../../../domain/throttle.ts";
import type { BoundedAct } from "../../audit/bounded-act.ts";
import type { ServiceContext } from "../../context.ts";
import { countersOf } from "./attempt-counters.ts";

/** The parts by which a batch bounds and counts one change of a user. */
export interface CountedChange extends BoundedAct {
  /** A CTE that counts the change if `changed`, an earlier CTE, has a row. */
  count(changed: SQL): SQL;
}

/**
 * Counts a user's changes of one kind, because each change sends notices that cost money and are
 * never left out. The change is counted by the statement that makes it, so a change that is refused
 * or rolled back counts nothing, and parallel changes cannot exceed the bound. The batch must have
 * locked the user's row before. The removal of a factor is not bounded: there are no more removals
 * than additions, and a thief's factor must be removable at once.
 */
export function countedChange(
  ctx: Pick<ServiceContext, "config">,
  userId: UserId,
  kind: PerUserAttemptKind,
): CountedChange {
  const source = { by: "person", name: userId } as const;
  const [{ key, policy }] = countersOf(ctx, { kind, subject: userId, source });
  const { triesFree, delaySecondsFirst, forgivenSeconds } = policy;
  const ofUser = sql`key = decode(${key}, 'hex')`;
  // The same arithmetic as in admitAttempt; the delays of these policies do not double.
  const counted = sql`1 + greatest(0, least(c.tries, ${triesFree + DELAY_DOUBLINGS_MAX}::int)
    - floor(greatest(0, extract(epoch FROM now() - c.counted_at)) / ${forgivenSeconds}::int)::int)`;
  const delay = sql`make_interval(secs => ${delaySecondsFirst}::int)`;
  return {
    read: sql`SELECT coalesce(max(greatest(0, ceil(extract(epoch FROM admits_at - now())))), 0)::int
      AS wait_seconds FROM throttle_counters WHERE ${ofUser}`,
    isAllowed: sql`NOT EXISTS (SELECT FROM throttle_counters WHERE ${ofUser} AND admits_at > now())`,
    count: (changed) => sql`counted AS (
      INSERT INTO throttle_counters AS c (key, tries, counted_at, admits_at)
      SELECT decode(${key}, 'hex'), 1, now(), CASE WHEN ${triesFree <= 1}::boolean THEN now() + ${delay} END
      WHERE EXISTS (SELECT FROM ${changed})
      ON CONFLICT (key) DO UPDATE SET tries = ${counted}, counted_at = now(),
        admits_at = CASE WHEN ${counted} >= ${triesFree}::int THEN now() + ${delay} END)`,
  };
}
