import type { FreezeReason } from "./freeze.ts";

/** The suspension of a user. Its reasons are those of a freeze, and so are those of its end. */
export interface Suspension {
  readonly since: Date;
  readonly reason: FreezeReason;
}

/** A suspension from its two stored values; null if the user is not suspended. */
export function suspensionOf(since: Date | null, reason: FreezeReason | null): Suspension | null {
  return since && reason && { since, reason };
}

/** The reasons that a suspended user is shown: they help the user, and warn nobody else. */
export const SHOWN_REASONS = [
  "owner_request",
  "suspected_takeover",
] as const satisfies readonly FreezeReason[];
export type ShownReason = (typeof SHOWN_REASONS)[number];

/** The reason as the suspended user sees it; null if it may belong to an investigation of them. */
export function shownReason(reason: FreezeReason): ShownReason | null {
  return SHOWN_REASONS.find((shown) => shown === reason) ?? null;
}

/** The reasons for which no message is sent, neither of the suspension nor of its end. */
export const UNANNOUNCED_REASONS = [
  "investigation",
  "legal_order",
] as const satisfies readonly FreezeReason[];
