import type { AuditEventId, UserId, WalletId } from "./ids.ts";
import type { MicrosText, UnixMicros } from "./instant.ts";
import { OPERATOR_ROLES } from "./user.ts";

/** The closed list of audit event types; the database has the same list as a CHECK. */
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
  "user_suspended",
  "suspension_lifted",
  "role_proposed",
  "role_proposal_rejected",
  "current_password_refused",
  "enrolment_code_refused",
  "phone_released",
  "rate_set",
  "rate_proposed",
  "rate_proposal_rejected",
  "own_limits_changed",
  "tier_changed",
  "wallet_closed",
  "wallet_reopened",
  "adjustment_proposed",
  "adjustment_rejected",
  "adjustment_made",
  "reversal_proposed",
  "reversal_rejected",
  "reversal_made",
  "transactions_looked_up",
  "limits_looked_up",
  "sessions_looked_up",
  "factors_looked_up",
] as const;

export type AuditEventType = (typeof AUDIT_EVENT_TYPES)[number];

/**
 * The role of an actor who is not the user: an operator, or the service itself (a job or a script).
 */
export const AUDIT_ACTOR_ROLES = [...OPERATOR_ROLES, "service"] as const;
export type AuditActorRole = (typeof AUDIT_ACTOR_ROLES)[number];

/** One event in an account's audit log, and who caused it. */
export interface AuditEvent {
  readonly id: AuditEventId;
  readonly type: AuditEventType;
  /** The user whose account changed. */
  readonly userId: UserId;
  readonly walletId: WalletId | null;
  readonly details: Readonly<Record<string, string | string[]>>;
  /** The operator who acted; null: the user or the service. */
  readonly actorId: UserId | null;
  /** Null: the user. */
  readonly actorRole: AuditActorRole | null;
  /**
   * It rises strictly in the order of commits, both among the events of one user and among the
   * events that one operator caused.
   */
  readonly createdAt: MicrosText;
}

/**
 * A position in a list of events. The id is part of it because old events, whose time the service
 * set and not the database, can have equal times.
 */
export interface AuditEventPosition {
  readonly createdAtMicros: UnixMicros;
  readonly id: AuditEventId;
}
