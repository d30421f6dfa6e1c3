// Finds out whether a COMMIT without a reply succeeded. It uses a connection of its own, so that
// the writer can post other batches, and retries until the commands' deadlines have passed.
import type { DatabaseAddress } from "../db/connect.ts";
import { faultOf } from "../db/postgres-error.ts";
import { LOST_COMMITS_MAX } from "../domain/bounds.ts";
import { BLOCKED, BUSY, outcomeText } from "../domain/command-text.ts";
import { logLine } from "../log/log-line.ts";
import { LedgerConnection } from "./ledger-connection.ts";
import type { PendingCommand } from "./pending-command.ts";
import { type DecidedBatch, findCommitted } from "./post-batch.ts";
import { waitBeforeRetry } from "./timers.ts";

/**
 * Answers the commands with their committed outcomes if the COMMIT succeeded; otherwise passes them
 * to `putBack`. The queue answers a command as unknown if its deadline passes first. Never rejects.
 */
export async function resolveCommit(
  address: DatabaseAddress,
  batch: readonly PendingCommand[],
  decided: DecidedBatch,
  putBack: (batch: readonly PendingCommand[]) => void,
): Promise<void> {
  const connection = new LedgerConnection(address);
  for (let tried = 0; batch.some(({ isOpen }) => isOpen); tried++) {
    await waitBeforeRetry(tried);
    try {
      const outcomes = await connection.run((db) => findCommitted(db, decided));
      if (outcomes) {
        batch.forEach((pending, i) => {
          const outcome = outcomes[i];
          if (!outcome) return;
          pending.answer(outcome.kind === "blocked" ? BLOCKED : outcomeText(outcome));
        });
      } else {
        for (const pending of batch) {
          pending.isSent = false;
          if (++pending.lostCommits > LOST_COMMITS_MAX) pending.answer(BUSY);
        }
        putBack(batch);
      }
      break;
    } catch (error) {
      console.warn(logLine("commit_not_resolved", { tried, fault: faultOf(error) }));
      connection.drop();
    }
  }
  connection.drop();
}
