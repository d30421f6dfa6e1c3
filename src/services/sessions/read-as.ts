import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "../../db/connect.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { liveSession } from "./live-session.ts";

type Query = BatchItem<"pg">;

/**
 * Reads as the caller: the session check and the queries are one transaction in one round trip, so a
 * revoked session is refused on its very next request and costs the others nothing.
 */
export async function readAs<const Q extends readonly [Query, ...Query[]]>(
  ctx: Pick<ServiceContext, "db">,
  caller: Caller,
  queries: (db: HttpDatabase) => Q,
): Promise<Outcome<BatchResponse<Q>, "session_ended">> {
  const batch: [Query, ...Query[]] = [liveSession(ctx.db, caller), ...queries(ctx.db)];
  const [session, ...rows] = (await ctx.db.batch(batch)) as [unknown[], ...unknown[]];
  return session.length === 1 ? done(rows as BatchResponse<Q>) : refuse("session_ended");
}
