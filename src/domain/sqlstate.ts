/**
 * What a Postgres error means for a retry:
 * - contended: the statement conflicted with another transaction's lock, or ran too long. It was
 *   rolled back, and the connection is still usable.
 * - unavailable: the server or the connection failed. The connection is dropped; another one may
 *   work.
 * - refused: the same statement would fail again.
 */
export type FailureNature = "contended" | "unavailable" | "refused";

export interface Failure {
  readonly nature: FailureNature;
  /** Whether a COMMIT that was sent may have succeeded despite the error. */
  readonly mayBeCommitted: boolean;
}

const failure = (nature: FailureNature, mayBeCommitted = false): Failure => ({
  nature,
  mayBeCommitted,
});

/**
 * All known SQLSTATEs, by code and by class (the first two characters); an entry for the code comes
 * first. Source: PostgreSQL documentation, appendix A.
 */
const FAILURES: Readonly<Record<string, Failure>> = {
  // Transaction rollback: deadlock, serialization failure. 40003: statement completion unknown.
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
  // Operator intervention. A shutdown or crash can happen during a commit; the other three (cannot
  // connect now, database dropped, idle session timeout) happen before a transaction has started.
  "57": failure("unavailable", true),
  "57P03": failure("unavailable"),
  "57P04": failure("unavailable"),
  "57P05": failure("unavailable"),
  // System errors: input/output.
  "58": failure("unavailable", true),
  // Read-only server (after a failover); transaction timeouts.
  "25006": failure("unavailable"),
  "25P03": failure("unavailable"),
  "25P04": failure("unavailable"),
  // The connection's prepared statements are gone, or a migration made their plans invalid.
  "26000": failure("unavailable"),
  "0A000": failure("unavailable"),
  XX000: failure("unavailable", true),
};

/** No SQLSTATE: Postgres did not answer, so a statement that was sent may have been executed. */
const NO_ANSWER = failure("unavailable", true);
const REFUSED = failure("refused");

/**
 * Classifies an error by its SQLSTATE (null: none) and severity; a code that is not in the table is
 * refused. An error of severity ERROR has rolled the transaction back, whatever its code. FATAL
 * ends the connection and PANIC the server, at any moment.
 */
export function failureBySqlstate(sqlstate: string | null, severity: string | null): Failure {
  if (sqlstate === null) return NO_ANSWER;
  const found = FAILURES[sqlstate] ?? FAILURES[sqlstate.slice(0, 2)] ?? REFUSED;
  if (severity === "PANIC") return NO_ANSWER;
  if (severity === "FATAL" && found.nature === "contended") return failure("unavailable");
  return severity === "ERROR" ? { ...found, mayBeCommitted: false } : found;
}
