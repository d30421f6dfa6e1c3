import { type RequestFingerprint, requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { isUniqueViolation } from "../../db/postgres-error.ts";
import { OPEN_QUOTES_MAX, RATE_RETRY_MAX } from "../../domain/bounds.ts";
import { isSameRequest } from "../../domain/command.ts";
import type { QuoteSide } from "../../domain/exchange.ts";
import { newId, type QuoteId } from "../../domain/ids.ts";
import type { Market } from "../../domain/market.ts";
import { done, type Outcome, refuse, refuseForNow } from "../../domain/outcome.ts";
import type { Quote, Rate } from "../../domain/quote.ts";
import { pairOf } from "../../domain/rate.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { type RateRow, rateOf, selectRate } from "../rates/rows/rate-row.ts";
import { refuseWallet } from "../wallets/ownership/refuse-wallet.ts";
import { quoteOf } from "./rows/quote-row.ts";
import {
  type SideName,
  type Sides,
  type SidesRefusal,
  type SideWalletRow,
  selectSideWallets,
  sidesOf,
} from "./rows/quote-sides.ts";
import { isPar, quoteTerms, type TermsRefusal } from "./rows/quote-terms.ts";
import { findQuote, type KeyedQuoteRow, type NewQuote, writeQuote } from "./rows/write-quote.ts";

export interface QuoteInput {
  readonly from: SideName;
  readonly to: SideName;
  readonly side: QuoteSide;
  /** A plain decimal in major units of the given side's currency. */
  readonly amount: string;
  /** Null: that of a named wallet, else that of the caller's default wallet in YEM. */
  readonly market: Market | null;
  readonly idempotencyKey: string | null;
}

export type QuoteRefusal =
  | "session_ended"
  | "account_suspended"
  | "same_currency"
  | SidesRefusal
  | TermsRefusal
  | "open_quotes_limit_reached"
  | "idempotency_key_reused"
  | "service_busy";

export interface RequestedQuote {
  readonly quote: Quote;
  readonly isReplay: boolean;
}

type Requested = Outcome<RequestedQuote, QuoteRefusal>;

/**
 * Offers an exchange at the rate in force, for QUOTE_SECONDS. A request that is repeated with its key
 * gets its first quote again. A user has at most OPEN_QUOTES_MAX open quotes: otherwise each rate of the
 * day could be kept open until the best one is known.
 */
export async function requestQuote(
  ctx: ServiceContext,
  caller: Caller,
  input: QuoteInput,
): Promise<Requested> {
  const asked = {
    id: newId("quo", ctx.nowMs()),
    key: input.idempotencyKey,
    ...requestFingerprint(ctx.config.fingerprintKey, partsOf(input)),
  };
  const read = await readInSession(ctx, caller, (db) => [
    findQuote(db, caller, asked),
    db.execute<SideWalletRow>(selectSideWallets(caller.userId, [input.from, input.to])),
  ]);
  if (!read.ok) return read;
  const [found, { rows: wallets }] = read.value;
  const [earlier] = found.rows;
  if (earlier) return repeated(asked, earlier);
  const sides = sidesOf(caller.userId, input, wallets);
  if (!sides.ok)
    return sides.code === "wallet_not_found" ? refuseForeign(ctx, caller, input, wallets) : sides;
  return quoteAtRate(ctx, caller, input, sides.value, asked);
}

interface Asked extends RequestFingerprint {
  readonly id: QuoteId;
  readonly key: string | null;
}

/** Quotes at the rate in force; again if it was replaced between the read and the write. */
async function quoteAtRate(
  ctx: ServiceContext,
  caller: Caller,
  input: QuoteInput,
  sides: Sides,
  asked: Asked,
): Promise<Requested> {
  for (let tried = 0; tried <= RATE_RETRY_MAX; tried++) {
    const rate = await rateFor(ctx, sides);
    if (rate === "same_currency") return refuse(rate);
    const terms = quoteTerms(sides, input, rate);
    if (!terms.ok) return terms;
    const quote = { ...asked, sides, side: input.side, terms: terms.value };
    const written = await write(ctx, caller, quote);
    if (!written.ok) return written;
    const [, { rows: found }, { rows: open }] = written.value;
    if (found[0]) return repeated(asked, found[0]);
    if (open[0] && open[0].open >= OPEN_QUOTES_MAX) {
      return refuseForNow("open_quotes_limit_reached", Math.max(1, open[0].wait_seconds));
    }
  }
  return refuse("service_busy");
}

function write(ctx: ServiceContext, caller: Caller, quote: NewQuote) {
  return writeQuote(ctx, caller, quote).catch((error: unknown) => {
    // A payment stored the same key concurrently; the second attempt finds it.
    if (isUniqueViolation(error, "idempotency_keys_pkey")) return writeQuote(ctx, caller, quote);
    throw error;
  });
}

/** The rate in force; null: none, or none is needed. */
async function rateFor(
  { config, db }: ServiceContext,
  sides: Sides,
): Promise<Rate | "same_currency" | null> {
  if (isPar(sides)) return null;
  const pair = pairOf(sides.from, sides.to, sides.market);
  if (typeof pair === "string") return pair === "same_currency" ? pair : null;
  const { rows } = await db.execute<RateRow>(selectRate(pair, config));
  return rows[0] ? rateOf(rows[0]) : null;
}

/** The quote of the request or of its first attempt; refuses a key of another request. */
function repeated(
  asked: Asked,
  row: KeyedQuoteRow,
): Outcome<RequestedQuote, "idempotency_key_reused"> {
  const isAnother = row.fingerprint !== null && !isSameRequest(row.fingerprint, asked);
  if (isAnother || row.id === null) return refuse("idempotency_key_reused");
  return done({ quote: quoteOf(row), isReplay: row.id !== asked.id });
}

/** Refuses a wallet that is not the caller's, and records the attempt if it is somebody else's. */
async function refuseForeign(
  ctx: ServiceContext,
  caller: Caller,
  { from, to }: QuoteInput,
  rows: readonly SideWalletRow[],
): Promise<Outcome<never, "wallet_not_found" | "session_ended">> {
  const named = [from, to].flatMap((side) => ("walletId" in side ? [side.walletId] : []));
  const isOwn = (id: string) => rows.some((row) => row.id === id && row.owner_id === caller.userId);
  const foreign = named.find((id) => !isOwn(id));
  if (foreign === undefined) return refuse("wallet_not_found");
  const row = rows.find(({ id }) => id === foreign);
  return refuseWallet(ctx, caller, foreign, row && { ownerId: row.owner_id });
}

function partsOf({ from, to, side, amount, market }: QuoteInput): (string | null)[] {
  const name = (s: SideName) =>
    "walletId" in s ? ["wallet", s.walletId] : ["currency", s.currency];
  // 10 and 10.00 are one amount.
  const plain = amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
  return ["quote", ...name(from), ...name(to), side, plain, market];
}
