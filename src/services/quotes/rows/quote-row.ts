import { type SQL, sql } from "drizzle-orm";
import type { CurrencyCode } from "../../../domain/currency.ts";
import type { QuoteSide } from "../../../domain/exchange.ts";
import type { QuoteId, UserId, WalletId } from "../../../domain/ids.ts";
import type { Market } from "../../../domain/market.ts";
import type { Quote, QuoteStatus } from "../../../domain/quote.ts";
import { TERMS, type TermsRow, termsOf } from "../../rates/rows/rate-row.ts";

export interface QuoteRow extends TermsRow {
  readonly id: QuoteId;
  readonly user_id: UserId;
  readonly from_currency: CurrencyCode;
  readonly to_currency: CurrencyCode;
  readonly quote_market: Market | null;
  readonly side: QuoteSide;
  readonly source_amount: string;
  readonly fee_amount: string;
  readonly target_amount: string;
  readonly has_rate: boolean;
  readonly from_wallet_id: WalletId | null;
  readonly to_wallet_id: WalletId | null;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly status: QuoteStatus;
}

/** The columns of QuoteRow, of QUOTE_TABLES. */
export const QUOTE_COLUMNS = sql`q.id, q.user_id, q.from_currency, q.to_currency,
  q.market AS quote_market, q.side, q.source_amount::text, q.fee_amount::text,
  q.target_amount::text, r.id IS NOT NULL AS has_rate, ${TERMS}, q.from_wallet_id, q.to_wallet_id,
  (extract(epoch FROM q.created_at) * 1000)::float8 AS created_at_ms,
  (extract(epoch FROM q.expires_at) * 1000)::float8 AS expires_at_ms,
  CASE WHEN EXISTS (SELECT FROM transactions t WHERE t.quote_id = q.id AND t.status = 'success')
    THEN 'used' WHEN q.expires_at > now() THEN 'open' ELSE 'expired' END AS status`;

export const QUOTE_TABLES = sql`quotes q LEFT JOIN exchange_rates r ON r.id = q.rate_id`;

/** The quotes `q` for which the condition holds. */
export function selectQuotes(condition: SQL): SQL {
  return sql`SELECT ${QUOTE_COLUMNS} FROM ${QUOTE_TABLES} WHERE ${condition}`;
}

export function quoteOf(row: QuoteRow): Quote {
  return {
    id: row.id,
    userId: row.user_id,
    from: row.from_currency,
    to: row.to_currency,
    market: row.quote_market,
    side: row.side,
    sourceMinor: BigInt(row.source_amount),
    feeMinor: BigInt(row.fee_amount),
    targetMinor: BigInt(row.target_amount),
    rate: row.has_rate ? termsOf(row) : null,
    fromWalletId: row.from_wallet_id,
    toWalletId: row.to_wallet_id,
    createdAt: new Date(Number(row.created_at_ms)),
    expiresAt: new Date(Number(row.expires_at_ms)),
    status: row.status,
  };
}
