// Amends a hold: its payer raises the total, moves its end, or both.
import { AMENDMENTS_PER_HOLD_MAX, HOLD_TOTAL_SECONDS_MAX } from "../../domain/bounds.ts";
import { type UnixMs, unixMs } from "../../domain/instant.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import type { AmendmentTerms } from "../../domain/terms.ts";
import type { Case, LockedHold, LockedWallet } from "../case.ts";
import {
  type Decided,
  type Decider,
  type Failing,
  failing,
  posting,
  refused,
  sidesOf,
  termsOf,
} from "./decided.ts";
import { endedFailure, namedHold } from "./named-hold.ts";
import { actorRefusal, payerFailure } from "./wallet-failures.ts";

export const decideAmendment: Decider = (one, batch) => {
  const hold = namedHold(one, batch);
  const { from } = sidesOf(one, batch);
  if (!hold || !from) return refused("hold_not_found");
  const terms = termsOf(one, "amendment");
  const refusal = payerRefusal(one, terms);
  if (refusal) return refusal;
  const after = amended(hold, one, terms, batch.nowMs);
  const code = amendmentFailure(hold, after, from, terms);
  if (code) return failing(code);
  const heldMinor = after.amountMinor - hold.amountMinor;
  const { amountMinor } = after;
  return posting([{ wallet: from, amountMinor: 0n, heldMinor }], { holds: [after], amountMinor });
};

/** A raise needs what a payment of the new total would need; a later end needs no step-up. */
function payerRefusal(one: Case, { isRaise }: AmendmentTerms): Failing | Decided | null {
  if (isRaise) return actorRefusal(one);
  return one.isSuspended ? failing("account_suspended") : null;
}

function amended(
  hold: LockedHold,
  { command }: Case,
  { isRaise, expiresInSeconds }: AmendmentTerms,
  nowMs: UnixMs,
): LockedHold {
  return {
    ...hold,
    amountMinor: isRaise ? command.amountMinor : hold.amountMinor,
    expiresAtMs:
      expiresInSeconds === null ? hold.expiresAtMs : unixMs(nowMs + expiresInSeconds * 1_000),
    amendments: (hold.amendments ?? 0) + 1,
  };
}

function amendmentFailure(
  hold: LockedHold,
  after: LockedHold,
  from: LockedWallet,
  { isRaise, expiresInSeconds }: AmendmentTerms,
): FailureCode | null {
  const money = { amountMinor: 0n, currency: hold.currency };
  const own = payerFailure(from, money) ?? endedFailure(hold);
  if (own) return own;
  if ((after.amendments ?? 0) > AMENDMENTS_PER_HOLD_MAX) return "hold_amendment_limit_reached";
  const moreMinor = after.amountMinor - hold.amountMinor;
  if (isRaise && moreMinor <= 0n) return "hold_not_higher";
  const [until, afterwards] = [hold.expiresAtMs ?? 0, after.expiresAtMs ?? 0];
  if (expiresInSeconds !== null && afterwards <= until) return "hold_not_later";
  const isTooLong = afterwards > hold.createdAtMs + HOLD_TOTAL_SECONDS_MAX * 1_000;
  if (isTooLong) return "hold_too_long";
  return payerFailure(from, { ...money, amountMinor: moreMinor });
}
