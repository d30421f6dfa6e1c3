// The changes of a hold, and of the wallets that they touch. They are pure, and refuse nothing: a
// decider has looked for a reason to refuse before it makes one.
import { type Hold, restMinor } from "../../domain/hold.ts";
import type { UnixMs } from "../../domain/instant.ts";
import type { LockedHold, LockedWallet } from "../case.ts";
import { type Posting, posting, type Side } from "./decided.ts";

/** Reserves the amount of a new hold on its payer's wallet. */
export function placeHold(
  from: LockedWallet,
  terms: Omit<Hold, "state" | "capturedMinor" | "closedAtMs">,
): Posting {
  const hold: LockedHold = { ...terms, state: "open", capturedMinor: 0n, closedAtMs: null };
  return posting([{ wallet: from, amountMinor: 0n, heldMinor: hold.amountMinor }], {
    holds: [hold],
    links: { holdId: hold.id },
  });
}

export interface Capture {
  /** Positive, at most what is left of the hold. */
  readonly amountMinor: bigint;
  /** Whether the hold ends with it: what is left after it is free again. */
  readonly isFinal: boolean;
  readonly nowMs: UnixMs;
}

/**
 * Moves a part of a hold, or all of it, from the payer's wallet to the other side: the payee's
 * wallet, or a system wallet for a withdrawal. The hold ends if nothing is left of it.
 */
export function captureHold(
  hold: LockedHold,
  from: LockedWallet,
  to: Side["wallet"],
  { amountMinor, isFinal, nowMs }: Capture,
): Posting {
  const rest = restMinor(hold);
  const isLast = isFinal || amountMinor === rest;
  const captured: LockedHold = {
    ...hold,
    capturedMinor: hold.capturedMinor + amountMinor,
    captures: (hold.captures ?? 0) + 1,
    ...(isLast && { state: "captured", closedAtMs: nowMs }),
  };
  const heldMinor = -(isLast ? rest : amountMinor);
  const sides = [
    { wallet: from, amountMinor: -amountMinor, heldMinor },
    { wallet: to, amountMinor },
  ];
  return posting(sides, { holds: [captured], amountMinor });
}

/** Ends an open hold without a payment: what is left of it is free again. */
export function releaseHold(hold: LockedHold, from: LockedWallet, nowMs: UnixMs): Posting {
  const rest = restMinor(hold);
  return posting([{ wallet: from, amountMinor: 0n, heldMinor: -rest }], {
    holds: [{ ...hold, state: "voided", closedAtMs: nowMs }],
    amountMinor: rest,
  });
}
