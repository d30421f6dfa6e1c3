// Why a command that names a wallet of its actor fails, from locked rows only. The actor's own side
// is decided first: an actor without the money learns nothing about a recipient.
import { BALANCE_MINOR_MAX } from "../domain/bounds.ts";
import type { MoneyCommand } from "../domain/command.ts";
import { type Direction, stops } from "../domain/freeze.ts";
import type { FailureCode } from "../domain/refusal.ts";
import { availableMinor } from "../domain/wallet.ts";
import type { LockedWallet } from "./case.ts";

/** The wallets that a command's two sides name; undefined: none, or not found. */
export interface Sides {
  readonly from: LockedWallet | undefined;
  readonly to: LockedWallet | undefined;
}

/**
 * The first reason why the command fails on the actor's own wallets; null if there is none. With
 * `isInward` the wallet that receives is the actor's own, too.
 */
export function ownFailureCode(
  { amountMinor, currency }: MoneyCommand,
  { from, to }: Sides,
  isInward: boolean,
): FailureCode | null {
  if (from && to?.id === from.id) return "same_wallet";
  if (from) {
    const code =
      statusFailure(from, "debits") ?? (from.currency === currency ? null : "currency_mismatch");
    if (code) return code;
    if (availableMinor(from) < amountMinor) return "insufficient_funds";
  }
  return isInward && to ? inwardFailure(to, amountMinor, currency) : null;
}

/**
 * The reason why another user's wallet cannot be paid; null if it can. There is one answer for a
 * phone or id without a wallet and for a wallet that is frozen, closed or full: the payer may not
 * learn which. A wallet in another currency is told, because only its id names it, which the payer
 * was given by its owner and cannot find out; without the reason the payer would look for a mistake
 * in the id. It is decided before the wallet's status, so a freeze does not show either.
 */
export function recipientFailureCode(
  { amountMinor, currency }: MoneyCommand,
  to: LockedWallet | undefined,
): FailureCode | null {
  if (!to) return "recipient_not_found";
  if (to.currency !== currency) return "currency_mismatch";
  return inwardFailure(to, amountMinor, currency) === null ? null : "recipient_not_found";
}

/** Why money cannot move in this direction, seen from the wallet; null if it can. */
function statusFailure(
  { status, freezeScope }: LockedWallet,
  direction: Direction,
): FailureCode | null {
  if (status === "closed") return "wallet_closed";
  if (status === "active") return null;
  return stops(freezeScope ?? "both", direction) ? "wallet_frozen" : null;
}

function inwardFailure(
  to: LockedWallet,
  amountMinor: bigint,
  currency: MoneyCommand["currency"],
): FailureCode | null {
  const code = statusFailure(to, "credits");
  if (code) return code;
  if (to.currency !== currency) return "currency_mismatch";
  return to.balanceMinor + amountMinor > BALANCE_MINOR_MAX ? "balance_limit_exceeded" : null;
}
