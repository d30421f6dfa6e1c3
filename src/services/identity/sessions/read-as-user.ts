import type { BatchResponse } from "drizzle-orm/batch";
import { batchBehind, type Queries } from "../../../db/batch-behind.ts";
import type { HttpDatabase } from "../../../db/connect.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller } from "../../caller.ts";
import type { ServiceContext } from "../../context.ts";
import { activeSession } from "./active-session.ts";

/**
 * Reads as the caller: the session check and the queries are one transaction in one round trip, so a
 * revoked session is refused on its very next request and costs the others nothing.
 */
export async function readAsUser<const Q extends Queries>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const { first, answers } = await batchBehind(ctx.db, activeSession(ctx.db, caller), queries);
  return first.rows.length === 1 ? done(answers) : refuse("session_ended");
}
