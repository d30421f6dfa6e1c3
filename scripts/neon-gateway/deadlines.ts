/** How long the gateway waits for Postgres: a caller is answered in time, whatever Postgres does. */
export interface Deadlines {
  /** For a connection that can be used, and in the queue for one. */
  readonly connectMs: number;
  /** For a row that another session has locked: Postgres itself refuses then (55P03). */
  readonly lockMs: number;
  /** For one statement: Postgres itself ends it then (57014). */
  readonly statementMs: number;
  /** For the answer to a request, if Postgres says nothing any more. */
  readonly answerMs: number;
  /** For the end of a connection that was said good-bye to. */
  readonly endMs: number;
}

// The Worker gives up on a query over HTTP after 8 s: the server says no before that.
export const DEADLINES: Deadlines = {
  connectMs: 5_000,
  lockMs: 3_000,
  statementMs: 7_500,
  answerMs: 8_000,
  endMs: 1_000,
};
