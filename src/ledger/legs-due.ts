// The entries that each kind of successful transaction must have, as a query with the columns (id,
// wallet_id, amount, currency). One part for each group of kinds: another kind adds its part.
import { type SQL, sql } from "drizzle-orm";
import { type HistoryTables, refundLegs } from "./refund-legs.ts";

/** The counterpart of a side without a wallet of a user. */
const systemSide = (purpose: "cash_in" | "cash_out"): SQL => sql`
  LEFT JOIN wallets system ON system.currency = t.currency AND system.system_purpose = ${sql.raw(`'${purpose}'`)}`;

// The amount leaves one side and arrives at the other.
const MOVES_AMOUNT = sql`t.status = 'success' AND t.quote_id IS NULL
  AND t.type IN ('DEPOSIT', 'WITHDRAW', 'TRANSFER', 'CAPTURE')`;

const TWO_LEGS = sql`
  SELECT t.id, coalesce(t.from_wallet_id, system.id) AS wallet_id, -t.amount AS amount, t.currency
  FROM transactions t ${systemSide("cash_in")} WHERE ${MOVES_AMOUNT}
  UNION ALL
  SELECT t.id, coalesce(t.to_wallet_id, system.id), t.amount, t.currency
  FROM transactions t ${systemSide("cash_out")} WHERE ${MOVES_AMOUNT}`;

/** The entries due. HOLD and RELEASE have none. */
export function legsDue(history: HistoryTables): SQL {
  return sql.join([TWO_LEGS, refundLegs(history)], sql` UNION ALL `);
}
