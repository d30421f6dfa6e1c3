import type { BatchItem, BatchResponse } from "drizzle-orm/batch";
import type { HttpDatabase } from "./connect.ts";

type Query = BatchItem<"pg">;

/** The queries of a batch: one at least. */
export type Queries = readonly [Query, ...Query[]];

/** One transaction in one round trip: a statement, and behind it the queries; what each of them answered. */
export async function batchBehind<First extends Query, const Q extends Queries>(
  db: HttpDatabase,
  first: First,
  queries: (db: HttpDatabase) => Q,
): Promise<{ readonly first: First["_"]["result"]; readonly answers: BatchResponse<Q> }> {
  const batch: [Query, ...Query[]] = [first, ...queries(db)];
  const [answer, ...answers] = (await db.batch(batch)) as unknown[];
  return { first: answer as First["_"]["result"], answers: answers as BatchResponse<Q> };
}
