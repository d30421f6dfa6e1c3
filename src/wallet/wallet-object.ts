// The Durable Object of one wallet, named by the wallet's id. It has the bounded queue of the
// wallet's commands, forwards them without parsing and stores no balance: two live objects for one
// wallet cannot lose money. Its alarm ends holds whose time has passed, through the same queue.
import { DurableObject } from "cloudflare:workers";
import {
  ALARM_MS_MIN,
  COMMAND_MS_MAX,
  WALLET_BATCH_MAX,
  WALLET_QUEUE_MAX,
} from "../domain/bounds.ts";
import type { ReleaseExpiredHoldsOutcome } from "../domain/command.ts";
import { commandText, readOutcome } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";
import { systemClock } from "../domain/instant.ts";
import { readConfig } from "../env.ts";
import type { LedgerWriter } from "../ledger/writer-object.ts";
import { WalletQueue } from "./wallet-queue.ts";

export class WalletObject extends DurableObject<Env> {
  readonly #walletId: WalletId;
  readonly #queue: WalletQueue;
  /** Reused between calls, and replaced after a lost call. */
  #writer: DurableObjectStub<LedgerWriter> | null = null;

  readonly #afterRelease: () => Promise<void>;

  /** `afterRelease` runs after an alarm has ended holds. */
  constructor(ctx: DurableObjectState, env: Env, afterRelease = async () => {}) {
    super(ctx, env);
    this.#afterRelease = afterRelease;
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

  /** Sets the alarm, unless it goes off earlier. */
  async wakeAt(atMs: number): Promise<void> {
    const setMs = await this.ctx.storage.getAlarm();
    if (setMs === null || atMs < setMs) await this.ctx.storage.setAlarm(atMs);
  }

  /**
   * Ends the wallet's holds whose time has passed, and sets the alarm for the next. Nothing depends on
   * it, and a second run finds nothing to end. It rejects if the outcome is not known: the platform
   * then repeats it a few times.
   */
  override async alarm(): Promise<void> {
    const command = { kind: "release_expired_holds", walletId: this.#walletId } as const;
    const text = await this.submit(commandText(command), COMMAND_MS_MAX);
    const outcome = readOutcome(text) as ReleaseExpiredHoldsOutcome;
    if (outcome.kind !== "released") throw new Error(`holds were not released: ${outcome.kind}`);
    // The database's clock decides, and may be behind the one that the alarm goes by.
    const soonestMs = systemClock() + ALARM_MS_MIN;
    if (outcome.nextMs !== null) await this.wakeAt(Math.max(outcome.nextMs, soonestMs));
    if (outcome.holds > 0) await this.#afterRelease();
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
