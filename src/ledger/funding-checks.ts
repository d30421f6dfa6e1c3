// The invariants of deposits and withdrawals through a provider, and of adjustments by operators. As
// in reconcile-checks.ts, each is a query for its violations that reads its tables once.
import { type SQL, sql } from "drizzle-orm";

/** What succeeded at the provider is what the ledger has moved, once, in both directions. */
const moved = (direction: "deposit" | "withdrawal", type: string, side: string): SQL => sql`
  SELECT coalesce(f.id, t.funding_id) AS subject, coalesce(f.status || ' ' || f.amount || ' '
      || f.currency, 'unknown') || '; the ledger moved ' || coalesce(t.amount || ' ' || t.currency, 'nothing') AS detail
  FROM (SELECT * FROM funding_intents WHERE direction = ${sql.raw(`'${direction}'`)} AND status = 'succeeded') f
  FULL JOIN (
    SELECT funding_id, amount, currency, ${sql.raw(side)} AS wallet_id FROM transactions
    WHERE type = ${sql.raw(`'${type}'`)} AND status = 'success' AND funding_id IS NOT NULL
  ) t ON t.funding_id = f.id
  WHERE (t.amount, t.currency, t.wallet_id) IS DISTINCT FROM (f.amount, f.currency, f.wallet_id)`;

export const FUNDING_CHECKS = {
  funding_deposit: moved("deposit", "DEPOSIT", "to_wallet_id"),
  funding_withdrawal: moved("withdrawal", "WITHDRAW", "from_wallet_id"),
  // Open withdrawals are the open holds for withdrawals.
  funding_hold: sql`
    SELECT coalesce(f.id, h.id) AS subject, coalesce('open withdrawal of ' || f.amount || ' '
        || f.currency, 'no open withdrawal') || '; held ' || coalesce(h.rest || ' ' || h.currency, 'nothing') AS detail
    FROM (SELECT * FROM funding_intents WHERE direction = 'withdrawal' AND status IN ('pending', 'sent')) f
    FULL JOIN (
      SELECT id, from_wallet_id AS wallet_id, amount - captured AS rest, currency FROM holds
      WHERE purpose = 'withdrawal' AND state = 'open'
    ) h ON h.id = f.id
    WHERE (h.rest, h.currency, h.wallet_id) IS DISTINCT FROM (f.amount, f.currency, f.wallet_id)`,
  // A signed event causes each movement; it was applied, and is about this deposit or withdrawal.
  funding_event: sql`
    SELECT t.id AS subject, t.type || ' of ' || t.funding_id || ' by '
      || coalesce('an event that is ' || coalesce(e.decision, 'undecided'), 'no event') AS detail
    FROM transactions t LEFT JOIN funding_events e ON e.id = t.id
    LEFT JOIN funding_intents f ON f.id = t.funding_id
    WHERE t.type IN ('DEPOSIT', 'WITHDRAW') AND t.status = 'success' AND t.funding_id IS NOT NULL
      AND (e.decision IS DISTINCT FROM 'applied' OR e.reference IS DISTINCT FROM f.reference)`,
  // An approved proposal has moved its money, once, as it was proposed and by whom it was approved.
  proposal_posted: sql`
    SELECT coalesce(p.id, t.proposal_id) AS subject, coalesce(p.decision || ' ' || p.kind || ' of '
        || p.amount || ' ' || p.currency, 'no approved proposal') || '; the ledger has '
      || coalesce(t.type || ' of ' || t.amount || ' ' || t.currency || ' by ' || t.actor_id, 'nothing') AS detail
    FROM (SELECT * FROM money_proposals WHERE decision = 'approved') p
    FULL JOIN (
      SELECT * FROM transactions
      WHERE type IN ('ADJUSTMENT', 'REVERSAL') AND status = 'success'
    ) t ON t.proposal_id = p.id
    WHERE p.id IS NULL OR t.id IS NULL OR t.actor_id <> p.decided_by OR t.currency <> p.currency
      OR (p.kind = 'adjustment' AND (t.type, t.amount, coalesce(t.to_wallet_id, t.from_wallet_id), t.from_wallet_id IS NULL)
        IS DISTINCT FROM ('ADJUSTMENT', p.amount, p.wallet_id, p.direction = 'credit'))
      OR (p.kind = 'reversal' AND (t.type, t.original_id) IS DISTINCT FROM ('REVERSAL', p.reverses_id))`,
} as const satisfies Record<string, SQL>;
