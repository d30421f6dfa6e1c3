// The invariants of refunds and reversals. As in reconcile-checks.ts, each is a query for its
// violations that reads its tables once.
import { type SQL, sql } from "drizzle-orm";

export const REFUND_CHECKS = {
  // The running total is the sum of what was given back, and at most what the receiver got.
  refund_total: sql`
    SELECT coalesce(r.original_id, given.original_id) AS subject, 'total ' || coalesce(r.refunded, 0)
      || ' in ' || coalesce(r.refunds, 0) || ' refunds, of ' || coalesce(r.amount, 0)
      || '; its transactions give back ' || coalesce(given.amount, 0) || ' in '
      || coalesce(given.refunds, 0) || ' refunds, of ' || coalesce(received.amount, 0) AS detail
    FROM refund_totals r FULL JOIN (
      SELECT original_id, sum(amount) AS amount, count(*) FILTER (WHERE type = 'REFUND') AS refunds
      FROM transactions WHERE original_id IS NOT NULL AND status = 'success' GROUP BY original_id
    ) AS given ON given.original_id = r.original_id
    LEFT JOIN transactions o ON o.id = coalesce(r.original_id, given.original_id)
    LEFT JOIN entries received ON received.wallet_id = o.to_wallet_id
      AND received.posted_at = o.posted_at AND received.transaction_id = o.id
    WHERE r.refunded IS DISTINCT FROM given.amount OR r.refunds IS DISTINCT FROM given.refunds
      OR r.amount IS DISTINCT FROM received.amount OR r.refunded NOT BETWEEN 1 AND r.amount`,
  // It goes from the wallet that received the original to a wallet of the payer. A refund is of a
  // payment of somebody else.
  refund_sides: sql`
    SELECT t.id AS subject, t.type || ' of ' || o.type || ' ' || o.id || ' from '
      || coalesce(t.from_wallet_id::text, 'outside') || ' to '
      || coalesce(t.to_wallet_id::text, 'outside') AS detail
    FROM transactions t LEFT JOIN transactions o ON o.id = t.original_id
    LEFT JOIN wallets payer ON payer.id = o.from_wallet_id
    LEFT JOIN wallets receiver ON receiver.id = o.to_wallet_id
    LEFT JOIN wallets payee ON payee.id = t.to_wallet_id
    WHERE t.type IN ('REFUND', 'REVERSAL') AND t.status = 'success' AND (
      o.status IS DISTINCT FROM 'success' OR t.from_wallet_id IS DISTINCT FROM o.to_wallet_id
      OR payee.owner_id IS DISTINCT FROM payer.owner_id
      OR payee.currency IS DISTINCT FROM payer.currency
      OR coalesce(payee.market, 'aden') <> coalesce(payer.market, 'aden')
      OR o.type NOT IN ('TRANSFER', 'CAPTURE', 'DEPOSIT')
      OR (t.type = 'REFUND' AND (o.type = 'DEPOSIT' OR payer.owner_id = receiver.owner_id)))`,
  // A reversal gives back what was proposed, or less where the proposal says so. The service pays a
  // part only where it says so.
  reversal_rule: sql`
    SELECT t.id AS subject, p.shortfall || ': ' || t.amount || ' of ' || p.amount
      || ' given back, the loss wallet pays ' || coalesce(-loss.amount, 0) AS detail
    FROM transactions t JOIN money_proposals p ON p.id = t.proposal_id
    LEFT JOIN (
      SELECT e.transaction_id, e.amount FROM entries e JOIN wallets w ON w.id = e.wallet_id
      WHERE w.system_purpose = 'loss'
    ) AS loss ON loss.transaction_id = t.id
    WHERE t.type = 'REVERSAL' AND t.status = 'success' AND (t.amount > p.amount
      OR (t.amount < p.amount AND p.shortfall <> 'available')
      OR (loss.amount IS NOT NULL AND p.shortfall <> 'loss_wallet'))`,
} as const satisfies Record<string, SQL>;
