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
  // The actor owns the wallet that pays; for a deposit, the wallet that receives.
  actor_side: sql`
    SELECT t.id AS subject, t.type || ' by ' || t.actor_id || ' on the wallet of '
      || coalesce(own.owner_id::text, 'nobody') AS detail
    FROM transactions t LEFT JOIN wallets own
      ON own.id = CASE t.type WHEN 'DEPOSIT' THEN t.to_wallet_id ELSE t.from_wallet_id END
    WHERE own.owner_id IS DISTINCT FROM t.actor_id`,
  // One transaction or wallet has at most one key.
  idempotency_result_once: sql`
    SELECT coalesce(transaction_id, wallet_id) AS subject, count(*) || ' keys name it' AS detail
    FROM idempotency_keys WHERE num_nonnulls(transaction_id, wallet_id) > 0
    GROUP BY coalesce(transaction_id, wallet_id) HAVING count(*) > 1`,
} as const satisfies Record<string, SQL>;
