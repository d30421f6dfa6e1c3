import { type Failure, failureBySqlstate } from "../domain/sqlstate.ts";
import { errorText } from "../log/log-line.ts";

/** An error that Postgres reported for a statement or a connection. */
export interface PostgresError {
  /** SQLSTATE: five characters. Source: PostgreSQL documentation, appendix A. */
  readonly sqlstate: string;
  readonly constraint: string | null;
  readonly message: string;
  /** ERROR ends the statement, FATAL and PANIC the connection. Null: not reported. */
  readonly severity: string | null;
}

/**
 * The Postgres error inside an error of the driver or of Drizzle, at any depth of `cause`; null
 * without one.
 */
export function postgresErrorOf(error: unknown): PostgresError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint, severity } = cause as Error & Record<string, unknown>;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) {
      return {
        sqlstate: code,
        constraint: typeof constraint === "string" ? constraint : null,
        message: cause.message,
        severity: typeof severity === "string" ? severity : null,
      };
    }
  }
  return null;
}

/** Whether the error is a violation of this unique constraint or primary key. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const found = postgresErrorOf(error);
  return found?.sqlstate === "23505" && found.constraint === constraint;
}

/**
 * The text of an error for the log: SQLSTATE and constraint of a Postgres error, otherwise
 * errorText.
 */
export function faultOf(error: unknown): string {
  const postgres = postgresErrorOf(error);
  return postgres ? `${postgres.sqlstate} ${postgres.constraint ?? ""}`.trim() : errorText(error);
}

/** What an error of the driver means for a retry. */
export function failureOf(error: unknown): Failure {
  const postgres = postgresErrorOf(error);
  return failureBySqlstate(postgres?.sqlstate ?? null, postgres?.severity ?? null);
}
