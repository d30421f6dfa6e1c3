import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "../../db/connect.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type LockedPerson, lockPerson } from "./lock-person.ts";

type Query = BatchItem<"pg">;

/**
 * Changes what is the caller's own: the lock of their row and session and the queries are one transaction
 * in one round trip. What `queries` write asks whileLive itself; what they answer is thrown away when the
 * session has ended.
 */
export async function actAsPerson<const Q extends readonly [Query, ...Query[]]>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const acted = await act(ctx, caller, queries);
  return acted ? done(acted.answers) : refuse("session_ended");
}

/**
 * The same for what is sensitive, which asks whileSteppedUp. A look before it may have passed: scrypt takes
 * long enough for a factor to be enrolled, or the proof of one to go stale.
 */
export async function actSteppedUp<const Q extends readonly [Query, ...Query[]]>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended" | "step_up_required">> {
  const acted = await act(ctx, caller, queries);
  if (!acted) return refuse("session_ended");
  return acted.person.lacks_step_up ? refuse("step_up_required") : done(acted.answers);
}

async function act<const Q extends readonly [Query, ...Query[]]>(
  { db }: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<{ readonly person: LockedPerson; readonly answers: BatchResponse<Q> } | null> {
  const lock = db.execute<LockedPerson>(lockPerson(caller));
  const batch: [Query, ...Query[]] = [lock, ...queries(db)];
  const [locked, ...answers] = (await db.batch(batch)) as [{ rows: LockedPerson[] }, ...unknown[]];
  const [person] = locked.rows;
  return person ? { person, answers: answers as BatchResponse<Q> } : null;
}
