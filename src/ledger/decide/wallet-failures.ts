// Why a wallet cannot pay or be paid, from its locked row alone.
import { BALANCE_MINOR_MAX } from "../../domain/bounds.ts";
import type { MoneyCommand } from "../../domain/command.ts";
import { type Direction, stops } from "../../domain/freeze.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import { stepUpThresholdMinor } from "../../domain/second-factor.ts";
import { availableMinor } from "../../domain/wallet.ts";
import type { Case, LockedWallet, Refused } from "../case.ts";
import { type Failing, failing } from "./decided.ts";

type Money = Pick<MoneyCommand, "amountMinor" | "currency">;

/**
 * Why the actor may not do this at all; null: may. A payment that lacks a step-up is not recorded,
 * so that the client can repeat the request with the same key after the step-up.
 */
export function actorRefusal({ command, ...one }: Case): Failing | Refused | null {
  if (one.isSuspended) return failing("account_suspended");
  const { from, amountMinor, currency } = command;
  const isLarge = from !== null && amountMinor > stepUpThresholdMinor(currency);
  return one.lacksStepUp && isLarge ? { kind: "refused", code: "step_up_required" } : null;
}

/** Why the wallet cannot pay this amount; null if it can. */
export function payerFailure(
  from: LockedWallet,
  { amountMinor, currency }: Money,
): FailureCode | null {
  const code =
    statusFailure(from, "debits") ?? (from.currency === currency ? null : "currency_mismatch");
  if (code) return code;
  return availableMinor(from) < amountMinor ? "insufficient_funds" : null;
}

/** Why the wallet cannot be paid this amount; null if it can. For a wallet of the actor. */
export function payeeFailure(
  to: LockedWallet,
  { amountMinor, currency }: Money,
): FailureCode | null {
  const code = statusFailure(to, "credits");
  if (code) return code;
  if (to.currency !== currency) return "currency_mismatch";
  return to.balanceMinor + amountMinor > BALANCE_MINOR_MAX ? "balance_limit_exceeded" : null;
}

/**
 * Why another user's wallet cannot be paid; null if it can. There is one answer for a phone or id
 * without a wallet and for a wallet that is frozen, closed or full: the payer may not learn which. A
 * wallet in another currency is told, because only its id names it, which the payer was given by its
 * owner and cannot find out; without the reason the payer would look for a mistake in the id. It is
 * decided before the wallet's status, so a freeze does not show either.
 */
export function recipientFailure(to: LockedWallet | undefined, money: Money): FailureCode | null {
  if (!to) return "recipient_not_found";
  if (to.currency !== money.currency) return "currency_mismatch";
  return payeeFailure(to, money) === null ? null : "recipient_not_found";
}

/** Why money cannot move in this direction, seen from the wallet; null if it can. */
export function statusFailure(
  { status, freezeScope }: LockedWallet,
  direction: Direction,
): "wallet_closed" | "wallet_frozen" | null {
  if (status === "closed") return "wallet_closed";
  if (status === "active") return null;
  return stops(freezeScope ?? "both", direction) ? "wallet_frozen" : null;
}
