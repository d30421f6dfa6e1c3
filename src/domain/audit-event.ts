import type { AuditEventId, UserId, WalletId } from "./ids.ts";
import { OPERATOR_ROLES } from "./user.ts";

/** What the audit trail tells apart. */
export const AUDIT_EVENT_TYPES = [
  "user_registered",
  "user_logged_in",
  "log_in_refused",
  "user_logged_out",
  "refresh_token_reused",
  "refresh_retried",
  "session_ended",
  "other_sessions_ended",
  "session_displaced",
  "profile_changed",
  "password_changed",
  "contact_code_sent",
  "contact_code_refused",
  "contact_verified",
  "password_reset",
  "user_deleted",
  "second_factor_asked",
  "second_factor_proven",
  "second_factor_refused",
  "session_stepped_up",
  "totp_enrolment_begun",
  "totp_enrolled",
  "totp_removed",
  "passkey_added",
  "passkey_renamed",
  "passkey_removed",
  "passkey_counter_refused",
  "recovery_codes_made",
  "factors_removed",
  "wallet_opened",
  "wallet_changed",
  "ownership_refused",
  "role_refused",
  "role_changed",
  "operators_listed",
  "operator_acts_looked_up",
  "user_looked_up",
  "lookup_found_nobody",
  "wallets_looked_up",
  "audit_events_looked_up",
  "wallet_frozen",
  "wallet_unfrozen",
  "freeze_expired",
  "sessions_ended",
] as const;

export type AuditEventType = (typeof AUDIT_EVENT_TYPES)[number];

/** Who acts when it is not the person: an operator, or the service by its clock or by a script. */
export const AUDIT_ACTOR_ROLES = [...OPERATOR_ROLES, "service"] as const;
export type AuditActorRole = (typeof AUDIT_ACTOR_ROLES)[number];

/** What happened to an account, and who did it. */
export interface AuditEvent {
  readonly id: AuditEventId;
  readonly type: AuditEventType;
  /** Whom it is about. */
  readonly userId: UserId;
  readonly walletId: WalletId | null;
  readonly details: Readonly<Record<string, string | string[]>>;
  /** The operator who acted; null when it was the person or the service. */
  readonly actorId: UserId | null;
  /** Null: the person. */
  readonly actorRole: AuditActorRole | null;
  /**
   * RFC 3339 in UTC with six decimals. It rises strictly in the order of commits, for each person and for
   * each operator who acts.
   */
  readonly createdAt: string;
}

/** A place in a list of events. Of events from before the database gave the time, some share one. */
export interface AuditEventPosition {
  readonly createdAtMicros: bigint;
  readonly id: AuditEventId;
}
