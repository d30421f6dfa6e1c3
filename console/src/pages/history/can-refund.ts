import type { TransactionDetails } from "@mahfaza/client";
import { isZero } from "../../pay/amount-sign.ts";
import { movementOf } from "../../transactions/movement.ts";

type Seen = Parameters<typeof movementOf>[0] & Pick<TransactionDetails, "refunds">;

/** Only its recipient can refund a payment; the API tells both parties what is left of it. */
export function canRefund(transaction: Seen): boolean {
  const isReceived = movementOf(transaction).way === "in";
  return isReceived && !isZero(transaction.refunds?.refundable ?? "0");
}
