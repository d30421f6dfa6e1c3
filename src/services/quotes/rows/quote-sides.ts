import { type SQL, sql } from "drizzle-orm";
import type { CurrencyCode } from "../../../domain/currency.ts";
import type { UserId, WalletId } from "../../../domain/ids.ts";
import { DEFAULT_MARKET, hasMarkets, type Market, marketOf } from "../../../domain/market.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";

/** A side of a quote as the request names it: a currency, or one of the caller's wallets. */
export type SideName = { readonly currency: CurrencyCode } | { readonly walletId: WalletId };

/** The wallets that decide what a request's sides are. */
export interface SideWalletRow extends Record<string, unknown> {
  readonly id: WalletId;
  readonly owner_id: UserId | null;
  readonly currency: CurrencyCode;
  readonly market: Market | null;
  readonly is_default: boolean;
}

const namedId = (side: SideName): WalletId | null => ("walletId" in side ? side.walletId : null);

/** Selects the named wallets, and the caller's default wallets of currencies with markets. */
export function selectSideWallets(userId: UserId, sides: readonly SideName[]): SQL {
  const named = sides.map((side) => sql`${namedId(side)}::uuid`);
  return sql`SELECT id, owner_id, currency, market, is_default FROM wallets
    WHERE id IN (${sql.join(named, sql`, `)})
      OR (owner_id = ${userId} AND is_default AND currency = 'YEM')`;
}

/** What is exchanged: currencies, market, and the wallets that were named. */
export interface Sides {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly market: Market | null;
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId | null;
}

/** Why the sides of a request name no exchange. */
export type SidesRefusal = "wallet_not_found" | "market_mismatch" | "no_market";

/**
 * Resolves the sides of a request. A wallet of somebody else counts as not found. The market is
 * that of a named wallet in YEM, else the one that the request names, else that of the caller's
 * default wallet.
 */
export function sidesOf(
  userId: UserId,
  { from, to, market }: { from: SideName; to: SideName; market: Market | null },
  rows: readonly SideWalletRow[],
): Outcome<Sides, SidesRefusal> {
  const own = rows.filter((row) => row.owner_id === userId);
  const walletOf = (side: SideName) => own.find(({ id }) => id === namedId(side));
  const [fromWallet, toWallet] = [walletOf(from), walletOf(to)];
  const currencyOf = (side: SideName, wallet: SideWalletRow | undefined) =>
    "currency" in side ? side.currency : wallet?.currency;
  const [source, target] = [currencyOf(from, fromWallet), currencyOf(to, toWallet)];
  if (!source || !target) return refuse("wallet_not_found");

  const named = [fromWallet, toWallet].flatMap((wallet) =>
    wallet ? (marketOf(wallet) ?? []) : [],
  );
  if (!hasMarkets(source) && !hasMarkets(target)) {
    if (market !== null) return refuse("no_market");
  } else if (new Set([...named, ...(market ? [market] : [])]).size > 1) {
    return refuse("market_mismatch");
  }
  const usual = own.find((row) => row.is_default && hasMarkets(row.currency));
  const fallback = usual ? marketOf(usual) : DEFAULT_MARKET;
  const isOfRial = hasMarkets(source) || hasMarkets(target);
  return done({
    from: source,
    to: target,
    market: isOfRial ? (named[0] ?? market ?? fallback) : null,
    fromWalletId: namedId(from),
    toWalletId: namedId(to),
  });
}
