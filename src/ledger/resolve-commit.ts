// Finds out whether a COMMIT without a reply succeeded: on a connection of its own, so that other batches go
// on meanwhile, and for as long as the commands have time.
import type { DatabaseAddress } from "../db/connect.ts";
import { faultOf } from "../db/postgres-error.ts";
import { LOST_COMMITS_MAX } from "../domain/bounds.ts";
import { BLOCKED, BUSY, outcomeText } from "../domain/command-text.ts";
import { logLine } from "../log/log-line.ts";
import { LedgerConnection } from "./ledger-connection.ts";
import type { PendingCommand } from "./pending-command.ts";
import { waitBeforeRetry } from "./retry-wait.ts";
import { type Attempt, findCommitted } from "./store.ts";

/**
 * Answers the commands of a lost commit with what it committed; hands those of one that never happened to
 * `putBack`. What is still open when its time runs out is answered as unknown by its queue. Never rejects.
 */
export async function resolveCommit(
  address: DatabaseAddress,
  batch: readonly PendingCommand[],
  attempt: Attempt,
  putBack: (batch: readonly PendingCommand[]) => void,
): Promise<void> {
  const connection = new LedgerConnection(address);
  for (let tried = 0; batch.some(({ isOpen }) => isOpen); tried++) {
    await waitBeforeRetry(tried);
    try {
      const outcomes = await connection.run((db) => findCommitted(db, attempt));
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
