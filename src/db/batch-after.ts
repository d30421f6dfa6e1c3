import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "./connect.ts";

type Query = BatchItem<"pg">;

/** The queries of a batch, at least one. */
export type Queries = readonly [Query, ...Query[]];

/**
 * Runs `first` and then the queries in one transaction and one round trip; returns all their
 * results.
 */
export async function batchAfter<First extends Query, const Q extends Queries>(
  db: HttpDatabase,
  first: First,
  queries: (db: HttpDatabase) => Q,
): Promise<{ readonly first: First["_"]["result"]; readonly answers: BatchResponse<Q> }> {
  const batch: [Query, ...Query[]] = [first, ...queries(db)];
  const [answer, ...answers] = (await db.batch(batch)) as unknown[];
  return { first: answer as First["_"]["result"], answers: answers as BatchResponse<Q> };
}
