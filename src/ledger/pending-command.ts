// A command that a writer has taken and not answered yet. It is answered once, at the latest when its
// time runs out: as busy while nothing of it was sent to be committed, as unknown after.
import type { LedgerCommand } from "../domain/command.ts";
import { BUSY, UNKNOWN } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";

/** A command was answered, because its time ran out, before anything was sent; the transaction ends. */
export class CommandExpired extends Error {
  override readonly name = "CommandExpired";
}

export class PendingCommand {
  readonly command: LedgerCommand;
  /** The wallet whose object sent it. */
  readonly viaWalletId: WalletId;
  /** Unix time in milliseconds, by the writer's own clock. */
  readonly deadlineMs: number;
  readonly #settle: (outcome: string) => void;
  #isOpen = true;
  /** Whether a statement that commits it may have reached Postgres. */
  isSent = false;
  /** How often its commit was lost and turned out not to have happened. */
  lostCommits = 0;

  constructor(
    command: LedgerCommand,
    viaWalletId: WalletId,
    deadlineMs: number,
    settle: (outcome: string) => void,
  ) {
    this.command = command;
    this.viaWalletId = viaWalletId;
    this.deadlineMs = deadlineMs;
    this.#settle = settle;
  }

  /** Whether nobody was answered yet. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Answers with the text of an outcome; a second answer is ignored. */
  answer(outcome: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#settle(outcome);
  }

  /** Answers a command whose time has run out at `nowMs`. */
  expire(nowMs: number): void {
    if (this.#isOpen && nowMs >= this.deadlineMs) this.answer(this.isSent ? UNKNOWN : BUSY);
  }
}
