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

/** What a freeze stops: money that leaves the wallet, money that enters it, or both. */
export const FREEZE_SCOPES = ["debits", "credits", "both"] as const;
export type FreezeScope = (typeof FREEZE_SCOPES)[number];

/** A direction of money, seen from the wallet. */
export type Direction = Exclude<FreezeScope, "both">;

/** Whether a freeze of this scope stops money in this direction. */
export function stops(scope: FreezeScope, direction: Direction): boolean {
  return scope === "both" || scope === direction;
}

/** Whether a freeze of this scope stops all that a freeze of the other scope stops. */
export function covers(scope: FreezeScope, other: FreezeScope): boolean {
  return scope === "both" || scope === other;
}

/** Why an operator lifts a freeze before its end. */
export const UNFREEZE_REASONS = ["owner_verified", "resolved", "mistake"] as const;
export type UnfreezeReason = (typeof UNFREEZE_REASONS)[number];

/** The freeze of a frozen wallet. */
export interface Freeze {
  readonly reason: FreezeReason;
  readonly scope: FreezeScope;
  /** Null: until an operator lifts it. */
  readonly until: Date | null;
}
