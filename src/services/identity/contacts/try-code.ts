import { type SQL, sql } from "drizzle-orm";
import { CODE_ATTEMPTS_MAX } from "../../../domain/bounds.ts";

interface CodeAttempt {
  readonly requestHash: string;
  readonly hash: string;
  /** Whether this statement spends a correct code. */
  readonly spends: boolean;
  /** A further condition; when it is false, nothing is tried. */
  readonly only: SQL;
  readonly at: SQL;
}

/**
 * A statement, for use as a CTE, that tries a code. Returns one row (id, is_correct) while the code
 * is valid, none after it was spent, has expired or had CODE_ATTEMPTS_MAX wrong attempts. One
 * UPDATE of one row both counts and compares: of many concurrent attempts no more than
 * CODE_ATTEMPTS_MAX are compared, and only one spends the code. Keyed hashes are compared, so
 * timing reveals nothing about the code.
 */
export function tryCodeStatement({ requestHash, hash, spends, only, at }: CodeAttempt): SQL {
  const isCorrect = sql`hash = decode(${hash}, 'hex')`;
  return sql`
    UPDATE contact_codes SET
      attempts = attempts + CASE WHEN ${isCorrect} THEN 0 ELSE 1 END,
      spent_at = CASE WHEN ${isCorrect} AND ${spends}::boolean THEN ${at} END
    WHERE request_hash = decode(${requestHash}, 'hex') AND spent_at IS NULL
      AND attempts < ${CODE_ATTEMPTS_MAX}::int AND expires_at > ${at} AND ${only}
    RETURNING user_id AS id, ${isCorrect} AS is_correct`;
}
