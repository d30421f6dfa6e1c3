import type { DatabaseAddress } from "../../src/db/connect.ts";
import type { LedgerCommand, LedgerOutcome } from "../../src/domain/command.ts";
import { commandText, readCommand, readOutcome } from "../../src/domain/command-text.ts";
import type { WalletId } from "../../src/domain/ids.ts";
import { CommandQueue } from "../../src/ledger/command-queue.ts";
import { GroupCommit } from "../../src/ledger/group-commit.ts";
import { PendingCommand } from "../../src/ledger/pending-command.ts";

/** A writer without its Durable Object: queue, group commit and one connection. */
export interface LedgerWriter {
  /** Posts commands of one wallet's object. */
  post(
    viaWalletId: WalletId,
    commands: readonly LedgerCommand[],
    budgetMs?: number,
  ): Promise<(LedgerOutcome | { readonly kind: "blocked" })[]>;
  close(): void;
}

export function openWriter(address: DatabaseAddress): LedgerWriter {
  const limits = { profile: "development", zone: "Asia/Aden" } as const;
  const commit = new GroupCommit({ ...address, limits }, (batch) => queue.putBack(batch));
  const queue = new CommandQueue({ waitingMax: 4_096, batchMax: 256, batchWaitMs: 1 }, (batch) =>
    commit.post(batch),
  );
  return {
    post(viaWalletId, commands, budgetMs = 13_000) {
      const deadlineMs = Date.now() + budgetMs;
      return Promise.all(
        commands.map(
          (command) =>
            new Promise<LedgerOutcome>((resolve) => {
              const answer = (text: string) => resolve(readOutcome(text));
              const parsed = readCommand(commandText(command));
              queue.add(new PendingCommand(parsed, viaWalletId, deadlineMs, answer));
            }),
        ),
      );
    },
    close: () => commit.close(),
  };
}
