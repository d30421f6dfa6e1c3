import { z } from "zod";
import { currencyOf } from "../domain/currency.ts";
import { type TransactionId, toWireId } from "../domain/ids.ts";
import { formatAmount } from "../domain/money.ts";
import { type RefundTotal, refundableMinor } from "../domain/refund.ts";
import { Amount } from "./amount.ts";
import { idText } from "./ids.ts";
import { Note } from "./transaction-requests.ts";
import { TransactionBody, TransactionPreview } from "./transactions.ts";

/** POST /v1/transactions/{id}/refunds. */
export const CreateRefund = z
  .strictObject({
    amount: Amount.optional().meta({
      description:
        "In the currency that you got: the payment's, or the target currency of an exchange. Without it, all that is left.",
    }),
    note: Note.optional(),
  })
  .meta({ id: "RefundRequest" });

export const totalFields = {
  refunded: z.string().meta({
    description:
      "What refunds and reversals have given back of the original together, in the currency that its receiver got.",
    examples: ["100.00"],
  }),
  refundable: z.string().meta({
    description: "What its receiver can still give back.",
    examples: ["150.00"],
  }),
};

export const RefundBody = z.object({ ...TransactionBody.shape, ...totalFields }).meta({
  id: "Refund",
  description: "A recorded refund, and what was given back of its original when it was committed.",
});

export const RefundPreview = z.object({ ...TransactionPreview.shape, ...totalFields }).meta({
  id: "RefundPreview",
  description: "What a dry run would have recorded, and what it would have given back in total.",
});

export type RefundBody = z.infer<typeof RefundBody>;

/** The wire form of a total. */
export function totalBody(total: RefundTotal): Pick<RefundBody, "refunded" | "refundable"> {
  const { exponent } = currencyOf(total.currency);
  return {
    refunded: formatAmount(total.refundedMinor, exponent),
    refundable: formatAmount(refundableMinor(total), exponent),
  };
}

const RefundsBody = z
  .object({
    currency: z.string().meta({
      description: "The currency that the receiver got.",
      examples: ["YEM"],
    }),
    ...totalFields,
    transaction_ids: z.array(idText("txn", "A refund or reversal.")).meta({
      description: "The refunds and reversals, the last committed first.",
    }),
  })
  .meta({
    id: "Refunds",
    description: "How much of a transaction was given back, and by which transactions.",
  });

/** GET /v1/transactions/{id}. */
export const TransactionDetails = z
  .object({
    ...TransactionBody.shape,
    refunds: RefundsBody.nullable().meta({
      description:
        "What was given back of a successful TRANSFER, CAPTURE or DEPOSIT. Null for others.",
    }),
  })
  .meta({ id: "TransactionDetails" });

export type TransactionDetails = z.infer<typeof TransactionDetails>;

/** What was given back of a transaction, for its two parties. */
export interface ShownRefunds extends RefundTotal {
  /** Whether its receiver may refund it. */
  readonly isRefundable: boolean;
  readonly ids: readonly TransactionId[];
}

/** The wire form of a transaction with what was given back of it. */
export function transactionDetails(
  transaction: TransactionBody,
  refunds: ShownRefunds | null,
): TransactionDetails {
  if (!refunds) return { ...transaction, refunds: null };
  const { currency, isRefundable, ids } = refunds;
  const { refunded, refundable } = totalBody(refunds);
  const nothing = formatAmount(0n, currencyOf(currency).exponent);
  return {
    ...transaction,
    refunds: {
      currency,
      refunded,
      refundable: isRefundable ? refundable : nothing,
      transaction_ids: ids.map((id) => toWireId("txn", id)),
    },
  };
}
