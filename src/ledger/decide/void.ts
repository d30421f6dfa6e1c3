// Voids a hold: its payee gives up what is left of it, or its payer takes it back where the hold says
// so. No money moves, so a freeze of either wallet does not stop it.
import type { FailureCode } from "../../domain/refusal.ts";
import type { Case, LockedHold } from "../case.ts";
import { type Decider, failing, refused, type Sides, sidesOf } from "./decided.ts";
import { releaseHold } from "./hold-changes.ts";
import { endedFailure, namedHold } from "./named-hold.ts";

export const decideVoid: Decider = (one, batch) => {
  const hold = namedHold(one, batch);
  const sides = sidesOf(one, batch);
  if (!hold || !sides.from) return refused("hold_not_found");
  const code = voidFailure(one, hold, sides);
  return code ? failing(code) : releaseHold(hold, sides.from, batch.nowMs);
};

function voidFailure(one: Case, hold: LockedHold, { to }: Sides): FailureCode | null {
  if (one.isSuspended) return "account_suspended";
  const ended = endedFailure(hold);
  if (ended) return ended;
  const isPayee = to?.ownerId === one.command.actorId;
  // Nobody can capture it for a wallet that is closed, so its payer need not wait for its end.
  const isPayeeGone = to?.status === "closed";
  return isPayee || hold.isPayerVoidable || isPayeeGone ? null : "void_not_allowed";
}
