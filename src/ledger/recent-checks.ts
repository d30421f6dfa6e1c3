// The checks of the transactions that were posted in a span of time. CTEs with the names of the
// tables contain the span's rows, so that the checks of reconcile-checks.ts run on the span
// unchanged. A check that needs rows from before the span has a definition here, which finds them
// by an index.
import { type SQL, sql } from "drizzle-orm";
import { CHECKS, transactionLegs } from "./reconcile-checks.ts";

/**
 * Transactions posted after `after` and not after `until`; both as Postgres formats a timestamptz.
 */
export interface Span {
  readonly after: string;
  readonly until: string;
}

// Without the checks that need the whole ledger (currency_sum, reference_unique, default_wallet,
// counter_wallets) and those of rows without posted_at (idempotency keys).
const UNCHANGED_CHECKS = [
  "transaction_sum",
  "transaction_shape",
  "transaction_time",
  "entry_posted_at",
  "posted_at_unique",
  "ledger_clock",
  "entry_balance",
  "wallet_range",
  "wallet_running",
  "entry_currency",
  "reference_derived",
  "actor_side",
  "quote_transaction",
  "market_legs",
] as const satisfies (keyof typeof CHECKS)[];

const entryBefore = sql`LEFT JOIN LATERAL (
      SELECT b.seq, b.balance_after, b.posted_at FROM all_entries b
      WHERE b.wallet_id = e.wallet_id AND b.seq = e.seq - 1 LIMIT 1
    ) AS before ON true`;

export const RECENT_CHECKS: Partial<Record<keyof typeof CHECKS, SQL>> = {
  ...Object.fromEntries(UNCHANGED_CHECKS.map((check) => [check, CHECKS[check]])),
  transaction_legs: transactionLegs({
    transactions: sql`all_transactions`,
    entries: sql`all_entries`,
  }),
  entry_chain: sql`
    SELECT e.wallet_id AS subject, 'entry ' || e.seq || ' of ' || e.amount || ' takes '
      || coalesce(before.balance_after::text, 'nothing') || ' to ' || e.balance_after AS detail
    FROM entries e ${entryBefore}
    WHERE e.seq IS NOT NULL AND ((e.seq > 1 AND before.seq IS NULL)
      OR e.balance_after <> coalesce(before.balance_after, 0) + e.amount)`,
  entry_order: sql`
    SELECT e.wallet_id AS subject, 'entry ' || e.seq || ' is posted at ' || e.posted_at
      || ', the one before at ' || before.posted_at AS detail
    FROM entries e ${entryBefore}
    WHERE e.posted_at <= before.posted_at`,
  wallet_balance: sql`
    SELECT w.id AS subject, 'balance ' || w.balance || ' at seq ' || w.seq || '; its last entry leaves '
      || coalesce(last.balance_after::text, 'none') || ' at seq ' || coalesce(last.seq, 0) AS detail
    FROM wallets w LEFT JOIN LATERAL (
      SELECT l.seq, l.balance_after FROM all_entries l
      WHERE l.wallet_id = w.id AND l.seq IS NOT NULL ORDER BY l.seq DESC LIMIT 1
    ) AS last ON true
    WHERE w.system_purpose IS NULL
      AND (w.seq <> coalesce(last.seq, 0) OR w.balance <> coalesce(last.balance_after, 0))`,
};

/**
 * The CTEs that the checks read instead of the tables: the span's transactions and entries, and the
 * current rows of all wallets that they name.
 */
export function spanTables({ after, until }: Span): SQL {
  const inSpan = sql`posted_at > ${after}::timestamptz AND posted_at <= ${until}::timestamptz`;
  return sql`
    all_transactions AS NOT MATERIALIZED (SELECT * FROM transactions),
    all_entries AS NOT MATERIALIZED (SELECT * FROM entries),
    transactions AS MATERIALIZED (SELECT * FROM transactions WHERE ${inSpan}),
    entries AS MATERIALIZED (SELECT * FROM entries WHERE ${inSpan}),
    wallets AS MATERIALIZED (
      SELECT * FROM wallets WHERE system_purpose IS NULL AND id = ANY (ARRAY(
        SELECT wallet_id FROM entries UNION SELECT from_wallet_id FROM transactions
        UNION SELECT to_wallet_id FROM transactions))
      UNION ALL SELECT * FROM wallets WHERE system_purpose IS NOT NULL
    )`;
}
