import { type SQL, sql } from "drizzle-orm";
import { unixMsOf } from "../../db/instant.ts";
import type { FundingDirection } from "../../domain/funding.ts";
import type { FundingId } from "../../domain/ids.ts";
import { type PageRequest, rowsToSelect } from "../../domain/page.ts";
import type { FundingRow } from "./funding-row.ts";

export interface WaitingFundingRow extends FundingRow {
  readonly age_seconds: number;
  readonly attempts: number;
  readonly due_at_ms: number | null;
}

/**
 * The SQL condition that `f`, in a status in which it waits, still does: the time of a deposit may
 * have passed although the job has not set its row.
 */
export const isWaiting = (direction: FundingDirection): SQL =>
  direction === "deposit" ? sql`f.expires_at > now()` : sql`true`;

/**
 * A page of the deposits or withdrawals of all users in these statuses, oldest first. Each status is
 * a part of an index, of which a page is read.
 */
export function selectWaitingFunding(
  direction: FundingDirection,
  statuses: readonly string[],
  page: PageRequest<FundingId>,
): SQL {
  const isNext = page.after === null ? sql`true` : sql`f.id > ${page.after}`;
  const limit = rowsToSelect(page);
  const oldestOf = (status: string) => sql`(
      SELECT f.* FROM funding_intents f
      WHERE f.direction = ${direction} AND f.status = ${status} AND f.status IN ('pending', 'sent')
        AND ${isWaiting(direction)} AND ${isNext}
      ORDER BY f.id LIMIT ${limit}::int)`;
  return sql`
    SELECT f.id, f.user_id, f.wallet_id, f.amount::text, f.currency, f.status, f.reference,
      f.failure_code, ${unixMsOf(sql`f.created_at`)} AS created_at_ms,
      ${unixMsOf(sql`f.expires_at`)} AS expires_at_ms, NULL::float8 AS completed_at_ms,
      NULL::uuid AS transaction_id, f.attempts, ${unixMsOf(sql`f.due_at`)} AS due_at_ms,
      floor(extract(epoch FROM now() - f.created_at))::float8 AS age_seconds
    FROM (${sql.join(statuses.map(oldestOf), sql` UNION ALL `)}) AS f
    ORDER BY f.id LIMIT ${limit}::int`;
}

/** What an operator sees of a waiting row beside what its user sees. */
export function waitingOf(row: WaitingFundingRow) {
  return {
    ageSeconds: Number(row.age_seconds),
    attempts: Number(row.attempts),
    nextAttemptAt: row.due_at_ms === null ? null : new Date(Number(row.due_at_ms)),
  };
}
