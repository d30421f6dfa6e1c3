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
/** The same of a command that an earlier try of the writer may have posted. */
export const BLOCKED_AFTER_LOSS = '{"kind":"blocked","afterLoss":true}';

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
 * Downgrades an outcome that followed a lost call to unknown where it would say that nothing has happened:
 * the lost call may have posted the command, or still wait to, whatever this one met.
 */
export function afterLostCall(text: string): string {
  const { kind, code } = JSON.parse(text) as { readonly kind: string; readonly code?: string };
  // A session may have ended between the two calls.
  const isUnknown = kind === "busy" || kind === "faulty" || code === "session_ended";
  return isUnknown ? UNKNOWN : text;
}
