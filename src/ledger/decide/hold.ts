// Places a hold: money of a wallet of the actor is reserved for a payee. It is judged as a transfer of
// the same amount would be.
import { OPEN_HOLDS_PER_WALLET_MAX } from "../../domain/bounds.ts";
import type { HoldId } from "../../domain/ids.ts";
import { unixMs } from "../../domain/instant.ts";
import type { Case } from "../case.ts";
import { type Decided, type Decider, failing, type Sides, sidesOf, termsOf } from "./decided.ts";
import { placeHold } from "./hold-changes.ts";
import { isToAnother, payingFailure, refusalToAnother } from "./transfer.ts";
import { actorRefusal } from "./wallet-failures.ts";
import type { WorkingBatch } from "./working-batch.ts";

export const decideHold: Decider = (one, batch) => {
  const sides = sidesOf(one, batch);
  const refusal = actorRefusal(one);
  if (refusal) return refusal;
  const code = payingFailure(one, sides) ?? openHoldsFailure(sides, batch);
  if (code) return failing(code);
  const refused = isToAnother(one, sides) ? refusalToAnother(one, sides, batch) : null;
  return refused ?? place(one, sides, batch);
};

/** Whether the payer's wallet has as many open holds as it may have. */
function openHoldsFailure(
  { from }: Sides,
  { openHolds }: WorkingBatch,
): "hold_limit_reached" | null {
  const open = from ? (openHolds.get(from.id) ?? 0) : 0;
  return open >= OPEN_HOLDS_PER_WALLET_MAX ? "hold_limit_reached" : null;
}

function place(one: Case, { from, to }: Sides, { nowMs }: WorkingBatch): Decided {
  const { command, opensFor } = one;
  if (!from || !to) throw new Error("a hold without its two wallets");
  const { expiresInSeconds, isPayerVoidable } = termsOf(one, "hold");
  const placed = placeHold(from, {
    // The hold has the UUID of the transaction that places it: a repeated command repeats it.
    id: command.transactionId as string as HoldId,
    purpose: "payment",
    fromWalletId: from.id,
    toWalletId: to.id,
    currency: from.currency,
    amountMinor: command.amountMinor,
    isPayerVoidable,
    note: command.note,
    createdAtMs: nowMs,
    expiresAtMs: unixMs(nowMs + expiresInSeconds * 1_000),
  });
  // A wallet that is opened for the payee becomes one of the batch, although nothing is paid yet.
  return opensFor
    ? { ...placed, sides: [...placed.sides, { wallet: to, amountMinor: 0n }] }
    : placed;
}
