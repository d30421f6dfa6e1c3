import type { LedgerCommand, LedgerOutcome } from "./command.ts";
import type { Leg, Transaction } from "./transaction.ts";

// Commands and outcomes cross Durable Objects as text: the wallet object in between passes them on
// without reading them, and a string costs less to pass than an object. JSON has no bigint, so amounts
// and positions are decimal strings in it.

/** A command as text. */
export function commandText(command: LedgerCommand): string {
  if (command.kind !== "money") return JSON.stringify(command);
  return JSON.stringify({ ...command, amountMinor: command.amountMinor.toString() });
}

/** The command that `commandText` wrote. */
export function readCommand(text: string): LedgerCommand {
  const command = JSON.parse(text);
  return command.kind === "money"
    ? { ...command, amountMinor: BigInt(command.amountMinor) }
    : command;
}

export const BUSY = '{"kind":"busy"}';
export const UNKNOWN = '{"kind":"unknown"}';
/** Somebody else's lock stood in the way; nothing has happened, and the wallet object tries again. */
export const BLOCKED = '{"kind":"blocked"}';

/** An outcome as text. */
export function outcomeText(outcome: LedgerOutcome): string {
  if (outcome.kind !== "recorded") return JSON.stringify(outcome);
  const { transaction } = outcome;
  const { amountMinor, legs } = transaction;
  const texts = { amountMinor: amountMinor.toString(), legs: legs.map(legText) };
  return JSON.stringify({ ...outcome, transaction: { ...transaction, ...texts } });
}

const legText = ({ walletId, amountMinor, balanceAfterMinor, seq }: Leg) => ({
  walletId,
  amountMinor: amountMinor.toString(),
  balanceAfterMinor: balanceAfterMinor.toString(),
  seq: seq.toString(),
});

/** The outcome that `outcomeText` wrote. */
export function readOutcome(text: string): LedgerOutcome {
  const outcome = JSON.parse(text);
  if (outcome.kind !== "recorded") return outcome;
  const transaction: Transaction = {
    ...outcome.transaction,
    amountMinor: BigInt(outcome.transaction.amountMinor),
    legs: outcome.transaction.legs.map(readLeg),
  };
  return { ...outcome, transaction };
}

const readLeg = (leg: Record<keyof Leg, string>) => ({
  ...leg,
  amountMinor: BigInt(leg.amountMinor),
  balanceAfterMinor: BigInt(leg.balanceAfterMinor),
  seq: BigInt(leg.seq),
});

/**
 * What may be said of an outcome that followed a lost call. The lost call may have posted the command,
 * or still wait to: that this call met a full queue or a fault does not mean that nothing has happened.
 */
export function afterLostCall(text: string): string {
  const { kind } = JSON.parse(text) as { kind: string };
  return kind === "busy" || kind === "faulty" ? UNKNOWN : text;
}
