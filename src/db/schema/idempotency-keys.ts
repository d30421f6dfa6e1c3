import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { FundingId, QuoteId, TransactionId, UserId, WalletId } from "../../domain/ids.ts";
import { hexBytes } from "./columns.ts";
import { transactions } from "./transactions.ts";
import { users } from "./users.ts";
import { wallets } from "./wallets.ts";

/** A user's request and its result, written in the same commit as the result. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    key: text().notNull(),
    /**
     * HMAC-SHA-256 over the request's meaning: another request with the same key is refused. Rows
     * of earlier releases have SHA-256 over the same.
     */
    fingerprint: hexBytes().notNull(),
    transactionId: uuid("transaction_id")
      .$type<TransactionId>()
      .references(() => transactions.id),
    walletId: uuid("wallet_id")
      .$type<WalletId>()
      .references(() => wallets.id),
    quoteId: uuid("quote_id").$type<QuoteId>(),
    fundingId: uuid("funding_id").$type<FundingId>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ name: "idempotency_keys_pkey", columns: [t.userId, t.key] }),
    // Rows are written in the order of time, so a block range index is enough to find expired ones.
    index("idempotency_keys_created_at_idx").using("brin", t.createdAt),
    check(
      "idempotency_keys_one_typed_result",
      sql`num_nonnulls(${t.transactionId}, ${t.walletId}, ${t.quoteId}, ${t.fundingId}) = 1`,
    ),
    check("idempotency_keys_key_length", sql`char_length(${t.key}) BETWEEN 1 AND 255`),
    check("idempotency_keys_fingerprint_sha256", sql`octet_length(${t.fingerprint}) = 32`),
  ],
);
