// One of a fixed number, each with its share of the wallets: puts every wallet's commands in order, lets
// wallets take turns, and sends what waits to its writer in one call. It keeps no balance: two of them
// alive for one wallet lose nothing.
import { DurableObject } from "cloudflare:workers";
import type {
  CloseAccountCommand,
  CloseAccountOutcome,
  MoneyCommand,
  MoneyOutcome,
} from "../domain/command.ts";
import { WALLET_BATCH_MAX, WALLET_OBJECT_QUEUE_MAX, WALLET_QUEUE_MAX } from "../domain/limits.ts";
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
      {
        lineMax: WALLET_QUEUE_MAX,
        waitingMax: WALLET_OBJECT_QUEUE_MAX,
        batchMax: WALLET_BATCH_MAX,
      },
      (commands) =>
        deliverAgain<MoneyOutcome[]>(
          () => writerOf(env, this.#name).post(commands),
          (outcomes) => outcomes.map(afterLoss),
        ),
    );
  }

  /** Queues a command behind the others of its wallet; answers after its commit. */
  submit(walletName: string, command: MoneyCommand): Promise<MoneyOutcome> {
    return this.#queue.submit(command, walletName);
  }

  /** Ends the account of a wallet's owner. */
  closeAccount(command: CloseAccountCommand): Promise<CloseAccountOutcome> {
    return deliverAgain(() => writerOf(this.env, this.#name).closeAccount(command));
  }
}
