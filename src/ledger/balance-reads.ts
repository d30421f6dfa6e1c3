// Reads of a wallet's balance over time, for a chart.
import { type SQL, sql } from "drizzle-orm";
import { rfc3339, timestampOf } from "../db/instant.ts";
import { BALANCE_STEPS_MAX } from "../domain/bounds.ts";
import type { BalanceStep } from "../domain/history.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import type { MicrosText, UnixMicros } from "../domain/instant.ts";

/** The time that the steps are of: `fromMicros` is included. */
export interface BalanceWindow {
  readonly fromMicros: UnixMicros;
  readonly toMicros: UnixMicros;
}

export interface BalanceRow extends Record<string, unknown> {
  readonly posted_at: MicrosText;
  readonly balance_after: string;
  /** Whether it is the last entry before the window. */
  readonly is_opening: boolean;
  /** Whether the window has more entries than steps. */
  readonly is_sampled: boolean;
}

/**
 * The balance of one wallet: the last entry before the window, and then the window's entries in
 * order. If they are more than BALANCE_STEPS_MAX, the window is cut into that many slices of equal
 * length, and each slice has its last entry. The last slice has no end: an entry may be posted while
 * this is read. Each part is a walk through `entries_pkey` of at most as many rows as steps, however
 * long the history is. No row if the viewer does not own the wallet.
 */
export function selectBalances(viewer: UserId, walletId: WalletId, window: BalanceWindow): SQL {
  const from = timestampOf(window.fromMicros);
  const slice = sql`(${timestampOf(window.toMicros)} - ${from}) / ${BALANCE_STEPS_MAX}::int`;
  const mine = sql`e.wallet_id = ${walletId}
    AND EXISTS (SELECT FROM wallets w WHERE w.id = ${walletId} AND w.owner_id = ${viewer})`;
  return sql`
    WITH few AS MATERIALIZED (
      SELECT e.posted_at, e.balance_after FROM entries e WHERE ${mine} AND e.posted_at >= ${from}
      ORDER BY e.posted_at LIMIT ${BALANCE_STEPS_MAX + 1}::int
    ), shape AS MATERIALIZED (
      SELECT count(*) > ${BALANCE_STEPS_MAX}::int AS is_sampled FROM few
    ), slices AS MATERIALIZED (
      SELECT ${from} + n * ${slice} AS begins,
        CASE WHEN n = ${BALANCE_STEPS_MAX - 1}::int THEN 'infinity' ELSE ${from} + (n + 1) * ${slice} END AS ends
      FROM generate_series(0, ${BALANCE_STEPS_MAX - 1}::int) AS n, shape WHERE is_sampled
    ), found AS (
      (SELECT e.posted_at, e.balance_after, true AS is_opening FROM entries e
        WHERE ${mine} AND e.posted_at < ${from} ORDER BY e.posted_at DESC LIMIT 1)
      UNION ALL
      SELECT few.posted_at, few.balance_after, false FROM few, shape WHERE NOT is_sampled
      UNION ALL
      SELECT last.posted_at, last.balance_after, false FROM slices CROSS JOIN LATERAL (
        SELECT e.posted_at, e.balance_after FROM entries e
        WHERE ${mine} AND e.posted_at >= begins AND e.posted_at < ends
        ORDER BY e.posted_at DESC LIMIT 1
      ) AS last
    )
    SELECT ${rfc3339(sql`found.posted_at`)} AS posted_at, balance_after::text, is_opening, is_sampled
    FROM found, shape ORDER BY found.posted_at`;
}

export function balanceStepOf(row: BalanceRow): BalanceStep {
  return { at: row.posted_at, balanceMinor: BigInt(row.balance_after) };
}
