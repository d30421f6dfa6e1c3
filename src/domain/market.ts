import { type CurrencyCode, DEFAULT_CURRENCY } from "./currency.ts";

/**
 * The two markets of the Yemeni rial: Aden and Sana'a. A US dollar costs about three times as many
 * rials in Aden, so the rials of the two are two different monies. A wallet in YEM belongs to one
 * market for ever, and money passes between wallets of different markets only by an exchange.
 * Otherwise somebody could buy dollars for rials of the one market and sell them for rials of the
 * other, again and again.
 */
export const MARKETS = ["aden", "sanaa"] as const;
export type Market = (typeof MARKETS)[number];

/** The market of a wallet in YEM that names none. */
export const DEFAULT_MARKET: Market = "aden";

/** ISO 4217's code for the rial. Inside the service it is written YEM, at a value of 1 to 1. */
export const ISO_RIAL = "YER" as CurrencyCode;

/** Whether new money is taken and wallets are opened in this currency. */
export function isOffered(currency: CurrencyCode): boolean {
  return currency !== ISO_RIAL;
}

/** Whether money in this currency belongs to a market. */
export function hasMarkets(currency: CurrencyCode): boolean {
  return currency === DEFAULT_CURRENCY;
}

interface Money {
  readonly currency: CurrencyCode;
  readonly market?: Market | null;
}

/** The market of a wallet's money; null for a currency without markets. */
export function marketOf(wallet: Money): Market | null {
  return hasMarkets(wallet.currency) ? (wallet.market ?? DEFAULT_MARKET) : null;
}

/** Whether an amount in one of the wallets means the same money in the other. */
export function isSameMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && marketOf(a) === marketOf(b);
}
