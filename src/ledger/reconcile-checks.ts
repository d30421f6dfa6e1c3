// The invariants of the ledger, each as a query for its violations with the columns (subject,
// detail). Each query reads its tables once, so that a ledger with millions of entries takes
// minutes, not days.
import { type SQL, sql } from "drizzle-orm";
import { EXCHANGE_CHECKS } from "./exchange-checks.ts";
import { FUNDING_CHECKS } from "./funding-checks.ts";
import { HOLD_CHECKS } from "./hold-checks.ts";
import { legsDue } from "./legs-due.ts";
import { LIMIT_CHECKS } from "./limit-checks.ts";
import { REFUND_CHECKS } from "./refund-checks.ts";
import type { HistoryTables } from "./refund-legs.ts";
import { REQUEST_CHECKS } from "./request-checks.ts";

/**
 * The check of the entries of each transaction, by its type. Refunds are compared with their
 * originals, which `history` contains.
 */
export function transactionLegs(history: HistoryTables): SQL {
  return sql`
    SELECT coalesce(due.id, e.transaction_id) AS subject,
      'wallet ' || coalesce(due.wallet_id::text, e.wallet_id::text, 'unknown') || ' should have '
        || coalesce(due.amount || ' ' || due.currency, 'no entry') || ', has '
        || coalesce(e.amount || ' ' || e.currency, 'no entry') AS detail
    FROM (${legsDue(history)}) AS due
    FULL JOIN entries e ON e.transaction_id = due.id AND e.wallet_id = due.wallet_id
    WHERE due.id IS NULL OR e.transaction_id IS NULL
      OR e.amount <> due.amount OR e.currency <> due.currency`;
}

/** In the order of the report. */
export const CHECKS = {
  // Law 7: double entry.
  transaction_sum: sql`
    SELECT transaction_id AS subject, currency || ' entries sum to ' || sum(amount) AS detail
    FROM entries GROUP BY transaction_id, currency HAVING sum(amount) <> 0`,
  currency_sum: sql`
    SELECT currency AS subject, 'all entries sum to ' || sum(amount) AS detail
    FROM entries GROUP BY currency HAVING sum(amount) <> 0`,
  // A successful transaction has exactly the entries that its type requires; a failed one has none.
  transaction_legs: transactionLegs({ transactions: sql`transactions`, entries: sql`entries` }),
  transaction_shape: sql`
    SELECT id AS subject, type || ' ' || status || ' with amount ' || amount || ', failure '
      || coalesce(failure_code, 'none') || ', from ' || coalesce(from_wallet_id::text, 'outside')
      || ', to ' || coalesce(to_wallet_id::text, 'outside') AS detail
    FROM transactions
    WHERE amount <= 0 OR status NOT IN ('success', 'failed')
      OR (status = 'failed') <> (failure_code IS NOT NULL)
      OR (type = 'DEPOSIT' AND from_wallet_id IS NOT NULL)
      OR (type NOT IN ('DEPOSIT', 'REVERSAL', 'ADJUSTMENT') AND from_wallet_id IS NULL)
      OR (type = 'WITHDRAW' AND to_wallet_id IS NOT NULL)
      OR (type IN ('TRANSFER', 'EXCHANGE', 'CAPTURE', 'REFUND') AND to_wallet_id IS NULL
        AND status = 'success')
      OR (from_wallet_id = to_wallet_id AND status = 'success')`,
  transaction_time: sql`
    SELECT id AS subject, 'created at ' || created_at || ', which its id does not say' AS detail
    FROM transactions
    WHERE ('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint
      <> floor(extract(epoch FROM created_at) * 1000)`,
  // Law 14: posted_at is in the order of commits. Pages find an entry by its wallet and posted_at
  // only.
  entry_posted_at: sql`
    SELECT e.transaction_id AS subject, 'posted at ' || t.posted_at || ', its entry on wallet '
      || e.wallet_id || ' at ' || e.posted_at AS detail
    FROM entries e JOIN transactions t ON t.id = e.transaction_id
    WHERE e.posted_at <> t.posted_at`,
  entry_order: sql`
    SELECT wallet_id AS subject, 'entry ' || seq || ' is posted at ' || posted_at
      || ', the one before at ' || posted_before AS detail
    FROM (
      SELECT wallet_id, seq, posted_at,
        lag(posted_at) OVER (PARTITION BY wallet_id ORDER BY seq) AS posted_before
      FROM entries WHERE seq IS NOT NULL
    ) AS chained
    WHERE posted_at <= posted_before`,
  posted_at_unique: sql`
    SELECT min(id::text) AS subject, count(*) || ' transactions are posted at ' || posted_at AS detail
    FROM transactions GROUP BY posted_at HAVING count(*) > 1`,
  ledger_clock: sql`
    SELECT 'ledger_clock' AS subject, 'is at ' || last_value || ' microseconds; the last transaction is '
      || 'posted at ' || last.posted_at AS detail
    FROM ledger_clock, (SELECT max(posted_at) AS posted_at FROM transactions) AS last
    WHERE last_value < (extract(epoch FROM last.posted_at) * 1000000)::bigint`,
  reference_unique: sql`
    SELECT reference AS subject, count(*) || ' transactions have it' AS detail
    FROM transactions GROUP BY reference HAVING count(*) > 1`,
  // seq is 1, 2, 3 …, and each balance is the previous one plus the amount.
  entry_chain: sql`
    SELECT wallet_id AS subject, CASE WHEN seq <> place
      THEN 'entry ' || place || ' has seq ' || seq
      ELSE 'entry ' || seq || ' of ' || amount || ' takes ' || balance_before || ' to ' || balance_after
      END AS detail
    FROM (
      SELECT wallet_id, seq, amount, balance_after,
        row_number() OVER chain AS place,
        lag(balance_after, 1, 0::bigint) OVER chain AS balance_before
      FROM entries WHERE seq IS NOT NULL
      WINDOW chain AS (PARTITION BY wallet_id ORDER BY seq)
    ) AS chained
    WHERE seq <> place OR balance_after <> balance_before + amount`,
  entry_balance: sql`
    SELECT wallet_id AS subject, 'entry of transaction ' || transaction_id || ' leaves '
      || coalesce(balance_after::text, 'no balance') AS detail
    FROM entries WHERE balance_after < 0 OR (seq IS NULL) <> (balance_after IS NULL)`,
  // For each wallet, because two errors can cancel out in a total.
  wallet_balance: sql`
    SELECT w.id AS subject, 'balance ' || w.balance || ' at seq ' || w.seq || '; its '
      || coalesce(written.count, 0) || ' entries sum to ' || coalesce(written.sum, 0)
      || ' and end with ' || coalesce(last.balance_after::text, 'none') AS detail
    FROM wallets w
    LEFT JOIN (SELECT wallet_id, count(*), sum(amount) FROM entries GROUP BY wallet_id) AS written
      ON written.wallet_id = w.id
    LEFT JOIN entries last ON last.wallet_id = w.id AND last.seq = w.seq
    WHERE w.system_purpose IS NULL AND (w.balance <> coalesce(written.sum, 0)
      OR w.seq <> coalesce(written.count, 0) OR w.balance <> coalesce(last.balance_after, 0))`,
  wallet_range: sql`
    SELECT id AS subject, status || ' with balance ' || balance || ', held ' || held AS detail
    FROM wallets WHERE balance < 0 OR held NOT BETWEEN 0 AND balance
      OR (status = 'closed' AND (balance <> 0 OR is_default))`,
  // System wallets have no running balance; all other wallets have one.
  wallet_running: sql`
    SELECT w.id AS subject, coalesce(w.system_purpose, 'owned') || ' with balance ' || w.balance
      || ', seq ' || w.seq || ', entry seq ' || coalesce(e.seq::text, 'none') AS detail
    FROM wallets w LEFT JOIN entries e ON e.wallet_id = w.id
      AND (e.seq IS NULL) <> (w.system_purpose IS NOT NULL)
    WHERE e.wallet_id IS NOT NULL OR num_nonnulls(w.owner_id, w.system_purpose) <> 1
      OR (w.system_purpose IS NOT NULL AND (w.balance <> 0 OR w.held <> 0 OR w.seq <> 0))`,
  entry_currency: sql`
    SELECT e.transaction_id AS subject, e.currency || ' entry on wallet ' || e.wallet_id || ' of '
      || coalesce(w.currency, 'nobody') AS detail
    FROM entries e LEFT JOIN wallets w ON w.id = e.wallet_id
    WHERE w.currency IS DISTINCT FROM e.currency`,
  default_wallet: sql`
    SELECT owner_id AS subject, count(*) || ' default wallets in ' || currency AS detail
    FROM wallets WHERE is_default GROUP BY owner_id, currency HAVING count(*) > 1`,
  counter_wallets: sql`
    SELECT c.code AS subject, count(w.id) FILTER (WHERE w.system_purpose = 'cash_in')
      || ' cash_in, ' || count(w.id) FILTER (WHERE w.system_purpose = 'cash_out')
      || ' cash_out, ' || count(w.id) FILTER (WHERE w.system_purpose = 'adjustment')
      || ' adjustment and ' || count(w.id) FILTER (WHERE w.system_purpose = 'loss')
      || ' loss wallets' AS detail
    FROM currencies c LEFT JOIN wallets w ON w.currency = c.code AND w.system_purpose IS NOT NULL
    GROUP BY c.code
    HAVING count(w.id) FILTER (WHERE w.system_purpose = 'cash_in') <> 1
      OR count(w.id) FILTER (WHERE w.system_purpose = 'cash_out') <> 1
      OR count(w.id) FILTER (WHERE w.system_purpose = 'adjustment') <> 1
      OR count(w.id) FILTER (WHERE w.system_purpose = 'loss') <> 1`,
  idempotency_result: sql`
    SELECT k.key AS subject, 'a key of user ' || k.user_id || ' names '
      || coalesce('transaction ' || k.transaction_id, 'wallet ' || k.wallet_id, 'nothing')
      || ' of ' || coalesce(t.actor_id::text, w.owner_id::text, 'nobody') AS detail
    FROM idempotency_keys k LEFT JOIN transactions t ON t.id = k.transaction_id
    LEFT JOIN wallets w ON w.id = k.wallet_id
    LEFT JOIN quotes q ON q.id = k.quote_id
    WHERE (coalesce(t.actor_id, w.owner_id, q.user_id) IS DISTINCT FROM k.user_id
        AND k.funding_id IS NULL)
      OR num_nonnulls(k.transaction_id, k.wallet_id, k.quote_id, k.funding_id) <> 1`,
  ...REQUEST_CHECKS,
  ...HOLD_CHECKS,
  ...LIMIT_CHECKS,
  ...REFUND_CHECKS,
  ...EXCHANGE_CHECKS,
  ...FUNDING_CHECKS,
} as const satisfies Record<string, SQL>;
