// The invariants between a transaction and its request: reference, actor and idempotency key. As in
// reconcile-checks.ts, each is a query for its violations that reads its tables once.
import { type SQL, sql } from "drizzle-orm";
import { REFERENCE_PREFIXES } from "../domain/reference.ts";
import { referenceSql } from "./sql-fragments.ts";

const cases = Object.entries(REFERENCE_PREFIXES).map(
  ([type, one]) => `WHEN '${type}' THEN '${one}'`,
);
const due = sql.raw(referenceSql(`CASE type ${cases.join(" ")} END`, "id", "created_at"));

export const REQUEST_CHECKS = {
  // The reference is derived from type, day and id. Users identify a payment by it alone.
  reference_derived: sql`
    SELECT id AS subject, 'reference ' || reference || ' should be ' || coalesce(due, 'unknown') AS detail
    FROM (SELECT id, reference, ${due} AS due FROM transactions) AS derived
    WHERE reference IS DISTINCT FROM due`,
  // The actor owns the wallet that pays; for a deposit or capture, the wallet that receives; for a
  // release one of both. Operators cause the others.
  actor_side: sql`
    SELECT t.id AS subject, t.type || ' by ' || t.actor_id || ' on the wallet of '
      || coalesce(own.owner_id::text, 'nobody') AS detail
    FROM transactions t LEFT JOIN wallets own
      ON own.id = CASE WHEN t.type IN ('DEPOSIT', 'CAPTURE') THEN t.to_wallet_id ELSE t.from_wallet_id END
    LEFT JOIN wallets payee ON t.type = 'RELEASE' AND payee.id = t.to_wallet_id
    WHERE own.owner_id IS DISTINCT FROM t.actor_id AND t.type NOT IN ('REVERSAL', 'ADJUSTMENT')
      AND payee.owner_id IS DISTINCT FROM t.actor_id`,
  // One result has at most one key. A wallet is also the result of the requests that close it.
  idempotency_result_once: sql`
    SELECT coalesce(transaction_id, wallet_id, quote_id, funding_id) AS subject,
      count(*) || ' keys name it' AS detail
    FROM idempotency_keys k WHERE num_nonnulls(transaction_id, wallet_id, quote_id, funding_id) > 0
      AND (k.wallet_id IS NULL
        OR k.created_at = (SELECT w.created_at FROM wallets w WHERE w.id = k.wallet_id))
    GROUP BY coalesce(transaction_id, wallet_id, quote_id, funding_id) HAVING count(*) > 1`,
} as const satisfies Record<string, SQL>;
