// Posts the commands that change more than balances, each in a transaction of its own. Repeating
// such a command is safe: the repetition finds what the first transaction wrote.
import type { SocketDatabase } from "../db/connect.ts";
import { faultOf } from "../db/postgres-error.ts";
import type { LedgerCommand, LedgerOutcome, MoneyCommand } from "../domain/command.ts";
import {
  BLOCKED,
  BLOCKED_MAYBE_COMMITTED,
  BUSY,
  outcomeText,
  UNKNOWN,
} from "../domain/command-text.ts";
import { logLine } from "../log/log-line.ts";
import { changeOwnWallet } from "./change-own-wallet.ts";
import { closeAccount } from "./close-account.ts";
import { closeWallet } from "./close-wallet.ts";
import { freezeWallet, unfreezeWallet } from "./freeze-wallet.ts";
import type { LedgerConnection } from "./ledger-connection.ts";
import { CommandExpired, type PendingCommand } from "./pending-command.ts";
import { classifyFailure, type PostFailure } from "./post-failure.ts";
import { releaseExpiredHolds } from "./release-expired-holds.ts";
import { reopenWallet } from "./reopen-wallet.ts";
import { waitBeforeRetry } from "./timers.ts";

/** `committing` is called before COMMIT is sent; if it throws, the transaction is rolled back. */
function execute(
  db: SocketDatabase,
  command: Exclude<LedgerCommand, MoneyCommand>,
  committing: () => void,
): Promise<LedgerOutcome> {
  switch (command.kind) {
    case "close_account":
      return closeAccount(db, command, committing);
    case "release_expired_holds":
      return releaseExpiredHolds(db, command, committing);
    case "freeze_wallet":
      return freezeWallet(db, command, committing);
    case "unfreeze_wallet":
      return unfreezeWallet(db, command, committing);
    case "reopen_wallet":
      return reopenWallet(db, command, committing);
    case "change_wallet":
      return changeOwnWallet(db, command, committing);
    case "close_wallet":
      return closeWallet(db, command, committing);
  }
}

/**
 * Posts one command and answers it, unless its deadline passes first. It retries for as long as the
 * connection fails, because no other command could be posted either. Never rejects.
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
        execute(db, command, () => {
          if (!pending.isOpen) throw new CommandExpired();
          work.committing();
          pending.isSent = true;
        }),
      );
      return pending.answer(outcomeText(outcome));
    } catch (error) {
      if (error instanceof CommandExpired) return;
      const failure = classifyFailure(error);
      const facts = { command: command.kind, failure: failure.kind, tried, fault: faultOf(error) };
      console.warn(logLine("command_failed", facts));
      const isUnavailable = failure.kind === "lost" || failure.kind === "unavailable";
      if (isUnavailable) connection.drop();
      const isUncertain = isUnavailable && failure.mayBeCommitted;
      mayBeCommitted ||= isUncertain && pending.isSent;
      pending.isSent = mayBeCommitted;
      if (!isUncertain) return pending.answer(answerOf(failure, error, mayBeCommitted));
    }
  }
}

/**
 * The answer after an attempt without effect. `mayBeCommitted`: an earlier attempt may have had
 * one.
 */
function answerOf({ kind }: PostFailure, error: unknown, mayBeCommitted: boolean): string {
  // The lock can be that of the earlier attempt, whose transaction Postgres has not ended yet.
  if (kind === "locked" || kind === "conflict")
    return mayBeCommitted ? BLOCKED_MAYBE_COMMITTED : BLOCKED;
  if (mayBeCommitted) return UNKNOWN;
  return kind === "unavailable" ? BUSY : outcomeText({ kind: "faulty", fault: faultOf(error) });
}
