import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgSequence,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import type {
  FundingId,
  HoldId,
  MoneyProposalId,
  QuoteId,
  TransactionId,
  UserId,
  WalletId,
} from "../../domain/ids.ts";
import type { LimitBreach, LocalDate } from "../../domain/limit.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import {
  TRANSACTION_TYPES,
  type TransactionStatus,
  type TransactionType,
} from "../../domain/transaction.ts";
import { oneOf } from "./columns.ts";
import { currencies } from "./currencies.ts";
import { holds } from "./holds.ts";
import { quotes } from "./quotes.ts";
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
    /**
     * What was asked for, in minor units of `currency`, positive; the type gives the direction. What
     * was posted stands in the entries.
     */
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
    /** The quote that an exchange or a transfer into another currency uses. */
    quoteId: uuid("quote_id").$type<QuoteId>(),
    /** The hold that is placed, captured or released; or that reserved a withdrawal. */
    holdId: uuid("hold_id").$type<HoldId>(),
    /** The transaction that a refund or reversal gives back. */
    originalId: uuid("original_id").$type<TransactionId>(),
    /** The deposit intent or payout of a provider. */
    fundingId: uuid("funding_id").$type<FundingId>(),
    /** What one operator proposed and another approved. */
    proposalId: uuid("proposal_id").$type<MoneyProposalId>(),
    /** The date in whose windows it was counted towards limits; null: in none. */
    countedOn: date("counted_on").$type<LocalDate>(),
    /** The limit that it is above, with the numbers of the moment, for a replay. */
    limitBreach: jsonb("limit_breach").$type<LimitBreach>(),
  },
  (t) => [
    foreignKey({
      name: "transactions_hold_id_fk",
      columns: [t.holdId],
      foreignColumns: [holds.id],
    }),
    foreignKey({
      name: "transactions_original_id_fk",
      columns: [t.originalId],
      foreignColumns: [t.id],
    }),
    foreignKey({
      name: "transactions_quote_id_fk",
      columns: [t.quoteId],
      foreignColumns: [quotes.id],
    }),
    // For the job that deletes old quotes.
    index("transactions_quote_id_idx").on(t.quoteId).where(sql`${t.quoteId} IS NOT NULL`),
    // A link that was used successfully cannot be used again.
    uniqueIndex("transactions_quote_id_unique")
      .on(t.quoteId)
      .where(sql`${t.quoteId} IS NOT NULL AND ${t.status} = 'success'`),
    uniqueIndex("transactions_funding_id_unique")
      .on(t.fundingId)
      .where(
        sql`${t.type} IN ('DEPOSIT', 'WITHDRAW') AND ${t.fundingId} IS NOT NULL AND ${t.status} = 'success'`,
      ),
    uniqueIndex("transactions_proposal_id_unique")
      .on(t.proposalId)
      .where(sql`${t.proposalId} IS NOT NULL AND ${t.status} = 'success'`),
    // A hold is placed once; it can be captured several times.
    uniqueIndex("transactions_hold_placed_unique")
      .on(t.holdId)
      .where(sql`${t.type} = 'HOLD' AND ${t.status} = 'success'`),
    index("transactions_hold_id_idx").on(t.holdId).where(sql`${t.holdId} IS NOT NULL`),
    index("transactions_original_id_idx").on(t.originalId).where(sql`${t.originalId} IS NOT NULL`),
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
    // For the number of refusals by code. It begins with the code, so that it never serves a list in
    // the order of commits, which reads a wallet's own part of the indexes above.
    index("transactions_failed_code_posted_at_idx")
      .on(t.failureCode, t.postedAt)
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
    check(
      "transactions_limit_breach_of_code",
      sql`(${t.limitBreach} IS NULL) = (${t.failureCode} IS DISTINCT FROM 'limit_exceeded')`,
    ),
    check(
      "transactions_counted_if_success",
      sql`${t.countedOn} IS NULL OR ${t.status} = 'success'`,
    ),
    check("transactions_amount_positive", sql`${t.amount} > 0`),
    check("transactions_type_in_list", oneOf(t.type, TRANSACTION_TYPES)),
    check(
      "transactions_failure_has_code",
      sql`(${t.status} = 'success' AND ${t.failureCode} IS NULL) OR (${t.status} = 'failed' AND ${t.failureCode} IS NOT NULL)`,
    ),
    check(
      "transactions_sides_of_type",
      sql`CASE WHEN ${t.type} = 'DEPOSIT' THEN ${t.fromWalletId} IS NULL AND ${t.toWalletId} IS NOT NULL
        WHEN ${t.type} = 'WITHDRAW' THEN ${t.fromWalletId} IS NOT NULL AND ${t.toWalletId} IS NULL
        WHEN ${t.type} = 'ADJUSTMENT' THEN num_nonnulls(${t.fromWalletId}, ${t.toWalletId}) = 1
        WHEN ${t.type} = 'REVERSAL' THEN num_nonnulls(${t.fromWalletId}, ${t.toWalletId}) > 0
        WHEN ${t.type} IN ('HOLD', 'RELEASE') THEN ${t.fromWalletId} IS NOT NULL
        ELSE ${t.fromWalletId} IS NOT NULL AND (${t.toWalletId} IS NOT NULL OR ${t.status} = 'failed') END`,
    ),
    check(
      "transactions_links_of_type",
      sql`(${t.type} <> 'EXCHANGE' OR ${t.quoteId} IS NOT NULL)
        AND (${t.quoteId} IS NULL OR ${t.type} IN ('EXCHANGE', 'TRANSFER'))
        AND (${t.type} NOT IN ('CAPTURE', 'RELEASE', 'AMENDMENT') OR ${t.holdId} IS NOT NULL)
        AND (${t.type} <> 'HOLD' OR ${t.holdId} IS NOT NULL OR ${t.status} = 'failed')
        AND (${t.holdId} IS NULL OR ${t.type} IN ('HOLD', 'CAPTURE', 'RELEASE', 'AMENDMENT', 'WITHDRAW'))
        AND (${t.type} IN ('REFUND', 'REVERSAL')) = (${t.originalId} IS NOT NULL)
        AND (${t.fundingId} IS NULL OR ${t.type} IN ('DEPOSIT', 'WITHDRAW', 'HOLD', 'RELEASE'))
        AND (${t.type} IN ('REVERSAL', 'ADJUSTMENT')) = (${t.proposalId} IS NOT NULL)`,
    ),
    check(
      "transactions_success_between_two",
      sql`${t.status} = 'failed' OR ${t.fromWalletId} IS DISTINCT FROM ${t.toWalletId}`,
    ),
  ],
);
