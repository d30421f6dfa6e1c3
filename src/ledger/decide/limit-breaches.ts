// Whether an amount is above a limit of a person.
import type { WalletId } from "../../domain/ids.ts";
import {
  type LimitBreach,
  type LimitRule,
  type Limits,
  type LimitUsage,
  resetsOf,
  usageAt,
} from "../../domain/limit.ts";
import { limitsWithOwn, tierLimits } from "../../domain/limit-table.ts";
import type { LimitsNow, LockedWallet } from "../case.ts";
import { type Failing, failing } from "./decided.ts";
import type { Counted } from "./limit-effects.ts";
import type { WorkingBatch } from "./working-batch.ts";

export interface Person {
  readonly wallet: LockedWallet;
  readonly limits: Limits;
  readonly usage: LimitUsage;
  readonly siblingsMinor: bigint;
}

/** The limits of the person for whom this wallet counts; null: the batch has none. */
export function personOf(walletId: WalletId, batch: WorkingBatch, now: LimitsNow): Person | null {
  const wallet = batch.wallets.get(walletId);
  if (!wallet?.person) return null;
  const { tier, own, usage, siblingsMinor } = wallet.person;
  const limits = limitsWithOwn(tierLimits(now.profile, tier, wallet.currency), own, batch.nowMs);
  return { wallet, limits, usage: usageAt(usage, now.date), siblingsMinor };
}

type Amounts = Pick<Counted, "direction" | "amountMinor" | "times" | "operationMinor">;

/** The first limit that an amount is above; null: none. Of equal reach, the nearer one comes first. */
export function breachOf(
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
export function balanceBreach(
  { wallet, limits, siblingsMinor }: Person,
  addedMinor: bigint,
): LimitBreach | null {
  const used = wallet.balanceMinor + siblingsMinor;
  if (addedMinor === 0n || used + addedMinor <= limits.balance) return null;
  return breach("balance", wallet, { limit: limits.balance, used, resetsAtMs: null });
}

export const limitExceeded = (limitBreach: LimitBreach): Failing => ({
  ...failing("limit_exceeded"),
  limitBreach,
});
