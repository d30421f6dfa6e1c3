// The limits of a person: whether an operation is above one, and the counters after it.
import type { UserId, WalletId } from "../../domain/ids.ts";
import {
  type LimitBreach,
  type LimitUsage,
  type LocalDate,
  laterDate,
  type PersonLimits,
  usageAt,
  usageWith,
  usageWithout,
} from "../../domain/limit.ts";
import type { Case, LockedHold, LockedWallet } from "../case.ts";
import { type Failing, failing, type Posting, type Side } from "./decided.ts";
import { balanceBreach, breachOf, limitExceeded, type Person, personOf } from "./limit-breaches.ts";
import { counterOf, effectOf, type GivenBack, ownGrowth, withOpened } from "./limit-effects.ts";
import type { WorkingBatch } from "./working-batch.ts";

/**
 * Whether the actor's own limits refuse that this wallet pays somebody else; null: they do not. For a
 * decider that considers a recipient afterwards: an actor above a limit learns nothing about
 * recipients.
 */
export function payerLimitFailure(
  from: LockedWallet,
  amountMinor: bigint,
  batch: WorkingBatch,
): Failing | null {
  const { limits: now } = batch;
  const person = now && personOf(counterOf(from, batch).id, batch, now);
  if (!person) return null;
  const amounts = {
    direction: "out",
    amountMinor,
    times: 1n,
    operationMinor: amountMinor,
  } as const;
  const broken = breachOf(person, amounts, now);
  return broken && limitExceeded(broken);
}

/**
 * The failure of a posting that is above a limit; null if it is above none. Only the actor is told
 * of a limit: a recipient above one is answered like any recipient who cannot be paid, because
 * what remains of a limit would tell the payer what the recipient has and receives.
 */
export function limitFailure(one: Case, posting: Posting, before: WorkingBatch): Failing | null {
  const { limits: now } = before;
  if (!now) return null;
  const batch = withOpened(posting, before);
  const { counted } = effectOf(one, posting, batch);
  const growing = ownGrowth(one, posting, batch);
  for (const each of [...counted, ...growing]) {
    const person = personOf(each.walletId, batch, now);
    if (!person) continue;
    const broken =
      ("direction" in each ? breachOf(person, each, now) : null) ??
      balanceBreach(person, each.balanceMinor);
    if (broken) return failureFor(one.command.actorId, person, broken);
  }
  return null;
}

function failureFor(actorId: UserId, { wallet }: Person, broken: LimitBreach): Failing {
  if (wallet.ownerId === actorId) return limitExceeded(broken);
  return { ...failing("recipient_not_found"), isRecipientAttempt: true };
}

/**
 * Counts a posting in the batch, before its sides are applied. Returns the date in whose windows it
 * is counted; null: in none.
 */
export function countLimits(one: Case, posting: Posting, batch: WorkingBatch): LocalDate | null {
  const { limits: now } = batch;
  const { wallets } = withOpened(posting, batch);
  // Almost no posting opens a wallet, and a batch has hundreds.
  if (wallets !== batch.wallets) for (const [id, one] of wallets) batch.wallets.set(id, one);
  if (!now) return null;
  const { counted, givenBack } = effectOf(one, posting, batch);
  for (const each of givenBack) giveBack(each, batch);
  if (counted.length === 0) return null;
  // One date for all: after a change of the zone one person's window can be ahead of the others'.
  const date = counted
    .map(({ walletId }) => batch.wallets.get(walletId)?.person?.usage.date ?? null)
    .reduce(laterDate, now.date);
  for (const { walletId, direction, ...added } of counted) {
    changeUsage(walletId, batch, (usage) => usageWith(usageAt(usage, date), direction, added));
  }
  return date;
}

/** Gives back what was counted on a date, in the windows that still run. */
function giveBack({ walletId, direction, ...returned }: GivenBack, batch: WorkingBatch): void {
  changeUsage(walletId, batch, (usage) => usageWithout(usage, direction, returned));
}

/** Gives back what a hold of this wallet reserved, which has ended. */
export function giveBackReserved(
  wallet: LockedWallet,
  amountMinor: bigint,
  countedOn: LocalDate | undefined,
  batch: WorkingBatch,
): void {
  if (!countedOn) return;
  const walletId = counterOf(wallet, batch).id;
  giveBack({ walletId, direction: "out", amountMinor, on: countedOn }, batch);
}

function changeUsage(
  walletId: WalletId,
  { wallets }: WorkingBatch,
  change: (usage: LimitUsage) => LimitUsage,
): void {
  const wallet = wallets.get(walletId);
  if (!wallet?.person) return;
  const person: PersonLimits = { ...wallet.person, usage: change(wallet.person.usage) };
  wallets.set(walletId, { ...wallet, person });
}

/** The holds of a posting; those that it places have the date on which they were counted. */
export function datedHolds(
  { holds = [] }: Posting,
  countedOn: LocalDate | null,
  batch: WorkingBatch,
): readonly LockedHold[] {
  if (!countedOn) return holds;
  return holds.map((hold) => (batch.holds.has(hold.id) ? hold : { ...hold, countedOn }));
}

/** Adds what a side moves on this wallet to what the counting wallet knows of its siblings. */
export function countSiblings(
  wallet: LockedWallet,
  { amountMinor }: Side,
  batch: WorkingBatch,
): void {
  if (!wallet.limitsWalletId || amountMinor === 0n) return;
  const counter = counterOf(wallet, batch);
  if (!counter.person) return;
  const siblingsMinor = counter.person.siblingsMinor + amountMinor;
  batch.wallets.set(counter.id, { ...counter, person: { ...counter.person, siblingsMinor } });
}
