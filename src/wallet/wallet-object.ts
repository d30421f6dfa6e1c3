// One of a fixed number, each with the wallets of its share of the people: puts every person's commands in
// order, lets people take turns, and sends what waits to its writer in one call. It keeps no balance: two
// of them alive for one wallet lose nothing.
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
import { writerOf } from "./shares.ts";

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

  /** Queues a command behind the others of its actor; answers after its commit. */
  submit(command: MoneyCommand): Promise<MoneyOutcome> {
    return this.#queue.submit(command, command.actorId);
  }

  /** Ends its actor's account. */
  closeAccount(command: CloseAccountCommand): Promise<CloseAccountOutcome> {
    return deliverAgain(() => writerOf(this.env, this.#name).closeAccount(command));
  }
}
