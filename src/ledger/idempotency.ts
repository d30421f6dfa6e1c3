// Exactly once: the same key with the same fingerprint is the same request, wherever it met the books
// before: in an earlier commit, or a few commands ahead in the very same batch.
import type { MoneyCommand } from "../domain/command.ts";
import type { TransactionId } from "../domain/ids.ts";
import type { Case, Verdict } from "./case.ts";

interface Memory {
  readonly transactionId: TransactionId | null;
  readonly fingerprint: string | null;
}

const keyOf = (command: MoneyCommand): string | null =>
  command.idempotency ? `${command.actorId} ${command.idempotency.key}` : null;

/** What was asked before, seen from within one batch. */
export class IdempotencyIndex {
  readonly #byKey = new Map<string, Memory>();
  readonly #byTransaction = new Set<TransactionId>();

  /** The answer that a repeated request gets; null when nothing like it was asked before. */
  find({ command, prior }: Case): Verdict | null {
    // A command that was delivered twice is itself, whatever its key says.
    if (this.#byTransaction.has(command.transactionId)) {
      return { kind: "replay", transactionId: command.transactionId };
    }
    const key = keyOf(command);
    const memory = prior ?? (key === null ? undefined : this.#byKey.get(key));
    if (!memory) return null;
    const isAnotherRequest =
      memory.fingerprint !== null && memory.fingerprint !== command.idempotency?.fingerprint;
    if (isAnotherRequest || memory.transactionId === null) {
      return { kind: "refused", code: "idempotency_key_reused" };
    }
    return { kind: "replay", transactionId: memory.transactionId };
  }

  /** Remembers a command that this batch records. */
  keep(command: MoneyCommand): void {
    const { transactionId, idempotency } = command;
    this.#byTransaction.add(transactionId);
    const key = keyOf(command);
    if (key !== null && idempotency) {
      this.#byKey.set(key, { transactionId, fingerprint: idempotency.fingerprint });
    }
  }
}
