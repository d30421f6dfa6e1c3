/**
 * Why an operator freezes a wallet: a closed list, so that the audit log contains no personal data.
 */
export const FREEZE_REASONS = [
  "owner_request",
  "suspected_takeover",
  "suspected_fraud",
  "investigation",
  "legal_order",
] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

/** Why an operator lifts a freeze before its end. */
export const UNFREEZE_REASONS = ["owner_verified", "resolved", "mistake"] as const;
export type UnfreezeReason = (typeof UNFREEZE_REASONS)[number];

/** The freeze of a frozen wallet. */
export interface Freeze {
  readonly reason: FreezeReason;
  /** Null: until an operator lifts it. */
  readonly until: Date | null;
}
