import type { CurrencyCode } from "./currency.ts";
import type { ExchangeAmounts, QuoteSide } from "./exchange.ts";
import type { MoneyProposalId, QuoteId, RateId, UserId, WalletId } from "./ids.ts";
import type { Market } from "./market.ts";
import type { RateTerms } from "./rate.ts";

/**
 * Where a rate comes from: operators, the HTTP feed of the settings, or `npm start`, which gives the
 * local database rates to try. In production a sandbox rate counts as missing.
 */
export const RATE_SOURCES = ["operator", "feed", "sandbox"] as const;
export type RateSource = (typeof RATE_SOURCES)[number];

/** A recorded rate. The newest one of a pair is in force, until `validUntil`. */
export interface Rate extends RateTerms {
  readonly id: RateId;
  readonly source: RateSource;
  readonly createdAt: Date;
  readonly validUntil: Date;
}

/** A rate in the history of its pair. */
export interface PastRate extends Rate {
  /** Its place among the rates of its pair; a newer one has a higher position. */
  readonly position: bigint;
  /** The operator who set or proposed it; null: no operator. */
  readonly setBy: UserId | null;
  /** The second operator; null: it needed none. */
  readonly approvedBy: UserId | null;
  /** When a newer rate was set, otherwise `validUntil`. */
  readonly endsAt: Date;
}

/** A rate that waits for a second operator. */
export interface RateProposal extends RateTerms {
  readonly id: MoneyProposalId;
  /** How long the rate is in force, from its approval on. */
  readonly validSeconds: number;
  readonly proposedBy: UserId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Whether a quote can be used, by the database's time. */
export const QUOTE_STATUSES = ["open", "used", "expired"] as const;
export type QuoteStatus = (typeof QUOTE_STATUSES)[number];

/** An offer to exchange money at a fixed rate, which can be used once. Amounts in minor units. */
export interface Quote extends ExchangeAmounts {
  readonly id: QuoteId;
  readonly userId: UserId;
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly market: Market | null;
  readonly side: QuoteSide;
  /** Null: YER into YEM, one to one. */
  readonly rate: RateTerms | null;
  /** The wallets that the request named; null: the default wallets of the currencies. */
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly status: QuoteStatus;
}
