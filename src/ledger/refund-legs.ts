// The entries that refunds and reversals must have: those of their originals the other way round, in
// proportion. The same rule as in decide/give-back.ts, in SQL.
import { type SQL, sql } from "drizzle-orm";

/** The tables that contain the originals, and what was given back before. */
export interface HistoryTables {
  readonly transactions: SQL;
  readonly entries: SQL;
}

// Up to a total, each leg has gone back in proportion, rounded towards zero.
const partOf = sql`div(e.amount::numeric * (g.before + g.amount), g.total)
  - div(e.amount::numeric * g.before, g.total)`;

/**
 * A query for the entries due, with the columns (id, wallet_id, amount, currency). What the loss
 * wallet pays of a reversal is read from its entry: the receiver owes the rest.
 */
export function refundLegs({ transactions, entries }: HistoryTables): SQL {
  return sql`
  SELECT due.* FROM (
    SELECT t.id, t.type, t.amount, t.from_wallet_id, t.to_wallet_id, t.posted_at, o.id AS original_id,
      o.posted_at AS original_posted_at, received.amount AS total, received.currency,
      coalesce(paid.currency, received.currency) AS payer_currency, before.amount AS before
    FROM transactions t
    JOIN ${transactions} o ON o.id = t.original_id
    JOIN ${entries} received ON received.wallet_id = o.to_wallet_id
      AND received.posted_at = o.posted_at AND received.transaction_id = o.id
    LEFT JOIN ${entries} paid ON paid.wallet_id = o.from_wallet_id
      AND paid.posted_at = o.posted_at AND paid.transaction_id = o.id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(p.amount), 0) AS amount FROM ${transactions} p
      WHERE p.original_id = t.original_id AND p.status = 'success' AND p.posted_at < t.posted_at
    ) AS before
    WHERE t.status = 'success' AND t.type IN ('REFUND', 'REVERSAL') AND received.amount > 0
  ) AS g
  LEFT JOIN wallets loss_wallet ON loss_wallet.currency = g.currency
    AND loss_wallet.system_purpose = 'loss'
  LEFT JOIN entries loss ON g.type = 'REVERSAL' AND loss.wallet_id = loss_wallet.id
    AND loss.posted_at = g.posted_at AND loss.transaction_id = g.id
    AND loss.amount BETWEEN -g.amount AND 0
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_array(e.wallet_id, e.currency, ${partOf})), '[]') AS parts,
      coalesce(sum(${partOf}) FILTER (WHERE e.currency = g.payer_currency), 0) AS to_payer
    FROM wallets s JOIN ${entries} e ON e.wallet_id = s.id
      AND e.posted_at = g.original_posted_at AND e.transaction_id = g.original_id
    WHERE s.system_purpose IS NOT NULL AND s.currency IN (g.currency, g.payer_currency)
      AND (g.type = 'REVERSAL' OR NOT starts_with(s.system_purpose, 'exchange_fees'))
  ) AS system
  CROSS JOIN LATERAL (
    SELECT g.id, g.from_wallet_id AS wallet_id, -g.amount - coalesce(loss.amount, 0) AS amount, g.currency
    UNION ALL
    SELECT g.id, loss.wallet_id, loss.amount, loss.currency
    UNION ALL
    SELECT g.id, g.to_wallet_id,
      CASE WHEN g.payer_currency = g.currency THEN g.amount ELSE 0 END + system.to_payer,
      g.payer_currency
    WHERE g.to_wallet_id IS NOT NULL
    UNION ALL
    SELECT g.id, (part ->> 0)::uuid, -(part ->> 2)::numeric, part ->> 1
    FROM jsonb_array_elements(system.parts) AS part
  ) AS due
  WHERE due.amount <> 0`;
}
