// Finds repeated requests: an equal key with an equal fingerprint is the same request. The first
// request can be in an earlier commit, or earlier in the same batch.
import { isSameRequest, type MoneyCommand } from "../../domain/command.ts";
import type { TransactionId } from "../../domain/ids.ts";
import type { Case, Verdict } from "../case.ts";

interface EarlierRequest {
  readonly transactionId: TransactionId | null;
  readonly fingerprint: string | null;
}

const keyOf = (command: MoneyCommand): string | null =>
  command.idempotency ? `${command.actorId} ${command.idempotency.key}` : null;

/** The requests that one batch records. */
export class IdempotencyIndex {
  readonly #byKey = new Map<string, EarlierRequest>();
  readonly #byTransaction = new Set<TransactionId>();

  /** The verdict on a repeated request or a reused key; null for a new request. */
  find({ command, prior }: Case): Verdict | null {
    // The same command twice in a batch is a repetition, with or without a key.
    if (this.#byTransaction.has(command.transactionId)) {
      return { kind: "replay", transactionId: command.transactionId };
    }
    const key = keyOf(command);
    const earlier = prior ?? (key === null ? undefined : this.#byKey.get(key));
    if (!earlier) return null;
    const { idempotency } = command;
    const isAnotherRequest =
      earlier.fingerprint !== null &&
      !(idempotency && isSameRequest(earlier.fingerprint, idempotency));
    if (isAnotherRequest || earlier.transactionId === null) {
      return { kind: "refused", code: "idempotency_key_reused" };
    }
    return { kind: "replay", transactionId: earlier.transactionId };
  }

  /** Adds a command that this batch records. */
  add(command: MoneyCommand): void {
    const { transactionId, idempotency } = command;
    this.#byTransaction.add(transactionId);
    const key = keyOf(command);
    if (key !== null && idempotency) {
      this.#byKey.set(key, { transactionId, fingerprint: idempotency.fingerprint });
    }
  }
}
