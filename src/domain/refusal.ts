/**
 * Why the ledger refuses a command, in order of precedence: the first reason that applies is
 * returned. No transaction records them: most are decided before the command has a wallet of its
 * caller, and the last two can succeed later under the same key. `too_many_attempts` also bounds
 * how many transactions are recorded. The ledger records a command with a failure code below as a
 * failed transaction.
 */
export const UNRECORDED_REFUSALS = [
  "session_ended",
  "idempotency_key_reused",
  "wallet_not_found",
  "not_wallet_owner",
  "hold_not_found",
  "not_refundable",
  "quote_not_found",
  "step_up_required",
  "role_required",
  "own_account",
  "other_operator_required",
  "proposal_not_found",
  "deposit_not_found",
  "withdrawal_not_found",
  "too_many_attempts",
] as const;

/**
 * The caller's own side comes first: a caller without the money learns nothing about a recipient.
 * `recipient_unavailable` is in records of earlier releases only, and is read as
 * `recipient_not_found`.
 */
export const FAILURE_CODES = [
  "account_suspended",
  "refund_exceeds_original",
  "refund_limit_reached",
  "same_wallet",
  "wallet_frozen",
  "wallet_closed",
  "currency_mismatch",
  "hold_expired",
  "hold_voided",
  "hold_captured",
  "void_not_allowed",
  "hold_amendment_limit_reached",
  "hold_not_higher",
  "hold_not_later",
  "hold_too_long",
  "capture_exceeds_hold",
  "capture_limit_reached",
  "market_mismatch",
  "quote_used",
  "quote_expired",
  "insufficient_funds",
  "limit_exceeded",
  "hold_limit_reached",
  "balance_limit_exceeded",
  "payer_unavailable",
  "liquidity_exhausted",
  "recipient_not_found",
  "recipient_unavailable",
  "refund_too_small",
  "refund_unavailable",
] as const;

export type UnrecordedRefusal = (typeof UNRECORDED_REFUSALS)[number];
export type FailureCode = (typeof FAILURE_CODES)[number];

/**
 * Why a service refuses a request about accounts, sessions or wallets; no transaction records it.
 */
export const ACCOUNT_REFUSALS = [
  "too_many_attempts",
  "token_missing",
  "token_invalid",
  "token_expired",
  "invalid_credentials",
  "wrong_password",
  "weak_password",
  "phone_taken",
  "session_not_found",
  "email_taken",
  "contact_missing",
  "contact_verified",
  "code_refused",
  "second_factor_wrong",
  "passkey_invalid",
  "challenge_invalid",
  "factor_not_found",
  "totp_enrolled",
  "passkey_taken",
  "passkey_limit_reached",
  "wallet_limit_reached",
  "wallet_not_closed",
  "last_wallet",
  "holds_open",
  "deposit_pending",
  "balance_not_zero",
  "role_needs_factor",
  "user_not_found",
  "wallet_not_frozen",
  "user_already_suspended",
  "user_not_suspended",
  "adjustment_limit_exceeded",
  "funding_event_not_found",
  "deposit_limit_reached",
  "webhook_signature_invalid",
  "rate_unavailable",
  "amount_too_small",
  "quote_limit_exceeded",
  "open_quotes_limit_reached",
  "not_reversible",
] as const;
