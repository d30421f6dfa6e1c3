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
 * The last posted_at that was assigned, in microseconds since 1970. It is a sequence and not a row,
 * because each batch of the service changes it: during a long read, the dead versions of a row
 * would accumulate. Only the function take_posted_at changes it, under a lock that is held until
 * COMMIT.
 */
export const ledgerClock = pgSequence("ledger_clock");

/** The recorded outcomes of commands that name an existing wallet of their caller. Append-only. */
export const transactions = pgTable(
  "transactions",
  {
    id: uuid().$type<TransactionId>().primaryKey(),
    type: text().$type<TransactionType>().notNull(),
    status: text().$type<TransactionStatus>().notNull(),
    /** Minor units, positive; the type gives the direction. */
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
    /** When the request arrived; the id begins with this time. */
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** From the ledger's clock: unique, in microseconds, and in the order of commits. */
    postedAt: timestamp("posted_at", { withTimezone: true, mode: "string" }).notNull(),
  },
  (t) => [
    unique("transactions_reference_unique").on(t.reference),
    // For pages of one wallet's failed transactions in the order of commits. Successful
    // transactions are found by their entries.
    index("transactions_failed_from_wallet_id_posted_at_idx")
      .on(t.fromWalletId, t.postedAt)
      .where(sql`${t.status} = 'failed'`),
    index("transactions_failed_to_wallet_id_posted_at_idx")
      .on(t.toWalletId, t.postedAt)
      .where(sql`${t.status} = 'failed'`),
    // For the number of a user's failed transactions within the last hour, by failure code.
    index("transactions_failed_actor_id_posted_at_idx")
      .on(t.actorId, t.postedAt, t.failureCode)
      .where(sql`${t.status} = 'failed'`),
    // For the job that verifies recent transactions; rows are written nearly in this order.
    index("transactions_posted_at_idx").using("brin", t.postedAt),
    // For the search by text; the functions are made by a migration.
    index("transactions_search_idx")
      .using(
        "gin",
        sql`transaction_search_terms(${t.note}, ${t.reference}, ${t.fromWalletId}, ${t.toWalletId})`,
      )
      .with({ gin_pending_list_limit: 512 }),
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
