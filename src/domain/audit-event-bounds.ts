import type { AuditEventType } from "./audit-event.ts";

/**
 * What bounds the events of a type about one user. Audit events cannot be deleted, and an account
 * costs nothing, so no type may be without a bound.
 * - `act`: the act is refused beyond EVENTS_PER_HOUR_MAX.act; its event is never left out.
 * - `refusal`: beyond EVENTS_PER_HOUR_MAX.refusal no event is written; the Worker's log has each
 *   refusal.
 * - `interval`: one in an hour for each wallet or action, and OWNERSHIP_REFUSED_PER_HOUR_MAX in
 *   all.
 * - `login`: no more than logins and step-ups, because each one belongs to one or ends its session.
 * - `daily`: the changes of a day are counted (CHANGES_PER_DAY, CONTACT_CHANGES_PER_DAY).
 * - `code`: no more than codes that were sent, and these are throttled.
 * - `row`: once for each row that can exist or can be removed.
 * - `lift`: an operator causes it. No more than EVENTS_PER_HOUR_MAX.lift suspensions are lifted, and
 *   the next suspension needs the end of the one before. The suspension itself is never refused.
 * - `operator`: an operator causes it; look-ups have a quota, and a change that changes nothing is
 *   refused.
 */
export type EventBound =
  | "act"
  | "refusal"
  | "interval"
  | "login"
  | "daily"
  | "code"
  | "row"
  | "lift"
  | "operator";

/** The bound of each type; a type without one does not compile. */
export const EVENT_BOUNDS = {
  user_registered: "row",
  user_logged_in: "act",
  log_in_refused: "refusal",
  user_logged_out: "login",
  refresh_token_reused: "login",
  refresh_retried: "act",
  session_ended: "login",
  other_sessions_ended: "login",
  session_displaced: "login",
  profile_changed: "act",
  password_changed: "daily",
  contact_code_sent: "code",
  contact_code_refused: "refusal",
  contact_verified: "code",
  password_reset: "code",
  user_deleted: "row",
  second_factor_asked: "refusal",
  second_factor_proven: "login",
  second_factor_refused: "refusal",
  session_stepped_up: "act",
  totp_enrolment_begun: "act",
  totp_enrolled: "daily",
  totp_removed: "row",
  passkey_added: "daily",
  passkey_renamed: "act",
  passkey_removed: "row",
  passkey_counter_refused: "refusal",
  recovery_codes_made: "daily",
  factors_removed: "operator",
  wallet_opened: "row",
  wallet_changed: "act",
  ownership_refused: "interval",
  role_refused: "interval",
  role_changed: "operator",
  operators_listed: "operator",
  operator_acts_looked_up: "operator",
  user_looked_up: "operator",
  lookup_found_nobody: "operator",
  wallets_looked_up: "operator",
  audit_events_looked_up: "operator",
  wallet_frozen: "operator",
  wallet_unfrozen: "operator",
  freeze_expired: "row",
  sessions_ended: "operator",
  user_suspended: "lift",
  suspension_lifted: "lift",
  role_proposed: "operator",
  role_proposal_rejected: "operator",
  current_password_refused: "refusal",
  enrolment_code_refused: "refusal",
  phone_released: "code",
  rate_set: "operator",
  rate_proposed: "operator",
  rate_proposal_rejected: "operator",
  own_limits_changed: "act",
  tier_changed: "operator",
  wallet_closed: "act",
  wallet_reopened: "operator",
  adjustment_proposed: "operator",
  adjustment_rejected: "operator",
  adjustment_made: "operator",
  reversal_proposed: "operator",
  reversal_rejected: "operator",
  reversal_made: "operator",
  transactions_looked_up: "operator",
  limits_looked_up: "operator",
  sessions_looked_up: "operator",
  factors_looked_up: "operator",
} as const satisfies Record<AuditEventType, EventBound>;

type TypeWith<Bound extends EventBound> = {
  [Type in AuditEventType]: (typeof EVENT_BOUNDS)[Type] extends Bound ? Type : never;
}[AuditEventType];

/** Events of acts that are refused when one user has made too many within an hour. */
export type ActType = TypeWith<"act">;

/** Events of refusals that are left out when there were too many about one user within an hour. */
export type RefusalType = TypeWith<"refusal">;
