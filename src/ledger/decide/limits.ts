// The limits of a person: what an operation counts, whether that is above a limit, and the counters
// after it. It follows from the sides of a posting, so no kind of operation decides it by itself:
// money that becomes unavailable to a person goes out, money that becomes available comes in.
import type { UserId, WalletId } from "../../domain/ids.ts";
import {
  type Direction,
  type LimitBreach,
  type LimitRule,
  type Limits,
  type LimitUsage,
  type LocalDate,
  laterDate,
  type PersonLimits,
  resetsOf,
  usageAt,
  usageWith,
  usageWithout,
} from "../../domain/limit.ts";
import { limitsWithOwn, tierLimits } from "../../domain/limit-table.ts";
import type { Case, LimitsNow, LockedHold, LockedWallet } from "../case.ts";
import { type Failing, failing, type Posting, type Side, sidesOf } from "./decided.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** What one posting counts for one person in one currency. */
interface Counted {
  readonly walletId: WalletId;
  readonly direction: Direction;
  readonly amountMinor: bigint;
  /** 0: it raises a hold, which was counted as an operation when it was placed. */
  readonly times: bigint;
  /** What is compared with the limit of one operation: of a hold that is raised, its total. */
  readonly operationMinor: bigint;
  /** What the person's balance grows by. */
  readonly balanceMinor: bigint;
}

/** What a posting gives back to one person: money that was reserved or paid, and returns. */
interface GivenBack {
  readonly walletId: WalletId;
  readonly direction: Direction;
  readonly amountMinor: bigint;
  readonly on: LocalDate;
}

interface Effect {
  readonly counted: readonly Counted[];
  readonly givenBack: readonly GivenBack[];
}

/** Acts of operators count for nobody. */
const UNCOUNTED = new Set(["REVERSAL", "ADJUSTMENT"]);

type Wallets = Pick<WorkingBatch, "wallets">;

/** The wallet that counts for the owner of this one, as the batch has it. */
function counterOf(wallet: LockedWallet, { wallets }: Wallets): LockedWallet {
  const counter = wallets.get(wallet.limitsWalletId ?? wallet.id);
  if (counter) return counter;
  if (wallet.limitsWalletId) throw new Error(`the limits of wallet ${wallet.id} are not locked`);
  return wallet;
}

/** The batch with the wallets that the posting opens, which it does not have yet. */
function withOpened({ sides }: Posting, batch: WorkingBatch): WorkingBatch {
  const opened = sides.flatMap(({ wallet }) =>
    typeof wallet === "string" || batch.wallets.has(wallet.id) ? [] : [wallet],
  );
  if (opened.length === 0) return batch;
  const wallets = new Map([...batch.wallets, ...opened.map((one) => [one.id, one] as const)]);
  return { ...batch, wallets };
}

/** What changes for each person in what is available and in the balance. */
function changesOf({ sides }: Posting, batch: WorkingBatch) {
  const changes = new Map<WalletId, { availableMinor: bigint; balanceMinor: bigint }>();
  for (const { wallet, amountMinor, heldMinor = 0n } of sides) {
    if (typeof wallet === "string") continue;
    const { id } = counterOf(wallet, batch);
    const before = changes.get(id) ?? { availableMinor: 0n, balanceMinor: 0n };
    changes.set(id, {
      availableMinor: before.availableMinor + amountMinor - heldMinor,
      balanceMinor: before.balanceMinor + amountMinor,
    });
  }
  return changes;
}

/** A movement between wallets of one person, in one currency or two, is not counted. */
function isOwnMovement(one: Case, batch: WorkingBatch): boolean {
  const { from, to } = sidesOf(one, batch);
  return from !== undefined && from.ownerId === to?.ownerId;
}

function effectOf(one: Case, posting: Posting, batch: WorkingBatch): Effect {
  const { type, links } = one.command;
  if (UNCOUNTED.has(type) || isOwnMovement(one, batch)) return { counted: [], givenBack: [] };
  const hold = links.holdId ? batch.holds.get(links.holdId) : undefined;
  const holdAfter = hold && posting.holds?.find(({ id }) => id === hold.id);
  const payer = one.fromWalletId ? batch.wallets.get(one.fromWalletId) : undefined;
  const payerId = payer && counterOf(payer, batch).id;
  const counted: Counted[] = [];
  const givenBack: GivenBack[] = [];
  for (const [walletId, { availableMinor, balanceMinor }] of changesOf(posting, batch)) {
    if (availableMinor === 0n) continue;
    const isOut = availableMinor < 0n;
    const amountMinor = isOut ? -availableMinor : availableMinor;
    const isReturned = type === "REFUND" || (hold !== undefined && walletId === payerId && !isOut);
    if (isReturned) {
      const direction = isOut ? "in" : "out";
      const { original } = posting;
      const on = original ? original.countedOn[direction] : hold?.countedOn;
      if (on) givenBack.push({ walletId, direction, amountMinor, on });
      continue;
    }
    const isRaise = hold !== undefined && isOut;
    counted.push({
      walletId,
      direction: isOut ? "out" : "in",
      amountMinor,
      times: isRaise ? 0n : 1n,
      operationMinor: isRaise ? (holdAfter?.amountMinor ?? amountMinor) : amountMinor,
      balanceMinor: balanceMinor > 0n ? balanceMinor : 0n,
    });
  }
  return { counted, givenBack };
}

interface Person {
  readonly wallet: LockedWallet;
  readonly limits: Limits;
  readonly usage: LimitUsage;
  readonly siblingsMinor: bigint;
}

/** The limits of the person for whom this wallet counts; null: the batch has none. */
function personOf(walletId: WalletId, batch: WorkingBatch, now: LimitsNow): Person | null {
  const wallet = batch.wallets.get(walletId);
  if (!wallet?.person) return null;
  const { tier, own, usage, siblingsMinor } = wallet.person;
  const limits = limitsWithOwn(tierLimits(now.profile, tier, wallet.currency), own, batch.nowMs);
  return { wallet, limits, usage: usageAt(usage, now.date), siblingsMinor };
}

type Amounts = Pick<Counted, "direction" | "amountMinor" | "times" | "operationMinor">;

/** The first limit that an amount is above; null: none. Of equal reach, the nearer one comes first. */
function breachOf(
  { wallet, limits, usage }: Person,
  { direction, amountMinor, times, operationMinor }: Amounts,
  now: LimitsNow,
): LimitBreach | null {
  const used = usage[direction];
  const resets = resetsOf(usage, now);
  const rules: readonly [LimitRule, bigint, bigint, LimitBreach["resetsAtMs"]][] = [
    [`${direction}_operation_sum`, 0n, operationMinor, null],
    [`${direction}_day_sum`, used.daySum, amountMinor, resets.day],
    [`${direction}_day_count`, used.dayCount, times, resets.day],
    [`${direction}_month_sum`, used.monthSum, amountMinor, resets.month],
    [`${direction}_month_count`, used.monthCount, times, resets.month],
  ];
  const broken = rules.find(([rule, before, added]) => before + added > limits[rule]);
  if (!broken) return null;
  const [rule, before, , resetsAtMs] = broken;
  return breach(rule, wallet, { limit: limits[rule], used: before, resetsAtMs });
}

function breach(
  rule: LimitRule,
  { currency }: LockedWallet,
  {
    limit,
    used,
    resetsAtMs,
  }: { limit: bigint; used: bigint; resetsAtMs: LimitBreach["resetsAtMs"] },
): LimitBreach {
  const remaining = limit > used ? limit - used : 0n;
  return { rule, currency, limit: `${limit}`, remaining: `${remaining}`, resetsAtMs };
}

/** Whether the person's balance in the currency would be above its limit. */
function balanceBreach(
  { wallet, limits, siblingsMinor }: Person,
  addedMinor: bigint,
): LimitBreach | null {
  const used = wallet.balanceMinor + siblingsMinor;
  if (addedMinor === 0n || used + addedMinor <= limits.balance) return null;
  return breach("balance", wallet, { limit: limits.balance, used, resetsAtMs: null });
}

const limitExceeded = (limitBreach: LimitBreach): Failing => ({
  ...failing("limit_exceeded"),
  limitBreach,
});

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
 * of a limit: a recipient above one is answered like any recipient who cannot be paid, because the
 * rest of it would tell the payer what the recipient has and receives.
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

/** An exchange between own wallets is not counted, but the balance that it adds to is limited. */
function ownGrowth(one: Case, posting: Posting, batch: WorkingBatch) {
  if (!isOwnMovement(one, batch) || UNCOUNTED.has(one.command.type)) return [];
  return [...changesOf(posting, batch)].flatMap(([walletId, { balanceMinor }]) =>
    balanceMinor > 0n ? [{ walletId, balanceMinor }] : [],
  );
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
  for (const [id, wallet] of withOpened(posting, batch).wallets) batch.wallets.set(id, wallet);
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
