// The transfer that empties a wallet before it is closed: decided and written as every transfer is,
// but the transaction goes on after it.
import type { MoneyCommand } from "../domain/command.ts";
import type { WalletId } from "../domain/ids.ts";
import type { UnixMs } from "../domain/instant.ts";
import type { Transaction, UnpostedTransaction } from "../domain/transaction.ts";
import type { CloseWalletCommand } from "../domain/wallet-command.ts";
import type { Case, Decision, LockedWallet } from "./case.ts";
import { decide } from "./decide/decide.ts";
import { judgedCase } from "./judged-case.ts";
import { readLockedRows, writeLockedRows } from "./locked-rows.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { writeDecision } from "./write-decision.ts";
import { writeDecisionOpen } from "./write-decision-statement.ts";

interface Sweep {
  readonly from: LockedWallet;
  readonly to: LockedWallet;
  /** All wallets that the transaction has locked, as their rows are. */
  readonly locked: ReadonlyMap<WalletId, LockedWallet>;
  /** The database's time. */
  readonly nowMs: UnixMs;
}

/** A transfer that is decided and not written yet. */
interface DecidedSweep {
  readonly transfer: MoneyCommand;
  readonly decision: Decision;
  readonly transaction: UnpostedTransaction;
}

/** Decides the transfer of the whole balance from one locked wallet of the actor to another. */
export async function decideSweep(
  tx: LedgerTransaction,
  command: CloseWalletCommand,
  { from, to, locked, nowMs }: Sweep,
): Promise<DecidedSweep> {
  const transfer = transferOf(command, from, to);
  const cases = [caseOf(transfer, from, to)];
  const decision = decide(cases, await readLockedRows(tx, cases, { wallets: locked, nowMs }));
  const [verdict] = decision.verdicts;
  if (verdict?.kind === "recorded" || verdict?.kind === "previewed") {
    return { transfer, decision, transaction: verdict.transaction };
  }
  throw new Error(`a sweep was decided as ${verdict?.kind}`);
}

/** Writes a transfer that succeeds, and its idempotency key. */
export async function writeSweep(
  tx: LedgerTransaction,
  { transfer, decision, transaction }: DecidedSweep,
  nowMs: UnixMs,
): Promise<Transaction> {
  await writeLockedRows(tx, decision, nowMs);
  const written = [[transfer], decision, transfer.createdAtMs] as const;
  const postedAt = (await writeDecision(tx, ...written, writeDecisionOpen)).get(transaction.id);
  if (postedAt === undefined) throw new Error(`transaction ${transaction.id} was not written`);
  return { ...transaction, postedAt };
}

function transferOf(
  command: CloseWalletCommand,
  from: LockedWallet,
  to: LockedWallet,
): MoneyCommand {
  const { transactionId, createdAtMs, actorId, sessionId, idempotency, isDryRun } = command;
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
    links: {},
    note: null,
    idempotency,
    recipientCounterKey: null,
    reachesUnverifiedPhones: false,
    isDryRun,
  };
}

/** Session, suspension and step-up were judged for the closing. */
const caseOf = (command: MoneyCommand, from: LockedWallet, to: LockedWallet): Case =>
  judgedCase({
    command,
    viaWalletId: from.id,
    fromWalletId: from.id,
    toWalletId: to.id,
  });
