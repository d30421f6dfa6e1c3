import { type SQL, sql } from "drizzle-orm";
import { DEFAULT_CURRENCY } from "../../domain/currency.ts";

/**
 * The id of a person's default wallet in the default currency, for their access token; null when they have
 * none. `userId` is an expression of the statement that this is a part of.
 */
export function defaultWalletOf(userId: SQL): SQL {
  return sql`(SELECT w.id FROM wallets w
    WHERE w.owner_id = ${userId} AND w.currency = ${DEFAULT_CURRENCY} AND w.is_default)`;
}
