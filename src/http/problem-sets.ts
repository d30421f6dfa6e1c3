import type { ErrorCode } from "../contract/error-codes.ts";

/** Problems of a route that needs no token and reads the database. */
const OPEN_PROBLEMS = [
  "invalid_request",
  "rate_limited",
  "internal_error",
  "service_busy",
  "url_too_long",
] as const satisfies ErrorCode[];

/** Problems of a route that needs no token and writes. */
export const OPEN_WRITE_PROBLEMS = [
  ...OPEN_PROBLEMS,
  "outcome_unknown",
] as const satisfies ErrorCode[];

/** Problems of each route that needs a token. */
export const TOKEN_PROBLEMS = [
  ...OPEN_PROBLEMS,
  "token_missing",
  "token_invalid",
  "token_expired",
  "session_ended",
] as const satisfies ErrorCode[];

/** The same for a route that writes. */
export const TOKEN_WRITE_PROBLEMS = [
  ...TOKEN_PROBLEMS,
  "outcome_unknown",
] as const satisfies ErrorCode[];

/** The same for a route that changes an account or a wallet, which a suspended user may not. */
export const ACCOUNT_CHANGE_PROBLEMS = [
  ...TOKEN_WRITE_PROBLEMS,
  "account_suspended",
] as const satisfies ErrorCode[];

/** Problems of each operators' route that reads. */
export const OPERATOR_PROBLEMS = [
  ...TOKEN_PROBLEMS,
  "role_required",
  "step_up_required",
  "too_many_attempts",
  "account_suspended",
] as const satisfies ErrorCode[];

/** Problems of each operators' route that changes something. */
export const OPERATOR_CHANGE_PROBLEMS = [
  ...ACCOUNT_CHANGE_PROBLEMS,
  "role_required",
  "step_up_required",
] as const satisfies ErrorCode[];

/** Problems of each route with a body. */
export const BODY_PROBLEMS = [
  "malformed_json",
  "invalid_request",
  "body_too_large",
  "request_timeout",
  "unsupported_media_type",
] as const satisfies ErrorCode[];

/** Problems of each route that moves money. */
export const MONEY_PROBLEMS = [
  "invalid_amount",
  "wallet_not_found",
  "wallet_frozen",
  "wallet_closed",
  "currency_mismatch",
  "balance_limit_exceeded",
  "limit_exceeded",
  "idempotency_key_reused",
  "account_suspended",
  "too_many_attempts",
] as const satisfies ErrorCode[];

/** Problems of what uses a quote. */
export const QUOTED_PROBLEMS = [
  "wallet_not_found",
  "wallet_frozen",
  "wallet_closed",
  "currency_mismatch",
  "market_mismatch",
  "balance_limit_exceeded",
  "limit_exceeded",
  "idempotency_key_reused",
  "account_suspended",
  "too_many_attempts",
  "quote_not_found",
  "quote_used",
  "quote_expired",
  "liquidity_exhausted",
  "same_wallet",
  "step_up_required",
  "insufficient_funds",
] as const satisfies ErrorCode[];
