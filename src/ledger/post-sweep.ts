// The transfer that empties a wallet before it is closed: decided and written as every transfer is,
// but the transaction goes on after it.
import type { MoneyCommand } from "../domain/command.ts";
import type { Transaction } from "../domain/transaction.ts";
import type { CloseWalletCommand } from "../domain/wallet-command.ts";
import type { Case, LockedWallet } from "./case.ts";
import { decide } from "./decide.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { writeDecision } from "./write-decision.ts";
import { writeDecisionOpen } from "./write-decision-statement.ts";

interface Sweep {
  readonly from: LockedWallet;
  readonly to: LockedWallet;
}

/**
 * Moves the whole balance from one wallet of the actor to another, and stores the idempotency key.
 * Both wallets must be locked, and the closing decided. Throws if the transfer would fail, which the
 * decision has ruled out.
 */
export async function postSweep(
  tx: LedgerTransaction,
  command: CloseWalletCommand,
  { from, to }: Sweep,
): Promise<Transaction> {
  const transfer = transferOf(command, from, to);
  const locked = new Map([from, to].map((wallet) => [wallet.id, wallet]));
  const decision = decide([caseOf(transfer, from, to)], locked);
  const [verdict] = decision.verdicts;
  if (verdict?.kind !== "recorded" || verdict.transaction.failureCode) {
    throw new Error(`the sweep of a wallet was not decided as a transfer: ${verdict?.kind}`);
  }
  const { transaction } = verdict;
  const written = [[transfer], decision, command.createdAtMs] as const;
  const postedAt = (await writeDecision(tx, ...written, writeDecisionOpen)).get(transaction.id);
  if (postedAt === undefined) throw new Error(`transaction ${transaction.id} was not written`);
  return { ...transaction, postedAt };
}

function transferOf(command: CloseWalletCommand, from: LockedWallet, to: LockedWallet) {
  const { transactionId, createdAtMs, actorId, sessionId, idempotency } = command;
  return {
    kind: "money",
    transactionId,
    createdAtMs,
    type: "TRANSFER",
    actorId,
    sessionId,
    amountMinor: from.balanceMinor,
    currency: from.currency,
    from: { by: "id", walletId: from.id },
    to: { by: "id", walletId: to.id },
    note: null,
    idempotency,
    recipientCounterKey: null,
    reachesUnverifiedPhones: false,
  } as const satisfies MoneyCommand;
}

/** Session, suspension and step-up were judged for the closing. */
const caseOf = (command: MoneyCommand, from: LockedWallet, to: LockedWallet): Case => ({
  command,
  viaWalletId: from.id,
  isPosted: false,
  isBlocked: false,
  isSessionActive: true,
  isSuspended: false,
  lacksStepUp: false,
  namesOwnPhone: false,
  recipientCounter: null,
  recentFailures: new Map(),
  fromWalletId: from.id,
  toWalletId: to.id,
  counterWalletId: null,
  prior: null,
});
