/** A statement with parameters $1, $2 … A named one is parsed once for a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** One connection to Postgres with either driver: bigints are text, times are Date. */
export interface PeerConnection {
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}

/** Runs `work` with a connection. */
export type WithConnection = <T>(work: (connection: PeerConnection) => Promise<T>) => Promise<T>;

/**
 * The same planner settings as mahfaza's writer and reads, for a fair comparison: a plan that was made while a table
 * was empty would scan the table for the rest of the connection.
 */
export const NO_SCANS = "-c enable_seqscan=off -c enable_bitmapscan=off";
export const PLANNER_OPTIONS = `${NO_SCANS} -c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off -c plan_cache_mode=force_generic_plan`;

/** Runs `work` between BEGIN and COMMIT; an error rolls back. */
export async function inTransaction<T>(
  connection: PeerConnection,
  work: () => Promise<T>,
): Promise<T> {
  await connection.query({ text: "BEGIN" });
  try {
    const result = await work();
    await connection.query({ text: "COMMIT" });
    return result;
  } catch (error) {
    await connection.query({ text: "ROLLBACK" });
    throw error;
  }
}
