// A command in a writer's queue. It is answered once, at the latest at its deadline: as busy if it
// was not sent to be committed, otherwise as unknown.
import type { LedgerCommand } from "../domain/command.ts";
import { BUSY, UNKNOWN } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";

/**
 * Thrown to roll a transaction back: a command's deadline passed before it was sent to be
 * committed.
 */
export class CommandExpired extends Error {
  override readonly name = "CommandExpired";
}

export class PendingCommand {
  readonly command: LedgerCommand;
  /** The wallet whose object sent it. */
  readonly viaWalletId: WalletId;
  /** By the writer's own clock. */
  readonly deadlineMs: number;
  readonly #resolve: (outcome: string) => void;
  #isOpen = true;
  /** Whether it was sent to be committed: its COMMIT may have reached Postgres. */
  isSent = false;
  /** How often its COMMIT was lost and turned out to have had no effect. */
  lostCommits = 0;

  constructor(
    command: LedgerCommand,
    viaWalletId: WalletId,
    deadlineMs: number,
    resolve: (outcome: string) => void,
  ) {
    this.command = command;
    this.viaWalletId = viaWalletId;
    this.deadlineMs = deadlineMs;
    this.#resolve = resolve;
  }

  /** Whether it was not answered yet. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Answers with the text of an outcome; a second answer is ignored. */
  answer(outcome: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#resolve(outcome);
  }

  /** Answers the command if its deadline is not after `atMs`. */
  expire(atMs: number): void {
    if (this.#isOpen && atMs >= this.deadlineMs) this.answer(this.isSent ? UNKNOWN : BUSY);
  }
}
