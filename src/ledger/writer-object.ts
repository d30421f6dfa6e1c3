// One of a small fixed set of writers. It takes commands from many wallets and posts all waiting
// commands in one Postgres transaction (group commit). It stores nothing: a restarted writer needs
// no recovery.
import { DurableObject } from "cloudflare:workers";
import { WRITER_BATCH_MAX, WRITER_BATCH_WAIT_MS, WRITER_QUEUE_MAX } from "../domain/bounds.ts";
import { BUSY, readCommand } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";
import { systemClock } from "../domain/instant.ts";
import { readConfig } from "../env.ts";
import { CommandQueue } from "./command-queue.ts";
import { GroupCommit } from "./group-commit.ts";
import { PendingCommand } from "./pending-command.ts";

const BOUNDS = {
  waitingMax: WRITER_QUEUE_MAX,
  batchMax: WRITER_BATCH_MAX,
  batchWaitMs: WRITER_BATCH_WAIT_MS,
};

export class LedgerWriter extends DurableObject<Env> {
  readonly #queue: CommandQueue;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const commit = new GroupCommit(readConfig(env), (batch) => this.#queue.putBack(batch));
    this.#queue = new CommandQueue(BOUNDS, (batch) => commit.post(batch));
  }

  /**
   * Posts commands of one wallet's object, as text. Returns one outcome for each, in order, after
   * their commit. `budgetsMs` is the time that each command may take, in milliseconds.
   */
  post(
    walletId: WalletId,
    commands: readonly string[],
    budgetsMs: readonly number[],
  ): Promise<string[]> {
    const nowMs = systemClock();
    return Promise.all(
      commands.map((text, i) => this.#take(walletId, text, nowMs + (budgetsMs[i] ?? 0))),
    );
  }

  #take(walletId: WalletId, text: string, deadlineMs: number): Promise<string> {
    const command = readCommand(text);
    return new Promise((resolve) => {
      const pending = new PendingCommand(command, walletId, deadlineMs, resolve);
      if (!this.#queue.add(pending)) resolve(BUSY);
    });
  }
}
