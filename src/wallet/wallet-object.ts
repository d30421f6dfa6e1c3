// One for each wallet, named by the wallet's id: the queue of its commands, in order and bounded. It passes
// commands on without reading them and keeps no balance: two of them alive for one wallet lose nothing.
import { DurableObject } from "cloudflare:workers";
import { WALLET_BATCH_MAX, WALLET_QUEUE_MAX } from "../domain/bounds.ts";
import type { WalletId } from "../domain/ids.ts";
import { readConfig } from "../env.ts";
import type { LedgerWriter } from "../ledger/writer-object.ts";
import { WalletQueue } from "./wallet-queue.ts";

export class WalletObject extends DurableObject<Env> {
  readonly #walletId: WalletId;
  readonly #queue: WalletQueue;
  /** Kept between calls, and made again after a lost one. */
  #writer: DurableObjectStub<LedgerWriter> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#walletId = (ctx.id.name ?? "") as WalletId;
    this.#queue = new WalletQueue(
      { commandsMax: WALLET_QUEUE_MAX, batchMax: WALLET_BATCH_MAX },
      (commands, budgetsMs) => this.#post(commands, budgetsMs),
    );
  }

  /** Queues the text of a command; answers with the text of its outcome within `budgetMs` milliseconds. */
  submit(command: string, budgetMs: number): Promise<string> {
    return this.#queue.submit(command, budgetMs);
  }

  async #post(commands: readonly string[], budgetsMs: readonly number[]): Promise<string[]> {
    this.#writer ??= writerOf(this.env, this.#walletId);
    try {
      return await this.#writer.post(this.#walletId, commands, budgetsMs);
    } catch (error) {
      this.#writer = null;
      throw error;
    }
  }
}

/** The writer that posts for a wallet's object: always the same, and each for as many wallets as another. */
export function writerOf(env: Env, walletId: WalletId): DurableObjectStub<LedgerWriter> {
  const { ledgerWriters, ledgerLocation } = readConfig(env);
  // The last digits of a UUIDv7 are random (RFC 9562 §5.7).
  const number = Number.parseInt(walletId.slice(-6), 16) % ledgerWriters;
  return env.LEDGER_WRITER.getByName(`writer-${number}`, { locationHint: ledgerLocation });
}
