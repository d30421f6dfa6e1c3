// The invariants of holds. As in reconcile-checks.ts, each is a query for its violations that reads
// its tables once.
import { type SQL, sql } from "drizzle-orm";

export const HOLD_CHECKS = {
  // What a wallet holds is what its open holds still reserve.
  wallet_held: sql`
    SELECT coalesce(w.id, open.wallet_id) AS subject, 'held ' || coalesce(w.held, 0)
      || '; its open holds reserve ' || coalesce(open.reserved, 0) AS detail
    FROM wallets w FULL JOIN (
      SELECT from_wallet_id AS wallet_id, sum(amount - captured) AS reserved
      FROM holds WHERE state = 'open' GROUP BY from_wallet_id
    ) AS open ON open.wallet_id = w.id
    WHERE coalesce(w.held, 0) <> coalesce(open.reserved, 0)`,
  // What was captured of a hold is what its captures moved.
  hold_captured: sql`
    SELECT h.id AS subject, 'captured ' || h.captured || '; its transactions moved '
      || coalesce(moved.amount, 0) AS detail
    FROM holds h LEFT JOIN (
      SELECT hold_id, sum(amount) AS amount FROM transactions
      WHERE hold_id IS NOT NULL AND status = 'success' AND type IN ('CAPTURE', 'WITHDRAW')
      GROUP BY hold_id
    ) AS moved ON moved.hold_id = h.id
    WHERE h.captured <> coalesce(moved.amount, 0)`,
  // A payment hold is what its transactions have made of it: placed once, raised to its total, and
  // voided by exactly one release. An expiry has no transaction.
  hold_history: sql`
    SELECT h.id AS subject, h.state || ' at ' || h.amount || ', captured ' || h.captures || ' and amended '
      || h.amendments || ' times; its transactions: placed ' || coalesce(t.placed, 0) || ' times at '
      || coalesce(t.amount, 0) || ', captured ' || coalesce(t.captures, 0) || ', amended '
      || coalesce(t.amendments, 0) || ', released ' || coalesce(t.releases, 0) AS detail
    FROM holds h LEFT JOIN (
      SELECT hold_id, count(*) FILTER (WHERE type = 'HOLD') AS placed,
        count(*) FILTER (WHERE type = 'CAPTURE') AS captures,
        count(*) FILTER (WHERE type = 'AMENDMENT') AS amendments,
        count(*) FILTER (WHERE type = 'RELEASE') AS releases,
        max(amount) FILTER (WHERE type IN ('HOLD', 'AMENDMENT')) AS amount
      FROM transactions WHERE hold_id IS NOT NULL AND status = 'success' GROUP BY hold_id
    ) AS t ON t.hold_id = h.id
    WHERE h.purpose = 'payment' AND (
      (coalesce(t.placed, 0), coalesce(t.captures, 0), coalesce(t.amendments, 0), coalesce(t.releases, 0))
        <> (1, h.captures, h.amendments, (h.state = 'voided')::int)
      OR t.amount IS DISTINCT FROM h.amount OR (h.state = 'captured' AND h.captures = 0))`,
  hold_shape: sql`
    SELECT id AS subject, state || ' with ' || captured || ' of ' || amount || ' captured, closed '
      || coalesce(closed_at::text, 'never') AS detail
    FROM holds WHERE captured NOT BETWEEN 0 AND amount
      OR (state = 'open') <> (closed_at IS NULL) OR (state = 'open' AND captured = amount)`,
} as const satisfies Record<string, SQL>;
