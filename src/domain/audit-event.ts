/** What the audit trail tells apart. */
export const AUDIT_EVENT_TYPES = [
  "user_registered",
  "user_logged_in",
  "log_in_refused",
  "user_logged_out",
  "refresh_token_reused",
  "profile_changed",
  "password_changed",
  "user_deleted",
  "wallet_opened",
  "wallet_changed",
  "ownership_refused",
] as const;

export type AuditEventType = (typeof AUDIT_EVENT_TYPES)[number];
