import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  pgSequence,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../../domain/ids.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import type { TransactionStatus, TransactionType } from "../../domain/transaction.ts";
import { currencies } from "./currencies.ts";
import { users } from "./users.ts";
import { wallets } from "./wallets.ts";

/**
 * The last posted_at that was given out, in microseconds since 1970. A sequence, not a row: each batch of
 * the whole service changes it, and the dead versions of such a row would pile up behind every long read.
 * Only the function take_posted_at moves it, under a lock that is kept until COMMIT.
 */
export const ledgerClock = pgSequence("ledger_clock");

/** The recorded outcome of every command that named a real wallet of its caller. Append-only. */
export const transactions = pgTable(
  "transactions",
  {
    id: uuid().$type<TransactionId>().primaryKey(),
    type: text().$type<TransactionType>().notNull(),
    status: text().$type<TransactionStatus>().notNull(),
    /** Minor units, unsigned: the type says which way. */
    amount: bigint({ mode: "bigint" }).notNull(),
    currency: text()
      .$type<CurrencyCode>()
      .notNull()
      .references(() => currencies.code),
    fromWalletId: uuid("from_wallet_id")
      .$type<WalletId>()
      .references(() => wallets.id),
    toWalletId: uuid("to_wallet_id")
      .$type<WalletId>()
      .references(() => wallets.id),
    reference: text().notNull(),
    note: text(),
    failureCode: text("failure_code").$type<FailureCode>(),
    actorId: uuid("actor_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    /** When it was asked, as its id says. */
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** Its place in the order of commits: unique, in microseconds, from the ledger's clock. */
    postedAt: timestamp("posted_at", { withTimezone: true, mode: "string" }).notNull(),
  },
  (t) => [
    unique("transactions_reference_unique").on(t.reference),
    // Pages walk one wallet's transactions backwards in the order of commits. What was posted is met by
    // its entries.
    index("transactions_failed_from_wallet_id_posted_at_idx")
      .on(t.fromWalletId, t.postedAt)
      .where(sql`${t.status} = 'failed'`),
    index("transactions_failed_to_wallet_id_posted_at_idx")
      .on(t.toWalletId, t.postedAt)
      .where(sql`${t.status} = 'failed'`),
    // For reads of everything since a moment; rows are written nearly in this order.
    index("transactions_posted_at_idx").using("brin", t.postedAt),
    check("transactions_amount_positive", sql`${t.amount} > 0`),
    check("transactions_type_known", sql`${t.type} IN ('DEPOSIT', 'WITHDRAW', 'TRANSFER')`),
    check(
      "transactions_failure_has_code",
      sql`(${t.status} = 'success' AND ${t.failureCode} IS NULL) OR (${t.status} = 'failed' AND ${t.failureCode} IS NOT NULL)`,
    ),
    check(
      "transactions_sides_by_type",
      sql`CASE ${t.type} WHEN 'DEPOSIT' THEN ${t.fromWalletId} IS NULL AND ${t.toWalletId} IS NOT NULL
        WHEN 'WITHDRAW' THEN ${t.fromWalletId} IS NOT NULL AND ${t.toWalletId} IS NULL
        ELSE ${t.fromWalletId} IS NOT NULL AND (${t.toWalletId} IS NOT NULL OR ${t.status} = 'failed') END`,
    ),
    check(
      "transactions_success_between_two",
      sql`${t.status} = 'failed' OR ${t.fromWalletId} IS DISTINCT FROM ${t.toWalletId}`,
    ),
  ],
);
