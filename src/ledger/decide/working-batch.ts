// The state of a batch while its cases are decided one after another.
import type { HoldId, TransactionId, WalletId } from "../../domain/ids.ts";
import type { UnixMs } from "../../domain/instant.ts";
import type {
  Entry,
  LockedHold,
  LockedOriginal,
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
  readonly originals: Map<TransactionId, LockedOriginal>;
  readonly entries: Entry[];
  readonly requests: IdempotencyIndex;
  readonly counts: BatchCounts;
  /** By actor and wallet: each is one audit event. */
  readonly violations: Map<string, OwnershipViolation>;
  /** The database's time. */
  readonly nowMs: UnixMs;
}

export function newBatch({ wallets, holds, originals, nowMs }: LockedRows): WorkingBatch {
  return {
    wallets: new Map(wallets),
    holds: new Map(holds),
    originals: new Map(originals),
    entries: [],
    requests: new IdempotencyIndex(),
    counts: new BatchCounts(),
    violations: new Map(),
    nowMs,
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
    originals: new Map(batch.originals),
    entries: [],
    violations: new Map(),
  };
}

/** The rows of `working` that differ from the locked ones. */
export function changedRows<Id, Row>(
  working: ReadonlyMap<Id, Row>,
  locked: ReadonlyMap<Id, Row>,
): Row[] {
  return [...working].flatMap(([id, row]) => (locked.get(id) === row ? [] : [row]));
}
