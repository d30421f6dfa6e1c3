// Decides a batch: from commands and locked rows it computes verdicts, entries and new balances. It
// has no I/O, no clock and no randomness, so equal input always gives an equal decision.

import type { MoneyCommand } from "../domain/command.ts";
import type { WalletId } from "../domain/ids.ts";
import { referenceOf } from "../domain/reference.ts";
import type { FailureCode } from "../domain/refusal.ts";
import { stepUpThresholdMinor } from "../domain/second-factor.ts";
import type { Leg, UnpostedTransaction } from "../domain/transaction.ts";
import { BatchCounts } from "./batch-counts.ts";
import type { Case, Decision, Entry, LockedWallet, OwnershipViolation, Verdict } from "./case.ts";
import { ownFailureCode, recipientFailureCode, type Sides } from "./failure-code.ts";
import { IdempotencyIndex } from "./idempotency.ts";
import { moveMoney } from "./move-money.ts";

type Refused = Extract<Verdict, { readonly kind: "refused" }>;

/** The state of a batch while its cases are decided one after another. */
interface BatchState {
  /** As the previous cases left them. */
  readonly wallets: Map<WalletId, LockedWallet>;
  readonly requests: IdempotencyIndex;
  readonly counts: BatchCounts;
  readonly entries: Entry[];
  /** By actor and wallet: each is one audit event. */
  readonly violations: Map<string, OwnershipViolation>;
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
  const batch: BatchState = {
    wallets,
    requests: new IdempotencyIndex(),
    counts: new BatchCounts(),
    entries: [],
    violations: new Map(),
  };
  const verdicts = cases.map((one) => decideOne(one, batch));
  const changed = [...wallets.values()].filter((wallet) => locked.get(wallet.id) !== wallet);
  return {
    verdicts,
    entries: batch.entries,
    wallets: changed,
    violations: [...batch.violations.values()],
    recipientAttempts: batch.counts.recipientAttempts,
  };
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
  const refused = ownershipRefusal(one, own, batch);
  if (refused) return refused;

  // Each wallet's changes must pass its own object. The default wallet can have changed after the
  // access token, which names it, was signed.
  if (own && own.id !== one.viaWalletId) return { kind: "misrouted", walletId: own.id };

  const failureCode = failureCodeOf(one, { from, to }, batch.counts);
  if (failureCode !== null && typeof failureCode === "object") return failureCode;
  const entries = failureCode ? [] : moveMoney(one, from, to, batch.wallets);
  batch.entries.push(...entries);
  batch.requests.add(command);
  const legs = ownLegs(entries, one, batch.wallets);
  return { kind: "recorded", transaction: transactionOf(one, failureCode, { from, to }, legs) };
}

/**
 * Refuses a command whose own side is not a wallet of the actor; null if it is. A wallet of another
 * user that is named by its id must seem not to exist. A phone that is not the actor's own is
 * refused as that, registered or not: the statement does not look it up.
 */
function ownershipRefusal(
  { command, namesOwnPhone }: Case,
  own: LockedWallet | undefined,
  { violations }: BatchState,
): Refused | null {
  const { actorId } = command;
  if (own?.ownerId === actorId) return null;
  const isForeignPhone = (command.from ?? command.to)?.by === "phone" && !namesOwnPhone;
  if (own || isForeignPhone) {
    const walletId = own?.id ?? null;
    violations.set(`${actorId} ${walletId}`, { actorId, walletId });
  }
  return { kind: "refused", code: isForeignPhone ? "not_wallet_owner" : "wallet_not_found" };
}

/** Whether the payment is so large that it needs a fresh second factor. */
function exceedsStepUpThreshold({ from, amountMinor, currency }: MoneyCommand): boolean {
  return from !== null && amountMinor > stepUpThresholdMinor(currency);
}

/**
 * The first reason, in order of precedence, why this command fails; null if it succeeds. A refusal
 * instead, if the command must not be recorded now.
 */
function failureCodeOf(one: Case, sides: Sides, counts: BatchCounts): FailureCode | Refused | null {
  const { command } = one;
  if (one.isSuspended) return recordable(one, "account_suspended", counts);
  // Not recorded, so that the client can repeat the request with the same key after the step-up.
  if (one.lacksStepUp && exceedsStepUpThreshold(command)) {
    return { kind: "refused", code: "step_up_required" };
  }
  const isToAnother = isTransferToAnother(one, sides);
  const ownCode = ownFailureCode(command, sides, !isToAnother);
  if (ownCode) return recordable(one, ownCode, counts);
  if (!isToAnother) {
    const isFound = command.to === null || sides.to !== undefined;
    return isFound ? null : recordable(one, "recipient_not_found", counts);
  }
  // Before the recipient is considered: a wait that only unknown recipients had would tell of them.
  const waitSeconds = counts.recipientWaitSeconds(one);
  if (waitSeconds > 0) return waitFor(waitSeconds);
  const code = recipientFailureCode(command, sides.to);
  if (code === null) return null;
  const recorded = recordable(one, code, counts);
  if (recorded === "recipient_not_found") counts.addRecipientAttempt(one);
  return recorded;
}

/** The code, counted as recorded; a refusal if the actor has too many failures with it. */
function recordable(one: Case, code: FailureCode, counts: BatchCounts): FailureCode | Refused {
  const waitSeconds = counts.failureWaitSeconds(one, code);
  if (waitSeconds > 0) return waitFor(waitSeconds);
  counts.addFailure(one, code);
  return code;
}

const waitFor = (retryAfterSeconds: number): Refused => ({
  kind: "refused",
  code: "too_many_attempts",
  retryAfterSeconds,
});

/** Whether the command pays somebody else, or a recipient who is not found. */
function isTransferToAnother({ command, namesOwnPhone }: Case, { to }: Sides): boolean {
  if (!command.from || !command.to) return false;
  return to ? to.ownerId !== command.actorId : !(command.to.by === "phone" && namesOwnPhone);
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
  { from, to }: Sides,
  legs: readonly Leg[],
): UnpostedTransaction {
  const { transactionId: id, type, createdAtMs } = command;
  // A failed transaction tells its actor nothing about another user's wallet, not even its id.
  const isShown = !failureCode || to?.ownerId === command.actorId;
  return {
    id,
    type,
    status: failureCode ? "failed" : "success",
    amountMinor: command.amountMinor,
    currency: command.currency,
    fromWalletId: from?.id ?? null,
    toWalletId: (isShown && to?.id) || null,
    reference: referenceOf(type, id, createdAtMs),
    note: command.note,
    failureCode,
    actorId: command.actorId,
    createdAtMs,
    legs,
  };
}
