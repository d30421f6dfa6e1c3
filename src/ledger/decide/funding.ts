// Decides deposits and withdrawals through a provider. The service acts after a signed event, which
// the batch has read: the event says what happened, the locked row whether it still can be applied.
import { OPEN_WITHDRAWALS_PER_WALLET_MAX, PAYOUT_TIMEOUT_HOURS } from "../../domain/bounds.ts";
import { FUNDING_PREFIXES, type FundingFailure, holdIdOf } from "../../domain/funding.ts";
import type { FundingEventId } from "../../domain/ids.ts";
import { unixMs } from "../../domain/instant.ts";
import { readableName } from "../../domain/reference.ts";
import type { Case, LockedWallet } from "../case.ts";
import type { LockedFunding } from "../funding-case.ts";
import { type Decided, type Decider, failing, posting, refused, sidesOf } from "./decided.ts";
import { captureHold, placeHold, releaseHold } from "./hold-changes.ts";
import { limitFailure } from "./limits.ts";
import { counterWallet } from "./post-legs.ts";
import { actorRefusal, payeeFailure, payerFailure } from "./wallet-failures.ts";
import type { WorkingBatch } from "./working-batch.ts";

const HOUR_MS = 3_600_000;

/** The open deposit or withdrawal that the command settles; undefined: none of these terms. */
function openFunding(
  { command }: Case,
  direction: LockedFunding["direction"],
  batch: WorkingBatch,
): LockedFunding | undefined {
  const { fundingId } = command.links;
  const found = fundingId && command.sessionId === null ? batch.funding.get(fundingId) : undefined;
  const isSame =
    found?.direction === direction &&
    found.amountMinor === command.amountMinor &&
    found.currency === command.currency &&
    found.userId === command.actorId;
  return isSame && (found.status === "pending" || found.status === "sent") ? found : undefined;
}

/** What the event that the command carries out says; undefined: there is no such event. */
const eventOf = ({ command }: Case, funding: LockedFunding) =>
  funding.events.get(command.transactionId);

/** The row after its end, with the decision about the event that caused it. */
function ended(
  one: Case,
  funding: LockedFunding,
  change: Pick<LockedFunding, "status"> & Partial<LockedFunding>,
  { nowMs }: WorkingBatch,
): LockedFunding {
  const eventId = one.command.transactionId as string as FundingEventId;
  const reason = change.failureCode === "provider_failed" ? null : (change.failureCode ?? null);
  const decided = eventOf(one, funding) ? [{ eventId, reason }] : [];
  return {
    ...funding,
    ...change,
    completedAtMs: nowMs,
    decisions: [...funding.decisions, ...decided],
  };
}

/**
 * Credits a pending deposit whose payment has arrived. A wallet that cannot take it, or a limit of
 * its owner, fails the deposit, and the money waits in suspense.
 */
export const creditFunding: Decider = (one, batch) => {
  const funding = openFunding(one, "deposit", batch);
  const event = funding && eventOf(one, funding);
  const { to } = sidesOf(one, batch);
  if (!funding || event?.type !== "deposit.succeeded") return refused("deposit_not_found");
  const isLate = funding.expiresAtMs <= batch.nowMs;
  if (isLate || !to || to.id !== funding.walletId) return refused("deposit_not_found");
  const { amountMinor } = funding;
  const code = payeeFailure(to, one.command);
  const succeeded = { status: "succeeded", paymentId: event.paymentId } as const;
  const credit = posting(
    [
      { wallet: counterWallet(one), amountMinor: -amountMinor },
      { wallet: to, amountMinor },
    ],
    { funding: [ended(one, funding, succeeded, batch)] },
  );
  const failure = code ? failing(code) : limitFailure(one, credit, batch);
  if (!failure) return credit;
  const failed = { status: "failed", failureCode: failure.code as FundingFailure } as const;
  return { ...failure, funding: [ended(one, funding, failed, batch)] };
};

/** Reserves money of the actor for a withdrawal, which the provider is to pay out. */
export const reserveWithdrawal: Decider = (one, batch) => {
  const { from } = sidesOf(one, batch);
  const refusal = actorRefusal(one);
  if (refusal) return refusal;
  if (!from) throw new Error("a withdrawal without its wallet");
  const code = payerFailure(from, one.command) ?? openWithdrawalsFailure(from, batch);
  if (code) return failing(code);
  const funding = newWithdrawal(one, from, batch);
  const placed = placeHold(from, {
    id: holdIdOf(funding.id),
    purpose: "withdrawal",
    fromWalletId: from.id,
    toWalletId: null,
    currency: funding.currency,
    amountMinor: funding.amountMinor,
    isPayerVoidable: false,
    note: null,
    createdAtMs: batch.nowMs,
    expiresAtMs: null,
  });
  return { ...placed, funding: [funding] };
};

/** Whether the wallet has as many open withdrawals as it may have. */
function openWithdrawalsFailure(
  { id }: LockedWallet,
  { openWithdrawals, funding }: WorkingBatch,
): "hold_limit_reached" | null {
  const added = [...funding.values()].filter((one) => one.isNew && one.walletId === id);
  const open = (openWithdrawals.get(id) ?? 0) + added.length;
  return open >= OPEN_WITHDRAWALS_PER_WALLET_MAX ? "hold_limit_reached" : null;
}

function newWithdrawal(
  { command }: Case,
  { id: walletId }: LockedWallet,
  { nowMs }: WorkingBatch,
): LockedFunding {
  const { links, actorId: userId, amountMinor, currency } = command;
  if (!links.fundingId) throw new Error("a withdrawal without its id");
  return {
    id: links.fundingId,
    direction: "withdrawal",
    userId,
    walletId,
    amountMinor,
    currency,
    status: "pending",
    reference: readableName(FUNDING_PREFIXES.withdrawal, links.fundingId, nowMs),
    paymentId: null,
    failureCode: null,
    createdAtMs: nowMs,
    expiresAtMs: unixMs(nowMs + PAYOUT_TIMEOUT_HOURS * HOUR_MS),
    completedAtMs: null,
    events: new Map(),
    isNew: true,
    decisions: [],
  };
}

/** The parts of an open withdrawal; null if the command does not fit one. */
function openWithdrawal(one: Case, batch: WorkingBatch) {
  const funding = openFunding(one, "withdrawal", batch);
  const hold = funding && batch.holds.get(holdIdOf(funding.id));
  const { from } = sidesOf(one, batch);
  if (!hold || !from || hold.state !== "open" || from.id !== hold.fromWalletId) return null;
  return { funding, hold, from };
}

/**
 * Settles a withdrawal that the provider has paid out. The money was reserved and has left, so
 * neither a freeze nor a suspension prevents it.
 */
export const settleWithdrawal: Decider = (one, batch) => {
  const found = openWithdrawal(one, batch);
  const event = found && eventOf(one, found.funding);
  if (!found || event?.type !== "payout.succeeded") return refused("withdrawal_not_found");
  const { funding, hold, from } = found;
  const { amountMinor } = hold;
  const whole = { amountMinor, isFinal: true, nowMs: batch.nowMs };
  const succeeded = { status: "succeeded", paymentId: event.paymentId } as const;
  return {
    ...captureHold(hold, from, counterWallet(one), whole),
    funding: [ended(one, funding, succeeded, batch)],
  };
};

/** Frees the money of a withdrawal that the provider has failed, or that is out of time. */
export const releaseWithdrawal: Decider = (one, batch): Decided => {
  const found = openWithdrawal(one, batch);
  if (!found) return refused("withdrawal_not_found");
  const { funding, hold, from } = found;
  const isFailed = eventOf(one, funding)?.type === "payout.failed";
  if (!isFailed && funding.expiresAtMs > batch.nowMs) return refused("withdrawal_not_found");
  const failed = { status: "failed", failureCode: "provider_failed" } as const;
  const change = isFailed ? failed : ({ status: "timed_out" } as const);
  const { nowMs } = batch;
  return {
    ...releaseHold(hold, from, nowMs),
    funding: [ended(one, funding, change, batch)],
  };
};
