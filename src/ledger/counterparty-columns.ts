// The column `counterparty` of reads by a person: the owner of the wallet on the other side. Each is
// a scalar subquery, which Postgres runs once for each row of a page, by the keys of the wallet and
// of its owner. A join could be planned as a scan of all users.
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Counterparty, counterpartyOf } from "../domain/counterparty.ts";

/** A row with the full name of the owner, and whether it is the viewer. */
export interface CounterpartyRow extends Record<string, unknown> {
  counterparty: [name: string, isOwn: boolean] | null;
}

/** What the viewer may see of it; null if there is nobody to name. */
export function counterpartyOfRow({ counterparty }: CounterpartyRow): Counterparty | null {
  return counterparty && counterpartyOf(...counterparty);
}

/** The owner of a wallet; null for a system wallet and for a deleted account, which has no name. */
export function ownerOf(walletId: SQL, viewer: SQLWrapper | string): SQL {
  return sql`(SELECT jsonb_build_array(u.username, u.id = ${viewer}::uuid)
    FROM wallets w JOIN users u ON u.id = w.owner_id
    WHERE w.id = ${walletId} AND u.username IS NOT NULL)`;
}

/**
 * The counterparty of transaction `t` for the viewer, whose wallets are in the CTE `own`. A failed
 * transaction tells nothing about its recipient, and an exchange has no other side.
 */
export function counterpartyOfTransaction(viewer: SQLWrapper | string): SQL {
  const other = sql`CASE WHEN t.from_wallet_id IN (SELECT id FROM own)
      THEN t.to_wallet_id ELSE t.from_wallet_id END`;
  return sql`CASE WHEN t.status = 'success' AND t.type <> 'EXCHANGE'
    THEN ${ownerOf(other, viewer)} END AS counterparty`;
}
