// Commands that change more than balances, one transaction each. Repeating one is safe: it finds what it
// did before.
import type { SocketDatabase } from "../db/connect.ts";
import { failureOf, faultOf } from "../db/postgres-error.ts";
import type { LedgerCommand, LedgerOutcome, MoneyCommand } from "../domain/command.ts";
import { BLOCKED, outcomeText, UNKNOWN } from "../domain/command-text.ts";
import { logLine } from "../log/log-line.ts";
import { closeAccount } from "./close-account.ts";
import { freezeWallet, unfreezeWallet } from "./freeze-wallet.ts";
import { ConnectionLost, type LedgerConnection } from "./ledger-connection.ts";
import type { PendingCommand } from "./pending-command.ts";
import { waitBeforeRetry } from "./retry-wait.ts";

function change(
  db: SocketDatabase,
  command: Exclude<LedgerCommand, MoneyCommand>,
): Promise<LedgerOutcome> {
  switch (command.kind) {
    case "close_account":
      return closeAccount(db, command);
    case "freeze_wallet":
      return freezeWallet(db, command);
    case "unfreeze_wallet":
      return unfreezeWallet(db, command);
  }
}

/** Posts one such command and answers it, unless its time runs out first. Never rejects. */
export async function postAlone(
  connection: LedgerConnection,
  pending: PendingCommand,
): Promise<void> {
  const { command } = pending;
  if (command.kind === "money") throw new Error("a money command is posted in a batch");
  let wasLost = false;
  for (let tried = 0; pending.isOpen; tried++) {
    if (tried > 0) await waitBeforeRetry(tried);
    pending.isSent = true;
    try {
      const outcome = await connection.run((db, work) => {
        work.committing();
        return change(db, command);
      });
      return pending.answer(outcomeText(outcome));
    } catch (error) {
      const { nature } = failureOf(error);
      const fault = faultOf(error);
      console.warn(logLine("command_failed", { command: command.kind, nature, tried, fault }));
      if (error instanceof ConnectionLost || nature === "unavailable") {
        connection.drop();
        wasLost = true;
      } else if (!wasLost) {
        pending.isSent = false;
        pending.answer(nature === "contended" ? BLOCKED : outcomeText({ kind: "faulty", fault }));
      } else if (nature === "refused") pending.answer(UNKNOWN);
    }
  }
}
