// Decides what uses a quote: an exchange between two wallets of the actor, and a transfer that pays
// somebody in their currency. Both move the same five legs in one commit.
import { hasMarkets, type Market, marketOf } from "../../domain/market.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import type { ExchangeReceipt } from "../../domain/transaction.ts";
import type { Case, LockedQuote, LockedWallet } from "../case.ts";
import {
  type Decided,
  type Decider,
  failing,
  posting,
  refused,
  type Side,
  type Sides,
  sidesOf,
} from "./decided.ts";
import { payerLimitFailure } from "./limits.ts";
import { isToAnother, recipientRefusal } from "./transfer.ts";
import { actorRefusal, payeeFailure, payerFailure } from "./wallet-failures.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** Exchanges money between two wallets of the actor. */
export const decideExchange: Decider = (one, batch) => {
  const { to } = sidesOf(one, batch);
  // Another user's wallet must seem not to exist.
  return to?.ownerId === one.command.actorId
    ? decideQuoted(one, batch)
    : refused("wallet_not_found");
};

/**
 * Moves money at the rate of a quote of the actor. The quote is judged by the database's time, and
 * can be used once. The actor's own side comes first, as in a plain transfer.
 */
export const decideQuoted: Decider = (one, batch) => {
  const sides = sidesOf(one, batch);
  const quote = quoteOf(one, batch);
  if (!quote) return refused("quote_not_found");
  const refusal = actorRefusal(one);
  if (refusal) return refusal;
  const code = payingFailure(sides, quote);
  if (code) return failing(code);
  return payeeRefusal(one, sides, quote, batch) ?? move(sides, quote, batch);
};

/** The actor's quote that the command names. Its amount is the quote's, or it is another quote. */
function quoteOf({ command }: Case, { quotes }: WorkingBatch): LockedQuote | null {
  const quote = command.links.quoteId && quotes.get(command.links.quoteId);
  if (!quote || quote.userId !== command.actorId) return null;
  const isOfQuote = command.amountMinor === quote.sourceMinor && command.currency === quote.from;
  return isOfQuote ? quote : null;
}

/** Why the actor cannot pay with this quote; null: can. */
function payingFailure({ from, to }: Sides, quote: LockedQuote): FailureCode | null {
  if (!from) throw new Error("a quoted transfer without the wallet of its actor");
  if (to?.id === from.id) return "same_wallet";
  const money = { amountMinor: quote.sourceMinor, currency: quote.from };
  const unusable = payerFailure(from, { ...money, amountMinor: 0n });
  if (unusable) return unusable;
  if (marketOf(from) !== marketOn(quote.from, quote)) return "market_mismatch";
  if (quote.isUsed) return "quote_used";
  if (quote.isExpired) return "quote_expired";
  return payerFailure(from, money);
}

/** Why the payee cannot be paid; null if they can. */
function payeeRefusal(
  one: Case,
  sides: Sides,
  quote: LockedQuote,
  batch: WorkingBatch,
): Decided | null {
  const { to } = sides;
  const money = { amountMinor: quote.targetMinor, currency: quote.to };
  if (isToAnother(one, sides)) {
    const limited = sides.from && payerLimitFailure(sides.from, quote.sourceMinor, batch);
    const refusal = limited ?? recipientRefusal(one, sides, batch, money);
    if (refusal) return refusal;
  } else {
    const code = to ? payeeFailure(to, money) : "recipient_not_found";
    if (code) return failing(code);
  }
  if (!to || marketOf(to) === marketOn(quote.to, quote)) return null;
  return marketFailure(one, to);
}

/** The market of one side of the quote. */
function marketOn(currency: LockedQuote["from"], { market }: LockedQuote): Market | null {
  return hasMarkets(currency) ? market : null;
}

/**
 * The failure of a payment to a wallet of another market. An actor who names a recipient by phone
 * does not learn the market of the recipient's wallet.
 */
export function marketFailure({ command }: Case, to: LockedWallet): Decided {
  return command.to?.by === "phone" && to.ownerId !== command.actorId
    ? { ...failing("recipient_not_found"), isRecipientAttempt: true }
    : failing("market_mismatch");
}

/**
 * The five legs of a quote: both sides against the service's liquidity in each currency, and the
 * fee. They sum to zero in each currency.
 */
export function quotedSides(
  from: LockedWallet,
  to: LockedWallet,
  quote: Pick<
    LockedQuote,
    | "from"
    | "to"
    | "sourceMinor"
    | "feeMinor"
    | "targetMinor"
    | "sourceLiquidityId"
    | "targetLiquidityId"
    | "feesId"
  >,
): readonly Side[] {
  const { sourceMinor, feeMinor, targetMinor } = quote;
  const [source, target] = [{ currency: quote.from }, { currency: quote.to }];
  return [
    { wallet: from, amountMinor: -sourceMinor },
    { wallet: quote.sourceLiquidityId, ...source, amountMinor: sourceMinor - feeMinor },
    { wallet: quote.feesId, ...source, amountMinor: feeMinor },
    { wallet: quote.targetLiquidityId, ...target, amountMinor: -targetMinor },
    { wallet: to, amountMinor: targetMinor },
  ];
}

function move({ from, to }: Sides, quote: LockedQuote, batch: WorkingBatch): Decided {
  if (!from || !to) throw new Error("a quoted transfer without its two wallets");
  const sides = quotedSides(from, to, quote);
  return isBeyondCaps(sides, batch) ? failing("liquidity_exhausted") : posting(sides);
}

/** Whether a side moves one of the service's positions beyond its caps. */
export function isBeyondCaps(sides: readonly Side[], { positions }: WorkingBatch): boolean {
  return sides.some(({ wallet, amountMinor }) => {
    const position = typeof wallet === "string" ? positions.get(wallet) : undefined;
    if (!position) return false;
    const after = position.positionMinor + amountMinor;
    return after < position.floorMinor || after > position.ceilingMinor;
  });
}

/** What the transaction shows of its quote. */
export function receiptOf(quote: LockedQuote): ExchangeReceipt {
  const { from, to, market, rate, sourceMinor, feeMinor, targetMinor } = quote;
  return { from, to, market, rate, sourceMinor, feeMinor, targetMinor };
}
