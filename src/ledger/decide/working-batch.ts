// The state of a batch while its cases are decided one after another.
import type {
  FundingId,
  HoldId,
  MoneyProposalId,
  QuoteId,
  TransactionId,
  WalletId,
} from "../../domain/ids.ts";
import type { UnixMs } from "../../domain/instant.ts";
import type { LocalDate } from "../../domain/limit.ts";
import type {
  Entry,
  LimitsNow,
  LiquidityPosition,
  LockedHold,
  LockedOriginal,
  LockedQuote,
  LockedRows,
  LockedWallet,
  Opening,
  OwnershipViolation,
} from "../case.ts";
import type { LockedFunding } from "../funding-case.ts";
import type { LockedProposal } from "../proposal-case.ts";
import { BatchCounts } from "./batch-counts.ts";
import { IdempotencyIndex } from "./idempotency-index.ts";

export interface WorkingBatch {
  /** As the previous cases left them. */
  readonly wallets: Map<WalletId, LockedWallet>;
  readonly holds: Map<HoldId, LockedHold>;
  /** The number of open payment holds by payer's wallet. */
  readonly openHolds: Map<WalletId, number>;
  readonly originals: Map<TransactionId, LockedOriginal>;
  readonly quotes: Map<QuoteId, LockedQuote>;
  /** The service's positions in the currencies of the quotes and originals, by liquidity wallet. */
  readonly positions: Map<WalletId, LiquidityPosition>;
  readonly funding: Map<FundingId, LockedFunding>;
  /** As the batch found them, by wallet. */
  readonly openWithdrawals: ReadonlyMap<WalletId, number>;
  readonly proposals: Map<MoneyProposalId, LockedProposal>;
  /** By owner and currency. */
  readonly openings: Map<string, Opening>;
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

export function newBatch(locked: LockedRows): WorkingBatch {
  return {
    wallets: new Map(locked.wallets),
    holds: new Map(locked.holds),
    openHolds: new Map(locked.openHolds),
    originals: new Map(locked.originals),
    quotes: new Map(locked.quotes),
    positions: new Map(locked.positions),
    funding: new Map(locked.funding),
    openWithdrawals: locked.openWithdrawals ?? new Map(),
    proposals: new Map(locked.proposals),
    openings: new Map(),
    entries: [],
    requests: new IdempotencyIndex(),
    counts: new BatchCounts(),
    violations: new Map(),
    countedOn: new Map(),
    nowMs: locked.nowMs,
    limits: locked.limits ?? null,
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
    openHolds: new Map(batch.openHolds),
    originals: new Map(batch.originals),
    quotes: new Map(batch.quotes),
    positions: new Map(batch.positions),
    funding: new Map(batch.funding),
    proposals: new Map(batch.proposals),
    openings: new Map(batch.openings),
    entries: [],
    violations: new Map(),
    countedOn: new Map(),
  };
}

/** The rows of `working` that differ from the locked ones. */
export function changedRows<Id, Row>(
  working: ReadonlyMap<Id, Row>,
  locked: ReadonlyMap<Id, Row> | undefined,
): Row[] {
  return [...working].flatMap(([id, row]) => (locked?.get(id) === row ? [] : [row]));
}
