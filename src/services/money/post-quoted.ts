import type { MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import type { QuoteId, WalletId } from "../../domain/ids.ts";
import type { TransactionType } from "../../domain/transaction.ts";
import { moneyCommand } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readQuote } from "../quotes/read-quote.ts";
import { recipientCounterKey } from "./recipient-counter.ts";
import { sendCommand } from "./send-command.ts";

/** A request to use a quote. */
export interface QuotedRequest {
  readonly type: Extract<TransactionType, "EXCHANGE" | "TRANSFER">;
  readonly quoteId: QuoteId;
  /** Null: the wallet that the quote names, else the caller's default wallet of its currency. */
  readonly from: WalletAddress | null;
  /** The same for the other side. */
  readonly to: WalletAddress | null;
  readonly note: string | null;
  readonly idempotencyKey: string | null;
  readonly isDryRun: boolean;
}

/**
 * Exchanges money, or pays somebody in their currency, at the rate of a quote. The quote is read here
 * for its amounts, which never change, and kept longer than any idempotency key: so a repeated
 * request is the same command, and the ledger looks for its key before it looks at the quote.
 */
export async function postQuoted(
  ctx: ServiceContext,
  caller: Caller,
  { quoteId, from, to, ...request }: QuotedRequest,
): Promise<MoneyOutcome> {
  const found = await readQuote(ctx, caller, quoteId);
  if (!found.ok) return { kind: "refused", code: found.code };
  const quote = found.value;
  const payer = from ?? walletOr(quote.fromWalletId);
  const counterKey = request.type === "TRANSFER" ? recipientCounterKey(ctx, caller) : null;
  const money = {
    ...request,
    amountMinor: quote.sourceMinor,
    currency: quote.from,
    from: payer,
    to: to ?? walletOr(quote.toWalletId),
    links: { quoteId },
  };
  const command = { ...moneyCommand(ctx, caller, money, counterKey), toCurrency: quote.to };
  return sendCommand(ctx, caller, command, payer);
}

const walletOr = (walletId: WalletId | null): WalletAddress =>
  walletId ? { by: "id", walletId } : { by: "default" };
