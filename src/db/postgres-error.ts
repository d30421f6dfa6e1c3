import { type Failure, failureBySqlstate } from "../domain/sqlstate.ts";
import { wordsOfError } from "../log/log-line.ts";

/** What Postgres said of a statement it refused. */
export interface PostgresError {
  /** SQLSTATE: five characters. Source: PostgreSQL documentation, appendix A. */
  readonly sqlstate: string;
  readonly constraint: string | null;
  readonly message: string;
  /** ERROR ends the statement, FATAL and PANIC the connection. Null: not told. */
  readonly severity: string | null;
}

/** Finds Postgres' own words in an error of the driver, however deep Drizzle wrapped it; else null. */
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

/** Whether the error is the violation of this unique constraint or primary key. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const found = postgresErrorOf(error);
  return found?.sqlstate === "23505" && found.constraint === constraint;
}

/** What a log may say of an error: Postgres' code and constraint, or the innermost cause's own words. */
export function faultOf(error: unknown): string {
  const postgres = postgresErrorOf(error);
  return postgres
    ? `${postgres.sqlstate} ${postgres.constraint ?? ""}`.trim()
    : wordsOfError(error);
}

/** What an error of the driver means for trying again. */
export function failureOf(error: unknown): Failure {
  const postgres = postgresErrorOf(error);
  return failureBySqlstate(postgres?.sqlstate ?? null, postgres?.severity ?? null);
}
