// One per wallet: puts that wallet's commands in order and sends what waits to its writer in one call.
// A queue, never a second copy of the balance: two of them alive at once lose nothing.
import { DurableObject } from "cloudflare:workers";
import type {
  CloseAccountCommand,
  CloseAccountOutcome,
  MoneyCommand,
  MoneyOutcome,
} from "../domain/command.ts";
import { WALLET_BATCH_MAX, WALLET_QUEUE_MAX } from "../domain/limits.ts";
import { CommandQueue } from "../ledger/command-queue.ts";
import { afterLoss, deliverAgain } from "./redelivery.ts";
import { writerOf } from "./writers.ts";

export class WalletObject extends DurableObject<Env> {
  readonly #name: string;
  readonly #queue: CommandQueue;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#name = ctx.id.name ?? ctx.id.toString();
    this.#queue = new CommandQueue(
      { waitingMax: WALLET_QUEUE_MAX, batchMax: WALLET_BATCH_MAX },
      (commands) =>
        deliverAgain<MoneyOutcome[]>(
          () => writerOf(env, this.#name).post(commands),
          (outcomes) => outcomes.map(afterLoss),
        ),
    );
  }

  /** Queues a command; answers after its commit. */
  submit(command: MoneyCommand): Promise<MoneyOutcome> {
    return this.#queue.submit(command);
  }

  /** Ends the account of this wallet's owner. */
  closeAccount(command: CloseAccountCommand): Promise<CloseAccountOutcome> {
    return deliverAgain(() => writerOf(this.env, this.#name).closeAccount(command));
  }
}
