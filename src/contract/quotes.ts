import { z } from "zod";
import { OPEN_QUOTES_MAX, QUOTE_SECONDS } from "../domain/bounds.ts";
import { currencyOf } from "../domain/currency.ts";
import { QUOTE_SIDES } from "../domain/exchange.ts";
import { toWireId } from "../domain/ids.ts";
import { formatAmount } from "../domain/money.ts";
import { QUOTE_STATUSES, type Quote } from "../domain/quote.ts";
import { Amount, CurrencyCode } from "./amount.ts";
import { idText, QuoteId, WalletId } from "./ids.ts";
import { MarketField } from "./rate-proposals.ts";
import { MarketBody, QuotedRate, quotedRateBody } from "./rates.ts";

/** The path parameter of `/v1/quotes/{id}`. */
export const QuoteIdParam = z.object({ id: QuoteId });

const issue = (ctx: z.RefinementCtx, path: string, code: string, message: string): never => {
  ctx.addIssue({ code: "custom", path: [path], message, params: { code } });
  return z.NEVER;
};

/** POST /v1/quotes. */
export const RequestQuote = z
  .strictObject({
    from_currency: CurrencyCode.optional().meta({
      description: "The currency to pay. This or from_wallet_id.",
    }),
    from_wallet_id: WalletId.optional().meta({
      description: "One of your wallets: its currency is paid.",
    }),
    to_currency: CurrencyCode.optional().meta({
      description: "The currency to receive. This or to_wallet_id.",
    }),
    to_wallet_id: WalletId.optional().meta({
      description:
        "One of your wallets: its currency is received. To pay somebody else, name to_currency.",
    }),
    amount: Amount,
    side: z.enum(QUOTE_SIDES).meta({
      description:
        "Whether `amount` is what you pay (source, the fee included) or what is received (target).",
    }),
    market: MarketField.optional().meta({
      description:
        "The market of the rial. Without it, that of the named wallet in YEM, else that of your default wallet in YEM.",
    }),
  })
  .transform((body, ctx) => {
    const { from_wallet_id, from_currency, to_wallet_id, to_currency, market, ...rest } = body;
    if (!!from_wallet_id === !!from_currency) return oneOf(ctx, "from_currency", "from_wallet_id");
    if (!!to_wallet_id === !!to_currency) return oneOf(ctx, "to_currency", "to_wallet_id");
    const from = from_wallet_id ? { walletId: from_wallet_id } : { currency: from_currency };
    const to = to_wallet_id ? { walletId: to_wallet_id } : { currency: to_currency };
    return { ...rest, from: from as SideName, to: to as SideName, market: market ?? null };
  })
  .meta({ id: "QuoteRequest" });

type SideName =
  | { readonly currency: z.output<typeof CurrencyCode> }
  | { readonly walletId: z.output<typeof WalletId> };

const oneOf = (ctx: z.RefinementCtx, one: string, other: string): never =>
  issue(ctx, one, "required", `must stand in the body, or else ${other}, but not both`);

const amount = (description: string, example: string) =>
  z.string().meta({ description, examples: [example] });

export const QuoteBody = z
  .object({
    id: idText("quo", "The quote."),
    status: z.enum(QUOTE_STATUSES).meta({
      description: `Open quotes can be used. You have at most ${OPEN_QUOTES_MAX}.`,
    }),
    side: z.enum(QUOTE_SIDES),
    from_currency: z.string().meta({ examples: ["USD"] }),
    to_currency: z.string().meta({ examples: ["YEM"] }),
    market: MarketBody,
    source_amount: amount("What leaves the source wallet, the fee included.", "100.00"),
    fee_amount: amount("The part of source_amount that is the fee.", "0.20"),
    target_amount: amount("What reaches the target wallet.", "160867.62"),
    rate: QuotedRate.nullable().meta({
      description:
        "The rate with its spread and fee apart. Null: YER into YEM, one to one and without a fee.",
    }),
    from_wallet_id: idText("wal", "The wallet that the request named.").nullable(),
    to_wallet_id: idText("wal", "The wallet that the request named.").nullable(),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    expires_at: z.iso.datetime().meta({
      description: `From then on it cannot be used: ${QUOTE_SECONDS} seconds after it was made, by the database's time.`,
      examples: ["2026-11-23T09:30:30.000Z"],
    }),
  })
  .meta({ id: "Quote", description: "An offer to exchange money, which can be used once." });

/** The wire form of a quote. */
export function quoteBody(quote: Quote): z.infer<typeof QuoteBody> {
  const [source, target] = [currencyOf(quote.from).exponent, currencyOf(quote.to).exponent];
  return {
    id: toWireId("quo", quote.id),
    status: quote.status,
    side: quote.side,
    from_currency: quote.from,
    to_currency: quote.to,
    market: quote.market,
    source_amount: formatAmount(quote.sourceMinor, source),
    fee_amount: formatAmount(quote.feeMinor, source),
    target_amount: formatAmount(quote.targetMinor, target),
    rate: quote.rate && quotedRateBody(quote.rate),
    from_wallet_id: quote.fromWalletId && toWireId("wal", quote.fromWalletId),
    to_wallet_id: quote.toWalletId && toWireId("wal", quote.toWalletId),
    created_at: quote.createdAt.toISOString(),
    expires_at: quote.expiresAt.toISOString(),
  };
}
