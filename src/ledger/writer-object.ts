// One of a small fixed set of writers. It takes commands from many wallets and posts what waits in one
// Postgres transaction: group commit. It keeps no balance: what it forgets, the database knows.
import { DurableObject } from "cloudflare:workers";
import { WRITER_BATCH_MAX, WRITER_GATHER_MS, WRITER_QUEUE_MAX } from "../domain/bounds.ts";
import { BUSY, readCommand } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";
import { readConfig } from "../env.ts";
import { CommandQueue } from "./command-queue.ts";
import { GroupCommit } from "./group-commit.ts";
import { PendingCommand } from "./pending-command.ts";

const BOUNDS = {
  waitingMax: WRITER_QUEUE_MAX,
  batchMax: WRITER_BATCH_MAX,
  gatherMs: WRITER_GATHER_MS,
};

export class LedgerWriter extends DurableObject<Env> {
  readonly #queue: CommandQueue;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const commit = new GroupCommit(readConfig(env), (batch) => this.#queue.putBack(batch));
    this.#queue = new CommandQueue(BOUNDS, (batch) => commit.post(batch));
  }

  /**
   * Posts the commands of one wallet's object, as text; answers after their commit with one outcome for
   * each, in order. `budgetsMs` tells how many milliseconds each may take.
   */
  post(
    walletId: WalletId,
    commands: readonly string[],
    budgetsMs: readonly number[],
  ): Promise<string[]> {
    const nowMs = Date.now();
    return Promise.all(
      commands.map((text, i) => this.#take(walletId, text, nowMs + (budgetsMs[i] ?? 0))),
    );
  }

  #take(walletId: WalletId, text: string, deadlineMs: number): Promise<string> {
    const command = readCommand(text);
    return new Promise((settle) => {
      const pending = new PendingCommand(command, walletId, deadlineMs, settle);
      if (!this.#queue.add(pending)) settle(BUSY);
    });
  }
}
