import { z } from "zod";
import { toWireId, type UserId, type WalletId } from "../domain/ids.ts";
import type { Transaction } from "../domain/transaction.ts";
import { idText } from "./ids.ts";
import { type ShownRefunds, TransactionDetails, transactionDetails } from "./refunds.ts";
import { transactionBody } from "./transactions.ts";

export const WatchedTransactionBody = TransactionDetails.omit({ counterparty: true })
  .extend({
    actor_id: idText("usr", "The user who asked for it, or the admin of a correction."),
    parties: z
      .array(
        z.object({ wallet_id: idText("wal", "The wallet."), user_id: idText("usr", "Its owner.") }),
      )
      .meta({ description: "The users' wallets on its two sides, the payer's first." }),
  })
  .meta({
    id: "WatchedTransaction",
    description: "A transaction as operators see it, with the legs on all users' wallets.",
  });

interface WatchedTransaction {
  readonly transaction: Transaction;
  readonly refunds: ShownRefunds | null;
  readonly parties: readonly { readonly walletId: WalletId; readonly userId: UserId }[];
}

/** The wire form of a transaction, for operators. */
export function watchedTransactionBody({
  transaction,
  refunds,
  parties,
}: WatchedTransaction): z.infer<typeof WatchedTransactionBody> {
  return {
    ...transactionDetails(transactionBody(transaction), refunds),
    actor_id: toWireId("usr", transaction.actorId),
    parties: parties.map(({ walletId, userId }) => ({
      wallet_id: toWireId("wal", walletId),
      user_id: toWireId("usr", userId),
    })),
  };
}
