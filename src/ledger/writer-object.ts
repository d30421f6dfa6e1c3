// One of a small fixed set of writers. It takes commands from many wallets and posts what waits in one
// Postgres transaction: group commit. It keeps no balance: whatever it forgets, the books know.
import { DurableObject } from "cloudflare:workers";
import { faultOf } from "../db/postgres-error.ts";
import type {
  CloseAccountCommand,
  CloseAccountOutcome,
  MoneyCommand,
  MoneyOutcome,
} from "../domain/command.ts";
import {
  BATCH_RETRY_MAX,
  WRITER_BATCH_MAX,
  WRITER_GATHER_MS,
  WRITER_QUEUE_MAX,
} from "../domain/limits.ts";
import { readConfig } from "../env.ts";
import { logLine } from "../log/log-line.ts";
import { closeAccount } from "./close-account.ts";
import { CommandQueue } from "./command-queue.ts";
import { groupCommit, natureOf } from "./group-commit.ts";
import { LedgerConnection } from "./ledger-connection.ts";

export class LedgerWriter extends DurableObject<Env> {
  readonly #connection: LedgerConnection;
  readonly #queue: CommandQueue;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const connection = new LedgerConnection(readConfig(env));
    this.#connection = connection;
    this.#queue = new CommandQueue(
      {
        waitingMax: WRITER_QUEUE_MAX,
        batchMax: WRITER_BATCH_MAX,
        gatherMs: WRITER_GATHER_MS,
      },
      (commands) => connection.exclusively(() => groupCommit(connection, commands)),
    );
  }

  /** Posts commands; answers after their commit, one outcome for each, in order. */
  post(commands: readonly MoneyCommand[]): Promise<MoneyOutcome[]> {
    return Promise.all(commands.map((command) => this.#queue.submit(command)));
  }

  /** Ends an account. Repeating it is harmless: a closed account stays closed. */
  closeAccount(command: CloseAccountCommand): Promise<CloseAccountOutcome> {
    return this.#connection.exclusively(async () => {
      for (let tried = 0; tried <= BATCH_RETRY_MAX; tried++) {
        try {
          return await this.#connection.run((db) => closeAccount(db, command));
        } catch (error) {
          const nature = natureOf(error);
          if (nature === "refused") throw new Error(faultOf(error), { cause: error });
          if (nature === "lost") this.#connection.drop();
          console.warn(logLine("close_account_failed", { nature, tried, fault: faultOf(error) }));
        }
      }
      return { kind: "unknown" };
    });
  }
}
