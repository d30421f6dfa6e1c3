// What must hold between a transaction and the request that made it: its reference, its actor, its key. As
// in reconcile-checks.ts, searches for what does not, each reading its tables once.
import { type SQL, sql } from "drizzle-orm";
import { REFERENCE_PREFIXES } from "../domain/reference.ts";
import { referenceSql } from "./reference-sql.ts";

const cases = Object.entries(REFERENCE_PREFIXES).map(
  ([type, one]) => `WHEN '${type}' THEN '${one}'`,
);
const due = sql.raw(referenceSql(`CASE type ${cases.join(" ")} END`, "id", "created_at"));

export const REQUEST_CHECKS = {
  // People name a payment by its reference alone: it follows from type, day and id.
  reference_derived: sql`
    SELECT id AS subject, 'reference ' || reference || ' should be ' || coalesce(due, 'unknown') AS detail
    FROM (SELECT id, reference, ${due} AS due FROM transactions) AS derived
    WHERE reference IS DISTINCT FROM due`,
  // The side that pays is the actor's own; of a deposit, which nobody pays, the side that receives.
  actor_side: sql`
    SELECT t.id AS subject, t.type || ' by ' || t.actor_id || ' on the wallet of '
      || coalesce(own.owner_id::text, 'nobody') AS detail
    FROM transactions t LEFT JOIN wallets own
      ON own.id = CASE t.type WHEN 'DEPOSIT' THEN t.to_wallet_id ELSE t.from_wallet_id END
    WHERE own.owner_id IS DISTINCT FROM t.actor_id`,
  // And back: what a key made, no other key made.
  idempotency_result_once: sql`
    SELECT coalesce(transaction_id, wallet_id) AS subject, count(*) || ' keys name it' AS detail
    FROM idempotency_keys WHERE num_nonnulls(transaction_id, wallet_id) > 0
    GROUP BY coalesce(transaction_id, wallet_id) HAVING count(*) > 1`,
} as const satisfies Record<string, SQL>;
