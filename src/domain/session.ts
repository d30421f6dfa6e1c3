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

/** An active session, as its user sees it. */
export interface Session {
  readonly id: SessionId;
  /** Device and place of the last login or refresh. */
  readonly device: string | null;
  readonly place: string | null;
  readonly createdAt: Date;
  /**
   * The login or the last refresh of its tokens: about every ten minutes while the session is in
   * use.
   */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** Whether it is the session of this request. */
  readonly isCurrent: boolean;
}
