// Decides a batch: from commands and locked rows it computes verdicts, entries and new balances. It
// has no I/O, no clock and no randomness, so equal input always gives an equal decision.
import type { MoneyCommand } from "../../domain/command.ts";
import type { WalletId } from "../../domain/ids.ts";
import { isSameMoney } from "../../domain/market.ts";
import { referenceOf } from "../../domain/reference.ts";
import type { Leg, Links, UnpostedTransaction } from "../../domain/transaction.ts";
import type { Case, Decision, Entry, LockedRows, LockedWallet, Refused, Verdict } from "../case.ts";
import { type Decided, type Failing, type Posting, sidesOf, waitFor } from "./decided.ts";
import { expireHolds } from "./expire-holds.ts";
import { KINDS } from "./kinds.ts";
import { countLimits, datedHolds, limitFailure } from "./limits.ts";
import { addOpening } from "./opened-wallet.ts";
import { positionChanges, postLegs } from "./post-legs.ts";
import { marketFailure, receiptOf } from "./quoted.ts";
import { changedRows, copyForDryRun, newBatch, type WorkingBatch } from "./working-batch.ts";

/**
 * Decides a batch in the order of its cases; each case sees the balances that the previous ones
 * left.
 */
export function decide(cases: readonly Case[], locked: LockedRows): Decision {
  const batch = newBatch(locked);
  expireHolds(batch);
  const verdicts = cases.map((one) =>
    decideOne(one, one.command.isDryRun ? copyForDryRun(batch) : batch),
  );
  return {
    verdicts,
    entries: batch.entries,
    wallets: changedRows(batch.wallets, locked.wallets),
    holds: changedRows(batch.holds, locked.holds),
    countedOn: batch.countedOn,
    openings: [...batch.openings.values()],
    originals: changedRows(batch.originals, locked.originals),
    positionChanges: positionChanges(batch, locked),
    funding: changedRows(batch.funding, locked.funding),
    proposals: changedRows(batch.proposals, locked.proposals),
    violations: [...batch.violations.values()],
    recipientAttempts: batch.counts.recipientAttempts,
  };
}

function decideOne(one: Case, batch: WorkingBatch): Verdict {
  const { command } = one;
  // First: a posted command is a replay, even if its session or wallet has changed since.
  if (one.isPosted) return { kind: "replay", transactionId: command.transactionId };
  if (one.isBlocked) return { kind: "blocked" };
  if (!one.isSessionActive) return { kind: "refused", code: "session_ended" };
  const repeated = batch.requests.find(one);
  if (repeated) return repeated;
  const refused = ownershipRefusal(one, batch);
  if (refused) return refused;

  // Each wallet's changes must pass its own object. The default wallet can have changed after the
  // access token, which names it, was signed.
  const changedId = command.from ? one.fromWalletId : one.toWalletId;
  if (changedId && changedId !== one.viaWalletId) {
    return { kind: "misrouted", walletId: changedId };
  }
  return record(one, withinMarket(one, KINDS[command.type].decide(one, batch), batch), batch);
}

/**
 * The decision, or a failure if it moves rials from a wallet of one market to a wallet of the other.
 */
function withinMarket(one: Case, decided: Decided, batch: WorkingBatch): Decided {
  if (decided.kind !== "posting" || one.command.links.quoteId) return decided;
  const { from, to } = sidesOf(one, batch);
  const isApart = from && to && from.currency === to.currency && !isSameMoney(from, to);
  return isApart ? marketFailure(one, to) : decided;
}

/** Posts what was decided, or records the failure. */
function record(one: Case, answer: Decided, batch: WorkingBatch): Verdict {
  const decided = answer.kind === "posting" ? withinLimits(one, answer, batch) : answer;
  if (decided.kind === "refused") return decided;
  const refused = decided.kind === "failing" ? countFailure(one, decided, batch) : null;
  if (refused) return refused;
  const { command } = one;
  for (const funding of decided.funding ?? []) batch.funding.set(funding.id, funding);
  const entries = decided.kind === "posting" ? post(one, decided, batch) : [];
  if (decided.kind === "posting") addOpening(one, batch);
  const { quoteId } = command.links;
  const quote = quoteId && batch.quotes.get(quoteId);
  if (quote && decided.kind === "posting") batch.quotes.set(quote.id, { ...quote, isUsed: true });
  const legs = ownLegs(entries, command, batch.wallets);
  const { amountMinor = command.amountMinor } = decided;
  const receipt = quote ? { exchange: receiptOf(quote) } : {};
  const transaction = {
    ...transactionOf(one, decided, batch, legs),
    amountMinor,
    ...receipt,
    ...(decided.kind === "failing" && decided.limitBreach && { limitBreach: decided.limitBreach }),
  };
  const [hold] = (decided.kind === "posting" && decided.holds) || [];
  const recorded = { transaction, ...(hold && { hold }) };
  if (command.isDryRun) return { kind: "previewed", ...recorded };
  batch.requests.add(command);
  return { kind: "recorded", ...recorded };
}

/** The posting, or its failure if it is above a limit. */
function withinLimits(one: Case, posting: Posting, batch: WorkingBatch): Posting | Failing {
  return limitFailure(one, posting, batch) ?? posting;
}

/** Counts and applies a posting; returns its entries. */
function post(one: Case, posting: Posting, batch: WorkingBatch): Entry[] {
  const countedOn = countLimits(one, posting, batch);
  if (countedOn) batch.countedOn.set(one.command.transactionId, countedOn);
  const holds = datedHolds(posting, countedOn, batch);
  return postLegs(one, { ...posting, holds }, batch);
}

/**
 * Refuses a command whose own side is not a wallet of the actor; null if it is, or if the service
 * itself or an operator acts. A wallet of another user that is named by its id must seem not to
 * exist. A phone that is not the actor's own is refused with not_wallet_owner, registered or not: the
 * statement does not look it up.
 */
function ownershipRefusal(one: Case, batch: WorkingBatch): Refused | null {
  const { command, namesOwnPhone } = one;
  const { actorId, sessionId } = command;
  if (sessionId === null) return null;
  const { ownSide } = KINDS[command.type];
  if (ownSide === null) return null;
  const sides = sidesOf(one, batch);
  if (ownSide === "either" && sides.to?.ownerId === actorId) return null;
  const side = ownSide === "either" ? "from" : ownSide;
  const own = sides[side];
  if (own?.ownerId === actorId) return null;
  const isForeignPhone = command[side]?.by === "phone" && !namesOwnPhone;
  if (own || isForeignPhone) {
    const walletId = own?.id ?? null;
    batch.violations.set(`${actorId} ${walletId}`, { actorId, walletId });
  }
  return { kind: "refused", code: isForeignPhone ? "not_wallet_owner" : "wallet_not_found" };
}

/** Counts a failure that is recorded; a refusal if the actor has too many failures with its code. */
function countFailure(
  one: Case,
  { code, isRecipientAttempt }: Failing,
  { counts }: WorkingBatch,
): Refused | null {
  const waitSeconds = counts.failureWaitSeconds(one, code);
  if (waitSeconds > 0) return waitFor(waitSeconds);
  if (!one.command.isDryRun) counts.addFailure(one, code);
  if (isRecipientAttempt) counts.addRecipientAttempt(one);
  return null;
}

/** The entries on wallets of the actor, as legs of the response. */
function ownLegs(
  entries: readonly Entry[],
  { actorId }: MoneyCommand,
  wallets: ReadonlyMap<WalletId, LockedWallet>,
): Leg[] {
  return entries.flatMap(({ walletId, currency, amountMinor, balanceAfterMinor, seq }) =>
    balanceAfterMinor !== null && seq !== null && wallets.get(walletId)?.ownerId === actorId
      ? [{ walletId, currency, amountMinor, balanceAfterMinor, seq }]
      : [],
  );
}

function transactionOf(
  one: Case,
  decided: Posting | Failing,
  batch: WorkingBatch,
  legs: readonly Leg[],
): Omit<UnpostedTransaction, "amountMinor"> {
  const { transactionId: id, type, createdAtMs, actorId } = one.command;
  const { from, to } = sidesOf(one, batch);
  const failureCode = decided.kind === "failing" ? decided.code : null;
  // A failed transaction tells its actor nothing about another user's wallet, not even its id.
  const isShown = !failureCode || to?.ownerId === actorId;
  // The wallet that a dry run would open has no id yet.
  const toWalletId = one.command.isDryRun && one.opensFor ? null : to?.id;
  return {
    id,
    type,
    status: failureCode ? "failed" : "success",
    currency: one.command.currency,
    fromWalletId: from?.id ?? null,
    toWalletId: (isShown && toWalletId) || null,
    reference: referenceOf(type, id, createdAtMs),
    note: one.command.note,
    failureCode,
    actorId,
    createdAtMs,
    links:
      decided.kind === "failing"
        ? linksOfFailed(one.command)
        : { ...one.command.links, ...decided.links },
    legs,
  };
}

/** A withdrawal whose hold was refused does not exist. */
function linksOfFailed({ type, links }: MoneyCommand): Links {
  if (type !== "HOLD") return links;
  const { fundingId: _, ...rest } = links;
  return rest;
}
