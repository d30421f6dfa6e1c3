// Captures a hold: its payee takes a part of it, or all. The money was promised to the payee, so a
// suspension of the payer does not stop it; a freeze of the payer's wallet does.
import { CAPTURES_PER_HOLD_MAX } from "../../domain/bounds.ts";
import { restMinor } from "../../domain/hold.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import type { Case, LockedHold } from "../case.ts";
import { type Decider, failing, refused, type Sides, sidesOf, termsOf } from "./decided.ts";
import { captureHold } from "./hold-changes.ts";
import { endedFailure, namedHold } from "./named-hold.ts";
import { payeeFailure, payerFailure } from "./wallet-failures.ts";

export const decideCapture: Decider = (one, batch) => {
  const hold = namedHold(one, batch);
  const sides = sidesOf(one, batch);
  const { from, to } = sides;
  if (!hold || !from || !to) return refused("hold_not_found");
  const { isAll, isFinal } = termsOf(one, "capture");
  const amountMinor = isAll ? restMinor(hold) : one.command.amountMinor;
  const code = captureFailure(one, hold, sides, { amountMinor, isFinal });
  if (code) return failing(code);
  return captureHold(hold, from, to, { amountMinor, isFinal, nowMs: batch.nowMs });
};

interface Asked {
  readonly amountMinor: bigint;
  readonly isFinal: boolean;
}

function captureFailure(
  one: Case,
  hold: LockedHold,
  { from, to }: Sides,
  { amountMinor, isFinal }: Asked,
): FailureCode | null {
  if (one.isSuspended) return "account_suspended";
  const money = { amountMinor, currency: hold.currency };
  const own = to ? payeeFailure(to, money) : null;
  if (own && own !== "balance_limit_exceeded") return own;
  const ended = endedFailure(hold);
  if (ended) return ended;
  const rest = restMinor(hold);
  if (amountMinor > rest) return "capture_exceeds_hold";
  const isLast = (hold.captures ?? 0) + 1 >= CAPTURES_PER_HOLD_MAX;
  if (isLast && !isFinal && amountMinor < rest) return "capture_limit_reached";
  if (own) return own;
  // The money is reserved, so only the wallet's status can be in the way. The payee is not told
  // which.
  return from && payerFailure(from, { ...money, amountMinor: 0n }) ? "payer_unavailable" : null;
}
