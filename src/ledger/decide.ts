// Decides a batch: from commands and locked rows it computes verdicts, entries and new balances. It
// has no I/O, no clock and no randomness, so equal input always gives an equal decision.

import { BALANCE_MINOR_MAX } from "../domain/bounds.ts";
import type { MoneyCommand } from "../domain/command.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { referenceOf } from "../domain/reference.ts";
import type { FailureCode, UnrecordedRefusal } from "../domain/refusal.ts";
import { stepUpThresholdMinor } from "../domain/second-factor.ts";
import type { Leg, UnpostedTransaction } from "../domain/transaction.ts";
import { availableMinor } from "../domain/wallet.ts";
import type { Case, Decision, Entry, LockedWallet, Verdict } from "./case.ts";
import { IdempotencyIndex } from "./idempotency.ts";

/** The state of a batch while its cases are decided one after another. */
interface BatchState {
  /** As the previous cases left them. */
  readonly wallets: Map<WalletId, LockedWallet>;
  readonly requests: IdempotencyIndex;
  readonly entries: Entry[];
  readonly violations: { actorId: UserId; walletId: WalletId }[];
}

/**
 * Decides a batch in the order of its cases; each case sees the balances that the previous ones
 * left.
 */
export function decide(
  cases: readonly Case[],
  locked: ReadonlyMap<WalletId, LockedWallet>,
): Decision {
  const wallets = new Map(locked);
  const batch = { wallets, requests: new IdempotencyIndex(), entries: [], violations: [] };
  const verdicts = cases.map((one) => decideOne(one, batch));
  const changed = [...wallets.values()].filter((wallet) => locked.get(wallet.id) !== wallet);
  const { entries, violations } = batch;
  return { verdicts, entries, wallets: changed, violations };
}

function decideOne(one: Case, batch: BatchState): Verdict {
  const { command } = one;
  // First: a posted command is a replay, even if its session or wallet has changed since.
  if (one.isPosted) return { kind: "replay", transactionId: command.transactionId };
  if (one.isBlocked) return { kind: "blocked" };
  if (!one.isSessionActive) return { kind: "refused", code: "session_ended" };
  const repeated = batch.requests.find(one);
  if (repeated) return repeated;

  const from = one.fromWalletId ? batch.wallets.get(one.fromWalletId) : undefined;
  const to = one.toWalletId ? batch.wallets.get(one.toWalletId) : undefined;
  const own = command.from ? from : to;
  if (!own) return { kind: "refused", code: "wallet_not_found" };
  if (own.ownerId !== command.actorId) {
    batch.violations.push({ actorId: command.actorId, walletId: own.id });
    return { kind: "refused", code: ownershipRefusal(command) };
  }

  // Each wallet's changes must pass its own object. The default wallet can have changed after the
  // access token, which names it, was signed.
  if (own.id !== one.viaWalletId) return { kind: "misrouted", walletId: own.id };

  // Not recorded, so that the client can repeat the request with the same key after the step-up.
  if (one.lacksStepUp && exceedsStepUpThreshold(command)) {
    return { kind: "refused", code: "step_up_required" };
  }

  const failureCode = failureCodeOf(command, from, to);
  const entries = failureCode ? [] : moveMoney(one, from, to, batch.wallets);
  batch.entries.push(...entries);
  batch.requests.add(command);
  const legs = ownLegs(entries, one, batch.wallets);
  return { kind: "recorded", transaction: transactionOf(one, failureCode, from, to, legs) };
}

/**
 * A wallet of another user: named by its id it must seem not to exist; named by phone it is no
 * secret.
 */
function ownershipRefusal(command: MoneyCommand): UnrecordedRefusal {
  const side = command.from ?? command.to;
  return side?.by === "phone" ? "not_wallet_owner" : "wallet_not_found";
}

/** Whether the payment is so large that it needs a fresh second factor. */
function exceedsStepUpThreshold({ from, amountMinor, currency }: MoneyCommand): boolean {
  return from !== null && amountMinor > stepUpThresholdMinor(currency);
}

/** The first reason, in order of precedence, why this command fails; null if it succeeds. */
function failureCodeOf(
  command: MoneyCommand,
  from: LockedWallet | undefined,
  to: LockedWallet | undefined,
): FailureCode | null {
  const { amountMinor, currency } = command;
  if (command.from && command.to) {
    if (!to) return "recipient_not_found";
    if (to.id === from?.id) return "same_wallet";
  }
  const own = command.from ? from : to;
  if (own?.status === "frozen") return "wallet_frozen";
  if (own?.status === "closed") return "wallet_closed";
  if (to && to.status !== "active") return "recipient_unavailable";
  if ((from && from.currency !== currency) || (to && to.currency !== currency)) {
    return "currency_mismatch";
  }
  if (from && availableMinor(from) < amountMinor) return "insufficient_funds";
  if (to && to.balanceMinor + amountMinor > BALANCE_MINOR_MAX) return "balance_limit_exceeded";
  return null;
}

/** Updates the balances in `wallets`, and returns two entries that sum to zero. */
function moveMoney(
  one: Case,
  from: LockedWallet | undefined,
  to: LockedWallet | undefined,
  wallets: Map<WalletId, LockedWallet>,
): Entry[] {
  const { transactionId, currency, amountMinor } = one.command;
  const entryOf = (wallet: LockedWallet | undefined, amount: bigint): Entry => {
    if (!wallet) {
      if (!one.counterWalletId) throw new Error(`no system wallet for ${currency}`);
      const walletId = one.counterWalletId;
      return {
        transactionId,
        walletId,
        currency,
        amountMinor: amount,
        balanceAfterMinor: null,
        seq: null,
      };
    }
    const balanceMinor = wallet.balanceMinor + amount;
    const seq = wallet.seq + 1n;
    wallets.set(wallet.id, { ...wallet, balanceMinor, seq });
    return {
      transactionId,
      walletId: wallet.id,
      currency,
      amountMinor: amount,
      balanceAfterMinor: balanceMinor,
      seq,
    };
  };
  return [entryOf(from, -amountMinor), entryOf(to, amountMinor)];
}

/** The entries on wallets of the actor, as legs of the response. */
function ownLegs(
  entries: readonly Entry[],
  { command }: Case,
  wallets: ReadonlyMap<WalletId, LockedWallet>,
): Leg[] {
  return entries.flatMap(({ walletId, amountMinor, balanceAfterMinor, seq }) =>
    balanceAfterMinor !== null && seq !== null && wallets.get(walletId)?.ownerId === command.actorId
      ? [{ walletId, amountMinor, balanceAfterMinor, seq }]
      : [],
  );
}

function transactionOf(
  { command }: Case,
  failureCode: FailureCode | null,
  from: LockedWallet | undefined,
  to: LockedWallet | undefined,
  legs: readonly Leg[],
): UnpostedTransaction {
  const { transactionId: id, type, createdAtMs } = command;
  return {
    id,
    type,
    status: failureCode ? "failed" : "success",
    amountMinor: command.amountMinor,
    currency: command.currency,
    fromWalletId: from?.id ?? null,
    toWalletId: to?.id ?? null,
    reference: referenceOf(type, id, createdAtMs),
    note: command.note,
    failureCode,
    actorId: command.actorId,
    createdAtMs,
    legs,
  };
}
