import type { BatchResponse } from "drizzle-orm/batch";
import { batchBehind, type Queries } from "../../db/batch-behind.ts";
import type { HttpDatabase } from "../../db/connect.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type LockedPerson, lockPerson } from "./lock-person.ts";

/**
 * Changes what is the caller's own: the lock of their row and session and the queries are one transaction
 * in one round trip. What `queries` write asks whileLive itself; what they answer is thrown away when the
 * session has ended.
 */
export async function actAsPerson<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const { person, answers } = await act(ctx, caller, queries);
  return person ? done(answers) : refuse("session_ended");
}

/**
 * The same for what is sensitive, which asks whileSteppedUp. A look before it may have passed: scrypt takes
 * long enough for a factor to be enrolled, or the proof of one to go stale.
 */
export async function actSteppedUp<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended" | "step_up_required">> {
  const { person, answers } = await act(ctx, caller, queries);
  if (!person) return refuse("session_ended");
  return person.lacks_step_up ? refuse("step_up_required") : done(answers);
}

async function act<const Q extends Queries>(
  { db }: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
) {
  const lock = db.execute<LockedPerson>(lockPerson(caller));
  const { first, answers } = await batchBehind(db, lock, queries);
  return { person: first.rows[0], answers };
}
