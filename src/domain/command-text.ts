import type { LedgerCommand, LedgerOutcome } from "./command.ts";
import type { Hold } from "./hold.ts";
import type { ExchangeReceipt, Leg } from "./transaction.ts";

// Commands and outcomes cross Durable Objects as text: the wallet object forwards them without
// parsing, and a string costs less to pass than an object. JSON has no bigint, so amounts and seq
// are decimal strings.

/** Serializes a command. */
export function commandText(command: LedgerCommand): string {
  if (command.kind !== "money") return JSON.stringify(command);
  return JSON.stringify({ ...command, amountMinor: command.amountMinor.toString() });
}

/** Parses the text that `commandText` wrote. */
export function readCommand(text: string): LedgerCommand {
  const command = JSON.parse(text);
  return command.kind === "money"
    ? { ...command, amountMinor: BigInt(command.amountMinor) }
    : command;
}

export const BUSY = '{"kind":"busy"}';
export const UNKNOWN = '{"kind":"unknown"}';
/**
 * Another transaction holds a lock that the command needs. It had no effect; the wallet object
 * retries it.
 */
export const BLOCKED = '{"kind":"blocked"}';
/** BLOCKED, for a command that an earlier attempt of the writer may have committed. */
export const BLOCKED_MAYBE_COMMITTED = '{"kind":"blocked","mayBeCommitted":true}';

/** Serializes an outcome. */
export function outcomeText(outcome: LedgerOutcome): string {
  if (!hasTransaction(outcome)) return JSON.stringify(outcome);
  const { transaction, hold } = outcome;
  const { amountMinor, legs, exchange } = transaction;
  const texts = {
    amountMinor: amountMinor.toString(),
    legs: legs.map(legText),
    ...(exchange && { exchange: receiptText(exchange) }),
  };
  return JSON.stringify({
    ...outcome,
    transaction: { ...transaction, ...texts },
    ...(hold && { hold: holdText(hold) }),
  });
}

const holdText = (hold: Hold) => ({
  ...hold,
  amountMinor: hold.amountMinor.toString(),
  capturedMinor: hold.capturedMinor.toString(),
});

const readHold = (hold: ReturnType<typeof holdText>): Hold => ({
  ...hold,
  amountMinor: BigInt(hold.amountMinor),
  capturedMinor: BigInt(hold.capturedMinor),
});

const hasTransaction = (
  outcome: LedgerOutcome,
): outcome is Extract<LedgerOutcome, { readonly transaction: object }> =>
  outcome.kind === "recorded" ||
  outcome.kind === "previewed" ||
  ((outcome.kind === "wallet_closed" || outcome.kind === "closing_previewed") &&
    outcome.transaction !== null);

const legText = ({ walletId, currency, amountMinor, balanceAfterMinor, seq }: Leg) => ({
  walletId,
  currency,
  amountMinor: amountMinor.toString(),
  balanceAfterMinor: balanceAfterMinor.toString(),
  seq: seq.toString(),
});

/** Parses the text that `outcomeText` wrote. */
export function readOutcome(text: string): LedgerOutcome {
  const outcome = JSON.parse(text);
  const { transaction } = outcome;
  if (!transaction) return outcome;
  const amounts = {
    amountMinor: BigInt(transaction.amountMinor),
    legs: transaction.legs.map(readLeg),
    ...(transaction.exchange && { exchange: readReceipt(transaction.exchange) }),
  };
  const { hold } = outcome;
  return {
    ...outcome,
    transaction: { ...transaction, ...amounts },
    ...(hold && { hold: readHold(hold) }),
  };
}

const readLeg = (leg: ReturnType<typeof legText>): Leg => ({
  ...leg,
  amountMinor: BigInt(leg.amountMinor),
  balanceAfterMinor: BigInt(leg.balanceAfterMinor),
  seq: BigInt(leg.seq),
});

function receiptText({ rate, ...receipt }: ExchangeReceipt) {
  const { sourceMinor, feeMinor, targetMinor } = receipt;
  return {
    ...receipt,
    sourceMinor: sourceMinor.toString(),
    feeMinor: feeMinor.toString(),
    targetMinor: targetMinor.toString(),
    rate: rate && {
      ...rate,
      numerator: rate.numerator.toString(),
      denominator: rate.denominator.toString(),
      unit: rate.unit.toString(),
      quoteMaxMinor: rate.quoteMaxMinor.toString(),
    },
  };
}

function readReceipt({ rate, ...receipt }: ReturnType<typeof receiptText>): ExchangeReceipt {
  return {
    ...receipt,
    sourceMinor: BigInt(receipt.sourceMinor),
    feeMinor: BigInt(receipt.feeMinor),
    targetMinor: BigInt(receipt.targetMinor),
    rate: rate && {
      ...rate,
      numerator: BigInt(rate.numerator),
      denominator: BigInt(rate.denominator),
      unit: BigInt(rate.unit),
      quoteMaxMinor: BigInt(rate.quoteMaxMinor),
    },
  };
}

/**
 * Downgrades an outcome to unknown if it claims that the command had no effect. For an outcome that
 * follows a lost call: that call may have committed the command, or may still do so.
 */
export function asUnknownIfNoEffect(text: string): string {
  const { kind, code } = JSON.parse(text) as { readonly kind: string; readonly code?: string };
  // session_ended claims it too: the session may have ended after the lost call committed.
  // So does too_many_attempts: the lost call may have been one of the attempts.
  // So does proposal_not_found: the lost call may have approved the proposal.
  const isUnknown =
    kind === "busy" ||
    kind === "faulty" ||
    code === "session_ended" ||
    code === "too_many_attempts" ||
    code === "proposal_not_found";
  return isUnknown ? UNKNOWN : text;
}
