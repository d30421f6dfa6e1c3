// Moves money to another wallet of the actor, or to somebody else. The actor's own side is decided
// first: an actor without the money learns nothing about a recipient.
import type { MoneyCommand } from "../../domain/command.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import type { Case } from "../case.ts";
import {
  type Decided,
  type Decider,
  failing,
  posting,
  type Sides,
  sidesOf,
  waitFor,
} from "./decided.ts";
import { payerLimitFailure } from "./limits.ts";
import { actorRefusal, payeeFailure, payerFailure, recipientFailure } from "./wallet-failures.ts";
import type { WorkingBatch } from "./working-batch.ts";

export const decideTransfer: Decider = (one, batch) => {
  const sides = sidesOf(one, batch);
  const refusal = actorRefusal(one);
  if (refusal) return refusal;
  const code = payingFailure(one, sides);
  if (code) return failing(code);
  return (isToAnother(one, sides) ? refusalToAnother(one, sides, batch) : null) ?? move(one, sides);
};

/** Why somebody else cannot be paid; null if they can. The actor's own limits come first. */
export function refusalToAnother(one: Case, sides: Sides, batch: WorkingBatch): Decided | null {
  const { from } = sides;
  const limited = from ? payerLimitFailure(from, one.command.amountMinor, batch) : null;
  return limited ?? recipientRefusal(one, sides, batch);
}

/** Whether the command pays somebody else, or a recipient who is not found. */
export function isToAnother({ command, namesOwnPhone }: Case, { to }: Sides): boolean {
  return to ? to.ownerId !== command.actorId : !(command.to?.by === "phone" && namesOwnPhone);
}

/** Why a payment fails on wallets of the actor; null if it does not. */
export function payingFailure(one: Case, sides: Sides): FailureCode | null {
  const { from, to } = sides;
  if (from && to?.id === from.id) return "same_wallet";
  const code = from ? payerFailure(from, one.command) : null;
  if (code || isToAnother(one, sides)) return code;
  return to ? payeeFailure(to, one.command) : "recipient_not_found";
}

/** Why the recipient cannot be paid; null if they can. */
export function recipientRefusal(
  one: Case,
  { to }: Sides,
  { counts }: WorkingBatch,
  money: Pick<MoneyCommand, "amountMinor" | "currency"> = one.command,
): Decided | null {
  // Before the recipient is considered: a wait that only unknown recipients had would tell of them.
  const waitSeconds = counts.recipientWaitSeconds(one);
  if (waitSeconds > 0) return waitFor(waitSeconds);
  const code = recipientFailure(to, money);
  if (!code) return null;
  return { ...failing(code), isRecipientAttempt: code === "recipient_not_found" };
}

function move({ command: { amountMinor } }: Case, { from, to }: Sides): Decided {
  if (!from || !to) throw new Error("a transfer without its two wallets");
  return posting([
    { wallet: from, amountMinor: -amountMinor },
    { wallet: to, amountMinor },
  ]);
}
