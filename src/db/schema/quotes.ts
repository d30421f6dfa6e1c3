import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { CurrencyCode } from "../../domain/currency.ts";
import { QUOTE_SIDES, type QuoteSide } from "../../domain/exchange.ts";
import type { QuoteId, RateId, UserId, WalletId } from "../../domain/ids.ts";
import { MARKETS, type Market } from "../../domain/market.ts";
import { oneOf } from "./columns.ts";
import { currencies } from "./currencies.ts";
import { exchangeRates } from "./exchange-rates.ts";
import { users } from "./users.ts";
import { wallets } from "./wallets.ts";

/** Offers of exchanges. Whether one was used, the transactions say that name it. */
export const quotes = pgTable(
  "quotes",
  {
    id: uuid().$type<QuoteId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    fromCurrency: text("from_currency")
      .$type<CurrencyCode>()
      .notNull()
      .references(() => currencies.code),
    toCurrency: text("to_currency")
      .$type<CurrencyCode>()
      .notNull()
      .references(() => currencies.code),
    market: text().$type<Market>(),
    /** The side whose amount the user gave. */
    side: text().$type<QuoteSide>().notNull(),
    /** Minor units; the source amount contains the fee. */
    sourceAmount: bigint("source_amount", { mode: "bigint" }).notNull(),
    feeAmount: bigint("fee_amount", { mode: "bigint" }).notNull(),
    targetAmount: bigint("target_amount", { mode: "bigint" }).notNull(),
    /** Null: YER into YEM, one to one. */
    rateId: uuid("rate_id")
      .$type<RateId>()
      .references(() => exchangeRates.id),
    /** The wallets that the request named. */
    fromWalletId: uuid("from_wallet_id")
      .$type<WalletId>()
      .references(() => wallets.id),
    toWalletId: uuid("to_wallet_id")
      .$type<WalletId>()
      .references(() => wallets.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    // For the open quotes of a user.
    index("quotes_user_id_expires_at_idx").on(t.userId, t.expiresAt),
    // For the job that deletes old ones; rows are written nearly in this order.
    index("quotes_expires_at_idx").using("brin", t.expiresAt),
    check("quotes_side_in_list", oneOf(t.side, QUOTE_SIDES)),
    check("quotes_market_in_list", oneOf(t.market, MARKETS)),
    check(
      "quotes_market_of_rial",
      sql`(${t.market} IS NOT NULL) = ('YEM' IN (${t.fromCurrency}, ${t.toCurrency}))`,
    ),
    check("quotes_between_two", sql`${t.fromCurrency} <> ${t.toCurrency}`),
    check(
      "quotes_amounts_positive",
      sql`${t.sourceAmount} > 0 AND ${t.targetAmount} > 0
        AND ${t.feeAmount} >= 0 AND ${t.feeAmount} < ${t.sourceAmount}`,
    ),
    check(
      "quotes_rate_or_par",
      sql`(${t.rateId} IS NULL) = (${t.fromCurrency} = 'YER' AND ${t.toCurrency} = 'YEM')
        AND (${t.rateId} IS NOT NULL
          OR (${t.sourceAmount} = ${t.targetAmount} AND ${t.feeAmount} = 0 AND ${t.market} = 'aden'))`,
    ),
    check("quotes_expire_after_creation", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);
