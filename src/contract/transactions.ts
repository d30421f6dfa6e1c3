import { z } from "zod";
import { currencyOf } from "../domain/currency.ts";
import { toWireId, type WalletId } from "../domain/ids.ts";
import { formatAmount } from "../domain/money.ts";
import { FAILURE_CODES } from "../domain/refusal.ts";
import {
  type Leg,
  TRANSACTION_STATUSES,
  TRANSACTION_TYPES,
  type Transaction,
  type UnpostedTransaction,
} from "../domain/transaction.ts";
import { CounterpartyBody, counterpartyBody } from "./counterparty.ts";
import { PostedAt } from "./instant.ts";
import { MarketBody, QuotedRate, quotedRateBody } from "./rates.ts";

const LegBody = z
  .object({
    wallet_id: z.string().meta({ examples: ["wal_01kazv5q0vfvtrx6r2n1p3b4c5"] }),
    currency: z.string().meta({ description: "The wallet's currency.", examples: ["YEM"] }),
    amount: z.string().meta({
      description: "Signed decimal in major units; negative leaves the wallet.",
      examples: ["-250.00"],
    }),
    balance_after: z.string().meta({
      description: "The wallet's balance right after this transaction.",
      examples: ["2250.00"],
    }),
    seq: z
      .int()
      .positive()
      .meta({
        description: "Position in the wallet's history: 1, 2, 3 … without a gap.",
        examples: [2],
      }),
  })
  .meta({ id: "Leg", description: "What a transaction did to one of your wallets." });

const exchangeAmount = (description: string, example: string) =>
  z.string().meta({ description, examples: [example] });

const ExchangeBody = z
  .object({
    quote_id: z.string().meta({ examples: ["quo_01kazv5q0vfvtrx6r2n1p3b4c5"] }),
    source_currency: z.string().meta({ examples: ["USD"] }),
    source_amount: exchangeAmount("What left the source wallet, the fee included.", "100.00"),
    fee_amount: exchangeAmount("The part of source_amount that was the fee.", "0.20"),
    target_currency: z.string().meta({ examples: ["YEM"] }),
    target_amount: exchangeAmount("What reached the target wallet.", "160867.62"),
    market: MarketBody,
    rate: QuotedRate.nullable().meta({ description: "Null: YER into YEM, one to one." }),
  })
  .meta({ id: "Exchange", description: "The rate, the amounts and the fee of an exchange." });

export const TransactionBody = z
  .object({
    id: z.string().meta({ examples: ["txn_01kazv5q0vfvtrx6r2n1p3b4c5"] }),
    type: z.enum(TRANSACTION_TYPES),
    status: z.enum(TRANSACTION_STATUSES),
    amount: z.string().meta({
      description: "Unsigned decimal in major units with exactly the currency's decimals.",
      examples: ["250.00"],
    }),
    currency: z.string().meta({ examples: ["YEM"] }),
    from_wallet: z
      .string()
      .nullable()
      .meta({
        description: "The wallet that paid. Null for a deposit.",
        examples: ["wal_01kazv5q0vfvtrx6r2n1p3b4c5"],
      }),
    to_wallet: z
      .string()
      .nullable()
      .meta({
        description:
          "The wallet that was paid. Null for a withdrawal, and for a failed transfer to somebody else.",
        examples: ["wal_01kazv5q0vfvtrx6r2n1p3b4c7"],
      }),
    original_id: z
      .string()
      .nullable()
      .meta({
        description:
          "The transaction that a REFUND or REVERSAL gives back, or part of it. Null for others.",
        examples: ["txn_01kazv5q0vfvtrx6r2n1p3b4c9"],
      }),
    reference: z.string().meta({
      description: "The readable, unique name of the transaction.",
      examples: ["TRF-261123-7K3M-9QXT-2A4B"],
    }),
    note: z
      .string()
      .nullable()
      .meta({ examples: ["rent"] }),
    failure_code: z.enum(FAILURE_CODES).nullable().meta({
      description: "Why a failed transaction was refused. Null for a successful one.",
    }),
    created_at: z.iso.datetime().meta({
      description: "When the service received the request.",
      examples: ["2026-11-23T09:30:00.000Z"],
    }),
    posted_at: PostedAt,
    hold_id: z
      .string()
      .optional()
      .meta({
        description: "The hold that it placed, changed, captured or voided.",
        examples: ["hld_01kazv5q0vfvtrx6r2n1p3b4c5"],
      }),
    exchange: ExchangeBody.nullable().meta({
      description:
        "Of an exchange, and of a transfer with a quote for its payer: what it was made at. Else null. The receiver of such a transfer sees `amount` and `currency` as they arrived.",
    }),
    counterparty: CounterpartyBody.nullable().optional().meta({
      description:
        "The owner of the wallet on the other side. Only in what you read of your own: GET /v1/transactions, /v1/transactions/{id} and /v1/holds/{id}. Null for deposits, withdrawals, exchanges, corrections, failed transactions and deleted accounts.",
    }),
    legs: z.array(LegBody).meta({
      description: "The legs on your own wallets. Empty for a failed transaction.",
    }),
  })
  .meta({
    id: "Transaction",
    description: "The recorded outcome of one operation.",
  });

export type TransactionBody = z.infer<typeof TransactionBody>;

const POSTED_ONLY = {
  id: true,
  reference: true,
  created_at: true,
  posted_at: true,
  counterparty: true,
} as const;

export const TransactionPreview = TransactionBody.omit(POSTED_ONLY).meta({
  id: "TransactionPreview",
  description: "What a dry run would have recorded: a transaction without its id and times.",
});

export type TransactionPreview = z.infer<typeof TransactionPreview>;

/** The wire form of a transaction; its legs are those of the viewer's wallets. */
export function transactionBody(transaction: Transaction): TransactionBody {
  const { counterparty } = transaction;
  return {
    id: toWireId("txn", transaction.id),
    ...transactionPreview(transaction),
    ...(counterparty !== undefined && { counterparty: counterpartyBody(counterparty) }),
    ...(transaction.links.holdId && { hold_id: toWireId("hld", transaction.links.holdId) }),
    reference: transaction.reference,
    created_at: new Date(transaction.createdAtMs).toISOString(),
    posted_at: transaction.postedAt,
  };
}

/** The wire form of a transaction that was decided and not recorded. */
export function transactionPreview(transaction: UnpostedTransaction): TransactionPreview {
  const { currency, amountMinor } = seenAmount(transaction);
  const { originalId, holdId } = transaction.links;
  return {
    type: transaction.type,
    status: transaction.status,
    amount: formatAmount(amountMinor, currencyOf(currency).exponent),
    currency,
    from_wallet: walletWireId(transaction.fromWalletId),
    to_wallet: walletWireId(transaction.toWalletId),
    original_id: originalId ? toWireId("txn", originalId) : null,
    note: transaction.note,
    failure_code: transaction.failureCode,
    // A hold that a dry run would place has no id.
    ...(holdId && transaction.type !== "HOLD" && { hold_id: toWireId("hld", holdId) }),
    exchange: isPayer(transaction) ? exchangeBody(transaction) : null,
    legs: transaction.legs.map(legBody),
  };
}

/** Whether the viewer, whose legs the transaction has, is the one who paid. */
function isPayer({ legs, fromWalletId }: UnpostedTransaction): boolean {
  return legs.length === 0 || legs.some(({ walletId }) => walletId === fromWalletId);
}

/** The amount in the viewer's currency. */
function seenAmount(
  transaction: UnpostedTransaction,
): Pick<UnpostedTransaction, "currency" | "amountMinor"> {
  const { exchange } = transaction;
  if (!exchange || isPayer(transaction)) return transaction;
  return { currency: exchange.to, amountMinor: exchange.targetMinor };
}

function exchangeBody({
  exchange,
  links,
}: UnpostedTransaction): z.infer<typeof ExchangeBody> | null {
  if (!exchange || !links.quoteId) return null;
  const { from, to, sourceMinor, feeMinor, targetMinor, market, rate } = exchange;
  const source = currencyOf(from).exponent;
  return {
    quote_id: toWireId("quo", links.quoteId),
    source_currency: from,
    source_amount: formatAmount(sourceMinor, source),
    fee_amount: formatAmount(feeMinor, source),
    target_currency: to,
    target_amount: formatAmount(targetMinor, currencyOf(to).exponent),
    market,
    rate: rate && quotedRateBody(rate),
  };
}

function legBody(leg: Leg): z.infer<typeof LegBody> {
  const { exponent } = currencyOf(leg.currency);
  return {
    wallet_id: toWireId("wal", leg.walletId),
    currency: leg.currency,
    amount: formatAmount(leg.amountMinor, exponent),
    balance_after: formatAmount(leg.balanceAfterMinor, exponent),
    seq: Number(leg.seq),
  };
}

function walletWireId(id: WalletId | null): string | null {
  return id && toWireId("wal", id);
}
