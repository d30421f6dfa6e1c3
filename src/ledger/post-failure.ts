// What an error means for the transaction that failed with it. Group commit and single posting
// decide by it whether to retry, to resolve the commit, or to answer.
import { failureOf, postgresErrorOf } from "../db/postgres-error.ts";
import { ConnectionLost } from "./ledger-connection.ts";

// Another writer committed the same command, the same idempotency key, or another use of the same
// quote or event first: a retry finds its rows.
const CONFLICTING_CONSTRAINTS: ReadonlySet<string> = new Set([
  "transactions_pkey",
  "transactions_reference_unique",
  "entries_pkey",
  "entries_wallet_id_seq_unique",
  "idempotency_keys_pkey",
  "wallets_default_unique",
  "transactions_quote_id_unique",
  "money_proposals_funding_event_unique",
]);

/** Another batch has moved the service's position: a retry decides by the new one. */
const CAPS_CONSTRAINT = "liquidity_positions_within_caps";

export interface PostFailure {
  /**
   * - lost: the connection failed or did not answer in time.
   * - unavailable: Postgres reported a failure of its own, such as a full disk or a shutdown.
   * - locked: a lock wait or a statement timed out.
   * - conflict: another transaction was faster; a retry can succeed.
   * - refused: Postgres would refuse the same statement again.
   * - fault: the error is not from Postgres or the connection, so it is a fault of the service's
   *   code.
   */
  readonly kind: "lost" | "unavailable" | "locked" | "conflict" | "refused" | "fault";
  /** Whether a COMMIT that was sent may have succeeded. */
  readonly mayBeCommitted: boolean;
}

/** Classifies an error that a transaction on a LedgerConnection failed with. */
export function classifyFailure(error: unknown): PostFailure {
  if (error instanceof ConnectionLost) return { kind: "lost", mayBeCommitted: true };
  const postgres = postgresErrorOf(error);
  // The code can fail after COMMIT succeeded, while it reads the result.
  if (!postgres) return { kind: "fault", mayBeCommitted: true };
  const { nature, mayBeCommitted } = failureOf(error);
  if (nature === "unavailable") return { kind: "unavailable", mayBeCommitted };
  const { sqlstate, constraint } = postgres;
  const isDuplicate = sqlstate === "23505" && CONFLICTING_CONSTRAINTS.has(constraint ?? "");
  const isBeyondCap = sqlstate === "23514" && constraint === CAPS_CONSTRAINT;
  if (isDuplicate || isBeyondCap || sqlstate.startsWith("40"))
    return { kind: "conflict", mayBeCommitted };
  return { kind: nature === "contended" ? "locked" : "refused", mayBeCommitted };
}
