// Commands that change more than balances, one transaction each. Repeating one is safe: it finds what it
// did before.
import type { SocketDatabase } from "../db/connect.ts";
import { failureOf, faultOf, postgresErrorOf } from "../db/postgres-error.ts";
import type { LedgerCommand, LedgerOutcome, MoneyCommand } from "../domain/command.ts";
import { BLOCKED, BLOCKED_AFTER_LOSS, BUSY, outcomeText, UNKNOWN } from "../domain/command-text.ts";
import type { Failure } from "../domain/sqlstate.ts";
import { logLine } from "../log/log-line.ts";
import { closeAccount } from "./close-account.ts";
import { freezeWallet, unfreezeWallet } from "./freeze-wallet.ts";
import { ConnectionLost, type LedgerConnection } from "./ledger-connection.ts";
import { CommandExpired, type PendingCommand } from "./pending-command.ts";
import { waitBeforeRetry } from "./retry-wait.ts";

/** `committing` is called before COMMIT is sent; what it throws rolls the transaction back. */
function change(
  db: SocketDatabase,
  command: Exclude<LedgerCommand, MoneyCommand>,
  committing: () => void,
): Promise<LedgerOutcome> {
  switch (command.kind) {
    case "close_account":
      return closeAccount(db, command, committing);
    case "freeze_wallet":
      return freezeWallet(db, command, committing);
    case "unfreeze_wallet":
      return unfreezeWallet(db, command, committing);
  }
}

const FAULT_OF_OURS: Failure = { nature: "refused", mayBeCommitted: false };

/**
 * Posts one such command and answers it, unless its time runs out first. While the connection fails it
 * goes on trying, since nothing else could be posted either. Never rejects.
 */
export async function postAlone(
  connection: LedgerConnection,
  pending: PendingCommand,
): Promise<void> {
  const { command } = pending;
  if (command.kind === "money") throw new Error("a money command is posted in a batch");
  let mayBeCommitted = false;
  for (let tried = 0; pending.isOpen; tried++) {
    if (tried > 0) await waitBeforeRetry(tried);
    try {
      const outcome = await connection.run((db, work) =>
        change(db, command, () => {
          if (!pending.isOpen) throw new CommandExpired();
          work.committing();
          pending.isSent = true;
        }),
      );
      return pending.answer(outcomeText(outcome));
    } catch (error) {
      if (error instanceof CommandExpired) return;
      const isKnown = error instanceof ConnectionLost || postgresErrorOf(error) !== null;
      const failure = isKnown ? failureOf(error) : FAULT_OF_OURS;
      const facts = { command: command.kind, nature: failure.nature, tried, fault: faultOf(error) };
      console.warn(logLine("command_failed", facts));
      const isLost = error instanceof ConnectionLost || failure.mayBeCommitted;
      if (isLost || failure.nature === "unavailable") connection.drop();
      mayBeCommitted ||= isLost && pending.isSent;
      pending.isSent = mayBeCommitted;
      if (!isLost) return pending.answer(answerOf(failure, error, mayBeCommitted));
    }
  }
}

/** The answer to a try that has done nothing, where an earlier one may have. */
function answerOf({ nature }: Failure, error: unknown, mayBeCommitted: boolean): string {
  // The lock may be that of the earlier try.
  if (nature === "contended") return mayBeCommitted ? BLOCKED_AFTER_LOSS : BLOCKED;
  if (mayBeCommitted) return UNKNOWN;
  return nature === "unavailable" ? BUSY : outcomeText({ kind: "faulty", fault: faultOf(error) });
}
