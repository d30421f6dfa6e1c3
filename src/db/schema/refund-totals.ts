import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { REFUNDS_PER_TRANSACTION_MAX } from "../../domain/bounds.ts";
import type { TransactionId } from "../../domain/ids.ts";
import { transactions } from "./transactions.ts";

/**
 * How much of a transaction was given back, by refunds and reversals together; no row: nothing.
 * Only the ledger changes it, and only while it has locked the wallet that received the money. In
 * minor units of the currency that the receiver got.
 */
export const refundTotals = pgTable(
  "refund_totals",
  {
    originalId: uuid("original_id").$type<TransactionId>().primaryKey(),
    /** What the receiver got. */
    amount: bigint({ mode: "bigint" }).notNull(),
    refunded: bigint({ mode: "bigint" }).notNull(),
    /** How many refunds there were; a reversal is none. */
    refunds: smallint().notNull(),
  },
  (t) => [
    foreignKey({
      name: "refund_totals_original_id_fk",
      columns: [t.originalId],
      foreignColumns: [transactions.id],
    }),
    check(
      "refund_totals_refunds_bounded",
      sql`${t.refunds} BETWEEN 0 AND ${sql.raw(String(REFUNDS_PER_TRANSACTION_MAX))}`,
    ),
    check("refund_totals_within_amount", sql`${t.refunded} BETWEEN 1 AND ${t.amount}`),
  ],
);
