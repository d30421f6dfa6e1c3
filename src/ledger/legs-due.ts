// The entries that each kind of successful transaction must have, as a query with the columns (id,
// wallet_id, amount, currency). One part for each group of kinds: another kind adds its part.
import { type SQL, sql } from "drizzle-orm";
import type { SystemPurpose } from "../domain/wallet.ts";
import { type HistoryTables, refundLegs } from "./refund-legs.ts";

/** The counterpart of a side without a wallet of a user. */
const systemSide = (purpose: SystemPurpose): SQL => sql`
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

/** The liquidity or fee wallet on one side of quote `q`. */
const quoteSide = (purpose: string, currency: "from_currency" | "to_currency"): SQL =>
  sql.raw(`JOIN wallets s ON s.currency = q.${currency} AND s.system_purpose = '${purpose}'
    || CASE WHEN q.${currency} = 'YEM' AND q.market = 'sanaa' THEN '_sanaa' ELSE '' END`);

const QUOTED = sql`FROM transactions t JOIN quotes q ON q.id = t.quote_id`;
const IS_QUOTED = sql`WHERE t.status = 'success'`;

// Both sides against the liquidity of each currency, and the fee.
const FIVE_LEGS = sql`
  SELECT t.id, t.from_wallet_id, -q.source_amount, q.from_currency ${QUOTED} ${IS_QUOTED}
  UNION ALL
  SELECT t.id, s.id, q.source_amount - q.fee_amount, q.from_currency
  ${QUOTED} ${quoteSide("liquidity", "from_currency")} ${IS_QUOTED}
  UNION ALL
  SELECT t.id, s.id, q.fee_amount, q.from_currency
  ${QUOTED} ${quoteSide("exchange_fees", "from_currency")} ${IS_QUOTED} AND q.fee_amount > 0
  UNION ALL
  SELECT t.id, s.id, -q.target_amount, q.to_currency
  ${QUOTED} ${quoteSide("liquidity", "to_currency")} ${IS_QUOTED}
  UNION ALL
  SELECT t.id, t.to_wallet_id, q.target_amount, q.to_currency ${QUOTED} ${IS_QUOTED}`;

// By hand: the amount moves between the wallet and the system wallet of adjustments.
const IS_ADJUSTMENT = sql`t.status = 'success' AND t.type = 'ADJUSTMENT'`;

const ADJUSTMENT_LEGS = sql`
  SELECT t.id, coalesce(t.from_wallet_id, system.id) AS wallet_id, -t.amount AS amount, t.currency
  FROM transactions t ${systemSide("adjustment")} WHERE ${IS_ADJUSTMENT}
  UNION ALL
  SELECT t.id, coalesce(t.to_wallet_id, system.id), t.amount, t.currency
  FROM transactions t ${systemSide("adjustment")} WHERE ${IS_ADJUSTMENT}`;

/** The entries due. HOLD and RELEASE have none. */
export function legsDue(history: HistoryTables): SQL {
  const parts = [TWO_LEGS, FIVE_LEGS, ADJUSTMENT_LEGS, refundLegs(history)];
  return sql.join(parts, sql` UNION ALL `);
}
