// The Durable Object of one wallet, named by the wallet's id. It has the bounded queue of the
// wallet's commands, forwards them without parsing and stores no balance: two live objects for one
// wallet cannot lose money.
import { DurableObject } from "cloudflare:workers";
import { WALLET_BATCH_MAX, WALLET_QUEUE_MAX } from "../domain/bounds.ts";
import type { WalletId } from "../domain/ids.ts";
import { readConfig } from "../env.ts";
import type { LedgerWriter } from "../ledger/writer-object.ts";
import { WalletQueue } from "./wallet-queue.ts";

export class WalletObject extends DurableObject<Env> {
  readonly #walletId: WalletId;
  readonly #queue: WalletQueue;
  /** Reused between calls, and replaced after a lost call. */
  #writer: DurableObjectStub<LedgerWriter> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#walletId = (ctx.id.name ?? "") as WalletId;
    this.#queue = new WalletQueue(
      { commandsMax: WALLET_QUEUE_MAX, batchMax: WALLET_BATCH_MAX },
      (commands, budgetsMs) => this.#post(commands, budgetsMs),
    );
  }

  /** Queues a command. Returns its outcome within `budgetMs` milliseconds; both are text. */
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

/**
 * The writer of a wallet's object: always the same one. All writers have about equally many
 * wallets.
 */
export function writerOf(env: Env, walletId: WalletId): DurableObjectStub<LedgerWriter> {
  const { ledgerWriters, ledgerLocation } = readConfig(env);
  // The last digits of a UUIDv7 are random (RFC 9562 §5.7).
  const number = Number.parseInt(walletId.slice(-6), 16) % ledgerWriters;
  return env.LEDGER_WRITER.getByName(`writer-${number}`, { locationHint: ledgerLocation });
}
