// A command in a wallet's queue. It is answered once.
import { asUnknownIfNoEffect } from "../domain/command-text.ts";

export class QueuedCommand {
  /** The command, as text. */
  readonly command: string;
  /** Unix time in milliseconds. */
  readonly deadlineMs: number;
  readonly #resolve: (outcome: string) => void;
  /** Whether it was not answered yet. */
  isOpen = true;
  /** Whether it is in the batch that was sent to the writer. */
  isSent = false;
  /**
   * Whether a lost call may have committed it: its outcome must then not claim that it had no
   * effect.
   */
  mayBeCommitted = false;
  /** How often it was blocked by a lock, and when it is sent again. */
  blockedCount = 0;
  retryAtMs = 0;

  constructor(command: string, deadlineMs: number, resolve: (outcome: string) => void) {
    this.command = command;
    this.deadlineMs = deadlineMs;
    this.#resolve = resolve;
  }

  /** Answers with the text of an outcome; a second answer is ignored. */
  answer(outcome: string): void {
    if (!this.isOpen) return;
    const answer = this.mayBeCommitted ? asUnknownIfNoEffect(outcome) : outcome;
    this.isOpen = false;
    this.#resolve(answer);
  }
}
