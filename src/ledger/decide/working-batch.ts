// The state of a batch while its cases are decided one after another.
import type { HoldId, TransactionId, WalletId } from "../../domain/ids.ts";
import type { UnixMs } from "../../domain/instant.ts";
import type { LocalDate } from "../../domain/limit.ts";
import type {
  Entry,
  LimitsNow,
  LockedHold,
  LockedRows,
  LockedWallet,
  OwnershipViolation,
} from "../case.ts";
import { BatchCounts } from "./batch-counts.ts";
import { IdempotencyIndex } from "./idempotency-index.ts";

export interface WorkingBatch {
  /** As the previous cases left them. */
  readonly wallets: Map<WalletId, LockedWallet>;
  readonly holds: Map<HoldId, LockedHold>;
  readonly entries: Entry[];
  readonly requests: IdempotencyIndex;
  readonly counts: BatchCounts;
  /** By actor and wallet: each is one audit event. */
  readonly violations: Map<string, OwnershipViolation>;
  /** The date in whose windows each transaction was counted. */
  readonly countedOn: Map<TransactionId, LocalDate>;
  /** The database's time. */
  readonly nowMs: UnixMs;
  /** Null: no limits apply. */
  readonly limits: LimitsNow | null;
}

export function newBatch({ wallets, holds, nowMs, limits }: LockedRows): WorkingBatch {
  return {
    wallets: new Map(wallets),
    holds: new Map(holds),
    entries: [],
    requests: new IdempotencyIndex(),
    counts: new BatchCounts(),
    violations: new Map(),
    countedOn: new Map(),
    nowMs,
    limits: limits ?? null,
  };
}

/**
 * A copy for a dry run: what is decided on it changes neither wallets nor rows of the batch. Attempts
 * at unknown recipients count for the batch itself, so that a dry run is no cheaper way to find out
 * who is registered.
 */
export function copyForDryRun(batch: WorkingBatch): WorkingBatch {
  return {
    ...batch,
    wallets: new Map(batch.wallets),
    holds: new Map(batch.holds),
    entries: [],
    violations: new Map(),
    countedOn: new Map(),
  };
}

/** The rows of `working` that differ from the locked ones. */
export function changedRows<Id, Row>(
  working: ReadonlyMap<Id, Row>,
  locked: ReadonlyMap<Id, Row>,
): Row[] {
  return [...working].flatMap(([id, row]) => (locked.get(id) === row ? [] : [row]));
}
