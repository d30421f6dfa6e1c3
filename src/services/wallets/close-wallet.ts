import { requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { DEFAULT_CURRENCY } from "../../domain/currency.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Transaction, UnpostedTransaction } from "../../domain/transaction.ts";
import type { ClosingRefusal } from "../../domain/wallet-command.ts";
import { notPosted, routeCommand } from "../commands/route-command.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { refuseWallet, selectOwner } from "./ownership/refuse-wallet.ts";

export interface CloseWalletInput {
  readonly walletId: WalletId;
  /** The wallet of the caller, in the same currency, that receives the balance. */
  readonly sweepToWalletId: WalletId | null;
  readonly idempotencyKey: string | null;
  readonly isDryRun: boolean;
}

/** `transaction` is the transfer of the balance; null: the wallet was empty. */
export type ClosedWallet =
  | {
      readonly isDryRun: false;
      readonly transaction: Transaction | null;
      readonly isReplay: boolean;
    }
  | { readonly isDryRun: true; readonly transaction: UnpostedTransaction | null };

export type CloseWalletRefusal = ClosingRefusal | "service_busy" | "outcome_unknown";

/**
 * Closes a wallet of the caller for good, through the wallet's queue: payments queued before it are
 * posted first, later ones find it closed. Its balance moves to `sweepToWalletId` in the same
 * commit. A closed default is followed by the oldest open wallet of the currency. Needs a step-up,
 * like the deletion of the account. Refusals: CLOSING_REFUSALS.
 */
export async function closeWallet(
  ctx: ServiceContext,
  caller: Caller,
  { walletId, sweepToWalletId, idempotencyKey, isDryRun }: CloseWalletInput,
): Promise<Outcome<ClosedWallet, CloseWalletRefusal>> {
  const route = await routeCommand(ctx, caller, { by: "id", walletId }, DEFAULT_CURRENCY);
  if (route === null) return refuse("session_ended");
  const createdAtMs = ctx.nowMs();
  const parts = ["close_wallet", walletId, sweepToWalletId];
  const outcome = await ctx.wallets.submit(route, {
    kind: "close_wallet",
    actorId: caller.userId,
    sessionId: caller.sessionId,
    walletId,
    sweepToWalletId,
    transactionId: newId("txn", createdAtMs),
    eventId: newId("aud", createdAtMs),
    createdAtMs,
    isDryRun,
    idempotency:
      idempotencyKey === null
        ? null
        : { key: idempotencyKey, ...requestFingerprint(ctx.config.fingerprintKey, parts) },
  });
  if (outcome.kind === "wallet_closed") {
    const { transaction, isReplay } = outcome;
    return done({ isDryRun: false, transaction, isReplay });
  }
  if (outcome.kind === "closing_previewed") {
    return done({ isDryRun: true, transaction: outcome.transaction });
  }
  if (outcome.kind !== "refused") return notPosted(outcome);
  const { code, walletId: named = walletId } = outcome;
  if (code === "wallet_not_found") {
    const [found] = await selectOwner(ctx.db, named);
    return refuseWallet(ctx, caller, named, found);
  }
  const isTarget = named === sweepToWalletId && named !== walletId;
  return { ...outcome, ok: false, ...(isTarget && { detail: TARGET_REFUSED }) };
}

const TARGET_REFUSED = "It is about the wallet in `sweep_to_wallet_id`.";
