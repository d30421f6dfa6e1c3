/**
 * What an error of Postgres means for trying again:
 * - contended: the statement met somebody else's lock or ran out of time. It was rolled back, and the
 *   connection is as good as before.
 * - unavailable: the server or the connection fails. Another connection may do; this one is dropped.
 * - refused: the same statement would fail again.
 */
export type FailureNature = "contended" | "unavailable" | "refused";

export interface Failure {
  readonly nature: FailureNature;
  /** Whether a statement that writes may have been committed all the same. */
  readonly mayBeCommitted: boolean;
}

const failure = (nature: FailureNature, mayBeCommitted = false): Failure => ({
  nature,
  mayBeCommitted,
});

/**
 * The one table of SQLSTATEs, by code and by class (its first two characters); the code counts first.
 * Source: PostgreSQL documentation, appendix A.
 */
const FAILURES: Readonly<Record<string, Failure>> = {
  // Transaction rollback: deadlock, serialization. 40003: its completion is not known.
  "40": failure("contended"),
  "40003": failure("unavailable", true),
  // Lock not available; object in use; query canceled (statement_timeout).
  "55P03": failure("contended"),
  "55006": failure("contended"),
  "57014": failure("contended"),
  // Connection exceptions.
  "08": failure("unavailable", true),
  // Insufficient resources: disk, memory, connections.
  "53": failure("unavailable"),
  // Operator intervention. A shutdown or crash may come while a commit is under way; the others
  // (cannot connect now, database dropped, idle session timeout) come before anything is done.
  "57": failure("unavailable", true),
  "57P03": failure("unavailable"),
  "57P04": failure("unavailable"),
  "57P05": failure("unavailable"),
  // System errors: input/output.
  "58": failure("unavailable", true),
  // A server that was demoted to read-only; transactions that were ended for taking too long.
  "25006": failure("unavailable"),
  "25P03": failure("unavailable"),
  "25P04": failure("unavailable"),
  // A connection that lost its prepared statements, or whose plans a migration has outdated.
  "26000": failure("unavailable"),
  "0A000": failure("unavailable"),
  XX000: failure("unavailable", true),
};

/** Without a SQLSTATE nobody answered: whatever was sent may have been done. */
const NO_ANSWER = failure("unavailable", true);
const REFUSED = failure("refused");

/**
 * What a SQLSTATE means, null being none; a code that the table does not have is a refusal. An error of
 * severity ERROR has rolled its transaction back, whatever its code. FATAL ends the connection, and PANIC
 * the server, at any moment.
 */
export function failureBySqlstate(sqlstate: string | null, severity: string | null): Failure {
  if (sqlstate === null) return NO_ANSWER;
  const found = FAILURES[sqlstate] ?? FAILURES[sqlstate.slice(0, 2)] ?? REFUSED;
  if (severity === "PANIC") return NO_ANSWER;
  if (severity === "FATAL" && found.nature === "contended") return failure("unavailable");
  return severity === "ERROR" ? { ...found, mayBeCommitted: false } : found;
}
