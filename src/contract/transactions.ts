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
import { PostedAt } from "./instant.ts";

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
    legs: z.array(LegBody).meta({
      description: "The legs on your own wallets. Empty for a failed transaction.",
    }),
  })
  .meta({
    id: "Transaction",
    description: "The recorded outcome of a deposit, withdrawal or transfer.",
  });

export type TransactionBody = z.infer<typeof TransactionBody>;

const POSTED_ONLY = { id: true, reference: true, created_at: true, posted_at: true } as const;

export const TransactionPreview = TransactionBody.omit(POSTED_ONLY).meta({
  id: "TransactionPreview",
  description: "What a dry run would have recorded: a transaction without its id and times.",
});

export type TransactionPreview = z.infer<typeof TransactionPreview>;

/** The wire form of a transaction; its legs are those of the viewer's wallets. */
export function transactionBody(transaction: Transaction): TransactionBody {
  return {
    id: toWireId("txn", transaction.id),
    ...transactionPreview(transaction),
    reference: transaction.reference,
    created_at: new Date(transaction.createdAtMs).toISOString(),
    posted_at: transaction.postedAt,
  };
}

/** The wire form of a transaction that was decided and not recorded. */
export function transactionPreview(transaction: UnpostedTransaction): TransactionPreview {
  const { exponent } = currencyOf(transaction.currency);
  return {
    type: transaction.type,
    status: transaction.status,
    amount: formatAmount(transaction.amountMinor, exponent),
    currency: transaction.currency,
    from_wallet: walletWireId(transaction.fromWalletId),
    to_wallet: walletWireId(transaction.toWalletId),
    note: transaction.note,
    failure_code: transaction.failureCode,
    legs: transaction.legs.map(legBody),
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
