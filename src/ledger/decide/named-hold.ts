// The hold that a command names, and why it cannot be used any more.
import type { FailureCode } from "../../domain/refusal.ts";
import type { Case, LockedHold } from "../case.ts";
import type { WorkingBatch } from "./working-batch.ts";

/**
 * The payment hold that the command names. Its sides and currency are those of the command, which
 * were checked as wallets of the actor; undefined: there is none.
 */
export function namedHold(one: Case, { holds }: WorkingBatch): LockedHold | undefined {
  const { command, fromWalletId, toWalletId } = one;
  const { holdId } = command.links;
  const hold = holdId && holds.get(holdId);
  if (hold?.purpose !== "payment") return undefined;
  const isOfSides = hold.fromWalletId === fromWalletId && hold.toWalletId === toWalletId;
  return isOfSides && hold.currency === command.currency ? hold : undefined;
}

const ENDED = {
  captured: "hold_captured",
  voided: "hold_voided",
  expired: "hold_expired",
} as const satisfies Record<string, FailureCode>;

/**
 * Why nothing can be done with a hold that has ended; null while it is open. A hold whose time has
 * passed was ended before (see expire-holds.ts).
 */
export function endedFailure({ state }: LockedHold): FailureCode | null {
  return state === "open" ? null : ENDED[state];
}
