// The decision, and nothing else: from locked rows and commands to outcomes, entries and new balances.
// No I/O, no clock, no randomness, so that the same batch always decides the same.

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

/** Decides a batch in the order of its cases; each sees the balances that the ones before it left. */
export function decide(
  cases: readonly Case[],
  locked: ReadonlyMap<WalletId, LockedWallet>,
): Decision {
  const wallets = new Map(locked);
  const remembered = new IdempotencyIndex();
  const entries: Entry[] = [];
  const violations: { actorId: UserId; walletId: WalletId }[] = [];

  const verdicts = cases.map((one): Verdict => {
    // First, whatever became of its session or its wallet since: it is told what it did.
    if (one.isPosted) return { kind: "replay", transactionId: one.command.transactionId };
    if (one.isBlocked) return { kind: "blocked" };
    if (!one.isSessionActive) return { kind: "refused", code: "session_ended" };
    const earlier = remembered.find(one);
    if (earlier) return earlier;

    const from = one.fromWalletId ? wallets.get(one.fromWalletId) : undefined;
    const to = one.toWalletId ? wallets.get(one.toWalletId) : undefined;
    const own = one.command.from ? from : to;
    if (!own) return { kind: "refused", code: "wallet_not_found" };
    if (own.ownerId !== one.command.actorId) {
      violations.push({ actorId: one.command.actorId, walletId: own.id });
      return { kind: "refused", code: ownershipRefusal(one.command) };
    }

    // Each wallet's changes go through its own object. The default wallet may have changed since the
    // caller's token was signed.
    if (own.id !== one.viaWalletId) return { kind: "misrouted", walletId: own.id };

    // Not recorded, so that the same key is free when the person has proven themselves.
    if (one.lacksStepUp && asksForStepUp(one.command)) {
      return { kind: "refused", code: "step_up_required" };
    }

    const failureCode = failureOf(one.command, from, to);
    const written = failureCode ? [] : post(one, from, to, wallets);
    entries.push(...written);
    const transaction = record(one, failureCode, from, to, ownLegs(written, one, wallets));
    remembered.keep(one.command);
    return { kind: "recorded", transaction };
  });

  const changed = [...wallets.values()].filter((wallet) => locked.get(wallet.id) !== wallet);
  return { verdicts, entries, wallets: changed, violations };
}

/** By id, another person's wallet does not exist; by phone, its existence is no secret. */
function ownershipRefusal(command: MoneyCommand): UnrecordedRefusal {
  const side = command.from ?? command.to;
  return side?.by === "phone" ? "not_wallet_owner" : "wallet_not_found";
}

/** Whether so much money leaves that its owner proves a second factor first. */
function asksForStepUp({ from, amountMinor, currency }: MoneyCommand): boolean {
  return from !== null && amountMinor > stepUpThresholdMinor(currency);
}

/** The first reason, in order of precedence, why this command fails; null when it succeeds. */
function failureOf(
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

/** Moves the money between the two sides: new balances in `wallets`, and two entries that sum to zero. */
function post(
  one: Case,
  from: LockedWallet | undefined,
  to: LockedWallet | undefined,
  wallets: Map<WalletId, LockedWallet>,
): Entry[] {
  const { transactionId, currency, amountMinor } = one.command;
  const leg = (wallet: LockedWallet | undefined, amount: bigint): Entry => {
    if (!wallet) {
      if (!one.counterWalletId) throw new Error(`no counter-account for ${currency}`);
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
  return [leg(from, -amountMinor), leg(to, amountMinor)];
}

function ownLegs(
  written: readonly Entry[],
  { command }: Case,
  wallets: ReadonlyMap<WalletId, LockedWallet>,
): Leg[] {
  return written.flatMap(({ walletId, amountMinor, balanceAfterMinor, seq }) =>
    balanceAfterMinor !== null && seq !== null && wallets.get(walletId)?.ownerId === command.actorId
      ? [{ walletId, amountMinor, balanceAfterMinor, seq }]
      : [],
  );
}

function record(
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
