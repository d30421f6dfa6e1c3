import type { Transaction } from "@mahfaza/client";
import { isNegative } from "./amount-sign.ts";

/** Transactions that have a receipt of their own after the form that made them. */
export type ReceiptType = Extract<
  Transaction["type"],
  "TRANSFER" | "DEPOSIT" | "WITHDRAW" | "EXCHANGE"
>;

/** Which of the viewer's wallets must have changed: one that gave, one that got, or both. */
const MOVED: Readonly<Record<ReceiptType, { readonly out: boolean; readonly in: boolean }>> = {
  TRANSFER: { out: true, in: false },
  DEPOSIT: { out: false, in: true },
  WITHDRAW: { out: true, in: false },
  EXCHANGE: { out: true, in: true },
};

/**
 * Whether a transaction is what the receipt of a form says: of the form's type, successful, and
 * made by the viewer. Who was paid by a transfer did not send it.
 */
export function isReceiptOf(
  { type, status, legs }: Pick<Transaction, "type" | "status" | "legs">,
  wanted: ReceiptType,
): boolean {
  const moved = MOVED[wanted];
  const hasOut = legs.some(({ amount }) => isNegative(amount));
  const hasIn = legs.some(({ amount }) => !isNegative(amount));
  return type === wanted && status === "success" && (!moved.out || hasOut) && (!moved.in || hasIn);
}
