/** Why an operator freezes a wallet: a closed list, so that no personal data gets into history. */
export const FREEZE_REASONS = [
  "owner_request",
  "suspected_takeover",
  "suspected_fraud",
  "investigation",
  "legal_order",
] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

/** Why an operator lifts a freeze before its time. */
export const UNFREEZE_REASONS = ["owner_verified", "resolved", "mistake"] as const;
export type UnfreezeReason = (typeof UNFREEZE_REASONS)[number];

/** A freeze that stands; without an end it stands until an operator lifts it. */
export interface Freeze {
  readonly reason: FreezeReason;
  readonly until: Date | null;
}
