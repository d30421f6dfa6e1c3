import { sql } from "drizzle-orm";
import { bigint, check, pgTable, uuid } from "drizzle-orm/pg-core";
import type { WalletId } from "../../domain/ids.ts";
import { wallets } from "./wallets.ts";

/**
 * What the service has bought (positive) or sold (negative) of a currency in exchanges: one row for
 * each liquidity wallet. The ledger changes it in the statement that writes the entries, so it is
 * always the sum of the wallet's entries.
 */
export const liquidityPositions = pgTable(
  "liquidity_positions",
  {
    walletId: uuid("wallet_id")
      .$type<WalletId>()
      .primaryKey()
      .references(() => wallets.id),
    /** Minor units, as the other two columns. */
    position: bigint({ mode: "bigint" }).notNull().default(sql`0`),
    floor: bigint({ mode: "bigint" }).notNull(),
    ceiling: bigint({ mode: "bigint" }).notNull(),
  },
  (t) => [
    check(
      "liquidity_positions_within_caps",
      sql`${t.position} BETWEEN ${t.floor} AND ${t.ceiling}`,
    ),
    check("liquidity_positions_caps_around_zero", sql`${t.floor} <= 0 AND ${t.ceiling} >= 0`),
  ],
);
