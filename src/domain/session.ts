import type { SessionId } from "./ids.ts";

export const SESSION_END_REASONS = [
  "logout",
  "refresh_reuse",
  "password_change",
  "password_reset",
  "account_deletion",
  "operator",
  "role_change",
  "owner",
  "displaced",
] as const;
export type SessionEndReason = (typeof SESSION_END_REASONS)[number];

/** A log-in that lives, as its person sees it. */
export interface Session {
  readonly id: SessionId;
  /** As of the last time it was seen, like the place. */
  readonly device: string | null;
  readonly place: string | null;
  readonly createdAt: Date;
  /** When it logged in or last refreshed its tokens: some ten minutes apart while it is in use. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
}
