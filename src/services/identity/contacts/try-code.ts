import { type SQL, sql } from "drizzle-orm";
import { CODE_ATTEMPTS_MAX } from "../../../domain/bounds.ts";

interface CodeTry {
  readonly requestHash: string;
  readonly hash: string;
  /** Whether a right code is spent by this very statement. */
  readonly spends: boolean;
  /** What must hold besides. */
  readonly only: SQL;
  readonly at: SQL;
}

/**
 * Tries a code, as a part of a statement: one row (id, is_right) while there is a live code, none
 * after. Counting and comparing are one update of one row, so that of many tries at once exactly as
 * many as are allowed see the code, and a code is spent by one alone. What is compared are keyed
 * hashes: the time that it takes tells nothing about the code.
 */
export function tryCodeStatement({ requestHash, hash, spends, only, at }: CodeTry): SQL {
  const isRight = sql`hash = decode(${hash}, 'hex')`;
  return sql`
    UPDATE contact_codes SET
      attempts = attempts + CASE WHEN ${isRight} THEN 0 ELSE 1 END,
      spent_at = CASE WHEN ${isRight} AND ${spends}::boolean THEN ${at} END
    WHERE request_hash = decode(${requestHash}, 'hex') AND spent_at IS NULL
      AND attempts < ${CODE_ATTEMPTS_MAX}::int AND expires_at > ${at} AND ${only}
    RETURNING user_id AS id, ${isRight} AS is_right`;
}
