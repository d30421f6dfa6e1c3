/** A statement with parameters $1, $2 … A named one is parsed once for a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** One connection to Postgres, as both drivers speak it: bigints come as text, times as Date. */
export interface Books {
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** Lends a connection for the whole of `work`. */
export type WithBooks = <T>(work: (books: Books) => Promise<T>) => Promise<T>;

/**
 * The planner's settings that mahfaza's writer and its reads have: a plan that was made while a table was
 * empty would scan it for the rest of a connection's life, and the peers should not lose by that.
 */
export const NO_SCANS = "-c enable_seqscan=off -c enable_bitmapscan=off";
export const PLANNER_OPTIONS = `${NO_SCANS} -c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off -c plan_cache_mode=force_generic_plan`;

/** Runs `work` between BEGIN and COMMIT; what it throws rolls back. */
export async function inTransaction<T>(books: Books, work: () => Promise<T>): Promise<T> {
  await books.query({ text: "BEGIN" });
  try {
    const result = await work();
    await books.query({ text: "COMMIT" });
    return result;
  } catch (error) {
    await books.query({ text: "ROLLBACK" });
    throw error;
  }
}
