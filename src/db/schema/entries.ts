import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { TransactionId, WalletId } from "../../domain/ids.ts";
import { transactions } from "./transactions.ts";
import { wallets } from "./wallets.ts";

/**
 * The entries of transactions. Append-only; each transaction's entries sum to zero per currency.
 */
export const entries = pgTable(
  "entries",
  {
    transactionId: uuid("transaction_id")
      .$type<TransactionId>()
      .notNull()
      .references(() => transactions.id),
    walletId: uuid("wallet_id").$type<WalletId>().notNull(),
    currency: text().$type<CurrencyCode>().notNull(),
    /** Minor units, signed: negative for money that leaves the wallet. */
    amount: bigint({ mode: "bigint" }).notNull(),
    /** Null on system wallets, which have no running balance. */
    balanceAfter: bigint("balance_after", { mode: "bigint" }),
    seq: bigint({ mode: "bigint" }),
    /** Equal to the transaction's; rises with seq. */
    postedAt: timestamp("posted_at", { withTimezone: true, mode: "string" }).notNull(),
  },
  (t) => [
    // The wallet first, then the order of commits, so that a page of a wallet's history is
    // contiguous in the index. The migration INCLUDEs the other columns, so that the page needs no
    // read of the table.
    primaryKey({ name: "entries_pkey", columns: [t.walletId, t.postedAt] }),
    // Ensures that an entry has the currency of its wallet.
    foreignKey({
      name: "entries_wallet_id_currency_fk",
      columns: [t.walletId, t.currency],
      foreignColumns: [wallets.id, wallets.currency],
    }),
    uniqueIndex("entries_wallet_id_seq_unique")
      .on(t.walletId, t.seq)
      .where(sql`${t.seq} IS NOT NULL`),
    // For the job that verifies recent transactions.
    index("entries_posted_at_idx").using("brin", t.postedAt),
    check("entries_amount_nonzero", sql`${t.amount} <> 0`),
    check("entries_balance_after_nonnegative", sql`${t.balanceAfter} >= 0`),
    check("entries_seq_positive", sql`${t.seq} > 0`),
    check("entries_seq_with_balance", sql`(${t.seq} IS NULL) = (${t.balanceAfter} IS NULL)`),
  ],
);
